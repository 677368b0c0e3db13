# Die Seite zur Sendung, in der Reihenfolge, in der sie gelesen wird.
kicker-arrives = Kommt { $day } zwischen
kicker-arrives-about = Kommt { $day } gegen
kicker-planned = Geplant { $day } zwischen
kicker-planned-about = Geplant { $day } gegen
hero-and = und

stops-before = { $count ->
    [0] Sie sind als Nächstes dran
    [one] Noch 1 Stopp vor Ihnen
   *[other] Noch { $count } Stopps vor Ihnen
}
stops-before-some = Noch einige Stopps vor Ihnen
stops-before-between = Noch { $fewest } bis { $most } Stopps vor Ihnen
stops-before-at-most = { $count ->
    [one] Höchstens 1 Stopp vor Ihnen
   *[other] Höchstens { $count } Stopps vor Ihnen
}
stops-before-at-least = { $count ->
    [one] Mindestens 1 Stopp vor Ihnen
   *[other] Mindestens { $count } Stopps vor Ihnen
}
at-your-door = Jetzt an Ihrer Tür
previously = Bisher:
out-for-delivery = In Zustellung.
on-the-van = Im Wagen. Die Tour hat noch nicht begonnen.
on-a-break = Pause. Ihr Zeitfenster bleibt.
signal-lost = Seit einer Weile kein Signal. Es gilt das geplante Fenster.
planned-today = Für heute eingeplant. Eine laufende Uhrzeit gibt es nicht.
status-from = { $carrier } bringt dieses Paket. Stand { $time }.
status-unknown-age = { $carrier } bringt dieses Paket. Keine Karte, nur der Status.

flag-delivered = Zugestellt
flag-failed = Nicht zugestellt
flag-pickup = Zur Abholung bereit
flag-later = { $span } später
flag-earlier = { $span } früher
flag-delayed = Später als geplant
flag-held = Angehalten
flag-returned = Geht zurück
flag-cancelled = Storniert
flag-break = Pause
flag-signal-lost = Kein Signal
flag-gift = Eine Überraschung für Sie
flag-confidential = Vertraulich
flag-high-value = Gegen Ihren Code
flag-status-only = Nur Status

status-pre-transit = Angekündigt von { $sender }
status-pre-transit-plain = Angekündigt
status-in-transit = Auf dem Weg zu Ihnen
status-in-transit-to-point = Auf dem Weg zum Abholpunkt
status-out-for-delivery = In Zustellung
status-delivered = Zugestellt
status-available-for-pickup = Liegt am Abholpunkt für Sie bereit
status-attempted = Wir konnten es nicht übergeben
status-attempted-elsewhere = Es konnte nicht übergeben werden
status-delayed = Später als geplant
status-on-hold = Vorerst angehalten
status-returned = Auf dem Rückweg zum Absender
status-cancelled = Dieses Paket kommt nicht
status-unknown = Noch keine Nachricht
status-pre-transit-more = Noch nicht bei uns.
status-in-transit-more = Unterwegs zum Depot in Ihrer Nähe.
status-delayed-more = Sobald wir eine neue Zeit kennen, steht sie hier.
status-on-hold-more = Es wartet unterwegs, zum Beispiel beim Zoll. Von dort geht es von selbst weiter.
status-returned-more = Den Grund kennt der Absender.
status-cancelled-more = Den Grund kennt der Absender.
status-unknown-more = Sobald es eine gibt, steht sie hier.
planned-for = Geplant: { $when }

outcome-delivered-to-recipient = An Sie übergeben
outcome-delivered-to-neighbour = Bei Ihren Nachbarn
outcome-delivered-to-safe-place = Am Ablageort
outcome-delivered-to-safe-place-at = Am Ablageort: { $place }
outcome-delivered-to-mailbox = Im Briefkasten
outcome-delivered-to-pickup-point = Am Abholpunkt
outcome-at-pickup-point = Liegt für Sie bereit: { $name }
outcome-failed-not-home = Niemand hat geöffnet
outcome-failed-refused = Es wurde nicht angenommen
outcome-failed-address-not-found = Wir haben die Adresse nicht gefunden
outcome-failed-no-access = Wir kamen nicht bis zur Tür
outcome-failed-no-time = Die Tour endete, bevor wir bei Ihnen waren
outcome-failed-damaged = Das Paket ist beschädigt
outcome-failed-missing = Das Paket war nicht im Wagen
outcome-failed-verification = Code oder Nachweis stimmten nicht
outcome-failed-other = Wir konnten es nicht übergeben
outcome-at = { $when }
outcome-inside = { $when }, im versprochenen Zeitfenster.

