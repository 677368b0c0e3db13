# The driver's page. Its script reads this file as it is; every message has the prefix "driver-".
driver-title = Your tour
driver-needs-script = This page needs JavaScript: it keeps what you enter while there is no signal.

# Logging in.
driver-login-title = Log in for your tour
driver-code = One-time code
driver-code-hint = Your dispatcher gives it to you. It works once, within 15 minutes.
driver-login-button = Log in
driver-code-refused = This code does not work. Ask for a new one.
driver-login-wait = Too many tries. Wait a minute, then try again.
driver-login-offline = No signal. Logging in needs one.
driver-login-failed = That did not work. Try again in a moment.
driver-logout = Log out
driver-logout-waiting = { $count ->
    [one] 1 entry has not been sent yet. It stays on this phone until you log in again.
   *[other] { $count } entries have not been sent yet. They stay on this phone until you log in again.
}

# The tour as a whole.
driver-loading = Your tour is being fetched.
driver-no-tour-title = No tour for you today
driver-no-tour-text = As soon as one is planned, it stands here.
driver-stop-number = Stop { $number } of { $total }
driver-progress = { $done } of { $total } stops done
driver-as-of = As of { $time }
driver-start = Start the tour
driver-start-hint = From now on the people you come to next see where you are. Not in breaks, and not after the end.
driver-first-stop = First stop
driver-break = Break
driver-break-over = Go on
driver-break-title = Break
driver-break-since = Since { $time }. Your place is not sent, and nobody sees you.
driver-all-done-title = All stops are done
driver-all-done-text = End the tour once you are back.
driver-end = End the tour
driver-end-title = End the tour?
driver-end-open = { $count ->
    [0] All stops are done.
    [one] 1 stop is still open.
   *[other] { $count } stops are still open.
}
driver-end-text = Afterwards your place is no longer sent.
driver-ended-title = The tour is over
driver-ended-text = Your place is no longer sent.

# What waits, and who sees me.
driver-no-signal = No signal
driver-waiting = { $count ->
    [one] 1 waits for signal
   *[other] { $count } wait for signal
}
driver-sending = { $count ->
    [one] 1 is being sent
   *[other] { $count } are being sent
}
driver-all-sent = All sent
driver-refused = { $count ->
    [one] 1 entry was not taken
   *[other] { $count } entries were not taken
}
driver-refused-title = Not taken
driver-refused-known = Understood
driver-watchers = { $count ->
    [0] Nobody sees you right now
    [one] 1 person sees you
   *[other] { $count } people see you
}
driver-unseen = Nobody sees you
driver-map-hidden = You closed the map
driver-hide = Hide
driver-show = Show
driver-who-title = Who sees you
driver-who-hidden = Nobody sees you on it. Windows and numbers of stops go on, and for them your place is still sent.
driver-who-asking = This is being asked for.
driver-who-offline = No signal. What is kept and who looked is told as soon as there is one.
driver-kept-title = What is kept of you
driver-kept-tour-logs = Your places and entries on this tour
driver-kept-reports = How near you were to a door, in coarse steps, where its recipient reports that nobody came
driver-kept-audit = Who of the staff looked at them
driver-kept-none = Nothing today
driver-kept-until = Until { $day }
driver-kept-purpose = What for: { $purpose }
driver-kept-never = Your speed, and where you are in breaks and outside the tour, is not kept. How often you hide is not counted.
driver-looks-title = Who of the staff looked today
driver-looks-none = Nobody so far
driver-looker-account = { $name }
driver-looker-key = System “{ $name }”
driver-looker-command = Someone at the server
driver-place-off = This phone does not send your place.
driver-place-send = Send it
driver-place-denied = This browser may not know your place. Allow it in its settings.
driver-place-lost = Your place is not known right now.

