# De pagina van het pakket, in de volgorde waarin men haar leest.
kicker-arrives = Komt { $day } tussen
kicker-arrives-about = Komt { $day } rond
kicker-planned = Gepland { $day } tussen
kicker-planned-about = Gepland { $day } rond
hero-and = en

stops-before = { $count ->
    [0] U bent de volgende
    [one] Nog 1 stop vóór u
   *[other] Nog { $count } stops vóór u
}
stops-before-some = Nog enkele stops vóór u
stops-before-between = Nog { $fewest } tot { $most } stops vóór u
stops-before-at-most = { $count ->
    [one] Hoogstens 1 stop vóór u
   *[other] Hoogstens { $count } stops vóór u
}
stops-before-at-least = { $count ->
    [one] Minstens 1 stop vóór u
   *[other] Minstens { $count } stops vóór u
}
at-your-door = Nu aan uw deur
previously = Eerst:
out-for-delivery = Wordt bezorgd.
on-the-van = In de bus. De route is nog niet begonnen.
on-a-break = Pauze. Uw tijdvak blijft.
signal-lost = Al een tijdje geen signaal. Het geplande tijdvak geldt.
planned-today = Gepland voor vandaag. Er is geen live tijd.
status-from = { $carrier } brengt dit pakket. Laatste nieuws: { $time }.
status-unknown-age = { $carrier } brengt dit pakket. Geen kaart, alleen de status.

flag-delivered = Bezorgd
flag-failed = Niet bezorgd
flag-pickup = Klaar om op te halen
flag-later = { $span } later
flag-earlier = { $span } eerder
flag-delayed = Later dan gepland
flag-held = Vastgehouden
flag-returned = Gaat terug
flag-cancelled = Geannuleerd
flag-break = Pauze
flag-signal-lost = Geen signaal
flag-gift = Een verrassing voor u
flag-confidential = Vertrouwelijk
flag-high-value = Tegen uw code
flag-status-only = Alleen status

status-pre-transit = Aangekondigd door { $sender }
status-pre-transit-plain = Aangekondigd
status-in-transit = Onderweg naar u
status-in-transit-to-point = Onderweg naar het afhaalpunt
status-out-for-delivery = Wordt bezorgd
status-delivered = Bezorgd
status-available-for-pickup = Ligt voor u klaar bij het afhaalpunt
status-attempted = We konden het niet afgeven
status-attempted-elsewhere = Het kon niet worden afgegeven
status-delayed = Later dan gepland
status-on-hold = Voorlopig vastgehouden
status-returned = Op de terugweg naar de afzender
status-cancelled = Dit pakket komt niet
status-unknown = Nog geen nieuws
status-pre-transit-more = Het is nog niet bij ons.
status-in-transit-more = Het is onderweg naar het depot bij u in de buurt.
status-delayed-more = Zodra we een nieuwe tijd weten, staat die hier.
status-on-hold-more = Het wacht onderweg, bijvoorbeeld bij de douane. Daarna gaat het vanzelf verder.
status-returned-more = De afzender kan u zeggen waarom.
status-cancelled-more = De afzender kan u zeggen waarom.
status-unknown-more = Zodra er iets is, staat het hier.
planned-for = Gepland: { $when }

outcome-delivered-to-recipient = Aan u afgegeven
outcome-delivered-to-neighbour = Bij uw buren
outcome-delivered-to-safe-place = Op de plek die u koos
outcome-delivered-to-safe-place-at = Op de plek die u koos: { $place }
outcome-delivered-to-mailbox = In uw brievenbus
outcome-delivered-to-pickup-point = Bij het afhaalpunt
outcome-at-pickup-point = Ligt voor u klaar: { $name }
outcome-failed-not-home = Niemand deed open
outcome-failed-refused = Het werd niet aangenomen
outcome-failed-address-not-found = We hebben het adres niet gevonden
outcome-failed-no-access = We konden niet bij de deur komen
outcome-failed-no-time = De route eindigde voordat we bij u waren
outcome-failed-damaged = Het pakket is beschadigd
outcome-failed-missing = Het pakket was niet in de bus
outcome-failed-verification = De code of het bewijs klopte niet
outcome-failed-other = We konden het niet afgeven
outcome-at = { $when }
outcome-inside = { $when }, binnen het beloofde tijdvak.

