# La pagina del pacco, nell’ordine in cui si legge.
kicker-arrives = Arriva { $day } tra le
kicker-arrives-about = Arriva { $day } verso le
kicker-planned = Previsto { $day } tra le
kicker-planned-about = Previsto { $day } verso le
hero-and = e le

stops-before = { $count ->
    [0] La prossima fermata è la sua
    [one] Ancora { $count } fermata prima di lei
   *[other] Ancora { $count } fermate prima di lei
}
stops-before-some = Ancora alcune fermate prima di lei
stops-before-between = Da { $fewest } a { $most } fermate prima di lei
stops-before-at-most = { $count ->
    [one] Al massimo { $count } fermata prima di lei
   *[other] Al massimo { $count } fermate prima di lei
}
stops-before-at-least = { $count ->
    [one] Almeno { $count } fermata prima di lei
   *[other] Almeno { $count } fermate prima di lei
}
at-your-door = Ora alla sua porta
previously = Prima:
out-for-delivery = In consegna.
on-the-van = Nel furgone. Il giro non è ancora iniziato.
on-a-break = Pausa. La sua fascia oraria non cambia.
signal-lost = Nessun segnale da un po’. Vale la fascia prevista.
planned-today = Previsto per oggi. Non c’è un orario in diretta.
status-from = { $carrier } porta questo pacco. Ultime notizie: { $time }.
status-unknown-age = { $carrier } porta questo pacco. Niente mappa, solo lo stato.

flag-delivered = Consegnato
flag-failed = Non consegnato
flag-pickup = Pronto per il ritiro
flag-later = { $span } più tardi
flag-earlier = { $span } prima
flag-delayed = Più tardi del previsto
flag-held = Fermo
flag-returned = Torna indietro
flag-cancelled = Annullato
flag-break = Pausa
flag-signal-lost = Nessun segnale
flag-gift = Una sorpresa per lei
flag-confidential = Riservato
flag-high-value = Con il suo codice
flag-status-only = Solo stato

status-pre-transit = Annunciato da { $sender }
status-pre-transit-plain = Annunciato
status-in-transit = In viaggio verso di lei
status-in-transit-to-point = In viaggio verso il punto di ritiro
status-out-for-delivery = In consegna
status-delivered = Consegnato
status-available-for-pickup = La aspetta al punto di ritiro
status-attempted = Non siamo riusciti a consegnarlo
status-attempted-elsewhere = Non è stato possibile consegnarlo
status-delayed = Più tardi del previsto
status-on-hold = Fermo per ora
status-returned = Torna al mittente
status-cancelled = Questo pacco non arriverà
status-unknown = Ancora nessuna notizia
status-pre-transit-more = Non è ancora da noi.
status-in-transit-more = È in viaggio verso il deposito vicino a lei.
status-delayed-more = Appena sappiamo un nuovo orario, lo trova qui.
status-on-hold-more = Aspetta lungo la strada, per esempio alla dogana. Poi riparte da sé.
status-returned-more = Il mittente può dirle perché.
status-cancelled-more = Il mittente può dirle perché.
status-unknown-more = Appena ce ne sono, le trova qui.
planned-for = Previsto: { $when }

outcome-delivered-to-recipient = Consegnato a mano
outcome-delivered-to-neighbour = Dai suoi vicini
outcome-delivered-to-safe-place = Nel posto che ha scelto
outcome-delivered-to-safe-place-at = Nel posto che ha scelto: { $place }
outcome-delivered-to-mailbox = Nella sua cassetta delle lettere
outcome-delivered-to-pickup-point = Al punto di ritiro
outcome-at-pickup-point = Pronto per il ritiro: { $name }
outcome-failed-not-home = Non ha aperto nessuno
outcome-failed-refused = Non è stato accettato
outcome-failed-address-not-found = Non abbiamo trovato l’indirizzo
outcome-failed-no-access = Non siamo riusciti ad arrivare alla porta
outcome-failed-no-time = Il giro è finito prima di arrivare da lei
outcome-failed-damaged = Il pacco è danneggiato
outcome-failed-missing = Il pacco non era nel furgone
outcome-failed-verification = Il codice o il documento non corrispondeva
outcome-failed-other = Non siamo riusciti a consegnarlo
outcome-at = { $when }
outcome-inside = { $when }, nella fascia promessa.

