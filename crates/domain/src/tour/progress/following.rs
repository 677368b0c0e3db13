//! What fixes tell of stops: where the vehicle halts, what it passes, and when it leaves.

use jiff::{SignedDuration, Timestamp};

use super::beside::BESIDE_M;
use super::unseen::LastSeen;
use super::{Progress, count_of};
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
            known.leave(left_at);
        }
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
        let stops = self.stops.iter().filter(|stop| may_be(stop)).enumerate();
        stops
            .filter_map(|(rank, stop)| Some((stop, rank, distance_within(reach_m, stop, place)?)))
            .min_by(|a, b| price(a.1, a.2).total_cmp(&price(b.1, b.2)))
            .map(|(stop, _, _)| stop.planned.id)
    }
}

/// How far a stop is from a place, if it is in reach, which is never more than [`NEAR_STOP_M`].
pub(super) fn distance_within(reach_m: f64, stop: &StopProgress, place: Place) -> Option<f64> {
    let planned = stop.planned.place?;
    let may_be_near = (planned.lat() - place.lat()).abs() <= NEAR_STOP_DEG;
    may_be_near.then(|| planned.distance_to(place).0).filter(|distance_m| *distance_m <= reach_m)
}

fn price(rank: usize, distance_m: f64) -> f64 {
    distance_m + RANK_M * f64::from(count_of(rank.min(20)))
}
