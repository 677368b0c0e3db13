# L’accesso, l’elenco dei pacchi, e di che cosa si vuole sapere.
login-title = Accedi
login-lead = Veda dove sono i suoi pacchi e quando arrivano.
login-email = Indirizzo e-mail
login-password = Password
login-button = Accedi
login-failed = Questo indirizzo e-mail e questa password non vanno insieme.
login-wait = Troppi tentativi. Aspetti un minuto, poi riprovi.
login-provider = Accedi con { $name }
login-provider-failed = L’accesso da lì non ha funzionato. Riprovi, o acceda in un altro modo.
login-provider-no-account = Qui non c’è un account con l’indirizzo e-mail che ha lì.

sign-in-title = Accedi per e-mail
sign-in-offer = Non ha la password sotto mano? Mandiamo un link al suo indirizzo e-mail, e con quello accede.
sign-in-ask = Mandatemi un link
sign-in-asked = Se c’è un account con questo indirizzo e-mail, un link è in arrivo.
sign-in-asked-hint = Vale una volta, per 15 minuti. Se non arriva niente, guardi nella posta indesiderata e controlli l’indirizzo.
sign-in-ready = Questo link la fa accedere su questo dispositivo. Vale una volta.
sign-in-over = Questo link è già stato usato, o ha più di 15 minuti. Ne chieda uno nuovo.
sign-in-back = Torna all’accesso

sessions-link = Dove ha fatto l’accesso
sessions-title = Dove ha fatto l’accesso
sessions-lead = Se non ne riconosce uno, lo disconnetta.
sessions-unknown = Un dispositivo sconosciuto
sessions-began = Accesso: { $when }
sessions-used = Ultimo uso: { $when }
sessions-this = Lei ora è qui.
sessions-end = Disconnetti
sessions-end-others = Disconnetti tutti gli altri
sessions-ended = Disconnesso.

passkey-login = Accedi con una passkey
passkey-login-failed = Non ha funzionato: la passkey qui non è conosciuta, o ci è voluto troppo tempo. Riprovi, o acceda in un altro modo.
passkeys-title = Passkey
passkeys-lead = Con una passkey accede con il dito, il viso o il codice del suo dispositivo, senza password. Tolga quelle che non conosce.
passkey-created = Aggiunta: { $when }
passkey-unused = Non ancora usata
passkey-remove = Togli
passkey-name = Come chiamarla
passkey-add = Aggiungi una passkey
passkey-add-failed = Non è stato aggiunto niente: il suo dispositivo non ha accettato, o ci è voluto troppo tempo. Riprovi.
passkey-known = Questo dispositivo ha già una passkey per il suo account.
passkey-full = Ha 20 passkey, e non possono essere di più. Ne tolga prima una.

orders-title = I suoi pacchi
orders-none = Al momento non c’è niente in viaggio verso di lei. Appena un pacco è annunciato, lo trova qui.
orders-today = Oggi
orders-coming = In viaggio
orders-done = Conclusi
orders-more = { $sender }, { $count ->
    [one] { $count } pacco
   *[other] { $count } pacchi
}
orders-together = Ordinati insieme: { $count ->
    [one] { $count } pacco
   *[other] { $count } pacchi
}
orders-map-open = Mappa aperta
orders-follow = Segui la consegna
orders-also = Arriva insieme:
orders-when = { $day }, { $window }
orders-by = Lo porta { $operator }
orders-status-only = { $carrier }, solo stato
orders-for-others = Ordinati per qualcun altro
orders-for-others-note = Di questi vede lo stato e il giorno. Il resto è per chi li riceve.
orders-bought-in-transit = In viaggio
orders-bought-pickup = Pronto per il ritiro
orders-day-unknown = Giorno non ancora noto
orders-status-only-note = «Solo stato»: lo porta un altro corriere, che ci dice alcune volte al giorno dov’è. Per questo non c’è mappa.
orders-gift = Una sorpresa per lei
orders-sender-status = { $sender }. { $status }

