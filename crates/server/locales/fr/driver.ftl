# La page de la camionnette. Son script lit ce fichier tel quel ; chaque message commence par « driver- ».
driver-title = Votre tournée
driver-needs-script = Cette page a besoin de JavaScript : elle garde ce que vous notez tant qu’il n’y a pas de réseau.

# La connexion.
driver-login-title = Se connecter pour la tournée
driver-code = Code unique
driver-code-hint = Vous le recevez de la planification. Il sert une fois, pendant 15 minutes.
driver-login-button = Se connecter
driver-code-refused = Ce code n’est pas valable. Demandez-en un nouveau.
driver-login-wait = Trop d’essais. Attendez une minute.
driver-login-offline = Pas de réseau. Il en faut pour se connecter.
driver-login-failed = Cela n’a pas marché. Réessayez dans un instant.
driver-logout = Se déconnecter
driver-logout-waiting = { $count ->
    [one] { $count } note n’est pas encore envoyée. Elle reste sur ce téléphone jusqu’à la prochaine connexion.
   *[other] { $count } notes ne sont pas encore envoyées. Elles restent sur ce téléphone jusqu’à la prochaine connexion.
}

# La tournée entière.
driver-loading = Votre tournée arrive.
driver-no-tour-title = Pas de tournée pour vous aujourd’hui
driver-no-tour-text = Dès qu’il y en a une de prévue, elle figure ici.
driver-stop-number = Arrêt { $number } sur { $total }
driver-progress = { $done } arrêts faits sur { $total }
driver-as-of = Dernières nouvelles : { $time }
driver-start = Commencer la tournée
driver-start-hint = À partir de maintenant, les personnes chez qui vous allez ensuite voient où vous êtes. Pas pendant les pauses, ni après la fin.
driver-first-stop = Premier arrêt
driver-break = Pause
driver-break-over = Continuer
driver-break-title = Pause
driver-break-since = Depuis { $time }. Votre position n’est pas envoyée, et personne ne vous voit.
driver-all-done-title = Tous les arrêts sont faits
driver-all-done-text = Terminez la tournée à votre retour.
driver-end = Terminer la tournée
driver-end-title = Terminer la tournée ?
driver-end-open = { $count ->
    [0] Tous les arrêts sont faits.
    [one] Il reste { $count } arrêt.
   *[other] Il reste { $count } arrêts.
}
driver-end-text = Ensuite, votre position n’est plus envoyée.
driver-ended-title = La tournée est terminée
driver-ended-text = Votre position n’est plus envoyée.

# Ce qui attend, et qui me voit.
driver-no-signal = Pas de réseau
driver-waiting = { $count ->
    [one] { $count } attend le réseau
   *[other] { $count } attendent le réseau
}
driver-sending = { $count ->
    [one] Envoi de { $count } note
   *[other] Envoi de { $count } notes
}
driver-all-sent = Tout est envoyé
driver-refused = { $count ->
    [one] { $count } note n’a pas été prise
   *[other] { $count } notes n’ont pas été prises
}
driver-refused-title = Pas pris
driver-refused-known = Compris
driver-watchers = { $count ->
    [0] Personne ne vous voit en ce moment
    [one] { $count } personne vous voit
   *[other] { $count } personnes vous voient
}
driver-unseen = Personne ne vous voit
driver-map-hidden = Vous avez fermé la carte
driver-hide = Me cacher
driver-show = Me montrer
driver-who-title = Qui vous voit
driver-who-hidden = Personne ne vous y voit. Les créneaux et le nombre d’arrêts continuent ; pour cela, votre position est toujours envoyée.
driver-who-asking = On demande à l’instant.
driver-who-offline = Pas de réseau. Ce qui est gardé et qui a regardé figure ici dès qu’il revient.
driver-kept-title = Ce qui est gardé de vous
driver-kept-tour-logs = Vos positions et vos notes de cette tournée
driver-kept-reports = À quelle distance d’une porte vous étiez, par paliers, si l’on y signale que personne n’est venu
driver-kept-audit = Qui de l’entreprise les a regardées
driver-kept-none = Rien aujourd’hui
driver-kept-until = Jusqu’au { $day }
driver-kept-purpose = Pourquoi : { $purpose }
driver-kept-never = Votre vitesse, et où vous êtes pendant les pauses et hors de la tournée, n’est pas gardé. On ne compte pas combien de fois vous vous cachez.
driver-looks-title = Qui de l’entreprise a regardé aujourd’hui
driver-looks-none = Personne jusqu’ici
driver-looker-account = { $name }
driver-looker-key = Système « { $name } »
driver-looker-command = Quelqu’un au serveur
driver-place-off = Ce téléphone n’envoie pas votre position.
driver-place-send = Envoyer
driver-place-denied = Ce navigateur n’a pas le droit de connaître votre position. Autorisez-le dans ses réglages.
driver-place-lost = Votre position n’est pas connue en ce moment.

