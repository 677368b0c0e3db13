# Inloggen, het overzicht, en waarover men bericht wil.
login-title = Inloggen
login-lead = Zie waar uw pakketten zijn en wanneer ze komen.
login-email = E-mailadres
login-password = Wachtwoord
login-button = Inloggen
login-failed = Dit e-mailadres en dit wachtwoord horen niet bij elkaar.
login-wait = Te veel pogingen. Wacht een minuut en probeer het nog eens.
login-provider = Inloggen met { $name }
login-provider-failed = Inloggen daar lukte niet. Probeer het nog eens, of log op een andere manier in.
login-provider-no-account = Er is hier geen account met het e-mailadres dat u daar heeft.

sign-in-title = Inloggen per e-mail
sign-in-offer = Geen wachtwoord bij de hand? We sturen een link naar uw e-mailadres, en daarmee logt u in.
sign-in-ask = Stuur mij een link
sign-in-asked = Als er een account is met dit e-mailadres, is er een link onderweg.
sign-in-asked-hint = Hij werkt één keer, binnen 15 minuten. Komt er niets, kijk dan bij de ongewenste e-mail en controleer het adres.
sign-in-ready = Deze link logt u in op dit apparaat. Hij werkt één keer.
sign-in-over = Deze link is al gebruikt, of is ouder dan 15 minuten. Vraag een nieuwe aan.
sign-in-back = Naar het inloggen

sessions-link = Waar u bent ingelogd
sessions-title = Waar u bent ingelogd
sessions-lead = Kent u er een niet, log daar dan uit.
sessions-unknown = Een onbekend apparaat
sessions-began = Ingelogd: { $when }
sessions-used = Laatst gebruikt: { $when }
sessions-this = Hier bent u nu.
sessions-end = Daar uitloggen
sessions-end-others = Overal elders uitloggen
sessions-ended = Uitgelogd.

passkey-login = Inloggen met een passkey
passkey-login-failed = Dat lukte niet: de passkey is hier niet bekend, of het duurde te lang. Probeer het nog eens, of log op een andere manier in.
passkeys-title = Passkeys
passkeys-lead = Met een passkey logt u in met uw vinger, uw gezicht of de code van uw apparaat, zonder wachtwoord. Verwijder de passkeys die u niet kent.
passkey-created = Toegevoegd: { $when }
passkey-unused = Nog niet gebruikt
passkey-remove = Verwijderen
passkey-name = Hoe moet hij heten?
passkey-add = Een passkey toevoegen
passkey-add-failed = Er is niets toegevoegd: uw apparaat stemde niet in, of het duurde te lang. Probeer het nog eens.
passkey-known = Dit apparaat heeft al een passkey voor uw account.
passkey-full = U heeft 20 passkeys, en meer kan niet. Verwijder er eerst een.

orders-title = Uw pakketten
orders-none = Er is nu niets naar u onderweg. Zodra een pakket wordt aangekondigd, staat het hier.
orders-today = Vandaag
orders-coming = Onderweg
orders-done = Klaar
orders-more = { $sender }, { $count ->
    [one] 1 pakket
   *[other] { $count } pakketten
}
orders-together = Samen besteld: { $count ->
    [one] 1 pakket
   *[other] { $count } pakketten
}
orders-map-open = Kaart open
orders-follow = Bezorging volgen
orders-also = Komt ook mee:
orders-when = { $day }, { $window }
orders-by = Gebracht door { $operator }
orders-status-only = { $carrier }, alleen status
orders-for-others = Besteld voor iemand anders
orders-for-others-note = Hiervan ziet u de stand en de dag. Meer is voor wie het krijgt.
orders-bought-in-transit = Onderweg
orders-bought-pickup = Klaar om op te halen
orders-day-unknown = Dag nog niet bekend
orders-status-only-note = “Alleen status”: een andere bezorgdienst brengt het en meldt een paar keer per dag waar het is. Een kaart is er niet.
orders-gift = Een verrassing voor u
orders-sender-status = { $sender }. { $status }

