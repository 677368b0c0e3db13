# Logowanie, lista paczek, i o czym chce się wiedzieć.
login-title = Logowanie
login-lead = Tu widać, gdzie są Państwa paczki i kiedy przyjdą.
login-email = Adres e-mail
login-password = Hasło
login-button = Zaloguj się
login-failed = Ten adres e-mail i to hasło do siebie nie pasują.
login-wait = Zbyt wiele prób. Prosimy odczekać minutę i spróbować ponownie.
login-provider = Zaloguj się przez { $name }
login-provider-failed = Logowanie tamtędy się nie udało. Prosimy spróbować ponownie albo zalogować się inaczej.
login-provider-no-account = Nie ma tu konta z adresem e-mail, który mają Państwo tam.

sign-in-title = Logowanie przez e-mail
sign-in-offer = Hasła nie ma pod ręką? Wyślemy link na Państwa adres e-mail, i nim można się zalogować.
sign-in-ask = Wyślijcie mi link
sign-in-asked = Jeśli jest konto z tym adresem e-mail, link jest w drodze.
sign-in-asked-hint = Działa raz, przez 15 minut. Jeśli nic nie przyjdzie, prosimy zajrzeć do spamu i sprawdzić adres.
sign-in-ready = Ten link loguje na tym urządzeniu. Działa raz.
sign-in-over = Ten link był już użyty albo ma więcej niż 15 minut. Prosimy poprosić o nowy.
sign-in-back = Do logowania

sessions-link = Gdzie są Państwo zalogowani
sessions-title = Gdzie są Państwo zalogowani
sessions-lead = Jeśli któregoś miejsca Państwo nie znają, prosimy się tam wylogować.
sessions-unknown = Nieznane urządzenie
sessions-began = Logowanie: { $when }
sessions-used = Ostatnie użycie: { $when }
sessions-this = To jest to urządzenie.
sessions-end = Wyloguj tam
sessions-end-others = Wyloguj wszędzie indziej
sessions-ended = Wylogowano.

passkey-login = Zaloguj się kluczem dostępu
passkey-login-failed = To się nie udało: klucz dostępu nie jest tu znany albo trwało to zbyt długo. Prosimy spróbować ponownie albo zalogować się inaczej.
passkeys-title = Klucze dostępu
passkeys-lead = Kluczem dostępu można się zalogować palcem, twarzą albo kodem urządzenia, bez hasła. Nieznane klucze prosimy usunąć.
passkey-created = Dodano: { $when }
passkey-unused = Jeszcze nieużywany
passkey-remove = Usuń
passkey-name = Jak go nazwać
passkey-add = Dodaj klucz dostępu
passkey-add-failed = Nic nie dodano: urządzenie się nie zgodziło albo trwało to zbyt długo. Prosimy spróbować ponownie.
passkey-known = To urządzenie ma już klucz dostępu do tego konta.
passkey-full = Jest już 20 kluczy dostępu i więcej być nie może. Prosimy najpierw jeden usunąć.

orders-title = Państwa paczki
orders-none = Teraz nic nie jest w drodze. Gdy tylko jakaś paczka zostanie zapowiedziana, pojawi się tutaj.
orders-today = Dziś
orders-coming = W drodze
orders-done = Zakończone
orders-more = { $sender }, { $count ->
    [one] { $count } paczka
    [few] { $count } paczki
    [many] { $count } paczek
   *[other] { $count } paczki
}
orders-together = Zamówione razem: { $count ->
    [one] { $count } paczka
    [few] { $count } paczki
    [many] { $count } paczek
   *[other] { $count } paczki
}
orders-map-open = Mapa otwarta
orders-follow = Śledź doręczenie
orders-also = Przyjdzie razem z nią:
orders-when = { $day }, { $window }
orders-by = Doręcza { $operator }
orders-status-only = { $carrier }, tylko status
orders-for-others = Zamówione dla kogoś innego
orders-for-others-note = O tych widać stan i dzień. Więcej widzi osoba, która je dostanie.
orders-bought-in-transit = W drodze
orders-bought-pickup = Do odbioru
orders-day-unknown = Dzień jeszcze nieznany
orders-status-only-note = „Tylko status”: doręcza inna firma i kilka razy dziennie mówi nam, gdzie paczka jest. Mapy dla niej nie ma.
orders-gift = Niespodzianka
orders-sender-status = { $sender }. { $status }

