# Quand il y a une carte, et pourquoi pas.
help-title = Quand y a-t-il une carte en direct ?
help-lead = Quand la camionnette est près de chez vous, et seulement pour votre propre colis.
help-near-title = Elle s’ouvre quand la camionnette est proche
help-near-text = Quelques arrêts ou minutes avant vous. Plus tôt, elle dirait peu : l’ordre des arrêts change encore, et le créneau en dit plus.
help-why-title = Pourquoi n’y en a-t-il pas en ce moment ?
help-why-text = La page du colis dit toujours la raison. Les voici toutes :
help-see-title = Qu’est-ce que je vois ?
help-see-text = La camionnette, votre propre porte, et combien d’arrêts il reste avant vous. Le point de la camionnette porte son âge et sa précision. Si elle ne donne plus signe de vie pendant un moment, il pâlit au lieu de rester immobile.
help-hidden-title = Qu’est-ce que personne ne voit ?
help-hidden-text = Les portes, les adresses et les noms des autres. La personne qui conduit n’est vue que pendant sa tournée, et seulement près d’un arrêt qui est le vôtre.
help-kept-text = Ce que nous gardons de votre colis, seuls vous et votre transporteur le voyez. Les positions de la camionnette sont effacées une fois passé le délai du jour de la tournée ; pas de publicité, pas de scripts d’autres entreprises, et les seuls cookies sont votre connexion et votre langue.
help-sure-title = Comment le créneau est-il calculé ?
help-sure-text = D’après les temps de route prévus, le travail à chaque arrêt, et le déroulement réel de la tournée. S’il bouge, la page dit pourquoi.
help-safe-title = Je ne suis pas chez moi
help-safe-text = Choisissez un endroit sûr sur la page du colis, jusqu’à ce que la camionnette soit devant votre porte. C’est connu aussitôt dans la camionnette.
help-script-title = Sans JavaScript
help-script-text = Tous les mots, heures et formulaires marchent. La page se renouvelle chaque minute ; seule la carte animée manque.
