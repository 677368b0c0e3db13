# الدخول، وقائمة الطرود، وما تريد أن نخبرك به.
login-title = تسجيل الدخول
login-lead = اعرف أين طرودك ومتى تصل.
login-email = البريد الإلكتروني
login-password = كلمة المرور
login-button = تسجيل الدخول
login-failed = هذا البريد الإلكتروني وكلمة المرور لا يتطابقان.
login-wait = محاولات كثيرة. انتظر دقيقة ثم حاول مرة أخرى.
login-provider = الدخول عبر { $name }
login-provider-failed = لم ينجح الدخول من هناك. حاول مرة أخرى، أو ادخل بطريقة أخرى.
login-provider-no-account = لا يوجد هنا حساب بالبريد الإلكتروني الذي لديك هناك.

sign-in-title = الدخول بالبريد الإلكتروني
sign-in-offer = لا تتذكر كلمة المرور؟ نرسل رابطًا إلى بريدك الإلكتروني، وبه تسجّل الدخول.
sign-in-ask = أرسلوا لي رابطًا
sign-in-asked = إن كان هناك حساب بهذا البريد الإلكتروني، فالرابط في الطريق إليه.
sign-in-asked-hint = يعمل مرة واحدة خلال 15 دقيقة. إن لم يصل شيء فابحث في البريد غير المرغوب وتحقق من العنوان.
sign-in-ready = هذا الرابط يسجّل دخولك على هذا الجهاز. يعمل مرة واحدة.
sign-in-over = استُخدم هذا الرابط من قبل، أو مضى عليه أكثر من 15 دقيقة. اطلب رابطًا جديدًا.
sign-in-back = إلى تسجيل الدخول

sessions-link = الأجهزة التي سجّلت الدخول منها
sessions-title = الأجهزة التي سجّلت الدخول منها
sessions-lead = إن كنت لا تعرف أحدها فسجّل الخروج منه.
sessions-unknown = جهاز غير معروف
sessions-began = وقت الدخول: { $when }
sessions-used = آخر استخدام: { $when }
sessions-this = أنت هنا الآن.
sessions-end = تسجيل الخروج منه
sessions-end-others = تسجيل الخروج من كل الأجهزة الأخرى
sessions-ended = تم تسجيل الخروج.

passkey-login = الدخول بمفتاح مرور
passkey-login-failed = لم ينجح ذلك: مفتاح المرور غير معروف هنا، أو استغرق الأمر وقتًا طويلًا. حاول مرة أخرى، أو ادخل بطريقة أخرى.
passkeys-title = مفاتيح المرور
passkeys-lead = بمفتاح المرور تسجّل الدخول ببصمتك أو وجهك أو رمز جهازك دون كلمة مرور. احذف ما لا تعرفه منها.
passkey-created = أُضيف: { $when }
passkey-unused = لم يُستخدم بعد
passkey-remove = حذف
passkey-name = بماذا تسميه؟
passkey-add = إضافة مفتاح مرور
passkey-add-failed = لم يُضف شيء: لم يوافق جهازك، أو استغرق الأمر وقتًا طويلًا. حاول مرة أخرى.
passkey-known = على هذا الجهاز مفتاح مرور لحسابك من قبل.
passkey-full = لديك 20 مفتاح مرور، ولا يمكن أن تزيد. احذف واحدًا أولًا.

orders-title = طرودك
orders-none = لا شيء في الطريق إليك الآن. حالما يُعلن عن طرد تجده هنا.
orders-today = اليوم
orders-coming = في الطريق
orders-done = انتهت
orders-more = { $sender }، { $count ->
    [zero] لا طرود
    [one] طرد واحد
    [two] طردان
    [few] { $count } طرود
    [many] { $count } طردًا
   *[other] { $count } طرد
}
orders-together = طُلبت معًا: { $count ->
    [zero] لا طرود
    [one] طرد واحد
    [two] طردان
    [few] { $count } طرود
    [many] { $count } طردًا
   *[other] { $count } طرد
}
orders-map-open = الخريطة مفتوحة
orders-follow = متابعة التوصيل
orders-also = يصل معه أيضًا:
orders-when = { $day }، { $window }
orders-by = توصيل { $operator }
orders-status-only = { $carrier }، الحالة فقط
orders-for-others = طلبته لشخص آخر
orders-for-others-note = ترى حالة هذه الطرود ويومها. الباقي لمن يستلمها.
orders-bought-in-transit = في الطريق
orders-bought-pickup = جاهز للاستلام
orders-day-unknown = اليوم غير معروف بعد
orders-status-only-note = «الحالة فقط»: تتولى شركة أخرى توصيله، وتخبرنا بمكانه بضع مرات في اليوم. لا خريطة له.
orders-gift = مفاجأة لك
orders-sender-status = { $sender }. { $status }

