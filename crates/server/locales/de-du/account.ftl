# Anmelden, die Übersicht und Nachrichten, wo der Betrieb „du“ sagt.
login-lead = Sieh nach, wo deine Pakete sind und wann sie kommen.
login-wait = Zu viele Versuche. Warte eine Minute, dann noch einmal.
login-provider-failed = Die Anmeldung dort hat nicht geklappt. Versuch es noch einmal oder melde dich anders an.
login-provider-no-account = Mit deiner E-Mail-Adresse von dort gibt es hier kein Konto.

sign-in-offer = Kein Passwort zur Hand? Wir schicken dir einen Link an deine E-Mail-Adresse, und damit meldest du dich an.
sign-in-asked-hint = Er gilt einmal, 15 Minuten lang. Kommt nichts an, sieh im Spam-Ordner nach und prüfe die Adresse.
sign-in-ready = Dieser Link meldet dich auf diesem Gerät an. Er gilt einmal.
sign-in-over = Dieser Link wurde schon benutzt oder ist älter als 15 Minuten. Fordere einen neuen an.

sessions-link = Wo du angemeldet bist
sessions-title = Wo du angemeldet bist
sessions-lead = Kennst du eines davon nicht, melde dich dort ab.
sessions-this = Hier bist du gerade.

passkey-login-failed = Das hat nicht geklappt: Der Passkey ist hier nicht bekannt, oder es hat zu lange gedauert. Versuch es noch einmal oder melde dich anders an.
passkeys-lead = Mit einem Passkey meldest du dich mit dem Finger, dem Gesicht oder dem Code deines Geräts an und brauchst kein Passwort. Entferne alle, die du nicht kennst.
passkey-add-failed = Es wurde nichts hinzugefügt: Dein Gerät war nicht einverstanden, oder es hat zu lange gedauert. Versuch es noch einmal.
passkey-known = Auf diesem Gerät gibt es für dein Konto schon einen Passkey.
passkey-full = Du hast 20 Passkeys, und mehr können es nicht sein. Entferne erst einen.

orders-title = Deine Pakete
orders-none = Gerade ist nichts zu dir unterwegs. Sobald ein Paket angekündigt wird, steht es hier.
orders-for-others-note = Hiervon siehst du den Stand und den Tag. Mehr sehen die, die es bekommen.
orders-gift = Eine Überraschung für dich

notices-title = Worüber dürfen wir dir schreiben?
notices-hint = Per E-Mail. Du bekommst nur, worum du gebeten hast.
notices-next = Wenn du als Nächstes dran bist
notices-lead = Du bekommst nur, worum du gebeten hast. Keine Nachricht enthält eine Adresse oder einen Code, und keine fragt dich nach etwas.
notices-sms-number = SMS gehen an deine Nummer, die auf { $end } endet.
quiet-lead = Dazwischen kommt nichts. Was danach noch wichtig ist, kommt dann. Lass beides leer, wenn du keine willst.
push-title = Auf deinen Geräten
push-offer = Wenn du zustimmst, fragt dein Browser einmal, ob er darf. Du erfährst, wenn sich die Karte öffnet, wenn ein Paket später kommt und wie es ausging; oben kannst du das ändern.
push-denied = Dieser Browser soll keine Mitteilungen dieser Seite zeigen. Erlaube sie in seinen Einstellungen für diese Seite und komm wieder.
push-home-screen = Auf iPhone und iPad legst du diese Seite zuerst auf den Home-Bildschirm: „Teilen“ antippen, dann „Zum Home-Bildschirm“. Öffne sie von dort und komm hierher zurück.
push-failed = Das ging nicht. Es hat sich nichts geändert; versuch es gleich noch einmal.
push-full = Zehn Geräte bekommen schon Bescheid. Entferne zuerst eines.
ntfy-lead = ntfy ist eine App für Handy und Computer, die Mitteilungen zeigt. Du bekommst ein eigenes Thema und abonnierst es dort.
ntfy-privacy = Wer das Thema kennt, kann deine Mitteilungen lesen, und wer den ntfy-Server betreibt, auch; Anschrift und Codes stehen nicht darin.
ntfy-how = Öffne die Adresse, oder füge in der ntfy-App ein Abonnement hinzu: Thema { $topic }, Server { $server }.
ntfy-full = Du hast schon drei Themen. Entferne zuerst eines.
home-lead = Home Assistant zeigt, wann dein nächstes Paket kommt: wie es steht, sein Zeitfenster und wie viele Stopps vor dir liegen.
home-privacy = Wer deinen Schlüssel kennt, kann das lesen, und wer den Broker betreibt, auch; Anschrift, Codes und Karte sind nicht dabei.
home-client = Client-ID, das ist dein Schlüssel
home-hint = Trag das in die MQTT-Einstellungen von Home Assistant ein. Wie du einen eigenen Broker verbindest, steht in der Anleitung des Betreibers.
home-stops = Stopps vor dir

calendar-link = Pakete in deinem Kalender
calendar-title = Pakete in deinem Kalender
calendar-lead = Dein Kalender zeigt, wann ein Paket kommt, und der Eintrag wird so genau wie das Zeitfenster. Du bekommst eine Adresse, die du dort als Abonnement hinzufügst.
calendar-address = Deine Adresse
calendar-address-hint = Sie steht nur dieses eine Mal hier. Kopiere sie, und füge sie in deinem Kalender als Kalender aus dem Internet hinzu.
calendar-privacy = Wer die Adresse kennt, sieht, wann deine Pakete kommen und wer sie schickt, auch der Dienst, bei dem dein Kalender liegt. Deine Anschrift und Codes stehen nicht darin, und bei Geschenken und Vertraulichem kein Absender.
calendar-back = Zu deinen Paketen

sharing-lead = Du bekommst einen Link zum Weitergeben. Wer ihn öffnet, sieht, wann das Paket kommt, und sonst nichts: keine Karte, keine Stopps, keinen Absender. Er endet mit dem Tag der Zustellung.
sharing-name = Wie du die Person nennst
sharing-name-hint = Diesen Namen sieht, wer zustellt, an deiner Tür, wenn das Paket für dich angenommen werden darf. Höchstens 140 Zeichen.
sharing-given = Dein Link
sharing-given-hint = Er wird nur dieses eine Mal gezeigt. Kopiere ihn und gib ihn weiter.
sharing-too-many = Für dieses Paket gibt es schon zehn Links. Nimm einen davon zurück.
share-title = Ein Paket in deiner Nachbarschaft
share-may-accept = Du wurdest gebeten, es anzunehmen. Sag das an der Tür.
share-seen = Wer dir diesen Link gegeben hat, sieht, wann er geöffnet wird.
