# صفحة الطرد، بترتيب قراءتها.
kicker-arrives = يصل { $day } بين
kicker-arrives-about = يصل { $day } نحو الساعة
kicker-planned = مقرر { $day } بين
kicker-planned-about = مقرر { $day } نحو الساعة
hero-and = و

stops-before = { $count ->
    [0] أنت التالي
    [one] قبلك محطة واحدة
    [two] قبلك محطتان
    [few] قبلك { $count } محطات
    [many] قبلك { $count } محطة
   *[other] قبلك { $count } محطة
}
stops-before-some = قبلك بعض المحطات
stops-before-between = عدد المحطات قبلك: من { $fewest } إلى { $most }
stops-before-at-most = { $count ->
    [zero] لا محطات قبلك
    [one] قبلك محطة واحدة على الأكثر
    [two] قبلك محطتان على الأكثر
    [few] قبلك { $count } محطات على الأكثر
    [many] قبلك { $count } محطة على الأكثر
   *[other] قبلك { $count } محطة على الأكثر
}
stops-before-at-least = { $count ->
    [zero] أنت التالي أو بعد ذلك
    [one] قبلك محطة واحدة على الأقل
    [two] قبلك محطتان على الأقل
    [few] قبلك { $count } محطات على الأقل
    [many] قبلك { $count } محطة على الأقل
   *[other] قبلك { $count } محطة على الأقل
}
at-your-door = عند بابك الآن
previously = سابقًا:
out-for-delivery = خرج للتوصيل.
on-the-van = في السيارة. لم تبدأ الجولة بعد.
on-a-break = السائق في استراحة. موعدك لا يتغيّر.
signal-lost = لا إشارة منذ فترة. يبقى الموعد المقرر ساريًا.
planned-today = مقرر لليوم. لا يوجد وقت مباشر.
status-from = تتولى { $carrier } توصيل هذا الطرد. آخر تحديث: { $time }.
status-unknown-age = تتولى { $carrier } توصيل هذا الطرد. لا خريطة، الحالة فقط.

flag-delivered = تم التوصيل
flag-failed = لم يُسلَّم
flag-pickup = جاهز للاستلام
flag-later = تأخير: { $span }
flag-earlier = تبكير: { $span }
flag-delayed = متأخر عن الموعد
flag-held = موقوف
flag-returned = في طريق العودة
flag-cancelled = أُلغي
flag-break = استراحة
flag-signal-lost = لا إشارة
flag-gift = مفاجأة لك
flag-confidential = سري
flag-high-value = مقابل رمزك
flag-status-only = الحالة فقط

status-pre-transit = أعلن عنه { $sender }
status-pre-transit-plain = أُعلن عنه
status-in-transit = في الطريق إليك
status-in-transit-to-point = في الطريق إلى نقطة الاستلام
status-out-for-delivery = خرج للتوصيل
status-delivered = تم التوصيل
status-available-for-pickup = جاهز لك في نقطة الاستلام
status-attempted = لم نتمكن من تسليمه
status-attempted-elsewhere = تعذّر تسليمه
status-delayed = متأخر عن الموعد
status-on-hold = موقوف حاليًا
status-returned = في طريق العودة إلى المُرسِل
status-cancelled = هذا الطرد لن يأتي
status-unknown = لا أخبار بعد
status-pre-transit-more = لم يصل إلينا بعد.
status-in-transit-more = هو في الطريق إلى المستودع القريب منك.
status-delayed-more = حالما نعرف موعدًا جديدًا تجده هنا.
status-on-hold-more = هو ينتظر في الطريق، مثلًا لدى الجمارك، ثم يتابع من تلقاء نفسه.
status-returned-more = يمكن للمُرسِل أن يخبرك بالسبب.
status-cancelled-more = يمكن للمُرسِل أن يخبرك بالسبب.
status-unknown-more = حالما تأتي أخبار تجدها هنا.
planned-for = الموعد المقرر: { $when }

