//! What the plan says of the way behind a gate: the stops to come, and the next gate.
//!
//! It enters what is shown by its totals alone: how long the stretch takes to drive, and how many stops it has.

use std::collections::BTreeSet;

use super::bulletin::Bulletin;
use super::driven::Crossing;
use crate::streets::{Discretion, Mark, Spot, Streets, Way};
use crate::{StopId, TourState};

/// Real driving is slower than the table by about this factor; a dot that waits for a late van is worse than one that hurries.
const SLACK: f64 = 1.25;
/// To set out, find the door's kerb and park takes so many seconds more.
const PARKING_S: f64 = 7.0;
/// Typical time at a door, in seconds, and some more for the same reason.
const STANDING_S: f64 = 95.0;
/// Totals are told in steps of so many seconds.
const ROUGH_S: f64 = 5.0;
/// No leg takes longer.
const LEG_MAX_S: f64 = 3_600.0;

/// The way behind a gate, as the plan has it.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    legs: Vec<Leg>,
    next: Option<NextGate>,
}

/// The way from the gate to a stop.
#[derive(Debug)]
struct Leg {
    stop: StopId,
    door: Spot,
    /// Seconds of driving from the gate on.
    drive_s: f64,
    /// The houses that lie between the gate and the door.
    houses: usize,
    /// The houses that lie between the next gate and the door; `None` when the door comes before it.
    houses_after_next: Option<usize>,
}

#[derive(Debug, Clone, Copy)]
struct NextGate {
    spot: Spot,
    drive_s: f64,
    /// The stops before it.
    stops: usize,
}

/// Where a dot glides to, and how long the plan says that it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Target {
    pub(super) spot: Spot,
    /// Whether it is the recipient's own door, which the dot does not reach by itself.
    pub(super) is_door: bool,
    pub(super) drive_s: f64,
    pub(super) standing_s: f64,
}

impl Ahead {
    /// The way behind a gate that was crossed.
    pub(super) fn of(streets: &Streets, tour: &TourState, bulletin: &Bulletin, crossing: &Crossing) -> Self {
        let mut walk = Walk::from(streets, crossing);
        for stop in bulletin.to_come(tour).take(streets.discretion().stops_before() + 1) {
            let place = stop.planned.place;
            let Some(door) = place.and_then(|place| streets.kerb(place)) else { break };
            if walk.to(stop.planned.id, door).is_none() {
                break;
            }
        }
        walk.ahead
    }

    /// Where the dot of each recipient glides to who hears of this gate: the next gate, if they will hear of that as well,
    /// else their own door.
    pub(super) fn targets(&self, discretion: Discretion) -> impl Iterator<Item = (StopId, Target)> {
        let enough = discretion.houses_before_door();
        let hearing = self.legs.iter().enumerate().filter(move |(_, leg)| leg.houses >= enough);
        hearing.map(move |(stops_before, leg)| {
            let hears_of_next = leg.houses_after_next.is_some_and(|houses| houses >= enough);
            let (spot, drive_s, stops, is_door) = match self.next.filter(|_| hears_of_next) {
                Some(next) => (next.spot, next.drive_s, next.stops, false),
                None => (leg.door, leg.drive_s, stops_before, true),
            };
            let target = Target { spot, is_door, drive_s: rough(drive_s), standing_s: standing_s(stops) };
            (leg.stop, target)
        })
    }
}

/// A walk along the plan.
struct Walk<'a> {
    streets: &'a Streets,
    here: Spot,
    heading: Option<bool>,
    drive_s: f64,
    passed: BTreeSet<u32>,
    passed_after_next: BTreeSet<u32>,
    ahead: Ahead,
}

impl<'a> Walk<'a> {
    fn from(streets: &'a Streets, crossing: &Crossing) -> Self {
        Self {
            streets,
            here: crossing.gate,
            heading: Some(crossing.heading),
            drive_s: 0.0,
            passed: BTreeSet::new(),
            passed_after_next: BTreeSet::new(),
            ahead: Ahead::default(),
        }
    }

    fn to(&mut self, stop: StopId, door: Spot) -> Option<()> {
        let way = self.streets.quickest(self.here, self.heading, door, LEG_MAX_S)?;
        self.pass(&way);
        self.drive_s += PARKING_S;
        (self.here, self.heading) = (door, Some(way.ends_forward));
        let houses_after_next = self.ahead.next.is_some().then_some(self.passed_after_next.len());
        let (drive_s, houses) = (self.drive_s, self.passed.len());
        self.ahead.legs.push(Leg { stop, door, drive_s, houses, houses_after_next });
        Some(())
    }

    fn pass(&mut self, way: &Way) {
        let enough = self.streets.discretion().houses_between_gates();
        let moving_s: f64 = way.pieces.iter().map(|piece| self.streets.seconds(*piece)).sum();
        // What is not driving is turning round.
        self.drive_s += (way.cost - moving_s).max(0.0) * SLACK;
        for piece in &way.pieces {
            let seconds_per_m = SLACK * self.streets.seconds(*piece) / piece.length_m().max(f64::EPSILON);
            for (at_m, mark) in self.streets.marks(*piece) {
                let after_next = self.ahead.next.is_some();
                match mark {
                    Mark::Gate(spot) if !after_next && self.passed.len() >= enough => {
                        let drive_s = self.drive_s + at_m * seconds_per_m;
                        let stops = self.ahead.legs.len();
                        self.ahead.next = Some(NextGate { spot, drive_s, stops });
                    }
                    mark => {
                        mark.note_houses(self.streets, &mut self.passed);
                        if after_next {
                            mark.note_houses(self.streets, &mut self.passed_after_next);
                        }
                    }
                }
            }
            self.drive_s += piece.length_m() * seconds_per_m;
        }
    }
}

/// No finer than the plan is: where on the stretch its stops lie moves the total by less.
fn rough(seconds: f64) -> f64 {
    (seconds / ROUGH_S).round() * ROUGH_S
}

fn standing_s(stops: usize) -> f64 {
    u32::try_from(stops).map_or(f64::INFINITY, f64::from) * STANDING_S
}
