# Wanneer er een kaart is, en waarom niet.
help-title = Wanneer is er een live kaart?
help-lead = Als de bus bij u in de buurt is, en alleen voor uw eigen pakket.
help-near-title = Ze gaat open als de bus dichtbij is
help-near-text = Enkele stops of minuten vóór u. Eerder zou ze weinig zeggen: de volgorde van de stops verandert nog, en het tijdvak zegt meer.
help-why-title = Waarom is er nu geen?
help-why-text = De pagina van het pakket noemt altijd de reden. Dit zijn ze allemaal:
help-see-title = Wat zie ik?
help-see-text = De bus, uw eigen deur, en hoeveel stops er vóór u zijn. De stip van de bus draagt zijn leeftijd en nauwkeurigheid. Als er een tijdje niets van hem gehoord wordt, vervaagt hij in plaats van stil te staan.
help-hidden-title = Wat ziet niemand?
help-hidden-text = Deuren, adressen en namen van anderen. Wie rijdt, is alleen tijdens de route te zien, en alleen in de buurt van een stop die van u is.
help-kept-text = Wat we van uw pakket bewaren, zien alleen u en uw bezorgdienst. De posities van de bus worden gewist als de termijn van de dag van de route voorbij is; geen reclame, geen scripts van andere bedrijven, en de enige cookies zijn uw inlog en uw taal.
help-sure-title = Hoe wordt het tijdvak berekend?
help-sure-text = Uit de geplande rijtijden, het werk bij elke stop, en hoe de route echt verloopt. Als het verschuift, zegt de pagina waarom.
help-safe-title = Ik ben niet thuis
help-safe-text = Kies op de pagina van het pakket een veilige plek, tot de bus voor uw deur staat. In de bus is het meteen bekend.
help-script-title = Zonder JavaScript
help-script-text = Alle woorden, tijden en formulieren werken. De pagina vernieuwt zich elke minuut; alleen de bewegende kaart ontbreekt.
