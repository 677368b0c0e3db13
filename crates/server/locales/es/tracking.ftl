# La página del paquete, en el orden en que se lee.
kicker-arrives = Llega { $day } entre las
kicker-arrives-about = Llega { $day } hacia las
kicker-planned = Previsto { $day } entre las
kicker-planned-about = Previsto { $day } hacia las
hero-and = y las

stops-before = { $count ->
    [0] Usted es la próxima parada
    [one] { $count } parada antes de usted
   *[other] { $count } paradas antes de usted
}
stops-before-some = Algunas paradas antes de usted
stops-before-between = Entre { $fewest } y { $most } paradas antes de usted
stops-before-at-most = { $count ->
    [one] Como mucho { $count } parada antes de usted
   *[other] Como mucho { $count } paradas antes de usted
}
stops-before-at-least = { $count ->
    [one] Al menos { $count } parada antes de usted
   *[other] Al menos { $count } paradas antes de usted
}
at-your-door = Ahora en su puerta
previously = Antes:
out-for-delivery = En reparto.
on-the-van = En la furgoneta. La ruta aún no ha empezado.
on-a-break = Pausa. Su franja horaria no cambia.
signal-lost = Sin señal desde hace un rato. Vale la franja prevista.
planned-today = Previsto para hoy. No hay hora en directo.
status-from = { $carrier } trae este paquete. Últimas noticias: { $time }.
status-unknown-age = { $carrier } trae este paquete. Sin mapa, solo el estado.

flag-delivered = Entregado
flag-failed = No entregado
flag-pickup = Listo para recoger
flag-later = { $span } más tarde
flag-earlier = { $span } antes
flag-delayed = Más tarde de lo previsto
flag-held = Retenido
flag-returned = De vuelta
flag-cancelled = Cancelado
flag-break = Pausa
flag-signal-lost = Sin señal
flag-gift = Una sorpresa para usted
flag-confidential = Confidencial
flag-high-value = Con su código
flag-status-only = Solo estado

status-pre-transit = Anunciado por { $sender }
status-pre-transit-plain = Anunciado
status-in-transit = De camino hacia usted
status-in-transit-to-point = De camino al punto de recogida
status-out-for-delivery = En reparto
status-delivered = Entregado
status-available-for-pickup = Le espera en el punto de recogida
status-attempted = No hemos podido entregarlo
status-attempted-elsewhere = No se ha podido entregar
status-delayed = Más tarde de lo previsto
status-on-hold = Retenido por ahora
status-returned = De vuelta al remitente
status-cancelled = Este paquete no va a llegar
status-unknown = Aún sin noticias
status-pre-transit-more = Todavía no lo tenemos.
status-in-transit-more = Va de camino al almacén cercano a usted.
status-delayed-more = En cuanto sepamos una hora nueva, estará aquí.
status-on-hold-more = Espera en el camino, por ejemplo en la aduana. Seguirá sin que usted haga nada.
status-returned-more = El remitente puede decirle por qué.
status-cancelled-more = El remitente puede decirle por qué.
status-unknown-more = En cuanto las haya, estarán aquí.
planned-for = Previsto: { $when }

outcome-delivered-to-recipient = Entregado en mano
outcome-delivered-to-neighbour = En casa de sus vecinos
outcome-delivered-to-safe-place = En el lugar que eligió
outcome-delivered-to-safe-place-at = En el lugar que eligió: { $place }
outcome-delivered-to-mailbox = En su buzón
outcome-delivered-to-pickup-point = En el punto de recogida
outcome-at-pickup-point = Listo para recoger: { $name }
outcome-failed-not-home = No abrió nadie
outcome-failed-refused = No lo aceptaron
outcome-failed-address-not-found = No encontramos la dirección
outcome-failed-no-access = No pudimos llegar hasta la puerta
outcome-failed-no-time = La ruta terminó antes de llegar a su casa
outcome-failed-damaged = El paquete está dañado
outcome-failed-missing = El paquete no estaba en la furgoneta
outcome-failed-verification = El código o el documento no coincidía
outcome-failed-other = No hemos podido entregarlo
outcome-at = { $when }
outcome-inside = { $when }, dentro de la franja prometida.

# El mapa, o por qué no lo hay.
map-label = Mapa: dónde está la furgoneta y su puerta
map-your-door = Su puerta
map-here = Aquí a las { $time }, con { $accuracy } de margen
map-about = Por aquí, con { $accuracy } de margen · vista a las { $time }
map-about-distance = La furgoneta está ahora a unos { $distance } de su puerta; se vio por última vez a las { $time }.
map-about-no-script = La furgoneta está ahora a unos { $distance } de su puerta; se vio por última vez a las { $time }. El mapa en movimiento necesita JavaScript; esta página se renueva cada minuto.
map-no-script = La furgoneta estaba a { $distance } de su puerta a las { $time }. El mapa en movimiento necesita JavaScript; esta página se renueva cada minuto.
map-no-door = La última señal de la furgoneta es de las { $time }. El mapa en movimiento necesita JavaScript; esta página se renueva cada minuto.
map-distance = La furgoneta estaba a { $distance } de su puerta a las { $time }.
map-unavailable = Este dispositivo no puede dibujar el mapa. Todo lo que muestra también está escrito aquí.
map-larger = Ampliar el mapa
map-smaller = Reducir el mapa
map-recentre = Ver la furgoneta y la puerta

