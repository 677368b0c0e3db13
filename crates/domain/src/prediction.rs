//! Where the driver goes next, and when: the door is [`predict`].
//!
//! The order is the believed one of the tour. Arrivals follow from the travel and service times of the plan, or from
//! its timetable and the lateness so far. Whoever makes this better changes what is behind the door and nothing else.

mod chain;
mod spread;
mod timetable;

use jiff::Timestamp;

use crate::tour::{StopProgress, StopState};
use crate::{StopId, TourState, Window};

/// What is foretold for a tour.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// The stops that remain, in the order in which they are believed to be served.
    pub remaining: Vec<PredictedStop>,
    /// Whether that order is sure enough to count by.
    pub order_is_sure: bool,
    /// How probable it is that the next stop is the one believed, 0 to 1.
    pub confidence: f64,
}

/// A stop that remains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PredictedStop {
    /// Which.
    pub stop: StopId,
    /// Since when the driver is there.
    pub arrived_at: Option<Timestamp>,
    /// When the driver is believed to arrive.
    pub arrival: Timestamp,
    /// A window that holds the arrival with a probability of about [`WINDOW_LEVEL`].
    pub window: Window,
}

/// The probability that a window is made for.
pub const WINDOW_LEVEL: f64 = 0.8;

/// Foretells the rest of a tour.
pub fn predict(state: &TourState, now: Timestamp) -> Prediction {
    let open = believed_order(state);
    let arrivals = match timetable::arrivals(state, &open, now) {
        Some(arrivals) => arrivals,
        None => chain::arrivals(state, &open, now),
    };
    let remaining = open
        .iter()
        .zip(arrivals)
        .enumerate()
        .map(|(ahead, (stop, arrival))| PredictedStop {
            stop: stop.planned.id,
            arrived_at: arrived_at(stop),
            arrival,
            window: spread::window(arrival, ahead, now),
        })
        .collect();
    let ranks = &state.progress().ranks;
    Prediction {
        remaining,
        order_is_sure: ranks.trusted() && starts_in_order(&open),
        confidence: ranks.confidence(),
    }
}

/// The open stops: the one where the driver is, then the others in the believed order.
fn believed_order(state: &TourState) -> Vec<&StopProgress> {
    let mut open: Vec<&StopProgress> = state.stops().filter(|stop| stop.state.is_open()).collect();
    open.sort_by_key(|stop| stop.state == StopState::Remaining);
    open
}

/// Whether the driver, where they stand at a stop, stands at the one that was next.
fn starts_in_order(open: &[&StopProgress]) -> bool {
    let index = |stop: &&StopProgress| stop.travel_index;
    match (open.first(), open.get(1)) {
        (Some(first), Some(second)) if first.state != StopState::Remaining => index(first) <= index(second),
        _ => true,
    }
}

fn arrived_at(stop: &StopProgress) -> Option<Timestamp> {
    match stop.state {
        StopState::Arrived { at, .. } => Some(at),
        _ => None,
    }
}
