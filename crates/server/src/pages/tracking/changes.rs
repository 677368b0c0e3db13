//! What changed, with its reasons, and the way so far.

use askama::Template;
use doorstep_domain::{Because, HiddenBecause, MapView, ParcelKind, Status};
use jiff::Timestamp;

use super::Tracking;
use super::lead::{outcome_key, status_key};
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

/// The log of reasons and the steps of the way.
#[derive(Template)]
#[template(path = "parts/changes.html")]
pub(super) struct Changes<'a> {
    reader: &'a Reader,
    steps: Vec<Step>,
    log: Vec<Entry>,
    /// What another carrier says, under the title that names it.
    said: Option<(String, Vec<Said>)>,
    is_over: bool,
}

/// A step of the way.
struct Step {
    place: Place,
    text: String,
    when: String,
}

/// Where a step lies on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Behind,
    Here,
    Before,
}

impl Place {
    fn class(self) -> &'static str {
        match self {
            Self::Behind => "done",
            Self::Here => "cur",
            Self::Before => "",
        }
    }
}

/// Something that changed.
struct Entry {
    at: String,
    machine: String,
    text: String,
}

/// Something that another carrier said.
struct Said {
    at: String,
    machine: String,
    status: String,
    /// What it said and where that was, in its own words.
    words: Vec<String>,
}

/// Makes the part.
pub(super) fn changes<'a>(page: &Tracking<'a>) -> Changes<'a> {
    let said = said(page);
    let ended = page.view.outcome.filter(|_| page.is_over()).map(|outcome| {
        let text = page.reader.say(outcome_key(outcome.outcome)).into_owned();
        entry(page.reader, outcome.at, format!("{text}."))
    });
    let reasons = page
        .view
        .reasons
        .iter()
        .map(|reason| entry(page.reader, reason.at, because(reason.because, page.reader)));
    Changes {
        reader: page.reader,
        steps: if page.is_over() || is_map_open(page) || said.is_some() { Vec::new() } else { steps(page) },
        log: ended.into_iter().chain(reasons).collect(),
        said,
        is_over: page.is_over(),
    }
}

/// What another carrier says of the parcel, each with the status in our words: its own may be in any language.
fn said(page: &Tracking<'_>) -> Option<(String, Vec<Said>)> {
    let events = &page.view.told.as_ref()?.events;
    let title = page.reader.say_with("carrier-said-title", [("carrier", page.view.operator.as_str().into())]);
    let said = events.iter().map(|event| Said {
        at: page.reader.recent(event.at),
        machine: Reader::machine(event.at),
        status: page.reader.say(said_key(event.status)).into_owned(),
        words: [&event.description, &event.place]
            .into_iter()
            .flatten()
            .map(|words| words.reveal().to_owned())
            .collect(),
    });
    (!events.is_empty()).then(|| (title, said.collect()))
}

/// How a status is worded where another carrier said it.
fn said_key(status: Status) -> &'static str {
    match status {
        Status::Attempted => "status-attempted-elsewhere",
        Status::Unknown => "carrier-said-something",
        known => status_key(known),
    }
}

fn entry(reader: &Reader, at: Timestamp, text: String) -> Entry {
    Entry { at: reader.recent(at), machine: Reader::machine(at), text }
}

/// Why something changed, in a sentence.
pub(crate) fn because(why: Because, reader: &Reader) -> String {
    let key = match why {
        Because::TourStarted => "because-tour-started",
        Because::StopsAddedBefore(count) => {
            return reader.say_with("because-stops-added-before", [("count", count.into())]);
        }
        Because::StopsDroppedBefore(count) => {
            return reader.say_with("because-stops-dropped-before", [("count", count.into())]);
        }
        Because::Resequenced => "because-resequenced",
        Because::DriverChoseAnotherOrder => "because-driver-chose-another-order",
        Because::BreakBegun => "because-break-begun",
        Because::BreakEnded => "because-break-ended",
        Because::HandedOver => "because-handed-over",
        Because::SignalLost => "because-signal-lost",
        Because::InstructionGiven => "because-instruction-given",
        Because::InstructionWithdrawn => "because-instruction-withdrawn",
        Because::PutLater => "because-put-later",
        Because::StopSkipped => "because-stop-skipped",
    };
    reader.say(key).into_owned()
}

fn is_map_open(page: &Tracking<'_>) -> bool {
    matches!(page.view.map, MapView::Open { .. })
}

/// The steps from the announcement to the door, with the times that the view holds.
fn steps(page: &Tracking<'_>) -> Vec<Step> {
    let reader = page.reader;
    let announced = match &page.view.sender {
        Some(sender) => reader.say_with("step-announced-by", [("sender", sender.reveal().into())]),
        None => reader.say("step-announced").into_owned(),
    };
    let started = page.view.reasons.iter().find(|reason| reason.because == Because::TourStarted);
    let out = started.map(|reason| reader.time(reason.at)).unwrap_or_default();
    let door = page.window().map(|(window, _)| {
        if reader.is_today(window.from) { reader.window(window) } else { reader.day(window.from) }
    });
    let mut texts = vec![
        (announced, String::new()),
        (reader.say("step-in-transit").into_owned(), String::new()),
        (reader.say("step-out").into_owned(), out),
    ];
    if may_have_map(page) {
        texts.push((reader.say("step-map").into_owned(), String::new()));
    }
    let goes_to_point = page.view.wishes.pickup_point.is_some();
    let last = if goes_to_point { "outcome-delivered-to-pickup-point" } else { "step-door" };
    texts.push((reader.say(last).into_owned(), door.unwrap_or_default()));
    let here = match page.view.status {
        Status::PreTransit => 0,
        Status::OutForDelivery => 2,
        _ => 1,
    };
    let place = |index: usize| match index.cmp(&here) {
        std::cmp::Ordering::Less => Place::Behind,
        std::cmp::Ordering::Equal => Place::Here,
        std::cmp::Ordering::Greater => Place::Before,
    };
    texts
        .into_iter()
        .enumerate()
        .map(|(index, (text, when))| Step { place: place(index), text, when })
        .collect()
}

/// Whether a map may open later on.
fn may_have_map(page: &Tracking<'_>) -> bool {
    page.view.kind == ParcelKind::Ordinary
        && !matches!(
            page.view.map,
            MapView::Hidden(
                HiddenBecause::SenderDisabled | HiddenBecause::OutsideArea | HiddenBecause::OtherCarrier
            )
        )
}