hidden-not-delivery-day-title = El mapa se abre el día de la entrega
hidden-not-delivery-day-text = Ese día, cuando la furgoneta esté cerca, podrá seguirla aquí.
hidden-tour-not-started-title = La ruta aún no ha empezado
hidden-tour-not-started-text = Cuando la furgoneta esté cerca de usted, el mapa se abrirá aquí.
hidden-too-far-title = El mapa se abre más tarde
hidden-too-far-text = Cuando queden pocas paradas antes de usted. Hasta entonces, la franja dice más que un punto lejano.
hidden-low-confidence-title = Ahora mismo no es lo bastante seguro para el mapa
hidden-low-confidence-text = La furgoneta se aparta del plan. En cuanto el orden de las paradas vuelva a ser seguro, el mapa volverá.
hidden-driver-break-title = Pausa
hidden-driver-break-text = Mientras tanto, el mapa está cerrado. Su franja horaria no cambia.
hidden-position-stale-title = Sin señal de la furgoneta
hidden-position-stale-text = No mostramos un lugar que quizá ya no sea cierto. Vale la franja prevista.
hidden-position-doubtful-title = Ahora mismo no se sabe bien dónde está la furgoneta
hidden-position-doubtful-text = Sus posiciones se contradicen, así que no mostramos ninguna. La hora no cambia.
hidden-place-unknown-title = Su dirección aún no está en nuestro mapa
hidden-place-unknown-text = Su paquete está previsto de todos modos. Mientras no sepamos dónde está su puerta, no hay mapa, ni número de paradas, ni hora en directo.
hidden-sender-disabled-title = Sin mapa en directo para este paquete
hidden-sender-disabled-text = El remitente no lo ofrece. La franja vale como siempre.
hidden-gift-title = Sin mirar
hidden-gift-text = Este paquete es una sorpresa. Por eso aquí no hay mapa, ni número de paradas, ni remitente. La hora y sus opciones son las de siempre.
hidden-confidential-title = Confidencial
hidden-confidential-text = De este paquete mostramos solo la hora.
hidden-high-value-title = Se entrega con su código
hidden-high-value-text = De los paquetes de valor mostramos solo la hora y, el día de la entrega, su código para la puerta.
door-code = Su código
door-code-text = Dígalo en la puerta, y a nadie antes: ni por teléfono ni en un mensaje.
door-code-told = Su código ha llegado.
door-code-locked = Se ha escrito demasiadas veces un código equivocado, así que este ya no vale. Su empresa de reparto puede hacer uno nuevo; aparecerá aquí enseguida.
hidden-driver-hidden-title = El mapa está cerrado por ahora
hidden-driver-hidden-text = Quien conduce puede cerrarlo cuando quiera. Su paquete sigue en camino y su franja horaria no cambia.
hidden-delivered-title = El viaje ha terminado
hidden-delivered-text = El mapa se cierra cuando termina el viaje del paquete.
hidden-link-expired-title = Este enlace ha caducado
hidden-link-expired-text = El remitente puede enviar uno nuevo.
hidden-outside-area-title = Sin mapa en directo en su zona
hidden-outside-area-text = Su franja horaria vale, y lo que ocurra estará aquí como siempre.
hidden-other-carrier-title = Solo estado
hidden-other-carrier-text = Este paquete lo trae otra empresa y nos dice varias veces al día dónde está. No hay mapa para él.
why-no-map = ¿Cuándo hay mapa?
day-bar-window = Su franja
day-bar-new-window = Nueva
tell-me = Avisarme cuando se abra
told-already = Le escribiremos cuando se abra.
stage-delivered-label = Una puerta de casa cerrada
stage-left-label = El paquete junto a una puerta de casa cerrada
photo-door = Foto de la entrega: su paquete en la puerta
photo-safe-place = Foto de la entrega: su paquete en el lugar elegido
photo-mailbox = Foto de la entrega: su paquete en el buzón
photo-neighbour = Foto de la entrega: su paquete en casa de sus vecinos
photo-taken = Foto de la entrega, { $time }
stage-failed-title = Qué pasa ahora
stage-failed-text = El paquete vuelve al almacén con la furgoneta. El próximo intento estará aquí en cuanto esté previsto.

