# Iniciar sesión, la lista de paquetes, y de qué se quiere saber.
login-title = Iniciar sesión
login-lead = Vea dónde están sus paquetes y cuándo llegan.
login-email = Correo electrónico
login-password = Contraseña
login-button = Iniciar sesión
login-failed = Este correo electrónico y esta contraseña no coinciden.
login-wait = Demasiados intentos. Espere un minuto e inténtelo de nuevo.
login-provider = Entrar con { $name }
login-provider-failed = No se ha podido entrar por ahí. Inténtelo de nuevo o entre de otra manera.
login-provider-no-account = Aquí no hay ninguna cuenta con el correo electrónico que tiene allí.

sign-in-title = Entrar por correo electrónico
sign-in-offer = ¿No tiene la contraseña a mano? Enviamos un enlace a su correo electrónico y con él inicia sesión.
sign-in-ask = Envíenme un enlace
sign-in-asked = Si hay una cuenta con este correo electrónico, el enlace está en camino.
sign-in-asked-hint = Sirve una vez, durante 15 minutos. Si no llega nada, mire en el correo no deseado y compruebe la dirección.
sign-in-ready = Este enlace inicia sesión en este dispositivo. Sirve una vez.
sign-in-over = Este enlace ya se ha usado o tiene más de 15 minutos. Pida uno nuevo.
sign-in-back = Volver a iniciar sesión

sessions-link = Dónde tiene sesión abierta
sessions-title = Dónde tiene sesión abierta
sessions-lead = Si no reconoce alguno, cierre la sesión allí.
sessions-unknown = Un dispositivo desconocido
sessions-began = Sesión iniciada: { $when }
sessions-used = Último uso: { $when }
sessions-this = Aquí es donde está ahora.
sessions-end = Cerrar la sesión allí
sessions-end-others = Cerrar todas las demás
sessions-ended = Sesión cerrada.

passkey-login = Entrar con una llave de acceso
passkey-login-failed = No ha funcionado: la llave de acceso no se conoce aquí, o ha tardado demasiado. Inténtelo de nuevo o entre de otra manera.
passkeys-title = Llaves de acceso
passkeys-lead = Con una llave de acceso entra con su dedo, su cara o el código de su dispositivo, sin contraseña. Quite las que no reconozca.
passkey-created = Añadida: { $when }
passkey-unused = Aún sin usar
passkey-remove = Quitar
passkey-name = Cómo llamarla
passkey-add = Añadir una llave de acceso
passkey-add-failed = No se ha añadido nada: su dispositivo no lo aceptó, o ha tardado demasiado. Inténtelo de nuevo.
passkey-known = Este dispositivo ya tiene una llave de acceso para su cuenta.
passkey-full = Tiene 20 llaves de acceso y no puede haber más. Quite una primero.

orders-title = Sus paquetes
orders-none = Ahora mismo no hay nada de camino hacia usted. En cuanto se anuncie un paquete, estará aquí.
orders-today = Hoy
orders-coming = De camino
orders-done = Terminado
orders-more = { $sender }, { $count ->
    [one] { $count } paquete
   *[other] { $count } paquetes
}
orders-together = Pedido a la vez: { $count ->
    [one] { $count } paquete
   *[other] { $count } paquetes
}
orders-map-open = Mapa abierto
orders-follow = Seguir la entrega
orders-also = Llega también con él:
orders-when = { $day }, { $window }
orders-by = Lo trae { $operator }
orders-status-only = { $carrier }, solo estado
orders-for-others = Pedido para otra persona
orders-for-others-note = De estos ve el estado y el día. Lo demás es para quien los recibe.
orders-bought-in-transit = De camino
orders-bought-pickup = Listo para recoger
orders-day-unknown = Día aún desconocido
orders-status-only-note = «Solo estado»: lo trae otra empresa y nos dice varias veces al día dónde está. No hay mapa para él.
orders-gift = Una sorpresa para usted
orders-sender-status = { $sender }. { $status }

