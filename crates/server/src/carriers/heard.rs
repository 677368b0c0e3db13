//! Taking in what another carrier said of a parcel.

use doorstep_domain::{CarrierEvent, Heard, Parcel};
use doorstep_wire::carrier::CarrierEventsRead;
use doorstep_wire::event::EventResult;
use doorstep_wire::words::Word as _;
use http::StatusCode;
use jiff::SignedDuration;

use crate::error::ApiError;
use crate::state::AppState;

/// A carrier's clock may go before ours by so much: a time that was told without its zone is off by half a day.
const AHEAD_MAX: SignedDuration = SignedDuration::from_hours(24);

/// Takes in what another carrier said of a parcel, with the messages that follow; what became of each event. The pages
/// that are open show it at once.
///
/// # Errors
/// `own_carrier` when the operator's own drivers bring it; when the database fails.
pub(crate) async fn take_in(
    shared: &AppState,
    parcel: &Parcel,
    told: CarrierEventsRead,
) -> Result<Vec<EventResult>, ApiError> {
    let latest = shared.clock.now().saturating_add(AHEAD_MAX).unwrap_or(jiff::Timestamp::MAX);
    let judged: Vec<Result<CarrierEvent, EventResult>> = told
        .events
        .into_iter()
        .map(|event| event.and_then(|event| if event.at > latest { Err(ahead(&event)) } else { Ok(event) }))
        .collect();
    let events = judged.iter().filter_map(|event| event.as_ref().ok()).cloned().collect();
    let letters = shared.live.letters_of_carrier(parcel).await?;
    let told_of = shared.store.hear_carrier(parcel.id, events, letters).await?;
    let mut heard = told_of.ok_or_else(own_carrier)?.heard.into_iter();
    shared.live.parcel_changed(parcel.id).await;
    let results: Vec<EventResult> = judged
        .into_iter()
        .map(|event| match event {
            Ok(event) => result(&event, heard.next()),
            Err(refused) => refused,
        })
        .collect();
    let vocabulary = told.vocabulary.as_str();
    for result in &results {
        shared.metrics.count_carrier_events(vocabulary, result.result.as_str(), 1);
    }
    shared.metrics.count_carrier_events(vocabulary, "unknown_word", told.unknown_words);
    Ok(results)
}

fn result(event: &CarrierEvent, heard: Option<Heard>) -> EventResult {
    match heard {
        Some(Heard::Taken) => EventResult::taken(event.id),
        Some(Heard::Doubled) => EventResult::doubled(event.id),
        Some(Heard::TooOld) | None => {
            EventResult::refused(Some(event.id), "too_old", "so many newer events are kept of this parcel")
        }
    }
}

fn ahead(event: &CarrierEvent) -> EventResult {
    let detail = "this lies more than a day ahead; tell the instant with its offset from UTC";
    EventResult::refused(Some(event.id), "in_future", detail)
}

fn own_carrier() -> ApiError {
    let detail = "The operator's own drivers bring this parcel, and their tour tells of it. Say first that another \
                  carrier does (`carrier`).";
    ApiError::new(StatusCode::CONFLICT, "own_carrier", detail)
}
