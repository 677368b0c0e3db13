# The tracking page, in the order in which it is read.
kicker-arrives = Arrives { $day } between
kicker-arrives-about = Arrives { $day } about
kicker-planned = Planned { $day } between
kicker-planned-about = Planned { $day } about
hero-and = and

stops-before = { $count ->
    [0] You are next
    [one] 1 stop before you
   *[other] { $count } stops before you
}
stops-before-some = Some stops before you
stops-before-between = { $fewest } to { $most } stops before you
stops-before-at-most = { $count ->
    [one] At most 1 stop before you
   *[other] At most { $count } stops before you
}
stops-before-at-least = { $count ->
    [one] At least 1 stop before you
   *[other] At least { $count } stops before you
}
at-your-door = At your door now
previously = Before:
out-for-delivery = Out for delivery.
on-the-van = On the van. The tour has not begun.
on-a-break = The driver is on a break. Your window stays.
signal-lost = No signal for a while. The planned window holds.
planned-today = Planned for today. There is no live time.
status-from = { $carrier } brings this one. Status from { $time }.
status-unknown-age = { $carrier } brings this one. No map, status only.

flag-delivered = Delivered
flag-failed = Not delivered
flag-pickup = Ready for pick-up
flag-later = { $span } later
flag-earlier = { $span } earlier
flag-delayed = Later than planned
flag-held = On hold
flag-returned = Going back
flag-cancelled = Cancelled
flag-break = Break
flag-signal-lost = No signal
flag-gift = A surprise for you
flag-confidential = Confidential
flag-high-value = Against your code
flag-status-only = Status only

status-pre-transit = Announced by { $sender }
status-pre-transit-plain = Announced
status-in-transit = On the way to you
status-in-transit-to-point = On the way to the pick-up point
status-out-for-delivery = Out for delivery
status-delivered = Delivered
status-available-for-pickup = Ready for you at the pick-up point
status-attempted = We could not hand it over
status-attempted-elsewhere = It could not be handed over
status-delayed = Later than planned
status-on-hold = Held for now
status-returned = On its way back to the sender
status-cancelled = This one is not coming
status-unknown = No news yet
status-pre-transit-more = We do not have it yet.
status-in-transit-more = It is on its way to the depot near you.
status-delayed-more = As soon as we know a new time, it stands here.
status-on-hold-more = It waits on the way, for example at customs. It goes on from here by itself.
status-returned-more = The sender can tell you why.
status-cancelled-more = The sender can tell you why.
status-unknown-more = As soon as there is some, it stands here.
planned-for = Planned: { $when }

outcome-delivered-to-recipient = Handed to you
outcome-delivered-to-neighbour = With your neighbour
outcome-delivered-to-safe-place = In your safe place
outcome-delivered-to-safe-place-at = In your safe place: { $place }
outcome-delivered-to-mailbox = In your mailbox
outcome-delivered-to-pickup-point = At the pick-up point
outcome-at-pickup-point = Ready for you: { $name }
outcome-failed-not-home = Nobody answered
outcome-failed-refused = It was not accepted
outcome-failed-address-not-found = We could not find the address
outcome-failed-no-access = We could not get to the door
outcome-failed-no-time = The tour ended before we reached you
outcome-failed-damaged = The parcel is damaged
outcome-failed-missing = The parcel was not on the van
outcome-failed-verification = The code or proof did not match
outcome-failed-other = We could not hand it over
outcome-at = { $when }
outcome-inside = { $when }, inside the window you were promised.

# The stage: the map, or why there is none.
map-label = Map: where the van is, and your door
map-your-door = Your door
map-here = Here at { $time }, within { $accuracy }
map-about = About here, within { $accuracy } · last seen { $time }
map-about-distance = The van is about { $distance } from your door now; it was last seen at { $time }.
map-about-no-script = The van is about { $distance } from your door now; it was last seen at { $time }. The moving map needs JavaScript; this page renews itself every minute.
map-no-script = The van was { $distance } from your door at { $time }. The moving map needs JavaScript; this page renews itself every minute.
map-no-door = The van was heard of at { $time }. The moving map needs JavaScript; this page renews itself every minute.
map-distance = The van was { $distance } from your door at { $time }.
map-unavailable = The map cannot be drawn on this device. Everything it shows also stands in words.
map-larger = Larger map
map-smaller = Smaller map
map-recentre = Show van and door

