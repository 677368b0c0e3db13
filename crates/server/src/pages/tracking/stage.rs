//! The stage: the map, or in its place why there is none.

use askama::Template;
use doorstep_domain::{HiddenBecause, MapView, Metres, Outcome, ReleasedPosition, Shown, Status};
use doorstep_store::MessageKind;
use jiff::Timestamp;

use super::Tracking;
use super::day_bar::{DayBar, day_bar};
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

/// The open map.
#[derive(Template)]
#[template(path = "parts/map.html")]
struct Map<'a> {
    reader: &'a Reader,
    spot: Spot,
    data: String,
    attribution: &'a str,
}

/// The line on the map that tells age and accuracy, and in words what the map shows.
#[derive(Template)]
#[template(path = "parts/spot.html")]
pub(super) struct Spot {
    observed_at: Option<String>,
    here: String,
    words: String,
    without_script: String,
}

/// The reason why there is no map, and the day.
#[derive(Template)]
#[template(path = "parts/card.html")]
struct Card<'a> {
    reader: &'a Reader,
    parcel: String,
    kind: &'static str,
    icon: Icon,
    title: String,
    text: String,
    is_gift: bool,
    is_over: bool,
    day: Option<DayBar>,
    is_late: bool,
    ask: Option<Ask>,
    code: Option<CodeAtDoor>,
}

/// Whether the recipient is told when the map opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Offered,
    Agreed,
}

/// Where the parcel is, as its driver took a photo of it.
#[derive(Template)]
#[template(path = "parts/photo.html")]
struct Photo {
    src: String,
    words: String,
    caption: String,
    taken_at: String,
}

/// The code that the recipient tells the driver.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CodeAtDoor {
    /// This one, in two groups of three digits.
    Tell(String),
    /// They told it.
    Told,
    /// There were too many wrong ones.
    Locked,
}

/// The door, when the parcel is there.
#[derive(Template)]
#[template(path = "parts/arrived.html")]
struct Arrived<'a> {
    reader: &'a Reader,
    leaves_parcel: bool,
}

/// Draws the stage.
///
/// # Errors
/// Only when formatting fails, which strings do not.
pub(super) fn render(page: &Tracking<'_>) -> Result<String, askama::Error> {
    let reader = page.reader;
    match (&page.view.map, page.view.status) {
        (_, Status::Delivered) if let Some(taken_at) = page.view.photo_at => photo(page, taken_at).render(),
        (_, Status::Delivered) => {
            let outcome = page.view.outcome.map(|outcome| outcome.outcome);
            let leaves_parcel = outcome == Some(Outcome::DeliveredToSafePlace);
            Arrived { reader, leaves_parcel }.render()
        }
        (_, Status::Attempted) if page.view.delivered_by_own_network => {
            card(page, "failed", Icon::Clock, "stage-failed-title", "stage-failed-text").render()
        }
        (MapView::Open { shown }, _) => {
            let data = serde_json::to_string(&page.map()).map_err(askama::Error::custom)?;
            Map { reader, spot: spot_of(page, shown), data, attribution: page.attribution }.render()
        }
        (MapView::Hidden(because), _) => {
            let (kind, icon, title, text) = hidden_words(*because);
            card(page, kind, icon, title, text).render()
        }
    }
}

fn photo(page: &Tracking<'_>, taken_at: Timestamp) -> Photo {
    let reader = page.reader;
    let words = match page.view.outcome.map(|ended| ended.outcome) {
        Some(Outcome::DeliveredToSafePlace) => "photo-safe-place",
        Some(Outcome::DeliveredToMailbox) => "photo-mailbox",
        Some(Outcome::DeliveredToNeighbour) => "photo-neighbour",
        _ => "photo-door",
    };
    let taken_at_words = [("time", reader.recent(taken_at).into())];
    Photo {
        // A photo that took the place of another has another address: browsers keep what they show.
        src: format!("/v1/parcels/{}/proof/photo?at={}", page.view.parcel, taken_at.as_second()),
        words: reader.say(words).into_owned(),
        caption: reader.say_with("photo-taken", taken_at_words),
        taken_at: Reader::machine(taken_at),
    }
}

/// The line on the map, when it is open.
pub(super) fn spot(page: &Tracking<'_>) -> Option<Spot> {
    match &page.view.map {
        MapView::Open { shown } if !page.is_over() => Some(spot_of(page, shown)),
        _ => None,
    }
}

fn spot_of(page: &Tracking<'_>, shown: &Shown) -> Spot {
    let reader = page.reader;
    let position = &shown.at(reader.now);
    let (time, accuracy) = (reader.time(position.observed_at), reader.distance(position.accuracy));
    let distance = page.own.door.map(|door| reader.distance(to_door(position, door)));
    let keys = Keys::of(shown);
    let said = |key, distance: &str| {
        let given = [("time", &time), ("accuracy", &accuracy), ("distance", &distance.to_owned())];
        reader.say_with(key, given.map(|(name, value)| (name, value.clone().into())))
    };
    let here = said(keys.here, "");
    let (words, without_script) = match distance {
        Some(distance) => (said(keys.distance, &distance), said(keys.no_script, &distance)),
        None => (here.clone(), said("map-no-door", "")),
    };
    let observed_at = keys.ages.then(|| Reader::machine(position.observed_at));
    Spot { observed_at, here, words, without_script }
}

/// What the line says of a place.
struct Keys {
    here: &'static str,
    distance: &'static str,
    no_script: &'static str,
    /// Whether the place is as old as when it was observed; one that glides on is not.
    ages: bool,
}

