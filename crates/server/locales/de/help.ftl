# Wann es eine Karte gibt, und warum nicht.
help-title = Wann gibt es eine Live-Karte?
help-lead = Wenn der Wagen in Ihrer Nähe ist, und nur für Ihr eigenes Paket.
help-near-title = Sie öffnet sich, wenn der Wagen nah ist
help-near-text = Wenige Stopps oder Minuten vor Ihnen. Vorher würde sie wenig sagen: Die Reihenfolge ändert sich noch, und das Zeitfenster sagt mehr.
help-why-title = Warum gibt es gerade keine?
help-why-text = Den Grund nennt immer die Seite zum Paket. Das sind alle:
help-see-title = Was sehe ich?
help-see-text = Den Wagen, Ihre eigene Tür, und wie viele Stopps vor Ihnen liegen. Der Punkt des Wagens trägt sein Alter und seine Genauigkeit. Bleibt der Wagen eine Weile stumm, verblasst er, statt stehen zu bleiben.
help-hidden-title = Was sieht niemand?
help-hidden-text = Türen, Adressen und Namen anderer Leute. Wer fährt, ist nur während der Tour zu sehen, und nur in der Nähe eines Stopps, der Ihrer ist.
help-kept-text = Was wir zu Ihrem Paket aufheben, sehen nur Sie und Ihr Zustelldienst. Die Orte des Wagens werden nach Ablauf der Frist für den Tag der Tour gelöscht; keine Werbung, keine Skripte anderer Firmen, und die einzigen Cookies sind Ihre Anmeldung und Ihre Sprache.
help-sure-title = Wie entsteht das Zeitfenster?
help-sure-text = Aus den geplanten Fahrzeiten, der Arbeit an jedem Stopp und dem wirklichen Verlauf der Tour. Verschiebt es sich, steht auf der Seite warum.
help-safe-title = Ich bin nicht zu Hause
help-safe-text = Nennen Sie auf der Seite zum Paket einen Ablageort, bis der Wagen vor Ihrer Tür steht. Im Wagen ist er sofort bekannt.
help-script-title = Ohne JavaScript
help-script-text = Alle Worte, Zeiten und Formulare gehen. Die Seite erneuert sich jede Minute; nur die bewegte Karte fehlt.
