# When there is a map, and why not.
help-title = When is there a live map?
help-lead = When the driver is near you, and only for your own parcel.
help-near-title = It opens when the driver is near
help-near-text = A few stops or minutes before you. Earlier it would say little: the order of the stops still changes, and the window tells more.
help-why-title = Why is there none right now?
help-why-text = The tracking page always says the reason. These are all of them:
help-see-title = What do I see?
help-see-text = The van, your own door, and how many stops are before you. The van’s dot carries its age and how exact it is. If it is not heard of for a while, it fades instead of standing still.
help-hidden-title = What does nobody see?
help-hidden-text = Other people’s doors, addresses and names. Drivers are seen only during their tour, and only near a stop that is yours.
help-kept-text = What we keep of your parcel, only you and your carrier see. The van’s positions are deleted after the tour’s day has passed its term; no advertising, no other company’s scripts, and the only cookies are your login and your language.
help-sure-title = How is the window reckoned?
help-sure-text = From the planned driving times, the work at each stop, and how the tour really goes. If it moves, the page says why.
help-safe-title = I am not at home
help-safe-text = Choose a safe place on the tracking page until the driver is at your door. The driver sees it at once.
help-script-title = Without JavaScript
help-script-text = All words, times and forms work. The page renews itself every minute; only the moving map is missing.