# De kaart, of waarom er geen is.
map-label = Kaart: waar de bus is, en uw deur
map-your-door = Uw deur
map-here = Hier om { $time }, op { $accuracy } nauwkeurig
map-about = Ongeveer hier, op { $accuracy } nauwkeurig · laatst gezien { $time }
map-about-distance = De bus is nu ongeveer { $distance } van uw deur; hij is het laatst gezien om { $time }.
map-about-no-script = De bus is nu ongeveer { $distance } van uw deur; hij is het laatst gezien om { $time }. De bewegende kaart heeft JavaScript nodig; deze pagina vernieuwt zich elke minuut.
map-no-script = De bus was om { $time } { $distance } van uw deur. De bewegende kaart heeft JavaScript nodig; deze pagina vernieuwt zich elke minuut.
map-no-door = Het laatste teken van de bus kwam om { $time }. De bewegende kaart heeft JavaScript nodig; deze pagina vernieuwt zich elke minuut.
map-distance = De bus was om { $time } { $distance } van uw deur.
map-unavailable = Dit apparaat kan de kaart niet tekenen. Alles wat ze toont, staat hier ook in woorden.
map-larger = Grotere kaart
map-smaller = Kleinere kaart
map-recentre = Bus en deur tonen

hidden-not-delivery-day-title = De kaart gaat open op de dag zelf
hidden-not-delivery-day-text = Op de dag van bezorging, als de bus in de buurt komt, kunt u hem hier volgen.
hidden-tour-not-started-title = De route is nog niet begonnen
hidden-tour-not-started-text = Als de bus bij u in de buurt is, gaat hier de kaart open.
hidden-too-far-title = De kaart gaat later open
hidden-too-far-text = Als er nog maar enkele stops vóór u zijn. Tot dan zegt het tijdvak meer dan een stip in de verte.
hidden-low-confidence-title = Nu niet zeker genoeg voor de kaart
hidden-low-confidence-text = De bus wijkt af van het plan. Zodra de volgorde van de stops weer vaststaat, komt de kaart terug.
hidden-driver-break-title = Pauze
hidden-driver-break-text = Zolang blijft de kaart dicht. Uw tijdvak blijft.
hidden-position-stale-title = Geen signaal van de bus
hidden-position-stale-text = We tonen geen plek die misschien niet meer klopt. Het geplande tijdvak geldt.
hidden-position-doubtful-title = Het is nu niet zeker waar de bus is
hidden-position-doubtful-text = Zijn posities spreken elkaar tegen, dus tonen we er geen. De tijd blijft.
hidden-place-unknown-title = Uw adres staat nog niet op onze kaart
hidden-place-unknown-text = Uw pakket is toch gepland. Zolang we niet weten waar uw deur is, is er geen kaart, geen aantal stops en geen live tijd.
hidden-sender-disabled-title = Geen live kaart voor dit pakket
hidden-sender-disabled-text = De afzender biedt er geen aan. Het tijdvak geldt zoals altijd.
hidden-gift-title = Niet gluren
hidden-gift-text = Dit pakket is een verrassing. Daarom staat hier geen kaart, geen aantal stops en geen afzender. Tijd en keuzes zijn zoals altijd.
hidden-confidential-title = Vertrouwelijk
hidden-confidential-text = Van dit pakket tonen we alleen de tijd.
hidden-high-value-title = Afgegeven tegen uw code
hidden-high-value-text = Van waardevolle pakketten tonen we alleen de tijd, en op de dag van bezorging uw code voor aan de deur.
door-code = Uw code
door-code-text = Zeg hem aan de deur, en eerder aan niemand: niet aan de telefoon, niet in een bericht.
door-code-told = Uw code is aangekomen.
door-code-locked = Er is te vaak een verkeerde code ingetoetst, dus deze werkt niet meer. Uw bezorgdienst kan een nieuwe maken; die staat dan meteen hier.
hidden-driver-hidden-title = De kaart is nu gesloten
hidden-driver-hidden-text = Wie rijdt mag haar altijd sluiten. Uw pakket is nog onderweg, en uw tijdvak blijft.
hidden-delivered-title = De reis is voorbij
hidden-delivered-text = De kaart sluit als de reis van het pakket voorbij is.
hidden-link-expired-title = Deze link is verlopen
hidden-link-expired-text = De afzender kan een nieuwe sturen.
hidden-outside-area-title = Geen live kaart in uw gebied
hidden-outside-area-text = Uw tijdvak geldt, en wat er gebeurt staat hier zoals altijd.
hidden-other-carrier-title = Alleen status
hidden-other-carrier-text = Een andere bezorgdienst brengt dit pakket en meldt een paar keer per dag waar het is. Een kaart is er niet.
why-no-map = Wanneer is er een kaart?
day-bar-window = Uw tijdvak
day-bar-new-window = Nieuw
tell-me = Meld het als ze opengaat
told-already = We mailen u als ze opengaat.
stage-delivered-label = Een gesloten voordeur
stage-left-label = Het pakket naast een gesloten voordeur
photo-door = Foto van de bezorging: uw pakket aan de deur
photo-safe-place = Foto van de bezorging: uw pakket op de gekozen plek
photo-mailbox = Foto van de bezorging: uw pakket bij de brievenbus
photo-neighbour = Foto van de bezorging: uw pakket bij uw buren
photo-taken = Foto van de bezorging, { $time }
stage-failed-title = Hoe het verdergaat
stage-failed-text = Het pakket gaat met de bus terug naar het depot. De volgende poging staat hier zodra ze gepland is.

