//! What a driver really does from the depot to the last stop and home, instant by instant. This is the truth.

use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::choice::{order, out_of_the_way};
use super::habits::{Habits, WayHabit};
use super::plan::PlannedTour;
use super::town::{DoorNo, Spot, Town};
use super::{Truth, Visit};
use crate::chance::{normal, scatter};

/// Spreads are deviations of logarithms. Those of services and legs are what deliveries and buses show in public data:
/// services 0.55 in all (this, with those of doors, drivers and days), legs 0.25, whole tours 0.1. All factors have
/// the mean 1: sums of planned times are right in the mean, save for what the tail and the hours add.
const SERVICE_SPREAD: f64 = 0.48;
const HANDLING_SPREAD: f64 = 0.10;
const LEG_SPREAD: f64 = 0.25;
const PACE_SPREAD: f64 = 0.10;
/// Now and then a stop takes several times as long.
const LONG: f64 = 0.02;
const LONG_FACTOR: std::ops::Range<f64> = 2.0..5.0;
/// No stop takes less, and none more.
const SERVICE_LIMITS_S: (f64, f64) = (12.0, 1_800.0);
const LEG_LEAST_S: f64 = 6.0;

/// Tours leave so much after the planned instant, in the mean, and by so much more or less, in seconds.
const LATE_S: f64 = 300.0;
const LATE_SPREAD_S: f64 = 420.0;
const LATE_LIMITS_S: (f64, f64) = (-600.0, 2_400.0);
/// Before that the van is loaded.
const LOADING_S: std::ops::Range<f64> = 120.0..600.0;

const DETOURS: f64 = 0.08;
const BREAKS_MAX: usize = 2;
const BREAK_S: std::ops::Range<f64> = 600.0..2_100.0;
/// A break is taken so far from every stop, where the town allows it.
const AWAY_M: f64 = 120.0;
const ON_FOOT_M: f64 = 70.0;
const ON_FOOT_STOPS: usize = 4;
const WALK_MPS: f64 = 1.3;

/// What a driver does for a while.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) doing: Doing,
    pub(super) from: Timestamp,
    pub(super) until: Timestamp,
}

/// What a driver does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Doing {
    Drives { from: Spot, to: Spot },
    Walks { from: Spot, to: Spot },
    Serves(DoorNo),
    Stands(Spot),
}

/// Drives a tour.
pub(super) fn drive(
    habits: Habits,
    town: &Town,
    planned: &PlannedTour,
    chance: &mut StdRng,
) -> (Truth, Vec<Step>) {
    let order = order(habits.order, town, planned, chance);
    let late_s = (LATE_S + LATE_SPREAD_S * normal(chance)).clamp(LATE_LIMITS_S.0, LATE_LIMITS_S.1);
    let loading = seconds(chance.random_range(LOADING_S));
    let mut driver = Driver {
        town,
        planned,
        habit: habits.way,
        breaks: break_places(habits.way, order.len(), chance),
        pace: scatter(chance, PACE_SPREAD),
        handling: scatter(chance, HANDLING_SPREAD),
        now: planned.start_at + seconds(late_s) - loading,
        here: Spot::Depot,
        van: Spot::Depot,
        on_foot: 0,
        steps: Vec::new(),
        chance,
    };
    driver.spend(loading, Doing::Stands(Spot::Depot));
    let left_at = driver.now;
    let visits = order.into_iter().enumerate().map(|(nth, place)| driver.visit(nth, place)).collect();
    driver.back_to_the_van();
    driver.drive_to(Spot::Depot);
    (Truth { left_at, visits }, driver.steps)
}

struct Driver<'a> {
    town: &'a Town,
    planned: &'a PlannedTour,
    habit: WayHabit,
    /// A break is taken before these stops of the driven order.
    breaks: Vec<usize>,
    /// Against a usual day: of everything, and of the work at stops alone.
    pace: f64,
    handling: f64,
    now: Timestamp,
    here: Spot,
    van: Spot,
    /// So many stops were served from where the van stands, besides the first.
    on_foot: usize,
    steps: Vec<Step>,
    chance: &'a mut StdRng,
}

