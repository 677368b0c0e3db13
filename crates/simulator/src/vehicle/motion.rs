//! Motion along a route, and what a phone's receiver makes of it.

use std::time::Duration;

use doorstep_domain::{Fix, Metres, MetresPerSecond, Place};
use doorstep_roads::Route;
use jiff::SignedDuration;
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::{TICK, Vehicle};
use crate::chance::{log_normal, normal};

const METRES_PER_DEGREE: f64 = 111_320.0;
/// How strongly one reading's error resembles the one before.
const DRIFT_MEMORY: f64 = 0.85;
const DRIFT_M: f64 = 4.0;

impl Vehicle {
    /// Drives to the road in front of a place. Where no road leads there, the vehicle appears there after a while:
    /// a driver finds a way that the extract does not know.
    pub(super) async fn drive_to(&mut self, goal: Place) {
        let here = self.here.unwrap_or(self.depot);
        match self.roads.route(here, goal) {
            Ok(route) => self.follow(&route).await,
            Err(error) => {
                tracing::debug!(%error, "no way is known; the driver finds one");
                self.stand(SignedDuration::from_mins(3)).await;
            }
        }
        self.here = Some(goal);
    }

    async fn follow(&mut self, route: &Route) {
        let traffic = log_normal(&mut self.chance, 1.08, 0.12).clamp(0.8, 2.0);
        let step = TICK.as_secs_f64() / traffic;
        let mut driven = 0.0;
        let mut behind = place_after(route, 0.0);
        while driven < route.duration.as_secs_f64() {
            if self.chance.random_bool(0.025) {
                let pause = self.chance.random_range(5..=25);
                self.stand(SignedDuration::from_secs(pause)).await;
            }
            driven += step;
            let place = place_after(route, driven);
            let (Some(from), Some(to)) = (behind, place) else { return };
            self.wait_until(self.now + TICK).await;
            self.here = Some(to);
            self.tell_place(to, from.distance_to(to).0 / TICK.as_secs_f64(), course(from, to)).await;
            behind = place;
        }
    }

    /// Stands for a while, the phone telling so.
    pub(super) async fn stand(&mut self, span: SignedDuration) {
        let until = self.now + span;
        while self.now < until {
            self.wait_until((self.now + TICK).min(until)).await;
            self.tell_place(self.here.unwrap_or(self.depot), 0.0, None).await;
        }
    }

    /// Finds a place to halt.
    pub(super) async fn park(&mut self) {
        let seconds = self.chance.random_range(10..=40);
        self.stand(SignedDuration::from_secs(seconds)).await;
    }
}

/// Where the vehicle is after so many seconds of the route.
fn place_after(route: &Route, seconds: f64) -> Option<Place> {
    let elapsed = Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX);
    let reached = route.line.partition_point(|vertex| vertex.elapsed <= elapsed);
    let before = route.line.get(reached.checked_sub(1)?)?;
    let Some(after) = route.line.get(reached) else { return Some(before.place) };
    let since = |later: Duration| later.saturating_sub(before.elapsed).as_secs_f64();
    let share = since(elapsed) / since(after.elapsed).max(1e-9);
    let between = |a: f64, b: f64| a + (b - a) * share;
    let (a, b) = (before.place, after.place);
    Place::from_degrees(between(a.lat(), b.lat()), between(a.lon(), b.lon())).ok()
}

/// The course over ground, when the vehicle moved far enough to have one.
fn course(from: Place, to: Place) -> Option<f64> {
    if from.distance_to(to).0 < 2.0 {
        return None;
    }
    let east = (to.lon() - from.lon()) * from.lat().to_radians().cos();
    Some(east.atan2(to.lat() - from.lat()).to_degrees().rem_euclid(360.0))
}

/// The error of a phone's receiver: it wanders, rather than jumping anew with each reading.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Drift {
    north_m: f64,
    east_m: f64,
}

impl Drift {
    /// What the receiver reads at a place.
    pub(super) fn reading(
        &mut self,
        place: Place,
        speed_mps: f64,
        course_deg: Option<f64>,
        chance: &mut StdRng,
    ) -> Fix {
        let fresh = DRIFT_M * (1.0 - DRIFT_MEMORY * DRIFT_MEMORY).sqrt();
        self.north_m = DRIFT_MEMORY * self.north_m + fresh * normal(chance);
        self.east_m = DRIFT_MEMORY * self.east_m + fresh * normal(chance);
        let lat = place.lat() + self.north_m / METRES_PER_DEGREE;
        let lon = place.lon() + self.east_m / (METRES_PER_DEGREE * place.lat().to_radians().cos().max(0.01));
        Fix {
            place: Place::from_degrees(lat, lon).unwrap_or(place),
            accuracy: Some(Metres(log_normal(chance, 6.0, 0.3).round().max(3.0))),
            speed: Some(MetresPerSecond((speed_mps * 10.0).round() / 10.0)),
            #[expect(clippy::cast_possible_truncation, reason = "a course has at most 360 degrees")]
            course: course_deg.map(|course| course as f32),
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    fn place(lat: f64, lon: f64) -> Place {
        Place::from_degrees(lat, lon).expect("a valid place")
    }

    #[test]
    fn courses_go_clockwise_from_north() {
        let here = place(43.73, 7.42);
        for (to, wanted) in
            [((43.74, 7.42), 0.0), ((43.73, 7.43), 90.0), ((43.72, 7.42), 180.0), ((43.73, 7.41), 270.0)]
        {
            let got = course(here, place(to.0, to.1)).expect("it is far enough");
            assert!((got - wanted).abs() < 0.1, "{to:?}: {got}");
        }
        assert_eq!(course(here, here), None);
    }

    #[test]
    fn readings_stay_near_the_truth() {
        let (truth, mut drift, mut chance) = (place(43.73, 7.42), Drift::default(), StdRng::seed_from_u64(1));
        let far = (0..2_000)
            .filter(|_| drift.reading(truth, 0.0, None, &mut chance).place.distance_to(truth).0 > 20.0)
            .count();
        assert!(far < 5, "{far} of 2000 readings are more than 20 m off");
    }
}