# Die Bühne: die Karte, oder warum es keine gibt.
map-label = Karte: wo der Wagen ist, und Ihre Tür
map-your-door = Ihre Tür
map-here = Um { $time } hier, auf { $accuracy } genau
map-about = Etwa hier, auf { $accuracy } genau · zuletzt gesehen { $time }
map-about-distance = Der Wagen ist jetzt etwa { $distance } von Ihrer Tür entfernt; zuletzt gesehen wurde er um { $time }.
map-about-no-script = Der Wagen ist jetzt etwa { $distance } von Ihrer Tür entfernt; zuletzt gesehen wurde er um { $time }. Die bewegte Karte braucht JavaScript; diese Seite erneuert sich jede Minute.
map-no-script = Um { $time } war der Wagen { $distance } von Ihrer Tür entfernt. Die bewegte Karte braucht JavaScript; diese Seite erneuert sich jede Minute.
map-no-door = Um { $time } kam das letzte Zeichen vom Wagen. Die bewegte Karte braucht JavaScript; diese Seite erneuert sich jede Minute.
map-distance = Um { $time } war der Wagen { $distance } von Ihrer Tür entfernt.
map-unavailable = Dieses Gerät kann die Karte nicht zeichnen. Alles, was sie zeigt, steht auch in Worten hier.
map-larger = Größere Karte
map-smaller = Kleinere Karte
map-recentre = Wagen und Tür zeigen

hidden-not-delivery-day-title = Die Karte öffnet sich am Tag der Zustellung
hidden-not-delivery-day-text = Sobald die Zustellung dann in Ihre Nähe kommt, sehen Sie hier den Wagen.
hidden-tour-not-started-title = Die Tour hat noch nicht begonnen
hidden-tour-not-started-text = Sobald der Wagen in Ihrer Nähe ist, öffnet sich hier die Karte.
hidden-too-far-title = Die Karte öffnet sich später
hidden-too-far-text = Wenn nur noch wenige Stopps vor Ihnen liegen. Bis dahin sagt das Zeitfenster mehr als ein Punkt in der Ferne.
hidden-low-confidence-title = Für die Karte gerade nicht sicher genug
hidden-low-confidence-text = Der Wagen weicht vom Plan ab. Sobald die Reihenfolge der Stopps wieder feststeht, kommt die Karte zurück.
hidden-driver-break-title = Pause
hidden-driver-break-text = So lange bleibt die Karte geschlossen. Ihr Zeitfenster bleibt.
hidden-position-stale-title = Kein Signal vom Wagen
hidden-position-stale-text = Einen Ort, der vielleicht nicht mehr stimmt, zeigen wir nicht. Es gilt das geplante Fenster.
hidden-position-doubtful-title = Wo der Wagen ist, ist gerade nicht sicher
hidden-position-doubtful-text = Seine Standorte widersprechen sich, also zeigen wir keinen. Die Zeit bleibt.
hidden-place-unknown-title = Ihre Adresse steht noch nicht auf unserer Karte
hidden-place-unknown-text = Ihr Paket ist trotzdem eingeplant. Solange wir nicht wissen, wo Ihre Tür ist, gibt es keine Karte, keine Zahl der Stopps und keine laufende Uhrzeit.
hidden-sender-disabled-title = Keine Live-Karte für dieses Paket
hidden-sender-disabled-text = Der Absender bietet keine an. Das Zeitfenster gilt wie immer.
hidden-gift-title = Nicht gucken
hidden-gift-text = Dieses Paket ist eine Überraschung. Darum stehen hier keine Karte, keine Stopps und kein Absender. Zeit und Wahl bleiben wie immer.
hidden-confidential-title = Vertraulich
hidden-confidential-text = Bei diesem Paket zeigen wir nur die Zeit.
hidden-high-value-title = Übergabe gegen Ihren Code
hidden-high-value-text = Bei wertvollen Paketen zeigen wir nur die Zeit, und am Tag der Zustellung Ihren Code für die Tür.
door-code = Ihr Code
door-code-text = Sagen Sie ihn an der Tür, und vorher niemandem: nicht am Telefon, nicht in einer Nachricht.
door-code-told = Ihr Code ist angekommen.
door-code-locked = Zu oft wurde ein falscher Code eingegeben, deshalb gilt dieser nicht mehr. Ihr Zustelldienst kann einen neuen machen; er steht dann sofort hier.
hidden-driver-hidden-title = Die Karte ist gerade geschlossen
hidden-driver-hidden-text = Wer fährt, darf sie jederzeit schließen. Ihr Paket ist weiter unterwegs, und Ihr Zeitfenster bleibt.
hidden-delivered-title = Der Weg ist zu Ende
hidden-delivered-text = Die Karte schließt, wenn der Weg des Pakets zu Ende ist.
hidden-link-expired-title = Dieser Link ist abgelaufen
hidden-link-expired-text = Der Absender kann einen neuen schicken.
hidden-outside-area-title = Keine Live-Karte in Ihrem Gebiet
hidden-outside-area-text = Das Zeitfenster gilt, und was geschieht, steht wie immer hier.
hidden-other-carrier-title = Nur Status
hidden-other-carrier-text = Ein anderer Zustelldienst bringt dieses Paket und meldet einige Male am Tag, wo es ist. Eine Karte gibt es dafür nicht.
why-no-map = Wann gibt es eine Karte?
day-bar-window = Ihr Zeitfenster
day-bar-new-window = Neu
tell-me = Bescheid, wenn sie sich öffnet
told-already = Wir schreiben Ihnen, wenn sie sich öffnet.
stage-delivered-label = Eine geschlossene Haustür
stage-left-label = Das Paket neben einer geschlossenen Haustür
photo-door = Foto der Zustellung: Ihr Paket an der Tür
photo-safe-place = Foto der Zustellung: Ihr Paket am Ablageort
photo-mailbox = Foto der Zustellung: Ihr Paket am Briefkasten
photo-neighbour = Foto der Zustellung: Ihr Paket bei Ihren Nachbarn
photo-taken = Foto der Zustellung, { $time }
stage-failed-title = Wie es weitergeht
stage-failed-text = Das Paket fährt mit zurück ins Depot. Der nächste Versuch steht hier, sobald er geplant ist.

