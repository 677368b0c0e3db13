//! The bodies of batches, for clients and for the interface's description, and what became of each event.

use doorstep_domain::EventId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::words::ResultWord;

/// A batch of events.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BatchRequest {
    /// When it is sent, in the sender's clock; it tells how wrong that clock is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// The tour that the events are for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tour: Option<String>,
    /// The events.
    #[schema(max_items = 10_000)]
    pub events: Vec<EventRequest>,
}

/// An event: what every kind has, and the fields of its kind.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "6d0bfa1c5f9a4b6f8f1f6f3a2e9d0c11", "kind": "fix", "at": "2026-05-04T09:30:00Z",
    "lat": 43.7384, "lon": 7.4246, "accuracy_m": 6
}))]
pub struct EventRequest {
    /// Its identity, 32 random hexadecimal digits; an event with the same id is taken once.
    #[schema(value_type = String)]
    pub id: EventId,
    /// What happened.
    #[schema(example = "fix")]
    pub kind: String,
    /// When it happened, in the sender's clock.
    pub at: Timestamp,
    /// The fields of its kind.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub fields: Map<String, Value>,
}

/// What became of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BatchAnswer {
    /// What became of each event, in their order.
    pub results: Vec<EventResult>,
    /// How many were new and are kept.
    pub taken: usize,
    /// How many were known already.
    pub doubled: usize,
    /// How many were refused.
    pub refused: usize,
}

/// What became of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EventResult {
    /// Its identity, where it could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub id: Option<EventId>,
    /// What became of it.
    pub result: ResultWord,
    /// Why it was refused, for machines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Why it was refused, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

impl EventResult {
    /// The event is kept.
    pub fn taken(id: EventId) -> Self {
        Self { id: Some(id), result: ResultWord::Taken, code: None, detail: None }
    }

    /// The event was known already.
    pub fn doubled(id: EventId) -> Self {
        Self { id: Some(id), result: ResultWord::Doubled, code: None, detail: None }
    }

    /// The event was refused.
    pub fn refused(id: Option<EventId>, code: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { id, result: ResultWord::Refused, code: Some(code.into()), detail: Some(detail.into()) }
    }
}

impl BatchAnswer {
    /// The answer that holds these results.
    pub fn of(results: Vec<EventResult>) -> Self {
        let count = |word| results.iter().filter(|result| result.result == word).count();
        let (taken, doubled, refused) =
            (count(ResultWord::Taken), count(ResultWord::Doubled), count(ResultWord::Refused));
        Self { results, taken, doubled, refused }
    }
}
