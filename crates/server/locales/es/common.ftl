# Las palabras de todas las páginas. Es un borrador.
language-name = Español
language-choice = Idioma: { $name }
language-draft = borrador
language-draft-note = Esta traducción es un borrador. Agradecemos las correcciones.
skip-to-content = Ir al contenido
brand-fallback = Doorstep
nav-orders = Sus paquetes
nav-help = Ayuda
nav-logout = Cerrar sesión
privacy = Privacidad

day-today = Hoy
day-tomorrow = Mañana
day-yesterday = Ayer
day-weekday = { $weekday ->
    [1] Lunes
    [2] Martes
    [3] Miércoles
    [4] Jueves
    [5] Viernes
    [6] Sábado
   *[7] Domingo
}
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
day-date = { $day } de { $month }
day-long = { $weekday }, { $date }
day-inline-today = hoy
day-inline-tomorrow = mañana
day-inline-yesterday = ayer
day-inline-weekday = { $weekday ->
    [1] el lunes
    [2] el martes
    [3] el miércoles
    [4] el jueves
    [5] el viernes
    [6] el sábado
   *[7] el domingo
}
day-inline-date = el { $date }
moment = { $day }, { $time }
window-joined = de { $from } a { $until }
clock-am = { $time }{ "\u00A0" }a. m.
clock-pm = { $time }{ "\u00A0" }p. m.
clock-twice = { $time } { $zone }

decimal-mark = ,
distance-metres = { $value }{ "\u00A0" }m
distance-kilometres = { $value }{ "\u00A0" }km
distance-feet = { $value }{ "\u00A0" }pies
distance-miles = { $value }{ "\u00A0" }millas

percent = { $percent }{ "\u00A0" }%

minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
hours-and-minutes = { $hours } h { $minutes } min
hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}

offline = No tiene conexión. Últimas noticias: { $time }.
server-away = No se puede conectar con nosotros. Lo intentamos de nuevo. Últimas noticias: { $time }.

error-missing-title = Aquí no hay nada
error-missing-text = Puede que la dirección esté mal escrita o que lo que había aquí haya terminado. Un paquete solo se ve en la cuenta a la que pertenece.
error-ended-title = Este enlace ya no lleva a ninguna parte
error-ended-text = Ha caducado, o quien se lo dio lo ha retirado. Pídale uno nuevo.
error-denied-title = Esta página no es para esta cuenta
error-denied-text = Inicie sesión con otra cuenta para verla.
error-refused-title = No se ha guardado
error-refused-text = Puede que viniera de otra página o que algo haya cambiado entretanto. Vuelva atrás e inténtelo de nuevo.
error-busy-title = Demasiado a la vez
error-busy-text = Han llegado demasiadas peticiones desde aquí. Espere un minuto e inténtelo de nuevo.
error-login = Iniciar sesión
error-failed-title = No ha funcionado
error-failed-text = El fallo es nuestro. No se ha cambiado nada. Inténtelo de nuevo en un momento.
error-home = Ir a sus paquetes
error-tours = Ir a las rutas