# Was man tun kann.
choices-title = Nicht zu Hause?
choices-until = Änderbar, bis der Wagen vor Ihrer Tür steht.
choices-closed = Nicht mehr änderbar: Der Wagen ist gleich da.
choices-safe-place = Ablageort nennen
choices-chosen = Ihr Ablageort
choices-chosen-neighbour = Bei Ihren Nachbarn
choices-told = Es wird im Wagen angezeigt.
choices-seen = Im Wagen gesehen um { $time }.
choices-locked = Der Absender lässt das bei diesem Paket nicht zu.
choices-where = Wo dürfen wir es ablegen?
choices-note = Ein paar Worte dazu
choices-note-hint = Zum Beispiel „hinter den Tonnen“. Höchstens 140 Zeichen; sie werden am Tag nach der Zustellung gelöscht.
choices-place-needed = Wählen Sie, wo.
choices-note-needed = Sagen Sie in ein paar Worten, wo das ist.
choices-too-long = Das ist zu lang: höchstens { $limit } Zeichen.
choices-name-needed = Sagen Sie, bei wem.
choices-holds-code = Bitte keine Codes: Diese Worte werden auf der Straße gelesen.
choices-changed-meanwhile = Das wurde inzwischen geändert, vielleicht in einem anderen Fenster. Was jetzt gilt, steht oben. Senden Sie Ihres noch einmal, wenn Sie es weiter so möchten.
choices-typed = Sie schrieben: { $text }
choices-save = Dort ablegen
choices-withdraw = Ich bin zu Hause: mir übergeben
choices-home-soon = In 10 Minuten bin ich zu Hause
choices-later = Später auf dieser Tour
choices-not-before = Der Wagen kommt nach { $time }.
choices-does-not-fit = Das passt nicht mehr in diese Tour. Ihr Zeitfenster bleibt.
choices-neighbour = Bei Nachbarn abgeben
choices-neighbour-name = Name
choices-neighbour-house = Haus oder Wohnung, in Worten
choices-neighbour-hint = Zum Beispiel „Nr. 7, links“. Beides wird am Tag nach der Zustellung gelöscht.
choices-neighbour-save = Dort abgeben
choices-until-start = Änderbar, bis der Wagen losfährt.
choices-day = An einem anderen Tag
choices-day-which = An welchem Tag soll es kommen?
choices-day-needed = Wählen Sie einen dieser Tage.
choices-day-save = An diesem Tag bringen
choices-day-chosen = Ihr Wunschtag: { $day }
choices-pickup = Selbst abholen
choices-pickup-where = Wo möchten Sie es abholen?
choices-point = Ihr Abholpunkt
choices-point-needed = Wählen Sie einen dieser Abholpunkte.
choices-pickup-save = Dort abholen
choices-to-the-door = Doch an die Tür bringen
mark-title = Dem Fahrer zeigen, wo
mark-stands = Für den Fahrer markiert
mark-needs-script = Zum Zeigen braucht der Browser Skripte. Worte genügen auch.
mark-photo = Ein Foto der Stelle
mark-sending = Das Foto wird gesendet …
mark-photo-kind = Das ist kein lesbares Foto. Möglich sind JPEG, PNG und WebP.
mark-photo-large = Das Foto ist zu groß: höchstens 2 MB.
mark-failed = Das Foto ließ sich nicht senden. Bitte noch einmal.
mark-map = Karte der Stelle
mark-pin = Ihre Nadel: mit dem Finger oder den Pfeiltasten verschieben
mark-recentre = Zurück zur Tür
mark-pin-set = Die Nadel steckt. Speichern zeigt sie dem Fahrer.
mark-open-map = Auf der Karte markieren
mark-no-pin = Keine Nadel
mark-hint = Das sieht nur, wer das Paket bringt; es wird am Tag nach der Zustellung gelöscht.
mark-save = So zeigen
mark-remove = Foto und Nadel zurücknehmen
mark-photo-of = Foto Ihres Ablageorts
mark-too-far = Das ist zu weit von Ihrer Tür: höchstens 250 m.
mark-photo-gone = Dieses Foto ist nicht mehr da. Wählen Sie es noch einmal.
choices-access = Klingel, Stockwerk, Zugang
access-bell = Klingel „{ $name }“
access-at-floor = Stockwerk: { $floor }
access-doorbell = Name an der Klingel
access-floor = Stockwerk
access-way = Was sonst hilft, Ihre Tür zu finden
access-hint = Zum Beispiel „durch den Hof“. Keine Codes: Diese Worte werden auf der Straße gelesen. Sie werden am Tag nach der Zustellung gelöscht.
access-save = Weitergeben
safe-place-front-porch = Vor der Haustür
safe-place-rear-porch = Hinter dem Haus
safe-place-garage = In der Garage
safe-place-shed = Im Schuppen
safe-place-mailbox = Im Briefkasten
safe-place-reception = Am Empfang
safe-place-other = Woanders

