# E-Mails, wo der Betrieb „du“ sagt.
mail-map-open-subject = { $operator }: Deine Karte ist offen
mail-map-open-text = Deine Zustellung ist in der Nähe. Ab jetzt siehst du den Wagen auf der Karte, und wie viele Stopps vor dir liegen.
mail-delivered-subject = { $operator }: Dein Paket ist zugestellt
mail-delivered-text = Dein Paket ist zugestellt. Wo und wann, steht auf seiner Seite.
mail-failed-subject = { $operator }: Wir konnten dein Paket nicht übergeben
mail-failed-text = Wir konnten dein Paket nicht übergeben. Warum, und wie es weitergeht, steht auf seiner Seite.
mail-no-link = Seine Seite findest du unter „Deine Pakete“.
mail-why = Du bekommst diese E-Mail, weil du { $operator } darum gebeten hast. Auf der Seite des Pakets kannst du das ändern. Per E-Mail fragen wir dich nie nach etwas.
mail-bought-subject = { $operator }: Deine Bestellung für jemand anderen wurde zugestellt
mail-bought-text = Was du für jemand anderen bestellt hast, wurde zugestellt.
mail-bought-link = Deine Liste: { $link }
mail-bought-no-link = Du findest es unter „Deine Pakete“.
mail-bought-why = Du bekommst diese E-Mail, weil du bei { $operator } um Nachricht über Zustellungen gebeten hast. Unter „Deine Pakete“ kannst du das ändern. Wir bitten dich per E-Mail nie um etwas.
mail-sign-in-subject = { $operator }: Dein Link zum Anmelden
mail-sign-in-text = Mit diesem Link meldest du dich an. Er gilt einmal, 15 Minuten lang:
mail-sign-in-why = Du bekommst diese E-Mail, weil jemand, vermutlich du, { $operator } auf der Anmeldeseite darum gebeten hat. Warst du es nicht, tu nichts: Ohne diesen Link kommt niemand hinein.
