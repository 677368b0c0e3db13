# Paketin sayfası, okunduğu sırayla.
kicker-arrives = Geliş: { $day }, şu saatler arası
kicker-arrives-about = Geliş: { $day }, yaklaşık
kicker-planned = Plan: { $day }, şu saatler arası
kicker-planned-about = Plan: { $day }, yaklaşık
hero-and = ile

stops-before = { $count ->
    [0] Sıra sizde
    [one] Sizden önce { $count } durak var
   *[other] Sizden önce { $count } durak var
}
stops-before-some = Sizden önce birkaç durak var
stops-before-between = Sizden önce { $fewest } ile { $most } arası durak var
stops-before-at-most = { $count ->
    [one] Sizden önce en çok { $count } durak var
   *[other] Sizden önce en çok { $count } durak var
}
stops-before-at-least = { $count ->
    [one] Sizden önce en az { $count } durak var
   *[other] Sizden önce en az { $count } durak var
}
at-your-door = Şimdi kapınızda
previously = Önceki:
out-for-delivery = Dağıtımda.
on-the-van = Araçta. Tur henüz başlamadı.
on-a-break = Mola. Zaman aralığınız değişmez.
signal-lost = Bir süredir sinyal yok. Planlanan aralık geçerli.
planned-today = Bugün için planlandı. Canlı saat yok.
status-from = Bu paketi { $carrier } getiriyor. Son bilgi: { $time }.
status-unknown-age = Bu paketi { $carrier } getiriyor. Harita yok, yalnızca durum.

flag-delivered = Teslim edildi
flag-failed = Teslim edilemedi
flag-pickup = Alınmaya hazır
flag-later = { $span } geç
flag-earlier = { $span } erken
flag-delayed = Planlanandan geç
flag-held = Bekletiliyor
flag-returned = Geri dönüyor
flag-cancelled = İptal edildi
flag-break = Mola
flag-signal-lost = Sinyal yok
flag-gift = Size bir sürpriz
flag-confidential = Gizli
flag-high-value = Kodunuzla
flag-status-only = Yalnızca durum

status-pre-transit = Bildirildi, gönderen: { $sender }
status-pre-transit-plain = Bildirildi
status-in-transit = Size doğru yolda
status-in-transit-to-point = Teslim noktasına doğru yolda
status-out-for-delivery = Dağıtımda
status-delivered = Teslim edildi
status-available-for-pickup = Teslim noktasında sizi bekliyor
status-attempted = Teslim edemedik
status-attempted-elsewhere = Teslim edilemedi
status-delayed = Planlanandan geç
status-on-hold = Şimdilik bekletiliyor
status-returned = Gönderene geri dönüyor
status-cancelled = Bu paket gelmeyecek
status-unknown = Henüz haber yok
status-pre-transit-more = Henüz bizde değil.
status-in-transit-more = Size yakın depoya doğru yolda.
status-delayed-more = Yeni bir saat öğrenir öğrenmez burada olacak.
status-on-hold-more = Yolda bekliyor, örneğin gümrükte. Oradan kendiliğinden devam eder.
status-returned-more = Nedenini size gönderen söyleyebilir.
status-cancelled-more = Nedenini size gönderen söyleyebilir.
status-unknown-more = Haber gelir gelmez burada olacak.
planned-for = Plan: { $when }

outcome-delivered-to-recipient = Size teslim edildi
outcome-delivered-to-neighbour = Komşunuzda
outcome-delivered-to-safe-place = Seçtiğiniz yerde
outcome-delivered-to-safe-place-at = Seçtiğiniz yerde: { $place }
outcome-delivered-to-mailbox = Posta kutunuzda
outcome-delivered-to-pickup-point = Teslim noktasında
outcome-at-pickup-point = Teslim alınmaya hazır: { $name }
outcome-failed-not-home = Kapıyı açan olmadı
outcome-failed-refused = Kabul edilmedi
outcome-failed-address-not-found = Adresi bulamadık
outcome-failed-no-access = Kapıya ulaşamadık
outcome-failed-no-time = Tur size ulaşmadan bitti
outcome-failed-damaged = Paket hasarlı
outcome-failed-missing = Paket araçta değildi
outcome-failed-verification = Kod ya da belge uymadı
outcome-failed-other = Teslim edemedik
outcome-at = { $when }
outcome-inside = { $when }, söz verilen aralıkta.