# Wat men kan doen.
choices-title = Niet thuis?
choices-until = U kunt dit wijzigen tot de bus voor uw deur staat.
choices-closed = Wijzigen kan niet meer: de bus is er bijna.
choices-safe-place = Een veilige plek kiezen
choices-chosen = De plek die u koos
choices-told = Het wordt in de bus getoond.
choices-where = Waar mogen we het neerleggen?
choices-note = Een paar woorden erbij
choices-note-hint = Bijvoorbeeld “achter de containers”. Hoogstens 140 tekens; ze worden de dag na de bezorging gewist.
choices-place-needed = Kies waar.
choices-note-needed = Zeg in een paar woorden waar dat is.
choices-save = Daar neerleggen
choices-withdraw = Ik ben thuis: aan mij afgeven
choices-chosen-neighbour = Bij uw buren
choices-seen = Gezien in de bus om { $time }.
choices-locked = De afzender staat dit voor dit pakket niet toe.
choices-too-long = Dat is te lang: hoogstens { $limit } tekens.
choices-name-needed = Zeg bij wie.
choices-holds-code = Geen codes, alstublieft: deze woorden worden op straat gelezen.
choices-changed-meanwhile = Dit is intussen gewijzigd, misschien in een ander venster. Wat nu geldt, staat hierboven. Stuur het uwe nog eens als u het nog wilt.
choices-typed = U schreef: { $text }
choices-home-soon = Over 10 minuten ben ik thuis
choices-later = Later op deze route
choices-not-before = De bus komt na { $time }.
choices-does-not-fit = Dat past niet meer in deze route. Uw tijdvak blijft.
choices-neighbour = Bij buren afgeven
choices-neighbour-name = Naam
choices-neighbour-house = Huis of woning, in woorden
choices-neighbour-hint = Bijvoorbeeld “nr. 7, links”. Beide worden de dag na de bezorging gewist.
choices-neighbour-save = Daar afgeven
choices-until-start = Te wijzigen tot de bezorger vertrekt.
choices-day = Een andere dag
choices-day-which = Op welke dag moet het komen?
choices-day-needed = Kies een van deze dagen.
choices-day-save = Die dag brengen
choices-day-chosen = Uw keuze: { $day }
choices-pickup = Zelf ophalen
choices-pickup-where = Waar haalt u het op?
choices-point = Uw afhaalpunt
choices-point-needed = Kies een van deze afhaalpunten.
choices-pickup-save = Daar laten klaarleggen
choices-to-the-door = Toch aan de deur brengen
mark-title = De bezorger laten zien waar
mark-stands = Gemarkeerd voor de bezorger
mark-needs-script = Om de plek te laten zien moet de browser scripts uitvoeren. Woorden zijn ook goed.
mark-photo = Een foto van de plek
mark-sending = De foto wordt verzonden …
mark-photo-kind = Die foto is niet te lezen. JPEG, PNG en WebP kunnen.
mark-photo-large = Die foto is te groot: hoogstens 2 MB.
mark-failed = De foto kon niet worden verzonden. Probeer het opnieuw.
mark-map = Kaart van de plek
mark-pin = Uw speld: verplaats hem met een vinger of de pijltjes
mark-recentre = Terug naar uw deur
mark-pin-set = De speld staat. Bewaar hem om hem aan de bezorger te laten zien.
mark-open-map = Op de kaart aanwijzen
mark-no-pin = Geen speld
mark-hint = Alleen wie het brengt ziet dit; het wordt de dag na de bezorging gewist.
mark-save = Zo laten zien
mark-remove = Foto en speld terugnemen
mark-photo-of = Foto van uw plek
mark-too-far = Dat is te ver van uw deur: hoogstens 250 m.
mark-photo-gone = Die foto is er niet meer. Kies hem opnieuw.
choices-access = Bel, verdieping, toegang
access-bell = Bel “{ $name }”
access-at-floor = Verdieping: { $floor }
access-doorbell = Naam bij de bel
access-floor = Verdieping
access-way = Wat verder helpt om uw deur te vinden
access-hint = Bijvoorbeeld “door de tuin”. Geen codes: deze woorden worden op straat gelezen. Ze worden de dag na de bezorging gewist.
access-save = Doorgeven
safe-place-front-porch = Voor de deur
safe-place-rear-porch = Achter het huis
safe-place-garage = In de garage
safe-place-shed = In de schuur
safe-place-mailbox = In de brievenbus
safe-place-reception = Bij de receptie
safe-place-other = Ergens anders

