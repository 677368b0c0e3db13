//! Where the driver goes next, and when: the door is [`predict`]; [`Predictor::explain`] tells why, and [`judge`]
//! how well it held.
//!
//! The order is inferred from what the driver chose so far (`order`). Arrivals follow from the travel and service times
//! of the plan, or from its timetable and the lateness so far. Whoever makes this better changes what is behind the door
//! and nothing else.

mod chain;
mod explanation;
mod judgement;
mod order;
mod spread;
mod timetable;
mod ways;

use jiff::Timestamp;

pub use explanation::{ArrivalBasis, Choice, Explanation, Habit, HabitShare};
pub use judgement::{ArrivalScore, COUNT_MAX, CountScore, Judgement, judge};

use crate::tour::{StopProgress, StopState};
use crate::{StopId, TourState, Window};
use order::{BelievedOrder, OrderModel};

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

/// Foretells a tour, and keeps what it learnt of the driver for the next time.
#[derive(Debug, Clone, Default)]
pub struct Predictor {
    order: OrderModel,
}

impl Predictor {
    /// Foretells the rest of the tour. It is a function of the state and the instant: a predictor that followed the tour
    /// and a new one say the same, but the new one has to go through all that the driver chose.
    pub fn predict(&mut self, state: &TourState, now: Timestamp) -> Prediction {
        let order = self.order.believe(state);
        let arrivals = by_timetable(state, &order, now);
        let arrivals = arrivals.unwrap_or_else(|| chain::arrivals(state, &order.stops, now));
        let remaining = order
            .stops
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
        Prediction { remaining, order_is_sure: order.is_sure, confidence: order.confidence }
    }
}

/// Foretells the rest of a tour once.
pub fn predict(state: &TourState, now: Timestamp) -> Prediction {
    Predictor::default().predict(state, now)
}

/// Arrivals by the timetable, where the plan is one and the driver keeps to its order.
fn by_timetable(state: &TourState, order: &BelievedOrder<'_>, now: Timestamp) -> Option<Vec<Timestamp>> {
    order.is_planned.then(|| timetable::arrivals(state, &order.stops, now)).flatten()
}

fn arrived_at(stop: &StopProgress) -> Option<Timestamp> {
    match stop.state {
        StopState::Arrived { at, .. } => Some(at),
        _ => None,
    }
}