# Le prochain arrêt.
driver-parcels = { $count ->
    [one] { $count } colis
   *[other] { $count } colis
}
driver-parcels-chosen = { $chosen } colis sur { $count }
driver-parcels-title = Colis ici
driver-parcels-hint = La prochaine note vaut pour ceux qui sont cochés.
driver-to-neighbour = Chez un voisin
driver-in-person = En mains propres
driver-bell = Sonnette « { $name } »
driver-floor = Étage : { $floor }
driver-news-one = { $address } : { $what }
driver-news-many = { $count } demandes de destinataires. Elles sont indiquées à chaque arrêt.
driver-news-heard = Compris
driver-not-before = Pas avant { $time }
driver-safe-place = Endroit choisi
driver-to-pin = Montrer le chemin du repère
driver-place-photo = Photo de l’endroit choisi
driver-for-one = Pour { $number }
driver-may-accept = Peut le prendre : { $names }
driver-a-neighbour = quelqu’un du voisinage
driver-kind-gift = Cadeau
driver-kind-confidential = Confidentiel
driver-kind-high-value = En mains propres seulement
driver-safe-place-front-porch = Devant la porte
driver-safe-place-rear-porch = Derrière la maison
driver-safe-place-garage = Dans le garage
driver-safe-place-shed = Dans l’abri de jardin
driver-safe-place-mailbox = Dans la boîte aux lettres
driver-safe-place-reception = À l’accueil
driver-safe-place-other = Comme convenu
driver-navigate = Itinéraire
driver-arrived = J’y suis
driver-here-since = Ici depuis { $time }
driver-skip = Plus tard
driver-then = Ensuite
driver-list = Tous les arrêts
driver-list-title = Vos arrêts
driver-close = Fermer
driver-make-next = Maintenant

# Ce qui s’est passé là.
driver-bar = Ce qui s’est passé ici
driver-not-possible = Impossible
driver-something-else = Autre chose
driver-elsewhere-title = Laissé ailleurs
driver-not-delivered-title = Non livré
driver-outcome-delivered-to-recipient = Remis
driver-outcome-delivered-to-neighbour = Chez un voisin
driver-outcome-delivered-to-safe-place = À l’endroit choisi
driver-outcome-delivered-to-mailbox = Boîte aux lettres
driver-outcome-delivered-to-pickup-point = Au point de retrait
driver-outcome-failed-not-home = Personne n’ouvre
driver-outcome-failed-refused = Pas voulu
driver-outcome-failed-address-not-found = Adresse introuvable
driver-outcome-failed-no-access = Pas d’accès
driver-outcome-failed-no-time = Plus le temps
driver-outcome-failed-damaged = Abîmé
driver-outcome-failed-missing = Pas dans la camionnette
driver-outcome-failed-verification = Code ou pièce faux
driver-outcome-failed-other = Autre raison
driver-just-now = { $what } : { $address }
driver-undo = Annuler
driver-photo-offered = Photo : { $address }
driver-photo-kept = La photo y est. Recommencer
driver-photo-unreadable = La photo ne peut pas être lue. Réessayer

# Le code à la porte.
driver-door-code-title = Code à la porte
driver-door-code = Code de la personne
driver-door-code-hint = Demandez les 6 chiffres de la page du colis. Ne le remettez que s’ils sont justes.
driver-door-code-check = Vérifier
driver-door-code-wrong = { $count ->
    [one] Ce n’est pas le code. Encore { $count } essai.
   *[other] Ce n’est pas le code. Encore { $count } essais.
}
driver-door-code-locked = Trop de codes faux. Demandez-en un nouveau à la planification, ou appuyez sur « Impossible ».
driver-door-code-offline = Pas de réseau. Un code ne se vérifie qu’avec du réseau. D’ici là, le colis reste à faire.
driver-door-code-failed = Cela n’a pas marché. Réessayez dans un instant.

# Comment la liste nomme un arrêt, et comment s’appelle une note qui n’a pas été prise.
driver-state-remaining = À faire
driver-state-arrived = Vous y êtes
driver-state-served = Fait
driver-state-failed = Impossible
driver-state-skipped = Plus tard
driver-state-removed = Supprimé
driver-entry-started = Début
driver-entry-fix = Position
driver-entry-arrived = Arrivée
driver-entry-skipped = Remis à plus tard
driver-entry-break-begun = Pause
driver-entry-break-ended = Fin de la pause
driver-entry-map-hidden = Carte fermée
driver-entry-map-shown = Carte ouverte
driver-entry-ended = Fin de la tournée
driver-entry-instruction-seen = Demande vue
driver-entry-photo = Photo
driver-entry-at = { $what }, { $time }
driver-why-clock-ahead = L’horloge de ce téléphone est fausse.
driver-why-too-old = Cela date de plus de trois jours.
driver-why-tour-not-started = La tournée n’avait pas encore commencé.
driver-why-on-break = C’était la pause.
driver-why-tour-ended = La tournée était déjà terminée.
driver-why-unknown-stop = Cet arrêt n’est plus dans votre tournée.
driver-why-unknown-parcel = Ce colis n’est plus dans votre tournée.
driver-why-not-delivered = On ne sait rien d’une livraison de ce colis.
driver-why-photo-not-wanted = De ce colis, il ne doit pas y avoir de photo.
driver-why-too-late = C’est arrivé trop tard.
driver-why-recipient-only = Il n’est remis qu’à la personne pour qui il est.
driver-why-door-code-missing = Le code du colis n’a pas été vérifié.
driver-why-other = Le serveur ne l’a pas pris.