hidden-not-delivery-day-title = The map opens on the day
hidden-not-delivery-day-text = On the day of delivery, when the driver comes near, you can watch the van here.
hidden-tour-not-started-title = The tour has not begun
hidden-tour-not-started-text = When the driver is near you, the map opens here.
hidden-too-far-title = The map opens later
hidden-too-far-text = When the driver is only a few stops away from you. Until then the window tells more than a dot far away.
hidden-low-confidence-title = Not sure enough for the map right now
hidden-low-confidence-text = The driver leaves the plan. As soon as the order of the stops is certain again, the map comes back.
hidden-driver-break-title = The driver is on a break
hidden-driver-break-text = So long the map stays closed. Your window stays.
hidden-position-stale-title = No signal from the van
hidden-position-stale-text = We do not show a place that may no longer be true. The planned window holds.
hidden-position-doubtful-title = It is not certain right now where the van is
hidden-position-doubtful-text = Its positions contradict each other, so we show none. The time stays.
hidden-place-unknown-title = Your address is not on our map yet
hidden-place-unknown-text = Your parcel is planned all the same. As long as we do not know where your door is, there is no map, no number of stops and no live time.
hidden-sender-disabled-title = No live map for this parcel
hidden-sender-disabled-text = The sender does not offer one. The window holds as always.
hidden-gift-title = No peeking
hidden-gift-text = This one is a surprise. So there is no map, no count of stops and no sender’s name here. Time and choices are as always.
hidden-confidential-title = Confidential
hidden-confidential-text = For this parcel we show the time only.
hidden-high-value-title = Handed over against your code
hidden-high-value-text = For valuable parcels we show the time only, and on the day of delivery your code for the door.
door-code = Your code
door-code-text = Tell it to the driver at the door, and to nobody before: not on the phone, not in a message.
door-code-told = The driver has your code.
door-code-locked = A wrong code was typed too often, so this one no longer works. Your carrier can make a new one; it stands here at once.
hidden-driver-hidden-title = The map is closed for now
hidden-driver-hidden-text = Whoever drives may close it at any time. Your parcel is still on its way, and your window stays.
hidden-delivered-title = The way is over
hidden-delivered-text = The map closes when the parcel’s way has ended.
hidden-link-expired-title = This link has ended
hidden-link-expired-text = The sender can send a new one.
hidden-outside-area-title = No live map in your area
hidden-outside-area-text = Your window holds, and what happens stands here as always.
hidden-other-carrier-title = Status only
hidden-other-carrier-text = Another carrier brings this one and tells us where it is a few times a day. There is no map for it.
why-no-map = When is there a map?
day-bar-window = Your window
day-bar-new-window = New
tell-me = Tell me when it opens
told-already = We e-mail you when it opens.
stage-delivered-label = A closed front door
stage-left-label = The parcel beside a closed front door
photo-door = Photo of the delivery: your parcel at the door
photo-safe-place = Photo of the delivery: your parcel at the safe place
photo-mailbox = Photo of the delivery: your parcel at the mailbox
photo-neighbour = Photo of the delivery: your parcel at your neighbour’s
photo-taken = Photo of the delivery, { $time }
stage-failed-title = What happens now
stage-failed-text = The parcel goes back to the depot with the van. The next try stands here as soon as it is planned.

# What the recipient can do.
choices-title = Not at home?
choices-until = You can change this until the driver is at your door.
choices-closed = It can no longer be changed: the driver is nearly there.
choices-safe-place = Choose a safe place
choices-chosen = Your safe place
choices-chosen-neighbour = With your neighbour
choices-told = It goes to the driver.
choices-seen = The driver has seen it at { $time }.
choices-locked = The sender does not allow this for this parcel.
choices-where = Where may the driver leave it?
choices-note = A few words for the driver
choices-note-hint = For example “behind the bins”. At most 140 characters; it is deleted the day after the delivery.
choices-place-needed = Choose where.
choices-note-needed = Say in a few words where that is.
choices-too-long = That is too long: at most { $limit } characters.
choices-name-needed = Say who your neighbour is.
choices-holds-code = Leave codes out: these words are read in the street.
choices-changed-meanwhile = This was changed meanwhile, perhaps in another window. What stands now is shown above. Send yours again if it is still what you want.
choices-typed = You wrote: { $text }
choices-save = Leave it there
choices-withdraw = I am at home: hand it to me
choices-home-soon = I am home in 10 minutes
choices-later = Later on this tour
choices-not-before = The driver comes after { $time }.
choices-does-not-fit = It does not fit into the rest of this tour. Your window stays.
choices-neighbour = Hand it to a neighbour
choices-neighbour-name = Their name
choices-neighbour-house = Their house or flat, in words
choices-neighbour-hint = For example “no. 7, on the left”. Both are deleted the day after the delivery.
choices-neighbour-save = Hand it to them
choices-until-start = You can change this until the driver sets out.
choices-day = Another day
choices-day-which = On which day shall it come?
choices-day-needed = Choose one of these days.
choices-day-save = Bring it on that day
choices-day-chosen = You chose: { $day }
choices-pickup = Pick it up yourself
choices-pickup-where = Where will you pick it up?
choices-point = Your pick-up point
choices-point-needed = Choose one of these pick-up points.
choices-pickup-save = Have it wait there
choices-to-the-door = Bring it to my door after all
mark-title = Show the driver where
mark-stands = Marked for the driver
mark-needs-script = Showing the place needs a browser that runs scripts. Words do as well.
mark-photo = A photo of the place
mark-sending = Sending the photo …
mark-photo-kind = That is no photo that can be read. JPEG, PNG and WebP can.
mark-photo-large = That photo is too large: at most 2 MB.
mark-failed = The photo could not be sent. Try again.
mark-map = Map of the place
mark-pin = Your pin: move it with a finger or the arrow keys
mark-recentre = Back to your door
mark-pin-set = The pin is set. Save it to show it to the driver.
mark-open-map = Pin it on the map
mark-no-pin = No pin
mark-hint = Only the driver who brings it sees this; it is deleted the day after the delivery.
mark-save = Show this
mark-remove = Take photo and pin back
mark-photo-of = Photo of your safe place
mark-too-far = That is too far from your door: at most 250 m.
mark-photo-gone = That photo is gone. Choose it again.
choices-access = Bell, floor, way in
access-bell = Bell “{ $name }”
access-at-floor = Floor: { $floor }
access-doorbell = Name at the bell
access-floor = Floor
access-way = What else helps to find your door
access-hint = For example “through the yard”. No codes: these words are read in the street. They are deleted the day after the delivery.
access-save = Tell the driver
safe-place-front-porch = In front of the door
safe-place-rear-porch = Behind the house
safe-place-garage = In the garage
safe-place-shed = In the shed
safe-place-mailbox = In the mailbox
safe-place-reception = At the reception
safe-place-other = Somewhere else

