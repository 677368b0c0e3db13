# Anmelden, die Übersicht, und worüber man Bescheid haben will.
login-title = Anmelden
login-lead = Sehen Sie, wo Ihre Pakete sind und wann sie kommen.
login-email = E-Mail-Adresse
login-password = Passwort
login-button = Anmelden
login-failed = Diese E-Mail-Adresse und dieses Passwort passen nicht zusammen.
login-wait = Zu viele Versuche. Warten Sie eine Minute, dann noch einmal.
login-provider = Mit { $name } anmelden
login-provider-failed = Die Anmeldung dort hat nicht geklappt. Versuchen Sie es noch einmal oder melden Sie sich anders an.
login-provider-no-account = Mit Ihrer E-Mail-Adresse von dort gibt es hier kein Konto.

sign-in-title = Per E-Mail anmelden
sign-in-offer = Kein Passwort zur Hand? Wir schicken Ihnen einen Link an Ihre E-Mail-Adresse, und damit melden Sie sich an.
sign-in-ask = Link zuschicken
sign-in-asked = Wenn es ein Konto mit dieser E-Mail-Adresse gibt, ist ein Link dorthin unterwegs.
sign-in-asked-hint = Er gilt einmal, 15 Minuten lang. Kommt nichts an, sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse.
sign-in-ready = Dieser Link meldet Sie auf diesem Gerät an. Er gilt einmal.
sign-in-over = Dieser Link wurde schon benutzt oder ist älter als 15 Minuten. Fordern Sie einen neuen an.
sign-in-back = Zur Anmeldung

sessions-link = Wo Sie angemeldet sind
sessions-title = Wo Sie angemeldet sind
sessions-lead = Kennen Sie eines davon nicht, melden Sie sich dort ab.
sessions-unknown = Ein unbekanntes Gerät
sessions-began = Angemeldet: { $when }
sessions-used = Zuletzt benutzt: { $when }
sessions-this = Hier sind Sie gerade.
sessions-end = Dort abmelden
sessions-end-others = Überall sonst abmelden
sessions-ended = Abgemeldet.

passkey-login = Mit einem Passkey anmelden
passkey-login-failed = Das hat nicht geklappt: Der Passkey ist hier nicht bekannt, oder es hat zu lange gedauert. Versuchen Sie es noch einmal oder melden Sie sich anders an.
passkeys-title = Passkeys
passkeys-lead = Mit einem Passkey melden Sie sich mit dem Finger, dem Gesicht oder dem Code Ihres Geräts an und brauchen kein Passwort. Entfernen Sie alle, die Sie nicht kennen.
passkey-created = Hinzugefügt: { $when }
passkey-unused = Noch nicht benutzt
passkey-remove = Entfernen
passkey-name = Wie soll er heißen?
passkey-add = Passkey hinzufügen
passkey-add-failed = Es wurde nichts hinzugefügt: Ihr Gerät war nicht einverstanden, oder es hat zu lange gedauert. Versuchen Sie es noch einmal.
passkey-known = Auf diesem Gerät gibt es für Ihr Konto schon einen Passkey.
passkey-full = Sie haben 20 Passkeys, und mehr können es nicht sein. Entfernen Sie erst einen.

orders-title = Ihre Pakete
orders-none = Gerade ist nichts zu Ihnen unterwegs. Sobald ein Paket angekündigt wird, steht es hier.
orders-today = Heute
orders-coming = Unterwegs
orders-done = Erledigt
orders-more = { $sender }, { $count ->
    [one] 1 Paket
   *[other] { $count } Pakete
}
orders-together = Zusammen bestellt: { $count ->
    [one] 1 Paket
   *[other] { $count } Pakete
}
orders-map-open = Karte offen
orders-follow = Zustellung verfolgen
orders-also = Kommt auch mit:
orders-when = { $day }, { $window }
orders-by = Gebracht von { $operator }
orders-status-only = { $carrier }, nur Status
orders-for-others = Für jemand anderen bestellt
orders-for-others-note = Hiervon sehen Sie den Stand und den Tag. Mehr sehen die, die es bekommen.
orders-bought-in-transit = Unterwegs
orders-bought-pickup = Liegt zur Abholung bereit
orders-day-unknown = Tag noch nicht bekannt
orders-status-only-note = „Nur Status“: Ein anderer Zustelldienst bringt es und meldet einige Male am Tag, wo es ist. Eine Karte gibt es dafür nicht.
orders-gift = Eine Überraschung für Sie
orders-sender-status = { $sender }. { $status }

