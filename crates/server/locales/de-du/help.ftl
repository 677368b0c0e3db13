# Die Hilfe, wo der Betrieb „du“ sagt.
help-lead = Wenn der Wagen in deiner Nähe ist, und nur für dein eigenes Paket.
help-near-text = Wenige Stopps oder Minuten vor dir. Vorher würde sie wenig sagen: Die Reihenfolge ändert sich noch, und das Zeitfenster sagt mehr.
help-see-text = Den Wagen, deine eigene Tür, und wie viele Stopps vor dir liegen. Der Punkt des Wagens trägt sein Alter und seine Genauigkeit. Bleibt der Wagen eine Weile stumm, verblasst er, statt stehen zu bleiben.
help-hidden-text = Türen, Adressen und Namen anderer Leute. Wer fährt, ist nur während der Tour zu sehen, und nur in der Nähe eines Stopps, der deiner ist.
help-kept-text = Was wir zu deinem Paket aufheben, sehen nur du und dein Zustelldienst. Die Orte des Wagens werden nach Ablauf der Frist für den Tag der Tour gelöscht; keine Werbung, keine Skripte anderer Firmen, und die einzigen Cookies sind deine Anmeldung und deine Sprache.
help-safe-text = Nenne auf der Seite zum Paket einen Ablageort, bis der Wagen vor deiner Tür steht. Im Wagen ist er sofort bekannt.
