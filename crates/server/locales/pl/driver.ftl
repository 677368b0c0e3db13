# Strona dla samochodu. Jej skrypt czyta ten plik tak, jak jest; każda wiadomość zaczyna się od „driver-”.
driver-title = Twoja trasa
driver-needs-script = Ta strona wymaga JavaScriptu: przechowuje wpisy, dopóki nie ma sieci.

# Logowanie.
driver-login-title = Zaloguj się do trasy
driver-code = Kod jednorazowy
driver-code-hint = Dostaniesz go od dyspozytora. Działa raz, przez 15 minut.
driver-login-button = Zaloguj się
driver-code-refused = Ten kod nie działa. Poproś o nowy.
driver-login-wait = Zbyt wiele prób. Odczekaj minutę.
driver-login-offline = Brak sieci. Do logowania jest potrzebna.
driver-login-failed = To się nie udało. Spróbuj za chwilę.
driver-logout = Wyloguj się
driver-logout-waiting = { $count ->
    [one] { $count } wpis jeszcze nie został wysłany. Zostanie w tym telefonie do następnego zalogowania.
    [few] { $count } wpisy jeszcze nie zostały wysłane. Zostaną w tym telefonie do następnego zalogowania.
    [many] { $count } wpisów jeszcze nie zostało wysłanych. Zostaną w tym telefonie do następnego zalogowania.
   *[other] { $count } wpisu jeszcze nie wysłano. Zostaną w tym telefonie do następnego zalogowania.
}

# Cała trasa.
driver-loading = Pobieramy trasę.
driver-no-tour-title = Dziś nie masz trasy
driver-no-tour-text = Gdy tylko będzie zaplanowana, pojawi się tutaj.
driver-stop-number = Przystanek { $number } z { $total }
driver-progress = Załatwione przystanki: { $done } z { $total }
driver-as-of = Stan z { $time }
driver-start = Zacznij trasę
driver-start-hint = Od teraz osoby, do których jedziesz w następnej kolejności, widzą, gdzie jesteś. Nie w czasie przerw i nie po zakończeniu.
driver-first-stop = Pierwszy przystanek
driver-break = Przerwa
driver-break-over = Dalej
driver-break-title = Przerwa
driver-break-since = Od { $time }. Twoje położenie nie jest wysyłane i nikt cię nie widzi.
driver-all-done-title = Wszystkie przystanki załatwione
driver-all-done-text = Zakończ trasę, gdy wrócisz.
driver-end = Zakończ trasę
driver-end-title = Zakończyć trasę?
driver-end-open = { $count ->
    [0] Wszystkie przystanki są załatwione.
    [one] Pozostał jeszcze { $count } przystanek.
    [few] Pozostały jeszcze { $count } przystanki.
    [many] Pozostało jeszcze { $count } przystanków.
   *[other] Pozostało jeszcze { $count } przystanku.
}
driver-end-text = Potem twoje położenie nie jest już wysyłane.
driver-ended-title = Trasa zakończona
driver-ended-text = Twoje położenie nie jest już wysyłane.

