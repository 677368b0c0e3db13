# Wörter, die jede Seite braucht.
language-name = Deutsch
language-choice = Sprache: { $name }
language-draft = Entwurf
language-draft-note = Diese Worte sind ein Entwurf. Verbesserungen sind willkommen.
skip-to-content = Zum Inhalt
brand-fallback = Doorstep
nav-orders = Ihre Pakete
nav-help = Hilfe
nav-logout = Abmelden
privacy = Datenschutz

# Tage. Die zweiten Formen stehen mitten im Satz.
day-today = Heute
day-tomorrow = Morgen
day-yesterday = Gestern
day-weekday = { $weekday ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
day-date = { $day }. { $month }
day-long = { $weekday }, { $date }
day-inline-today = heute
day-inline-tomorrow = morgen
day-inline-yesterday = gestern
day-inline-weekday = { $weekday ->
    [1] am Montag
    [2] am Dienstag
    [3] am Mittwoch
    [4] am Donnerstag
    [5] am Freitag
    [6] am Samstag
   *[7] am Sonntag
}
day-inline-date = am { $date }
moment = { $day } um { $time }
window-joined = { $from } bis { $until }
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

# Das Zeichen vor den Zehnteln.
decimal-mark = ,
distance-metres = { $value } m
distance-kilometres = { $value } km
distance-feet = { $value } Fuß
distance-miles = { $value } Meilen

percent = { $percent } %

minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
hours-and-minutes = { $hours } Std. { $minutes } Min.
hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}

offline = Sie sind offline. Stand { $time }.
server-away = Nicht erreichbar. Neuer Versuch läuft. Stand { $time }.

error-missing-title = Hier ist nichts
error-missing-text = Vielleicht ist die Adresse vertippt, oder was hier stand, ist beendet. Pakete sieht nur das Konto, dem sie gehören.
error-ended-title = Dieser Link führt nirgends mehr hin
error-ended-text = Er ist abgelaufen oder wurde zurückgenommen. Fragen Sie nach einem neuen.
error-denied-title = Diese Seite ist nicht für dieses Konto
error-denied-text = Melden Sie sich mit einem anderen Konto an, um sie zu sehen.
error-refused-title = Das wurde nicht übernommen
error-refused-text = Vielleicht kam es von einer fremden Seite, oder inzwischen hat sich etwas geändert. Gehen Sie zurück und versuchen Sie es noch einmal.
error-busy-title = Zu viel auf einmal
error-busy-text = Von hier kamen zu viele Anfragen. Warten Sie eine Minute, dann noch einmal.
error-login = Zur Anmeldung
error-failed-title = Das hat nicht geklappt
error-failed-text = Der Fehler liegt bei uns. Nichts wurde geändert. Versuchen Sie es gleich noch einmal.
error-home = Zu Ihren Paketen
error-tours = Zu den Touren
