//! Other carriers: who brings a parcel that the operator's own drivers do not, and what they said of it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{EventId, Personal, Status};

/// Who brings a parcel to the door.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "carrier")]
pub enum Carrier {
    /// The operator's own drivers.
    #[default]
    Own,
    /// Another delivery service, of which only the status is known.
    Other(OtherCarrier),
}

/// Another delivery service, as far as one parcel goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherCarrier {
    /// Its name.
    pub name: String,
    /// Its own number for the parcel.
    pub tracking_number: Option<String>,
    /// The page on which it tells of the parcel itself; `https`.
    pub url: Option<String>,
    /// When it last told the status.
    pub status_at: Option<Timestamp>,
    /// What it said.
    pub log: CarrierLog,
}

/// One thing that another carrier said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierEvent {
    /// Its identity: each is taken once.
    pub id: EventId,
    /// When it happened, as the carrier says.
    pub at: Timestamp,
    /// How the parcel stood then.
    pub status: Status,
    /// What the carrier said, in its own words: they may name people.
    pub description: Option<Personal>,
    /// Where that was, in its own words.
    pub place: Option<Personal>,
}

/// What another carrier said of a parcel, newest first: each event once, in whatever order they came.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CarrierLog(Vec<CarrierEvent>);

/// What became of an event of another carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is in the log now.
    Taken,
    /// It was there already.
    Doubled,
    /// The log is full of newer ones.
    TooOld,
}

impl OtherCarrier {
    /// A carrier that has said nothing yet.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            tracking_number: None,
            url: None,
            status_at: None,
            log: CarrierLog::default(),
        }
    }
}

impl CarrierLog {
    /// So many events of a parcel are kept: the newest.
    pub const EVENTS_MAX: usize = 50;

    /// The log of these events.
    pub fn of(events: impl IntoIterator<Item = CarrierEvent>) -> Self {
        let mut log = Self::default();
        log.hear(events.into_iter().collect());
        log
    }

    /// Takes in events, and tells what became of each.
    pub fn hear(&mut self, events: Vec<CarrierEvent>) -> Vec<Heard> {
        let mut known: BTreeSet<EventId> = self.0.iter().map(|event| event.id).collect();
        let ids: Vec<(EventId, bool)> =
            events.iter().map(|event| (event.id, known.insert(event.id))).collect();
        let new = events.into_iter().zip(&ids).filter(|(_, (_, is_new))| *is_new).map(|(event, _)| event);
        self.0.extend(new);
        self.0.sort_by_key(|event| Reverse(rank(event)));
        self.forget_oldest();
        let kept: BTreeSet<EventId> = self.0.iter().map(|event| event.id).collect();
        ids.into_iter()
            .map(|(id, is_new)| match (is_new, kept.contains(&id)) {
                (true, true) => Heard::Taken,
                (false, _) => Heard::Doubled,
                (true, false) => Heard::TooOld,
            })
            .collect()
    }

    /// Keeps the newest, and among them the newest that says how the parcel stands.
    fn forget_oldest(&mut self) {
        let telling = self.0.iter().position(says_status);
        if let Some(telling) = telling.filter(|telling| *telling >= Self::EVENTS_MAX) {
            self.0.swap(telling, Self::EVENTS_MAX - 1);
        }
        self.0.truncate(Self::EVENTS_MAX);
    }

    /// The events, newest first.
    pub fn events(&self) -> &[CarrierEvent] {
        &self.0
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How the parcel stands by what was said, and since when. What nobody understands says nothing of that.
    pub fn status(&self) -> Option<(Status, Timestamp)> {
        let newest = self.0.iter().find(|event| says_status(event))?;
        Some((newest.status, newest.at))
    }
}

fn says_status(event: &CarrierEvent) -> bool {
    event.status != Status::Unknown
}

/// What comes later: by the instant, and of what was said of one instant by how far the parcel has come. The identity
/// settles the rest, so that the order of arrival does not matter.
fn rank(event: &CarrierEvent) -> (Timestamp, u8, EventId) {
    (event.at, progress(event.status), event.id)
}

fn progress(status: Status) -> u8 {
    match status {
        Status::Unknown => 0,
        Status::PreTransit => 1,
        Status::InTransit => 2,
        Status::OnHold => 3,
        Status::Delayed => 4,
        Status::OutForDelivery => 5,
        Status::Attempted => 6,
        Status::AvailableForPickup => 7,
        Status::Cancelled => 8,
        Status::Returned => 9,
        Status::Delivered => 10,
    }
}
