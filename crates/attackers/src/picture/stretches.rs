//! Stretches of even pace between dots, and where on each a house lies.

use super::{Dot, Drop, Legs};
use crate::town::{Drive, Spot, Town};

/// Dots farther apart in time than this bound a stretch.
const STEP_MAX_S: f64 = 12.0;
/// Dots nearer than this stand.
const STEP_MIN_M: f64 = 1.5;
/// Paces whose logarithms differ by less are the same pace.
const PACE_STEP: f64 = 0.12;
/// A count that falls so near to a dot bounds a stretch.
const DROP_NEAR_S: f64 = 2.5;
/// Real driving is slower than the table by about this factor.
pub(crate) const SLACK: f64 = 1.25;
/// A stretch has so many seconds for nothing.
const FREE_S: f64 = 2.0;
/// Where no road fits, one drives so fast.
const OFF_ROAD_MPS: f64 = 6.0;

/// A stretch of even pace.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) from: f64,
    pub(crate) until: f64,
    /// Seconds that driving does not explain.
    pub(crate) excess_s: f64,
    /// Of each candidate.
    pub(crate) fits: Vec<Fit>,
}

/// How a house lies on a stretch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fit {
    /// Seconds that going there takes longer than passing by.
    pub(crate) detour_s: f32,
    /// Metres from the beginning of the stretch to the house.
    pub(crate) before_m: f32,
    /// Metres from the house to the end.
    pub(crate) after_m: f32,
    /// Seconds of that.
    pub(crate) after_s: f32,
}

/// The stretches of a picture, in order.
#[derive(Debug, Default)]
pub(crate) struct Stretches(pub(crate) Vec<Stretch>);

impl Stretch {
    pub(crate) fn seconds(&self) -> f64 {
        self.until - self.from
    }
}

impl Stretches {
    pub(super) fn cut(town: &Town, dots: &[Dot], spots: &[Spot], legs: &Legs, drops: &[Drop]) -> Self {
        let pairs = dots.windows(2).zip(spots.windows(2));
        let steps: Vec<Drive> = pairs.map(|(dots, spots)| step(town, dots, spots)).collect();
        let bounds = bounds(dots, &steps, drops);
        Self(bounds.windows(2).map(|ends| stretch(dots, &steps, legs, ends[0], ends[1])).collect())
    }

    /// The least detour of each candidate over all stretches, in seconds.
    pub(crate) fn least_detours(&self, count: usize) -> Vec<f32> {
        let mut least = vec![f32::INFINITY; count];
        for stretch in &self.0 {
            for (least, fit) in least.iter_mut().zip(&stretch.fits) {
                *least = least.min(fit.detour_s);
            }
        }
        least
    }
}

/// The drive from a dot to the next. Where a dot is snapped to the wrong side of a one-way street, it is flown.
fn step(town: &Town, dots: &[Dot], spots: &[Spot]) -> Drive {
    let flown_m = dots[0].point.distance_to(dots[1].point);
    let drive = town.drive(spots[0], spots[1]);
    if drive.metres > 3.0 * flown_m + 60.0 {
        return Drive { seconds: flown_m / OFF_ROAD_MPS, metres: flown_m };
    }
    drive
}

/// The steps at which stretches begin, and the number of steps as the last.
fn bounds(dots: &[Dot], steps: &[Drive], drops: &[Drop]) -> Vec<usize> {
    if steps.is_empty() {
        return Vec::new();
    }
    let lasting: Vec<f64> = dots.windows(2).map(|pair| (pair[1].from - pair[0].from).max(0.1)).collect();
    let mut bounds = vec![0];
    let (mut seconds, mut metres) = (lasting[0], steps[0].metres);
    for (at, step) in steps.iter().enumerate().skip(1) {
        let began = dots[at].from;
        let has_drop =
            drops.iter().any(|drop| (began - DROP_NEAR_S < drop.at) && (drop.at <= began + DROP_NEAR_S));
        let pace = (lasting[at] / step.metres.max(0.5)).max(1e-3);
        let pace_before = (seconds / metres.max(0.5)).max(1e-3);
        let goes_on = lasting[at] <= STEP_MAX_S
            && lasting[at - 1] <= STEP_MAX_S
            && step.metres > STEP_MIN_M
            && metres > STEP_MIN_M
            && (pace / pace_before).ln().abs() < PACE_STEP
            && !has_drop;
        if goes_on {
            (seconds, metres) = (seconds + lasting[at], metres + step.metres);
        } else {
            bounds.push(at);
            (seconds, metres) = (lasting[at], step.metres);
        }
    }
    bounds.push(steps.len());
    bounds
}

/// The stretch of the steps from `begin` until before `end`.
fn stretch(dots: &[Dot], steps: &[Drive], legs: &Legs, begin: usize, end: usize) -> Stretch {
    let (from, until) = (dots[begin].from, dots[end].from);
    let driven_s: f64 = steps[begin..end].iter().map(|step| step.seconds).sum();
    let candidates = legs.to_dot_s[begin].len();
    let mut fits =
        vec![Fit { detour_s: f32::INFINITY, before_m: 0.0, after_m: 0.0, after_s: 0.0 }; candidates];
    let all_m: f64 = steps[begin..end].iter().map(|step| step.metres).sum();
    let (mut done_s, mut done_m) = (0.0, 0.0);
    for (at, step) in steps.iter().enumerate().take(end).skip(begin) {
        let (rest_s, rest_m) = (driven_s - done_s - step.seconds, all_m - done_m - step.metres);
        let passing_s = super::single(step.seconds);
        for (house, fit) in fits.iter_mut().enumerate() {
            let (out_s, in_s) = (legs.from_dot_s[at][house], legs.to_dot_s[at + 1][house]);
            let detour_s = (out_s + in_s - passing_s).max(0.0);
            if detour_s < fit.detour_s {
                *fit = Fit {
                    detour_s,
                    before_m: super::single(done_m) + legs.from_dot_m[at][house],
                    after_m: super::single(rest_m) + legs.to_dot_m[at + 1][house],
                    after_s: super::single(rest_s) + in_s,
                };
            }
        }
        (done_s, done_m) = (done_s + step.seconds, done_m + step.metres);
    }
    let excess_s = (until - from - SLACK * driven_s - FREE_S).max(0.0);
    Stretch { from, until, excess_s, fits }
}
