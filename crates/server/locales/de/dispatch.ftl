# Die Liste der heutigen Touren für die Disposition.
dispatch-title = Touren von { $day }
dispatch-none = Für heute ist keine Tour geplant.
dispatch-tour = Tour
dispatch-driver = Fahrer
dispatch-phase = Jetzt
dispatch-progress = Stopps
dispatch-next = Nächster Stopp
dispatch-oddities = Zu prüfen
dispatch-none-odd = Nichts
dispatch-no-driver = Noch niemand
dispatch-phase-not-started = Nicht begonnen
dispatch-phase-underway = Unterwegs seit { $time }
dispatch-phase-on-break = Pause seit { $time }
dispatch-phase-ended = Beendet um { $time }
dispatch-map-hidden = { $phase }, Karte im Wagen geschlossen
dispatch-progress-value = { $done } von { $all }
dispatch-oddity-count = { $name }: { $count }
dispatch-more = Nur die ersten { $count } Touren stehen hier.
dispatch-next-since = { $address }, dort seit { $time }
dispatch-odd-unknown-stops = Stopps, die nicht zur Tour gehören
dispatch-odd-unknown-parcels = Pakete, die nicht zur Tour gehören
dispatch-odd-out-of-order = Stopps außer der Reihe
dispatch-odd-misplaced-turns = Beginn, Pause oder Ende, die nicht passen
dispatch-odd-jumps = Unmögliche Orte
dispatch-odd-inaccurate = Zu ungenaue Orte
dispatch-odd-stale = Überholte Orte
dispatch-odd-outside = Orte außerhalb der Tour
dispatch-odd-no-place = Stopps ohne Ort
dispatch-odd-travel-times = Pläne mit zweifelhaften Fahrzeiten
dispatch-odd-late-plans = Pläne nach dem Beginn
dispatch-odd-alternating = Hin und her springende Standorte
dispatch-odd-far = Standorte fern der Tour