# Harita, ya da neden olmadığı.
map-label = Harita: aracın yeri ve kapınız
map-your-door = Kapınız
map-here = Saat { $time } itibarıyla burada, { $accuracy } hata payıyla
map-about = Yaklaşık burada, { $accuracy } hata payıyla · son görülme { $time }
map-about-distance = Araç şimdi kapınıza yaklaşık { $distance } uzakta; son görülme: { $time }.
map-about-no-script = Araç şimdi kapınıza yaklaşık { $distance } uzakta; son görülme: { $time }. Hareketli harita için JavaScript gerekir; bu sayfa her dakika yenilenir.
map-no-script = Saat { $time } itibarıyla araç kapınıza { $distance } uzaktaydı. Hareketli harita için JavaScript gerekir; bu sayfa her dakika yenilenir.
map-no-door = Araçtan son haber: { $time }. Hareketli harita için JavaScript gerekir; bu sayfa her dakika yenilenir.
map-distance = Saat { $time } itibarıyla araç kapınıza { $distance } uzaktaydı.
map-unavailable = Bu cihaz haritayı çizemiyor. Haritada olan her şey burada yazıyla da var.
map-larger = Haritayı büyüt
map-smaller = Haritayı küçült
map-recentre = Aracı ve kapıyı göster

hidden-not-delivery-day-title = Harita teslimat günü açılır
hidden-not-delivery-day-text = O gün araç yaklaştığında onu buradan izleyebilirsiniz.
hidden-tour-not-started-title = Tur henüz başlamadı
hidden-tour-not-started-text = Araç yakınınıza geldiğinde harita burada açılır.
hidden-too-far-title = Harita daha sonra açılır
hidden-too-far-text = Sizden önce yalnızca birkaç durak kaldığında. O zamana kadar zaman aralığı, uzaktaki bir noktadan daha çok şey söyler.
hidden-low-confidence-title = Şu an harita için yeterince kesin değil
hidden-low-confidence-text = Araç plandan ayrıldı. Durakların sırası yeniden kesinleşince harita geri gelir.
hidden-driver-break-title = Mola
hidden-driver-break-text = Bu sırada harita kapalı kalır. Zaman aralığınız değişmez.
hidden-position-stale-title = Araçtan sinyal yok
hidden-position-stale-text = Artık doğru olmayabilecek bir yeri göstermeyiz. Planlanan aralık geçerli.
hidden-position-doubtful-title = Aracın nerede olduğu şu an kesin değil
hidden-position-doubtful-text = Konumları birbiriyle çelişiyor, bu yüzden hiçbirini göstermiyoruz. Saat değişmez.
hidden-place-unknown-title = Adresiniz henüz haritamızda yok
hidden-place-unknown-text = Paketiniz yine de planlandı. Kapınızın yerini bilmediğimiz sürece harita, durak sayısı ve canlı saat yok.
hidden-sender-disabled-title = Bu paket için canlı harita yok
hidden-sender-disabled-text = Gönderen sunmuyor. Zaman aralığı her zamanki gibi geçerli.
hidden-gift-title = Bakmak yok
hidden-gift-text = Bu paket bir sürpriz. Bu yüzden burada harita, durak sayısı ve gönderen adı yok. Saat ve seçenekler her zamanki gibi.
hidden-confidential-title = Gizli
hidden-confidential-text = Bu paket için yalnızca saati gösteriyoruz.
hidden-high-value-title = Kodunuzla teslim edilir
hidden-high-value-text = Değerli paketlerde yalnızca saati, teslimat günü de kapıda söyleyeceğiniz kodu gösteriyoruz.
door-code = Kodunuz
door-code-text = Kapıda söyleyin, daha önce kimseye söylemeyin: ne telefonda ne mesajla.
door-code-told = Kodunuz ulaştı.
door-code-locked = Çok kez yanlış kod girildi, bu yüzden bu kod artık geçmiyor. Dağıtım şirketiniz yenisini oluşturabilir; hemen burada görünür.
hidden-driver-hidden-title = Harita şimdilik kapalı
hidden-driver-hidden-text = Aracı kullanan haritayı her an kapatabilir. Paketiniz hâlâ yolda, zaman aralığınız değişmez.
hidden-delivered-title = Yolculuk bitti
hidden-delivered-text = Paketin yolculuğu bitince harita kapanır.
hidden-link-expired-title = Bu bağlantının süresi doldu
hidden-link-expired-text = Gönderen yenisini yollayabilir.
hidden-outside-area-title = Bölgenizde canlı harita yok
hidden-outside-area-text = Zaman aralığınız geçerli, olup biten her zamanki gibi burada.
hidden-other-carrier-title = Yalnızca durum
hidden-other-carrier-text = Bu paketi başka bir şirket getiriyor ve günde birkaç kez nerede olduğunu bize bildiriyor. Bunun için harita yok.
why-no-map = Ne zaman harita var?
day-bar-window = Aralığınız
day-bar-new-window = Yeni
tell-me = Açılınca haber verin
told-already = Açılınca size yazacağız.
stage-delivered-label = Kapalı bir ev kapısı
stage-left-label = Kapalı bir ev kapısının yanında paket
photo-door = Teslimat fotoğrafı: paketiniz kapıda
photo-safe-place = Teslimat fotoğrafı: paketiniz seçtiğiniz yerde
photo-mailbox = Teslimat fotoğrafı: paketiniz posta kutusunda
photo-neighbour = Teslimat fotoğrafı: paketiniz komşunuzda
photo-taken = Teslimat fotoğrafı, { $time }
stage-failed-title = Şimdi ne olacak
stage-failed-text = Paket araçla depoya geri döner. Bir sonraki deneme planlanır planlanmaz burada olacak.