# Lo que se puede hacer.
choices-title = ¿No está en casa?
choices-until = Puede cambiarlo hasta que la furgoneta esté ante su puerta.
choices-closed = Ya no se puede cambiar: la furgoneta está a punto de llegar.
choices-safe-place = Elegir un lugar seguro
choices-chosen = El lugar que eligió
choices-told = Se le comunica a quien reparte.
choices-where = ¿Dónde podemos dejarlo?
choices-note = Unas palabras para el reparto
choices-note-hint = Por ejemplo «detrás de los cubos». 140 caracteres como mucho; se borran el día después de la entrega.
choices-place-needed = Elija dónde.
choices-note-needed = Diga en pocas palabras dónde es.
choices-save = Dejarlo ahí
choices-withdraw = Estoy en casa: entréguenmelo
choices-chosen-neighbour = En casa de sus vecinos
choices-seen = Quien reparte lo vio a las { $time }.
choices-locked = El remitente no lo permite para este paquete.
choices-too-long = Es demasiado largo: { $limit } caracteres como mucho.
choices-name-needed = Diga en casa de quién.
choices-holds-code = Sin códigos, por favor: estas palabras se leen en la calle.
choices-changed-meanwhile = Esto cambió mientras tanto, quizá en otra ventana. Lo que vale ahora está arriba. Envíe lo suyo otra vez si aún lo quiere.
choices-typed = Usted escribió: { $text }
choices-home-soon = Estoy en casa en 10 minutos
choices-later = Más tarde en esta ruta
choices-not-before = La furgoneta llega después de las { $time }.
choices-does-not-fit = Ya no cabe en esta ruta. Su franja se mantiene.
choices-neighbour = Dejarlo con un vecino
choices-neighbour-name = Su nombre
choices-neighbour-house = Su casa o piso, en palabras
choices-neighbour-hint = Por ejemplo «n.º 7, izquierda». Ambos se borran el día después de la entrega.
choices-neighbour-save = Dejarlo allí
choices-until-start = Se puede cambiar hasta que salga el reparto.
choices-day = Otro día
choices-day-which = ¿Qué día debe llegar?
choices-day-needed = Elija uno de estos días.
choices-day-save = Traerlo ese día
choices-day-chosen = Su elección: { $day }
choices-pickup = Recogerlo yo mismo
choices-pickup-where = ¿Dónde lo recogerá?
choices-point = Su punto de recogida
choices-point-needed = Elija uno de estos puntos de recogida.
choices-pickup-save = Dejarlo allí
choices-to-the-door = Mejor, traerlo a mi puerta
mark-title = Mostrar el lugar al repartidor
mark-stands = Marcado para el repartidor
mark-needs-script = Para mostrar el lugar, el navegador debe ejecutar scripts. Las palabras también sirven.
mark-photo = Una foto del lugar
mark-sending = Enviando la foto…
mark-photo-kind = Esa foto no se puede leer. Sirven JPEG, PNG y WebP.
mark-photo-large = La foto es demasiado grande: como máximo 2 MB.
mark-failed = No se pudo enviar la foto. Inténtelo de nuevo.
mark-map = Mapa del lugar
mark-pin = Su marca: muévala con el dedo o con las flechas
mark-recentre = Volver a su puerta
mark-pin-set = La marca está puesta. Guárdela para mostrarla al repartidor.
mark-open-map = Marcarlo en el mapa
mark-no-pin = Sin marca
mark-hint = Solo lo ve quien trae el paquete; se borra el día después de la entrega.
mark-save = Mostrar esto
mark-remove = Retirar la foto y la marca
mark-photo-of = Foto del lugar elegido
mark-too-far = Está demasiado lejos de su puerta: como máximo 250 m.
mark-photo-gone = Esa foto ya no está. Elíjala de nuevo.
choices-access = Timbre, piso, acceso
access-bell = Timbre «{ $name }»
access-at-floor = Piso: { $floor }
access-doorbell = Nombre en el timbre
access-floor = Piso
access-way = Qué más ayuda a encontrar su puerta
access-hint = Por ejemplo «por el patio». Sin códigos: estas palabras se leen en la calle. Se borran el día después de la entrega.
access-save = Comunicarlo
safe-place-front-porch = Delante de la puerta
safe-place-rear-porch = Detrás de la casa
safe-place-garage = En el garaje
safe-place-shed = En el cobertizo
safe-place-mailbox = En el buzón
safe-place-reception = En la recepción
safe-place-other = En otro lugar

