//! What is believed of a tour, and why: everything that led to a prediction, for those who ask.

use jiff::{SignedDuration, Timestamp};

use super::{Prediction, Predictor};
use crate::tour::Anomalies;
use crate::view::Reason;
use crate::visibility::Nearness;
use crate::{StopId, TourState};

/// What a driver may do with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// Drives it as planned, what was left out first.
    AsPlanned,
    /// Drives it as planned from here on, what was left out at the end.
    OnFromHere,
    /// Drives it backwards.
    Backwards,
    /// Takes the shortest way.
    Shortest,
    /// Takes the shortest way that keeps to the plan where that costs little.
    NearPlan,
    /// Takes the shortest way that leaves no zone before it is done.
    ZoneByZone,
    /// Goes to what is near first.
    NearFirst,
}

/// How much a habit is believed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HabitShare {
    /// Which.
    pub habit: Habit,
    /// Its weight among all that are possible, 0 to 1.
    pub share: f64,
    /// Which stop it says is next; `None` when none remains.
    pub next: Option<StopId>,
}

/// A stop that the driver chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Which.
    pub stop: StopId,
    /// When it was served, or since when the driver is there.
    pub at: Timestamp,
    /// How many stops the order that was believed before put in front of it: 0 means that it was foretold.
    pub rank: usize,
}

/// How arrivals are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrivalBasis {
    /// From the planned instants.
    Timetable {
        /// How much later than planned the next stop is believed to be reached; negative when earlier.
        late: SignedDuration,
    },
    /// By adding up travel and service times.
    TravelTimes,
}

/// A prediction and what led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What is foretold: the order, its arrivals and windows, and how sure it is.
    pub prediction: Prediction,
    /// The habits that are possible, the most believed first.
    pub habits: Vec<HabitShare>,
    /// What the driver chose last, newest first; nothing from before the plan was made anew.
    pub choices: Vec<Choice>,
    /// How the arrivals are made; `None` when no stop remains.
    pub arrivals: Option<ArrivalBasis>,
    /// How long ago the vehicle was heard of last.
    pub position_age: Option<SignedDuration>,
    /// What the recipients of the whole tour were told, newest first.
    pub reasons: Vec<Reason>,
    /// What did not fit.
    pub anomalies: Anomalies,
}

impl Predictor {
    /// Foretells the rest of the tour as [`Predictor::predict`] does, and tells why.
    pub fn explain(&mut self, state: &TourState, now: Timestamp) -> Explanation {
        let learnt = self.learnt(state);
        Explanation {
            prediction: learnt.prediction(state, now),
            habits: learnt.habit_shares(state),
            choices: learnt.last_choices(state),
            arrivals: learnt.arrival_basis(state, now),
            position_age: state.position().map(|position| now.duration_since(position.at)),
            reasons: state.reasons().iter().rev().copied().collect(),
            anomalies: state.anomalies(),
        }
    }
}

impl Explanation {
    /// How near the driver was to a stop, as the operator's rules look at it.
    pub fn nearness(&self, state: &TourState, stop: StopId, now: Timestamp) -> Nearness {
        let foretold = self.prediction.remaining.iter().find(|known| known.stop == stop);
        let place = state.stop(stop).and_then(|stop| stop.planned.place);
        Nearness {
            stops: foretold.map(|stop| self.prediction.count_to(stop)),
            duration: foretold.map(|stop| stop.arrival.duration_since(now)),
            distance: state.position().zip(place).map(|(here, place)| here.place.distance_to(place)),
            confidence: self.prediction.confidence,
        }
    }
}
