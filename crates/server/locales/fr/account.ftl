# La connexion, la liste des colis, et ce que l’on veut savoir.
login-title = Se connecter
login-lead = Voyez où sont vos colis et quand ils arrivent.
login-email = Adresse e-mail
login-password = Mot de passe
login-button = Se connecter
login-failed = Cette adresse e-mail et ce mot de passe ne vont pas ensemble.
login-wait = Trop d’essais. Attendez une minute, puis réessayez.
login-provider = Se connecter avec { $name }
login-provider-failed = La connexion là-bas n’a pas marché. Réessayez, ou connectez-vous autrement.
login-provider-no-account = Il n’y a pas de compte ici avec l’adresse e-mail que vous avez là-bas.

sign-in-title = Se connecter par e-mail
sign-in-offer = Pas de mot de passe sous la main ? Nous envoyons un lien à votre adresse e-mail, et vous vous connectez avec.
sign-in-ask = M’envoyer un lien
sign-in-asked = S’il y a un compte avec cette adresse e-mail, un lien est en route.
sign-in-asked-hint = Il sert une fois, pendant 15 minutes. Si rien ne vient, regardez dans les indésirables et vérifiez l’adresse.
sign-in-ready = Ce lien vous connecte sur cet appareil. Il sert une fois.
sign-in-over = Ce lien a déjà servi, ou il a plus de 15 minutes. Demandez-en un nouveau.
sign-in-back = Vers la connexion

sessions-link = Vos appareils connectés
sessions-title = Vos appareils connectés
sessions-lead = Si vous n’en reconnaissez pas un, déconnectez-le.
sessions-unknown = Un appareil inconnu
sessions-began = Connecté : { $when }
sessions-used = Dernière utilisation : { $when }
sessions-this = C’est ici que vous êtes en ce moment.
sessions-end = Déconnecter
sessions-end-others = Déconnecter tous les autres
sessions-ended = Déconnecté.

passkey-login = Se connecter avec une clé d’accès
passkey-login-failed = Cela n’a pas marché : la clé d’accès n’est pas connue ici, ou cela a pris trop de temps. Réessayez, ou connectez-vous autrement.
passkeys-title = Clés d’accès
passkeys-lead = Avec une clé d’accès, vous vous connectez par votre doigt, votre visage ou le code de votre appareil, sans mot de passe. Retirez celles que vous ne connaissez pas.
passkey-created = Ajoutée : { $when }
passkey-unused = Pas encore utilisée
passkey-remove = Retirer
passkey-name = Comment l’appeler
passkey-add = Ajouter une clé d’accès
passkey-add-failed = Rien n’a été ajouté : votre appareil n’a pas accepté, ou cela a pris trop de temps. Réessayez.
passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
passkey-full = Vous avez 20 clés d’accès, et il ne peut pas y en avoir plus. Retirez-en d’abord une.

orders-title = Vos colis
orders-none = Rien n’est en route vers vous en ce moment. Dès qu’un colis est annoncé, il figure ici.
orders-today = Aujourd’hui
orders-coming = En route
orders-done = Terminé
orders-more = { $sender }, { $count ->
    [one] { $count } colis
   *[other] { $count } colis
}
orders-together = Commandé ensemble : { $count ->
    [one] { $count } colis
   *[other] { $count } colis
}
orders-map-open = Carte ouverte
orders-follow = Suivre la livraison
orders-also = Arrive avec :
orders-when = { $day }, { $window }
orders-by = Livré par { $operator }
orders-status-only = { $carrier }, état seulement
orders-for-others = Commandé pour quelqu’un d’autre
orders-for-others-note = Vous en voyez l’état et le jour. Le reste est pour la personne qui le reçoit.
orders-bought-in-transit = En route
orders-bought-pickup = Prêt à être retiré
orders-day-unknown = Jour pas encore connu
orders-status-only-note = « État seulement » : un autre transporteur l’apporte et nous dit plusieurs fois par jour où il en est. Il n’y a pas de carte pour lui.
orders-gift = Une surprise pour vous
orders-sender-status = { $sender }. { $status }

