//! What another carrier said, as it is pushed, kept and told.

use doorstep_domain::{CarrierEvent, CarrierLog, EventId, Personal};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::Vocabulary;
use crate::event::EventResult;
use crate::input::{Field, InputProblem, Object, parse, read_value};
use crate::words::StatusWord;

/// The largest number of events in one request.
pub const CARRIER_EVENTS_MAX: usize = 100;
/// What a carrier said may be as long, in characters; the rest is cut off.
const SAID_CHARS_MAX: usize = 300;

/// The body of `POST /v1/parcels/{id}/carrier-events`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CarrierEventsRequest {
    /// Whose words the statuses are; our own when it is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vocabulary: Option<Vocabulary>,
    /// The events, in any order.
    #[schema(min_items = 1, max_items = 100)]
    pub events: Vec<CarrierEventRequest>,
}

/// Something that another carrier said.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11", "at": "2026-05-04T09:30:00Z", "status": "in_transit",
    "description": "Sorted", "place": "Hub South"
}))]
pub struct CarrierEventRequest {
    /// Its identity, 32 hexadecimal digits; an event with the same id is taken once.
    #[schema(value_type = String)]
    pub id: EventId,
    /// When it happened.
    pub at: Timestamp,
    /// How the parcel stood then, in a word of the vocabulary.
    #[schema(max_length = 64)]
    pub status: String,
    /// What the carrier said; what is longer than 300 characters is cut off.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub description: Option<Personal>,
    /// Where that was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub place: Option<Personal>,
}

/// Events of another carrier as they could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct CarrierEventsRead {
    /// Whose words they are told in.
    pub vocabulary: Vocabulary,
    /// Each event, or why it is refused.
    pub events: Vec<Result<CarrierEvent, EventResult>>,
    /// How many words nobody knows.
    pub unknown_words: u64,
}

/// Something that another carrier said, as it is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CarrierEventJson {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: EventId,
    /// When it happened.
    pub at: Timestamp,
    /// How the parcel stood then.
    pub status: StatusWord,
    /// What the carrier said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub description: Option<Personal>,
    /// Where that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub place: Option<Personal>,
}

impl CarrierEventsRead {
    /// Reads the body. A bad event is refused and loses no other.
    ///
    /// # Errors
    /// What is wrong with the body as a whole.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        let value = parse(bytes).map_err(|problem| vec![problem])?;
        let (vocabulary, values) = read_value(&value, |field| {
            let object = field.object(&["vocabulary", "events"])?;
            let vocabulary = match object.optional("vocabulary") {
                Some(field) => field.word()?,
                None => Vocabulary::Doorstep,
            };
            let list = object.required("events")?;
            let values: Vec<Value> = list.items(CARRIER_EVENTS_MAX)?.map(|item| item.value.clone()).collect();
            if values.is_empty() {
                return list.problem("empty", "there must be at least one event");
            }
            Some((vocabulary, values))
        })?;
        let mut read = Self { vocabulary, events: Vec::with_capacity(values.len()), unknown_words: 0 };
        for value in &values {
            let event = read_value(value, |field| event(field, vocabulary));
            let event = event.map(|(event, is_known)| {
                read.unknown_words += u64::from(!is_known);
                event
            });
            read.events.push(event.map_err(|problems| refused(value, &problems)));
        }
        Ok(read)
    }
}

fn event(field: Field<'_>, vocabulary: Vocabulary) -> Option<(CarrierEvent, bool)> {
    let object = field.object(&["id", "at", "status", "description", "place"])?;
    let id = object.required("id").and_then(|field| field.id());
    let at = object.required("at").and_then(|field| field.instant());
    let status = object.required("status").and_then(|field| status(&field, vocabulary));
    let (description, place) = (said(&object, "description"), said(&object, "place"));
    let (status, is_known) = status?;
    Some((CarrierEvent { id: id?, at: at?, status, description, place }, is_known))
}

/// Our own words are spelled as they are; those of others may be new.
fn status(field: &Field<'_>, vocabulary: Vocabulary) -> Option<(doorstep_domain::Status, bool)> {
    if vocabulary == Vocabulary::Doorstep {
        return field.word::<StatusWord>().map(|word| (word.into(), true));
    }
    let reading = vocabulary.read(field.value.as_str().or_else(|| field.not_a("a word"))?);
    Some((reading.status, reading.is_known))
}

/// A text that may be absent.
fn said(object: &Object<'_>, name: &str) -> Option<Personal> {
    let field = object.optional(name)?;
    match field.value.as_str() {
        Some(text) => plain(text),
        None => field.not_a("a text"),
    }
}

/// What another carrier said, in one line and without what controls a terminal, a page or the direction of writing; cut
/// off where it is long. `None` where nothing is left.
pub fn plain(text: &str) -> Option<Personal> {
    let cleaned: String = text.chars().map(|letter| if is_odd(letter) { ' ' } else { letter }).collect();
    let words = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().take(SAID_CHARS_MAX).collect();
    if short.len() < words.len() {
        short.pop();
        short.push('…');
    }
    (!short.is_empty()).then(|| Personal::new(short))
}

fn is_odd(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn refused(value: &Value, problems: &[InputProblem]) -> EventResult {
    let id = value.get("id").and_then(Value::as_str).and_then(|text| text.parse().ok());
    let code = problems.first().map_or("invalid", |problem| problem.code.as_ref()).to_owned();
    let told = problems.iter().map(|problem| match problem.at.as_str() {
        "" => problem.detail.clone(),
        at => format!("{at}: {}", problem.detail),
    });
    EventResult::refused(id, code, told.collect::<Vec<_>>().join("; "))
}

impl From<&CarrierEvent> for CarrierEventJson {
    fn from(event: &CarrierEvent) -> Self {
        Self {
            id: event.id,
            at: event.at,
            status: event.status.into(),
            description: event.description.clone(),
            place: event.place.clone(),
        }
    }
}

impl From<CarrierEventJson> for CarrierEvent {
    fn from(event: CarrierEventJson) -> Self {
        let CarrierEventJson { id, at, status, description, place } = event;
        Self { id, at, status: status.into(), description, place }
    }
}

/// A log as databases keep it; `None` where it is empty.
///
/// # Panics
/// Never: texts and lists can always be written as JSON.
pub fn log_to_keep(log: &CarrierLog) -> Option<String> {
    let events: Vec<CarrierEventJson> = log.events().iter().map(CarrierEventJson::from).collect();
    (!events.is_empty())
        .then(|| serde_json::to_string(&events).expect("texts and lists can always be written as JSON"))
}

/// A log that was kept; `None` when no version of this program wrote it.
pub fn kept_log(text: &str) -> Option<CarrierLog> {
    let events: Vec<CarrierEventJson> = serde_json::from_str(text).ok()?;
    Some(CarrierLog::of(events.into_iter().map(CarrierEvent::from)))
}