# Yapılabilecekler.
choices-title = Evde değil misiniz?
choices-until = Araç kapınıza gelene kadar değiştirebilirsiniz.
choices-closed = Artık değiştirilemez: araç gelmek üzere.
choices-safe-place = Güvenli bir yer seç
choices-chosen = Seçtiğiniz yer
choices-told = Teslim eden kişiye gösterilir.
choices-where = Nereye bırakabiliriz?
choices-note = Teslimat için birkaç söz
choices-note-hint = Örneğin “çöp kutularının arkasına”. En çok 140 karakter; teslimattan bir gün sonra silinir.
choices-place-needed = Yeri seçin.
choices-note-needed = Nerede olduğunu birkaç sözle yazın.
choices-save = Oraya bırakın
choices-withdraw = Evdeyim: bana teslim edilsin
choices-chosen-neighbour = Komşunuzda
choices-seen = Teslim eden kişi bunu { $time } itibarıyla gördü.
choices-locked = Gönderen bu paket için buna izin vermiyor.
choices-too-long = Çok uzun: en çok { $limit } karakter.
choices-name-needed = Kime bırakılacağını yazın.
choices-holds-code = Lütfen kod yazmayın: bu sözler sokakta okunur.
choices-changed-meanwhile = Bu arada değiştirildi, belki başka bir pencerede. Şimdi geçerli olan yukarıda. Hâlâ istiyorsanız sizinkini yeniden gönderin.
choices-typed = Yazdığınız: { $text }
choices-home-soon = 10 dakika içinde evdeyim
choices-later = Bu turda daha sonra
choices-not-before = Araç { $time } sonrasında gelir.
choices-does-not-fit = Bu tura artık sığmıyor. Zaman aralığınız kalıyor.
choices-neighbour = Komşuya bırakılsın
choices-neighbour-name = Adı
choices-neighbour-house = Evi ya da dairesi, sözle
choices-neighbour-hint = Örneğin “no. 7, solda”. İkisi de teslimattan bir gün sonra silinir.
choices-neighbour-save = Oraya bırakılsın
choices-until-start = Sürücü yola çıkana kadar değiştirilebilir.
choices-day = Başka bir gün
choices-day-which = Hangi gün gelsin?
choices-day-needed = Bu günlerden birini seçin.
choices-day-save = O gün getirilsin
choices-day-chosen = Seçtiğiniz gün: { $day }
choices-pickup = Kendim alacağım
choices-pickup-where = Nereden alacaksınız?
choices-point = Teslim noktanız
choices-point-needed = Bu teslim noktalarından birini seçin.
choices-pickup-save = Orada beklesin
choices-to-the-door = Yine de kapıma getirilsin
mark-title = Sürücüye yerini göster
mark-stands = Sürücü için işaretlendi
mark-needs-script = Yeri göstermek için tarayıcının betik çalıştırması gerekir. Sözle de olur.
mark-photo = Yerin fotoğrafı
mark-sending = Fotoğraf gönderiliyor…
mark-photo-kind = Bu fotoğraf okunamıyor. JPEG, PNG ve WebP olur.
mark-photo-large = Fotoğraf çok büyük: en çok 2 MB.
mark-failed = Fotoğraf gönderilemedi. Yeniden deneyin.
mark-map = Yerin haritası
mark-pin = İşaretiniz: parmağınızla ya da ok tuşlarıyla taşıyın
mark-recentre = Kapınıza dönün
mark-pin-set = İşaret kondu. Sürücüye göstermek için kaydedin.
mark-open-map = Haritada işaretle
mark-no-pin = İşaret yok
mark-hint = Bunu yalnızca paketi getiren görür; teslimattan sonraki gün silinir.
mark-save = Bunu göster
mark-remove = Fotoğrafı ve işareti geri al
mark-photo-of = Seçtiğiniz yerin fotoğrafı
mark-too-far = Kapınıza çok uzak: en çok 250 m.
mark-photo-gone = Bu fotoğraf artık yok. Yeniden seçin.
choices-access = Zil, kat, giriş
access-bell = Zil “{ $name }”
access-at-floor = Kat: { $floor }
access-doorbell = Zildeki ad
access-floor = Kat
access-way = Kapınızı bulmaya yarayan başka ne var
access-hint = Örneğin “avludan”. Kod yazmayın: bu sözler sokakta okunur. Teslimattan bir gün sonra silinir.
access-save = İletilsin
safe-place-front-porch = Kapının önüne
safe-place-rear-porch = Evin arkasına
safe-place-garage = Garaja
safe-place-shed = Kulübeye
safe-place-mailbox = Posta kutusuna
safe-place-reception = Resepsiyona
safe-place-other = Başka bir yere