# The next stop.
driver-parcels = { $count ->
    [one] 1 parcel
   *[other] { $count } parcels
}
driver-parcels-chosen = { $chosen } of { $count } parcels
driver-parcels-title = Parcels here
driver-parcels-hint = The next entry is for the ones with a tick.
driver-safe-place = Safe place
driver-to-pin = Show the way to the pin
driver-place-photo = Photo of the safe place
driver-not-before = Not before { $time }
driver-to-neighbour = To a neighbour
driver-in-person = In person
driver-bell = Bell “{ $name }”
driver-floor = Floor: { $floor }
driver-news-one = { $address }: { $what }
driver-news-many = { $count } recipients ask for something. It stands at each stop.
driver-news-heard = Understood
driver-for-one = For { $number }
driver-may-accept = May take it in: { $names }
driver-a-neighbour = a neighbour
driver-kind-gift = Gift
driver-kind-confidential = Confidential
driver-kind-high-value = In person only
driver-safe-place-front-porch = In front of the door
driver-safe-place-rear-porch = Behind the house
driver-safe-place-garage = In the garage
driver-safe-place-shed = In the shed
driver-safe-place-mailbox = In the mailbox
driver-safe-place-reception = At the reception
driver-safe-place-other = As agreed
driver-navigate = Navigate
driver-arrived = I am here
driver-here-since = Here since { $time }
driver-skip = Later
driver-then = Then
driver-list = All stops
driver-list-title = Your stops
driver-close = Close
driver-make-next = Do now

# What happened there.
driver-bar = What happened here
driver-not-possible = Not possible
driver-something-else = Something else
driver-elsewhere-title = Left elsewhere
driver-not-delivered-title = Not delivered
driver-outcome-delivered-to-recipient = Handed over
driver-outcome-delivered-to-neighbour = With a neighbour
driver-outcome-delivered-to-safe-place = Left in safe place
driver-outcome-delivered-to-mailbox = In the mailbox
driver-outcome-delivered-to-pickup-point = At the pick-up point
driver-outcome-failed-not-home = Nobody opened
driver-outcome-failed-refused = Not wanted
driver-outcome-failed-address-not-found = Address not found
driver-outcome-failed-no-access = No way in
driver-outcome-failed-no-time = No time left
driver-outcome-failed-damaged = Damaged
driver-outcome-failed-missing = Not on the van
driver-outcome-failed-verification = Code or proof did not fit
driver-outcome-failed-other = Another reason
driver-just-now = { $what }: { $address }
driver-undo = Undo
driver-photo-offered = Add a photo: { $address }
driver-photo-kept = Photo added. Take it again
driver-photo-unreadable = This picture cannot be read. Try again

# The code at the door.
driver-door-code-title = Code at the door
driver-door-code = The recipient’s code
driver-door-code-hint = Ask for the 6 digits on their page. Hand the parcel over only when they fit.
driver-door-code-check = Check
driver-door-code-wrong = { $count ->
    [one] That is not the code. 1 try is left.
   *[other] That is not the code. { $count } tries are left.
}
driver-door-code-locked = Too many wrong codes. Ask your dispatcher for a new one, or press “Not possible”.
driver-door-code-offline = No signal. Only with signal can a code be checked. This parcel stays open until then.
driver-door-code-failed = That did not work. Try again in a moment.

# How the list names a stop, and how an entry that was not taken is named.
driver-state-remaining = Open
driver-state-arrived = You are here
driver-state-served = Done
driver-state-failed = Not possible
driver-state-skipped = Later
driver-state-removed = Dropped
driver-entry-started = Start
driver-entry-fix = Place
driver-entry-arrived = Arrival
driver-entry-skipped = Left for later
driver-entry-break-begun = Break
driver-entry-break-ended = End of the break
driver-entry-map-hidden = Map closed
driver-entry-map-shown = Map opened
driver-entry-ended = End of the tour
driver-entry-instruction-seen = Request seen
driver-entry-photo = Photo
driver-entry-at = { $what }, { $time }
driver-why-clock-ahead = This phone’s clock is wrong.
driver-why-too-old = It is more than three days old.
driver-why-tour-not-started = The tour had not begun then.
driver-why-on-break = You were on a break then.
driver-why-tour-ended = The tour was over by then.
driver-why-unknown-stop = This stop is no longer on your tour.
driver-why-unknown-parcel = This parcel is no longer on your tour.
driver-why-not-delivered = No delivery of this parcel is known.
driver-why-photo-not-wanted = Of this parcel no photo may be taken.
driver-why-too-late = It came too late.
driver-why-recipient-only = It goes to its recipient alone.
driver-why-door-code-missing = The recipient’s code was not checked.
driver-why-other = The server did not take it.
