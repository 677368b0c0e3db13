//! The lead: when it comes, how many stops before, and what is not normal.

use askama::Template;
use doorstep_domain::{HiddenBecause, MapView, Outcome, ParcelKind, RemainingStops, Status, Window};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::Tracking;
use super::choices::safe_place_of;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

/// A change of the window that is worth a flag.
const NOTABLE: SignedDuration = SignedDuration::from_mins(10);
/// More rings than this say less than the number alone.
const RINGS_MAX: u16 = 10;

/// The lead of the page.
#[derive(Debug, Template)]
#[template(path = "parts/lead.html")]
pub(super) struct Lead<'a> {
    reader: &'a Reader,
    flags: Vec<Flag>,
    kicker: Option<String>,
    hero: Hero,
    previous: Option<String>,
    line: Option<String>,
    /// The stops before, drawn as a rail.
    railed: Option<(String, u16)>,
    /// The stops before, where they are in words only.
    quiet: Option<String>,
}

/// A sign with a word for what is not normal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Flag {
    /// How it is coloured.
    pub(crate) tone: Tone,
    /// Its sign.
    pub(crate) icon: Icon,
    /// Its words.
    pub(crate) text: String,
}

/// How a flag is coloured. Never red for late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// It went well.
    Good,
    /// Later, or not sure.
    Warn,
    /// It went wrong.
    Bad,
    /// Something special or live.
    Live,
    /// Merely a remark.
    Calm,
}

impl Tone {
    /// The class of the style sheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Live => "live",
            Self::Calm => "calm",
        }
    }
}

/// The largest words of the page.
#[derive(Debug)]
enum Hero {
    /// A window of time.
    Window(Stamp, Stamp),
    /// One instant, when the window is too narrow to have two ends.
    Instant(Stamp),
    /// Words.
    Words(String),
}

/// An instant for people and for machines.
#[derive(Debug)]
struct Stamp {
    text: String,
    machine: String,
}

impl Stamp {
    fn of(at: Timestamp, reader: &Reader) -> Self {
        Self { text: reader.time(at), machine: Reader::machine(at) }
    }
}

/// The stops before the recipient's own.
#[derive(Debug)]
pub(crate) struct Ahead {
    /// In words.
    pub(crate) text: String,
    /// As rings of the rail, where they are few enough to be read.
    pub(crate) rings: Option<u16>,
}

impl Ahead {
    /// The stops before, as far as the view says anything of them.
    pub(crate) fn of(remaining: Option<RemainingStops>, reader: &Reader) -> Option<Self> {
        let before = |count: u16| count.saturating_sub(1);
        let text = match remaining? {
            RemainingStops::Exactly(count) => {
                let before = before(count);
                return Some(Self {
                    text: reader.say_with("stops-before", [("count", before.into())]),
                    rings: Some(before).filter(|before| *before <= RINGS_MAX),
                });
            }
            RemainingStops::Between { fewest: 0 | 1, most } => {
                reader.say_with("stops-before-at-most", [("count", before(most).into())])
            }
            RemainingStops::Between { fewest, most } => {
                let ends = [("fewest", before(fewest).into()), ("most", before(most).into())];
                reader.say_with("stops-before-between", ends)
            }
            RemainingStops::AtLeast(0 | 1) => reader.say("stops-before-some").into_owned(),
            RemainingStops::AtLeast(fewest) => {
                reader.say_with("stops-before-at-least", [("count", before(fewest).into())])
            }
        };
        Some(Self { text, rings: None })
    }
}

