# Strona paczki, w kolejności czytania.
kicker-arrives = Dostawa { $day } między
kicker-arrives-about = Dostawa { $day } około
kicker-planned = Plan: { $day } między
kicker-planned-about = Plan: { $day } około
hero-and = a

stops-before = { $count ->
    [0] Następny przystanek jest u Państwa
    [one] Jeszcze { $count } przystanek przed Państwem
    [few] Jeszcze { $count } przystanki przed Państwem
    [many] Jeszcze { $count } przystanków przed Państwem
   *[other] Jeszcze { $count } przystanku przed Państwem
}
stops-before-some = Jeszcze kilka przystanków przed Państwem
stops-before-between = Przystanki przed Państwem: od { $fewest } do { $most }
stops-before-at-most = { $count ->
    [one] Najwyżej { $count } przystanek przed Państwem
    [few] Najwyżej { $count } przystanki przed Państwem
    [many] Najwyżej { $count } przystanków przed Państwem
   *[other] Najwyżej { $count } przystanku przed Państwem
}
stops-before-at-least = { $count ->
    [one] Co najmniej { $count } przystanek przed Państwem
    [few] Co najmniej { $count } przystanki przed Państwem
    [many] Co najmniej { $count } przystanków przed Państwem
   *[other] Co najmniej { $count } przystanku przed Państwem
}
at-your-door = Teraz pod Państwa drzwiami
previously = Wcześniej:
out-for-delivery = W doręczeniu.
on-the-van = W samochodzie. Trasa jeszcze się nie zaczęła.
on-a-break = Przerwa. Przedział czasu pozostaje bez zmian.
signal-lost = Od pewnego czasu brak sygnału. Obowiązuje planowany przedział.
planned-today = Zaplanowana na dziś. Godziny na żywo nie ma.
status-from = Tę paczkę doręcza { $carrier }. Ostatnie wiadomości: { $time }.
status-unknown-age = Tę paczkę doręcza { $carrier }. Bez mapy, tylko status.

flag-delivered = Doręczona
flag-failed = Niedoręczona
flag-pickup = Do odbioru
flag-later = Później o: { $span }
flag-earlier = Wcześniej o: { $span }
flag-delayed = Później niż planowano
flag-held = Wstrzymana
flag-returned = Wraca
flag-cancelled = Anulowana
flag-break = Przerwa
flag-signal-lost = Brak sygnału
flag-gift = Niespodzianka
flag-confidential = Poufne
flag-high-value = Za kodem
flag-status-only = Tylko status

status-pre-transit = Zapowiedziana, nadawca: { $sender }
status-pre-transit-plain = Zapowiedziana
status-in-transit = W drodze do Państwa
status-in-transit-to-point = W drodze do punktu odbioru
status-out-for-delivery = W doręczeniu
status-delivered = Doręczona
status-available-for-pickup = Czeka w punkcie odbioru
status-attempted = Nie udało się jej doręczyć
status-attempted-elsewhere = Nie udało się jej doręczyć
status-delayed = Później niż planowano
status-on-hold = Na razie wstrzymana
status-returned = W drodze powrotnej do nadawcy
status-cancelled = Ta paczka nie przyjdzie
status-unknown = Jeszcze brak wiadomości
status-pre-transit-more = Jeszcze jej nie mamy.
status-in-transit-more = Jest w drodze do najbliższej sortowni.
status-delayed-more = Gdy tylko poznamy nowy czas, pojawi się tutaj.
status-on-hold-more = Czeka po drodze, na przykład w urzędzie celnym. Potem ruszy dalej sama.
status-returned-more = Powód zna nadawca.
status-cancelled-more = Powód zna nadawca.
status-unknown-more = Gdy tylko się pojawią, będą tutaj.
planned-for = Plan: { $when }

outcome-delivered-to-recipient = Doręczona do rąk własnych
outcome-delivered-to-neighbour = U sąsiadów
outcome-delivered-to-safe-place = W wybranym miejscu
outcome-delivered-to-safe-place-at = W wybranym miejscu: { $place }
outcome-delivered-to-mailbox = W skrzynce na listy
outcome-delivered-to-pickup-point = W punkcie odbioru
outcome-at-pickup-point = Czeka na odbiór: { $name }
outcome-failed-not-home = Nikt nie otworzył
outcome-failed-refused = Nie została przyjęta
outcome-failed-address-not-found = Nie znaleźliśmy adresu
outcome-failed-no-access = Nie mogliśmy dotrzeć do drzwi
outcome-failed-no-time = Trasa skończyła się, zanim dotarliśmy do Państwa
outcome-failed-damaged = Paczka jest uszkodzona
outcome-failed-missing = Paczki nie było w samochodzie
outcome-failed-verification = Kod lub dokument się nie zgadzał
outcome-failed-other = Nie udało się jej doręczyć
outcome-at = { $when }
outcome-inside = { $when }, w obiecanym przedziale.