notices-title = Di che cosa possiamo avvisarla?
notices-hint = Per e-mail. Mandiamo solo quello che ha chiesto.
notices-map-open = Quando si apre la mappa
notices-delivered = Quando è consegnato
notices-failed = Quando non è stato possibile consegnarlo
notices-save = Salva
notices-saved = Salvato.
notices-announced = Quando un pacco viene annunciato
notices-out = Quando è in consegna
notices-next = Quando tocca a Lei
notices-delayed = Quando arriva più tardi
notices-all = Anche su questo dispositivo, e tutte le scelte
notices-table = Che cosa e come
notices-email = E-mail
notices-push = Dispositivo
notices-sms = SMS
notices-lead = Inviamo solo ciò che ha chiesto. Nessun messaggio contiene un indirizzo o un codice, e nessuno Le chiede qualcosa.
notices-most = Un dispositivo riceve al massimo tre avvisi per pacco: uno all’inizio, uno quando è vicino o in ritardo, e com’è andata. Le e-mail arrivano tutte.
notices-sms-number = Gli SMS arrivano al Suo numero che finisce con { $end }.
quiet-title = Ore di silenzio
quiet-lead = In mezzo non arriva nulla. Ciò che dopo conta ancora arriva allora. Lasci vuoti entrambi per non averne.
quiet-from = Dalle
quiet-until = Alle
push-title = Sui Suoi dispositivi
push-lead = Una notifica sullo schermo, anche quando questa pagina è chiusa.
push-offer = Se accetta, il Suo browser chiede una volta se può. Saprà quando si apre la mappa, quando un pacco arriva più tardi e com’è finita; qui sopra può cambiarlo.
push-turn-on = Avvisami su questo dispositivo
push-on = Questo dispositivo riceve avvisi.
push-denied = Questo browser non deve mostrare notifiche di questa pagina. Le permetta nelle sue impostazioni per questo sito, poi torni qui.
push-unsupported = Questo browser non può mostrare notifiche di una pagina. L’e-mail funziona ovunque.
push-home-screen = Su iPhone o iPad metta prima questa pagina nella schermata Home: tocchi Condividi, poi «Aggiungi alla schermata Home». La apra da lì e torni qui.
push-failed = Non ha funzionato. Non è cambiato nulla; riprovi tra un momento.
push-full = Dieci dispositivi ricevono già avvisi. Prima ne tolga uno.
push-none = Nessun dispositivo riceve avvisi.
push-remove = Togli
push-unknown = Un browser
push-since = Dal: { $when }
ntfy-title = Con ntfy
ntfy-lead = ntfy è un’app per telefono e computer che mostra messaggi. Lei riceve un argomento tutto suo e vi si abbona lì.
ntfy-privacy = Chi conosce l’argomento può leggere i suoi messaggi, e così chi gestisce il server ntfy; non contengono né indirizzi né codici.
ntfy-server = Server
ntfy-make = Crea un argomento
ntfy-how = Apra l’indirizzo, oppure aggiunga un abbonamento nell’app ntfy: argomento { $topic }, server { $server }.
ntfy-full = Ha già tre argomenti. Ne tolga prima uno.
ntfy-gone = Questo server non si usa più, quindi non vi si invia nulla.
home-title = In Home Assistant
home-lead = Home Assistant mostra quando arriva il suo prossimo pacco: a che punto è, la fascia oraria e quante fermate ci sono prima di lei.
home-privacy = Chi conosce la sua chiave può leggerlo, e così chi gestisce il broker; non ci sono indirizzi, codici né mappe.
home-turn-on = Attiva
home-turn-off = Disattiva
home-broker = Broker
home-client = ID client, che è la sua chiave
home-prefix = Prefisso di rilevamento
home-hint = Inserisca questi dati nelle impostazioni MQTT di Home Assistant. La documentazione del gestore spiega come collegare un broker proprio.
home-none = Non c’è nulla in arrivo.
home-status = Prossimo pacco
home-from = Inizio della fascia
home-until = Fine della fascia
home-stops = Fermate prima di lei
home-count = Pacchi in arrivo
orders-short = Pacchi

calendar-link = Pacchi nel suo calendario
calendar-title = Pacchi nel suo calendario
calendar-lead = Il suo calendario mostra quando arriva un pacco, e la voce si restringe con la fascia oraria. Riceve un indirizzo da aggiungere lì come abbonamento.
calendar-make = Crea un indirizzo
calendar-address = Il suo indirizzo
calendar-address-hint = Si mostra solo questa volta. Lo copi e lo aggiunga nel calendario come calendario da internet.
calendar-made = Creato: { $when }
calendar-read = Ultima lettura: { $when }
calendar-renew = Crea un nuovo indirizzo
calendar-renew-hint = Quello attuale finisce con esso.
calendar-end = Termina
calendar-ended = Terminato. L’indirizzo non apre più niente.
calendar-privacy = Chi conosce l’indirizzo vede quando arrivano i suoi pacchi e chi li manda, anche il servizio che tiene il suo calendario. Non contiene il suo recapito né codici, e per regali e pacchi riservati nessun mittente.
calendar-back = Vai ai suoi pacchi
calendar-name = Pacchi, { $operator }
calendar-parcel = Pacco
calendar-parcel-from = Pacco da { $sender }
calendar-as-of = Ultime notizie: { $when }

sharing-link = Avvisa un vicino
sharing-title = Avvisa un vicino
sharing-lead = Riceve un link da passare. Chi lo apre vede quando arriva il pacco, e nient’altro: né mappa, né fermate, né mittente. Finisce con il giorno della consegna.
sharing-window = Vedere quando arriva
sharing-accept = Vedere quando arriva e ritirarlo per me
sharing-name = Come chiama questa persona
sharing-name-hint = Chi consegna vede questo nome alla sua porta, se il pacco può essere ritirato per lei. Al massimo 140 caratteri.
sharing-name-long = Il nome è troppo lungo: al massimo 140 caratteri.
sharing-give = Crea un link
sharing-given = Il suo link
sharing-given-hint = Si mostra solo questa volta. Lo copi e lo passi.
sharing-until = Vale fino a: { $when }
sharing-ended = Finito: { $when }
sharing-opened = { $count ->
    [0] Non ancora aperto
    [one] Aperto una volta
   *[other] Aperto { $count } volte
}
sharing-take-back = Ritira
sharing-taken-back = Ritirato. Il link non apre più niente.
sharing-too-many = Per questo pacco ci sono già dieci link. Ne ritiri uno.
sharing-not-possible = Questo pacco non si può condividere.
sharing-back = Torna al pacco
share-title = Un pacco nel suo vicinato
share-over = Non c’è più niente da aspettare.
share-unknown = Non si sa ancora quando arriva.
share-may-accept = Le è stato chiesto di ritirarlo. Lo dica alla porta.
share-seen = Chi le ha dato questo link vede quando viene aperto.
share-until = Vale fino a: { $when }
