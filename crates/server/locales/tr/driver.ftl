# Aracın sayfası. Betiği bu dosyayı olduğu gibi okur; her ileti “driver-” ile başlar.
driver-title = Turunuz
driver-needs-script = Bu sayfa için JavaScript gerekir: ağ yokken yazdıklarınızı saklar.

# Giriş.
driver-login-title = Turunuz için giriş yapın
driver-code = Tek kullanımlık kod
driver-code-hint = Kodu sevkiyattan alırsınız. Bir kez, 15 dakika geçer.
driver-login-button = Giriş yap
driver-code-refused = Bu kod geçmiyor. Yenisini isteyin.
driver-login-wait = Çok fazla deneme. Bir dakika bekleyin.
driver-login-offline = Ağ yok. Giriş için gerekli.
driver-login-failed = Bu olmadı. Birazdan yeniden deneyin.
driver-logout = Çıkış yap
driver-logout-waiting = { $count ->
    [one] { $count } kayıt henüz gönderilmedi. Yeniden giriş yapana kadar bu telefonda kalır.
   *[other] { $count } kayıt henüz gönderilmedi. Yeniden giriş yapana kadar bu telefonda kalır.
}

# Turun tamamı.
driver-loading = Turunuz alınıyor.
driver-no-tour-title = Bugün turunuz yok
driver-no-tour-text = Planlanır planlanmaz burada olacak.
driver-stop-number = Durak { $number } / { $total }
driver-progress = Tamamlanan durak: { $done } / { $total }
driver-as-of = Son bilgi: { $time }
driver-start = Tura başla
driver-start-hint = Bundan sonra, sırada gideceğiniz kişiler nerede olduğunuzu görür. Molalarda ve bitişten sonra görmez.
driver-first-stop = İlk durak
driver-break = Mola
driver-break-over = Devam
driver-break-title = Mola
driver-break-since = Başlangıç: { $time }. Konumunuz gönderilmiyor, sizi kimse görmüyor.
driver-all-done-title = Bütün duraklar tamam
driver-all-done-text = Döndüğünüzde turu bitirin.
driver-end = Turu bitir
driver-end-title = Tur bitirilsin mi?
driver-end-open = { $count ->
    [0] Bütün duraklar tamam.
    [one] { $count } durak daha var.
   *[other] { $count } durak daha var.
}
driver-end-text = Sonrasında konumunuz artık gönderilmez.
driver-ended-title = Tur bitti
driver-ended-text = Konumunuz artık gönderilmiyor.

# Ne bekliyor, ve beni kim görüyor.
driver-no-signal = Ağ yok
driver-waiting = { $count ->
    [one] { $count } kayıt ağ bekliyor
   *[other] { $count } kayıt ağ bekliyor
}
driver-sending = { $count ->
    [one] { $count } kayıt gönderiliyor
   *[other] { $count } kayıt gönderiliyor
}
driver-all-sent = Hepsi gönderildi
driver-refused = { $count ->
    [one] { $count } kayıt kabul edilmedi
   *[other] { $count } kayıt kabul edilmedi
}
driver-refused-title = Kabul edilmedi
driver-refused-known = Anladım
driver-watchers = { $count ->
    [0] Şu an sizi kimse görmüyor
    [one] Sizi { $count } kişi görüyor
   *[other] Sizi { $count } kişi görüyor
}
driver-unseen = Sizi kimse görmüyor
driver-map-hidden = Haritayı kapattınız
driver-hide = Gizle
driver-show = Göster
driver-who-title = Sizi kim görüyor
driver-who-hidden = Haritada sizi kimse görmüyor. Zaman aralıkları ve durak sayısı işlemeye devam eder; bunun için konumunuz yine gönderilir.
driver-who-asking = Şu an soruluyor.
driver-who-offline = Ağ yok. Nelerin saklandığı ve kimin baktığı, ağ gelince burada olacak.
driver-kept-title = Hakkınızda saklananlar
driver-kept-tour-logs = Bu turdaki konumlarınız ve kayıtlarınız
driver-kept-reports = Biri kimsenin gelmediğini bildirirse, bir kapıya kabaca ne kadar yakın olduğunuz
driver-kept-audit = İşletmeden bunlara kimin baktığı
driver-kept-none = Bugün hiçbir şey
driver-kept-until = Şu güne kadar: { $day }
driver-kept-purpose = Ne için: { $purpose }
driver-kept-never = Hızınız ve molalarda, tur dışında nerede olduğunuz saklanmaz. Ne kadar sık gizlendiğiniz sayılmaz.
driver-looks-title = Bugün işletmeden kim baktı
driver-looks-none = Şimdiye kadar kimse
driver-looker-account = { $name }
driver-looker-key = “{ $name }” sistemi
driver-looker-command = Sunucu başında biri
driver-place-off = Bu telefon konumunuzu göndermiyor.
driver-place-send = Gönder
driver-place-denied = Bu tarayıcının konumunuzu bilmesine izin yok. Ayarlarından izin verin.
driver-place-lost = Konumunuz şu an bilinmiyor.