outcome-delivered-to-recipient = سُلّم إليك
outcome-delivered-to-neighbour = عند جيرانك
outcome-delivered-to-safe-place = في المكان الذي اخترته
outcome-delivered-to-safe-place-at = في المكان الذي اخترته: { $place }
outcome-delivered-to-mailbox = في صندوق بريدك
outcome-delivered-to-pickup-point = في نقطة الاستلام
outcome-at-pickup-point = جاهز للاستلام: { $name }
outcome-failed-not-home = لم يفتح أحد
outcome-failed-refused = لم يُقبل الطرد
outcome-failed-address-not-found = لم نجد العنوان
outcome-failed-no-access = لم نتمكن من الوصول إلى الباب
outcome-failed-no-time = انتهت الجولة قبل أن نصل إليك
outcome-failed-damaged = الطرد متضرر
outcome-failed-missing = لم يكن الطرد في السيارة
outcome-failed-verification = الرمز أو الإثبات غير مطابق
outcome-failed-other = لم نتمكن من تسليمه
outcome-at = { $when }
outcome-inside = { $when }، ضمن الموعد الذي وعدناك به.

# الخريطة، أو سبب عدم وجودها.
map-label = خريطة: مكان السيارة وبابك
map-your-door = بابك
map-here = هنا الساعة { $time }، بدقة { $accuracy }
map-about = هنا تقريبًا، بدقة { $accuracy } · آخر ظهور { $time }
map-about-distance = السيارة الآن على بعد نحو { $distance } من بابك؛ شوهدت آخر مرة الساعة { $time }.
map-about-no-script = السيارة الآن على بعد نحو { $distance } من بابك؛ شوهدت آخر مرة الساعة { $time }. الخريطة المتحركة تحتاج إلى JavaScript؛ تتجدد هذه الصفحة كل دقيقة.
map-no-script = كانت السيارة على بعد { $distance } من بابك الساعة { $time }. الخريطة المتحركة تحتاج إلى JavaScript؛ تتجدد هذه الصفحة كل دقيقة.
map-no-door = آخر إشارة من السيارة كانت الساعة { $time }. الخريطة المتحركة تحتاج إلى JavaScript؛ تتجدد هذه الصفحة كل دقيقة.
map-distance = كانت السيارة على بعد { $distance } من بابك الساعة { $time }.
map-unavailable = لا يستطيع هذا الجهاز رسم الخريطة. كل ما تعرضه مكتوب هنا أيضًا.
map-larger = تكبير الخريطة
map-smaller = تصغير الخريطة
map-recentre = إظهار السيارة والباب

hidden-not-delivery-day-title = تُفتح الخريطة يوم التوصيل
hidden-not-delivery-day-text = في يوم التوصيل، عندما يقترب السائق، يمكنك متابعة السيارة هنا.
hidden-tour-not-started-title = لم تبدأ الجولة بعد
hidden-tour-not-started-text = عندما يكون السائق قريبًا منك تُفتح الخريطة هنا.
hidden-too-far-title = تُفتح الخريطة لاحقًا
hidden-too-far-text = عندما لا تبقى قبلك إلا محطات قليلة. حتى ذلك الحين يفيدك الموعد أكثر من نقطة بعيدة.
hidden-low-confidence-title = لسنا متأكدين بما يكفي لعرض الخريطة الآن
hidden-low-confidence-text = خرج السائق عن الخطة. حالما يتأكد ترتيب المحطات تعود الخريطة.
hidden-driver-break-title = السائق في استراحة
hidden-driver-break-text = تبقى الخريطة مغلقة أثناءها. موعدك لا يتغيّر.
hidden-position-stale-title = لا إشارة من السيارة
hidden-position-stale-text = لا نعرض مكانًا ربما لم يعد صحيحًا. يبقى الموعد المقرر ساريًا.
hidden-position-doubtful-title = ليس مؤكدًا الآن أين السيارة
hidden-position-doubtful-text = مواقعها متضاربة، لذلك لا نعرض أيًا منها. الوقت لا يتغيّر.
hidden-place-unknown-title = عنوانك ليس على خريطتنا بعد
hidden-place-unknown-text = طردك مدرج في الخطة رغم ذلك. ما دمنا لا نعرف مكان بابك فلا توجد خريطة ولا عدد محطات ولا وقت مباشر.
hidden-sender-disabled-title = لا خريطة مباشرة لهذا الطرد
hidden-sender-disabled-text = لا يوفرها المُرسِل. يبقى الموعد ساريًا كالمعتاد.
hidden-gift-title = ممنوع التلصص
hidden-gift-text = هذا الطرد مفاجأة. لذلك لا تجد هنا خريطة ولا عدد محطات ولا اسم مُرسِل. الوقت والخيارات كالمعتاد.
hidden-confidential-title = سري
hidden-confidential-text = نعرض لهذا الطرد الوقت فقط.
hidden-high-value-title = يُسلَّم مقابل رمزك
hidden-high-value-text = للطرود الثمينة نعرض الوقت فقط، وفي يوم التوصيل رمزك الذي تقوله عند الباب.
door-code = رمزك
door-code-text = قله للسائق عند الباب، ولا تقله لأحد قبل ذلك: لا في الهاتف ولا في رسالة.
door-code-told = وصل رمزك إلى السائق.
door-code-locked = أُدخل رمز خاطئ مرات كثيرة، لذلك لم يعد هذا الرمز صالحًا. يمكن لشركة التوصيل إصدار رمز جديد؛ يظهر هنا فورًا.
hidden-driver-hidden-title = الخريطة مغلقة الآن
hidden-driver-hidden-text = يحق لمن يقود أن يغلقها متى شاء. طردك ما زال في الطريق، وموعدك لا يتغيّر.
hidden-delivered-title = انتهت الرحلة
hidden-delivered-text = تُغلق الخريطة عندما تنتهي رحلة الطرد.
hidden-link-expired-title = انتهت مدة هذا الرابط
hidden-link-expired-text = يمكن للمُرسِل أن يرسل رابطًا جديدًا.
hidden-outside-area-title = لا خريطة مباشرة في منطقتك
hidden-outside-area-text = موعدك سارٍ، وما يحدث تجده هنا كالمعتاد.
hidden-other-carrier-title = الحالة فقط
hidden-other-carrier-text = تتولى شركة أخرى توصيل هذا الطرد، وتخبرنا بمكانه بضع مرات في اليوم. لا خريطة له.
why-no-map = متى توجد خريطة؟
day-bar-window = موعدك
day-bar-new-window = جديد
tell-me = أخبرني عندما تُفتح
told-already = سنراسلك عندما تُفتح.
stage-delivered-label = باب بيت مغلق
stage-left-label = الطرد بجانب باب بيت مغلق
photo-door = صورة التوصيل: طردك عند الباب
photo-safe-place = صورة التوصيل: طردك في المكان الذي اخترته
photo-mailbox = صورة التوصيل: طردك عند صندوق البريد
photo-neighbour = صورة التوصيل: طردك عند جيرانك
photo-taken = صورة التوصيل، { $time }
stage-failed-title = ماذا يحدث الآن
stage-failed-text = يعود الطرد مع السيارة إلى المستودع. تجد المحاولة التالية هنا حالما تتقرر.

