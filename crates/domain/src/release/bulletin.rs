//! What is told of a tour: made at every full minute, so that nobody learns at which second something happened.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::prediction::{CountRange, PredictedStop, Prediction};
use crate::tour::{Phase, StopProgress, StopState};
use crate::view::Reason;
use crate::{Place, StopId, TourState, Window};

/// Seconds from one bulletin to the next.
const EVERY_S: i64 = 60;

/// What is told of a tour from an instant on.
#[derive(Debug, Clone, PartialEq)]
pub struct Bulletin {
    /// The instant that it is of.
    pub(crate) at: Timestamp,
    /// Whether it is one of those that are made at full minutes, which tell no second.
    is_of_minute: bool,
    pub(crate) phase: Phase,
    /// When the vehicle was heard of last.
    pub(crate) heard_at: Option<Timestamp>,
    /// Where it was then, when that is told at once; for rules alone, it leaves with no view.
    pub(crate) place: Option<Place>,
    pub(crate) is_doubtful: bool,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) order_is_sure: bool,
    pub(crate) confidence: f64,
    /// The stops that remain, in the order that is believed.
    order: Vec<StopId>,
    stops: BTreeMap<StopId, StopNews>,
}

/// What is told of a stop.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StopNews {
    pub(crate) state: StopState,
    pub(crate) promise: Option<Window>,
    pub(crate) place: Option<Place>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) foretold: Option<Foretold>,
}

/// What is foretold of a stop that remains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Foretold {
    pub(crate) count: u16,
    pub(crate) counts: CountRange,
    pub(crate) window: Window,
    pub(crate) arrival: Timestamp,
    pub(crate) arrived_at: Option<Timestamp>,
    pub(crate) rose_at: Option<Timestamp>,
}

impl Bulletin {
    /// The full minute whose bulletin is told at an instant.
    pub fn minute(now: Timestamp) -> Timestamp {
        Timestamp::from_second(now.as_second().div_euclid(EVERY_S) * EVERY_S).unwrap_or(now)
    }

    /// The next full minute after an instant.
    pub fn next_minute(now: Timestamp) -> Timestamp {
        Timestamp::from_second(Self::minute(now).as_second().saturating_add(EVERY_S)).unwrap_or(now)
    }

    /// What is told at a full minute of a tour, from what is public of it then and foretold from that.
    pub fn of_minute(
        tour: &TourState,
        public: &TourState,
        prediction: &Prediction,
        minute: Timestamp,
    ) -> Self {
        Self {
            is_of_minute: true,
            heard_at: tour.position().map(|position| position.at),
            place: None,
            is_doubtful: tour.position_is_doubtful(minute),
            ..Self::of(public, prediction, minute)
        }
    }

    /// What is told at once of a tour as it is.
    pub fn of(tour: &TourState, prediction: &Prediction, at: Timestamp) -> Self {
        let foretold: BTreeMap<StopId, Foretold> =
            prediction.remaining.iter().map(|stop| (stop.stop, Foretold::of(prediction, stop))).collect();
        let position = tour.position();
        let stops =
            tour.stops().map(|stop| (stop.planned.id, StopNews::of(stop, foretold.get(&stop.planned.id))));
        Self {
            at,
            is_of_minute: false,
            phase: tour.phase(),
            heard_at: position.map(|position| position.at),
            place: position.map(|position| position.place),
            is_doubtful: tour.position_is_doubtful(at),
            reasons: tour.reasons().to_vec(),
            order_is_sure: prediction.order_is_sure,
            confidence: prediction.confidence,
            order: prediction.remaining.iter().map(|stop| stop.stop).collect(),
            stops: stops.collect(),
        }
    }

    /// The instant that it is of.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// When what happened at an instant is said to have happened.
    pub(crate) fn told_at(&self, at: Timestamp) -> Timestamp {
        if self.is_of_minute { Self::minute(at) } else { at }
    }

    /// The stops that remain as far as is told, in the order that is told.
    pub(super) fn remaining<'a>(&'a self, tour: &'a TourState) -> impl Iterator<Item = &'a StopProgress> {
        let remains =
            |stop: &&StopId| self.stop(**stop).is_some_and(|news| news.state == StopState::Remaining);
        self.order.iter().filter(remains).filter_map(|stop| tour.stop(*stop))
    }

    /// The stops to come in the order that is told, without those that are done by now.
    pub(super) fn to_come<'a>(&'a self, tour: &'a TourState) -> impl Iterator<Item = &'a StopProgress> {
        self.order
            .iter()
            .filter_map(|stop| tour.stop(*stop))
            .filter(|stop| stop.state == StopState::Remaining)
    }

    pub(crate) fn stop(&self, stop: StopId) -> Option<&StopNews> {
        self.stops.get(&stop)
    }
}

impl StopNews {
    fn of(stop: &StopProgress, foretold: Option<&Foretold>) -> Self {
        Self {
            state: stop.state,
            promise: stop.planned.window,
            place: stop.planned.place,
            reasons: stop.reasons.clone(),
            foretold: foretold.copied(),
        }
    }
}

impl Foretold {
    fn of(prediction: &Prediction, stop: &PredictedStop) -> Self {
        let (fewest, most) = prediction.counts_to(stop);
        Self {
            count: prediction.count_to(stop),
            counts: CountRange { fewest, most },
            window: stop.window,
            arrival: stop.arrival,
            arrived_at: stop.arrived_at,
            rose_at: stop.rose_at,
        }
    }
}
