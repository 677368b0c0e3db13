//! Batches of events: each is judged on its own, and one bad event never loses the others.

mod answer;
mod kinds;

use doorstep_domain::admission::Draft;
use doorstep_domain::{EventId, ParcelId, StopId, TourId};
use jiff::Timestamp;
use serde_json::Value;

pub use answer::{BatchAnswer, BatchRequest, EventRequest, EventResult};
pub(crate) use kinds::fix_of;

use crate::input::{Field, InputProblem, parse, read_value};
use crate::problem::Problem;
use crate::secret::Secret;
use crate::tour::{PlanJson, StopJson};

/// The largest number of events in one batch.
pub const EVENTS_MAX: usize = 10_000;

/// A batch of events, as far as it could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// When it was sent, in the sender's clock.
    pub sent_at: Option<Timestamp>,
    /// The tour that it is for, where the sender says so.
    pub tour: Option<TourId>,
    /// Its events, in order.
    pub events: Vec<Incoming>,
}

/// One event of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// Its identity, which is known of most bad events too.
    pub id: Option<EventId>,
    /// What it says, or why that cannot be read.
    pub draft: Result<ReadEvent, EventProblem>,
}

/// What an event says.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadEvent {
    /// Something that can be judged as it is.
    Draft(Draft),
    /// The operator adds stops, which get their ids and parcels first.
    StopsAdded {
        /// Identity, instants.
        head: Head,
        /// The stop that they follow.
        after: Option<StopId>,
        /// The new stops.
        stops: Vec<StopJson>,
    },
    /// The operator plans the tour anew; new stops and parcels get their ids first.
    Planned {
        /// Identity, instants.
        head: Head,
        /// The plan.
        plan: Box<PlanJson>,
    },
    /// The driver typed the code that the recipient told, which is held against theirs first.
    DoorCode {
        /// Identity, instants.
        head: Head,
        /// For which parcel.
        parcel: ParcelId,
        /// The code.
        code: Secret,
    },
}

impl ReadEvent {
    /// Its identity.
    pub fn id(&self) -> EventId {
        match self {
            Self::Draft(draft) => draft.id,
            Self::StopsAdded { head, .. } | Self::Planned { head, .. } | Self::DoorCode { head, .. } => {
                head.id
            }
        }
    }

    /// When it happened, in the sender's clock.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Draft(draft) => draft.at,
            Self::StopsAdded { head, .. } | Self::Planned { head, .. } | Self::DoorCode { head, .. } => {
                head.at
            }
        }
    }
}

/// What every event has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its identity.
    pub id: EventId,
    /// When it happened, in the sender's clock.
    pub at: Timestamp,
    /// When it was sent, in the sender's clock.
    pub sent_at: Option<Timestamp>,
}

/// Why an event cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventProblem {
    /// The code of its first problem.
    pub code: String,
    /// All of its problems.
    pub detail: String,
}

/// Why a body is no batch at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchError {
    /// It holds too many events.
    TooMany {
        /// How many.
        count: usize,
    },
    /// It is no JSON, or not of a batch's shape.
    Invalid(Vec<InputProblem>),
}

impl From<BatchError> for Problem {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::TooMany { count } => Self::new(413, "too_many_events", "There are too many events")
                .with_detail(format!(
                    "a batch has at most {EVENTS_MAX} events and this one has {count}; send it in parts"
                )),
            BatchError::Invalid(problems) => Self::of_input(problems),
        }
    }
}

/// Reads a batch.
///
/// # Errors
/// When the body is no batch. What is wrong with single events is told with each of them.
pub fn read_batch(bytes: &[u8]) -> Result<Batch, BatchError> {
    let value = parse(bytes).map_err(|problem| BatchError::Invalid(vec![problem]))?;
    if let Some(Value::Array(events)) = value.get("events")
        && events.len() > EVENTS_MAX
    {
        return Err(BatchError::TooMany { count: events.len() });
    }
    read_value(&value, batch).map_err(BatchError::Invalid)
}

fn batch(field: Field<'_>) -> Option<Batch> {
    let object = field.open_object()?;
    let sent_at = object.optional("sent_at").and_then(|f| f.instant());
    let tour = object.optional("tour").and_then(|f| f.id());
    let list = object.required("events")?;
    let Value::Array(events) = list.value else { return list.not_a("a list") };
    Some(Batch { sent_at, tour, events: events.iter().map(|event| incoming(event, sent_at)).collect() })
}

fn incoming(value: &Value, sent_at: Option<Timestamp>) -> Incoming {
    let id = value.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let draft = read_value(value, |field| kinds::event(field, sent_at)).map_err(EventProblem::of);
    Incoming { id, draft }
}

impl EventProblem {
    fn of(problems: Vec<InputProblem>) -> Self {
        let code = problems
            .first()
            .map_or_else(|| "invalid".to_owned(), |problem| problem.code.clone().into_owned());
        let told: Vec<String> = problems.into_iter().map(told).collect();
        Self { code, detail: told.join("; ") }
    }
}

fn told(InputProblem { at, detail, .. }: InputProblem) -> String {
    if at.is_empty() { detail } else { format!("{at}: {detail}") }
}