impl Lead<'_> {
    /// The lead as one or two sentences.
    pub(super) fn announcement(&self) -> String {
        let when = match &self.kicker {
            Some(kicker) => format!("{kicker} {}", self.hero()),
            None => self.hero(),
        };
        let flags = self.flags.iter().map(|flag| flag.text.clone());
        flags.chain(self.ahead().map(str::to_owned)).chain([when]).collect::<Vec<_>>().join(". ")
    }

    /// The lead as the title of a browser's tab: what changes comes first.
    pub(super) fn title(&self) -> String {
        let hero = match &self.hero {
            Hero::Window(from, until) => self.reader.say_with(
                "window-joined",
                [("from", from.text.as_str().into()), ("until", until.text.as_str().into())],
            ),
            Hero::Instant(at) => at.text.clone(),
            Hero::Words(words) => words.clone(),
        };
        match self.ahead() {
            Some(ahead) => format!("{ahead} · {hero}"),
            None => hero,
        }
    }

    /// What stands above the largest words.
    pub(super) fn kicker(&self) -> Option<&str> {
        self.kicker.as_deref()
    }

    /// What is not normal.
    pub(super) fn flags(&self) -> &[Flag] {
        &self.flags
    }

    /// The line below the largest words.
    pub(super) fn line(&self) -> Option<&str> {
        self.line.as_deref()
    }

    /// The largest words.
    pub(super) fn hero(&self) -> String {
        match &self.hero {
            Hero::Window(from, until) => {
                format!("{} {} {}", from.text, self.reader.say("hero-and"), until.text)
            }
            Hero::Instant(at) => at.text.clone(),
            Hero::Words(words) => words.clone(),
        }
    }

    /// The stops before, in words.
    pub(super) fn ahead(&self) -> Option<&str> {
        self.railed.as_ref().map(|(text, _)| text.as_str()).or(self.quiet.as_deref())
    }
}

/// Makes the lead.
pub(super) fn lead<'a>(page: &Tracking<'a>) -> Lead<'a> {
    let mut lead = Lead {
        reader: page.reader,
        flags: flags(page),
        kicker: None,
        hero: Hero::Words(status_words(page)),
        previous: None,
        line: line(page),
        railed: None,
        quiet: None,
    };
    if page.is_over() {
        return lead;
    }
    match ahead(page) {
        Some(Ahead { text, rings: Some(rings) }) => lead.railed = Some((text, rings)),
        Some(Ahead { text, rings: None }) => lead.quiet = Some(text),
        None => {}
    }
    lead.previous = notable_shift(page).and(page.view.promise).map(|promise| page.reader.window(promise));
    if let Some((window, live)) = page.window() {
        (lead.kicker, lead.hero) = window_hero(page.reader, window, live);
    } else if let Some(day) = chosen_day(page) {
        let when = page.reader.day_of(day);
        lead.hero = Hero::Words(page.reader.say_with("planned-for", [("when", when.into())]));
    }
    lead
}

/// The day that the recipient chose, until a tour tells more.
fn chosen_day(page: &Tracking<'_>) -> Option<Date> {
    let waits = matches!(page.view.status, Status::PreTransit | Status::InTransit);
    page.view.wishes.day.filter(|day| waits && *day >= page.reader.today())
}

fn window_hero(reader: &Reader, window: Window, live: bool) -> (Option<String>, Hero) {
    if reader.day(window.from) != reader.day(window.until) {
        let days = reader.say_with(
            "window-joined",
            [("from", reader.day(window.from).into()), ("until", reader.day(window.until).into())],
        );
        return (None, Hero::Words(reader.say_with("planned-for", [("when", days.into())])));
    }
    let (from, until) = (Stamp::of(window.from, reader), Stamp::of(window.until, reader));
    let instant = from.text == until.text;
    let key = match (live, instant) {
        (true, false) => "kicker-arrives",
        (true, true) => "kicker-arrives-about",
        (false, false) => "kicker-planned",
        (false, true) => "kicker-planned-about",
    };
    let kicker = reader.say_with(key, [("day", reader.day_inline(window.from).into())]);
    (Some(kicker), if instant { Hero::Instant(from) } else { Hero::Window(from, until) })
}

/// The stops before the recipient's own, or that the van is there. For a parcel that tells no count, the latter too
/// stays in words: the recipient sees the van from the window, but the rail would speak of stops.
pub(super) fn ahead(page: &Tracking<'_>) -> Option<Ahead> {
    if page.view.arrived_at.is_some() {
        let rings = page.view.remaining_stops.map(|_| 0);
        return Some(Ahead { text: page.reader.say("at-your-door").into_owned(), rings });
    }
    Ahead::of(page.view.remaining_stops, page.reader)
}

