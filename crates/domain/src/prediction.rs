//! Where the driver goes next, and when: the door is [`predict`]; [`Predictor::explain`] tells why, and [`judge`]
//! how well it held.
//!
//! The order is inferred from what the driver chose so far (`order`). Arrivals follow from the travel and service times
//! of the plan and the tour's own pace, or from its timetable and the lateness so far (`arrival`). Windows are as wide as
//! times and order are unsure (`spread`), and as those of this tour had to be so far (`hindsight`). What finished tours of
//! past days taught is an [`Experience`], and stands in for the plan's times. Whoever makes this better changes what is
//! behind the door and nothing else.

mod arrival;
mod costs;
mod counts;
mod evidence;
mod experience;
mod explanation;
mod ground;
mod hindsight;
mod judgement;
mod learnt;
mod order;
mod pace;
mod spread;
mod zones;

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

pub use experience::{
    District, Door, Drift, Effect, Effects, Experience, Hour, Lessons, ParcelClass, Scatter, Spreads, Sums,
};
pub use explanation::{ArrivalBasis, Choice, Explanation, Habit, HabitShare};
pub use judgement::{ArrivalScore, COUNT_MAX, CountScore, Judgement, judge};

use crate::tour::StopProgress;
use crate::{StopId, TourState, Window};
use ground::Node;
use learnt::Learnt;

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

impl Prediction {
    /// How many stops it is to a stop that remains, itself included; the one at which the driver is counts too.
    pub fn count_to(&self, stop: &PredictedStop) -> u16 {
        self.counted(stop.stops_away)
    }

    /// The fewest and the most that [`Prediction::count_to`] may be in truth, as far as that can be said.
    pub fn counts_to(&self, stop: &PredictedStop) -> (u16, u16) {
        (self.counted(stop.stops_away_range.fewest), self.counted(stop.stops_away_range.most))
    }

    fn counted(&self, stops_away: u16) -> u16 {
        let at_a_door = self.remaining.first().is_some_and(|first| first.arrived_at.is_some());
        stops_away.saturating_add(u16::from(at_a_door))
    }
}

/// A stop that remains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PredictedStop {
    /// Which.
    pub stop: StopId,
    /// How many stops it is until there, itself included: 1 means next, and 0 that the driver is there. What rises is
    /// told when it is confirmed, so this need not be the place in the order.
    pub stops_away: u16,
    /// What it may be in truth, about as often as [`WindowLevel::Usual`] says.
    pub stops_away_range: CountRange,
    /// When the count rose last because the driver went another way than was believed.
    pub rose_at: Option<Timestamp>,
    /// Since when the driver is there.
    pub arrived_at: Option<Timestamp>,
    /// When the driver is believed to arrive.
    pub arrival: Timestamp,
    /// A window that holds the arrival about as often as [`WindowLevel::Usual`] says.
    pub window: Window,
    /// The same for [`WindowLevel::Wide`]; the other window lies within it.
    pub wide_window: Window,
}

impl PredictedStop {
    /// The window that holds the arrival so often.
    pub fn window_of(&self, level: WindowLevel) -> Window {
        match level {
            WindowLevel::Usual => self.window,
            WindowLevel::Wide => self.wide_window,
        }
    }
}

/// The fewest and the most stops that it may be until a stop, itself included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CountRange {
    /// The fewest.
    pub fewest: u16,
    /// The most, never below the fewest.
    pub most: u16,
}

/// How often windows hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowLevel {
    /// Eight of ten, as recipients are told.
    Usual,
    /// Nine of ten, for those who plan by it.
    Wide,
}

impl WindowLevel {
    /// The probability that a window holds the arrival.
    pub fn probability(self) -> f64 {
        f64::from(self.percent()) / 100.0
    }

    /// The probability that it does not.
    fn missed(self) -> f32 {
        f32::from(100 - self.percent()) / 100.0
    }

    fn percent(self) -> u8 {
        match self {
            Self::Usual => 80,
            Self::Wide => 90,
        }
    }
}

/// How long the window of a stop stays open at which the driver is.
const STANDS_FOR: SignedDuration = SignedDuration::from_mins(2);

/// Foretells a tour, and keeps what it learnt of the driver for the next time.
#[derive(Debug, Clone, Default)]
pub struct Predictor {
    experience: Arc<Experience>,
    learnt: Option<Box<Learnt>>,
}

impl Predictor {
    /// A predictor that expects what past days taught; the default one expects the plan.
    pub fn new(experience: Arc<Experience>) -> Self {
        Self { experience, learnt: None }
    }

    /// Foretells the rest of the tour. It is a function of the state and the instant: a predictor that followed the tour
    /// and a new one say the same, but the new one has to go through all that the driver chose.
    pub fn predict(&mut self, state: &TourState, now: Timestamp) -> Prediction {
        self.learnt(state).prediction(state, now)
    }

    /// What is learnt of the tour as it is now.
    fn learnt(&mut self, state: &TourState) -> &Learnt {
        let before = self.learnt.take().map(|learnt| *learnt);
        self.learnt.insert(Box::new(Learnt::of(state, &self.experience, before)))
    }
}

/// Foretells the rest of a tour once, by its plan.
pub fn predict(state: &TourState, now: Timestamp) -> Prediction {
    Predictor::default().predict(state, now)
}

impl Learnt {
    fn prediction(&self, state: &TourState, now: Timestamp) -> Prediction {
        let belief = self.belief();
        Prediction {
            remaining: self.remaining(state, now),
            order_is_sure: belief.is_sure(),
            confidence: belief.confidence(),
        }
    }

    fn remaining(&self, state: &TourState, now: Timestamp) -> Vec<PredictedStop> {
        let stops: Vec<&StopProgress> = state.stops().collect();
        let id = |node: Node| Some(stops.get(self.ground.position(node)?)?.planned.id);
        let here = self.door().and_then(|(node, at)| Some(stood_at(id(node)?, at, now)));
        let to_come = self.foretold(state, now).into_iter().enumerate();
        let to_come = to_come.filter_map(|(rank, (node, spread, range))| {
            let window = |level| spread.window(self.hindsight.stretch(rank, level), now);
            let usual = window(WindowLevel::Usual);
            let told = self.told(node, u16::try_from(rank + 1).unwrap_or(u16::MAX));
            Some(PredictedStop {
                stop: id(node)?,
                stops_away: told.count,
                stops_away_range: range.with(told.count),
                rose_at: told.rose_at,
                arrived_at: None,
                arrival: spread.arrival(now),
                window: usual,
                wide_window: usual.and(window(WindowLevel::Wide)),
            })
        });
        here.into_iter().chain(to_come).collect()
    }
}

/// The stop at which the driver is.
fn stood_at(stop: StopId, reached_at: Timestamp, now: Timestamp) -> PredictedStop {
    let window = Window::between(reached_at.max(now), (reached_at + STANDS_FOR).max(now));
    let stops_away_range = CountRange::default();
    PredictedStop {
        stop,
        stops_away: 0,
        stops_away_range,
        rose_at: None,
        arrived_at: Some(reached_at),
        arrival: reached_at,
        window,
        wide_window: window,
    }
}
