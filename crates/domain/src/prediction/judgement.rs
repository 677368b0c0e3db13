//! How well a tour was foretold, found out when it is over: every forecast is held against what happened.
//!
//! A judgement holds sums and nothing of the tour, so that judgements can be added and nobody is found in them.

use std::ops::AddAssign;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Experience, PredictedStop, Predictor};
use crate::tour::{Evidence, Phase, StopState};
use crate::{StopId, TourEvent, TourState};

/// Counts are judged where so many stops remained in truth, or fewer: nobody is told larger ones.
pub const COUNT_MAX: usize = 10;

/// How many stops ahead a forecast looks: the bins of a judgement, each with its largest number of stops.
const BIN_ENDS: [usize; Judgement::BINS] = [1, 2, 3, 5, 10, 20, usize::MAX];

/// How well forecasts held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Windows and arrivals, by how many stops ahead they lay: 1, 2, 3, 4 to 5, 6 to 10, 11 to 20, more.
    pub arrivals: [ArrivalScore; Judgement::BINS],
    /// Numbers of stops.
    pub counts: CountScore,
}

/// How well windows and arrivals held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ArrivalScore {
    /// How many there were.
    pub windows: u64,
    /// How many windows held the arrival.
    pub kept: u64,
    /// The sum of their widths, in seconds.
    pub width_s: u64,
    /// The sum of how far believed and true arrivals lay apart, in seconds.
    pub error_s: u64,
}

/// How well numbers of stops held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CountScore {
    /// How many could be told.
    pub told: u64,
    /// How many of them were right.
    pub exact: u64,
    /// How many were right or one off.
    pub within_one: u64,
    /// Of how many no single one was told because the order was not sure enough.
    pub untold: u64,
}

impl Judgement {
    /// How many bins there are.
    pub const BINS: usize = 7;

    /// The smallest and the largest number of stops ahead of a bin; the last one has no largest.
    pub fn bin(index: usize) -> Option<(usize, Option<usize>)> {
        let last = *BIN_ENDS.get(index)?;
        let before = index.checked_sub(1).and_then(|before| BIN_ENDS.get(before)).copied().unwrap_or(0);
        Some((before + 1, Some(last).filter(|last| *last < usize::MAX)))
    }

    /// Windows and arrivals, however far ahead.
    pub fn all_arrivals(&self) -> ArrivalScore {
        let mut all = ArrivalScore::default();
        self.arrivals.iter().for_each(|bin| all += *bin);
        all
    }

    fn arrival(&mut self, ahead: usize, foretold: &PredictedStop, truth: Timestamp) {
        let bin = BIN_ENDS.iter().position(|last| ahead <= *last);
        let Some(score) = bin.and_then(|bin| self.arrivals.get_mut(bin)) else { return };
        score.windows += 1;
        score.kept += u64::from(foretold.window.contains(truth));
        score.width_s += whole_s(foretold.window.width());
        score.error_s += whole_s(foretold.arrival.duration_since(truth));
    }

    fn count(&mut self, told: Option<usize>, truth: usize) {
        match told {
            Some(told) => {
                self.counts.told += 1;
                self.counts.exact += u64::from(told == truth);
                self.counts.within_one += u64::from(told.abs_diff(truth) <= 1);
            }
            None => self.counts.untold += 1,
        }
    }
}

impl AddAssign for Judgement {
    fn add_assign(&mut self, other: Self) {
        self.arrivals.iter_mut().zip(other.arrivals).for_each(|(own, theirs)| *own += theirs);
        self.counts += other.counts;
    }
}

impl AddAssign for ArrivalScore {
    fn add_assign(&mut self, other: Self) {
        self.windows += other.windows;
        self.kept += other.kept;
        self.width_s += other.width_s;
        self.error_s += other.error_s;
    }
}

impl AddAssign for CountScore {
    fn add_assign(&mut self, other: Self) {
        self.told += other.told;
        self.exact += other.exact;
        self.within_one += other.within_one;
        self.untold += other.untold;
    }
}

/// Judges a tour that is over, from all its events in the order in which they were received. After each served stop,
/// what was foretold then, with what past days taught, is held against what happened. A stop that was left out is not judged.
pub fn judge(events: &[TourEvent], experience: Arc<Experience>) -> Judgement {
    let truth = Truth::of(events);
    let mut judgement = Judgement::default();
    let (mut state, mut predictor, mut served) = (TourState::default(), Predictor::new(experience), 0);
    // What was received together was seen together.
    for together in events.chunk_by(|a, b| a.received_at == b.received_at) {
        let Some(now) = together.first().map(|event| event.received_at) else { continue };
        state.fold_all(together.iter().cloned());
        let served_now = state.stops().filter(|stop| served_at(stop.state).is_some()).count();
        if served_now > served && !matches!(state.phase(), Phase::Ended { .. }) {
            truth.hold_against(&mut judgement, &state, &mut predictor, now);
        }
        served = served_now;
    }
    judgement
}

/// When stops were reached and served in truth, in the order in which they were served.
struct Truth(Vec<Reached>);

struct Reached {
    stop: StopId,
    arrived_at: Timestamp,
    served_at: Timestamp,
    /// Whether it was inferred only: it stands in the order, but is no truth to judge by.
    is_inferred: bool,
}

impl Truth {
    fn of(events: &[TourEvent]) -> Self {
        let mut state = TourState::default();
        state.fold_all(events.iter().cloned());
        let mut reached: Vec<Reached> =
            state.stops().filter_map(|stop| reached(stop.planned.id, stop.state)).collect();
        reached.sort_by_key(|reached| (reached.served_at, reached.arrived_at));
        Self(reached)
    }

    fn hold_against(
        &self,
        judgement: &mut Judgement,
        state: &TourState,
        predictor: &mut Predictor,
        now: Timestamp,
    ) {
        let prediction = predictor.predict(state, now);
        let to_come: Vec<&Reached> = self.0.iter().filter(|reached| reached.served_at > now).collect();
        for (foretold, ahead) in prediction.remaining.iter().zip(1..) {
            let truth = to_come.iter().zip(1..).find(|(reached, _)| reached.stop == foretold.stop);
            // Of a door that the driver has reached, known or not, nothing is foretold any more.
            let is_truth = |reached: &Reached| reached.arrived_at > now && !reached.is_inferred;
            let Some((reached, count)) = truth.filter(|(reached, _)| is_truth(reached)) else {
                continue;
            };
            judgement.arrival(ahead, foretold, reached.arrived_at);
            if count <= COUNT_MAX {
                let told = usize::from(prediction.count_to(foretold));
                judgement.count(prediction.order_is_sure.then_some(told), count);
            }
        }
    }
}

fn reached(stop: StopId, state: StopState) -> Option<Reached> {
    let served_at = served_at(state)?;
    // Where the arrival was not seen, the work stands for it.
    let arrived_at = match state {
        StopState::Served { arrived_at: Some(arrived_at), .. } => arrived_at,
        _ => served_at,
    };
    let is_inferred = matches!(state, StopState::Served { by: Evidence::Inferred, .. });
    Some(Reached { stop, arrived_at, served_at, is_inferred })
}

fn served_at(state: StopState) -> Option<Timestamp> {
    match state {
        StopState::Served { at, .. } => Some(at),
        _ => None,
    }
}

fn whole_s(span: SignedDuration) -> u64 {
    span.as_secs().unsigned_abs()
}