# Mapa, albo dlaczego jej nie ma.
map-label = Mapa: gdzie jest samochód i Państwa drzwi
map-your-door = Państwa drzwi
map-here = Tutaj o { $time }, z dokładnością do { $accuracy }
map-about = Mniej więcej tutaj, z dokładnością do { $accuracy } · widziany { $time }
map-about-distance = Samochód jest teraz około { $distance } od Państwa drzwi; ostatnio widziano go o { $time }.
map-about-no-script = Samochód jest teraz około { $distance } od Państwa drzwi; ostatnio widziano go o { $time }. Ruchoma mapa wymaga JavaScriptu; ta strona odświeża się co minutę.
map-no-script = O { $time } samochód był { $distance } od Państwa drzwi. Ruchoma mapa wymaga JavaScriptu; ta strona odświeża się co minutę.
map-no-door = Ostatni sygnał z samochodu przyszedł o { $time }. Ruchoma mapa wymaga JavaScriptu; ta strona odświeża się co minutę.
map-distance = O { $time } samochód był { $distance } od Państwa drzwi.
map-unavailable = To urządzenie nie może narysować mapy. Wszystko, co ona pokazuje, jest też tutaj opisane.
map-larger = Większa mapa
map-smaller = Mniejsza mapa
map-recentre = Pokaż samochód i drzwi

hidden-not-delivery-day-title = Mapa otworzy się w dniu doręczenia
hidden-not-delivery-day-text = Tego dnia, gdy samochód będzie blisko, można go tu śledzić.
hidden-tour-not-started-title = Trasa jeszcze się nie zaczęła
hidden-tour-not-started-text = Gdy samochód będzie blisko, tutaj otworzy się mapa.
hidden-too-far-title = Mapa otworzy się później
hidden-too-far-text = Gdy przed Państwem zostanie tylko kilka przystanków. Do tego czasu przedział mówi więcej niż punkt w oddali.
hidden-low-confidence-title = Teraz zbyt niepewne, by pokazać mapę
hidden-low-confidence-text = Samochód odbiega od planu. Gdy tylko kolejność przystanków będzie znów pewna, mapa wróci.
hidden-driver-break-title = Przerwa
hidden-driver-break-text = W tym czasie mapa jest zamknięta. Przedział czasu pozostaje bez zmian.
hidden-position-stale-title = Brak sygnału z samochodu
hidden-position-stale-text = Nie pokazujemy miejsca, które może być już nieaktualne. Obowiązuje planowany przedział.
hidden-position-doubtful-title = Nie jest teraz pewne, gdzie jest samochód
hidden-position-doubtful-text = Jego położenia przeczą sobie, więc nie pokazujemy żadnego. Czas pozostaje bez zmian.
hidden-place-unknown-title = Państwa adresu nie ma jeszcze na naszej mapie
hidden-place-unknown-text = Paczka mimo to jest zaplanowana. Dopóki nie wiemy, gdzie są Państwa drzwi, nie ma mapy, liczby przystanków ani godziny na żywo.
hidden-sender-disabled-title = Brak mapy na żywo dla tej paczki
hidden-sender-disabled-text = Nadawca jej nie udostępnia. Przedział obowiązuje jak zawsze.
hidden-gift-title = Nie podglądać
hidden-gift-text = Ta paczka to niespodzianka. Dlatego nie ma tu mapy, liczby przystanków ani nadawcy. Czas i możliwości wyboru są jak zawsze.
hidden-confidential-title = Poufne
hidden-confidential-text = Dla tej paczki pokazujemy tylko czas.
hidden-high-value-title = Wydawana za kodem
hidden-high-value-text = Dla cennych paczek pokazujemy tylko czas, a w dniu doręczenia Państwa kod do podania przy drzwiach.
door-code = Państwa kod
door-code-text = Prosimy podać go przy drzwiach, a wcześniej nikomu: ani przez telefon, ani w wiadomości.
door-code-told = Kod dotarł.
door-code-locked = Zbyt często wpisano błędny kod, więc ten już nie działa. Firma doręczająca może utworzyć nowy; od razu pojawi się tutaj.
hidden-driver-hidden-title = Mapa jest teraz zamknięta
hidden-driver-hidden-text = Osoba za kierownicą może ją zamknąć w każdej chwili. Paczka nadal jest w drodze, a przedział czasu pozostaje bez zmian.
hidden-delivered-title = Droga dobiegła końca
hidden-delivered-text = Mapa zamyka się, gdy droga paczki się kończy.
hidden-link-expired-title = Ten link wygasł
hidden-link-expired-text = Nadawca może wysłać nowy.
hidden-outside-area-title = Brak mapy na żywo w Państwa okolicy
hidden-outside-area-text = Przedział obowiązuje, a to, co się dzieje, jest tu jak zawsze.
hidden-other-carrier-title = Tylko status
hidden-other-carrier-text = Tę paczkę doręcza inna firma i kilka razy dziennie mówi nam, gdzie ona jest. Mapy dla niej nie ma.
why-no-map = Kiedy jest mapa?
day-bar-window = Przedział
day-bar-new-window = Nowy
tell-me = Powiadom mnie, gdy się otworzy
told-already = Napiszemy, gdy się otworzy.
stage-delivered-label = Zamknięte drzwi domu
stage-left-label = Paczka obok zamkniętych drzwi domu
photo-door = Zdjęcie doręczenia: paczka przy drzwiach
photo-safe-place = Zdjęcie doręczenia: paczka w wybranym miejscu
photo-mailbox = Zdjęcie doręczenia: paczka przy skrzynce na listy
photo-neighbour = Zdjęcie doręczenia: paczka u sąsiadów
photo-taken = Zdjęcie doręczenia, { $time }
stage-failed-title = Co dalej
stage-failed-text = Paczka wraca samochodem do sortowni. Następna próba pojawi się tutaj, gdy tylko będzie zaplanowana.

