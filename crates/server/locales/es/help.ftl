# Cuándo hay mapa, y por qué no.
help-title = ¿Cuándo hay mapa en directo?
help-lead = Cuando la furgoneta está cerca de usted, y solo para su propio paquete.
help-near-title = Se abre cuando la furgoneta está cerca
help-near-text = Unas pocas paradas o minutos antes de usted. Antes diría poco: el orden de las paradas aún cambia y la franja dice más.
help-why-title = ¿Por qué no lo hay ahora?
help-why-text = La página del paquete siempre dice la razón. Estas son todas:
help-see-title = ¿Qué veo?
help-see-text = La furgoneta, su propia puerta y cuántas paradas hay antes de usted. El punto de la furgoneta lleva su edad y su precisión. Si deja de dar señales un rato, se desvanece en vez de quedarse quieto.
help-hidden-title = ¿Qué no ve nadie?
help-hidden-text = Las puertas, direcciones y nombres de otras personas. A quien conduce solo se le ve durante su ruta, y solo cerca de una parada que es la de usted.
help-kept-text = Lo que guardamos de su paquete solo lo ven usted y su empresa de reparto. Las posiciones de la furgoneta se borran cuando vence el plazo del día de la ruta; sin publicidad, sin programas de otras empresas, y las únicas cookies son su sesión y su idioma.
help-sure-title = ¿Cómo se calcula la franja?
help-sure-text = Con los tiempos de viaje previstos, el trabajo en cada parada y cómo va de verdad la ruta. Si se mueve, la página dice por qué.
help-safe-title = No estoy en casa
help-safe-text = Elija un lugar seguro en la página del paquete hasta que la furgoneta esté ante su puerta. En la furgoneta se sabe enseguida.
help-script-title = Sin JavaScript
help-script-text = Todas las palabras, horas y formularios funcionan. La página se renueva cada minuto; solo falta el mapa en movimiento.
