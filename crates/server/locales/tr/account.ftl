# Giriş, paketlerin listesi, ve neyin bilinmek istendiği.
login-title = Giriş yapın
login-lead = Paketlerinizin nerede olduğunu ve ne zaman geleceğini görün.
login-email = E-posta adresi
login-password = Parola
login-button = Giriş yap
login-failed = Bu e-posta adresi ile bu parola birbirine uymuyor.
login-wait = Çok fazla deneme. Bir dakika bekleyip yeniden deneyin.
login-provider = { $name } ile giriş yap
login-provider-failed = Oradan giriş yapılamadı. Yeniden deneyin ya da başka bir yolla giriş yapın.
login-provider-no-account = Oradaki e-posta adresinizle burada bir hesap yok.

sign-in-title = E-postayla giriş
sign-in-offer = Parolanız elinizin altında değil mi? E-posta adresinize bir bağlantı gönderelim, onunla giriş yapın.
sign-in-ask = Bana bağlantı gönder
sign-in-asked = Bu e-posta adresiyle bir hesap varsa, bağlantı yola çıktı.
sign-in-asked-hint = Bir kez, 15 dakika içinde geçer. Bir şey gelmezse istenmeyen postalara bakın ve adresi kontrol edin.
sign-in-ready = Bu bağlantı bu cihazda giriş yapmanızı sağlar. Bir kez geçer.
sign-in-over = Bu bağlantı daha önce kullanılmış ya da 15 dakikadan eski. Yenisini isteyin.
sign-in-back = Girişe dön

sessions-link = Giriş yaptığınız yerler
sessions-title = Giriş yaptığınız yerler
sessions-lead = Bunlardan birini tanımıyorsanız, oradan çıkış yapın.
sessions-unknown = Bilinmeyen bir cihaz
sessions-began = Giriş: { $when }
sessions-used = Son kullanım: { $when }
sessions-this = Şu an buradasınız.
sessions-end = Oradan çıkış yap
sessions-end-others = Diğer her yerden çıkış yap
sessions-ended = Çıkış yapıldı.

passkey-login = Geçiş anahtarıyla giriş yap
passkey-login-failed = Bu olmadı: geçiş anahtarı burada bilinmiyor ya da çok uzun sürdü. Yeniden deneyin ya da başka bir yolla giriş yapın.
passkeys-title = Geçiş anahtarları
passkeys-lead = Geçiş anahtarıyla parmağınız, yüzünüz ya da cihazınızın koduyla, parolasız giriş yaparsınız. Tanımadıklarınızı kaldırın.
passkey-created = Eklendi: { $when }
passkey-unused = Henüz kullanılmadı
passkey-remove = Kaldır
passkey-name = Adı ne olsun
passkey-add = Geçiş anahtarı ekle
passkey-add-failed = Hiçbir şey eklenmedi: cihazınız kabul etmedi ya da çok uzun sürdü. Yeniden deneyin.
passkey-known = Bu cihazda hesabınız için zaten bir geçiş anahtarı var.
passkey-full = 20 geçiş anahtarınız var, daha fazla olamaz. Önce birini kaldırın.

orders-title = Paketleriniz
orders-none = Şu an size doğru yolda olan bir şey yok. Bir paket bildirilince burada olacak.
orders-today = Bugün
orders-coming = Yolda
orders-done = Bitti
orders-more = { $sender }, { $count ->
    [one] { $count } paket
   *[other] { $count } paket
}
orders-together = Birlikte sipariş edildi: { $count ->
    [one] { $count } paket
   *[other] { $count } paket
}
orders-map-open = Harita açık
orders-follow = Teslimatı izle
orders-also = Onunla birlikte gelen:
orders-when = { $day }, { $window }
orders-by = Getiren: { $operator }
orders-status-only = { $carrier }, yalnızca durum
orders-for-others = Başkası için sipariş edilenler
orders-for-others-note = Bunların durumunu ve gününü görürsünüz. Gerisi onları alanlar içindir.
orders-bought-in-transit = Yolda
orders-bought-pickup = Alınmaya hazır
orders-day-unknown = Günü henüz bilinmiyor
orders-status-only-note = “Yalnızca durum”: başka bir şirket getiriyor ve günde birkaç kez nerede olduğunu bize bildiriyor. Bunun için harita yok.
orders-gift = Size bir sürpriz
orders-sender-status = { $sender }. { $status }

