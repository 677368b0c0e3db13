# Słowa wszystkich stron. To jest wersja robocza.
language-name = Polski
language-choice = Język: { $name }
language-draft = wersja robocza
language-draft-note = To tłumaczenie to wersja robocza. Poprawki są mile widziane.
skip-to-content = Do treści
brand-fallback = Doorstep
nav-orders = Państwa paczki
nav-help = Pomoc
nav-logout = Wyloguj się
privacy = Prywatność

day-today = Dziś
day-tomorrow = Jutro
day-yesterday = Wczoraj
day-weekday = { $weekday ->
    [1] Poniedziałek
    [2] Wtorek
    [3] Środa
    [4] Czwartek
    [5] Piątek
    [6] Sobota
   *[7] Niedziela
}
month = { $month ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}
day-date = { $day } { $month }
day-long = { $weekday }, { $date }
day-inline-today = dziś
day-inline-tomorrow = jutro
day-inline-yesterday = wczoraj
day-inline-weekday = { $weekday ->
    [1] w poniedziałek
    [2] we wtorek
    [3] w środę
    [4] w czwartek
    [5] w piątek
    [6] w sobotę
   *[7] w niedzielę
}
day-inline-date = { $date }
moment = { $day } o { $time }
window-joined = od { $from } do { $until }
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }stóp
distance-miles = { $value }{ "\u00A0" }mil

percent = { $percent }%

minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
hours-and-minutes = { $hours } godz. { $minutes } min
hours = { $count ->
    [one] { $count } godzina
    [few] { $count } godziny
    [many] { $count } godzin
   *[other] { $count } godziny
}

offline = Brak połączenia z internetem. Ostatnie wiadomości: { $time }.
server-away = Nie można się z nami połączyć. Próbujemy ponownie. Ostatnie wiadomości: { $time }.

error-missing-title = Tu nic nie ma
error-missing-text = Może adres jest błędnie wpisany albo to, co tu było, już się skończyło. Paczkę widać tylko na koncie, do którego należy.
error-ended-title = Ten link już nigdzie nie prowadzi
error-ended-text = Wygasł albo został wycofany przez osobę, która go dała. Prosimy poprosić ją o nowy.
error-denied-title = Ta strona nie jest dla tego konta
error-denied-text = Aby ją zobaczyć, prosimy zalogować się na inne konto.
error-refused-title = Tego nie przyjęto
error-refused-text = Może przyszło z innej strony albo w międzyczasie coś się zmieniło. Prosimy wrócić i spróbować ponownie.
error-busy-title = Za dużo naraz
error-busy-text = Przyszło stąd zbyt wiele zapytań. Prosimy odczekać minutę i spróbować ponownie.
error-login = Do logowania
error-failed-title = To się nie udało
error-failed-text = Błąd jest po naszej stronie. Nic nie zostało zmienione. Prosimy spróbować za chwilę.
error-home = Do paczek
error-tours = Do tras
