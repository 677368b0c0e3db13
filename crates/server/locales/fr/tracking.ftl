# La page du colis, dans l’ordre où on la lit.
kicker-arrives = Arrive { $day } entre
kicker-arrives-about = Arrive { $day } vers
kicker-planned = Prévu { $day } entre
kicker-planned-about = Prévu { $day } vers
hero-and = et

stops-before = { $count ->
    [0] Vous êtes le prochain arrêt
    [one] Encore { $count } arrêt avant vous
   *[other] Encore { $count } arrêts avant vous
}
stops-before-some = Encore quelques arrêts avant vous
stops-before-between = Entre { $fewest } et { $most } arrêts avant vous
stops-before-at-most = { $count ->
    [one] Au plus { $count } arrêt avant vous
   *[other] Au plus { $count } arrêts avant vous
}
stops-before-at-least = { $count ->
    [one] Au moins { $count } arrêt avant vous
   *[other] Au moins { $count } arrêts avant vous
}
at-your-door = À votre porte en ce moment
previously = Avant :
out-for-delivery = En cours de livraison.
on-the-van = Dans la camionnette. La tournée n’a pas commencé.
on-a-break = C’est la pause. Votre créneau ne change pas.
signal-lost = Pas de signal depuis un moment. Le créneau prévu reste valable.
planned-today = Prévu pour aujourd’hui. Il n’y a pas d’heure en direct.
status-from = { $carrier } apporte ce colis. Dernières nouvelles : { $time }.
status-unknown-age = { $carrier } apporte ce colis. Pas de carte, seulement l’état.

flag-delivered = Livré
flag-failed = Non livré
flag-pickup = Prêt à être retiré
flag-later = { $span } plus tard
flag-earlier = { $span } plus tôt
flag-delayed = Plus tard que prévu
flag-held = En attente
flag-returned = Repart
flag-cancelled = Annulé
flag-break = Pause
flag-signal-lost = Pas de signal
flag-gift = Une surprise pour vous
flag-confidential = Confidentiel
flag-high-value = Contre votre code
flag-status-only = État seulement

status-pre-transit = Annoncé par { $sender }
status-pre-transit-plain = Annoncé
status-in-transit = En route vers vous
status-in-transit-to-point = En route vers le point de retrait
status-out-for-delivery = En cours de livraison
status-delivered = Livré
status-available-for-pickup = Prêt pour vous au point de retrait
status-attempted = Nous n’avons pas pu le remettre
status-attempted-elsewhere = Il n’a pas pu être remis
status-delayed = Plus tard que prévu
status-on-hold = En attente pour l’instant
status-returned = Sur le chemin du retour vers l’expéditeur
status-cancelled = Ce colis ne viendra pas
status-unknown = Pas encore de nouvelles
status-pre-transit-more = Il n’est pas encore chez nous.
status-in-transit-more = Il est en route vers le dépôt près de chez vous.
status-delayed-more = Dès que nous connaissons une nouvelle heure, elle figure ici.
status-on-hold-more = Il attend en chemin, par exemple à la douane. Il repartira de lui-même.
status-returned-more = L’expéditeur peut vous dire pourquoi.
status-cancelled-more = L’expéditeur peut vous dire pourquoi.
status-unknown-more = Dès qu’il y en a, elles figurent ici.
planned-for = Prévu : { $when }

outcome-delivered-to-recipient = Remis en mains propres
outcome-delivered-to-neighbour = Chez vos voisins
outcome-delivered-to-safe-place = À l’endroit que vous avez choisi
outcome-delivered-to-safe-place-at = À l’endroit que vous avez choisi : { $place }
outcome-delivered-to-mailbox = Dans votre boîte aux lettres
outcome-delivered-to-pickup-point = Au point de retrait
outcome-at-pickup-point = À retirer : { $name }
outcome-failed-not-home = Personne n’a ouvert
outcome-failed-refused = Il n’a pas été accepté
outcome-failed-address-not-found = Nous n’avons pas trouvé l’adresse
outcome-failed-no-access = Nous n’avons pas pu aller jusqu’à la porte
outcome-failed-no-time = La tournée a pris fin avant d’arriver chez vous
outcome-failed-damaged = Le colis est abîmé
outcome-failed-missing = Le colis n’était pas dans la camionnette
outcome-failed-verification = Le code ou la pièce ne correspondait pas
outcome-failed-other = Nous n’avons pas pu le remettre
outcome-at = { $when }
outcome-inside = { $when }, dans le créneau promis.

