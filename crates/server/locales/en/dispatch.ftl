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