# Was man sagen kann, wenn es vorbei ist.
rating-title = Wie war die Zustellung?
rating-hint = Ihre Bewertung geht an den Zustelldienst. Wer gefahren ist, sieht sie nicht.
rating-given = Sie haben { $score } von 5 gegeben.
rating-until = Änderbar bis: { $until }
rating-legend = Ihre Bewertung
rating-1 = Sehr schlecht
rating-2 = Schlecht
rating-3 = Geht so
rating-4 = Gut
rating-5 = Sehr gut
rating-comment = Ein paar Worte dazu, wenn Sie möchten
rating-comment-hint = Höchstens 500 Zeichen. Sie werden mit den Daten dieses Pakets gelöscht.
rating-save = Bewertung senden
rating-change = Bewertung ändern
rating-needed = Wählen Sie eine Zahl von 1 bis 5.
rating-closed = Diese Zustellung kann nicht mehr bewertet werden.

# Was sich zu einem Versuch melden lässt.
witness-noted = Eingetragen: { $time }.
witness-none = Mehr ist darüber nicht bekannt.
witness-not-seen = In den zehn Minuten davor wurde der Wagen im Umkreis von { $distance } um die Tür nicht gesehen.
witness-near = In den zehn Minuten davor wurde der Wagen im Umkreis von { $distance } um die Tür gesehen.
witness-stayed-0 = Er war dort weniger als eine Minute, soweit es zu sehen war.
witness-stayed-1 = Er war dort eine Minute oder länger.
witness-stayed-2 = Er war dort zwei Minuten oder länger.
witness-exact = Der Ort war auf etwa { $distance } genau.
witness-rough = Der Ort war ungenau.
witness-photo = Es gibt ein Foto.
witness-no-photo = Es gibt kein Foto.
report-title-nobody-came = Niemand gekommen?
report-title-not-received = Nicht erhalten?
report-known = Das ist darüber bekannt, Ihnen wie dem Zustelldienst:
report-hint = Der Zustelldienst antwortet hier.
report-until = Möglich bis: { $until }
report-nobody-came = Niemand ist gekommen
report-not-received = Ich habe es nicht erhalten
report-given-nobody-came = Gemeldet, { $time }: niemand ist gekommen
report-given-not-received = Gemeldet, { $time }: nicht erhalten
report-open = Noch nicht beantwortet.
report-answered = Antwort des Zustelldienstes, { $time }
report-closed = Das lässt sich jetzt nicht melden.

