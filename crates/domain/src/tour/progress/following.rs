//! What fixes tell of stops: where the vehicle halts, what it passes, and when it leaves.

use jiff::{SignedDuration, Timestamp};

use super::unseen::LastSeen;
use super::{Progress, count_of};
use crate::prediction::service;
use crate::tour::fixes::KeptFix;
use crate::tour::halt::{Followed, Halt};
use crate::tour::stops::{Evidence, StopProgress, StopState};
use crate::{Place, StopId};

/// A vehicle that stands this long at a stop has arrived there.
const ARRIVED_AFTER: SignedDuration = SignedDuration::from_secs(15);
/// A vehicle that stood this long at a stop has served it (the shortest tenth of real halts is under 36 s).
const SERVED_AFTER: SignedDuration = SignedDuration::from_secs(25);
/// A driver who is this far from where they arrived has left.
const LEFT_M: f64 = 150.0;
/// How far from a stop a vehicle may stand that serves it.
const NEAR_STOP_M: f64 = 50.0;
/// The same in degrees of latitude, rounded up: what is farther north or south needs no square root.
const NEAR_STOP_DEG: f64 = 0.000_5;
/// How far from a parking place the other stops are that are served from it.
const BESIDE_M: f64 = 30.0;
/// So many of them at most.
const BESIDE_MAX: usize = 5;
/// How probable it is that a stop so near is served from there too, before anything is known of how long.
const ALSO_SERVED: f64 = 0.5;
/// The deviation of the logarithm of service times (0.55 at real stops).
const SERVICE_LOG_DEVIATION: f64 = 0.55;
/// Each stop earlier in the believed order makes up for this much distance.
const RANK_M: f64 = 3.0;

impl Progress {
    pub(super) fn follow_line(&mut self, fix: &KeptFix) {
        let passed = self.line.as_mut().map(|line| line.advance(fix)).unwrap_or_default();
        for passage in passed {
            self.served(passage.stop, Some(passage.at), passage.at, Evidence::Passed);
        }
    }

    pub(super) fn follow_halts(&mut self, fix: &KeptFix) {
        let halt = match self.halt.map(|halt| (halt, halt.follow(fix))) {
            None => Halt::at(fix),
            Some((_, Followed::Stands(halt))) => halt,
            Some((halt, Followed::Left { at, unseen_after, next })) => {
                if let Some(stop) = self.halted_at.take() {
                    self.leave_by_halt(stop, &halt, at, unseen_after);
                }
                if let Some(seen) = &mut self.last_seen {
                    seen.unseen_since += next.unseen_before();
                }
                next
            }
        };
        if self.halted_at.is_none() && (!halt.unseen_before().is_zero() || halt.length() >= ARRIVED_AFTER) {
            let reach_m = if halt.length() >= ARRIVED_AFTER { NEAR_STOP_M } else { BESIDE_M };
            self.halted_at = self.stop_at(halt.centre, reach_m);
            self.arrive_by_halt(&halt);
        }
        self.halt = Some(halt);
    }

    /// A driver who said that they arrived, and is far away now, is done there even if no scan tells so: one that was
    /// forgotten must not make everyone behind wait for it.
    pub(super) fn leave_the_door(&mut self, fix: &KeptFix) {
        let Some(door) = &mut self.door else { return };
        let place = *door.place.get_or_insert(fix.place);
        let (stop, since) = (door.stop, door.since);
        if fix.at.duration_since(since) < SERVED_AFTER || place.distance_to(fix.place).0 <= LEFT_M {
            return;
        }
        self.door = None;
        let told = StopState::Arrived { at: since, by: Evidence::Told };
        if self.stops.get(stop).is_some_and(|known| known.state == told) {
            self.served(stop, Some(since), fix.at, Evidence::Halt);
        }
    }

    fn arrive_by_halt(&mut self, halt: &Halt) {
        let Some(stop) = self.halted_at else { return };
        self.serve_unseen(stop, halt);
        let Some(known) = self.stops.get_mut(stop) else { return };
        match known.state {
            StopState::Remaining => {}
            // It was believed to be served while nobody saw the vehicle, but is served now.
            StopState::Served { by: Evidence::Inferred, .. } => known.choice = None,
            _ => return,
        }
        known.state = StopState::Arrived { at: halt.began_at(), by: Evidence::Halt };
    }

    fn leave_by_halt(&mut self, stop: StopId, halt: &Halt, left_at: Timestamp, unseen: SignedDuration) {
        let Some(StopState::Arrived { by: Evidence::Halt, at }) =
            self.stops.get(stop).map(|known| known.state)
        else {
            return;
        };
        let stood = halt.stood(unseen);
        if stood >= SERVED_AFTER {
            self.last_seen =
                Some(LastSeen { stop, until: halt.until, unseen, unseen_since: SignedDuration::ZERO });
            self.serve_from(stop, halt, at, (at + stood).min(left_at));
        } else if let Some(known) = self.stops.get_mut(stop) {
            known.state = StopState::Remaining;
        }
    }