# La mappa, o perché non c’è.
map-label = Mappa: dov’è il furgone, e la sua porta
map-your-door = La sua porta
map-here = Qui alle { $time }, con uno scarto di { $accuracy }
map-about = Circa qui, con uno scarto di { $accuracy } · visto alle { $time }
map-about-distance = Il furgone ora è a circa { $distance } dalla sua porta; è stato visto l’ultima volta alle { $time }.
map-about-no-script = Il furgone ora è a circa { $distance } dalla sua porta; è stato visto l’ultima volta alle { $time }. La mappa in movimento ha bisogno di JavaScript; questa pagina si rinnova ogni minuto.
map-no-script = Il furgone era a { $distance } dalla sua porta alle { $time }. La mappa in movimento ha bisogno di JavaScript; questa pagina si rinnova ogni minuto.
map-no-door = L’ultimo segnale del furgone è delle { $time }. La mappa in movimento ha bisogno di JavaScript; questa pagina si rinnova ogni minuto.
map-distance = Il furgone era a { $distance } dalla sua porta alle { $time }.
map-unavailable = Questo dispositivo non può disegnare la mappa. Tutto ciò che mostra è anche scritto qui.
map-larger = Ingrandisci la mappa
map-smaller = Rimpicciolisci la mappa
map-recentre = Mostra furgone e porta

hidden-not-delivery-day-title = La mappa si apre il giorno della consegna
hidden-not-delivery-day-text = Quel giorno, quando il furgone sarà vicino, potrà seguirlo qui.
hidden-tour-not-started-title = Il giro non è ancora iniziato
hidden-tour-not-started-text = Quando il furgone sarà vicino a lei, la mappa si aprirà qui.
hidden-too-far-title = La mappa si apre più tardi
hidden-too-far-text = Quando mancano poche fermate prima di lei. Fino ad allora la fascia oraria dice più di un punto lontano.
hidden-low-confidence-title = Al momento non è abbastanza sicuro per la mappa
hidden-low-confidence-text = Il furgone si discosta dal piano. Appena l’ordine delle fermate è di nuovo certo, la mappa torna.
hidden-driver-break-title = Pausa
hidden-driver-break-text = Nel frattempo la mappa resta chiusa. La sua fascia oraria non cambia.
hidden-position-stale-title = Nessun segnale dal furgone
hidden-position-stale-text = Non mostriamo un posto che forse non è più vero. Vale la fascia prevista.
hidden-position-doubtful-title = Al momento non è certo dove sia il furgone
hidden-position-doubtful-text = Le sue posizioni si contraddicono, quindi non ne mostriamo nessuna. L’orario non cambia.
hidden-place-unknown-title = Il suo indirizzo non è ancora sulla nostra mappa
hidden-place-unknown-text = Il suo pacco è previsto lo stesso. Finché non sappiamo dov’è la sua porta, non ci sono né mappa, né numero di fermate, né orario in diretta.
hidden-sender-disabled-title = Nessuna mappa in diretta per questo pacco
hidden-sender-disabled-text = Il mittente non la offre. La fascia oraria vale come sempre.
hidden-gift-title = Non si sbircia
hidden-gift-text = Questo pacco è una sorpresa. Perciò qui non ci sono né mappa, né numero di fermate, né mittente. L’orario e le scelte sono quelli di sempre.
hidden-confidential-title = Riservato
hidden-confidential-text = Di questo pacco mostriamo solo l’orario.
hidden-high-value-title = Si consegna con il suo codice
hidden-high-value-text = Dei pacchi di valore mostriamo solo l’orario e, il giorno della consegna, il suo codice per la porta.
door-code = Il suo codice
door-code-text = Lo dica alla porta, e a nessuno prima: né al telefono né in un messaggio.
door-code-told = Il suo codice è arrivato.
door-code-locked = È stato scritto troppe volte un codice sbagliato, quindi questo non vale più. Il suo corriere può farne uno nuovo; comparirà subito qui.
hidden-driver-hidden-title = La mappa per ora è chiusa
hidden-driver-hidden-text = Chi guida può chiuderla in ogni momento. Il suo pacco è ancora in viaggio e la sua fascia oraria non cambia.
hidden-delivered-title = Il viaggio è finito
hidden-delivered-text = La mappa si chiude quando il viaggio del pacco è finito.
hidden-link-expired-title = Questo link è scaduto
hidden-link-expired-text = Il mittente può mandarne uno nuovo.
hidden-outside-area-title = Nessuna mappa in diretta nella sua zona
hidden-outside-area-text = La sua fascia oraria vale, e quello che succede lo trova qui come sempre.
hidden-other-carrier-title = Solo stato
hidden-other-carrier-text = Questo pacco lo porta un altro corriere, che ci dice alcune volte al giorno dov’è. Per questo non c’è mappa.
why-no-map = Quando c’è una mappa?
day-bar-window = La sua fascia
day-bar-new-window = Nuova
tell-me = Avvisami quando si apre
told-already = Le scriviamo quando si apre.
stage-delivered-label = Una porta di casa chiusa
stage-left-label = Il pacco accanto a una porta di casa chiusa
photo-door = Foto della consegna: il suo pacco alla porta
photo-safe-place = Foto della consegna: il suo pacco nel posto scelto
photo-mailbox = Foto della consegna: il suo pacco alla cassetta delle lettere
photo-neighbour = Foto della consegna: il suo pacco dai suoi vicini
photo-taken = Foto della consegna, { $time }
stage-failed-title = Cosa succede adesso
stage-failed-text = Il pacco torna al deposito con il furgone. Il prossimo tentativo lo trova qui appena è previsto.

