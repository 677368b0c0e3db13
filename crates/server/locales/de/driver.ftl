# Die Seite für den Wagen. Ihr Skript liest diese Datei, wie sie ist; jede Nachricht beginnt mit „driver-“.
driver-title = Ihre Tour
driver-needs-script = Diese Seite braucht JavaScript: Sie behält, was Sie eintragen, solange kein Netz da ist.

# Anmelden.
driver-login-title = Für Ihre Tour anmelden
driver-code = Einmal-Code
driver-code-hint = Sie bekommen ihn aus der Disposition. Er gilt einmal und 15 Minuten lang.
driver-login-button = Anmelden
driver-code-refused = Dieser Code gilt nicht. Lassen Sie sich einen neuen geben.
driver-login-wait = Zu viele Versuche. Warten Sie eine Minute.
driver-login-offline = Kein Netz. Zum Anmelden braucht es eines.
driver-login-failed = Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.
driver-logout = Abmelden
driver-logout-waiting = { $count ->
    [one] 1 Eintrag ist noch nicht gesendet. Er bleibt auf diesem Telefon, bis Sie sich wieder anmelden.
   *[other] { $count } Einträge sind noch nicht gesendet. Sie bleiben auf diesem Telefon, bis Sie sich wieder anmelden.
}

# Die Tour als Ganzes.
driver-loading = Ihre Tour wird geholt.
driver-no-tour-title = Heute keine Tour für Sie
driver-no-tour-text = Sobald eine geplant ist, steht sie hier.
driver-stop-number = Stopp { $number } von { $total }
driver-progress = { $done } von { $total } Stopps erledigt
driver-as-of = Stand { $time }
driver-start = Tour beginnen
driver-start-hint = Ab jetzt sehen die Leute, zu denen Sie als Nächstes kommen, wo Sie sind. Nicht in Pausen und nicht nach dem Ende.
driver-first-stop = Erster Stopp
driver-break = Pause
driver-break-over = Weiter
driver-break-title = Pause
driver-break-since = Seit { $time }. Ihr Ort wird nicht gesendet, und niemand sieht Sie.
driver-all-done-title = Alle Stopps sind erledigt
driver-all-done-text = Beenden Sie die Tour, wenn Sie zurück sind.
driver-end = Tour beenden
driver-end-title = Tour beenden?
driver-end-open = { $count ->
    [0] Alle Stopps sind erledigt.
    [one] 1 Stopp ist noch offen.
   *[other] { $count } Stopps sind noch offen.
}
driver-end-text = Danach wird Ihr Ort nicht mehr gesendet.
driver-ended-title = Die Tour ist zu Ende
driver-ended-text = Ihr Ort wird nicht mehr gesendet.

# Was wartet, und wer mich sieht.
driver-no-signal = Kein Netz
driver-waiting = { $count ->
    [one] 1 wartet auf Netz
   *[other] { $count } warten auf Netz
}
driver-sending = { $count ->
    [one] 1 wird gesendet
   *[other] { $count } werden gesendet
}
driver-all-sent = Alles gesendet
driver-refused = { $count ->
    [one] 1 Eintrag wurde nicht übernommen
   *[other] { $count } Einträge wurden nicht übernommen
}
driver-refused-title = Nicht übernommen
driver-refused-known = Verstanden
driver-watchers = { $count ->
    [0] Gerade sieht Sie niemand
    [one] 1 Person sieht Sie
   *[other] { $count } Personen sehen Sie
}
driver-unseen = Niemand sieht Sie
driver-map-hidden = Sie haben die Karte geschlossen
driver-hide = Verbergen
driver-show = Zeigen
driver-who-title = Wer Sie sieht
driver-who-hidden = Niemand sieht Sie darauf. Zeitfenster und Zahl der Stopps laufen weiter; dafür wird Ihr Ort weiter gesendet.
driver-who-asking = Das wird gerade gefragt.
driver-who-offline = Kein Netz. Was gespeichert ist und wer hingesehen hat, steht hier, sobald es wieder Netz gibt.
driver-kept-title = Was von Ihnen gespeichert ist
driver-kept-tour-logs = Ihre Orte und Einträge auf dieser Tour
driver-kept-reports = Wie nah Sie einer Tür waren, in groben Stufen, wenn dort jemand meldet, dass niemand kam
driver-kept-audit = Wer aus dem Betrieb sie angesehen hat
driver-kept-none = Heute nichts
driver-kept-until = Bis { $day }
driver-kept-purpose = Wozu: { $purpose }
driver-kept-never = Ihr Tempo und wo Sie in Pausen und außerhalb der Tour sind, wird nicht gespeichert. Wie oft Sie sich verbergen, wird nicht gezählt.
driver-looks-title = Wer aus dem Betrieb heute hingesehen hat
driver-looks-none = Bisher niemand
driver-looker-account = { $name }
driver-looker-key = System „{ $name }“
driver-looker-command = Jemand am Server
driver-place-off = Dieses Telefon sendet Ihren Ort nicht.
driver-place-send = Senden
driver-place-denied = Dieser Browser darf Ihren Ort nicht wissen. Erlauben Sie es in seinen Einstellungen.
driver-place-lost = Ihr Ort ist gerade nicht bekannt.