# La carte, ou pourquoi il n’y en a pas.
map-label = Carte : la camionnette et votre porte
map-your-door = Votre porte
map-here = Ici à { $time }, à { $accuracy } près
map-about = Environ ici, à { $accuracy } près · vue à { $time }
map-about-distance = La camionnette est maintenant à environ { $distance } de votre porte ; elle a été vue pour la dernière fois à { $time }.
map-about-no-script = La camionnette est maintenant à environ { $distance } de votre porte ; elle a été vue pour la dernière fois à { $time }. La carte animée a besoin de JavaScript ; cette page se renouvelle chaque minute.
map-no-script = La camionnette était à { $distance } de votre porte à { $time }. La carte animée a besoin de JavaScript ; cette page se renouvelle chaque minute.
map-no-door = Le dernier signe de la camionnette date de { $time }. La carte animée a besoin de JavaScript ; cette page se renouvelle chaque minute.
map-distance = La camionnette était à { $distance } de votre porte à { $time }.
map-unavailable = Cet appareil ne peut pas dessiner la carte. Tout ce qu’elle montre est aussi écrit ici.
map-larger = Agrandir la carte
map-smaller = Réduire la carte
map-recentre = Montrer la camionnette et la porte

hidden-not-delivery-day-title = La carte s’ouvre le jour de la livraison
hidden-not-delivery-day-text = Ce jour-là, quand la camionnette approchera, vous pourrez la suivre ici.
hidden-tour-not-started-title = La tournée n’a pas commencé
hidden-tour-not-started-text = Quand la camionnette sera près de chez vous, la carte s’ouvrira ici.
hidden-too-far-title = La carte s’ouvrira plus tard
hidden-too-far-text = Quand il ne restera que quelques arrêts avant vous. D’ici là, le créneau en dit plus qu’un point au loin.
hidden-low-confidence-title = Pas assez sûr pour la carte en ce moment
hidden-low-confidence-text = La camionnette s’écarte du plan. Dès que l’ordre des arrêts est de nouveau certain, la carte revient.
hidden-driver-break-title = C’est la pause
hidden-driver-break-text = La carte reste fermée pendant ce temps. Votre créneau ne change pas.
hidden-position-stale-title = Pas de signal de la camionnette
hidden-position-stale-text = Nous ne montrons pas un endroit qui n’est peut-être plus le bon. Le créneau prévu reste valable.
hidden-position-doubtful-title = On ne sait pas bien où est la camionnette en ce moment
hidden-position-doubtful-text = Ses positions se contredisent, nous n’en montrons donc aucune. L’heure ne change pas.
hidden-place-unknown-title = Votre adresse n’est pas encore sur notre carte
hidden-place-unknown-text = Votre colis est quand même prévu. Tant que nous ne savons pas où est votre porte, il n’y a ni carte, ni nombre d’arrêts, ni heure en direct.
hidden-sender-disabled-title = Pas de carte en direct pour ce colis
hidden-sender-disabled-text = L’expéditeur n’en propose pas. Le créneau vaut comme toujours.
hidden-gift-title = On ne regarde pas
hidden-gift-text = Ce colis est une surprise. Il n’y a donc ici ni carte, ni nombre d’arrêts, ni nom d’expéditeur. L’heure et vos choix restent comme toujours.
hidden-confidential-title = Confidentiel
hidden-confidential-text = Pour ce colis, nous ne montrons que l’heure.
hidden-high-value-title = Remis contre votre code
hidden-high-value-text = Pour les colis de valeur, nous ne montrons que l’heure et, le jour de la livraison, votre code pour la porte.
door-code = Votre code
door-code-text = Dites-le à la porte, et à personne avant : ni au téléphone, ni dans un message.
door-code-told = Votre code a été reçu.
door-code-locked = Un mauvais code a été saisi trop souvent, celui-ci ne marche donc plus. Votre transporteur peut en faire un nouveau ; il figurera aussitôt ici.
hidden-driver-hidden-title = La carte est fermée pour l’instant
hidden-driver-hidden-text = La personne qui conduit peut la fermer à tout moment. Votre colis est toujours en route, et votre créneau ne change pas.
hidden-delivered-title = Le trajet est terminé
hidden-delivered-text = La carte se ferme quand le trajet du colis est terminé.
hidden-link-expired-title = Ce lien a pris fin
hidden-link-expired-text = L’expéditeur peut en envoyer un nouveau.
hidden-outside-area-title = Pas de carte en direct dans votre secteur
hidden-outside-area-text = Votre créneau est valable, et ce qui se passe figure ici comme toujours.
hidden-other-carrier-title = État seulement
hidden-other-carrier-text = Un autre transporteur apporte ce colis et nous dit plusieurs fois par jour où il en est. Il n’y a pas de carte pour lui.
why-no-map = Quand y a-t-il une carte ?
day-bar-window = Votre créneau
day-bar-new-window = Nouveau
tell-me = Me prévenir quand elle s’ouvre
told-already = Nous vous écrirons quand elle s’ouvrira.
stage-delivered-label = Une porte d’entrée fermée
stage-left-label = Le colis à côté d’une porte d’entrée fermée
photo-door = Photo de la livraison : votre colis devant la porte
photo-safe-place = Photo de la livraison : votre colis à l’endroit choisi
photo-mailbox = Photo de la livraison : votre colis à la boîte aux lettres
photo-neighbour = Photo de la livraison : votre colis chez vos voisins
photo-taken = Photo de la livraison, { $time }
stage-failed-title = La suite
stage-failed-text = Le colis retourne au dépôt avec la camionnette. Le prochain essai figure ici dès qu’il est prévu.