# Wat men kan zeggen als het voorbij is.
rating-title = Hoe was de bezorging?
rating-hint = Uw beoordeling gaat naar de bezorgdienst. Wie reed, ziet haar niet.
rating-given = U gaf { $score } van de 5.
rating-until = Te wijzigen tot: { $until }
rating-legend = Uw beoordeling
rating-1 = Heel slecht
rating-2 = Slecht
rating-3 = Matig
rating-4 = Goed
rating-5 = Heel goed
rating-comment = Een paar woorden, als u wilt
rating-comment-hint = Hoogstens 500 tekens. Ze worden met de gegevens van dit pakket gewist.
rating-save = Beoordeling versturen
rating-change = Beoordeling wijzigen
rating-needed = Kies een getal van 1 tot 5.
rating-closed = Deze bezorging kan niet meer worden beoordeeld.

# Wat van een poging te melden is.
witness-noted = Genoteerd onderweg: { $time }.
witness-none = Meer is er niet over bekend.
witness-not-seen = In de tien minuten ervoor is de bestelwagen niet binnen { $distance } van de deur gezien.
witness-near = In de tien minuten ervoor is de bestelwagen binnen { $distance } van de deur gezien.
witness-stayed-0 = Hij was daar minder dan een minuut, voor zover te zien was.
witness-stayed-1 = Hij was daar een minuut of langer.
witness-stayed-2 = Hij was daar twee minuten of langer.
witness-exact = De plaats was tot op ongeveer { $distance } juist.
witness-rough = De plaats was onnauwkeurig.
witness-photo = Er is een foto gemaakt.
witness-no-photo = Er is geen foto gemaakt.
report-title-nobody-came = Niemand geweest?
report-title-not-received = Niet ontvangen?
report-known = Dit is erover bekend, bij u net als bij de bezorgdienst:
report-hint = De bezorgdienst antwoordt hier.
report-until = Mogelijk tot: { $until }
report-nobody-came = Er is niemand geweest
report-not-received = Ik heb het niet ontvangen
report-given-nobody-came = Gemeld, { $time }: er is niemand geweest
report-given-not-received = Gemeld, { $time }: niet ontvangen
report-open = Nog niet beantwoord.
report-answered = Antwoord van de bezorgdienst, { $time }
report-closed = Dit kan nu niet worden gemeld.