# Bittiğinde söylenebilecekler.
rating-title = Teslimat nasıldı?
rating-hint = Puanınız taşıyıcıya gider. Sürücü onu görmez.
rating-given = 5 üzerinden { $score } verdiniz.
rating-until = Şu ana kadar değiştirilebilir: { $until }
rating-legend = Puanınız
rating-1 = Çok kötü
rating-2 = Kötü
rating-3 = Orta
rating-4 = İyi
rating-5 = Çok iyi
rating-comment = İsterseniz birkaç söz
rating-comment-hint = En çok 500 karakter. Bu paketin kaydıyla birlikte silinir.
rating-save = Puanı gönder
rating-change = Puanı değiştir
rating-needed = 1 ile 5 arasında bir sayı seçin.
rating-closed = Bu teslimata artık puan verilemez.

# Bir teslim denemesi için bildirilebilecekler.
witness-noted = Sürücünün notu: { $time }.
witness-none = Bundan fazlası bilinmiyor.
witness-not-seen = Önceki on dakikada araç, kapının { $distance } yakınında görülmedi.
witness-near = Önceki on dakikada araç, kapının { $distance } yakınında görüldü.
witness-stayed-0 = Görüldüğü kadarıyla orada bir dakikadan az kaldı.
witness-stayed-1 = Orada bir dakika veya daha uzun kaldı.
witness-stayed-2 = Orada iki dakika veya daha uzun kaldı.
witness-exact = Konum yaklaşık { $distance } doğruluktaydı.
witness-rough = Konum kesin değildi.
witness-photo = Fotoğraf çekildi.
witness-no-photo = Fotoğraf çekilmedi.
report-title-nobody-came = Kimse gelmedi mi?
report-title-not-received = Teslim almadınız mı?
report-known = Bu konuda bilinenler, sizin için de taşıyıcı için de aynıdır:
report-hint = Taşıyıcı burada yanıtlar.
report-until = Şu ana kadar mümkün: { $until }
report-nobody-came = Kimse gelmedi
report-not-received = Teslim almadım
report-given-nobody-came = Bildirildi, { $time }: kimse gelmedi
report-given-not-received = Bildirildi, { $time }: teslim alınmadı
report-open = Henüz yanıtlanmadı.
report-answered = Taşıyıcının yanıtı, { $time }
report-closed = Bu şimdi bildirilemez.

