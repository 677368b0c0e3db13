//! What happened while nobody saw the vehicle: stops that lie on the way and for which there was time are believed to
//! be served, until the vehicle is seen to go there after all.

use jiff::{SignedDuration, Timestamp};

use super::Progress;
use crate::StopId;
use crate::tour::halt::Halt;
use crate::tour::stops::{Evidence, StopProgress, StopState};
use crate::tour::ways::{DRIVE_SPREAD, SERVICE_SPREAD, Spot, Ways, service};

/// So many stops at most are believed to be served between two that were seen.
const STOPS_MAX: u8 = 8;
/// How much less probable each further one is beforehand.
const EACH: f64 = 0.6;
/// A stop that is farther off the way than this would have been no stop on the way.
const OFF_THE_WAY_S: f64 = 90.0;

/// The stop that the vehicle was seen to leave last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LastSeen {
    pub(super) stop: StopId,
    /// Until when it was seen there.
    pub(super) until: Timestamp,
    /// How long nobody saw it right after that, but for driving on.
    pub(super) unseen: SignedDuration,
    /// The same of all the time since.
    pub(super) unseen_since: SignedDuration,
}

impl Progress {
    /// Serves the stops for which there was time between the stop left last and the one where the vehicle is seen now,
    /// when nobody saw how it came here.
    pub(super) fn serve_unseen(&mut self, here: StopId, halt: &Halt) {
        let Some(left) =
            self.last_seen.filter(|left| !halt.unseen_before().is_zero() && self.was_served_last(left.stop))
        else {
            return;
        };
        let (Some(last), Some(here)) = (self.stops.get(left.stop), self.stops.get(here)) else { return };
        let rest =
            |stop: &StopProgress, unseen: SignedDuration| (service(stop) / 2).min(unseen / 2).as_secs_f64();
        let work_s = rest(last, left.unseen) + rest(here, halt.unseen_before());
        let way = Way { ways: Ways::by(self.travel.as_ref()), last, here };
        let between =
            way.most_probable(self.open_but(here), left.unseen_since, Needed::default().and_work(work_s));
        let every =
            halt.since.duration_since(left.until) / i32::try_from(between.len() + 1).unwrap_or(i32::MAX);
        let mut at = left.until;
        for stop in between {
            at += every;
            self.served(stop, Some(at), at, Evidence::Inferred);
        }
    }

    /// Whether a stop is the last one that was served, and no scan told so: where scans tell, nothing is inferred.
    fn was_served_last(&self, stop: StopId) -> bool {
        let seen =
            |known: &StopProgress| matches!(known.state, StopState::Served { by, .. } if by > Evidence::Told);
        self.last_served.is_some_and(|(last, _)| last == stop) && self.stops.get(stop).is_some_and(seen)
    }

    fn open_but(&self, here: &StopProgress) -> Vec<&StopProgress> {
        let is_other = |stop: &&StopProgress| stop.is_counted() && stop.planned.id != here.planned.id;
        self.stops.iter().filter(is_other).collect()
    }
}

/// The way from one stop to another.
struct Way<'a> {
    ways: Ways,
    last: &'a StopProgress,
    here: &'a StopProgress,
}

impl Way<'_> {
    /// The stops in between when nobody saw the vehicle for so long, in their order: as many of them as is most
    /// probable, each the one that is least off the way.
    fn most_probable(
        &self,
        mut open: Vec<&StopProgress>,
        unseen: SignedDuration,
        mut needed: Needed,
    ) -> Vec<StopId> {
        let mut way = vec![self.last, self.here];
        let mut best = (needed.probability_of(unseen), 0, way.clone());
        for count in 1..=STOPS_MAX {
            let Some((index, leg, more_s)) = self.least_off(&way, &open) else { break };
            let stop = open.swap_remove(index);
            way.insert(leg + 1, stop);
            needed = needed.and_drive(more_s).and_work(service(stop).as_secs_f64());
            let probability = needed.probability_of(unseen) + f64::from(count) * EACH.ln();
            if probability > best.0 {
                best = (probability, usize::from(count), way.clone());
            }
        }
        let (_, count, way) = best;
        way.into_iter().skip(1).take(count).map(|stop| stop.planned.id).collect()
    }

    /// Which of the open stops is the least off a way, in which of its legs, and by how many seconds.
    fn least_off(&self, way: &[&StopProgress], open: &[&StopProgress]) -> Option<(usize, usize, f64)> {
        let off = |stop: &StopProgress, from: &StopProgress, to: &StopProgress| {
            Some(self.drive(from, stop)? + self.drive(stop, to)? - self.drive(from, to)?)
        };
        let legs = || way.iter().zip(way.iter().skip(1)).enumerate();
        let all = open.iter().enumerate().flat_map(|(index, stop)| {
            legs().filter_map(move |(leg, (from, to))| Some((index, leg, off(stop, from, to)?)))
        });
        all.min_by(|a, b| a.2.total_cmp(&b.2)).filter(|(_, _, more_s)| *more_s <= OFF_THE_WAY_S)
    }

    fn drive(&self, from: &StopProgress, to: &StopProgress) -> Option<f64> {
        Some(self.ways.travel(Spot::of(from)?, Spot::of(to)?).as_secs_f64())
    }
}

/// How long driving and work take, and the variance of that.
#[derive(Debug, Clone, Copy)]
struct Needed {
    seconds: f64,
    variance: f64,
}

impl Default for Needed {
    /// Nothing, known to about half a minute.
    fn default() -> Self {
        Self { seconds: 0.0, variance: 900.0 }
    }
}

impl Needed {
    fn and_drive(self, seconds: f64) -> Self {
        self.and(seconds, DRIVE_SPREAD)
    }

    fn and_work(self, seconds: f64) -> Self {
        self.and(seconds, SERVICE_SPREAD)
    }

    fn and(self, seconds: f64, spread: f32) -> Self {
        let deviation = f64::from(spread) * seconds;
        Self { seconds: self.seconds + seconds, variance: self.variance + deviation * deviation }
    }

    /// The logarithm of the density of the normal distribution, but for a constant.
    fn probability_of(self, took: SignedDuration) -> f64 {
        let off = took.as_secs_f64() - self.seconds;
        -off * off / (2.0 * self.variance) - self.variance.ln() / 2.0
    }
}