impl Driver<'_> {
    fn visit(&mut self, nth: usize, place: usize) -> Visit {
        let (door, stop) = self.planned.stop(place);
        let (id, planned) = (stop.id, stop.service.unwrap_or_default());
        self.go_to(nth, Spot::Door(door));
        let arrived_at = self.now;
        let service = self.service(planned, door);
        self.spend(service, Doing::Serves(door));
        Visit { stop: id, arrived_at, departed_at: self.now }
    }

    fn go_to(&mut self, nth: usize, goal: Spot) {
        if self.goes_on_foot(goal) {
            self.on_foot += 1;
            return self.walk_to(goal);
        }
        self.back_to_the_van();
        if self.breaks.contains(&nth) {
            let place = self.break_place();
            self.drive_to(place);
            let length = seconds(self.chance.random_range(BREAK_S));
            self.spend(length, Doing::Stands(place));
        }
        if self.habit == WayHabit::Detours && self.chance.random_bool(DETOURS) {
            let place = out_of_the_way(self.town, self.here, self.chance);
            self.drive_to(place);
        }
        self.drive_to(goal);
        self.on_foot = 0;
    }

    fn goes_on_foot(&self, goal: Spot) -> bool {
        self.habit == WayHabit::ParksOnce
            && self.van != Spot::Depot
            && self.on_foot + 1 < ON_FOOT_STOPS
            && self.town.point(self.van).distance_to(self.town.point(goal)) <= ON_FOOT_M
    }

    fn back_to_the_van(&mut self) {
        if self.here != self.van {
            self.walk_to(self.van);
        }
    }

    fn walk_to(&mut self, to: Spot) {
        let from = std::mem::replace(&mut self.here, to);
        let way_m = self.town.point(from).distance_to(self.town.point(to));
        self.spend(seconds((way_m / WALK_MPS).max(LEG_LEAST_S)), Doing::Walks { from, to });
    }

    fn drive_to(&mut self, to: Spot) {
        let from = std::mem::replace(&mut self.here, to);
        self.van = to;
        let usual_s = f64::from(self.town.drive_ms(from, to)) / 1000.0;
        let approach = if let Spot::Door(door) = to { self.town.door(door).approach } else { 1.0 };
        let leg_s = usual_s * approach * self.pace * hour_pace(self.now) * scatter(self.chance, LEG_SPREAD);
        self.spend(seconds(leg_s.max(LEG_LEAST_S)), Doing::Drives { from, to });
    }

    fn service(&mut self, planned: SignedDuration, door: DoorNo) -> SignedDuration {
        let long = if self.chance.random_bool(LONG) { self.chance.random_range(LONG_FACTOR) } else { 1.0 };
        let factor = self.pace * self.handling * self.town.door(door).effort * long;
        let service_s = planned.as_secs_f64() * factor * scatter(self.chance, SERVICE_SPREAD);
        seconds(service_s.clamp(SERVICE_LIMITS_S.0, SERVICE_LIMITS_S.1))
    }

    fn spend(&mut self, length: SignedDuration, doing: Doing) {
        let from = self.now;
        self.now += length;
        self.steps.push(Step { doing, from, until: self.now });
    }

    /// A crossing near the van that is away from every stop.
    fn break_place(&mut self) -> Spot {
        let away = |spot: &Spot| {
            let point = self.town.point(*spot);
            let distances =
                self.planned.doors.iter().map(|door| self.town.door(*door).kerb.distance_to(point));
            distances.fold(AWAY_M, f64::min)
        };
        let some = [(); 6].map(|()| out_of_the_way(self.town, self.here, self.chance));
        some.into_iter().max_by(|a, b| away(a).total_cmp(&away(b))).unwrap_or(self.here)
    }
}

/// Before which stops of the driven order breaks are taken.
fn break_places(habit: WayHabit, stops: usize, chance: &mut StdRng) -> Vec<usize> {
    if habit != WayHabit::TakesBreaks {
        return Vec::new();
    }
    (0..chance.random_range(1..=BREAKS_MAX)).map(|_| chance.random_range(0..stops)).collect()
}

/// How long drives take at this hour against the rest of the day. No plan knows it.
fn hour_pace(at: Timestamp) -> f64 {
    match at.as_second().rem_euclid(86_400) / 3_600 {
        7 | 8 => 1.15,
        12 | 13 => 1.05,
        15..18 => 1.20,
        _ => 0.97,
    }
}

/// Whole seconds, as clocks of devices show them.
fn seconds(seconds: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(seconds.round()).unwrap_or_default()
}
