# The dispatcher's list of today's tours.
dispatch-title = Tours of { $day }
dispatch-none = No tour is planned for today.
dispatch-tour = Tour
dispatch-driver = Driver
dispatch-phase = Now
dispatch-progress = Stops
dispatch-next = Next stop
dispatch-oddities = To look at
dispatch-none-odd = Nothing
dispatch-no-driver = Nobody yet
dispatch-phase-not-started = Not begun
dispatch-phase-underway = Underway since { $time }
dispatch-phase-on-break = On a break since { $time }
dispatch-phase-ended = Ended at { $time }
dispatch-map-hidden = { $phase }, map closed by the driver
dispatch-progress-value = { $done } of { $all }
dispatch-oddity-count = { $name }: { $count }
dispatch-more = Only the first { $count } tours are shown.
dispatch-next-since = { $address }, there since { $time }
dispatch-odd-unknown-stops = Stops not on the tour
dispatch-odd-unknown-parcels = Parcels not on the tour
dispatch-odd-out-of-order = Stops out of order
dispatch-odd-misplaced-turns = Starts, breaks or ends that do not fit
dispatch-odd-jumps = Impossible positions
dispatch-odd-inaccurate = Positions too rough
dispatch-odd-stale = Positions told again
dispatch-odd-outside = Positions outside the tour
dispatch-odd-no-place = Stops without a place
dispatch-odd-travel-times = Plans with doubtful travel times
dispatch-odd-late-plans = Plans after the start
dispatch-odd-alternating = Positions going to and fro
dispatch-odd-far = Positions far from the tour

# The page of one tour.
dispatch-tour-title = Tour { $reference }
dispatch-back = All tours of today
dispatch-stops-done = { $done } of { $all } stops
dispatch-next-stops = Next stops
dispatch-no-stops = No more stops are to come.
dispatch-there = There since { $time }
dispatch-more-stops = { $count ->
    [one] And 1 more stop
   *[other] And { $count } more stops
}
dispatch-codes = Codes at the door
dispatch-codes-text = These parcels are handed over against a code that stands on their recipients’ pages. A new code has five tries again.
dispatch-code-left = { $count ->
    [0] Locked: too many wrong codes
    [one] 1 try left
   *[other] { $count } tries left
}
dispatch-code-told = The code was right
dispatch-code-renew = New code
dispatch-held = Held back
dispatch-held-text = Only the address of these stops is known. Their recipients are told the day alone until the planner tells where they are.
why-title = Why this order?
why-sure = The order is sure enough to count by. It is { $percent }% probable that the next stop is the believed one.
why-unsure = The order is not sure enough to count by, so recipients are told a range instead of one number of stops. It is { $percent }% probable that the next stop is the believed one.
why-over = Nothing is foretold any more.
why-habits-title = What the driver may be doing
why-habit-as-planned = Drives as planned
why-habit-on-from-here = Goes on as planned from here, the rest last
why-habit-backwards = Drives the plan backwards
why-habit-shortest = Takes the shortest way
why-habit-near-plan = Takes the shortest way near the plan
why-habit-zone-by-zone = Finishes a zone before the next one
why-habit-near-first = Goes to what is near first
why-habit-next = Next: { $address }
why-choices-title = What the driver chose last
why-choices-none = No stop was chosen yet.
why-choice-foretold = As believed
why-choice-rank = { $count ->
    [one] 1 stop was believed to come first
   *[other] { $count } stops were believed to come first
}
why-arrivals-travel-times = Arrivals add up travel and service times.
why-arrivals-on-time = Arrivals follow the timetable, on time.
why-arrivals-late = Arrivals follow the timetable, { $span } late at the next stop.
why-arrivals-early = Arrivals follow the timetable, { $span } early at the next stop.
why-heard = The vehicle was heard of last at { $time }, { $age } ago.
why-heard-just-now = The vehicle was heard of within the last minute.
why-odd-title = What did not fit
why-odd-none = Nothing
why-odd-counted = What is counted
dispatch-odd-unknown-stops-text = Messages that name a stop that is not on the tour.
dispatch-odd-unknown-parcels-text = Messages that name a parcel that is not on the tour.
dispatch-odd-out-of-order-text = Stops that were served although the plan put others first.
dispatch-odd-misplaced-turns-text = A start after the start, a break within a break, and the like. The first one counts.
dispatch-odd-jumps-text = Places where the vehicle cannot have been at that time. They are ignored.
dispatch-odd-inaccurate-text = Positions whose circle of accuracy is too wide. They are ignored.
dispatch-odd-stale-text = Places that a device reports again after the vehicle has left them. They are ignored.
dispatch-odd-outside-text = Positions from before the start, from a break or after the end. They are ignored.
dispatch-odd-no-place-text = Stops still to come of which only the address is known. Nothing is foretold of them before stop_moved or a new plan tells their place.
dispatch-odd-travel-times-text = Plans whose travel times are not those between their places, such as minutes given as seconds. They are not believed; distances stand in for them.
dispatch-odd-late-plans-text = Plans that were made after the tour had begun. What happened before holds for their stops too.
dispatch-odd-alternating-text = Positions that go to and fro between two places far apart, as those of two vans do. Recipients see no map meanwhile.
dispatch-odd-far-text = Positions more than 300 km from every stop of the tour. They are ignored.