pub(super) fn flags(page: &Tracking<'_>) -> Vec<Flag> {
    let flag = |tone, icon, key| Flag { tone, icon, text: page.reader.say(key).into_owned() };
    match page.view.status {
        Status::Delivered => return vec![flag(Tone::Good, Icon::Check, "flag-delivered")],
        Status::AvailableForPickup => return vec![flag(Tone::Live, Icon::Shop, "flag-pickup")],
        Status::Attempted => return vec![flag(Tone::Bad, Icon::Alert, "flag-failed")],
        Status::Returned => return vec![flag(Tone::Calm, Icon::Back, "flag-returned")],
        Status::Cancelled => return vec![flag(Tone::Calm, Icon::Alert, "flag-cancelled")],
        _ => {}
    }
    let kind = match page.view.kind {
        ParcelKind::Ordinary => None,
        ParcelKind::Gift => Some(flag(Tone::Live, Icon::Gift, "flag-gift")),
        ParcelKind::Confidential => Some(flag(Tone::Calm, Icon::Lock, "flag-confidential")),
        ParcelKind::HighValue => Some(flag(Tone::Calm, Icon::Key, "flag-high-value")),
    };
    let state = match page.view.map {
        _ if page.view.status == Status::OnHold => Some(flag(Tone::Warn, Icon::Clock, "flag-held")),
        MapView::Hidden(HiddenBecause::DriverBreak) => Some(flag(Tone::Calm, Icon::Cup, "flag-break")),
        MapView::Hidden(HiddenBecause::PositionStale) => {
            Some(flag(Tone::Warn, Icon::NoSignal, "flag-signal-lost"))
        }
        MapView::Hidden(HiddenBecause::OtherCarrier) => Some(flag(Tone::Calm, Icon::Box, "flag-status-only")),
        _ => None,
    };
    kind.into_iter().chain(shift_flag(page)).chain(state).collect()
}

fn shift_flag(page: &Tracking<'_>) -> Option<Flag> {
    let text = |key, span| page.reader.say_with(key, [("span", page.reader.span(span).into())]);
    match notable_shift(page) {
        Some(later) if later.is_positive() => {
            Some(Flag { tone: Tone::Warn, icon: Icon::Clock, text: text("flag-later", later) })
        }
        Some(earlier) => {
            Some(Flag { tone: Tone::Live, icon: Icon::Clock, text: text("flag-earlier", earlier) })
        }
        None if page.view.status == Status::Delayed => Some(Flag {
            tone: Tone::Warn,
            icon: Icon::Clock,
            text: page.reader.say("flag-delayed").into_owned(),
        }),
        None => None,
    }
}

/// By how much the forecast leaves the promise, in steps of five minutes, when that is worth saying.
pub(super) fn notable_shift(page: &Tracking<'_>) -> Option<SignedDuration> {
    let promise = page.view.promise?;
    let (window, true) = page.window()? else { return None };
    let later = window.until.duration_since(promise.until);
    let earlier = window.from.duration_since(promise.from);
    let shift = if later >= NOTABLE {
        later
    } else if earlier <= -NOTABLE {
        earlier
    } else {
        return None;
    };
    Some(SignedDuration::from_mins(shift.as_mins() / 5 * 5))
}

/// The line below the hero.
fn line(page: &Tracking<'_>) -> Option<String> {
    let reader = page.reader;
    if let Some(outcome) = page.view.outcome.filter(|_| page.is_over()) {
        let inside = page.view.promise.is_some_and(|promise| promise.contains(outcome.at));
        let key = if inside && outcome.outcome.is_delivered() { "outcome-inside" } else { "outcome-at" };
        return Some(reader.say_with(key, [("when", reader.moment(outcome.at).into())]));
    }
    if !page.view.delivered_by_own_network {
        let carrier = page.view.operator.as_str();
        return Some(match page.view.status_at {
            Some(at) => reader
                .say_with("status-from", [("carrier", carrier.into()), ("time", reader.recent(at).into())]),
            None => reader.say_with("status-unknown-age", [("carrier", carrier.into())]),
        });
    }
    let key = match (page.view.status, &page.view.map) {
        (Status::OutForDelivery, MapView::Hidden(HiddenBecause::TourNotStarted)) => "on-the-van",
        (Status::OutForDelivery, MapView::Hidden(HiddenBecause::DriverBreak)) => "on-a-break",
        (Status::OutForDelivery, MapView::Hidden(HiddenBecause::PositionStale)) => "signal-lost",
        (Status::OutForDelivery, MapView::Hidden(HiddenBecause::PlaceUnknown)) => "planned-today",
        (Status::OutForDelivery, MapView::Hidden(_)) => "out-for-delivery",
        (Status::PreTransit, _) => return Some(announced(page)),
        (Status::InTransit, _) => "status-in-transit-more",
        (Status::Delayed, _) => "status-delayed-more",
        (Status::OnHold, _) => "status-on-hold-more",
        (Status::Returned, _) => "status-returned-more",
        (Status::Cancelled, _) => "status-cancelled-more",
        (Status::Unknown, _) => "status-unknown-more",
        _ => return None,
    };
    Some(reader.say(key).into_owned())
}