    /// Serves the stop of a halt, and those beside it for which the vehicle stood long enough as well.
    fn serve_from(&mut self, stop: StopId, halt: &Halt, since: Timestamp, left_at: Timestamp) {
        let work_of = |id| self.stops.get(id).map_or(SignedDuration::ZERO, service);
        let stood = left_at.duration_since(since);
        let served = share_out(stood, work_of(stop), self.beside(stop, halt.centre));
        let work: Vec<(StopId, SignedDuration)> =
            std::iter::once((stop, work_of(stop))).chain(served).collect();
        let all: SignedDuration = work.iter().map(|(_, work)| *work).sum();
        let (mut from, mut done) = (since, SignedDuration::ZERO);
        for (stop, its) in work {
            done += its;
            let share = if all.is_zero() { 1.0 } else { done.as_secs_f64() / all.as_secs_f64() };
            let until =
                since + SignedDuration::try_from_secs_f64(stood.as_secs_f64() * share).unwrap_or(stood);
            self.served(stop, Some(from), until.min(left_at), Evidence::Halt);
            from = until;
        }
    }

    /// The other open stops that can be served from a parking place, nearest first, with their work.
    fn beside(&self, stop: StopId, place: Place) -> Vec<(StopId, SignedDuration)> {
        let mut beside: Vec<(f64, &StopProgress)> = self
            .stops
            .iter()
            .filter(|other| other.state.is_open() && other.planned.id != stop)
            .filter(|other| (other.planned.place.lat() - place.lat()).abs() <= NEAR_STOP_DEG)
            .map(|other| (other.planned.place.distance_to(place).0, other))
            .filter(|(distance_m, _)| *distance_m <= BESIDE_M)
            .collect();
        beside.sort_by(|a, b| a.0.total_cmp(&b.0));
        beside.truncate(BESIDE_MAX);
        beside.into_iter().map(|(_, other)| (other.planned.id, service(other))).collect()
    }

    /// The stop that a vehicle standing here serves: an open one, or one that was only inferred to be served.
    fn stop_at(&self, place: Place, reach_m: f64) -> Option<StopId> {
        let inferred =
            |stop: &StopProgress| matches!(stop.state, StopState::Served { by: Evidence::Inferred, .. });
        self.nearest(place, reach_m, |stop| stop.state.is_open())
            .or_else(|| self.nearest(place, reach_m, inferred))
    }

    /// Of the stops that may be meant, the one in reach that a vehicle standing here serves, nearer ones and earlier ones
    /// first.
    fn nearest(&self, place: Place, reach_m: f64, may_be: impl Fn(&StopProgress) -> bool) -> Option<StopId> {
        let in_reach = |stop: &StopProgress| (stop.planned.place.lat() - place.lat()).abs() <= NEAR_STOP_DEG;
        let stops = self.stops.iter().filter(|stop| may_be(stop)).enumerate();
        stops
            .filter(|(_, stop)| in_reach(stop))
            .map(|(rank, stop)| (stop, rank, stop.planned.place.distance_to(place).0))
            .filter(|(_, _, distance_m)| *distance_m <= reach_m)
            .min_by(|a, b| price(a.1, a.2).total_cmp(&price(b.1, b.2)))
            .map(|(stop, _, _)| stop.planned.id)
    }
}

/// How many of the stops beside the first one were served as well in so long a halt: the most probable number, each
/// further one being less probable beforehand.
fn share_out(
    stood: SignedDuration,
    first: SignedDuration,
    mut beside: Vec<(StopId, SignedDuration)>,
) -> Vec<(StopId, SignedDuration)> {
    let mut work = first;
    let mut best = (0, how_probable(stood, work));
    let mut prior = 0.0;
    for (index, (_, more)) in beside.iter().enumerate() {
        work += *more;
        prior += ALSO_SERVED.ln();
        let probable = prior + how_probable(stood, work);
        if probable > best.1 {
            best = (index + 1, probable);
        }
    }
    beside.truncate(best.0);
    beside
}

/// The logarithm of the probability that work of this length takes so long, but for a constant: service times are
/// log-normal.
fn how_probable(stood: SignedDuration, work: SignedDuration) -> f64 {
    let ratio = stood.as_secs_f64().max(1.0) / work.as_secs_f64().max(1.0);
    -(ratio.ln() / SERVICE_LOG_DEVIATION).powi(2) / 2.0
}

fn price(rank: usize, distance_m: f64) -> f64 {
    distance_m + RANK_M * f64::from(count_of(rank.min(20)))
}