# Ce que l’on peut faire.
choices-title = Pas à la maison ?
choices-until = Vous pouvez changer cela jusqu’à ce que la camionnette soit devant votre porte.
choices-closed = On ne peut plus rien changer : la camionnette est presque là.
choices-safe-place = Choisir un endroit sûr
choices-chosen = L’endroit que vous avez choisi
choices-told = C’est transmis à la personne qui livre.
choices-where = Où peut-on le déposer ?
choices-note = Quelques mots pour la livraison
choices-note-hint = Par exemple « derrière les poubelles ». 140 caractères au plus ; le texte est effacé le lendemain de la livraison.
choices-place-needed = Choisissez où.
choices-note-needed = Dites en quelques mots où c’est.
choices-save = Le déposer là
choices-withdraw = Je suis à la maison : me le remettre
choices-chosen-neighbour = Chez vos voisins
choices-seen = La personne qui livre l’a vu à { $time }.
choices-locked = L’expéditeur ne le permet pas pour ce colis.
choices-too-long = C’est trop long : { $limit } caractères au plus.
choices-name-needed = Dites chez qui.
choices-holds-code = Pas de codes, s’il vous plaît : ces mots sont lus dans la rue.
choices-changed-meanwhile = Cela a changé entre-temps, peut-être dans une autre fenêtre. Ce qui vaut maintenant est indiqué plus haut. Renvoyez le vôtre si vous le voulez toujours.
choices-typed = Vous avez écrit : { $text }
choices-home-soon = Je suis à la maison dans 10 minutes
choices-later = Plus tard dans cette tournée
choices-not-before = La camionnette passe après { $time }.
choices-does-not-fit = Cela ne tient plus dans cette tournée. Votre créneau reste.
choices-neighbour = Le remettre à un voisin
choices-neighbour-name = Son nom
choices-neighbour-house = Sa maison ou son appartement, en mots
choices-neighbour-hint = Par exemple « nº 7, à gauche ». Les deux sont effacés le lendemain de la livraison.
choices-neighbour-save = Le remettre là
choices-until-start = Modifiable jusqu’au départ de la tournée.
choices-day = Un autre jour
choices-day-which = Quel jour doit-il arriver ?
choices-day-needed = Choisissez l’un de ces jours.
choices-day-save = Livrer ce jour-là
choices-day-chosen = Votre choix : { $day }
choices-pickup = Le retirer moi-même
choices-pickup-where = Où le retirerez-vous ?
choices-point = Votre point de retrait
choices-point-needed = Choisissez l’un de ces points de retrait.
choices-pickup-save = Le déposer là
choices-to-the-door = Finalement, livrer à ma porte
mark-title = Montrer l’endroit au livreur
mark-stands = Marqué pour le livreur
mark-needs-script = Pour montrer l’endroit, le navigateur doit exécuter des scripts. Des mots suffisent aussi.
mark-photo = Une photo de l’endroit
mark-sending = Envoi de la photo…
mark-photo-kind = Cette photo n’est pas lisible. JPEG, PNG et WebP le sont.
mark-photo-large = Cette photo est trop grande : 2 Mo au plus.
mark-failed = La photo n’a pas pu être envoyée. Réessayez.
mark-map = Carte de l’endroit
mark-pin = Votre repère : déplacez-le du doigt ou avec les flèches
mark-recentre = Retour à votre porte
mark-pin-set = Le repère est posé. Enregistrez pour le montrer au livreur.
mark-open-map = Le marquer sur la carte
mark-no-pin = Sans repère
mark-hint = Seul le livreur qui l’apporte voit cela ; c’est effacé le lendemain de la livraison.
mark-save = Montrer ceci
mark-remove = Retirer la photo et le repère
mark-photo-of = Photo de l’endroit choisi
mark-too-far = C’est trop loin de votre porte : 250 m au plus.
mark-photo-gone = Cette photo n’existe plus. Choisissez-la de nouveau.
choices-access = Sonnette, étage, accès
access-bell = Sonnette « { $name } »
access-at-floor = Étage : { $floor }
access-doorbell = Nom à la sonnette
access-floor = Étage
access-way = Ce qui aide encore à trouver votre porte
access-hint = Par exemple « par la cour ». Pas de codes : ces mots sont lus dans la rue. Ils sont effacés le lendemain de la livraison.
access-save = Transmettre
safe-place-front-porch = Devant la porte
safe-place-rear-porch = Derrière la maison
safe-place-garage = Dans le garage
safe-place-shed = Dans l’abri de jardin
safe-place-mailbox = Dans la boîte aux lettres
safe-place-reception = À l’accueil
safe-place-other = Ailleurs