# Wat er veranderde, en de weg tot nu toe.
changes-title = Wat er veranderde
happened-title = Wat er gebeurde
because-tour-started = Uw pakket is in de bus en de route is begonnen.
because-stops-added-before = { $count ->
    [one] Er kwam 1 stop bij vóór u.
   *[other] Er kwamen { $count } stops bij vóór u.
}
because-stops-dropped-before = { $count ->
    [one] Er viel 1 stop weg vóór u.
   *[other] Er vielen { $count } stops weg vóór u.
}
because-resequenced = De volgorde van de stops is gewijzigd.
because-driver-chose-another-order = De stops worden in een andere volgorde gereden.
because-break-begun = Er is een pauze begonnen.
because-break-ended = De pauze is voorbij.
because-handed-over = Iemand anders rijdt de route verder.
because-signal-lost = Sindsdien geen signaal van de bus.
because-instruction-given = In de bus is bekend wat er met uw pakket moet gebeuren.
because-instruction-withdrawn = In de bus is bekend dat u zelf opendoet.
because-put-later = U vroeg om later te komen.
because-stop-skipped = Uw stop moest voorlopig worden overgeslagen.
carrier-said-title = Wat { $carrier } meldt
carrier-said-something = Nieuws
steps-title = De weg tot nu toe
step-announced = Aangekondigd
step-announced-by = Aangekondigd door { $sender }
step-in-transit = Onderweg naar het depot
step-out = Wordt bezorgd
step-map = De kaart gaat open
step-door = Aan uw deur

# Hoe zeker het is.
sure-title = Hoe zeker is dit?
sure-confidence = Van 100 tijdvakken als dit verwachten we er { $percent } te halen. Het wordt smaller naarmate de bus dichterbij komt; als het moet verschuiven, zegt deze pagina waarom.
sure-kept = In uw buurt zijn de laatste vier weken { $kept } van de 5 tijdvakken gehaald.
sure-planned = Dit is het geplande tijdvak. Zodra de route rijdt, wordt het opnieuw berekend uit waar de bus echt is.
sure-exact = De stip is de plek die het apparaat in de bus meldt, op ongeveer { $accuracy } nauwkeurig. Ze is niet afgerond en niet vooruit geraden, en stops kunnen nog veranderen.
sure-glide = De stip klopt als de bus langs vaste plekken in de straten komt; daartussen rijdt hij volgens plan, op ongeveer { $accuracy } nauwkeurig. Zo ziet niemand bij welke deuren hij stopt. Vlak bij uw deur is ze precies.
sure-updated = Laatste nieuws: { $when }.

# Het pakket.
parcel-title = Uw pakket
parcel-from = Van
parcel-number = Nummer
parcel-by = Gebracht door
parcel-number-there = Nummer bij { $carrier }
parcel-follow-there = Volgen bij { $carrier }
parcel-driver = Aan het stuur
parcel-safe-place = Gekozen plek
foot-closes = Uw kaart sluit als het pakket bezorgd is.
foot-fast = De klok van deze server loopt { $speed } keer zo snel als die van de wereld.
embed-more = Meer bij { $operator }
