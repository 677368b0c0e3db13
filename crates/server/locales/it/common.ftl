# Le parole di tutte le pagine. È una bozza.
language-name = Italiano
language-choice = Lingua: { $name }
language-draft = bozza
language-draft-note = Questa traduzione è una bozza. Le correzioni sono benvenute.
skip-to-content = Vai al contenuto
brand-fallback = Doorstep
nav-orders = I suoi pacchi
nav-help = Aiuto
nav-logout = Esci
privacy = Privacy

day-today = Oggi
day-tomorrow = Domani
day-yesterday = Ieri
day-weekday = { $weekday ->
    [1] Lunedì
    [2] Martedì
    [3] Mercoledì
    [4] Giovedì
    [5] Venerdì
    [6] Sabato
   *[7] Domenica
}
month = { $month ->
    [1] gennaio
    [2] febbraio
    [3] marzo
    [4] aprile
    [5] maggio
    [6] giugno
    [7] luglio
    [8] agosto
    [9] settembre
    [10] ottobre
    [11] novembre
   *[12] dicembre
}
day-date = { $day } { $month }
day-long = { $weekday } { $date }
day-inline-today = oggi
day-inline-tomorrow = domani
day-inline-yesterday = ieri
day-inline-weekday = { $weekday ->
    [1] lunedì
    [2] martedì
    [3] mercoledì
    [4] giovedì
    [5] venerdì
    [6] sabato
   *[7] domenica
}
day-inline-date = il giorno { $date }
moment = { $day }, ore { $time }
window-joined = dalle { $from } alle { $until }
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }piedi
distance-miles = { $value }{ "\u00A0" }miglia

percent = { $percent }%

minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minuti
}
hours-and-minutes = { $hours } h { $minutes } min
hours = { $count ->
    [one] { $count } ora
   *[other] { $count } ore
}

offline = Non c’è connessione. Ultime notizie: { $time }.
server-away = Non siamo raggiungibili. Riproviamo. Ultime notizie: { $time }.

error-missing-title = Qui non c’è niente
error-missing-text = Forse l’indirizzo è scritto male, o quello che c’era qui è finito. Un pacco si vede solo nell’account a cui appartiene.
error-ended-title = Questo link non porta più da nessuna parte
error-ended-text = È scaduto, o chi glielo ha dato lo ha ritirato. Ne chieda uno nuovo.
error-denied-title = Questa pagina non è per questo account
error-denied-text = Acceda con un altro account per vederla.
error-refused-title = Non è stato accettato
error-refused-text = Forse veniva da un’altra pagina, o nel frattempo qualcosa è cambiato. Torni indietro e riprovi.
error-busy-title = Troppo in una volta
error-busy-text = Da qui sono arrivate troppe richieste. Aspetti un minuto, poi riprovi.
error-login = Vai all’accesso
error-failed-title = Non ha funzionato
error-failed-text = L’errore è nostro. Niente è stato cambiato. Riprovi tra un momento.
error-home = Vai ai suoi pacchi
error-tours = Vai ai giri