notices-title = ¿De qué podemos avisarle?
notices-hint = Por correo electrónico. Solo enviamos lo que usted ha pedido.
notices-map-open = Cuando se abra el mapa
notices-delivered = Cuando esté entregado
notices-failed = Cuando no se haya podido entregar
notices-save = Guardar
notices-saved = Guardado.
notices-announced = Cuando se anuncia un paquete
notices-out = Cuando está en reparto
notices-next = Cuando usted es el siguiente
notices-delayed = Cuando llega más tarde
notices-all = También en este dispositivo, y todas las opciones
notices-table = Qué y cómo
notices-email = Correo
notices-push = Dispositivo
notices-sms = SMS
notices-lead = Solo enviamos lo que usted ha pedido. Ningún mensaje contiene una dirección ni un código, y ninguno le pide nada.
notices-most = Un dispositivo recibe como máximo tres avisos por paquete: uno al principio, uno cuando está cerca o se retrasa, y cómo terminó. Los correos llegan todos.
notices-sms-number = Los SMS llegan a su número que termina en { $end }.
quiet-title = Horas de silencio
quiet-lead = Entre medias no llega nada. Lo que después siga siendo importante llega entonces. Deje ambos vacíos si no quiere ninguna.
quiet-from = Desde
quiet-until = Hasta
push-title = En sus dispositivos
push-lead = Un aviso en la pantalla, también con esta página cerrada.
push-offer = Si acepta, su navegador pregunta una vez si puede. Sabrá cuándo se abre el mapa, cuándo un paquete llega más tarde y cómo terminó; arriba puede cambiarlo.
push-turn-on = Avisarme en este dispositivo
push-on = Este dispositivo recibe avisos.
push-denied = Este navegador no debe mostrar avisos de esta página. Permítalos en sus ajustes para este sitio y vuelva.
push-unsupported = Este navegador no puede mostrar avisos de una página. El correo funciona en todas partes.
push-home-screen = En iPhone o iPad, ponga primero esta página en la pantalla de inicio: toque Compartir y luego «Añadir a pantalla de inicio». Ábrala desde allí y vuelva aquí.
push-failed = No ha funcionado. No ha cambiado nada; inténtelo de nuevo en un momento.
push-full = Ya hay diez dispositivos con avisos. Quite primero uno.
push-none = Ningún dispositivo recibe avisos.
push-remove = Quitar
push-unknown = Un navegador
push-since = Desde: { $when }
ntfy-title = Por ntfy
ntfy-lead = ntfy es una aplicación para teléfono y ordenador que muestra mensajes. Usted recibe un tema propio y se suscribe a él allí.
ntfy-privacy = Quien conozca el tema puede leer sus mensajes, y también quien gestiona el servidor ntfy; no contienen ninguna dirección ni código.
ntfy-server = Servidor
ntfy-make = Crear un tema
ntfy-how = Abra la dirección, o añada una suscripción en la aplicación ntfy: tema { $topic }, servidor { $server }.
ntfy-full = Ya tiene tres temas. Quite antes uno.
ntfy-gone = Este servidor ya no se usa, así que no se envía nada allí.
home-title = En Home Assistant
home-lead = Home Assistant muestra cuándo llega su próximo paquete: cómo está, su franja y cuántas paradas hay antes de usted.
home-privacy = Quien conozca su clave puede leerlo, y también quien gestiona el broker; no hay ninguna dirección, código ni mapa.
home-turn-on = Activar
home-turn-off = Desactivar
home-broker = Broker
home-client = ID de cliente, que es su clave
home-prefix = Prefijo de descubrimiento
home-hint = Escriba esto en los ajustes MQTT de Home Assistant. La documentación del operador explica cómo conectar un broker propio.
home-none = No hay nada en camino.
home-status = Próximo paquete
home-from = Comienzo de la franja
home-until = Fin de la franja
home-stops = Paradas antes de usted
home-count = Paquetes en camino
orders-short = Paquetes

calendar-link = Paquetes en su calendario
calendar-title = Paquetes en su calendario
calendar-lead = Su calendario muestra cuándo llega un paquete, y la cita se estrecha con la franja. Recibe una dirección que añade allí como suscripción.
calendar-make = Crear una dirección
calendar-address = Su dirección
calendar-address-hint = Solo se muestra esta vez. Cópiela y añádala en su calendario como calendario de internet.
calendar-made = Creada: { $when }
calendar-read = Última lectura: { $when }
calendar-renew = Crear una dirección nueva
calendar-renew-hint = La actual termina con ella.
calendar-end = Terminar
calendar-ended = Terminado. La dirección ya no abre nada.
calendar-privacy = Quien conoce la dirección ve cuándo llegan sus paquetes y quién los envía, también el servicio que guarda su calendario. No contiene su domicilio ni códigos, y en regalos y paquetes confidenciales tampoco el remitente.
calendar-back = Ir a sus paquetes
calendar-name = Paquetes, { $operator }
calendar-parcel = Paquete
calendar-parcel-from = Paquete de { $sender }
calendar-as-of = Últimas noticias: { $when }

sharing-link = Avisar a un vecino
sharing-title = Avisar a un vecino
sharing-lead = Recibe un enlace para dar a otra persona. Quien lo abre ve cuándo llega el paquete y nada más: ni mapa, ni paradas, ni remitente. Termina con el día de la entrega.
sharing-window = Ver cuándo llega
sharing-accept = Ver cuándo llega y recogerlo por mí
sharing-name = Cómo llama a esa persona
sharing-name-hint = Quien reparte ve este nombre en su puerta, si se puede recoger el paquete por usted. 140 caracteres como mucho.
sharing-name-long = El nombre es demasiado largo: 140 caracteres como mucho.
sharing-give = Crear un enlace
sharing-given = Su enlace
sharing-given-hint = Solo se muestra esta vez. Cópielo y páselo a quien quiera.
sharing-until = Vale hasta: { $when }
sharing-ended = Terminó: { $when }
sharing-opened = { $count ->
    [0] Aún sin abrir
    [one] Abierto una vez
   *[other] Abierto { $count } veces
}
sharing-take-back = Retirar
sharing-taken-back = Retirado. El enlace ya no abre nada.
sharing-too-many = Ya hay diez enlaces para este paquete. Retire uno.
sharing-not-possible = Este paquete no se puede compartir.
sharing-back = Volver al paquete
share-title = Un paquete en su vecindario
share-over = Ya no hay nada que esperar.
share-unknown = Aún no se sabe cuándo llega.
share-may-accept = Le han pedido que lo recoja. Dígalo en la puerta.
share-seen = Quien le dio este enlace ve cuándo se abre.
share-until = Vale hasta: { $when }
