//! What fixes tell of stops: where the vehicle halts, what it passes, and when it leaves.

use jiff::{SignedDuration, Timestamp};

use super::{Progress, count_of};
use crate::tour::fixes::KeptFix;
use crate::tour::halt::Halt;
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
        if let Some(going_on) = self.halt.and_then(|halt| halt.with(fix)) {
            if self.halted_at.is_none() && going_on.length() >= ARRIVED_AFTER {
                self.halted_at = self.nearest_open_stop(going_on.centre);
                self.arrive_by_halt(going_on.since);
            }
            self.halt = Some(going_on);
            return;
        }
        if let (Some(halt), Some(stop)) = (self.halt, self.halted_at.take()) {
            self.leave_by_halt(stop, &halt, fix.at);
        }
        self.halt = Some(Halt::at(fix));
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

    fn arrive_by_halt(&mut self, since: Timestamp) {
        let Some(stop) = self.halted_at else { return };
        if let Some(known) = self.stops.get_mut(stop).filter(|known| known.state == StopState::Remaining) {
            known.state = StopState::Arrived { at: since, by: Evidence::Halt };
        }
    }

    fn leave_by_halt(&mut self, stop: StopId, halt: &Halt, left_at: Timestamp) {
        let Some(StopState::Arrived { by: Evidence::Halt, at }) =
            self.stops.get(stop).map(|known| known.state)
        else {
            return;
        };
        if halt.length() >= SERVED_AFTER {
            self.served(stop, Some(at), left_at, Evidence::Halt);
        } else if let Some(known) = self.stops.get_mut(stop) {
            known.state = StopState::Remaining;
        }
    }

    /// The open stop that a vehicle standing here serves, nearer ones and earlier ones first.
    fn nearest_open_stop(&self, place: Place) -> Option<StopId> {
        let open = self.stops.iter().filter(|stop| stop.state.is_open()).enumerate();
        let in_reach = |stop: &StopProgress| (stop.planned.place.lat() - place.lat()).abs() <= NEAR_STOP_DEG;
        open.filter(|(_, stop)| in_reach(stop))
            .map(|(rank, stop)| (stop, rank, stop.planned.place.distance_to(place).0))
            .filter(|(_, _, distance_m)| *distance_m <= NEAR_STOP_M)
            .min_by(|a, b| price(a.1, a.2).total_cmp(&price(b.1, b.2)))
            .map(|(stop, _, _)| stop.planned.id)
    }
}

fn price(rank: usize, distance_m: f64) -> f64 {
    distance_m + RANK_M * f64::from(count_of(rank.min(20)))
}