notices-title = Waarover mogen we u bericht sturen?
notices-hint = Per e-mail. U krijgt alleen waar u om vroeg.
notices-map-open = Als de kaart opengaat
notices-delivered = Als het bezorgd is
notices-failed = Als het niet bezorgd kon worden
notices-save = Opslaan
notices-saved = Opgeslagen.
notices-announced = Als een pakket is aangekondigd
notices-out = Als het in bezorging is
notices-next = Als u de volgende bent
notices-delayed = Als het later komt
notices-all = Ook op dit apparaat, en alle keuzes
notices-table = Wat en hoe
notices-email = E-mail
notices-push = Apparaat
notices-sms = SMS
notices-lead = U krijgt alleen waar u om hebt gevraagd. Geen bericht bevat een adres of een code, en geen vraagt u iets.
notices-most = Een apparaat krijgt per pakket hoogstens drie berichten: een vroeg, een als het dichtbij is of later komt, en hoe het afliep. Alle e-mails komen aan.
notices-sms-number = Sms’jes gaan naar uw nummer dat eindigt op { $end }.
quiet-title = Stille uren
quiet-lead = Daartussen komt niets. Wat daarna nog telt, komt dan. Laat beide leeg als u geen wilt.
quiet-from = Van
quiet-until = Tot
push-title = Op uw apparaten
push-lead = Een melding op het scherm, ook als deze pagina gesloten is.
push-offer = Als u akkoord gaat, vraagt uw browser één keer of het mag. U hoort wanneer de kaart opengaat, wanneer een pakket later komt en hoe het afliep; hierboven kunt u dat wijzigen.
push-turn-on = Meld het op dit apparaat
push-on = Dit apparaat krijgt meldingen.
push-denied = Deze browser mag geen meldingen van deze pagina tonen. Sta ze toe in de instellingen voor deze site en kom terug.
push-unsupported = Deze browser kan geen meldingen van een pagina tonen. E-mail werkt overal.
push-home-screen = Zet deze pagina op een iPhone of iPad eerst op het beginscherm: tik op Deel en dan op ‘Zet op beginscherm’. Open haar daar en kom hier terug.
push-failed = Dat lukte niet. Er is niets veranderd; probeer het zo nog eens.
push-full = Tien apparaten krijgen al meldingen. Verwijder er eerst een.
push-none = Geen apparaat krijgt meldingen.
push-remove = Verwijderen
push-unknown = Een browser
push-since = Sinds { $when }
ntfy-title = Via ntfy
ntfy-lead = ntfy is een app voor telefoon en computer die berichten toont. U krijgt een eigen onderwerp en abonneert zich daar.
ntfy-privacy = Wie het onderwerp kent, kan uw berichten lezen, en wie de ntfy-server beheert ook; er staat geen adres en geen code in.
ntfy-server = Server
ntfy-make = Onderwerp maken
ntfy-how = Open het adres, of voeg in de ntfy-app een abonnement toe: onderwerp { $topic }, server { $server }.
ntfy-full = U hebt al drie onderwerpen. Verwijder er eerst een.
ntfy-gone = Deze server wordt niet meer gebruikt, dus daarheen gaat niets meer.
home-title = In Home Assistant
home-lead = Home Assistant toont wanneer uw volgende pakket komt: hoe het ervoor staat, het tijdvak en hoeveel stops er voor u zijn.
home-privacy = Wie uw sleutel kent, kan dat lezen, en wie de broker beheert ook; er staat geen adres, geen code en geen kaart in.
home-turn-on = Inschakelen
home-turn-off = Uitschakelen
home-broker = Broker
home-client = Client-ID, dat is uw sleutel
home-prefix = Discovery-prefix
home-hint = Vul dit in bij de MQTT-instellingen van Home Assistant. Hoe u een eigen broker koppelt, staat in de documentatie van de vervoerder.
home-none = Er is niets onderweg.
home-status = Volgend pakket
home-from = Tijdvak begint
home-until = Tijdvak eindigt
home-stops = Stops voor u
home-count = Pakketten onderweg
orders-short = Pakketten

calendar-link = Pakketten in uw agenda
calendar-title = Pakketten in uw agenda
calendar-lead = Uw agenda toont wanneer een pakket komt, en de afspraak wordt smaller zoals het tijdvak. U krijgt een adres dat u daar als abonnement toevoegt.
calendar-make = Adres maken
calendar-address = Uw adres
calendar-address-hint = Het wordt alleen deze keer getoond. Kopieer het en voeg het in uw agenda toe als agenda van internet.
calendar-made = Gemaakt: { $when }
calendar-read = Laatst gelezen: { $when }
calendar-renew = Nieuw adres maken
calendar-renew-hint = Het huidige eindigt daarmee.
calendar-end = Beëindigen
calendar-ended = Beëindigd. Het adres opent niets meer.
calendar-privacy = Wie het adres kent, ziet wanneer uw pakketten komen en wie ze stuurt, ook de dienst waar uw agenda staat. Uw woonadres en codes staan er niet in, en bij geschenken en vertrouwelijke pakketten geen afzender.
calendar-back = Naar uw pakketten
calendar-name = Pakketten, { $operator }
calendar-parcel = Pakket
calendar-parcel-from = Pakket van { $sender }
calendar-as-of = Laatste nieuws: { $when }

sharing-link = De buren laten weten
sharing-title = De buren laten weten
sharing-lead = U krijgt een link om door te geven. Wie hem opent, ziet wanneer het pakket komt en verder niets: geen kaart, geen stops, geen afzender. Hij eindigt met de dag van bezorging.
sharing-window = Zien wanneer het komt
sharing-accept = Zien wanneer het komt, en het voor mij aannemen
sharing-name = Hoe u deze persoon noemt
sharing-name-hint = Wie bezorgt ziet deze naam aan uw deur, als het pakket voor u mag worden aangenomen. Hoogstens 140 tekens.
sharing-name-long = De naam is te lang: hoogstens 140 tekens.
sharing-give = Een link maken
sharing-given = Uw link
sharing-given-hint = Hij wordt alleen deze keer getoond. Kopieer hem en geef hem door.
sharing-until = Geldig tot: { $when }
sharing-ended = Afgelopen: { $when }
sharing-opened = { $count ->
    [0] Nog niet geopend
    [one] Eén keer geopend
   *[other] { $count } keer geopend
}
sharing-take-back = Terugnemen
sharing-taken-back = Teruggenomen. De link opent niets meer.
sharing-too-many = Er zijn al tien links voor dit pakket. Neem er een terug.
sharing-not-possible = Dit pakket kan niet worden gedeeld.
sharing-back = Terug naar het pakket
share-title = Een pakket bij u in de buurt
share-over = Er is niets meer om op te wachten.
share-unknown = Wanneer het komt is nog niet bekend.
share-may-accept = U bent gevraagd het aan te nemen. Zeg dat aan de deur.
share-seen = Wie u deze link gaf, ziet wanneer hij wordt geopend.
share-until = Hij is geldig tot: { $when }
