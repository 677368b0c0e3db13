//! Events as a carrier lists them, made such as are taken in.

use std::cmp::Reverse;

use doorstep_domain::{CarrierEvent, CarrierLog, EventId, Status};
use doorstep_wire::carrier::{CarrierEventsRead, Reading, Vocabulary, plain};
use doorstep_wire::event::EventResult;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::{NoAnswer, Unreadable};

/// Whose answer it is, and about which number.
#[derive(Debug, Clone, Copy)]
pub(in crate::carriers) struct Origin<'a> {
    pub(in crate::carriers) carrier: &'a str,
    pub(in crate::carriers) number: &'a str,
}

/// One event as a carrier lists it.
#[derive(Debug, Default)]
pub(super) struct Listed<'a> {
    /// The carrier's own name for it.
    pub(super) id: Option<String>,
    /// When it happened, as it is written.
    pub(super) written_at: String,
    pub(super) at: Option<Timestamp>,
    /// How the parcel stood, in the carrier's word.
    pub(super) word: Option<String>,
    pub(super) description: Option<&'a str>,
    pub(super) place: Option<&'a str>,
}

/// The newest events of a list, as many as are kept of a parcel: what is older would be refused each time it is asked for.
///
/// # Errors
/// When there are events and none can be read: then it is the source that does not fit.
pub(super) fn events(
    origin: &Origin<'_>,
    vocabulary: Vocabulary,
    listed: Vec<Listed<'_>>,
    read: impl Fn(&str) -> Reading,
) -> Result<CarrierEventsRead, NoAnswer> {
    let is_empty = listed.is_empty();
    let mut told = CarrierEventsRead { vocabulary, events: Vec::new(), unknown_words: 0 };
    let mut taken: Vec<(CarrierEvent, bool)> = Vec::new();
    for one in listed {
        match event(origin, &one, &read) {
            Some(event) => taken.push(event),
            None if told.events.len() < CarrierLog::EVENTS_MAX => told.events.push(Err(unreadable())),
            None => {}
        }
    }
    if taken.is_empty() && !is_empty {
        return Err(NoAnswer::Unreadable(Unreadable::NoneReadable));
    }
    taken.sort_by_key(|(event, _)| Reverse((event.at, event.id)));
    taken.dedup_by_key(|(event, _)| event.id);
    taken.truncate(CarrierLog::EVENTS_MAX);
    for (event, is_known) in taken {
        told.unknown_words += u64::from(!is_known);
        told.events.push(Ok(event));
    }
    Ok(told)
}

fn event(
    origin: &Origin<'_>,
    listed: &Listed<'_>,
    read: impl Fn(&str) -> Reading,
) -> Option<(CarrierEvent, bool)> {
    let (at, word) = (listed.at?, listed.word.as_deref()?);
    let Reading { status, is_known } = read(word);
    let event = CarrierEvent {
        id: identity(origin, listed),
        at,
        status,
        description: listed.description.and_then(plain),
        place: listed.place.and_then(plain),
    };
    Some((event, is_known || status != Status::Unknown))
}

fn unreadable() -> EventResult {
    EventResult::refused(None, "missing", "there is no time or no status that can be read")
}

/// The identity of an event: the same however often it is asked for, and another one for another number. It is made of
/// what the carrier says, so that a new setting does not tell everything a second time.
fn identity(origin: &Origin<'_>, listed: &Listed<'_>) -> EventId {
    let own = listed.id.as_deref();
    let told = [
        listed.written_at.as_str(),
        listed.word.as_deref().unwrap_or_default(),
        listed.description.unwrap_or_default(),
        listed.place.unwrap_or_default(),
    ];
    let told: Vec<&str> = own.map_or_else(|| told.to_vec(), |own| vec![own]);
    let mut hash = Sha256::new();
    for part in [origin.carrier, origin.number].into_iter().chain(told) {
        // With its length before it, no text can pass for the end of one and the beginning of the next.
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    let bits = hash.finalize().iter().take(16).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    EventId::from_u128(bits)
}
