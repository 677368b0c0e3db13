# Words that every page uses.
language-name = English
language-choice = Language: { $name }
language-draft = draft
language-draft-note = These words are a draft. Corrections are welcome.
skip-to-content = Skip to the content
brand-fallback = Doorstep
nav-orders = Your parcels
nav-help = Help
nav-logout = Log out
privacy = Privacy

# Days. The inline forms stand in the middle of a sentence.
day-today = Today
day-tomorrow = Tomorrow
day-yesterday = Yesterday
day-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
day-date = { $day } { $month }
day-long = { $weekday }, { $date }
day-inline-today = today
day-inline-tomorrow = tomorrow
day-inline-yesterday = yesterday
day-inline-weekday = { $weekday ->
    [1] on Monday
    [2] on Tuesday
    [3] on Wednesday
    [4] on Thursday
    [5] on Friday
    [6] on Saturday
   *[7] on Sunday
}
day-inline-date = on { $date }
moment = { $day } at { $time }
window-joined = { $from } to { $until }
clock-am = { $time }{ "\u00A0" }am
clock-pm = { $time }{ "\u00A0" }pm
clock-twice = { $time } { $zone }

# The mark between whole units and tenths.
decimal-mark = .
distance-metres = { $value } m
distance-kilometres = { $value } km
distance-feet = { $value } ft
distance-miles = { $value } mi

percent = { $percent }%

minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
hours-and-minutes = { $hours } h { $minutes } min
hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}

offline = You are offline. As of { $time }.
server-away = We cannot be reached. Trying again. As of { $time }.

error-missing-title = There is nothing here
error-missing-text = The address may be mistyped, or what stood here has ended. Parcels are only shown to the account they belong to.
error-ended-title = This link leads nowhere any more
error-ended-text = It has ended, or whoever gave it to you took it back. Ask them for a new one.
error-denied-title = This page is not for this account
error-denied-text = Log in with another account to see it.
error-refused-title = That was not taken
error-refused-text = It may have been sent from another page, or something changed in the meantime. Go back and try again.
error-busy-title = Too much at once
error-busy-text = Too many requests came from here. Wait a minute, then try again.
error-login = To the login
error-failed-title = That did not work
error-failed-text = The fault is ours. Nothing was changed. Try again in a moment.
error-home = To your parcels
error-tours = To the tours