# Co czeka, i kto mnie widzi.
driver-no-signal = Brak sieci
driver-waiting = { $count ->
    [one] { $count } czeka na sieć
    [few] { $count } czekają na sieć
    [many] { $count } czeka na sieć
   *[other] { $count } czeka na sieć
}
driver-sending = { $count ->
    [one] { $count } jest wysyłany
    [few] { $count } są wysyłane
    [many] { $count } jest wysyłanych
   *[other] { $count } jest wysyłane
}
driver-all-sent = Wszystko wysłane
driver-refused = { $count ->
    [one] { $count } wpisu nie przyjęto
    [few] { $count } wpisów nie przyjęto
    [many] { $count } wpisów nie przyjęto
   *[other] { $count } wpisu nie przyjęto
}
driver-refused-title = Nie przyjęto
driver-refused-known = Rozumiem
driver-watchers = { $count ->
    [0] Teraz nikt cię nie widzi
    [one] Widzi cię { $count } osoba
    [few] Widzą cię { $count } osoby
    [many] Widzi cię { $count } osób
   *[other] Widzi cię { $count } osoby
}
driver-unseen = Nikt cię nie widzi
driver-map-hidden = Mapa jest przez ciebie zamknięta
driver-hide = Ukryj
driver-show = Pokaż
driver-who-title = Kto cię widzi
driver-who-hidden = Nikt cię na niej nie widzi. Przedziały czasu i liczba przystanków są dalej liczone; dlatego twoje położenie jest nadal wysyłane.
driver-who-asking = Właśnie pytamy.
driver-who-offline = Brak sieci. To, co jest zapisane i kto patrzył, pojawi się tutaj, gdy sieć wróci.
driver-kept-title = Co jest o tobie zapisane
driver-kept-tour-logs = Twoje położenia i wpisy na tej trasie
driver-kept-reports = Jak blisko drzwi byłeś, w przybliżeniu, gdy ktoś zgłosi, że nikt nie przyjechał
driver-kept-audit = Kto z firmy je oglądał
driver-kept-none = Dziś nic
driver-kept-until = Do { $day }
driver-kept-purpose = Po co: { $purpose }
driver-kept-never = Twoja prędkość oraz to, gdzie jesteś w przerwach i poza trasą, nie są zapisywane. Nie liczymy, jak często się ukrywasz.
driver-looks-title = Kto z firmy dziś patrzył
driver-looks-none = Dotąd nikt
driver-looker-account = { $name }
driver-looker-key = System „{ $name }”
driver-looker-command = Ktoś przy serwerze
driver-place-off = Ten telefon nie wysyła twojego położenia.
driver-place-send = Wysyłaj
driver-place-denied = Ta przeglądarka nie może znać twojego położenia. Zezwól na to w jej ustawieniach.
driver-place-lost = Twoje położenie jest teraz nieznane.

# Następny przystanek.
driver-parcels = { $count ->
    [one] { $count } paczka
    [few] { $count } paczki
    [many] { $count } paczek
   *[other] { $count } paczki
}
driver-parcels-chosen = { $chosen } z { $count } paczek
driver-parcels-title = Paczki tutaj
driver-parcels-hint = Następny wpis dotyczy zaznaczonych.
driver-to-neighbour = Do sąsiadów
driver-in-person = Do rąk własnych
driver-bell = Dzwonek „{ $name }”
driver-floor = Piętro: { $floor }
driver-news-one = { $address }: { $what }
driver-news-many = Próśb odbiorców: { $count }. Są podane przy każdym przystanku.
driver-news-heard = Rozumiem
driver-not-before = Nie przed { $time }
driver-safe-place = Bezpieczne miejsce
driver-to-pin = Pokaż drogę do pinezki
driver-place-photo = Zdjęcie bezpiecznego miejsca
driver-for-one = Dla { $number }
driver-may-accept = Może odebrać: { $names }
driver-a-neighbour = ktoś z sąsiedztwa
driver-kind-gift = Prezent
driver-kind-confidential = Poufne
driver-kind-high-value = Tylko osobiście
driver-safe-place-front-porch = Przed drzwiami
driver-safe-place-rear-porch = Za domem
driver-safe-place-garage = W garażu
driver-safe-place-shed = W szopie
driver-safe-place-mailbox = W skrzynce na listy
driver-safe-place-reception = W recepcji
driver-safe-place-other = Według umowy
driver-navigate = Nawiguj
driver-arrived = Jestem na miejscu
driver-here-since = Tutaj od { $time }
driver-skip = Później
driver-then = Potem
driver-list = Wszystkie przystanki
driver-list-title = Twoje przystanki
driver-close = Zamknij
driver-make-next = Teraz

