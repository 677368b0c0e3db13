# Die Seite zur Sendung, wo der Betrieb „du“ sagt.
stops-before = { $count ->
    [0] Du bist als Nächstes dran
    [one] Noch 1 Stopp vor dir
   *[other] Noch { $count } Stopps vor dir
}
stops-before-some = Noch einige Stopps vor dir
stops-before-between = Noch { $fewest } bis { $most } Stopps vor dir
stops-before-at-most = { $count ->
    [one] Höchstens 1 Stopp vor dir
   *[other] Höchstens { $count } Stopps vor dir
}
stops-before-at-least = { $count ->
    [one] Mindestens 1 Stopp vor dir
   *[other] Mindestens { $count } Stopps vor dir
}
at-your-door = Jetzt an deiner Tür
on-a-break = Pause. Dein Zeitfenster bleibt.

flag-gift = Eine Überraschung für dich
flag-high-value = Gegen deinen Code

status-in-transit = Auf dem Weg zu dir
status-available-for-pickup = Liegt am Abholpunkt für dich bereit
status-in-transit-more = Unterwegs zum Depot in deiner Nähe.

outcome-delivered-to-recipient = An dich übergeben
outcome-delivered-to-neighbour = Bei deinen Nachbarn
outcome-failed-no-time = Die Tour endete, bevor wir bei dir waren

map-label = Karte: wo der Wagen ist, und deine Tür
map-your-door = Deine Tür
map-about-distance = Der Wagen ist jetzt etwa { $distance } von deiner Tür entfernt; zuletzt gesehen wurde er um { $time }.
map-about-no-script = Der Wagen ist jetzt etwa { $distance } von deiner Tür entfernt; zuletzt gesehen wurde er um { $time }. Die bewegte Karte braucht JavaScript; diese Seite erneuert sich jede Minute.
map-no-script = Um { $time } war der Wagen { $distance } von deiner Tür entfernt. Die bewegte Karte braucht JavaScript; diese Seite erneuert sich jede Minute.
map-distance = Um { $time } war der Wagen { $distance } von deiner Tür entfernt.

hidden-not-delivery-day-text = Sobald die Zustellung dann in deine Nähe kommt, siehst du hier den Wagen.
hidden-tour-not-started-text = Sobald der Wagen in deiner Nähe ist, öffnet sich hier die Karte.
hidden-too-far-text = Wenn nur noch wenige Stopps vor dir liegen. Bis dahin sagt das Zeitfenster mehr als ein Punkt in der Ferne.
hidden-driver-break-text = So lange bleibt die Karte geschlossen. Dein Zeitfenster bleibt.
hidden-place-unknown-title = Deine Adresse steht noch nicht auf unserer Karte
hidden-place-unknown-text = Dein Paket ist trotzdem eingeplant. Solange wir nicht wissen, wo deine Tür ist, gibt es keine Karte, keine Zahl der Stopps und keine laufende Uhrzeit.
hidden-high-value-title = Übergabe gegen deinen Code
hidden-high-value-text = Bei wertvollen Paketen zeigen wir nur die Zeit, und am Tag der Zustellung deinen Code für die Tür.
door-code = Dein Code
door-code-text = Sag ihn an der Tür, und vorher niemandem: nicht am Telefon, nicht in einer Nachricht.
door-code-told = Dein Code ist angekommen.
door-code-locked = Zu oft wurde ein falscher Code eingegeben, deshalb gilt dieser nicht mehr. Dein Zustelldienst kann einen neuen machen; er steht dann sofort hier.
hidden-driver-hidden-text = Wer fährt, darf sie jederzeit schließen. Dein Paket ist weiter unterwegs, und dein Zeitfenster bleibt.
hidden-outside-area-title = Keine Live-Karte in deinem Gebiet
day-bar-window = Dein Zeitfenster
told-already = Wir schreiben dir, wenn sie sich öffnet.
photo-door = Foto der Zustellung: dein Paket an der Tür
photo-safe-place = Foto der Zustellung: dein Paket am Ablageort
photo-mailbox = Foto der Zustellung: dein Paket am Briefkasten
photo-neighbour = Foto der Zustellung: dein Paket bei deinen Nachbarn

choices-until = Änderbar, bis der Wagen vor deiner Tür steht.
choices-chosen = Dein Ablageort
choices-chosen-neighbour = Bei deinen Nachbarn
choices-name-needed = Sag, bei wem.
choices-changed-meanwhile = Das wurde inzwischen geändert, vielleicht in einem anderen Fenster. Was jetzt gilt, steht oben. Sende deines noch einmal, wenn du es weiter so möchtest.
choices-typed = Du schriebst: { $text }
choices-does-not-fit = Das passt nicht mehr in diese Tour. Dein Zeitfenster bleibt.
choices-day-needed = Wähle einen dieser Tage.
choices-day-chosen = Dein Wunschtag: { $day }
choices-pickup-where = Wo möchtest du es abholen?
choices-point = Dein Abholpunkt
choices-point-needed = Wähle einen dieser Abholpunkte.
access-way = Was sonst hilft, deine Tür zu finden
choices-place-needed = Wähle, wo.
choices-note-needed = Sag in ein paar Worten, wo das ist.

because-instruction-given = Im Wagen ist bekannt, was mit deinem Paket geschehen soll.
because-put-later = Du hast um eine spätere Zeit gebeten.
because-tour-started = Dein Paket ist im Wagen, die Tour hat begonnen.
because-stops-added-before = { $count ->
    [one] Vor dir kam ein Stopp dazu.
   *[other] Vor dir kamen { $count } Stopps dazu.
}
because-stops-dropped-before = { $count ->
    [one] Vor dir fiel ein Stopp weg.
   *[other] Vor dir fielen { $count } Stopps weg.
}
because-instruction-withdrawn = Im Wagen ist bekannt, dass du selbst öffnest.
because-stop-skipped = Dein Stopp musste vorerst ausgelassen werden.
step-door = An deiner Tür

sure-kept = In deiner Gegend haben wir in den letzten vier Wochen { $kept } von 5 Zeitfenstern eingehalten.
sure-glide = Der Punkt stimmt, wenn der Wagen an festen Stellen der Straßen vorbeikommt; dazwischen fährt er nach Plan, auf etwa { $accuracy } genau. So sieht niemand, an welchen Türen der Wagen hält. Kurz vor deiner Tür ist er genau.

parcel-title = Dein Paket

rating-hint = Deine Bewertung geht an den Zustelldienst. Wer gefahren ist, sieht sie nicht.
rating-given = Du hast { $score } von 5 gegeben.
rating-legend = Deine Bewertung
rating-comment = Ein paar Worte dazu, wenn du möchtest
rating-needed = Wähle eine Zahl von 1 bis 5.

report-known = Das ist darüber bekannt, dir wie dem Zustelldienst:
outcome-at-pickup-point = Liegt für dich bereit: { $name }
mark-pin = Deine Nadel: mit dem Finger oder den Pfeiltasten verschieben
mark-photo-of = Foto deines Ablageorts
mark-too-far = Das ist zu weit von deiner Tür: höchstens 250 m.
mark-photo-gone = Dieses Foto ist nicht mehr da. Wähle es noch einmal.