# What the recipient can say when it is over.
rating-title = How was the delivery?
rating-hint = Your rating goes to the carrier. The driver does not see it.
rating-given = You gave { $score } out of 5.
rating-until = Can be changed until: { $until }
rating-legend = Your rating
rating-1 = Bad
rating-2 = Poor
rating-3 = Fair
rating-4 = Good
rating-5 = Very good
rating-comment = A few words, if you like
rating-comment-hint = At most 500 characters. They are deleted with the record of this parcel.
rating-save = Send the rating
rating-change = Change the rating
rating-needed = Choose a number from 1 to 5.
rating-closed = This delivery can no longer be rated.

# What may be reported of an attempt.
witness-noted = Noted by the driver: { $time }.
witness-none = More is not known of it.
witness-not-seen = In the ten minutes before, the vehicle was not seen within { $distance } of the door.
witness-near = In the ten minutes before, the vehicle was seen within { $distance } of the door.
witness-stayed-0 = It was there for less than a minute, as far as was seen.
witness-stayed-1 = It was there for a minute or longer.
witness-stayed-2 = It was there for two minutes or longer.
witness-exact = The position was exact to about { $distance }.
witness-rough = The position was rough.
witness-photo = A photo was taken.
witness-no-photo = No photo was taken.
report-title-nobody-came = Nobody came?
report-title-not-received = Not received?
report-known = This is what is known of it, to you and to the carrier alike:
report-hint = The carrier answers here.
report-until = Possible until: { $until }
report-nobody-came = Nobody came
report-not-received = I did not get it
report-given-nobody-came = Reported, { $time }: nobody came
report-given-not-received = Reported, { $time }: not received
report-open = Not answered yet.
report-answered = The carrier’s answer, { $time }
report-closed = This cannot be reported now.

# What changed, and the way so far.
changes-title = What changed
happened-title = What happened
because-tour-started = Your parcel is on the van and the tour has begun.
because-stops-added-before = { $count ->
    [one] A stop was added before you.
   *[other] { $count } stops were added before you.
}
because-stops-dropped-before = { $count ->
    [one] A stop before you was dropped.
   *[other] { $count } stops before you were dropped.
}
because-resequenced = The order of the stops was changed.
because-driver-chose-another-order = The driver takes the stops in another order.
because-break-begun = The driver takes a break.
because-break-ended = The break is over.
because-handed-over = Another driver goes on with the tour.
because-signal-lost = No signal from the van since then.
because-instruction-given = The driver knows what to do with your parcel.
because-instruction-withdrawn = The driver knows that you take it in person.
because-put-later = You asked the driver to come later.
because-stop-skipped = The driver had to leave your stop out for now.
carrier-said-title = What { $carrier } says
carrier-said-something = News
steps-title = The way so far
step-announced = Announced
step-announced-by = Announced by { $sender }
step-in-transit = On the way to the depot
step-out = Out for delivery
step-map = The map opens
step-door = At your door

# How sure it is.
sure-title = How sure is this?
sure-confidence = Of 100 windows like this one we expect to keep { $percent }. It gets narrower while the van comes nearer; if it has to move, this page says why.
sure-kept = In your area, { $kept } of 5 windows were kept in the last four weeks.
sure-planned = This is the planned window. As soon as the tour runs, it is reckoned anew from where the van really is.
sure-exact = The dot is the place that the van’s device reports, good to about { $accuracy }. It is neither rounded nor guessed ahead, and stops may still change.
sure-glide = The dot is where the van passed when it passes fixed places on the streets; between them it moves as planned, good to about { $accuracy }. So nobody sees at which doors it stops. Near your door it is exact.
sure-updated = As of { $when }.

# The parcel.
parcel-title = Your parcel
parcel-from = From
parcel-number = Number
parcel-by = Delivered by
parcel-number-there = Number at { $carrier }
parcel-follow-there = Track it at { $carrier }
parcel-driver = Driver
parcel-safe-place = Safe place
foot-closes = Your map closes when the parcel is delivered.
foot-fast = The clock of this server runs { $speed } times as fast as the world’s.

# A parcel in the page of a shop.
embed-more = More at { $operator }