# Che cosa si può fare.
choices-title = Non è in casa?
choices-until = Può cambiarlo finché il furgone non è davanti alla sua porta.
choices-closed = Non si può più cambiare: il furgone è quasi arrivato.
choices-safe-place = Scegli un posto sicuro
choices-chosen = Il posto che ha scelto
choices-told = Viene comunicato a chi consegna.
choices-where = Dove possiamo lasciarlo?
choices-note = Qualche parola per la consegna
choices-note-hint = Per esempio «dietro i bidoni». Al massimo 140 caratteri; si cancellano il giorno dopo la consegna.
choices-place-needed = Scelga dove.
choices-note-needed = Dica in poche parole dov’è.
choices-save = Lasciatelo lì
choices-withdraw = Sono a casa: consegnatelo a me
choices-chosen-neighbour = Dai suoi vicini
choices-seen = Chi consegna l’ha visto alle { $time }.
choices-locked = Il mittente non lo permette per questo pacco.
choices-too-long = È troppo lungo: al massimo { $limit } caratteri.
choices-name-needed = Dica da chi.
choices-holds-code = Niente codici, per favore: queste parole si leggono in strada.
choices-changed-meanwhile = È cambiato nel frattempo, forse in un’altra finestra. Ciò che vale ora è scritto sopra. Invii di nuovo il suo se lo vuole ancora.
choices-typed = Ha scritto: { $text }
choices-home-soon = Sono a casa fra 10 minuti
choices-later = Più tardi in questo giro
choices-not-before = Il furgone arriva dopo le { $time }.
choices-does-not-fit = Non entra più in questo giro. La sua fascia oraria resta.
choices-neighbour = Lasciarlo a un vicino
choices-neighbour-name = Il suo nome
choices-neighbour-house = La sua casa o il suo appartamento, a parole
choices-neighbour-hint = Per esempio «n. 7, a sinistra». Entrambi si cancellano il giorno dopo la consegna.
choices-neighbour-save = Lasciarlo lì
choices-until-start = Si può cambiare fino alla partenza del giro.
choices-day = Un altro giorno
choices-day-which = In che giorno deve arrivare?
choices-day-needed = Scelga uno di questi giorni.
choices-day-save = Consegnare quel giorno
choices-day-chosen = La Sua scelta: { $day }
choices-pickup = Ritirarlo di persona
choices-pickup-where = Dove lo ritirerà?
choices-point = Il Suo punto di ritiro
choices-point-needed = Scelga uno di questi punti di ritiro.
choices-pickup-save = Lasciarlo lì
choices-to-the-door = Portarlo comunque alla mia porta
mark-title = Mostrare il posto al corriere
mark-stands = Segnato per il corriere
mark-needs-script = Per mostrare il posto il browser deve eseguire script. Bastano anche le parole.
mark-photo = Una foto del posto
mark-sending = Invio della foto…
mark-photo-kind = Questa foto non si può leggere. Vanno bene JPEG, PNG e WebP.
mark-photo-large = La foto è troppo grande: al massimo 2 MB.
mark-failed = Non è stato possibile inviare la foto. Riprovi.
mark-map = Mappa del posto
mark-pin = Il Suo segno: lo sposti con il dito o con le frecce
mark-recentre = Torna alla Sua porta
mark-pin-set = Il segno è posto. Lo salvi per mostrarlo al corriere.
mark-open-map = Segnarlo sulla mappa
mark-no-pin = Nessun segno
mark-hint = Lo vede solo chi porta il pacco; viene cancellato il giorno dopo la consegna.
mark-save = Mostrare questo
mark-remove = Togliere foto e segno
mark-photo-of = Foto del posto scelto
mark-too-far = È troppo lontano dalla Sua porta: al massimo 250 m.
mark-photo-gone = Questa foto non c’è più. La scelga di nuovo.
choices-access = Campanello, piano, accesso
access-bell = Campanello «{ $name }»
access-at-floor = Piano: { $floor }
access-doorbell = Nome sul campanello
access-floor = Piano
access-way = Che cos’altro aiuta a trovare la sua porta
access-hint = Per esempio «attraverso il cortile». Niente codici: queste parole si leggono in strada. Si cancellano il giorno dopo la consegna.
access-save = Comunicarlo
safe-place-front-porch = Davanti alla porta
safe-place-rear-porch = Dietro la casa
safe-place-garage = Nel garage
safe-place-shed = Nel capanno
safe-place-mailbox = Nella cassetta delle lettere
safe-place-reception = In portineria
safe-place-other = Da un’altra parte

