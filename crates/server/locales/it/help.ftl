# Quando c’è una mappa, e perché no.
help-title = Quando c’è una mappa in diretta?
help-lead = Quando il furgone è vicino a lei, e solo per il suo pacco.
help-near-title = Si apre quando il furgone è vicino
help-near-text = Poche fermate o minuti prima di lei. Prima direbbe poco: l’ordine delle fermate cambia ancora, e la fascia oraria dice di più.
help-why-title = Perché adesso non c’è?
help-why-text = La pagina del pacco dice sempre il motivo. Eccoli tutti:
help-see-title = Che cosa vedo?
help-see-text = Il furgone, la sua porta, e quante fermate ci sono prima di lei. Il punto del furgone porta la sua età e la sua precisione. Se per un po’ non dà segno, sbiadisce invece di restare fermo.
help-hidden-title = Che cosa non vede nessuno?
help-hidden-text = Le porte, gli indirizzi e i nomi degli altri. Chi guida si vede solo durante il suo giro, e solo vicino a una fermata che è la sua.
help-kept-text = Quello che conserviamo del suo pacco lo vedete solo lei e il suo corriere. Le posizioni del furgone si cancellano quando scade il termine del giorno del giro; niente pubblicità, niente script di altre aziende, e gli unici cookie sono il suo accesso e la sua lingua.
help-sure-title = Come si calcola la fascia oraria?
help-sure-text = Dai tempi di viaggio previsti, dal lavoro a ogni fermata, e da come va davvero il giro. Se si sposta, la pagina dice perché.
help-safe-title = Non sono in casa
help-safe-text = Scelga un posto sicuro sulla pagina del pacco, finché il furgone non è davanti alla sua porta. Nel furgone si sa subito.
help-script-title = Senza JavaScript
help-script-text = Tutte le parole, gli orari e i moduli funzionano. La pagina si rinnova ogni minuto; manca solo la mappa in movimento.