# Ce que l’on peut dire quand c’est fini.
rating-title = Comment s’est passée la livraison ?
rating-hint = Votre note va au transporteur. La personne au volant ne la voit pas.
rating-given = Vous avez donné { $score } sur 5.
rating-until = Modifiable jusqu’à : { $until }
rating-legend = Votre note
rating-1 = Très mal
rating-2 = Mal
rating-3 = Moyen
rating-4 = Bien
rating-5 = Très bien
rating-comment = Quelques mots, si vous le souhaitez
rating-comment-hint = 500 caractères au plus. Ils sont effacés avec les données de ce colis.
rating-save = Envoyer la note
rating-change = Modifier la note
rating-needed = Choisissez un nombre de 1 à 5.
rating-closed = Cette livraison ne peut plus être notée.

# Ce que l’on peut signaler d’un passage.
witness-noted = Noté au volant : { $time }.
witness-none = On n’en sait pas plus.
witness-not-seen = Dans les dix minutes précédentes, le véhicule n’a pas été vu à moins de { $distance } de la porte.
witness-near = Dans les dix minutes précédentes, le véhicule a été vu à moins de { $distance } de la porte.
witness-stayed-0 = Il y est resté moins d’une minute, d’après ce qui a été vu.
witness-stayed-1 = Il y est resté une minute ou plus.
witness-stayed-2 = Il y est resté deux minutes ou plus.
witness-exact = La position était exacte à { $distance } près environ.
witness-rough = La position était imprécise.
witness-photo = Une photo a été prise.
witness-no-photo = Aucune photo n’a été prise.
report-title-nobody-came = Personne n’est venu ?
report-title-not-received = Pas reçu ?
report-known = Voici ce que l’on en sait, vous comme le transporteur :
report-hint = Le transporteur répond ici.
report-until = Possible jusqu’à : { $until }
report-nobody-came = Personne n’est venu
report-not-received = Je ne l’ai pas reçu
report-given-nobody-came = Signalé, { $time } : personne n’est venu
report-given-not-received = Signalé, { $time } : pas reçu
report-open = Pas encore de réponse.
report-answered = Réponse du transporteur, { $time }
report-closed = Cela ne peut pas être signalé maintenant.