# Co można zrobić.
choices-title = Nikogo w domu?
choices-until = Można to zmienić, dopóki samochód nie stanie pod drzwiami.
choices-closed = Nie można już tego zmienić: samochód jest prawie na miejscu.
choices-safe-place = Wybierz bezpieczne miejsce
choices-chosen = Wybrane miejsce
choices-told = Zostanie to pokazane osobie doręczającej.
choices-where = Gdzie możemy ją zostawić?
choices-note = Kilka słów do doręczenia
choices-note-hint = Na przykład „za śmietnikiem”. Najwyżej 140 znaków; zostaną usunięte dzień po doręczeniu.
choices-place-needed = Prosimy wybrać miejsce.
choices-note-needed = Prosimy w kilku słowach opisać, gdzie to jest.
choices-save = Zostaw tam
choices-withdraw = Jestem w domu: do rąk własnych
choices-chosen-neighbour = U sąsiadów
choices-seen = Osoba doręczająca widziała to o { $time }.
choices-locked = Nadawca nie pozwala na to przy tej paczce.
choices-too-long = To za długie: najwyżej { $limit } znaków.
choices-name-needed = Proszę podać, u kogo.
choices-holds-code = Prosimy bez kodów: te słowa czyta się na ulicy.
choices-changed-meanwhile = Tymczasem to zmieniono, być może w innym oknie. Powyżej stoi, co teraz obowiązuje. Proszę wysłać swoje jeszcze raz, jeśli nadal ma obowiązywać.
choices-typed = Wpisano: { $text }
choices-home-soon = Będę w domu za 10 minut
choices-later = Później na tej trasie
choices-not-before = Samochód przyjedzie po { $time }.
choices-does-not-fit = To już nie mieści się na tej trasie. Przedział czasu zostaje.
choices-neighbour = Oddać sąsiadom
choices-neighbour-name = Nazwisko
choices-neighbour-house = Dom lub mieszkanie, słowami
choices-neighbour-hint = Na przykład „nr 7, po lewej”. Jedno i drugie zostanie usunięte dzień po doręczeniu.
choices-neighbour-save = Oddać tam
choices-until-start = Można to zmienić, dopóki kurier nie wyruszy.
choices-day = Inny dzień
choices-day-which = W jakim dniu ma dotrzeć?
choices-day-needed = Wybierz jeden z tych dni.
choices-day-save = Dostarcz tego dnia
choices-day-chosen = Wybrany dzień: { $day }
choices-pickup = Odbiorę osobiście
choices-pickup-where = Gdzie odbierzesz paczkę?
choices-point = Twój punkt odbioru
choices-point-needed = Wybierz jeden z tych punktów odbioru.
choices-pickup-save = Niech tam czeka
choices-to-the-door = Jednak dostarcz pod drzwi
mark-title = Pokaż kurierowi, gdzie
mark-stands = Zaznaczone dla kuriera
mark-needs-script = Aby pokazać miejsce, przeglądarka musi obsługiwać skrypty. Wystarczą też słowa.
mark-photo = Zdjęcie miejsca
mark-sending = Wysyłanie zdjęcia…
mark-photo-kind = Tego zdjęcia nie da się odczytać. Obsługiwane są JPEG, PNG i WebP.
mark-photo-large = Zdjęcie jest za duże: najwyżej 2 MB.
mark-failed = Nie udało się wysłać zdjęcia. Spróbuj ponownie.
mark-map = Mapa miejsca
mark-pin = Twoja pinezka: przesuń ją palcem lub strzałkami
mark-recentre = Wróć do drzwi
mark-pin-set = Pinezka jest ustawiona. Zapisz ją, aby pokazać kurierowi.
mark-open-map = Zaznacz na mapie
mark-no-pin = Bez pinezki
mark-hint = Widzi to tylko kurier, który przywozi paczkę; usuwamy to dzień po doręczeniu.
mark-save = Pokaż to
mark-remove = Cofnij zdjęcie i pinezkę
mark-photo-of = Zdjęcie wybranego miejsca
mark-too-far = To za daleko od Twoich drzwi: najwyżej 250 m.
mark-photo-gone = Tego zdjęcia już nie ma. Wybierz je ponownie.
choices-access = Dzwonek, piętro, wejście
access-bell = Dzwonek „{ $name }”
access-at-floor = Piętro: { $floor }
access-doorbell = Nazwisko przy dzwonku
access-floor = Piętro
access-way = Co jeszcze pomoże znaleźć drzwi
access-hint = Na przykład „przez podwórze”. Bez kodów: te słowa czyta się na ulicy. Zostaną usunięte dzień po doręczeniu.
access-save = Przekazać
safe-place-front-porch = Przed drzwiami
safe-place-rear-porch = Za domem
safe-place-garage = W garażu
safe-place-shed = W szopie
safe-place-mailbox = W skrzynce na listy
safe-place-reception = W recepcji
safe-place-other = Gdzie indziej

