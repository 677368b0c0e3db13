# Kiedy jest mapa, i dlaczego jej nie ma.
help-title = Kiedy jest mapa na żywo?
help-lead = Gdy samochód jest blisko Państwa, i tylko dla Państwa paczki.
help-near-title = Otwiera się, gdy samochód jest blisko
help-near-text = Kilka przystanków lub minut przed Państwem. Wcześniej mówiłaby niewiele: kolejność przystanków jeszcze się zmienia, a przedział mówi więcej.
help-why-title = Dlaczego teraz jej nie ma?
help-why-text = Strona paczki zawsze podaje powód. Oto wszystkie:
help-see-title = Co widać?
help-see-text = Samochód, Państwa drzwi i liczbę przystanków przed Państwem. Punkt samochodu pokazuje swój wiek i dokładność. Gdy przez pewien czas nie ma od niego wiadomości, blednie, zamiast stać w miejscu.
help-hidden-title = Czego nie widzi nikt?
help-hidden-text = Drzwi, adresów i nazwisk innych osób. Osobę za kierownicą widać tylko podczas trasy i tylko blisko przystanku, który jest Państwa.
help-kept-text = To, co przechowujemy o paczce, widzą tylko Państwo i firma doręczająca. Położenia samochodu są usuwane, gdy minie termin dnia trasy; bez reklam, bez skryptów innych firm, a jedyne ciasteczka to logowanie i język.
help-sure-title = Jak oblicza się przedział?
help-sure-text = Z planowanych czasów jazdy, pracy na każdym przystanku i rzeczywistego przebiegu trasy. Jeśli się przesunie, strona mówi dlaczego.
help-safe-title = Nie ma mnie w domu
help-safe-text = Prosimy wybrać bezpieczne miejsce na stronie paczki, dopóki samochód nie stanie pod drzwiami. W samochodzie będzie znane od razu.
help-script-title = Bez JavaScriptu
help-script-text = Wszystkie słowa, godziny i formularze działają. Strona odświeża się co minutę; brakuje tylko ruchomej mapy.