notices-title = Size neleri haber verelim?
notices-hint = E-postayla. Yalnızca istediklerinizi göndeririz.
notices-map-open = Harita açılınca
notices-delivered = Teslim edilince
notices-failed = Teslim edilemeyince
notices-save = Kaydet
notices-saved = Kaydedildi.
notices-announced = Bir paket bildirildiğinde
notices-out = Dağıtıma çıktığında
notices-next = Sıra size geldiğinde
notices-delayed = Daha geç geleceğinde
notices-all = Bu cihazda da, ve tüm seçenekler
notices-table = Ne ve nasıl
notices-email = E-posta
notices-push = Cihaz
notices-sms = SMS
notices-lead = Yalnızca istediğinizi alırsınız. Hiçbir mesajda adres ya da kod yoktur ve hiçbiri sizden bir şey istemez.
notices-most = Bir cihaz bir paket için en çok üç bildirim alır: biri başta, biri yaklaştığında ya da geciktiğinde, biri de sonucu. E-postaların hepsi gelir.
notices-sms-number = SMS’ler { $end } ile biten numaranıza gönderilir.
quiet-title = Sessiz saatler
quiet-lead = Bu arada hiçbir şey gelmez. Sonrasında hâlâ önemli olan o zaman gelir. İstemiyorsanız ikisini de boş bırakın.
quiet-from = Başlangıç
quiet-until = Bitiş
push-title = Cihazlarınızda
push-lead = Bu sayfa kapalıyken de ekranda bir bildirim.
push-offer = Kabul ederseniz tarayıcınız bir kez izin ister. Harita açılınca, bir paket daha geç gelecekse ve sonunda ne olduğunu öğrenirsiniz; yukarıda değiştirebilirsiniz.
push-turn-on = Bu cihazda bana bildir
push-on = Bu cihaza bildirim geliyor.
push-denied = Bu tarayıcıda bu sayfanın bildirimleri kapalı. Bu site için ayarlarından izin verin, sonra geri gelin.
push-unsupported = Bu tarayıcı bir sayfanın bildirimlerini gösteremez. E-posta her yerde çalışır.
push-home-screen = iPhone ya da iPad’de önce bu sayfayı ana ekrana koyun: Paylaş’a, sonra “Ana Ekrana Ekle”ye dokunun. Oradan açıp buraya dönün.
push-failed = Olmadı. Hiçbir şey değişmedi; birazdan yeniden deneyin.
push-full = Zaten on cihaza bildirim gidiyor. Önce birini kaldırın.
push-none = Hiçbir cihaza bildirim gitmiyor.
push-remove = Kaldır
push-unknown = Bir tarayıcı
push-since = Başlangıç: { $when }
ntfy-title = ntfy ile
ntfy-lead = ntfy, telefon ve bilgisayarda mesaj gösteren bir uygulamadır. Size ait bir konu alır ve orada ona abone olursunuz.
ntfy-privacy = Konuyu bilen herkes ve ntfy sunucusunu işleten mesajlarınızı okuyabilir; içlerinde adres ve kod yoktur.
ntfy-server = Sunucu
ntfy-make = Konu oluştur
ntfy-how = Adresi açın ya da ntfy uygulamasında bir abonelik ekleyin: konu { $topic }, sunucu { $server }.
ntfy-full = Zaten üç konunuz var. Önce birini kaldırın.
ntfy-gone = Bu sunucu artık kullanılmıyor; oraya bir şey gönderilmez.
home-title = Home Assistant’ta
home-lead = Home Assistant sonraki paketinizin ne zaman geleceğini gösterir: durumu, zaman aralığı ve sizden önce kaç durak olduğu.
home-privacy = Anahtarınızı bilen herkes ve broker’ı işleten bunu okuyabilir; içinde adres, kod ve harita yoktur.
home-turn-on = Aç
home-turn-off = Kapat
home-broker = Broker
home-client = İstemci kimliği, yani anahtarınız
home-prefix = Keşif öneki
home-hint = Bunları Home Assistant’ın MQTT ayarlarına yazın. Kendi broker’ınızı nasıl bağlayacağınız işletmecinin belgelerinde yazar.
home-none = Yolda bir şey yok.
home-status = Sonraki paket
home-from = Aralığın başı
home-until = Aralığın sonu
home-stops = Sizden önceki duraklar
home-count = Yoldaki paketler
orders-short = Paketler