# Co można powiedzieć, gdy już po wszystkim.
rating-title = Jak przebiegło doręczenie?
rating-hint = Ocena trafia do przewoźnika. Osoba za kierownicą jej nie widzi.
rating-given = Ocena: { $score } na 5.
rating-until = Można zmienić do: { $until }
rating-legend = Ocena
rating-1 = Bardzo źle
rating-2 = Źle
rating-3 = Średnio
rating-4 = Dobrze
rating-5 = Bardzo dobrze
rating-comment = Kilka słów, jeśli zechcesz
rating-comment-hint = Najwyżej 500 znaków. Zostaną usunięte razem z danymi tej paczki.
rating-save = Wyślij ocenę
rating-change = Zmień ocenę
rating-needed = Wybierz liczbę od 1 do 5.
rating-closed = Tego doręczenia nie można już ocenić.

# Co można zgłosić o próbie doręczenia.
witness-noted = Zapisano w trasie: { $time }.
witness-none = Więcej o tym nie wiadomo.
witness-not-seen = W ciągu dziesięciu minut przedtem nie widziano pojazdu w promieniu { $distance } od drzwi.
witness-near = W ciągu dziesięciu minut przedtem widziano pojazd w promieniu { $distance } od drzwi.
witness-stayed-0 = Był tam krócej niż minutę, o ile było widać.
witness-stayed-1 = Był tam minutę lub dłużej.
witness-stayed-2 = Był tam dwie minuty lub dłużej.
witness-exact = Położenie było dokładne do około { $distance }.
witness-rough = Położenie było niedokładne.
witness-photo = Zrobiono zdjęcie.
witness-no-photo = Nie zrobiono zdjęcia.
report-title-nobody-came = Nikt nie przyjechał?
report-title-not-received = Nie dotarła?
report-known = Oto co o tym wiadomo, tobie i przewoźnikowi tak samo:
report-hint = Przewoźnik odpowiada tutaj.
report-until = Możliwe do: { $until }
report-nobody-came = Nikt nie przyjechał
report-not-received = Paczka nie dotarła
report-given-nobody-came = Zgłoszono, { $time }: nikt nie przyjechał
report-given-not-received = Zgłoszono, { $time }: nie dotarła
report-open = Jeszcze bez odpowiedzi.
report-answered = Odpowiedź przewoźnika, { $time }
report-closed = Teraz nie można tego zgłosić.