notices-title = O czym możemy powiadomić?
notices-hint = E-mailem. Wysyłamy tylko to, o co nas poproszono.
notices-map-open = Gdy otworzy się mapa
notices-delivered = Gdy paczka jest doręczona
notices-failed = Gdy nie udało się jej doręczyć
notices-save = Zapisz
notices-saved = Zapisano.
notices-announced = Gdy paczka zostanie zapowiedziana
notices-out = Gdy jest w doręczeniu
notices-next = Gdy kolej na Państwa
notices-delayed = Gdy przyjdzie później
notices-all = Także na tym urządzeniu i wszystkie ustawienia
notices-table = Co i jak
notices-email = E-mail
notices-push = Urządzenie
notices-sms = SMS
notices-lead = Wysyłamy tylko to, o co Państwo poprosili. Żadna wiadomość nie zawiera adresu ani kodu i o nic nie prosi.
notices-most = Urządzenie dostaje najwyżej trzy wiadomości o paczce: wczesną, gdy jest blisko lub się spóźnia, oraz jak się skończyło. E-maile przychodzą wszystkie.
notices-sms-number = SMS-y przychodzą na Państwa numer kończący się na { $end }.
quiet-title = Godziny ciszy
quiet-lead = W tym czasie nic nie przychodzi. Co potem jest nadal ważne, przyjdzie wtedy. Oba pola puste: bez ciszy.
quiet-from = Od
quiet-until = Do
push-title = Na Państwa urządzeniach
push-lead = Powiadomienie na ekranie, także gdy ta strona jest zamknięta.
push-offer = Po wyrażeniu zgody przeglądarka raz zapyta, czy może. Powiadomimy, gdy otworzy się mapa, gdy paczka przyjdzie później i jak się skończyło; powyżej można to zmienić.
push-turn-on = Powiadamiaj na tym urządzeniu
push-on = To urządzenie dostaje powiadomienia.
push-denied = Ta przeglądarka nie może pokazywać powiadomień tej strony. Proszę zezwolić na nie w jej ustawieniach dla tej witryny i wrócić.
push-unsupported = Ta przeglądarka nie potrafi pokazywać powiadomień strony. E-mail działa wszędzie.
push-home-screen = Na iPhonie lub iPadzie proszę najpierw dodać tę stronę do ekranu początkowego: „Udostępnij”, potem „Do ekranu początkowego”. Stamtąd ją otworzyć i tu wrócić.
push-failed = Nie udało się. Nic się nie zmieniło; proszę za chwilę spróbować ponownie.
push-full = Dziesięć urządzeń już dostaje powiadomienia. Proszę najpierw usunąć jedno.
push-none = Żadne urządzenie nie dostaje powiadomień.
push-remove = Usuń
push-unknown = Przeglądarka
push-since = Od: { $when }
ntfy-title = Przez ntfy
ntfy-lead = ntfy to aplikacja na telefon i komputer, która pokazuje wiadomości. Dostaną Państwo własny temat i tam go zasubskrybują.
ntfy-privacy = Kto zna temat, może czytać Państwa wiadomości, podobnie jak ten, kto prowadzi serwer ntfy; nie ma w nich adresu ani kodu.
ntfy-server = Serwer
ntfy-make = Utwórz temat
ntfy-how = Proszę otworzyć adres albo dodać subskrypcję w aplikacji ntfy: temat { $topic }, serwer { $server }.
ntfy-full = Są już trzy tematy. Proszę najpierw usunąć jeden.
ntfy-gone = Ten serwer nie jest już używany, więc nic tam nie wysyłamy.
home-title = W Home Assistant
home-lead = Home Assistant pokazuje, kiedy przyjdzie następna paczka: jaki ma status, przedział czasu i ile przystanków jest przed Państwem.
home-privacy = Kto zna Państwa klucz, może to czytać, podobnie jak ten, kto prowadzi broker; nie ma tam adresu, kodu ani mapy.
home-turn-on = Włącz
home-turn-off = Wyłącz
home-broker = Broker
home-client = Identyfikator klienta, czyli klucz
home-prefix = Prefiks wykrywania
home-hint = Proszę wpisać to w ustawieniach MQTT w Home Assistant. Jak połączyć własny broker, opisuje dokumentacja operatora.
home-none = Nic nie jest w drodze.
home-status = Następna paczka
home-from = Początek przedziału
home-until = Koniec przedziału
home-stops = Przystanki przed Państwem
home-count = Paczki w drodze
orders-short = Paczki

