# Ne zaman harita var, ve neden yok.
help-title = Ne zaman canlı harita var?
help-lead = Araç yakınınızdayken, ve yalnızca kendi paketiniz için.
help-near-title = Araç yaklaşınca açılır
help-near-text = Sizden birkaç durak ya da dakika önce. Daha önce pek bir şey söylemez: durakların sırası hâlâ değişir ve zaman aralığı daha çok şey söyler.
help-why-title = Şu an neden yok?
help-why-text = Paketin sayfası nedenini her zaman söyler. Hepsi şunlar:
help-see-title = Ne görürüm?
help-see-text = Aracı, kendi kapınızı ve sizden önce kaç durak olduğunu. Aracın noktası kendi yaşını ve kesinliğini gösterir. Araçtan bir süre haber alınmazsa, nokta yerinde durmak yerine soluklaşır.
help-hidden-title = Kimse neyi görmez?
help-hidden-text = Başkalarının kapılarını, adreslerini ve adlarını. Aracı kullanan yalnızca turu sırasında ve yalnızca sizin durağınızın yakınında görülür.
help-kept-text = Paketinizle ilgili sakladıklarımızı yalnızca siz ve dağıtım şirketiniz görür. Aracın konumları, tur gününün süresi dolunca silinir; reklam yok, başka şirketlerin betikleri yok, tek çerezler girişiniz ve diliniz.
help-sure-title = Zaman aralığı nasıl hesaplanır?
help-sure-text = Planlanan yol sürelerinden, her duraktaki işten ve turun gerçek gidişinden. Kayarsa, sayfa nedenini söyler.
help-safe-title = Evde değilim
help-safe-text = Araç kapınıza gelene kadar paketin sayfasında güvenli bir yer seçin. Araçta hemen bilinir.
help-script-title = JavaScript olmadan
help-script-text = Bütün sözler, saatler ve formlar çalışır. Sayfa her dakika yenilenir; yalnızca hareketli harita eksiktir.