# Die Seite einer Tour.
dispatch-tour-title = Tour { $reference }
dispatch-back = Alle Touren von heute
dispatch-stops-done = { $done } von { $all } Stopps
dispatch-next-stops = Nächste Stopps
dispatch-no-stops = Es kommt kein Stopp mehr.
dispatch-there = Dort seit { $time }
dispatch-more-stops = { $count ->
    [one] Und 1 weiterer Stopp
   *[other] Und { $count } weitere Stopps
}
dispatch-codes = Codes an der Tür
dispatch-codes-text = Diese Pakete werden gegen einen Code übergeben, der auf der Seite zum Paket steht. Ein neuer Code hat wieder fünf Versuche.
dispatch-code-left = { $count ->
    [0] Gesperrt: zu viele falsche Codes
    [one] Noch 1 Versuch
   *[other] Noch { $count } Versuche
}
dispatch-code-told = Der Code war richtig
dispatch-code-renew = Neuer Code
dispatch-held = Zurückgehalten
dispatch-held-text = Von diesen Stopps ist nur die Adresse bekannt. Ihre Empfänger erfahren nur den Tag, bis die Planung den Ort nennt.
why-title = Warum diese Reihenfolge?
why-sure = Die Reihenfolge ist sicher genug, um danach zu zählen. Mit { $percent } % Wahrscheinlichkeit ist der nächste Stopp der vermutete.
why-unsure = Die Reihenfolge ist nicht sicher genug, um danach zu zählen; Empfänger erfahren darum statt einer Zahl der Stopps eine Spanne. Mit { $percent } % Wahrscheinlichkeit ist der nächste Stopp der vermutete.
why-over = Vorhergesagt wird nichts mehr.
why-habits-title = Was der Fahrer vorhaben kann
why-habit-as-planned = Fährt wie geplant
why-habit-on-from-here = Fährt ab hier wie geplant, den Rest zuletzt
why-habit-backwards = Fährt den Plan rückwärts
why-habit-shortest = Nimmt den kürzesten Weg
why-habit-near-plan = Nimmt den kürzesten Weg nahe am Plan
why-habit-zone-by-zone = Macht eine Zone fertig, bevor die nächste drankommt
why-habit-near-first = Fährt zuerst, was nahe ist
why-habit-next = Nächster: { $address }
why-choices-title = Was der Fahrer zuletzt gewählt hat
why-choices-none = Noch kein Stopp wurde gewählt.
why-choice-foretold = Wie vermutet
why-choice-rank = { $count ->
    [one] 1 Stopp wurde davor vermutet
   *[other] { $count } Stopps wurden davor vermutet
}
why-arrivals-travel-times = Die Ankünfte sind Fahr- und Haltezeiten zusammengezählt.
why-arrivals-on-time = Die Ankünfte folgen dem Fahrplan, pünktlich.
why-arrivals-late = Die Ankünfte folgen dem Fahrplan, am nächsten Stopp { $span } später.
why-arrivals-early = Die Ankünfte folgen dem Fahrplan, am nächsten Stopp { $span } früher.
why-heard = Vom Fahrzeug kam zuletzt um { $time } etwas, vor { $age }.
why-heard-just-now = Vom Fahrzeug kam in der letzten Minute etwas.
why-odd-title = Was nicht passte
why-odd-none = Nichts
why-odd-counted = Was gezählt wird
dispatch-odd-unknown-stops-text = Meldungen zu einem Stopp, der nicht zur Tour gehört.
dispatch-odd-unknown-parcels-text = Meldungen zu einem Paket, das nicht zur Tour gehört.
dispatch-odd-out-of-order-text = Stopps, die bedient wurden, obwohl im Plan andere davor standen.
dispatch-odd-misplaced-turns-text = Ein Beginn nach dem Beginn, eine Pause in der Pause und dergleichen. Es gilt der erste.
dispatch-odd-jumps-text = Orte, an denen das Fahrzeug zu der Zeit nicht gewesen sein kann. Sie zählen nicht.
dispatch-odd-inaccurate-text = Orte mit zu großem Kreis der Genauigkeit. Sie zählen nicht.
dispatch-odd-stale-text = Orte, die ein Gerät noch einmal meldet, nachdem das Fahrzeug sie verlassen hat. Sie zählen nicht.
dispatch-odd-outside-text = Orte von vor dem Beginn, aus einer Pause oder nach dem Ende. Sie zählen nicht.
dispatch-odd-no-place-text = Kommende Stopps, von denen nur die Adresse bekannt ist. Für sie wird nichts vorhergesagt, bis stop_moved oder ein neuer Plan ihren Ort nennt.
dispatch-odd-travel-times-text = Pläne, deren Fahrzeiten nicht die zwischen ihren Orten sind, etwa Minuten als Sekunden. Ihnen wird nicht geglaubt; Entfernungen treten an ihre Stelle.
dispatch-odd-late-plans-text = Pläne, die gemacht wurden, als die Tour schon begonnen hatte. Was vorher geschah, gilt auch für ihre Stopps.
dispatch-odd-alternating-text = Standorte, die zwischen zwei weit entfernten Orten hin und her springen wie die von zwei Wagen. Empfänger sehen solange keine Karte.
dispatch-odd-far-text = Standorte, die mehr als 300 km von jedem Stopp der Tour entfernt sind. Sie werden ignoriert.

# Wie gut Vorhersagen hielten.
accuracy-title = Treffsicherheit
accuracy-link = Treffsicherheit: wie gut Vorhersagen hielten
accuracy-summary = { $kept } von { $all } Zeitfenstern hielten in den letzten { $count } Tagen: { $percent } %. Gemacht sind sie dafür, zu { $level } % zu halten.
accuracy-none = In den letzten { $count } Tagen wurde keine Tour ausgewertet. Eine Tour wird eine Viertelstunde nach ihrem Ende ausgewertet.
accuracy-by-day = Nach Tag
accuracy-day = Tag
accuracy-region = Region
accuracy-no-region = Keine
accuracy-kept = Fenster gehalten
accuracy-width = Mittlere Breite
accuracy-error = Mittlerer Fehler
accuracy-exact = Zahl richtig
accuracy-within-one = Höchstens 1 daneben
accuracy-by-stops = Nach Stopps im Voraus
accuracy-stops = Stopps
accuracy-stops-span = { $from } bis { $until }
accuracy-stops-more = { $from } oder mehr
accuracy-rate = { $percent } % von { $all }
accuracy-minutes = { $value } min
accuracy-nothing = –
accuracy-how = Nach jedem bedienten Stopp wird das, was für den Rest vorhergesagt war, an dem gemessen, was geschah. Fenster werden gemessen, bevor sie für Empfänger gerundet sind, Zahlen dort, wo höchstens zehn Stopps offen waren und eine Zahl genannt werden konnte.