# How well forecasts held.
accuracy-title = Accuracy
accuracy-link = Accuracy: how well forecasts held
accuracy-summary = { $kept } of { $all } windows were kept in the last { $count } days: { $percent }%. They are made to be kept in { $level }%.
accuracy-none = No tour was judged in the last { $count } days. A tour is judged a quarter of an hour after it ended.
accuracy-by-day = By day
accuracy-day = Day
accuracy-region = Region
accuracy-no-region = None
accuracy-kept = Windows kept
accuracy-width = Mean width
accuracy-error = Mean error
accuracy-exact = Count right
accuracy-within-one = One off at most
accuracy-by-stops = By stops ahead
accuracy-stops = Stops
accuracy-stops-span = { $from } to { $until }
accuracy-stops-more = { $from } or more
accuracy-rate = { $percent }% of { $all }
accuracy-minutes = { $value } min
accuracy-nothing = –
accuracy-how = After each served stop, what was foretold of the rest is held against what happened. Windows are judged before they are rounded for recipients, counts where ten stops or fewer remained and a number could be told.

# The page on which it is decided what recipients see.
visibility-title = What recipients see
visibility-link = What recipients see
visibility-intro = For each parcel the narrowest rules win: its own, then those of its sender, its region, and the operator. What rules leave out, the next wider ones say. A gift, a confidential parcel and one of high value stay closed whatever stands here.
visibility-whose = Whose rules
visibility-of-operator = Everyone: { $name }
visibility-of-region = Region { $name }
visibility-of-sender = Sender { $name }
visibility-of-parcel = Parcel { $name }
visibility-find-sender = A sender, by name
visibility-find-parcel = A parcel, by number
visibility-find = Show
visibility-choose = What recipients see
visibility-choice-default = What is usual: map and count when the driver is near
visibility-choice-wider = Nothing of its own: as the next wider rules say
visibility-choice-open = Open: map and count from the start of the tour
visibility-choice-near = Near: map and count when at most 10 stops and 30 minutes are left
visibility-choice-coarse = Coarse: no map; the count when at most 10 stops are left
visibility-choice-gift = Gift: time only, nothing of sender or content
visibility-choice-confidential = Confidential: time only, no sender
visibility-choice-high-value = High value: neither map nor count, and no safe place
visibility-choice-written = Rules of its own, as written below
visibility-written = Rules of its own
visibility-written-hint = JSON with any of kind, map, count, forecast, driver_name and photo; for the operator and regions also release and tell_kept.
visibility-parcel = Number of a parcel to try them on
visibility-preview = Preview
visibility-save = Save
visibility-saved = Saved. Open pages follow at once.
visibility-read-only = Only administrators may save. You can try rules out.
visibility-trouble-nothing-chosen = Choose what recipients see.
visibility-trouble-unreadable = The rules cannot be read: { $code }. Correct them and try again.
visibility-trouble-unreadable-at = The rules cannot be read at { $place }: { $code }. Correct them and try again.
visibility-trouble-changed = Someone changed these rules meanwhile. Below is what you chose; what holds now is the newest change in the list. Save again to replace it.
visibility-trouble-senders = Too many senders have rules of their own. Take some away first.
visibility-trouble-parcel = There is no parcel with this number.
visibility-seen-title = What the recipient of { $number } would see now
visibility-seen-recorded = It was recorded that you looked.
visibility-seen-status = Status
visibility-seen-window = Time
visibility-seen-live = { $window }, live
visibility-seen-planned = { $window }, as planned
visibility-seen-count = Stops
visibility-seen-map = Map
visibility-seen-map-open = Open, with the van
visibility-seen-sender = Sender
visibility-seen-driver = Driver
visibility-seen-photo = Photo of the delivery
visibility-seen-photo-taken = Taken { $time }
visibility-seen-nothing = Not shown
visibility-changes = Who changed what
visibility-changes-none = Nobody has changed anything yet.
visibility-change-at = When
visibility-change-whose = Whose rules
visibility-change-by = By
visibility-change-rules = What they say since
visibility-by-key = Key { $label }
visibility-by-account = Account { $id }
visibility-by-command = Someone at the server itself
visibility-by-upgrade = An upgrade of the program

# What recipients report.
reports-link = Reports of recipients: { $count } open
reports-title = Reports of recipients
reports-intro = Recipients see the same words about the attempt, and your answer at once.
reports-none = No report is open.
reports-answer = Your answer
reports-send = Answer
reports-answer-needed = Write an answer of at most { $limit } characters.
reports-answered = Answered
reports-more = The { $count } newest are shown.