notices-title = بماذا نخبرك؟
notices-hint = بالبريد الإلكتروني. لا نرسل إلا ما طلبته.
notices-map-open = عندما تُفتح الخريطة
notices-delivered = عندما يُسلَّم
notices-failed = عندما يتعذر تسليمه
notices-save = حفظ
notices-saved = تم الحفظ.
notices-announced = عند الإعلان عن طرد
notices-out = عندما يخرج للتوصيل
notices-next = عندما يحين دورك
notices-delayed = عندما يتأخر
notices-all = على هذا الجهاز أيضًا، وكل الخيارات
notices-table = ماذا وكيف
notices-email = البريد الإلكتروني
notices-push = الجهاز
notices-sms = SMS
notices-lead = لا نرسل إلا ما طلبته. لا تحتوي أي رسالة على عنوان أو رمز، ولا تطلب منك أي رسالة شيئًا.
notices-most = يتلقى الجهاز ثلاث رسائل عن الطرد كحد أقصى: واحدة مبكرة، وواحدة عندما يقترب أو يتأخر، وواحدة عن نتيجة التسليم. أما رسائل البريد الإلكتروني فتصل كلها.
notices-sms-number = تُرسل الرسائل القصيرة إلى رقمك الذي ينتهي بـ { $end }.
quiet-title = ساعات الهدوء
quiet-lead = لا يصلك شيء خلالها. وما يبقى مهمًا بعدها يصلك حينئذ. اترك الحقلين فارغين إن لم ترد ذلك.
quiet-from = من
quiet-until = إلى
push-title = على أجهزتك
push-lead = إشعار على الشاشة، حتى عندما تكون هذه الصفحة مغلقة.
push-offer = إذا وافقت، يسألك المتصفح مرة واحدة إن كان مسموحًا له. ستعلم متى تفتح الخريطة، ومتى يتأخر طرد، وكيف انتهى الأمر؛ ويمكنك تغيير ذلك أعلاه.
push-turn-on = أخبرني على هذا الجهاز
push-on = تصل الإشعارات إلى هذا الجهاز.
push-denied = لا يُسمح لهذا المتصفح بعرض إشعارات هذه الصفحة. اسمح بها في إعداداته لهذا الموقع ثم عد.
push-unsupported = لا يستطيع هذا المتصفح عرض إشعارات صفحة. البريد الإلكتروني يعمل في كل مكان.
push-home-screen = على iPhone أو iPad ضع هذه الصفحة أولًا على الشاشة الرئيسية: اضغط «مشاركة» ثم «إضافة إلى الشاشة الرئيسية». افتحها من هناك وعد إلى هنا.
push-failed = لم ينجح ذلك. لم يتغير شيء؛ حاول مرة أخرى بعد قليل.
push-full = تصل الإشعارات إلى عشرة أجهزة بالفعل. أزل واحدًا منها أولًا.
push-none = لا تصل الإشعارات إلى أي جهاز.
push-remove = إزالة
push-unknown = متصفح
push-since = منذ { $when }
ntfy-title = عبر ntfy
ntfy-lead = ntfy تطبيق للهاتف والحاسوب يعرض الرسائل. تحصل على موضوع خاص بك وتشترك فيه هناك.
ntfy-privacy = من يعرف الموضوع يستطيع قراءة رسائلك، وكذلك من يشغّل خادم ntfy؛ وليس فيها عنوان ولا رمز.
ntfy-server = الخادم
ntfy-make = إنشاء موضوع
ntfy-how = افتح العنوان، أو أضف اشتراكًا في تطبيق ntfy: الموضوع { $topic }، الخادم { $server }.
ntfy-full = لديك ثلاثة مواضيع. أزل واحدًا منها أولًا.
ntfy-gone = لم يعد هذا الخادم مستخدمًا، فلا يُرسل إليه شيء.
home-title = في Home Assistant
home-lead = يعرض Home Assistant متى يصل طردك التالي: حالته وفترته الزمنية وعدد المحطات قبلك.
home-privacy = من يعرف مفتاحك يستطيع قراءة ذلك، وكذلك من يشغّل الوسيط؛ وليس فيه عنوان ولا رمز ولا خريطة.
home-turn-on = تشغيل
home-turn-off = إيقاف
home-broker = الوسيط
home-client = معرّف العميل، وهو مفتاحك
home-prefix = بادئة الاكتشاف
home-hint = اكتب هذه القيم في إعدادات MQTT في Home Assistant. توضح وثائق المشغّل كيفية ربط وسيط خاص بك.
home-none = لا شيء في الطريق.
home-status = الطرد التالي
home-from = بداية الفترة
home-until = نهاية الفترة
home-stops = المحطات قبلك
home-count = الطرود في الطريق
orders-short = الطرود