# Die Seite, auf der entschieden wird, was Empfänger sehen.
visibility-title = Was Empfänger sehen
visibility-link = Was Empfänger sehen
visibility-intro = Für jedes Paket gelten die engsten Regeln: seine eigenen, dann die seines Absenders, seines Gebiets und des Zustelldienstes. Was Regeln offen lassen, sagen die nächstweiteren. Ein Geschenk, ein vertrauliches und ein wertvolles Paket bleiben verdeckt, was auch immer hier steht.
visibility-whose = Wessen Regeln
visibility-of-operator = Alle: { $name }
visibility-of-region = Gebiet { $name }
visibility-of-sender = Absender { $name }
visibility-of-parcel = Paket { $name }
visibility-find-sender = Ein Absender, nach Namen
visibility-find-parcel = Ein Paket, nach Nummer
visibility-find = Anzeigen
visibility-choose = Was Empfänger sehen
visibility-choice-default = Das Übliche: Karte und Anzahl, wenn der Fahrer nahe ist
visibility-choice-wider = Nichts Eigenes: wie die nächstweiteren Regeln
visibility-choice-open = Offen: Karte und Anzahl ab Beginn der Tour
visibility-choice-near = Nah: Karte und Anzahl, wenn höchstens 10 Stopps und 30 Minuten fehlen
visibility-choice-coarse = Grob: keine Karte; die Anzahl, wenn höchstens 10 Stopps fehlen
visibility-choice-gift = Geschenk: nur die Zeit, nichts von Absender oder Inhalt
visibility-choice-confidential = Vertraulich: nur die Zeit, kein Absender
visibility-choice-high-value = Wertvoll: weder Karte noch Anzahl, und kein Ablageort
visibility-choice-written = Eigene Regeln, wie unten geschrieben
visibility-written = Eigene Regeln
visibility-written-hint = JSON mit beliebigen von kind, map, count, forecast, driver_name und photo; für Zustelldienst und Gebiete auch release und tell_kept.
visibility-parcel = Nummer eines Pakets, an dem sie erprobt werden
visibility-preview = Vorschau
visibility-save = Speichern
visibility-saved = Gespeichert. Offene Seiten folgen sofort.
visibility-read-only = Speichern dürfen nur Verwalter. Erproben können Sie Regeln.
visibility-trouble-nothing-chosen = Wählen Sie, was Empfänger sehen.
visibility-trouble-unreadable = Die Regeln sind nicht lesbar: { $code }. Verbessern Sie sie und versuchen Sie es noch einmal.
visibility-trouble-unreadable-at = Die Regeln sind bei { $place } nicht lesbar: { $code }. Verbessern Sie sie und versuchen Sie es noch einmal.
visibility-trouble-changed = Jemand hat diese Regeln inzwischen geändert. Unten steht, was Sie gewählt haben; was jetzt gilt, ist die neueste Änderung in der Liste. Speichern Sie noch einmal, um sie zu ersetzen.
visibility-trouble-senders = Zu viele Absender haben eigene Regeln. Nehmen Sie zuerst einige weg.
visibility-trouble-parcel = Es gibt kein Paket mit dieser Nummer.
visibility-seen-title = Was der Empfänger von { $number } jetzt sähe
visibility-seen-recorded = Es wurde festgehalten, dass Sie nachgesehen haben.
visibility-seen-status = Status
visibility-seen-window = Zeit
visibility-seen-live = { $window }, laufend berechnet
visibility-seen-planned = { $window }, wie geplant
visibility-seen-count = Stopps
visibility-seen-map = Karte
visibility-seen-map-open = Offen, mit dem Wagen
visibility-seen-sender = Absender
visibility-seen-driver = Fahrer
visibility-seen-photo = Foto der Zustellung
visibility-seen-photo-taken = Aufgenommen { $time }
visibility-seen-nothing = Wird nicht gezeigt
visibility-changes = Wer was geändert hat
visibility-changes-none = Noch hat niemand etwas geändert.
visibility-change-at = Wann
visibility-change-whose = Wessen Regeln
visibility-change-by = Von
visibility-change-rules = Was sie seitdem sagen
visibility-by-key = Schlüssel { $label }
visibility-by-account = Konto { $id }
visibility-by-command = Jemand am Server selbst
visibility-by-upgrade = Eine Aktualisierung des Programms

# Was gemeldet wird.
reports-link = Meldungen: { $count } offen
reports-title = Meldungen
reports-intro = Wer meldet, liest über den Versuch dieselben Worte und sofort Ihre Antwort.
reports-none = Keine Meldung ist offen.
reports-answer = Ihre Antwort
reports-send = Antworten
reports-answer-needed = Schreiben Sie eine Antwort von höchstens { $limit } Zeichen.
reports-answered = Beantwortet
reports-more = Die { $count } neuesten sind zu sehen.