# ما يمكنك فعله.
choices-title = لست في البيت؟
choices-until = يمكنك تغيير هذا حتى يصل السائق إلى بابك.
choices-closed = لم يعد التغيير ممكنًا: السائق على وشك الوصول.
choices-safe-place = اختيار مكان آمن
choices-chosen = المكان الذي اخترته
choices-told = سيُعرض على السائق.
choices-where = أين يمكن للسائق أن يتركه؟
choices-note = بضع كلمات للسائق
choices-note-hint = مثلًا «خلف الحاويات». 140 حرفًا على الأكثر؛ تُحذف في اليوم التالي للتسليم.
choices-place-needed = اختر المكان.
choices-note-needed = قل في بضع كلمات أين ذلك.
choices-save = اتركوه هناك
choices-withdraw = أنا في البيت: سلّموه لي
choices-chosen-neighbour = عند جيرانك
choices-seen = رآه السائق الساعة { $time }.
choices-locked = المرسل لا يسمح بذلك لهذا الطرد.
choices-too-long = هذا طويل جدًا: { $limit } حرفًا على الأكثر.
choices-name-needed = اذكر عند من.
choices-holds-code = من دون رموز من فضلك: هذه الكلمات تُقرأ في الشارع.
choices-changed-meanwhile = تغيّر هذا في هذه الأثناء، ربما في نافذة أخرى. ما يسري الآن مذكور أعلاه. أرسل طلبك من جديد إن كنت لا تزال تريده.
choices-typed = كتبت: { $text }
choices-home-soon = سأكون في البيت بعد 10 دقائق
choices-later = لاحقًا في هذه الجولة
choices-not-before = تأتي السيارة بعد { $time }.
choices-does-not-fit = لم يعد ذلك يتسع في هذه الجولة. تبقى فترتك كما هي.
choices-neighbour = سلّموه لجار
choices-neighbour-name = الاسم
choices-neighbour-house = البيت أو الشقة بالكلمات
choices-neighbour-hint = مثلًا «رقم 7، يسارًا». يُحذف كلاهما في اليوم التالي للتسليم.
choices-neighbour-save = سلّموه هناك
choices-until-start = يمكن تغيير ذلك إلى أن ينطلق السائق.
choices-day = يوم آخر
choices-day-which = في أي يوم يصل؟
choices-day-needed = اختر أحد هذه الأيام.
choices-day-save = أحضره في ذلك اليوم
choices-day-chosen = اختيارك: { $day }
choices-pickup = أستلمه بنفسي
choices-pickup-where = من أين ستستلمه؟
choices-point = نقطة الاستلام الخاصة بك
choices-point-needed = اختر إحدى نقاط الاستلام هذه.
choices-pickup-save = اتركه هناك
choices-to-the-door = أحضره إلى بابي
mark-title = أظهر المكان للسائق
mark-stands = تم تحديده للسائق
mark-needs-script = لإظهار المكان يجب أن يشغّل المتصفح النصوص البرمجية. الكلمات تكفي أيضًا.
mark-photo = صورة للمكان
mark-sending = جارٍ إرسال الصورة…
mark-photo-kind = لا يمكن قراءة هذه الصورة. الأنواع المقبولة JPEG وPNG وWebP.
mark-photo-large = الصورة كبيرة جدًا: 2 ميغابايت كحد أقصى.
mark-failed = تعذّر إرسال الصورة. حاول مرة أخرى.
mark-map = خريطة المكان
mark-pin = علامتك: حرّكها بإصبعك أو بأسهم لوحة المفاتيح
mark-recentre = العودة إلى بابك
mark-pin-set = وُضعت العلامة. احفظها لتظهر للسائق.
mark-open-map = حدّده على الخريطة
mark-no-pin = بلا علامة
mark-hint = لا يراه إلا السائق الذي يحضره، ويُحذف في اليوم التالي للتسليم.
mark-save = أظهر هذا
mark-remove = سحب الصورة والعلامة
mark-photo-of = صورة المكان الذي اخترته
mark-too-far = هذا بعيد جدًا عن بابك: 250 مترًا كحد أقصى.
mark-photo-gone = هذه الصورة لم تعد موجودة. اخترها من جديد.
choices-access = الجرس، الطابق، المدخل
access-bell = الجرس «{ $name }»
access-at-floor = الطابق: { $floor }
access-doorbell = الاسم على الجرس
access-floor = الطابق
access-way = ما يساعد أيضًا على إيجاد بابك
access-hint = مثلًا «عبر الفناء». من دون رموز: هذه الكلمات تُقرأ في الشارع. تُحذف في اليوم التالي للتسليم.
access-save = أبلغوا السائق
safe-place-front-porch = أمام الباب
safe-place-rear-porch = خلف البيت
safe-place-garage = في المرآب
safe-place-shed = في السقيفة
safe-place-mailbox = في صندوق البريد
safe-place-reception = في الاستقبال
safe-place-other = في مكان آخر

