# Bütün sayfaların sözleri. Bu bir taslaktır.
language-name = Türkçe
language-choice = Dil: { $name }
language-draft = taslak
language-draft-note = Bu çeviri bir taslaktır. Düzeltmelerinizi bekleriz.
skip-to-content = İçeriğe geç
brand-fallback = Doorstep
nav-orders = Paketleriniz
nav-help = Yardım
nav-logout = Çıkış yap
privacy = Gizlilik

day-today = Bugün
day-tomorrow = Yarın
day-yesterday = Dün
day-weekday = { $weekday ->
    [1] Pazartesi
    [2] Salı
    [3] Çarşamba
    [4] Perşembe
    [5] Cuma
    [6] Cumartesi
   *[7] Pazar
}
month = { $month ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
}
day-date = { $day } { $month }
day-long = { $date } { $weekday }
day-inline-today = bugün
day-inline-tomorrow = yarın
day-inline-yesterday = dün
day-inline-weekday = { $weekday ->
    [1] pazartesi günü
    [2] salı günü
    [3] çarşamba günü
    [4] perşembe günü
    [5] cuma günü
    [6] cumartesi günü
   *[7] pazar günü
}
day-inline-date = { $date } günü
moment = { $day }, saat { $time }
window-joined = { $from } ile { $until } arası
clock-am = { $time }
clock-pm = { $time }
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }fit
distance-miles = { $value }{ "\u00A0" }mil

percent = %{ $percent }

minutes = { $count ->
    [one] { $count } dakika
   *[other] { $count } dakika
}
hours-and-minutes = { $hours } sa. { $minutes } dk.
hours = { $count ->
    [one] { $count } saat
   *[other] { $count } saat
}

offline = Çevrimdışısınız. Son bilgi: { $time }.
server-away = Bize ulaşılamıyor. Yeniden deneniyor. Son bilgi: { $time }.

error-missing-title = Burada bir şey yok
error-missing-text = Adres yanlış yazılmış ya da burada olan sona ermiş olabilir. Paketler yalnızca ait oldukları hesapta görünür.
error-ended-title = Bu bağlantı artık hiçbir yere götürmüyor
error-ended-text = Süresi dolmuş ya da size veren kişi geri almış. Ondan yenisini isteyin.
error-denied-title = Bu sayfa bu hesap için değil
error-denied-text = Görmek için başka bir hesapla giriş yapın.
error-refused-title = Bu kabul edilmedi
error-refused-text = Başka bir sayfadan gelmiş ya da bu arada bir şey değişmiş olabilir. Geri dönüp yeniden deneyin.
error-busy-title = Bir anda çok fazla
error-busy-text = Buradan çok fazla istek geldi. Bir dakika bekleyip yeniden deneyin.
error-login = Girişe git
error-failed-title = Bu olmadı
error-failed-text = Hata bizde. Hiçbir şey değişmedi. Birazdan yeniden deneyin.
error-home = Paketlerinize git
error-tours = Turlara git
