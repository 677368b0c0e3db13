# Was anders heißt, wo der Betrieb „du“ sagt. Alles Übrige steht in „de“.
nav-orders = Deine Pakete

offline = Du bist offline. Stand { $time }.

error-ended-text = Er ist abgelaufen oder wurde zurückgenommen. Frag nach einem neuen.
error-denied-text = Melde dich mit einem anderen Konto an, um sie zu sehen.
error-refused-text = Vielleicht kam es von einer fremden Seite, oder inzwischen hat sich etwas geändert. Geh zurück und versuch es noch einmal.
error-busy-text = Von hier kamen zu viele Anfragen. Warte eine Minute, dann noch einmal.
error-failed-text = Der Fehler liegt bei uns. Nichts wurde geändert. Versuch es gleich noch einmal.
error-home = Zu deinen Paketen