calendar-link = Takviminizde paketler
calendar-title = Takviminizde paketler
calendar-lead = Takviminiz bir paketin ne zaman geleceğini gösterir ve kayıt, zaman aralığıyla birlikte daralır. Oraya abonelik olarak ekleyeceğiniz bir adres alırsınız.
calendar-make = Adres oluştur
calendar-address = Adresiniz
calendar-address-hint = Yalnızca bu kez gösterilir. Kopyalayıp takviminize internet takvimi olarak ekleyin.
calendar-made = Oluşturuldu: { $when }
calendar-read = Son okunma: { $when }
calendar-renew = Yeni adres oluştur
calendar-renew-hint = Şimdiki adres bununla sona erer.
calendar-end = Sona erdir
calendar-ended = Sona erdi. Adres artık hiçbir şey açmıyor.
calendar-privacy = Adresi bilen, paketlerinizin ne zaman geldiğini ve kimin gönderdiğini görür; takviminizi tutan hizmet de görür. İçinde ev adresiniz ve kod yoktur, hediyelerde ve gizli paketlerde gönderen de yoktur.
calendar-back = Paketlerinize git
calendar-name = Paketler, { $operator }
calendar-parcel = Paket
calendar-parcel-from = Paket, gönderen: { $sender }
calendar-as-of = Son bilgi: { $when }

sharing-link = Bir komşuya haber ver
sharing-title = Bir komşuya haber verin
sharing-lead = Başkasına vermek için bir bağlantı alırsınız. Onu açan, paketin ne zaman geleceğini görür, başka bir şey görmez: ne harita, ne durak, ne gönderen. Teslimat günüyle birlikte sona erer.
sharing-window = Ne zaman geleceğini görsün
sharing-accept = Ne zaman geleceğini görsün ve benim için teslim alsın
sharing-name = Bu kişinin adı
sharing-name-hint = Paket sizin yerinize alınabiliyorsa, teslim eden kişi kapınızda bu adı görür. En çok 140 karakter.
sharing-name-long = Ad çok uzun: en çok 140 karakter.
sharing-give = Bağlantı oluştur
sharing-given = Bağlantınız
sharing-given-hint = Yalnızca bu kez gösterilir. Kopyalayıp iletin.
sharing-until = Geçerlilik sonu: { $when }
sharing-ended = Sona erdi: { $when }
sharing-opened = { $count ->
    [0] Henüz açılmadı
    [one] Bir kez açıldı
   *[other] { $count } kez açıldı
}
sharing-take-back = Geri al
sharing-taken-back = Geri alındı. Bağlantı artık hiçbir şey açmıyor.
sharing-too-many = Bu paket için zaten on bağlantı var. Birini geri alın.
sharing-not-possible = Bu paket paylaşılamaz.
sharing-back = Pakete dön
share-title = Mahallenizde bir paket
share-over = Artık beklenecek bir şey yok.
share-unknown = Ne zaman geleceği henüz bilinmiyor.
share-may-accept = Sizden teslim almanız istendi. Bunu kapıda söyleyin.
share-seen = Bu bağlantıyı size veren, ne zaman açıldığını görür.
share-until = Geçerlilik sonu: { $when }