notices-title = De quoi pouvons-nous vous prévenir ?
notices-hint = Par e-mail. Nous n’envoyons que ce que vous avez demandé.
notices-map-open = Quand la carte s’ouvre
notices-delivered = Quand il est livré
notices-failed = Quand il n’a pas pu être livré
notices-save = Enregistrer
notices-saved = Enregistré.
notices-announced = Quand un colis est annoncé
notices-out = Quand il est en cours de livraison
notices-next = Quand vous êtes le prochain arrêt
notices-delayed = Quand il arrive plus tard
notices-all = Aussi sur cet appareil, et tous les choix
notices-table = Quoi, et comment
notices-email = E-mail
notices-push = Appareil
notices-sms = SMS
notices-lead = Nous n’envoyons que ce que vous avez demandé. Aucun message ne contient d’adresse ni de code, et aucun ne vous demande quoi que ce soit.
notices-most = Un appareil reçoit au plus trois messages par colis : un au début, un quand il approche ou prend du retard, et son issue. Les e-mails arrivent tous.
notices-sms-number = Les SMS vont à votre numéro qui finit par { $end }.
quiet-title = Heures de silence
quiet-lead = Rien n’arrive entre les deux. Ce qui compte encore ensuite arrive à ce moment-là. Laissez les deux vides pour n’en avoir aucune.
quiet-from = De
quiet-until = À
push-title = Sur vos appareils
push-lead = Une notification à l’écran, même quand cette page est fermée.
push-offer = Si vous acceptez, votre navigateur demande une fois s’il en a le droit. Vous apprenez quand la carte s’ouvre, quand un colis arrive plus tard et comment cela s’est terminé ; vous pouvez changer cela ci-dessus.
push-turn-on = Me prévenir sur cet appareil
push-on = Cet appareil est prévenu.
push-denied = Ce navigateur ne doit pas afficher de notifications de cette page. Autorisez-les dans ses réglages pour ce site, puis revenez.
push-unsupported = Ce navigateur ne peut pas afficher de notifications d’une page. L’e-mail fonctionne partout.
push-home-screen = Sur iPhone ou iPad, ajoutez d’abord cette page à l’écran d’accueil : touchez Partager, puis « Sur l’écran d’accueil ». Ouvrez-la de là et revenez ici.
push-failed = Cela n’a pas marché. Rien n’a changé ; réessayez dans un instant.
push-full = Dix appareils sont déjà prévenus. Retirez-en un d’abord.
push-none = Aucun appareil n’est prévenu.
push-remove = Retirer
push-unknown = Un navigateur
push-since = Depuis : { $when }
ntfy-title = Par ntfy
ntfy-lead = ntfy est une application pour téléphone et ordinateur qui affiche des messages. Vous recevez un sujet rien qu’à vous et vous vous y abonnez là-bas.
ntfy-privacy = Quiconque connaît le sujet peut lire vos messages, tout comme l’exploitant du serveur ntfy ; ils ne contiennent ni adresse ni code.
ntfy-server = Serveur
ntfy-make = Créer un sujet
ntfy-how = Ouvrez l’adresse, ou ajoutez un abonnement dans l’application ntfy : sujet { $topic }, serveur { $server }.
ntfy-full = Vous avez déjà trois sujets. Retirez-en d’abord un.
ntfy-gone = Ce serveur n’est plus utilisé : plus rien n’y est envoyé.
home-title = Dans Home Assistant
home-lead = Home Assistant montre quand arrive votre prochain colis : où il en est, son créneau et combien d’arrêts vous précèdent.
home-privacy = Quiconque connaît votre clé peut le lire, tout comme l’exploitant du broker ; il n’y a ni adresse, ni code, ni carte.
home-turn-on = Activer
home-turn-off = Désactiver
home-broker = Broker
home-client = Identifiant client, c’est votre clé
home-prefix = Préfixe de découverte
home-hint = Saisissez ceci dans les réglages MQTT de Home Assistant. La documentation de l’exploitant explique comment relier votre propre broker.
home-none = Rien n’est en route.
home-status = Prochain colis
home-from = Début du créneau
home-until = Fin du créneau
home-stops = Arrêts avant vous
home-count = Colis en route
orders-short = Colis

calendar-link = Vos colis dans votre agenda
calendar-title = Vos colis dans votre agenda
calendar-lead = Votre agenda montre quand un colis arrive, et l’entrée se resserre avec le créneau. Vous recevez une adresse que vous y ajoutez comme abonnement.
calendar-make = Créer une adresse
calendar-address = Votre adresse
calendar-address-hint = Elle n’est montrée que cette fois. Copiez-la et ajoutez-la dans votre agenda comme agenda venu d’internet.
calendar-made = Créée : { $when }
calendar-read = Dernière lecture : { $when }
calendar-renew = Créer une nouvelle adresse
calendar-renew-hint = Celle d’à présent prend fin avec elle.
calendar-end = Y mettre fin
calendar-ended = Terminé. L’adresse n’ouvre plus rien.
calendar-privacy = Qui connaît l’adresse voit quand vos colis arrivent et qui les envoie, le service qui tient votre agenda aussi. Elle ne contient ni votre adresse ni un code, et pour les cadeaux et les colis confidentiels pas d’expéditeur.
calendar-back = Vers vos colis
calendar-name = Colis, { $operator }
calendar-parcel = Colis
calendar-parcel-from = Colis de { $sender }
calendar-as-of = Dernières nouvelles : { $when }

sharing-link = Prévenir un voisin
sharing-title = Prévenir un voisin
sharing-lead = Vous recevez un lien à transmettre. Qui l’ouvre voit quand le colis arrive, et rien d’autre : ni carte, ni arrêts, ni expéditeur. Il prend fin avec le jour de la livraison.
sharing-window = Voir quand il arrive
sharing-accept = Voir quand il arrive, et le prendre pour moi
sharing-name = Comment vous appelez cette personne
sharing-name-hint = Ce nom s’affiche à la livraison, devant votre porte, si le colis peut être pris pour vous. 140 caractères au plus.
sharing-name-long = Le nom est trop long : 140 caractères au plus.
sharing-give = Créer un lien
sharing-given = Votre lien
sharing-given-hint = Il n’est montré que cette fois. Copiez-le et transmettez-le.
sharing-until = Valable jusqu’à : { $when }
sharing-ended = Terminé : { $when }
sharing-opened = { $count ->
    [0] Pas encore ouvert
    [one] Ouvert une fois
   *[other] Ouvert { $count } fois
}
sharing-take-back = Reprendre
sharing-taken-back = Repris. Le lien n’ouvre plus rien.
sharing-too-many = Il y a déjà dix liens pour ce colis. Reprenez-en un.
sharing-not-possible = Ce colis ne peut pas être partagé.
sharing-back = Retour au colis
share-title = Un colis dans votre voisinage
share-over = Il n’y a plus rien à attendre.
share-unknown = On ne sait pas encore quand il arrive.
share-may-accept = On vous a demandé de le prendre. Dites-le à la porte.
share-seen = La personne qui vous a donné ce lien voit quand il est ouvert.
share-until = Il est valable jusqu’à : { $when }