# Ne değişti, ve şimdiye kadarki yol.
changes-title = Ne değişti
happened-title = Ne oldu
because-tour-started = Paketiniz araçta, tur başladı.
because-stops-added-before = { $count ->
    [one] Sizden önce { $count } durak eklendi.
   *[other] Sizden önce { $count } durak eklendi.
}
because-stops-dropped-before = { $count ->
    [one] Sizden önceki { $count } durak çıkarıldı.
   *[other] Sizden önceki { $count } durak çıkarıldı.
}
because-resequenced = Durakların sırası değişti.
because-driver-chose-another-order = Duraklara başka bir sırayla gidiliyor.
because-break-begun = Mola başladı.
because-break-ended = Mola bitti.
because-handed-over = Turu başka biri sürdürüyor.
because-signal-lost = O zamandan beri araçtan sinyal yok.
because-instruction-given = Paketinizle ne yapılacağı araçta biliniyor.
because-instruction-withdrawn = Paketi kendinizin alacağı araçta biliniyor.
because-put-later = Daha sonra gelinmesini istediniz.
because-stop-skipped = Durağınızın şimdilik atlanması gerekti.
carrier-said-title = { $carrier } ne diyor
carrier-said-something = Haber
steps-title = Şimdiye kadarki yol
step-announced = Bildirildi
step-announced-by = Bildirildi, gönderen: { $sender }
step-in-transit = Depoya doğru yolda
step-out = Dağıtımda
step-map = Harita açılır
step-door = Kapınızda

# Ne kadar kesin.
sure-title = Bu ne kadar kesin?
sure-confidence = Böyle 100 aralıktan { $percent } kadarını tutturmayı bekliyoruz. Araç yaklaştıkça aralık daralır; kayması gerekirse bu sayfa nedenini söyler.
sure-kept = Bölgenizde son dört haftada her 5 aralıktan { $kept } tanesi tutturuldu.
sure-planned = Bu, planlanan aralık. Tur başlayınca, aracın gerçekte nerede olduğuna göre yeniden hesaplanır.
sure-exact = Nokta, araçtaki cihazın bildirdiği yerdir, yaklaşık { $accuracy } hata payıyla. Ne yuvarlanmıştır ne de önceden tahmin edilmiştir; duraklar yine de değişebilir.
sure-glide = Araç sokaklardaki sabit yerlerden geçerken nokta doğrudur; aralarında plana göre ilerler, yaklaşık { $accuracy } hata payıyla. Böylece aracın hangi kapılarda durduğunu kimse görmez. Kapınızın yakınında kesindir.
sure-updated = Son bilgi: { $when }.

# Paket.
parcel-title = Paketiniz
parcel-from = Gönderen
parcel-number = Numara
parcel-by = Getiren
parcel-number-there = { $carrier } numarası
parcel-follow-there = { $carrier } sitesinde izle
parcel-driver = Sürücü
parcel-safe-place = Seçilen yer
foot-closes = Paket teslim edilince haritanız kapanır.
foot-fast = Bu sunucunun saati dünyanınkinden { $speed } kat hızlı işliyor.
embed-more = { $operator } sayfasında daha fazlası