notices-title = Worüber dürfen wir Ihnen schreiben?
notices-hint = Per E-Mail. Sie bekommen nur, worum Sie gebeten haben.
notices-map-open = Wenn sich die Karte öffnet
notices-delivered = Wenn es zugestellt ist
notices-failed = Wenn es nicht zugestellt werden konnte
notices-save = Speichern
notices-saved = Gespeichert.
notices-announced = Wenn ein Paket angekündigt ist
notices-out = Wenn es in Zustellung ist
notices-next = Wenn Sie als Nächstes dran sind
notices-delayed = Wenn es später kommt
notices-all = Auch auf diesem Gerät, und alles zur Auswahl
notices-table = Was, und wie
notices-email = E-Mail
notices-push = Gerät
notices-sms = SMS
notices-lead = Sie bekommen nur, worum Sie gebeten haben. Keine Nachricht enthält eine Adresse oder einen Code, und keine fragt Sie nach etwas.
notices-most = Ein Gerät bekommt zu einem Paket höchstens drei Mitteilungen: eine frühe, eine, wenn es nah ist oder später kommt, und wie es ausging. E-Mails kommen alle.
notices-sms-number = SMS gehen an Ihre Nummer, die auf { $end } endet.
quiet-title = Ruhezeit
quiet-lead = Dazwischen kommt nichts. Was danach noch wichtig ist, kommt dann. Lassen Sie beides leer, wenn Sie keine wollen.
quiet-from = Von
quiet-until = Bis
push-title = Auf Ihren Geräten
push-lead = Eine Mitteilung auf dem Bildschirm, auch wenn diese Seite geschlossen ist.
push-offer = Wenn Sie zustimmen, fragt Ihr Browser einmal, ob er darf. Sie erfahren, wenn sich die Karte öffnet, wenn ein Paket später kommt und wie es ausging; oben können Sie das ändern.
push-turn-on = Auf diesem Gerät Bescheid geben
push-on = Dieses Gerät bekommt Bescheid.
push-denied = Dieser Browser soll keine Mitteilungen dieser Seite zeigen. Erlauben Sie sie in seinen Einstellungen für diese Seite und kommen Sie wieder.
push-unsupported = Dieser Browser kann keine Mitteilungen einer Seite zeigen. E-Mail geht überall.
push-home-screen = Auf iPhone und iPad legen Sie diese Seite zuerst auf den Home-Bildschirm: „Teilen“ antippen, dann „Zum Home-Bildschirm“. Öffnen Sie sie von dort und kommen Sie hierher zurück.
push-failed = Das ging nicht. Es hat sich nichts geändert; versuchen Sie es gleich noch einmal.
push-full = Zehn Geräte bekommen schon Bescheid. Entfernen Sie zuerst eines.
push-none = Kein Gerät bekommt Bescheid.
push-remove = Entfernen
push-unknown = Ein Browser
push-since = Seit { $when }
ntfy-title = Über ntfy
ntfy-lead = ntfy ist eine App für Handy und Computer, die Mitteilungen zeigt. Sie bekommen ein eigenes Thema und abonnieren es dort.
ntfy-privacy = Wer das Thema kennt, kann Ihre Mitteilungen lesen, und wer den ntfy-Server betreibt, auch; Anschrift und Codes stehen nicht darin.
ntfy-server = Server
ntfy-make = Thema anlegen
ntfy-how = Öffnen Sie die Adresse, oder fügen Sie in der ntfy-App ein Abonnement hinzu: Thema { $topic }, Server { $server }.
ntfy-full = Sie haben schon drei Themen. Entfernen Sie zuerst eines.
ntfy-gone = Dieser Server wird nicht mehr benutzt; dorthin geht nichts mehr.
home-title = In Home Assistant
home-lead = Home Assistant zeigt, wann Ihr nächstes Paket kommt: wie es steht, sein Zeitfenster und wie viele Stopps vor Ihnen liegen.
home-privacy = Wer Ihren Schlüssel kennt, kann das lesen, und wer den Broker betreibt, auch; Anschrift, Codes und Karte sind nicht dabei.
home-turn-on = Einschalten
home-turn-off = Ausschalten
home-broker = Broker
home-client = Client-ID, das ist Ihr Schlüssel
home-prefix = Discovery-Präfix
home-hint = Tragen Sie das in die MQTT-Einstellungen von Home Assistant ein. Wie Sie einen eigenen Broker verbinden, steht in der Anleitung des Betreibers.
home-none = Es ist nichts unterwegs.
home-status = Nächstes Paket
home-from = Zeitfenster beginnt
home-until = Zeitfenster endet
home-stops = Stopps vor Ihnen
home-count = Pakete unterwegs
orders-short = Pakete

