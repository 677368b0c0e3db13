//! What the way between fixes speaks for.
//!
//! A driver on foot and a vehicle keep their velocity for a while and then turn: where both are after some time is spread
//! as an Ornstein-Uhlenbeck process says, whatever the time between fixes is. The noise of the fixes comes on top, so a
//! rough fix speaks for neither.

use jiff::SignedDuration;

use super::super::fixes::KeptFix;
use super::belief::Step;
use super::noise::Noise;

/// How something goes about.
struct Gait {
    /// How often it is so.
    share: f64,
    /// How fast along each axis, in metres per second.
    speed_mps: f64,
    /// For how long it keeps a velocity.
    keeps_s: f64,
}

/// Parked with the driver inside or at a door, or the driver on foot, who comes and goes.
const STANDING: [Gait; 2] = [gait(0.2, 0.15, 4.0), gait(0.8, 0.8, 4.0)];
/// Waiting in traffic, looking for a door, driving.
const MOVING: [Gait; 3] = [gait(0.15, 0.25, 15.0), gait(0.2, 2.5, 15.0), gait(0.65, 8.0, 15.0)];
/// What fits no gait well fits each at least as well as this, in square metres; so a jump that was believed proves nothing.
const ANY: f64 = 1e-9;

/// The way is looked at from the fix before, and from one at least so long before to one so long after: who walks to a door
/// comes back, who drives does not.
const AROUND: SignedDuration = SignedDuration::from_secs(8);
/// How much of what is believed is due to the way from the fix before.
const FROM_BEFORE: f64 = 0.4;
/// The errors and ways of fixes that are closer together are much the same, and count as one: so a doubled fix proves
/// nothing twice.
const APART_S: f64 = 10.0;

/// The steps of a trail, which is in the order of time; the first one ends at its first fix and proves nothing.
pub(super) fn steps(trail: &[KeptFix]) -> Vec<Step> {
    let sigmas_m = sigmas_m(trail);
    let fixes: Vec<(&KeptFix, f64)> = trail.iter().zip(sigmas_m).collect();
    let mut before: Option<&(&KeptFix, f64)> = None;
    let mut steps = Vec::with_capacity(fixes.len());
    for here in &fixes {
        let at = here.0.at;
        let seconds = before.map_or(0.0, |before| Way::between(before, here).seconds);
        let apart = (seconds / APART_S).min(1.0);
        let near = before.map_or(0.0, |before| Way::between(before, here).speaks_for_standing());
        let around = around(&fixes, here).speaks_for_standing();
        let odds = (apart * (FROM_BEFORE * near + (1.0 - FROM_BEFORE) * around)).exp();
        steps.push(Step { at, seconds, odds });
        before = Some(here);
    }
    steps
}

/// How far each fix strays, as far as was known by then.
fn sigmas_m(trail: &[KeptFix]) -> Vec<f64> {
    let mut noise = Noise::default();
    let mut last: [Option<&KeptFix>; 2] = [None, None];
    let learn = |fix| {
        if let [Some(first), Some(second)] = last {
            noise.learn(first, second, fix);
        }
        last = [last[1], Some(fix)];
        noise.sigma_m(fix)
    };
    trail.iter().map(learn).collect()
}

/// The way around a fix.
fn around(fixes: &[(&KeptFix, f64)], here: &(&KeptFix, f64)) -> Way {
    let at = here.0.at;
    let until_before = fixes.partition_point(|(fix, _)| at.duration_since(fix.at) >= AROUND);
    let until_after = fixes.partition_point(|(fix, _)| fix.at.duration_since(at) < AROUND);
    let from = fixes.get(until_before.saturating_sub(1)).unwrap_or(here);
    let to = fixes.get(until_after).or(fixes.last()).unwrap_or(here);
    Way::between(from, to)
}

/// A way between two fixes.
struct Way {
    seconds: f64,
    metres: f64,
    /// What the fixes themselves may stray, in square metres along each axis.
    noise_m2: f64,
}

impl Way {
    fn between(from: &(&KeptFix, f64), to: &(&KeptFix, f64)) -> Self {
        Self {
            seconds: to.0.at.duration_since(from.0.at).as_secs_f64(),
            metres: from.0.place.distance_to(to.0.place).0,
            noise_m2: from.1 * from.1 + to.1 * to.1,
        }
    }

    /// The logarithm of how much better standing explains it than moving.
    fn speaks_for_standing(&self) -> f64 {
        (self.density(&STANDING) / self.density(&MOVING)).ln()
    }

    fn density(&self, gaits: &[Gait]) -> f64 {
        let of_gait = |gait: &Gait| {
            let variance = gait.variance_m2(self.seconds) + self.noise_m2;
            gait.share * (-self.metres * self.metres / (2.0 * variance)).exp() / variance
        };
        ANY + gaits.iter().map(of_gait).sum::<f64>()
    }
}

impl Gait {
    /// How far it comes in a time, squared, along each axis.
    fn variance_m2(&self, seconds: f64) -> f64 {
        let kept = 1.0 - (-seconds / self.keeps_s).exp();
        2.0 * self.speed_mps * self.speed_mps * self.keeps_s * (seconds - self.keeps_s * kept)
    }
}

const fn gait(share: f64, speed_mps: f64, keeps_s: f64) -> Gait {
    Gait { share, speed_mps, keeps_s }
}
