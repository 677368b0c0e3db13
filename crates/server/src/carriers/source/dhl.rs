//! DHL's Shipment Tracking, Unified: one question about one number, answered with the shipments that have it.

use doorstep_wire::carrier::{CarrierEventsRead, Vocabulary};
use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::Value;

use super::event::{Listed, events};
use super::time::instant;
use super::{Address, Key, NoAnswer, Origin, Source, Unreadable};

/// DHL.
#[derive(Debug)]
pub(in crate::carriers) struct Dhl {
    pub(in crate::carriers) address: Address,
    pub(in crate::carriers) key: Key,
    /// What the clock shows by which DHL tells times without an offset.
    pub(in crate::carriers) zone: TimeZone,
}

#[derive(Deserialize)]
struct Answer {
    shipments: Vec<Shipment>,
}

#[derive(Deserialize)]
struct Shipment {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    details: Value,
    status: Option<Event>,
    #[serde(default)]
    events: Vec<Event>,
}

/// Nothing of it is required, so that one odd event loses no other.
#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    timestamp: Value,
    #[serde(default)]
    location: Value,
    #[serde(default, rename = "statusCode")]
    code: Value,
    #[serde(default)]
    status: Value,
    #[serde(default)]
    description: Value,
}

impl Source for Dhl {
    fn address(&self) -> &Address {
        &self.address
    }

    fn key(&self) -> Option<&Key> {
        Some(&self.key)
    }

    fn read(&self, origin: &Origin<'_>, body: &[u8]) -> Result<CarrierEventsRead, NoAnswer> {
        let value: Value =
            serde_json::from_slice(body).map_err(|_no_json| NoAnswer::Unreadable(Unreadable::NoJson))?;
        let answer = Answer::deserialize(&value);
        let answer = answer.map_err(|_other_shape| NoAnswer::Unreadable(Unreadable::NoEvents))?;
        // A number may be that of another shipment of another of DHL's services, too; what is told of that is not ours.
        let shipment = answer.shipments.iter().find(|shipment| shipment.is_of(origin.number));
        let shipment = shipment.ok_or(NoAnswer::UnknownNumber)?;
        let listed = shipment.all_events().map(|event| event.listed(&self.zone)).collect();
        events(origin, Vocabulary::Dhl, listed, |word| Vocabulary::Dhl.read(word))
    }
}

impl Shipment {
    /// Whether it is the shipment of a number, or one of its pieces has it.
    fn is_of(&self, number: &str) -> bool {
        let pieces = self.details.get("pieceIds").and_then(Value::as_array);
        let own = std::iter::once(&self.id).chain(pieces.into_iter().flatten());
        own.filter_map(Value::as_str).any(|own| is_same(own, number))
    }

    /// Its events, and what stands beside them as the newest where it is none of them.
    fn all_events(&self) -> impl Iterator<Item = &Event> {
        let is_listed = |newest: &&Event| {
            self.events.iter().any(|event| event.timestamp == newest.timestamp && event.code == newest.code)
        };
        self.events.iter().chain(self.status.as_ref().filter(|newest| !is_listed(newest)))
    }
}

impl Event {
    fn listed(&self, zone: &TimeZone) -> Listed<'_> {
        Listed {
            id: None,
            written_at: self.timestamp.to_string(),
            at: instant(&self.timestamp, zone),
            word: self.code.as_str().map(str::to_owned),
            description: self.description.as_str().or_else(|| self.status.as_str()),
            place: self.location.pointer("/address/addressLocality").and_then(Value::as_str),
        }
    }
}

/// Numbers are typed with and without spaces.
fn is_same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_uppercase).collect()
    };
    letters(a) == letters(b)
}