# Der nächste Stopp.
driver-parcels = { $count ->
    [one] 1 Paket
   *[other] { $count } Pakete
}
driver-parcels-chosen = { $chosen } von { $count } Paketen
driver-parcels-title = Pakete hier
driver-parcels-hint = Der nächste Eintrag gilt für die mit Haken.
driver-not-before = Nicht vor { $time }
driver-to-neighbour = Bei Nachbarn
driver-in-person = Persönlich
driver-bell = Klingel „{ $name }“
driver-floor = Stockwerk: { $floor }
driver-news-one = { $address }: { $what }
driver-news-many = Zu { $count } Paketen gibt es Wünsche. Sie stehen bei jedem Stopp.
driver-news-heard = Verstanden
driver-safe-place = Ablageort
driver-to-pin = Weg zur Nadel zeigen
driver-place-photo = Foto des Ablageorts
driver-for-one = Für { $number }
driver-may-accept = Darf es annehmen: { $names }
driver-a-neighbour = jemand aus der Nachbarschaft
driver-kind-gift = Geschenk
driver-kind-confidential = Vertraulich
driver-kind-high-value = Nur persönlich
driver-safe-place-front-porch = Vor der Haustür
driver-safe-place-rear-porch = Hinter dem Haus
driver-safe-place-garage = In der Garage
driver-safe-place-shed = Im Schuppen
driver-safe-place-mailbox = Im Briefkasten
driver-safe-place-reception = Am Empfang
driver-safe-place-other = Wie vereinbart
driver-navigate = Navigieren
driver-arrived = Ich bin da
driver-here-since = Hier seit { $time }
driver-skip = Später
driver-then = Dann
driver-list = Alle Stopps
driver-list-title = Ihre Stopps
driver-close = Schließen
driver-make-next = Jetzt

# Was dort geschah.
driver-bar = Was hier geschah
driver-not-possible = Nicht möglich
driver-something-else = Etwas anderes
driver-elsewhere-title = Woanders gelassen
driver-not-delivered-title = Nicht zugestellt
driver-outcome-delivered-to-recipient = Übergeben
driver-outcome-delivered-to-neighbour = Bei Nachbarn
driver-outcome-delivered-to-safe-place = Am Ablageort
driver-outcome-delivered-to-mailbox = Im Briefkasten
driver-outcome-delivered-to-pickup-point = Am Abholpunkt
driver-outcome-failed-not-home = Niemand öffnet
driver-outcome-failed-refused = Nicht gewollt
driver-outcome-failed-address-not-found = Adresse nicht gefunden
driver-outcome-failed-no-access = Kein Zugang
driver-outcome-failed-no-time = Keine Zeit mehr
driver-outcome-failed-damaged = Beschädigt
driver-outcome-failed-missing = Nicht im Wagen
driver-outcome-failed-verification = Code oder Nachweis passt nicht
driver-outcome-failed-other = Anderer Grund
driver-just-now = { $what }: { $address }
driver-undo = Zurücknehmen
driver-photo-offered = Foto dazu: { $address }
driver-photo-kept = Foto ist dabei. Wiederholen
driver-photo-unreadable = Das Bild ist nicht lesbar. Noch einmal versuchen

# Der Code an der Tür.
driver-door-code-title = Code an der Tür
driver-door-code = Code der Empfängerin oder des Empfängers
driver-door-code-hint = Fragen Sie nach den 6 Ziffern auf der Seite zum Paket. Übergeben Sie es nur, wenn sie stimmen.
driver-door-code-check = Prüfen
driver-door-code-wrong = { $count ->
    [one] Das ist nicht der Code. Noch 1 Versuch.
   *[other] Das ist nicht der Code. Noch { $count } Versuche.
}
driver-door-code-locked = Zu viele falsche Codes. Bitten Sie die Disposition um einen neuen, oder drücken Sie „Nicht möglich“.
driver-door-code-offline = Kein Netz. Ein Code lässt sich nur mit Netz prüfen. Das Paket bleibt so lange offen.
driver-door-code-failed = Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.

# Wie die Liste einen Stopp nennt, und wie ein nicht übernommener Eintrag heißt.
driver-state-remaining = Offen
driver-state-arrived = Sie sind da
driver-state-served = Erledigt
driver-state-failed = Nicht möglich
driver-state-skipped = Später
driver-state-removed = Entfallen
driver-entry-started = Beginn
driver-entry-fix = Ort
driver-entry-arrived = Ankunft
driver-entry-skipped = Auf später gelegt
driver-entry-break-begun = Pause
driver-entry-break-ended = Ende der Pause
driver-entry-map-hidden = Karte geschlossen
driver-entry-map-shown = Karte geöffnet
driver-entry-ended = Ende der Tour
driver-entry-instruction-seen = Wunsch gesehen
driver-entry-photo = Foto
driver-entry-at = { $what }, { $time }
driver-why-clock-ahead = Die Uhr dieses Telefons geht falsch.
driver-why-too-old = Es ist mehr als drei Tage alt.
driver-why-tour-not-started = Die Tour hatte da noch nicht begonnen.
driver-why-on-break = Da war Pause.
driver-why-tour-ended = Die Tour war da schon zu Ende.
driver-why-unknown-stop = Dieser Stopp ist nicht mehr auf Ihrer Tour.
driver-why-unknown-parcel = Dieses Paket ist nicht mehr auf Ihrer Tour.
driver-why-not-delivered = Von diesem Paket ist keine Zustellung bekannt.
driver-why-photo-not-wanted = Von diesem Paket darf es kein Foto geben.
driver-why-too-late = Es kam zu spät.
driver-why-recipient-only = Es geht nur an die Person, für die es ist.
driver-why-door-code-missing = Der Code zum Paket wurde nicht geprüft.
driver-why-other = Der Server hat es nicht übernommen.
