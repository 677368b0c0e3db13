# Woorden die elke pagina nodig heeft. Dit is een concept.
language-name = Nederlands
language-choice = Taal: { $name }
language-draft = concept
language-draft-note = Deze vertaling is een concept. Verbeteringen zijn welkom.
skip-to-content = Naar de inhoud
brand-fallback = Doorstep
nav-orders = Uw pakketten
nav-help = Hulp
nav-logout = Uitloggen
privacy = Privacy

day-today = Vandaag
day-tomorrow = Morgen
day-yesterday = Gisteren
day-weekday = { $weekday ->
    [1] Maandag
    [2] Dinsdag
    [3] Woensdag
    [4] Donderdag
    [5] Vrijdag
    [6] Zaterdag
   *[7] Zondag
}
month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
day-date = { $day } { $month }
day-long = { $weekday } { $date }
day-inline-today = vandaag
day-inline-tomorrow = morgen
day-inline-yesterday = gisteren
day-inline-weekday = { $weekday ->
    [1] op maandag
    [2] op dinsdag
    [3] op woensdag
    [4] op donderdag
    [5] op vrijdag
    [6] op zaterdag
   *[7] op zondag
}
day-inline-date = op { $date }
moment = { $day } om { $time }
window-joined = { $from } tot { $until }
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }voet
distance-miles = { $value }{ "\u00A0" }mijl

percent = { $percent }%

minutes = { $count ->
    [one] 1 minuut
   *[other] { $count } minuten
}
hours-and-minutes = { $hours } u { $minutes } min
hours = { $count ->
    [one] 1 uur
   *[other] { $count } uur
}

offline = U bent offline. Laatste nieuws: { $time }.
server-away = Wij zijn niet bereikbaar. We proberen het opnieuw. Laatste nieuws: { $time }.

error-missing-title = Hier is niets
error-missing-text = Misschien is het adres verkeerd getypt, of is wat hier stond voorbij. Een pakket is alleen te zien in het account waar het bij hoort.
error-ended-title = Deze link leidt nergens meer heen
error-ended-text = Hij is verlopen, of wie hem gaf heeft hem teruggenomen. Vraag om een nieuwe.
error-denied-title = Deze pagina is niet voor dit account
error-denied-text = Log in met een ander account om haar te zien.
error-refused-title = Dat is niet overgenomen
error-refused-text = Misschien kwam het van een andere pagina, of is er intussen iets veranderd. Ga terug en probeer het nog eens.
error-busy-title = Te veel tegelijk
error-busy-text = Er kwamen hiervandaan te veel aanvragen. Wacht een minuut en probeer het nog eens.
error-login = Naar het inloggen
error-failed-title = Dat lukte niet
error-failed-text = De fout ligt bij ons. Er is niets veranderd. Probeer het zo nog eens.
error-home = Naar uw pakketten
error-tours = Naar de routes
