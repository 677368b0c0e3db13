//! What a phone's receiver tells while its driver drives, walks and stands.

use doorstep_domain::{Fix, Metres, MetresPerSecond};
use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::drive::{Doing, Step};
use super::town::{Point, Town, Waypoint};
use crate::chance::{log_normal, normal};

/// How often a phone tells where it is.
const EVERY: SignedDuration = SignedDuration::from_secs(5);
/// The accuracy radius: 4, 9 and 40 m are its tenth, median and ninetieth percentile on phones in a city.
const RADIUS_M: f64 = 9.0;
const RADIUS_SPREAD_BELOW: f64 = 0.63;
const RADIUS_SPREAD_ABOVE: f64 = 1.16;
const RADIUS_LIMITS_M: (f64, f64) = (2.0, 500.0);
/// The radius holds 68 % of fixes: it is so many deviations of one axis.
const DEVIATIONS: f64 = 1.51;
/// How strongly a fix resembles the one before: its radius, its error, and where the driver is at the door.
const RADIUS_MEMORY: f64 = 0.95;
const ERROR_MEMORY: f64 = 0.8;
const WALK_MEMORY: f64 = 0.8;
/// So many fixes are far off; each makes two steps that nobody can drive, and 1 % of all steps are such ones.
const JUMPS: f64 = 0.005;
pub(super) const JUMP_M: std::ops::Range<f64> = 500.0..3_000.0;
/// How far a driver goes from the kerb while serving, on each axis: halts of real deliveries have a radius of 12 m.
const SERVING_M: f64 = 5.0;
const SERVING_SPREAD: f64 = 0.35;

/// The fixes of a tour.
pub(super) fn fixes(town: &Town, steps: &[Step], chance: &mut StdRng) -> Vec<(Timestamp, Fix)> {
    let Some(mut at) = steps.first().map(|step| step.from) else { return Vec::new() };
    let mut receiver = Receiver::new(chance);
    let mut fixes = Vec::new();
    for step in steps.iter().filter(|step| step.from < step.until) {
        let mut motion = Motion::of(step, town, chance);
        while at < step.until {
            let moment = motion.at(at.duration_since(step.from), chance);
            fixes.push((at, receiver.reads(moment, chance)));
            at += EVERY;
        }
    }
    fixes
}

/// Where someone is at some moment, and how that changes.
#[derive(Clone, Copy)]
struct Moment {
    point: Point,
    speed_mps: f64,
    course_deg: Option<f64>,
}

/// How someone moves in a step.
enum Motion {
    Along { way: Vec<Waypoint>, slower: f64 },
    Around { centre: Point, radius_m: f64, away: [f64; 2] },
}

impl Motion {
    fn of(step: &Step, town: &Town, chance: &mut StdRng) -> Self {
        match step.doing {
            Doing::Drives { from, to } => Self::along(town.way(from, to), step),
            Doing::Walks { from, to } => {
                let ends = [(town.point(from), 0), (town.point(to), 1_000)];
                Self::along(ends.map(|(point, ms)| Waypoint { point, ms }).to_vec(), step)
            }
            Doing::Serves(door) => {
                let door = town.door(door);
                let centre = door.kerb.towards(door.point, 0.4);
                let radius_m = log_normal(chance, SERVING_M, SERVING_SPREAD);
                Self::Around { centre, radius_m, away: [0.0; 2] }
            }
            Doing::Stands(spot) => Self::Around { centre: town.point(spot), radius_m: 0.5, away: [0.0; 2] },
        }
    }

    /// Along a way that takes as long as the step does.
    fn along(way: Vec<Waypoint>, step: &Step) -> Self {
        let usual_s = way.last().map_or(1.0, |last| f64::from(last.ms) / 1000.0).max(0.001);
        Self::Along { slower: step.until.duration_since(step.from).as_secs_f64() / usual_s, way }
    }

    fn at(&mut self, since: SignedDuration, chance: &mut StdRng) -> Moment {
        match self {
            Self::Along { way, slower } => along(way, *slower, since.as_secs_f64()),
            Self::Around { centre, radius_m, away } => {
                let [east, north] = away.map(|away| wander(away, WALK_MEMORY, chance));
                *away = [east, north];
                let point = centre.moved(east * *radius_m, north * *radius_m);
                Moment { point, speed_mps: 0.0, course_deg: None }
            }
        }
    }
}

fn along(way: &[Waypoint], slower: f64, since_s: f64) -> Moment {
    let usual_ms = since_s * 1000.0 / slower;
    let reached = way.partition_point(|waypoint| f64::from(waypoint.ms) <= usual_ms).max(1);
    let ends = way.get(reached - 1).zip(way.get(reached)).or_else(|| way.iter().rev().nth(1).zip(way.last()));
    let (before, after) = ends.expect("a way has two ends");
    let leg_ms = f64::from(after.ms - before.ms).max(1.0);
    let share = ((usual_ms - f64::from(before.ms)) / leg_ms).clamp(0.0, 1.0);
    let leg_m = before.point.distance_to(after.point);
    Moment {
        point: before.point.towards(after.point, share),
        speed_mps: leg_m / (leg_ms / 1000.0 * slower),
        course_deg: Some(before.point.course_to(after.point)),
    }
}

/// A receiver whose error wanders, rather than jumping anew with each fix.
struct Receiver {
    radius: f64,
    error: [f64; 2],
}

impl Receiver {
    fn new(chance: &mut StdRng) -> Self {
        Self { radius: normal(chance), error: [normal(chance), normal(chance)] }
    }

    fn reads(&mut self, moment: Moment, chance: &mut StdRng) -> Fix {
        self.radius = wander(self.radius, RADIUS_MEMORY, chance);
        self.error = self.error.map(|error| wander(error, ERROR_MEMORY, chance));
        let spread = if self.radius < 0.0 { RADIUS_SPREAD_BELOW } else { RADIUS_SPREAD_ABOVE };
        let radius_m = (RADIUS_M * (spread * self.radius).exp()).clamp(RADIUS_LIMITS_M.0, RADIUS_LIMITS_M.1);
        let [east, north] = self.error.map(|error| error * radius_m / DEVIATIONS);
        let mut point = moment.point.moved(east, north);
        if chance.random_bool(JUMPS) {
            point = jumped(point, JUMP_M, chance);
        }
        Fix {
            place: point.place(),
            accuracy: Some(Metres(tenths(radius_m))),
            speed: Some(MetresPerSecond(tenths(moment.speed_mps))),
            course: moment.course_deg.map(whole),
        }
    }
}

/// A point some way off in any direction.
pub(super) fn jumped(point: Point, far_m: std::ops::Range<f64>, chance: &mut StdRng) -> Point {
    let (far, turn) = (chance.random_range(far_m), chance.random_range(0.0..std::f64::consts::TAU));
    point.moved(far * turn.cos(), far * turn.sin())
}

/// The next of numbers that are standard normal and resemble each other.
fn wander(before: f64, memory: f64, chance: &mut StdRng) -> f64 {
    memory * before + (1.0 - memory * memory).sqrt() * normal(chance)
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[expect(clippy::cast_possible_truncation, reason = "a course has at most 360 degrees")]
fn whole(course_deg: f64) -> f32 {
    course_deg.round() as f32
}
