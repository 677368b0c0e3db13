//! Batches of events: reading one, and telling what became of each.

use bytes::Bytes;
use doorstep_domain::EventId;
use doorstep_wire::event::{Batch, BatchError, EVENTS_MAX, EventResult, read_batch};
use http::StatusCode;

use super::input::aside;
use crate::error::ApiError;
use crate::live::Verdict;
use crate::state::AppState;

/// Reads a batch.
///
/// # Errors
/// `too_many_events`, or what is wrong with the batch as a whole. Single events that cannot be read are in it.
pub(super) async fn read_events(shared: &AppState, body: Bytes) -> Result<Batch, ApiError> {
    let batch = aside(body, read_batch).await?.map_err(|error| match error {
        BatchError::TooMany { count } => {
            let detail = format!(
                "A batch has at most {EVENTS_MAX} events, and this one has {count}. Send it in parts."
            );
            ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, "too_many_events", detail)
        }
        BatchError::Invalid(problems) => ApiError::invalid(problems),
    })?;
    for event in &batch.events {
        if event.draft.is_err() {
            shared.metrics.count_refused("unreadable");
        }
    }
    Ok(batch)
}

/// What became of an event.
pub(super) fn result_of(id: EventId, verdict: Option<Verdict>) -> EventResult {
    match verdict {
        Some(Verdict::Taken) => EventResult::taken(id),
        Some(Verdict::Doubled) => EventResult::doubled(id),
        Some(Verdict::Refused(refusal)) => {
            EventResult::refused(Some(id), refusal.code(), refusal.to_string())
        }
        None => EventResult::refused(Some(id), "no_tour", "the driver has no tour that this could belong to"),
    }
}
