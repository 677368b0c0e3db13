# E-mails. No address, no sender, no content: a mail is read by whoever passes the screen.
mail-map-open-subject = { $operator }: your map is open
mail-map-open-text = Your delivery is near. From now on you can see the van on the map, and how many stops are before you.
mail-delivered-subject = { $operator }: your parcel was delivered
mail-delivered-text = Your parcel was delivered. Where and when stands on its page.
mail-failed-subject = { $operator }: we could not hand over your parcel
mail-failed-text = We could not hand over your parcel. Why, and what happens now, stands on its page.
mail-gift = It is a surprise, so more does not stand here.
mail-link = Its page: { $link }
mail-no-link = You find its page under “Your parcels”.
mail-why = You get this e-mail because you asked { $operator } for it. On the parcel’s page you can change that. We never ask for anything by e-mail.
mail-sign-in-subject = { $operator }: your link to log in
mail-sign-in-text = With this link you log in. It works once, within 15 minutes:
mail-sign-in-why = You get this e-mail because someone, probably you, asked { $operator } for it on the login page. If it was not you, do nothing: without this link nobody gets in.