# Co się zmieniło, i dotychczasowa droga.
changes-title = Co się zmieniło
happened-title = Co się stało
because-tour-started = Paczka jest w samochodzie, trasa się zaczęła.
because-stops-added-before = { $count ->
    [one] Przed Państwem przybył { $count } przystanek.
    [few] Przed Państwem przybyły { $count } przystanki.
    [many] Przed Państwem przybyło { $count } przystanków.
   *[other] Przed Państwem przybyło { $count } przystanku.
}
because-stops-dropped-before = { $count ->
    [one] Przed Państwem odpadł { $count } przystanek.
    [few] Przed Państwem odpadły { $count } przystanki.
    [many] Przed Państwem odpadło { $count } przystanków.
   *[other] Przed Państwem odpadło { $count } przystanku.
}
because-resequenced = Zmieniono kolejność przystanków.
because-driver-chose-another-order = Przystanki są w innej kolejności.
because-break-begun = Zaczęła się przerwa.
because-break-ended = Przerwa się skończyła.
because-handed-over = Trasę kontynuuje ktoś inny.
because-signal-lost = Od tego czasu brak sygnału z samochodu.
because-instruction-given = W samochodzie wiadomo, co zrobić z paczką.
because-instruction-withdrawn = W samochodzie wiadomo, że odbiór będzie osobisty.
because-put-later = Poproszono o późniejszy przyjazd.
because-stop-skipped = Państwa przystanek trzeba było na razie pominąć.
carrier-said-title = Co podaje { $carrier }
carrier-said-something = Wiadomość
steps-title = Dotychczasowa droga
step-announced = Zapowiedziana
step-announced-by = Zapowiedziana, nadawca: { $sender }
step-in-transit = W drodze do sortowni
step-out = W doręczeniu
step-map = Mapa się otwiera
step-door = Pod Państwa drzwiami

# Jak bardzo to pewne.
sure-title = Jak bardzo to pewne?
sure-confidence = Ze 100 takich przedziałów spodziewamy się dotrzymać { $percent }. Przedział zwęża się, gdy samochód się zbliża; jeśli musi się przesunąć, ta strona mówi dlaczego.
sure-kept = W Państwa okolicy w ostatnich czterech tygodniach dotrzymano { $kept } na 5 przedziałów.
sure-planned = To jest planowany przedział. Gdy tylko trasa ruszy, zostanie obliczony na nowo z tego, gdzie samochód naprawdę jest.
sure-exact = Punkt to miejsce, które podaje urządzenie w samochodzie, z dokładnością do około { $accuracy }. Nie jest zaokrąglony ani odgadnięty z góry, a przystanki mogą się jeszcze zmienić.
sure-glide = Punkt jest prawdziwy, gdy samochód mija stałe miejsca na ulicach; pomiędzy nimi porusza się według planu, z dokładnością do około { $accuracy }. Dzięki temu nikt nie widzi, pod którymi drzwiami staje. Blisko Państwa drzwi jest dokładny.
sure-updated = Ostatnie wiadomości: { $when }.

# Paczka.
parcel-title = Państwa paczka
parcel-from = Od
parcel-number = Numer
parcel-by = Doręcza
parcel-number-there = Numer w { $carrier }
parcel-follow-there = Śledź w { $carrier }
parcel-driver = Za kierownicą
parcel-safe-place = Wybrane miejsce
foot-closes = Mapa zamyka się, gdy paczka jest doręczona.
foot-fast = Zegar tego serwera chodzi { $speed } razy szybciej niż zegar świata.
embed-more = Więcej u { $operator }
