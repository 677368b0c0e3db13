//! Where on a stretch a stop is likely, and how many there are.

use super::stretches::{SLACK, Stretch};
use super::{Drop, Picture};

/// Typical time at a door: public knowledge.
const DWELL_S: f64 = 78.0;
/// A house whose detour is so long is a third as likely as one on the way.
const DETOUR_S: f64 = 14.0;
/// A house so far from where it is expected is a third as likely.
const ASIDE_M: f64 = 12.0;
/// A stop takes at least so long.
const STOP_MIN_S: f64 = 10.0;
/// A house where nothing speaks for it is still so likely.
const FLOOR: f64 = 1e-4;
/// A house from which the start takes so long is a third as likely to be a stop that was not seen.
const UNSEEN_S: f64 = 110.0;

/// Where on a stretch stops are looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    /// Anywhere.
    Anywhere,
    /// In its middle: a dot that is hidden around a halt.
    Middle,
    /// So many metres after it begins.
    AfterStart(f64),
    /// So many metres before it ends: a place that is told late.
    BeforeEnd(f64),
    /// So long before its end as the count fell before it, told so many seconds late.
    Timed(f64),
}

/// Where stops are that nothing was seen of.
pub(crate) type Prior = Vec<f64>;

impl Picture<'_> {
    /// How many stops each stretch has: by its seconds alone, or as the counts say that are told so many seconds late.
    pub(crate) fn expected(&self, late_s: Option<f64>) -> Vec<f64> {
        let stretches = &self.stretches.0;
        let by_seconds = || stretches.iter().map(|stretch| stretch.excess_s / DWELL_S).collect();
        let (Some(late_s), Some(last)) = (late_s, self.drops.last()) else { return by_seconds() };
        let falls = self.drops.iter().map(|drop| (drop.at - late_s, drop.by));
        let mut expected = vec![0.0; stretches.len()];
        let mut since = f64::NEG_INFINITY;
        // Until the own door as many as were told last.
        for (until, stops) in falls.chain([(f64::INFINITY, last.to)]) {
            let weight = |stretch: &Stretch| {
                let shared = (stretch.until.min(until) - stretch.from.max(since)).max(0.0);
                let some = if stretch.excess_s > 0.0 { 0.5 } else { 0.0 };
                shared / stretch.seconds().max(0.1) * (stretch.excess_s + some + 1e-6)
            };
            let all: f64 = stretches.iter().map(weight).sum();
            if all > 0.0 {
                for (expected, stretch) in expected.iter_mut().zip(stretches) {
                    *expected += stops * weight(stretch) / all;
                }
            }
            since = until;
        }
        expected
    }

    /// Of each stretch, how likely each candidate is to be where it stopped.
    pub(crate) fn shares(&self, profile: Profile) -> Vec<Vec<f64>> {
        let drops = &self.drops;
        self.stretches.0.iter().map(|stretch| normal(stretch.weights(profile, drops))).collect()
    }

    /// Where unseen stops may be: near the first dot, or near the own house.
    pub(crate) fn prior(&self) -> Prior {
        normal(self.to_begin.iter().map(|s| (-f64::from(*s).min(3_000.0) / UNSEEN_S).exp()).collect())
    }
}

impl Stretch {
    fn weights(&self, profile: Profile, drops: &[Drop]) -> Vec<f64> {
        let left_s = match profile {
            Profile::Timed(late_s) => drops
                .iter()
                .map(|drop| drop.at - late_s)
                .rfind(|at| (self.from < *at) && (*at <= self.until))
                .map(|at| self.until - at),
            _ => None,
        };
        let weight = |fit: &super::stretches::Fit| {
            let (detour_s, before_m) = (f64::from(fit.detour_s), f64::from(fit.before_m));
            let (after_m, after_s) = (f64::from(fit.after_m), f64::from(fit.after_s));
            let room_s = self.seconds() - detour_s;
            let has_room = room_s >= STOP_MIN_S.min(0.5 * self.seconds());
            let on_the_way = (-detour_s.min(400.0) / DETOUR_S).exp() * if has_room { 1.0 } else { 1e-3 };
            let aside = |metres: f64| FLOOR + (-metres.abs() / ASIDE_M).exp();
            on_the_way
                * match (profile, left_s) {
                    (Profile::Anywhere, _) | (Profile::Timed(_), None) => 1.0,
                    (Profile::Middle, _) => aside((before_m - after_m) / 2.0),
                    (Profile::AfterStart(metres), _) => aside(before_m - metres),
                    (Profile::BeforeEnd(metres), _) => aside(after_m - metres),
                    (Profile::Timed(_), Some(left_s)) => {
                        let off = (SLACK * after_s - left_s) / (0.22 * left_s + 3.0);
                        FLOOR + (-0.5 * (off * off).min(50.0)).exp()
                    }
                }
        };
        self.fits.iter().map(weight).collect()
    }
}

/// Weights as shares of one.
pub(crate) fn normal(mut weights: Vec<f64>) -> Vec<f64> {
    let all = weights.iter().sum::<f64>().max(1e-12);
    for weight in &mut weights {
        *weight /= all;
    }
    weights
}