# Che cosa si può dire quando è finita.
rating-title = Com’è andata la consegna?
rating-hint = La sua valutazione va al corriere. Chi guida non la vede.
rating-given = Ha dato { $score } su 5.
rating-until = Modificabile fino a: { $until }
rating-legend = La sua valutazione
rating-1 = Molto male
rating-2 = Male
rating-3 = Così così
rating-4 = Bene
rating-5 = Molto bene
rating-comment = Qualche parola, se vuole
rating-comment-hint = Al massimo 500 caratteri. Vengono cancellate con i dati di questo pacco.
rating-save = Invia la valutazione
rating-change = Cambia la valutazione
rating-needed = Scelga un numero da 1 a 5.
rating-closed = Questa consegna non si può più valutare.

# Che cosa si può segnalare di un tentativo.
witness-noted = Annotato alla guida: { $time }.
witness-none = Di più non si sa.
witness-not-seen = Nei dieci minuti precedenti il veicolo non è stato visto entro { $distance } dalla porta.
witness-near = Nei dieci minuti precedenti il veicolo è stato visto entro { $distance } dalla porta.
witness-stayed-0 = È rimasto lì meno di un minuto, per quanto si è visto.
witness-stayed-1 = È rimasto lì un minuto o più.
witness-stayed-2 = È rimasto lì due minuti o più.
witness-exact = La posizione era esatta a circa { $distance }.
witness-rough = La posizione era imprecisa.
witness-photo = È stata scattata una foto.
witness-no-photo = Non è stata scattata nessuna foto.
report-title-nobody-came = Non è venuto nessuno?
report-title-not-received = Non ricevuto?
report-known = Questo è ciò che si sa, Lei come il corriere:
report-hint = Il corriere risponde qui.
report-until = Possibile fino a: { $until }
report-nobody-came = Non è venuto nessuno
report-not-received = Non l’ho ricevuto
report-given-nobody-came = Segnalato, { $time }: non è venuto nessuno
report-given-not-received = Segnalato, { $time }: non ricevuto
report-open = Ancora senza risposta.
report-answered = Risposta del corriere, { $time }
report-closed = Ora non si può segnalare.