impl Keys {
    fn of(shown: &Shown) -> Self {
        match shown {
            Shown::Exact(_) => {
                Self { here: "map-here", distance: "map-distance", no_script: "map-no-script", ages: true }
            }
            Shown::Gliding(_) => Self {
                here: "map-about",
                distance: "map-about-distance",
                no_script: "map-about-no-script",
                ages: false,
            },
        }
    }
}

fn to_door(position: &ReleasedPosition, door: doorstep_domain::Place) -> Metres {
    position.place.distance_to(door)
}

fn card<'a>(page: &Tracking<'a>, kind: &'static str, icon: Icon, title: &str, text: &str) -> Card<'a> {
    let is_gift = kind == "gift";
    let window = page.window().filter(|_| !page.is_over() && !is_gift && page.view.delivered_by_own_network);
    let previous = page.view.promise.filter(|_| page.view.forecast.is_some());
    let is_late = window.zip(previous).is_some_and(|((now, _), before)| now.from > before.until);
    Card {
        reader: page.reader,
        parcel: page.view.parcel.to_string(),
        kind,
        icon,
        title: page.reader.say(title).into_owned(),
        text: page.reader.say(text).into_owned(),
        is_gift,
        is_over: page.is_over(),
        day: window.and_then(|(window, _)| day_bar(window, previous.filter(|_| is_late), page.reader)),
        is_late,
        ask: ask(page),
        code: code(page),
    }
}

fn code(page: &Tracking<'_>) -> Option<CodeAtDoor> {
    let known = page.view.door_code?;
    match page.own.door_code {
        _ if known.is_verified() => Some(CodeAtDoor::Told),
        None => (known.tries_left() == 0).then_some(CodeAtDoor::Locked),
        Some(code) => Some(CodeAtDoor::Tell(
            code.split_at_checked(3)
                .map_or_else(|| code.to_owned(), |(first, last)| format!("{first} {last}")),
        )),
    }
}

/// Whether the stage holds the one filled button of the page.
pub(super) fn asks(page: &Tracking<'_>) -> bool {
    ask(page) == Some(Ask::Offered)
}

/// Where the map is yet to open, whether the recipient is told when it does.
fn ask(page: &Tracking<'_>) -> Option<Ask> {
    let opens_later = matches!(
        page.view.map,
        MapView::Hidden(
            HiddenBecause::TooFar | HiddenBecause::TourNotStarted | HiddenBecause::NotDeliveryDay
        )
    );
    if page.is_over() || !opens_later {
        return None;
    }
    Some(if page.own.wants.contains(&MessageKind::MapOpen) { Ask::Agreed } else { Ask::Offered })
}

/// The name, sign, title and text of a reason why the map is closed.
pub(crate) fn hidden_words(because: HiddenBecause) -> (&'static str, Icon, &'static str, &'static str) {
    match because {
        HiddenBecause::NotDeliveryDay => (
            "not-delivery-day",
            Icon::Calendar,
            "hidden-not-delivery-day-title",
            "hidden-not-delivery-day-text",
        ),
        HiddenBecause::TourNotStarted => {
            ("tour-not-started", Icon::Clock, "hidden-tour-not-started-title", "hidden-tour-not-started-text")
        }
        HiddenBecause::TooFar => ("too-far", Icon::Target, "hidden-too-far-title", "hidden-too-far-text"),
        HiddenBecause::LowConfidence => {
            ("low-confidence", Icon::Target, "hidden-low-confidence-title", "hidden-low-confidence-text")
        }
        HiddenBecause::DriverBreak => {
            ("driver-break", Icon::Cup, "hidden-driver-break-title", "hidden-driver-break-text")
        }
        HiddenBecause::PositionStale => {
            ("position-stale", Icon::NoSignal, "hidden-position-stale-title", "hidden-position-stale-text")
        }
        HiddenBecause::PositionDoubtful => (
            "position-doubtful",
            Icon::Target,
            "hidden-position-doubtful-title",
            "hidden-position-doubtful-text",
        ),
        HiddenBecause::PlaceUnknown => {
            ("place-unknown", Icon::Target, "hidden-place-unknown-title", "hidden-place-unknown-text")
        }
        HiddenBecause::SenderDisabled => {
            ("sender-disabled", Icon::Box, "hidden-sender-disabled-title", "hidden-sender-disabled-text")
        }
        HiddenBecause::Gift => ("gift", Icon::Gift, "hidden-gift-title", "hidden-gift-text"),
        HiddenBecause::Confidential => {
            ("confidential", Icon::Lock, "hidden-confidential-title", "hidden-confidential-text")
        }
        HiddenBecause::HighValue => {
            ("high-value", Icon::Key, "hidden-high-value-title", "hidden-high-value-text")
        }
        HiddenBecause::DriverHidden => {
            ("driver-hidden", Icon::Lock, "hidden-driver-hidden-title", "hidden-driver-hidden-text")
        }
        HiddenBecause::Delivered => ("over", Icon::Check, "hidden-delivered-title", "hidden-delivered-text"),
        HiddenBecause::LinkExpired => {
            ("link-expired", Icon::Clock, "hidden-link-expired-title", "hidden-link-expired-text")
        }
        HiddenBecause::OutsideArea => {
            ("outside-area", Icon::Area, "hidden-outside-area-title", "hidden-outside-area-text")
        }
        HiddenBecause::OtherCarrier => {
            ("other-carrier", Icon::Box, "hidden-other-carrier-title", "hidden-other-carrier-text")
        }
    }
}