# Lo que se puede decir cuando ha terminado.
rating-title = ¿Qué tal fue la entrega?
rating-hint = Su valoración llega al transportista. Quien conduce no la ve.
rating-given = Ha dado { $score } de 5.
rating-until = Se puede cambiar hasta: { $until }
rating-legend = Su valoración
rating-1 = Muy mal
rating-2 = Mal
rating-3 = Regular
rating-4 = Bien
rating-5 = Muy bien
rating-comment = Unas palabras, si quiere
rating-comment-hint = Como máximo 500 caracteres. Se borran con los datos de este paquete.
rating-save = Enviar la valoración
rating-change = Cambiar la valoración
rating-needed = Elija un número del 1 al 5.
rating-closed = Esta entrega ya no se puede valorar.

# Lo que se puede comunicar de un intento.
witness-noted = Anotado al volante: { $time }.
witness-none = No se sabe más.
witness-not-seen = En los diez minutos anteriores no se vio el vehículo a menos de { $distance } de la puerta.
witness-near = En los diez minutos anteriores se vio el vehículo a menos de { $distance } de la puerta.
witness-stayed-0 = Estuvo allí menos de un minuto, por lo que se vio.
witness-stayed-1 = Estuvo allí un minuto o más.
witness-stayed-2 = Estuvo allí dos minutos o más.
witness-exact = La posición era exacta a unos { $distance }.
witness-rough = La posición era imprecisa.
witness-photo = Se hizo una foto.
witness-no-photo = No se hizo ninguna foto.
report-title-nobody-came = ¿No vino nadie?
report-title-not-received = ¿No lo ha recibido?
report-known = Esto es lo que se sabe, usted igual que el transportista:
report-hint = El transportista responde aquí.
report-until = Posible hasta: { $until }
report-nobody-came = No vino nadie
report-not-received = No lo he recibido
report-given-nobody-came = Comunicado, { $time }: no vino nadie
report-given-not-received = Comunicado, { $time }: no recibido
report-open = Aún sin respuesta.
report-answered = Respuesta del transportista, { $time }
report-closed = Ahora no se puede comunicar.

# Lo que ha cambiado, y el camino hasta ahora.
changes-title = Qué ha cambiado
happened-title = Qué ha pasado
because-tour-started = Su paquete está en la furgoneta y la ruta ha empezado.
because-stops-added-before = { $count ->
    [one] Se ha añadido { $count } parada antes de usted.
   *[other] Se han añadido { $count } paradas antes de usted.
}
because-stops-dropped-before = { $count ->
    [one] Se ha quitado { $count } parada antes de usted.
   *[other] Se han quitado { $count } paradas antes de usted.
}
because-resequenced = Se ha cambiado el orden de las paradas.
because-driver-chose-another-order = Las paradas se hacen en otro orden.
because-break-begun = Ha empezado una pausa.
because-break-ended = La pausa ha terminado.
because-handed-over = Otra persona sigue con la ruta.
because-signal-lost = Sin señal de la furgoneta desde entonces.
because-instruction-given = En la furgoneta saben qué hacer con su paquete.
because-instruction-withdrawn = En la furgoneta ya saben que lo recogerá en persona.
because-put-later = Usted pidió que viniera más tarde.
because-stop-skipped = Por ahora se ha tenido que dejar su parada para después.
carrier-said-title = Lo que dice { $carrier }
carrier-said-something = Noticias
steps-title = El camino hasta ahora
step-announced = Anunciado
step-announced-by = Anunciado por { $sender }
step-in-transit = De camino al almacén
step-out = En reparto
step-map = El mapa se abre
step-door = En su puerta

# Hasta qué punto es seguro.
sure-title = ¿Es seguro?
sure-confidence = De 100 franjas como esta esperamos cumplir { $percent }. Se estrecha a medida que la furgoneta se acerca; si tiene que moverse, esta página dice por qué.
sure-kept = En su zona se han cumplido { $kept } de cada 5 franjas en las últimas cuatro semanas.
sure-planned = Esta es la franja prevista. Cuando la ruta esté en marcha, se calcula de nuevo según dónde esté de verdad la furgoneta.
sure-exact = El punto es el lugar que indica el aparato de la furgoneta, con unos { $accuracy } de margen. No está redondeado ni adelantado, y las paradas aún pueden cambiar.
sure-glide = El punto es cierto cuando la furgoneta pasa por lugares fijos de las calles; entre ellos avanza según lo previsto, con unos { $accuracy } de margen. Así nadie ve en qué puertas se detiene. Cerca de su puerta es exacto.
sure-updated = Últimas noticias: { $when }.

# El paquete.
parcel-title = Su paquete
parcel-from = De
parcel-number = Número
parcel-by = Lo trae
parcel-number-there = Número en { $carrier }
parcel-follow-there = Seguirlo en { $carrier }
parcel-driver = Al volante
parcel-safe-place = Lugar elegido
foot-closes = Su mapa se cierra cuando el paquete está entregado.
foot-fast = El reloj de este servidor va { $speed } veces más rápido que el del mundo.
embed-more = Más en { $operator }