# ما يمكن قوله بعد الانتهاء.
rating-title = كيف كان التسليم؟
rating-hint = يصل تقييمك إلى شركة التوصيل. السائق لا يراه.
rating-given = أعطيت { $score } من 5.
rating-until = يمكن تغييره حتى: { $until }
rating-legend = تقييمك
rating-1 = سيئ جدًا
rating-2 = سيئ
rating-3 = مقبول
rating-4 = جيد
rating-5 = جيد جدًا
rating-comment = بضع كلمات إن أردت
rating-comment-hint = 500 حرف على الأكثر. تُحذف مع بيانات هذا الطرد.
rating-save = أرسل التقييم
rating-change = غيّر التقييم
rating-needed = اختر رقمًا من 1 إلى 5.
rating-closed = لم يعد بالإمكان تقييم هذا التسليم.

# ما يمكن الإبلاغ عنه بعد محاولة.
witness-noted = سجّله السائق: { $time }.
witness-none = لا يُعرف عنه أكثر من ذلك.
witness-not-seen = في الدقائق العشر السابقة لم تُرَ المركبة ضمن { $distance } من الباب.
witness-near = في الدقائق العشر السابقة شوهدت المركبة ضمن { $distance } من الباب.
witness-stayed-0 = بقيت هناك أقل من دقيقة بحسب ما شوهد.
witness-stayed-1 = بقيت هناك دقيقة أو أكثر.
witness-stayed-2 = بقيت هناك دقيقتين أو أكثر.
witness-exact = كان الموقع دقيقًا إلى نحو { $distance }.
witness-rough = كان الموقع تقريبيًا.
witness-photo = التُقطت صورة.
witness-no-photo = لم تُلتقط صورة.
report-title-nobody-came = لم يأتِ أحد؟
report-title-not-received = لم تستلمه؟
report-known = هذا ما يُعرف عنه، لك ولشركة التوصيل على السواء:
report-hint = تجيب شركة التوصيل هنا.
report-until = ممكن حتى: { $until }
report-nobody-came = لم يأتِ أحد
report-not-received = لم أستلمه
report-given-nobody-came = أُبلغ، { $time }: لم يأتِ أحد
report-given-not-received = أُبلغ، { $time }: لم يُستلم
report-open = لم تصل إجابة بعد.
report-answered = جواب شركة التوصيل، { $time }
report-closed = لا يمكن الإبلاغ عن هذا الآن.