calendar-link = الطرود في تقويمك
calendar-title = الطرود في تقويمك
calendar-lead = يعرض تقويمك متى يصل الطرد، ويضيق الموعد فيه كما يضيق في الصفحة. تحصل على عنوان تضيفه هناك كاشتراك.
calendar-make = إنشاء عنوان
calendar-address = عنوانك
calendar-address-hint = يظهر هذه المرة فقط. انسخه وأضفه في تقويمك كتقويم من الإنترنت.
calendar-made = أُنشئ: { $when }
calendar-read = آخر قراءة: { $when }
calendar-renew = إنشاء عنوان جديد
calendar-renew-hint = ينتهي به العنوان الحالي.
calendar-end = إنهاء
calendar-ended = انتهى. لم يعد العنوان يفتح شيئًا.
calendar-privacy = من يعرف العنوان يرى متى تصل طرودك ومن يرسلها، وكذلك الخدمة التي تحفظ تقويمك. لا يوجد فيه عنوان بيتك ولا أي رمز، وفي الهدايا والطرود السرية لا يوجد اسم المُرسِل.
calendar-back = إلى طرودك
calendar-name = الطرود، { $operator }
calendar-parcel = طرد
calendar-parcel-from = طرد من { $sender }
calendar-as-of = آخر تحديث: { $when }

sharing-link = إخبار أحد الجيران
sharing-title = إخبار أحد الجيران
sharing-lead = تحصل على رابط تعطيه لغيرك. من يفتحه يرى متى يصل الطرد، ولا شيء غير ذلك: لا خريطة ولا محطات ولا مُرسِل. ينتهي مع يوم التوصيل.
sharing-window = يرى متى يصل
sharing-accept = يرى متى يصل ويستلمه عني
sharing-name = اسم هذا الشخص كما تسميه
sharing-name-hint = يرى السائق هذا الاسم عند بابك إن كان يجوز استلام الطرد عنك. 140 حرفًا على الأكثر.
sharing-name-long = الاسم طويل جدًا: 140 حرفًا على الأكثر.
sharing-give = إنشاء رابط
sharing-given = رابطك
sharing-given-hint = يظهر هذه المرة فقط. انسخه وأعطه لغيرك.
sharing-until = صالح حتى: { $when }
sharing-ended = انتهى: { $when }
sharing-opened = { $count ->
    [0] لم يُفتح بعد
    [one] فُتح مرة واحدة
    [two] فُتح مرتين
    [few] فُتح { $count } مرات
    [many] فُتح { $count } مرة
   *[other] فُتح { $count } مرة
}
sharing-take-back = إلغاء
sharing-taken-back = أُلغي. لم يعد الرابط يفتح شيئًا.
sharing-too-many = لهذا الطرد عشرة روابط من قبل. ألغِ واحدًا منها.
sharing-not-possible = لا يمكن مشاركة هذا الطرد.
sharing-back = العودة إلى الطرد
share-title = طرد في جوارك
share-over = لم يبق شيء تنتظره.
share-unknown = موعد وصوله غير معروف بعد.
share-may-accept = طُلب منك أن تستلمه. قل ذلك للسائق عند الباب.
share-seen = من أعطاك هذا الرابط يرى متى يُفتح.
share-until = صالح حتى: { $when }
