# Logging in, the overview, and what one wants to be told.
login-title = Log in
login-lead = See where your parcels are, and when they come.
login-email = E-mail address
login-password = Password
login-button = Log in
login-failed = This e-mail address and password do not fit together.
login-wait = Too many tries. Wait a minute, then try again.
login-provider = Log in with { $name }
login-provider-failed = Logging in there did not work. Try it again, or log in another way.
login-provider-no-account = There is no account here with your e-mail address there.

sign-in-title = Log in by e-mail
sign-in-offer = No password at hand? We send a link to your e-mail address, and you log in with that.
sign-in-ask = Send me a link
sign-in-asked = If there is an account with this e-mail address, a link is on its way to it.
sign-in-asked-hint = It works once, within 15 minutes. If nothing comes, look among the unwanted mail and check the address.
sign-in-ready = This link logs you in on this device. It works once.
sign-in-over = This link was used already, or is older than 15 minutes. Ask for a new one.
sign-in-back = To the login

sessions-link = Where you are logged in
sessions-title = Where you are logged in
sessions-lead = If you do not know one of these, log out there.
sessions-unknown = An unknown device
sessions-began = Logged in: { $when }
sessions-used = Last used: { $when }
sessions-this = This is where you are now.
sessions-end = Log out there
sessions-end-others = Log out everywhere else
sessions-ended = Logged out.

passkey-login = Log in with a passkey
passkey-login-failed = This did not work: the passkey is not known here, or it took too long. Try it again, or log in another way.
passkeys-title = Passkeys
passkeys-lead = With a passkey you log in by your finger, your face or the code of your device, and need no password. Remove those that you do not know.
passkey-created = Added: { $when }
passkey-unused = Not used yet
passkey-remove = Remove
passkey-name = What to call it
passkey-add = Add a passkey
passkey-add-failed = Nothing was added: your device did not agree, or it took too long. Try it again.
passkey-known = This device has a passkey for your account already.
passkey-full = You have 20 passkeys, and there can be no more. Remove one first.

orders-title = Your parcels
orders-none = There is nothing on the way to you right now. As soon as a parcel is announced, it stands here.
orders-today = Today
orders-coming = On the way
orders-done = Done
orders-more = { $sender }, { $count ->
    [one] 1 parcel
   *[other] { $count } parcels
}
orders-together = Ordered together: { $count ->
    [one] 1 parcel
   *[other] { $count } parcels
}
orders-map-open = Map open
orders-follow = Track delivery
orders-also = Also comes with it:
orders-when = { $day }, { $window }
orders-by = Delivered by { $operator }
orders-status-only = { $carrier }, status only
orders-for-others = Ordered for someone else
orders-for-others-note = Of these you see how they stand and the day. More is for those who receive them.
orders-bought-in-transit = On its way
orders-bought-pickup = Ready to be picked up
orders-day-unknown = Day not known yet
orders-status-only-note = “Status only”: another carrier brings it and tells us where it is a few times a day. There is no map for it.
orders-gift = A surprise for you
orders-sender-status = { $sender }. { $status }

