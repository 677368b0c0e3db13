//! One tour in the dispatcher's list.

use doorstep_domain::tour::{Anomalies, StopState};
use doorstep_domain::{Personal, Phase, StopId, TourId, TourState};
use doorstep_store::{StopDetails, TourRecord};
use doorstep_wire::tour::AnomaliesJson;
use jiff::Timestamp;

use super::odd;
use crate::pages::reader::Reader;

/// What the list tells of a tour, in no language yet.
#[derive(Debug, Clone)]
pub(crate) struct TourFacts {
    /// Its identity.
    id: TourId,
    /// The operator's own name for it.
    pub(crate) reference: String,
    /// Who drives.
    pub(crate) driver: Option<Personal>,
    phase: Phase,
    is_map_hidden: bool,
    done: usize,
    stops: usize,
    next: Option<Next>,
    anomalies: Anomalies,
}

/// The stop that comes next.
#[derive(Debug, Clone)]
struct Next {
    address: Personal,
    arrived_at: Option<Timestamp>,
}

impl TourFacts {
    /// What the list tells of a tour with this state.
    pub(crate) fn of(
        record: TourRecord,
        driver: Option<Personal>,
        state: &TourState,
        details: &[StopDetails],
    ) -> Self {
        let open = state.stops().find(|stop| stop.state.is_open() && !stop.is_held());
        let next = open.and_then(|stop| {
            let arrived_at = match stop.state {
                StopState::Arrived { at, .. } => Some(at),
                _ => None,
            };
            Some(Next { address: address(stop.planned.id, details)?, arrived_at })
        });
        Self {
            id: record.id,
            reference: record.reference,
            driver,
            phase: state.phase(),
            is_map_hidden: state.is_map_hidden() && is_under_way(state.phase()),
            done: state.stops().filter(|stop| !stop.state.is_open()).count(),
            stops: state.stops().count(),
            next: next.filter(|_| !matches!(state.phase(), Phase::Ended { .. })),
            anomalies: state.anomalies(),
        }
    }
}

fn address(stop: StopId, details: &[StopDetails]) -> Option<Personal> {
    details.iter().find(|details| details.stop == stop).map(|details| details.address.clone())
}

/// A tour in the reader's words.
pub(super) struct TourLine {
    pub(super) id: TourId,
    pub(super) reference: String,
    pub(super) driver: String,
    pub(super) phase: String,
    pub(super) progress: String,
    pub(super) done: usize,
    pub(super) stops: usize,
    pub(super) next: String,
    pub(super) oddities: String,
}

impl TourLine {
    pub(super) fn of(tour: &TourFacts, reader: &Reader) -> Self {
        let driver = tour.driver.as_ref().map(|name| name.reveal().to_owned());
        Self {
            id: tour.id,
            reference: tour.reference.clone(),
            driver: driver.unwrap_or_else(|| reader.say("dispatch-no-driver").into_owned()),
            phase: now(tour, reader),
            progress: reader.say_with(
                "dispatch-progress-value",
                [("done", tour.done.to_string().into()), ("all", tour.stops.to_string().into())],
            ),
            done: tour.done,
            stops: tour.stops,
            next: tour.next.as_ref().map(|next| next_words(next, reader)).unwrap_or_default(),
            oddities: oddities(tour.anomalies, reader),
        }
    }
}

fn is_under_way(phase: Phase) -> bool {
    matches!(phase, Phase::Underway { .. } | Phase::OnBreak { .. })
}

/// What the tour does now, and whether recipients see its map at all.
fn now(tour: &TourFacts, reader: &Reader) -> String {
    let phase = phase(tour.phase, reader);
    if tour.is_map_hidden { reader.say_with("dispatch-map-hidden", [("phase", phase.into())]) } else { phase }
}

fn phase(phase: Phase, reader: &Reader) -> String {
    let at = |key, at| reader.say_with(key, [("time", reader.time(at).into())]);
    match phase {
        Phase::NotStarted => reader.say("dispatch-phase-not-started").into_owned(),
        Phase::Underway { since } => at("dispatch-phase-underway", since),
        Phase::OnBreak { since } => at("dispatch-phase-on-break", since),
        Phase::Ended { at: ended } => at("dispatch-phase-ended", ended),
    }
}

fn next_words(next: &Next, reader: &Reader) -> String {
    let address = next.address.reveal().lines().next().unwrap_or_default().to_owned();
    match next.arrived_at {
        Some(at) => reader
            .say_with("dispatch-next-since", [("address", address.into()), ("time", reader.time(at).into())]),
        None => address,
    }
}

/// What does not fit, each with how often.
fn oddities(anomalies: Anomalies, reader: &Reader) -> String {
    let all = odd::oddities(&AnomaliesJson::from(anomalies), reader);
    let counted = all.iter().filter(|odd| odd.count > 0).map(|odd| odd.counted(reader));
    counted.collect::<Vec<_>>().join(", ")
}
