# Les mots de toutes les pages. C’est un brouillon.
language-name = Français
language-choice = Langue : { $name }
language-draft = brouillon
language-draft-note = Cette traduction est un brouillon. Les corrections sont les bienvenues.
skip-to-content = Aller au contenu
brand-fallback = Doorstep
nav-orders = Vos colis
nav-help = Aide
nav-logout = Se déconnecter
privacy = Vie privée

day-today = Aujourd’hui
day-tomorrow = Demain
day-yesterday = Hier
day-weekday = { $weekday ->
    [1] Lundi
    [2] Mardi
    [3] Mercredi
    [4] Jeudi
    [5] Vendredi
    [6] Samedi
   *[7] Dimanche
}
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
}
day-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
day-long = { $weekday } { $date }
day-inline-today = aujourd’hui
day-inline-tomorrow = demain
day-inline-yesterday = hier
day-inline-weekday = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
}
day-inline-date = le { $date }
moment = { $day } à { $time }
window-joined = { $from } à { $until }
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }pieds
distance-miles = { $value }{ "\u00A0" }miles

percent = { $percent }{ "\u00A0" }%

minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours-and-minutes = { $hours } h { $minutes } min
hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}

offline = Vous êtes hors ligne. Dernières nouvelles : { $time }.
server-away = Nous sommes injoignables. Nouvel essai en cours. Dernières nouvelles : { $time }.

error-missing-title = Il n’y a rien ici
error-missing-text = L’adresse est peut-être mal tapée, ou ce qui était ici a pris fin. Un colis ne se voit que dans le compte auquel il appartient.
error-ended-title = Ce lien ne mène plus nulle part
error-ended-text = Il a pris fin, ou la personne qui vous l’a donné l’a repris. Demandez-lui-en un nouveau.
error-denied-title = Cette page n’est pas pour ce compte
error-denied-text = Connectez-vous avec un autre compte pour la voir.
error-refused-title = Cela n’a pas été enregistré
error-refused-text = L’envoi venait peut-être d’une autre page, ou quelque chose a changé entre-temps. Revenez en arrière et réessayez.
error-busy-title = Trop à la fois
error-busy-text = Trop de demandes sont venues d’ici. Attendez une minute, puis réessayez.
error-login = Vers la connexion
error-failed-title = Cela n’a pas marché
error-failed-text = La faute est de notre côté. Rien n’a été changé. Réessayez dans un instant.
error-home = Vers vos colis
error-tours = Vers les tournées