notices-title = What may we tell you?
notices-hint = By e-mail. Nothing is sent that you did not ask for.
notices-map-open = When the map opens
notices-delivered = When it is delivered
notices-failed = When it could not be delivered
notices-save = Save
notices-saved = Saved.
notices-announced = When a parcel is announced
notices-out = When it is out for delivery
notices-next = When you are next
notices-delayed = When it comes later
notices-all = On this device as well, and all choices
notices-table = What, and how
notices-email = E-mail
notices-push = Device
notices-sms = SMS
notices-lead = Nothing is sent that you did not ask for. No message holds an address or a code, and none asks you for anything.
notices-most = A device gets three messages about a parcel at most: an early one, one when it is near or late, and how it ended. All e-mails come.
notices-sms-number = SMS go to your number that ends in { $end }.
quiet-title = Quiet hours
quiet-lead = Nothing comes in between. What is still worth knowing afterwards comes then. Leave both empty for none.
quiet-from = From
quiet-until = Until
push-title = On your devices
push-lead = A notification on the screen, also when this page is closed.
push-offer = When you agree, your browser asks once whether it may. You are told when the map opens, when a parcel comes later, and how it ended; above you can change that.
push-turn-on = Notify me on this device
push-on = This device is notified.
push-denied = This browser was told not to show notifications of this page. Allow them in its settings for this site, then come back.
push-unsupported = This browser cannot show notifications of a page. E-mail works everywhere.
push-home-screen = On an iPhone or iPad, first put this page on the home screen: tap Share, then “Add to Home Screen”. Open it from there and come back here.
push-failed = That did not work. Nothing has changed; try again in a moment.
push-full = Ten devices are notified already. Remove one of them first.
push-none = No device is notified.
push-remove = Remove
push-unknown = A browser
push-since = Since { $when }
ntfy-title = By ntfy
ntfy-lead = ntfy is an app for phones and computers that shows messages. You get a topic of your own and subscribe to it there.
ntfy-privacy = Whoever knows the topic can read your messages, and so can whoever runs the ntfy server; no address and no code is in them.
ntfy-server = Server
ntfy-make = Make a topic
ntfy-how = Open the address, or add a subscription in the ntfy app: topic { $topic }, server { $server }.
ntfy-full = You have three topics. Remove one of them first.
ntfy-gone = This server is not used any more, so nothing is sent there.
home-title = In Home Assistant
home-lead = Home Assistant shows when your next parcel comes: how it stands, its window, and how many stops come before you.
home-privacy = Whoever knows your key can read that, and so can whoever runs the broker; no address, no code and no map is in it.
home-turn-on = Turn it on
home-turn-off = Turn it off
home-broker = Broker
home-client = Client ID, which is your key
home-prefix = Discovery prefix
home-hint = Type these into the MQTT settings of Home Assistant. Your operator’s documentation tells how to bridge a broker of your own.
home-none = Nothing is on its way.
home-status = Next parcel
home-from = Window begins
home-until = Window ends
home-stops = Stops before you
home-count = Parcels on their way
orders-short = Parcels

calendar-link = Parcels in your calendar
calendar-title = Parcels in your calendar
calendar-lead = Your calendar shows when a parcel comes, and the entry narrows as the window does. You get an address that you add there as a subscription.
calendar-make = Make an address
calendar-address = Your address
calendar-address-hint = It is shown this one time. Copy it, and add it in your calendar as a calendar from the internet.
calendar-made = Made: { $when }
calendar-read = Last read: { $when }
calendar-renew = Make a new address
calendar-renew-hint = The one that you have now ends with it.
calendar-end = End it
calendar-ended = Ended. The address opens nothing any more.
calendar-privacy = Whoever knows the address sees when your parcels come and who sends them, and so does the service that keeps your calendar. No address and no code is in it, and of gifts and confidential parcels no sender.
calendar-back = To your parcels
calendar-name = Parcels, { $operator }
calendar-parcel = Parcel
calendar-parcel-from = Parcel from { $sender }
calendar-as-of = As of: { $when }

sharing-link = Let a neighbour know
sharing-title = Let a neighbour know
sharing-lead = You get a link to hand on. Whoever opens it sees when the parcel comes, and nothing else: no map, no stops, no sender. It ends with the day of delivery.
sharing-window = See when it comes
sharing-accept = See when it comes, and take it in for me
sharing-name = What you call them
sharing-name-hint = The driver sees this name at your door, if the parcel may be taken in for you. At most 140 characters.
sharing-name-long = The name is too long: at most 140 characters.
sharing-give = Make a link
sharing-given = Your link
sharing-given-hint = It is shown this one time. Copy it and hand it on.
sharing-until = Works until: { $when }
sharing-ended = Ended: { $when }
sharing-opened = { $count ->
    [0] Not opened yet
    [one] Opened once
   *[other] Opened { $count } times
}
sharing-take-back = Take back
sharing-taken-back = Taken back. The link opens nothing any more.
sharing-too-many = There are ten links for this parcel already. Take one of them back.
sharing-not-possible = This parcel cannot be shared.
sharing-back = Back to the parcel
share-title = A parcel in your neighbourhood
share-over = There is nothing to wait for any more.
share-unknown = When it comes is not known yet.
share-may-accept = You have been asked to take it in. Tell the driver so at the door.
share-seen = Whoever gave you this link sees when it is opened.
share-until = It works until: { $when }
