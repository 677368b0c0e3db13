# Die Seite für den Wagen, wo der Betrieb „du“ sagt.
driver-title = Deine Tour
driver-needs-script = Diese Seite braucht JavaScript: Sie behält, was du einträgst, solange kein Netz da ist.

driver-login-title = Für deine Tour anmelden
driver-code-hint = Du bekommst ihn aus der Disposition. Er gilt einmal und 15 Minuten lang.
driver-code-refused = Dieser Code gilt nicht. Lass dir einen neuen geben.
driver-login-wait = Zu viele Versuche. Warte eine Minute.
driver-login-failed = Das hat nicht geklappt. Versuch es gleich noch einmal.
driver-logout-waiting = { $count ->
    [one] 1 Eintrag ist noch nicht gesendet. Er bleibt auf diesem Telefon, bis du dich wieder anmeldest.
   *[other] { $count } Einträge sind noch nicht gesendet. Sie bleiben auf diesem Telefon, bis du dich wieder anmeldest.
}

driver-loading = Deine Tour wird geholt.
driver-no-tour-title = Heute keine Tour für dich
driver-start-hint = Ab jetzt sehen die Leute, zu denen du als Nächstes kommst, wo du bist. Nicht in Pausen und nicht nach dem Ende.
driver-break-since = Seit { $time }. Dein Ort wird nicht gesendet, und niemand sieht dich.
driver-all-done-text = Beende die Tour, wenn du zurück bist.
driver-end-text = Danach wird dein Ort nicht mehr gesendet.
driver-ended-text = Dein Ort wird nicht mehr gesendet.

driver-watchers = { $count ->
    [0] Gerade sieht dich niemand
    [one] 1 Person sieht dich
   *[other] { $count } Personen sehen dich
}
driver-unseen = Niemand sieht dich
driver-map-hidden = Du hast die Karte geschlossen
driver-who-title = Wer dich sieht
driver-who-hidden = Niemand sieht dich darauf. Zeitfenster und Zahl der Stopps laufen weiter; dafür wird dein Ort weiter gesendet.
driver-kept-title = Was von dir gespeichert ist
driver-kept-tour-logs = Deine Orte und Einträge auf dieser Tour
driver-kept-reports = Wie nah du einer Tür warst, in groben Stufen, wenn dort jemand meldet, dass niemand kam
driver-kept-never = Dein Tempo und wo du in Pausen und außerhalb der Tour bist, wird nicht gespeichert. Wie oft du dich verbirgst, wird nicht gezählt.
driver-place-off = Dieses Telefon sendet deinen Ort nicht.
driver-place-denied = Dieser Browser darf deinen Ort nicht wissen. Erlaube es in seinen Einstellungen.
driver-place-lost = Dein Ort ist gerade nicht bekannt.

driver-list-title = Deine Stopps

driver-door-code-hint = Frag nach den 6 Ziffern auf der Seite zum Paket. Übergib es nur, wenn sie stimmen.
driver-door-code-locked = Zu viele falsche Codes. Bitte die Disposition um einen neuen, oder drück „Nicht möglich“.
driver-door-code-failed = Das hat nicht geklappt. Versuch es gleich noch einmal.

driver-state-arrived = Du bist da
driver-why-unknown-stop = Dieser Stopp ist nicht mehr auf deiner Tour.
driver-why-unknown-parcel = Dieses Paket ist nicht mehr auf deiner Tour.
