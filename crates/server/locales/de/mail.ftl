# E-Mails. Ohne Adresse, Absender und Inhalt: Eine Mail liest, wer am Bildschirm vorbeigeht.
mail-map-open-subject = { $operator }: Ihre Karte ist offen
mail-map-open-text = Ihre Zustellung ist in der Nähe. Ab jetzt sehen Sie den Wagen auf der Karte, und wie viele Stopps vor Ihnen liegen.
mail-delivered-subject = { $operator }: Ihr Paket ist zugestellt
mail-delivered-text = Ihr Paket ist zugestellt. Wo und wann, steht auf seiner Seite.
mail-failed-subject = { $operator }: Wir konnten Ihr Paket nicht übergeben
mail-failed-text = Wir konnten Ihr Paket nicht übergeben. Warum, und wie es weitergeht, steht auf seiner Seite.
mail-gift = Es ist eine Überraschung, darum steht hier nicht mehr.
mail-link = Seine Seite: { $link }
mail-no-link = Seine Seite finden Sie unter „Ihre Pakete“.
mail-why = Sie bekommen diese E-Mail, weil Sie { $operator } darum gebeten haben. Auf der Seite des Pakets können Sie das ändern. Per E-Mail fragen wir Sie nie nach etwas.
mail-sign-in-subject = { $operator }: Ihr Link zum Anmelden
mail-sign-in-text = Mit diesem Link melden Sie sich an. Er gilt einmal, 15 Minuten lang:
mail-sign-in-why = Sie bekommen diese E-Mail, weil jemand, vermutlich Sie, { $operator } auf der Anmeldeseite darum gebeten hat. Waren Sie es nicht, tun Sie nichts: Ohne diesen Link kommt niemand hinein.