# Co się tam stało.
driver-bar = Co się tu stało
driver-not-possible = Nie da się
driver-something-else = Coś innego
driver-elsewhere-title = Zostawiona gdzie indziej
driver-not-delivered-title = Niedoręczona
driver-outcome-delivered-to-recipient = Doręczona
driver-outcome-delivered-to-neighbour = U sąsiadów
driver-outcome-delivered-to-safe-place = W bezpiecznym miejscu
driver-outcome-delivered-to-mailbox = W skrzynce na listy
driver-outcome-delivered-to-pickup-point = W punkcie odbioru
driver-outcome-failed-not-home = Nikt nie otwiera
driver-outcome-failed-refused = Nie chcą jej
driver-outcome-failed-address-not-found = Nie ma adresu
driver-outcome-failed-no-access = Brak dostępu
driver-outcome-failed-no-time = Brak czasu
driver-outcome-failed-damaged = Uszkodzona
driver-outcome-failed-missing = Nie ma jej w samochodzie
driver-outcome-failed-verification = Kod lub dokument się nie zgadza
driver-outcome-failed-other = Inny powód
driver-just-now = { $what }: { $address }
driver-undo = Cofnij
driver-photo-offered = Zdjęcie do tego: { $address }
driver-photo-kept = Zdjęcie jest. Powtórz
driver-photo-unreadable = Zdjęcia nie da się odczytać. Spróbuj jeszcze raz

# Kod przy drzwiach.
driver-door-code-title = Kod przy drzwiach
driver-door-code = Kod odbiorcy
driver-door-code-hint = Zapytaj o 6 cyfr ze strony paczki. Oddaj ją tylko wtedy, gdy się zgadzają.
driver-door-code-check = Sprawdź
driver-door-code-wrong = { $count ->
    [one] To nie ten kod. Jeszcze { $count } próba.
    [few] To nie ten kod. Jeszcze { $count } próby.
    [many] To nie ten kod. Jeszcze { $count } prób.
   *[other] To nie ten kod. Jeszcze { $count } próby.
}
driver-door-code-locked = Zbyt wiele błędnych kodów. Poproś dyspozytora o nowy albo naciśnij „Nie da się”.
driver-door-code-offline = Brak sieci. Kod można sprawdzić tylko z siecią. Paczka pozostaje na razie otwarta.
driver-door-code-failed = To się nie udało. Spróbuj za chwilę.

# Jak lista nazywa przystanek, i jak nazywa się nieprzyjęty wpis.
driver-state-remaining = Do zrobienia
driver-state-arrived = Jesteś na miejscu
driver-state-served = Załatwiony
driver-state-failed = Nie da się
driver-state-skipped = Później
driver-state-removed = Odpadł
driver-entry-started = Początek
driver-entry-fix = Położenie
driver-entry-arrived = Przyjazd
driver-entry-skipped = Odłożone na później
driver-entry-break-begun = Przerwa
driver-entry-break-ended = Koniec przerwy
driver-entry-map-hidden = Mapa zamknięta
driver-entry-map-shown = Mapa otwarta
driver-entry-ended = Koniec trasy
driver-entry-instruction-seen = Prośba przeczytana
driver-entry-photo = Zdjęcie
driver-entry-at = { $what }, { $time }
driver-why-clock-ahead = Zegar tego telefonu chodzi źle.
driver-why-too-old = Ma więcej niż trzy dni.
driver-why-tour-not-started = Trasa jeszcze się wtedy nie zaczęła.
driver-why-on-break = Była wtedy przerwa.
driver-why-tour-ended = Trasa była już wtedy zakończona.
driver-why-unknown-stop = Tego przystanku nie ma już na twojej trasie.
driver-why-unknown-parcel = Tej paczki nie ma już na twojej trasie.
driver-why-not-delivered = Nie wiadomo o doręczeniu tej paczki.
driver-why-photo-not-wanted = Tej paczki nie wolno fotografować.
driver-why-too-late = Przyszło za późno.
driver-why-recipient-only = Może ją dostać tylko osoba, dla której jest.
driver-why-door-code-missing = Kod tej paczki nie został sprawdzony.
driver-why-other = Serwer tego nie przyjął.