calendar-link = Pakete in Ihrem Kalender
calendar-title = Pakete in Ihrem Kalender
calendar-lead = Ihr Kalender zeigt, wann ein Paket kommt, und der Eintrag wird so genau wie das Zeitfenster. Sie bekommen eine Adresse, die Sie dort als Abonnement hinzufügen.
calendar-make = Adresse anlegen
calendar-address = Ihre Adresse
calendar-address-hint = Sie steht nur dieses eine Mal hier. Kopieren Sie sie, und fügen Sie sie in Ihrem Kalender als Kalender aus dem Internet hinzu.
calendar-made = Angelegt: { $when }
calendar-read = Zuletzt gelesen: { $when }
calendar-renew = Neue Adresse anlegen
calendar-renew-hint = Die jetzige endet damit.
calendar-end = Beenden
calendar-ended = Beendet. Die Adresse öffnet nichts mehr.
calendar-privacy = Wer die Adresse kennt, sieht, wann Ihre Pakete kommen und wer sie schickt, auch der Dienst, bei dem Ihr Kalender liegt. Ihre Anschrift und Codes stehen nicht darin, und bei Geschenken und Vertraulichem kein Absender.
calendar-back = Zu Ihren Paketen
calendar-name = Pakete, { $operator }
calendar-parcel = Paket
calendar-parcel-from = Paket von { $sender }
calendar-as-of = Stand: { $when }

sharing-link = Der Nachbarschaft Bescheid geben
sharing-title = Der Nachbarschaft Bescheid geben
sharing-lead = Sie bekommen einen Link zum Weitergeben. Wer ihn öffnet, sieht, wann das Paket kommt, und sonst nichts: keine Karte, keine Stopps, keinen Absender. Er endet mit dem Tag der Zustellung.
sharing-window = Sehen, wann es kommt
sharing-accept = Sehen, wann es kommt, und es für mich annehmen
sharing-name = Wie Sie die Person nennen
sharing-name-hint = Diesen Namen sieht, wer zustellt, an Ihrer Tür, wenn das Paket für Sie angenommen werden darf. Höchstens 140 Zeichen.
sharing-name-long = Der Name ist zu lang: höchstens 140 Zeichen.
sharing-give = Link machen
sharing-given = Ihr Link
sharing-given-hint = Er wird nur dieses eine Mal gezeigt. Kopieren Sie ihn und geben Sie ihn weiter.
sharing-until = Gilt bis: { $when }
sharing-ended = Beendet: { $when }
sharing-opened = { $count ->
    [0] Noch nicht geöffnet
    [one] Einmal geöffnet
   *[other] { $count }-mal geöffnet
}
sharing-take-back = Zurücknehmen
sharing-taken-back = Zurückgenommen. Der Link öffnet nichts mehr.
sharing-too-many = Für dieses Paket gibt es schon zehn Links. Nehmen Sie einen davon zurück.
sharing-not-possible = Dieses Paket kann nicht geteilt werden.
sharing-back = Zurück zum Paket
share-title = Ein Paket in Ihrer Nachbarschaft
share-over = Es gibt nichts mehr zu erwarten.
share-unknown = Wann es kommt, ist noch nicht bekannt.
share-may-accept = Sie wurden gebeten, es anzunehmen. Sagen Sie das an der Tür.
share-seen = Wer Ihnen diesen Link gegeben hat, sieht, wann er geöffnet wird.
share-until = Er gilt bis: { $when }
