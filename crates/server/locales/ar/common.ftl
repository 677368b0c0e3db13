# كلمات كل الصفحات. هذه مسودة.
language-name = العربية
language-choice = اللغة: { $name }
language-draft = مسودة
language-draft-note = هذه الترجمة مسودة. نرحب بالتصحيحات.
skip-to-content = إلى المحتوى
brand-fallback = Doorstep
nav-orders = طرودك
nav-help = مساعدة
nav-logout = تسجيل الخروج
privacy = الخصوصية

day-today = اليوم
day-tomorrow = غدًا
day-yesterday = أمس
day-weekday = { $weekday ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
month = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
day-date = { $day } { $month }
day-long = { $weekday }، { $date }
day-inline-today = اليوم
day-inline-tomorrow = غدًا
day-inline-yesterday = أمس
day-inline-weekday = { $weekday ->
    [1] يوم الاثنين
    [2] يوم الثلاثاء
    [3] يوم الأربعاء
    [4] يوم الخميس
    [5] يوم الجمعة
    [6] يوم السبت
   *[7] يوم الأحد
}
day-inline-date = يوم { $date }
moment = { $day } الساعة { $time }
window-joined = من { $from } إلى { $until }
clock-am = { $time }{ "\u00A0" }ص
clock-pm = { $time }{ "\u00A0" }م
clock-twice = { $time } { $zone }

decimal-mark = .
distance-metres = { $value }{ "\u00A0" }م
distance-kilometres = { $value }{ "\u00A0" }كم
distance-feet = { $value }{ "\u00A0" }قدم
distance-miles = { $value }{ "\u00A0" }ميل

percent = { $percent }%

minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
hours-and-minutes = { $hours } س { $minutes } د
hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}

offline = أنت غير متصل بالإنترنت. آخر تحديث: { $time }.
server-away = لا يمكن الوصول إلينا الآن. نحاول مرة أخرى. آخر تحديث: { $time }.

error-missing-title = لا شيء هنا
error-missing-text = ربما كُتب العنوان خطأً، أو انتهى ما كان هنا. لا يظهر الطرد إلا في الحساب الذي يخصه.
error-ended-title = هذا الرابط لم يعد يؤدي إلى شيء
error-ended-text = انتهت مدته، أو ألغاه من أعطاك إياه. اطلب منه رابطًا جديدًا.
error-denied-title = هذه الصفحة ليست لهذا الحساب
error-denied-text = سجّل الدخول بحساب آخر لتراها.
error-refused-title = لم يُقبل ذلك
error-refused-text = ربما أُرسل من صفحة أخرى، أو تغيّر شيء في هذه الأثناء. ارجع وحاول مرة أخرى.
error-busy-title = طلبات كثيرة دفعة واحدة
error-busy-text = جاءت من هنا طلبات أكثر من اللازم. انتظر دقيقة ثم حاول مرة أخرى.
error-login = إلى تسجيل الدخول
error-failed-title = لم ينجح ذلك
error-failed-text = الخطأ من عندنا، ولم يتغيّر شيء. حاول مرة أخرى بعد قليل.
error-home = إلى طرودك
error-tours = إلى الجولات