# Ce qui a changé, et le trajet jusqu’ici.
changes-title = Ce qui a changé
happened-title = Ce qui s’est passé
because-tour-started = Votre colis est dans la camionnette et la tournée a commencé.
because-stops-added-before = { $count ->
    [one] { $count } arrêt a été ajouté avant vous.
   *[other] { $count } arrêts ont été ajoutés avant vous.
}
because-stops-dropped-before = { $count ->
    [one] { $count } arrêt avant vous a été supprimé.
   *[other] { $count } arrêts avant vous ont été supprimés.
}
because-resequenced = L’ordre des arrêts a été changé.
because-driver-chose-another-order = Les arrêts se font dans un autre ordre.
because-break-begun = Une pause a commencé.
because-break-ended = La pause est finie.
because-handed-over = Quelqu’un d’autre continue la tournée.
because-signal-lost = Pas de signal de la camionnette depuis.
because-instruction-given = Dans la camionnette, on sait quoi faire de votre colis.
because-instruction-withdrawn = On sait dans la camionnette que vous le prendrez vous-même.
because-put-later = Vous avez demandé un passage plus tard.
because-stop-skipped = Votre arrêt a dû être laissé de côté pour l’instant.
carrier-said-title = Ce que dit { $carrier }
carrier-said-something = Nouvelles
steps-title = Le trajet jusqu’ici
step-announced = Annoncé
step-announced-by = Annoncé par { $sender }
step-in-transit = En route vers le dépôt
step-out = En cours de livraison
step-map = La carte s’ouvre
step-door = À votre porte

# À quel point c’est sûr.
sure-title = À quel point est-ce sûr ?
sure-confidence = Sur 100 créneaux comme celui-ci, nous pensons en tenir { $percent }. Il se resserre à mesure que la camionnette approche ; s’il doit bouger, cette page dit pourquoi.
sure-kept = Dans votre secteur, { $kept } créneaux sur 5 ont été tenus ces quatre dernières semaines.
sure-planned = C’est le créneau prévu. Dès que la tournée roule, il est recalculé selon l’endroit où la camionnette est vraiment.
sure-exact = Le point est l’endroit que signale l’appareil de la camionnette, à environ { $accuracy } près. Il n’est ni arrondi ni deviné à l’avance, et les arrêts peuvent encore changer.
sure-glide = Le point est juste quand la camionnette passe à des endroits fixes des rues ; entre eux, il avance comme prévu, à environ { $accuracy } près. Ainsi personne ne voit à quelles portes elle s’arrête. Près de votre porte, il est exact.
sure-updated = Dernières nouvelles : { $when }.

# Le colis.
parcel-title = Votre colis
parcel-from = De
parcel-number = Numéro
parcel-by = Livré par
parcel-number-there = Numéro chez { $carrier }
parcel-follow-there = Le suivre chez { $carrier }
parcel-driver = Au volant
parcel-safe-place = Endroit choisi
foot-closes = Votre carte se ferme quand le colis est livré.
foot-fast = L’horloge de ce serveur va { $speed } fois plus vite que celle du monde.
embed-more = En savoir plus chez { $operator }