# Sıradaki durak.
driver-parcels = { $count ->
    [one] { $count } paket
   *[other] { $count } paket
}
driver-parcels-chosen = { $count } paketten { $chosen } tanesi
driver-parcels-title = Buradaki paketler
driver-parcels-hint = Sıradaki kayıt işaretli olanlar içindir.
driver-to-neighbour = Komşuya
driver-in-person = Elden
driver-bell = Zil “{ $name }”
driver-floor = Kat: { $floor }
driver-news-one = { $address }: { $what }
driver-news-many = { $count } alıcının isteği var. Her durakta yazıyor.
driver-news-heard = Anladım
driver-not-before = { $time } öncesinde değil
driver-safe-place = Güvenli yer
driver-to-pin = İşarete giden yolu göster
driver-place-photo = Güvenli yerin fotoğrafı
driver-for-one = { $number } için
driver-may-accept = Teslim alabilir: { $names }
driver-a-neighbour = komşulardan biri
driver-kind-gift = Hediye
driver-kind-confidential = Gizli
driver-kind-high-value = Yalnızca kendisine
driver-safe-place-front-porch = Kapının önüne
driver-safe-place-rear-porch = Evin arkasına
driver-safe-place-garage = Garaja
driver-safe-place-shed = Kulübeye
driver-safe-place-mailbox = Posta kutusuna
driver-safe-place-reception = Resepsiyona
driver-safe-place-other = Anlaşıldığı gibi
driver-navigate = Yol tarifi
driver-arrived = Geldim
driver-here-since = Varış: { $time }
driver-skip = Sonra
driver-then = Ardından
driver-list = Bütün duraklar
driver-list-title = Duraklarınız
driver-close = Kapat
driver-make-next = Şimdi

# Orada ne oldu.
driver-bar = Burada ne oldu
driver-not-possible = Olmuyor
driver-something-else = Başka bir şey
driver-elsewhere-title = Başka yere bırakıldı
driver-not-delivered-title = Teslim edilemedi
driver-outcome-delivered-to-recipient = Teslim edildi
driver-outcome-delivered-to-neighbour = Komşuda
driver-outcome-delivered-to-safe-place = Güvenli yerde
driver-outcome-delivered-to-mailbox = Posta kutusunda
driver-outcome-delivered-to-pickup-point = Teslim noktasında
driver-outcome-failed-not-home = Açan yok
driver-outcome-failed-refused = İstenmedi
driver-outcome-failed-address-not-found = Adres bulunamadı
driver-outcome-failed-no-access = Giriş yok
driver-outcome-failed-no-time = Zaman kalmadı
driver-outcome-failed-damaged = Hasarlı
driver-outcome-failed-missing = Araçta yok
driver-outcome-failed-verification = Kod ya da belge uymuyor
driver-outcome-failed-other = Başka neden
driver-just-now = { $what }: { $address }
driver-undo = Geri al
driver-photo-offered = Fotoğrafı: { $address }
driver-photo-kept = Fotoğraf var. Yeniden çek
driver-photo-unreadable = Fotoğraf okunamıyor. Yeniden deneyin

# Kapıdaki kod.
driver-door-code-title = Kapıdaki kod
driver-door-code = Alıcının kodu
driver-door-code-hint = Paketin sayfasındaki 6 rakamı sorun. Yalnızca doğruysa teslim edin.
driver-door-code-check = Kontrol et
driver-door-code-wrong = { $count ->
    [one] Kod bu değil. { $count } deneme kaldı.
   *[other] Kod bu değil. { $count } deneme kaldı.
}
driver-door-code-locked = Çok fazla yanlış kod. Sevkiyattan yenisini isteyin ya da “Olmuyor” düğmesine basın.
driver-door-code-offline = Ağ yok. Kod yalnızca ağ varken kontrol edilebilir. Paket o zamana kadar açık kalır.
driver-door-code-failed = Bu olmadı. Birazdan yeniden deneyin.

# Listenin bir durağa ne dediği, ve kabul edilmeyen kaydın adı.
driver-state-remaining = Sırada
driver-state-arrived = Oradasınız
driver-state-served = Tamam
driver-state-failed = Olmadı
driver-state-skipped = Sonra
driver-state-removed = Çıkarıldı
driver-entry-started = Başlangıç
driver-entry-fix = Konum
driver-entry-arrived = Varış
driver-entry-skipped = Sonraya bırakıldı
driver-entry-break-begun = Mola
driver-entry-break-ended = Mola sonu
driver-entry-map-hidden = Harita kapatıldı
driver-entry-map-shown = Harita açıldı
driver-entry-ended = Tur sonu
driver-entry-instruction-seen = İstek görüldü
driver-entry-photo = Fotoğraf
driver-entry-at = { $what }, { $time }
driver-why-clock-ahead = Bu telefonun saati yanlış.
driver-why-too-old = Üç günden eski.
driver-why-tour-not-started = O sırada tur henüz başlamamıştı.
driver-why-on-break = O sırada mola vardı.
driver-why-tour-ended = O sırada tur çoktan bitmişti.
driver-why-unknown-stop = Bu durak artık turunuzda yok.
driver-why-unknown-parcel = Bu paket artık turunuzda yok.
driver-why-not-delivered = Bu paketin teslim edildiği bilinmiyor.
driver-why-photo-not-wanted = Bu paketin fotoğrafı çekilemez.
driver-why-too-late = Çok geç geldi.
driver-why-recipient-only = Yalnızca alıcısına verilebilir.
driver-why-door-code-missing = Paketin kodu kontrol edilmedi.
driver-why-other = Sunucu kabul etmedi.