calendar-link = Paczki w kalendarzu
calendar-title = Paczki w kalendarzu
calendar-lead = Kalendarz pokazuje, kiedy przyjdzie paczka, a wpis zwęża się razem z przedziałem. Dostaną Państwo adres, który dodaje się tam jako subskrypcję.
calendar-make = Utwórz adres
calendar-address = Państwa adres
calendar-address-hint = Jest pokazany tylko ten jeden raz. Prosimy go skopiować i dodać w kalendarzu jako kalendarz z internetu.
calendar-made = Utworzony: { $when }
calendar-read = Ostatni odczyt: { $when }
calendar-renew = Utwórz nowy adres
calendar-renew-hint = Obecny przestanie działać.
calendar-end = Zakończ
calendar-ended = Zakończono. Adres niczego już nie otwiera.
calendar-privacy = Kto zna ten adres, widzi, kiedy przyjdą Państwa paczki i kto je wysyła; widzi to też usługa, w której jest kalendarz. Nie ma w nim adresu domu ani kodów, a przy prezentach i paczkach poufnych także nadawcy.
calendar-back = Do paczek
calendar-name = Paczki, { $operator }
calendar-parcel = Paczka
calendar-parcel-from = Paczka, nadawca: { $sender }
calendar-as-of = Ostatnie wiadomości: { $when }

sharing-link = Powiadom sąsiada
sharing-title = Powiadom sąsiada
sharing-lead = Dostaną Państwo link do przekazania. Kto go otworzy, widzi, kiedy przyjdzie paczka, i nic więcej: ani mapy, ani przystanków, ani nadawcy. Wygasa z dniem doręczenia.
sharing-window = Zobaczyć, kiedy przyjdzie
sharing-accept = Zobaczyć, kiedy przyjdzie, i odebrać ją za mnie
sharing-name = Jak nazywają Państwo tę osobę
sharing-name-hint = To imię zobaczy osoba doręczająca przy Państwa drzwiach, jeśli paczkę można za Państwa odebrać. Najwyżej 140 znaków.
sharing-name-long = To imię jest za długie: najwyżej 140 znaków.
sharing-give = Utwórz link
sharing-given = Państwa link
sharing-given-hint = Jest pokazany tylko ten jeden raz. Prosimy go skopiować i przekazać.
sharing-until = Działa do: { $when }
sharing-ended = Zakończony: { $when }
sharing-opened = { $count ->
    [0] Jeszcze nieotwarty
    [one] Otwarty raz
    [few] Otwarty { $count } razy
    [many] Otwarty { $count } razy
   *[other] Otwarty { $count } raza
}
sharing-take-back = Wycofaj
sharing-taken-back = Wycofano. Link niczego już nie otwiera.
sharing-too-many = Dla tej paczki jest już dziesięć linków. Prosimy jeden z nich wycofać.
sharing-not-possible = Tej paczki nie można udostępnić.
sharing-back = Wróć do paczki
share-title = Paczka w sąsiedztwie
share-over = Nie ma już na co czekać.
share-unknown = Nie wiadomo jeszcze, kiedy przyjdzie.
share-may-accept = Poproszono o jej odebranie. Prosimy powiedzieć o tym przy drzwiach.
share-seen = Osoba, która dała ten link, widzi, kiedy jest otwierany.
share-until = Działa do: { $when }