# ما تغيّر، والطريق حتى الآن.
changes-title = ما تغيّر
happened-title = ما حدث
because-tour-started = طردك في السيارة وقد بدأت الجولة.
because-stops-added-before = { $count ->
    [zero] لم تُضف محطات قبلك.
    [one] أُضيفت محطة قبلك.
    [two] أُضيفت محطتان قبلك.
    [few] أُضيفت { $count } محطات قبلك.
    [many] أُضيفت { $count } محطة قبلك.
   *[other] أُضيفت { $count } محطة قبلك.
}
because-stops-dropped-before = { $count ->
    [zero] لم تُحذف محطات قبلك.
    [one] حُذفت محطة قبلك.
    [two] حُذفت محطتان قبلك.
    [few] حُذفت { $count } محطات قبلك.
    [many] حُذفت { $count } محطة قبلك.
   *[other] حُذفت { $count } محطة قبلك.
}
because-resequenced = تغيّر ترتيب المحطات.
because-driver-chose-another-order = يسلك السائق المحطات بترتيب آخر.
because-break-begun = بدأ السائق استراحة.
because-break-ended = انتهت الاستراحة.
because-handed-over = سائق آخر يتابع الجولة.
because-signal-lost = لا إشارة من السيارة منذ ذلك الحين.
because-instruction-given = السائق يعرف ما يُفعل بطردك.
because-instruction-withdrawn = السائق يعرف أنك ستستلمه بنفسك.
because-put-later = طلبت أن يأتي السائق لاحقًا.
because-stop-skipped = اضطر السائق إلى ترك محطتك مؤقتًا.
carrier-said-title = ما تقوله { $carrier }
carrier-said-something = خبر
steps-title = الطريق حتى الآن
step-announced = أُعلن عنه
step-announced-by = أعلن عنه { $sender }
step-in-transit = في الطريق إلى المستودع
step-out = خرج للتوصيل
step-map = تُفتح الخريطة
step-door = عند بابك

# مدى التأكد.
sure-title = ما مدى دقة هذا؟
sure-confidence = من كل 100 موعد كهذا نتوقع أن نلتزم بـ { $percent }. يضيق الموعد كلما اقتربت السيارة؛ وإن تغيّر تقول هذه الصفحة السبب.
sure-kept = في منطقتك تم الالتزام بـ { $kept } من كل 5 مواعيد في الأسابيع الأربعة الماضية.
sure-planned = هذا هو الموعد المقرر. حالما تبدأ الجولة يُحسب من جديد حسب مكان السيارة الفعلي.
sure-exact = النقطة هي المكان الذي يبلّغ عنه جهاز السيارة، بدقة نحو { $accuracy }. لم تُقرَّب ولم تُخمَّن مسبقًا، وقد تتغيّر المحطات.
sure-glide = النقطة صحيحة عندما تمر السيارة بأماكن ثابتة في الشوارع؛ وبينها تتحرك حسب الخطة، بدقة نحو { $accuracy }. هكذا لا يرى أحد عند أي الأبواب تتوقف. قرب بابك تكون النقطة دقيقة.
sure-updated = آخر تحديث: { $when }.

# الطرد.
parcel-title = طردك
parcel-from = من
parcel-number = الرقم
parcel-by = شركة التوصيل
parcel-number-there = الرقم لدى { $carrier }
parcel-follow-there = تتبَّعه لدى { $carrier }
parcel-driver = السائق
parcel-safe-place = المكان الآمن
foot-closes = تُغلق خريطتك عندما يُسلَّم الطرد.
foot-fast = ساعة هذا الخادم أسرع من ساعة العالم { $speed } مرة.
embed-more = المزيد لدى { $operator }