# Che cosa è cambiato, e il viaggio fin qui.
changes-title = Che cosa è cambiato
happened-title = Che cosa è successo
because-tour-started = Il suo pacco è nel furgone e il giro è iniziato.
because-stops-added-before = { $count ->
    [one] Si è aggiunta { $count } fermata prima di lei.
   *[other] Si sono aggiunte { $count } fermate prima di lei.
}
because-stops-dropped-before = { $count ->
    [one] È saltata { $count } fermata prima di lei.
   *[other] Sono saltate { $count } fermate prima di lei.
}
because-resequenced = L’ordine delle fermate è cambiato.
because-driver-chose-another-order = Le fermate si fanno in un altro ordine.
because-break-begun = È iniziata una pausa.
because-break-ended = La pausa è finita.
because-handed-over = Il giro lo continua un’altra persona.
because-signal-lost = Da allora nessun segnale dal furgone.
because-instruction-given = Nel furgone si sa che cosa fare del suo pacco.
because-instruction-withdrawn = Nel furgone si sa che lo prende di persona.
because-put-later = Ha chiesto di passare più tardi.
because-stop-skipped = Per ora la sua fermata è stata rimandata.
carrier-said-title = Che cosa dice { $carrier }
carrier-said-something = Notizie
steps-title = Il viaggio fin qui
step-announced = Annunciato
step-announced-by = Annunciato da { $sender }
step-in-transit = In viaggio verso il deposito
step-out = In consegna
step-map = La mappa si apre
step-door = Alla sua porta

# Quanto è sicuro.
sure-title = Quanto è sicuro?
sure-confidence = Su 100 fasce come questa contiamo di rispettarne { $percent }. Si restringe man mano che il furgone si avvicina; se deve spostarsi, questa pagina dice perché.
sure-kept = Nella sua zona, nelle ultime quattro settimane, sono state rispettate { $kept } fasce su 5.
sure-planned = Questa è la fascia prevista. Appena il giro è in corso, si ricalcola da dove il furgone è davvero.
sure-exact = Il punto è il posto che segnala l’apparecchio del furgone, con uno scarto di circa { $accuracy }. Non è né arrotondato né anticipato, e le fermate possono ancora cambiare.
sure-glide = Il punto è giusto quando il furgone passa in luoghi fissi delle strade; tra l’uno e l’altro si muove come previsto, con uno scarto di circa { $accuracy }. Così nessuno vede a quali porte si ferma. Vicino alla sua porta è esatto.
sure-updated = Ultime notizie: { $when }.

# Il pacco.
parcel-title = Il suo pacco
parcel-from = Da
parcel-number = Numero
parcel-by = Lo porta
parcel-number-there = Numero presso { $carrier }
parcel-follow-there = Seguirlo presso { $carrier }
parcel-driver = Alla guida
parcel-safe-place = Posto scelto
foot-closes = La sua mappa si chiude quando il pacco è consegnato.
foot-fast = L’orologio di questo server va { $speed } volte più veloce di quello del mondo.
embed-more = Altro su { $operator }