# Was sich geändert hat, und der Weg bisher.
changes-title = Was sich geändert hat
happened-title = Was geschehen ist
because-tour-started = Ihr Paket ist im Wagen, die Tour hat begonnen.
because-stops-added-before = { $count ->
    [one] Vor Ihnen kam ein Stopp dazu.
   *[other] Vor Ihnen kamen { $count } Stopps dazu.
}
because-stops-dropped-before = { $count ->
    [one] Vor Ihnen fiel ein Stopp weg.
   *[other] Vor Ihnen fielen { $count } Stopps weg.
}
because-resequenced = Die Reihenfolge der Stopps wurde geändert.
because-driver-chose-another-order = Die Stopps werden in anderer Reihenfolge gefahren.
because-break-begun = Eine Pause hat begonnen.
because-break-ended = Die Pause ist vorbei.
because-handed-over = Jemand anderes fährt die Tour weiter.
because-signal-lost = Seitdem kein Signal vom Wagen.
because-instruction-given = Im Wagen ist bekannt, was mit Ihrem Paket geschehen soll.
because-instruction-withdrawn = Im Wagen ist bekannt, dass Sie selbst öffnen.
because-put-later = Sie haben um eine spätere Zeit gebeten.
because-stop-skipped = Ihr Stopp musste vorerst ausgelassen werden.
carrier-said-title = Was { $carrier } meldet
carrier-said-something = Neuigkeit
steps-title = Der Weg bisher
step-announced = Angekündigt
step-announced-by = Angekündigt von { $sender }
step-in-transit = Auf dem Weg ins Depot
step-out = In Zustellung
step-map = Die Karte öffnet sich
step-door = An Ihrer Tür

# Wie sicher es ist.
sure-title = Wie sicher ist das?
sure-confidence = Von 100 solchen Fenstern halten wir nach unserer Rechnung { $percent } ein. Es wird enger, je näher der Wagen kommt; muss es sich verschieben, steht hier warum.
sure-kept = In Ihrer Gegend haben wir in den letzten vier Wochen { $kept } von 5 Zeitfenstern eingehalten.
sure-planned = Das ist das geplante Fenster. Sobald die Tour läuft, wird es daraus neu berechnet, wo der Wagen wirklich ist.
sure-exact = Der Punkt ist der Ort, den das Gerät im Wagen meldet, auf etwa { $accuracy } genau. Er ist weder gerundet noch vorausgeraten, und Stopps können sich noch ändern.
sure-glide = Der Punkt stimmt, wenn der Wagen an festen Stellen der Straßen vorbeikommt; dazwischen fährt er nach Plan, auf etwa { $accuracy } genau. So sieht niemand, an welchen Türen der Wagen hält. Kurz vor Ihrer Tür ist er genau.
sure-updated = Stand { $when }.

# Das Paket.
parcel-title = Ihr Paket
parcel-from = Von
parcel-number = Nummer
parcel-by = Gebracht von
parcel-number-there = Nummer bei { $carrier }
parcel-follow-there = Bei { $carrier } verfolgen
parcel-driver = Fahrer
parcel-safe-place = Ablageort
foot-closes = Die Karte schließt, wenn das Paket zugestellt ist.
foot-fast = Die Uhr dieses Servers läuft { $speed }-mal so schnell wie die der Welt.

# A parcel in the page of a shop.
embed-more = Mehr bei { $operator }