/// "Announced by … We do not have it yet.", without what the hero says already.
fn announced(page: &Tracking<'_>) -> String {
    let more = page.reader.say("status-pre-transit-more");
    if page.window().is_some() { format!("{}. {more}", status_words(page)) } else { more.into_owned() }
}

/// The status, or how it ended, in words.
pub(super) fn status_words(page: &Tracking<'_>) -> String {
    if let Some(outcome) = page.view.outcome.filter(|_| page.is_over()) {
        let place = safe_place_of(page.view.wishes.instruction.as_ref(), page.reader);
        let point = page.view.wishes.pickup_point.as_ref();
        if let (Outcome::DeliveredToPickupPoint, Some(point)) = (outcome.outcome, point) {
            return page.reader.say_with("outcome-at-pickup-point", [("name", point.name.as_str().into())]);
        }
        return match (outcome.outcome, place) {
            (Outcome::DeliveredToSafePlace, Some(place)) => {
                page.reader.say_with("outcome-delivered-to-safe-place-at", [("place", place.into())])
            }
            (other, _) => page.reader.say(outcome_key(other)).into_owned(),
        };
    }
    match (&page.view.sender, page.view.status) {
        (_, Status::InTransit) if page.view.wishes.pickup_point.is_some() => {
            page.reader.say("status-in-transit-to-point").into_owned()
        }
        (Some(sender), Status::PreTransit) => {
            page.reader.say_with("status-pre-transit", [("sender", sender.reveal().into())])
        }
        (_, Status::Attempted) if !page.view.delivered_by_own_network => {
            page.reader.say("status-attempted-elsewhere").into_owned()
        }
        (_, status) => page.reader.say(status_key(status)).into_owned(),
    }
}

/// The message that words a status.
pub(crate) fn status_key(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "status-pre-transit-plain",
        Status::InTransit => "status-in-transit",
        Status::OutForDelivery => "status-out-for-delivery",
        Status::Delivered => "status-delivered",
        Status::AvailableForPickup => "status-available-for-pickup",
        Status::Attempted => "status-attempted",
        Status::Delayed => "status-delayed",
        Status::OnHold => "status-on-hold",
        Status::Returned => "status-returned",
        Status::Cancelled => "status-cancelled",
        Status::Unknown => "status-unknown",
    }
}

/// The message that words how it ended.
pub(crate) fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::DeliveredToRecipient => "outcome-delivered-to-recipient",
        Outcome::DeliveredToNeighbour => "outcome-delivered-to-neighbour",
        Outcome::DeliveredToSafePlace => "outcome-delivered-to-safe-place",
        Outcome::DeliveredToMailbox => "outcome-delivered-to-mailbox",
        Outcome::DeliveredToPickupPoint => "outcome-delivered-to-pickup-point",
        Outcome::FailedNotHome => "outcome-failed-not-home",
        Outcome::FailedRefused => "outcome-failed-refused",
        Outcome::FailedAddressNotFound => "outcome-failed-address-not-found",
        Outcome::FailedNoAccess => "outcome-failed-no-access",
        Outcome::FailedNoTime => "outcome-failed-no-time",
        Outcome::FailedDamaged => "outcome-failed-damaged",
        Outcome::FailedMissing => "outcome-failed-missing",
        Outcome::FailedVerification => "outcome-failed-verification",
        Outcome::FailedOther => "outcome-failed-other",
    }
}
