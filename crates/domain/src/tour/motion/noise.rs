//! How far fixes stray in truth, against what the device says of them.
//!
//! A fix that was in line with its neighbours strayed little. What the driver does makes it stray as well, but a driver
//! does not turn all the time: the smaller third of what the last fixes strayed is noise. Errors of fixes that follow each
//! other are much alike on most phones, so the radius overstates them; where it is unknown or wrong, it understates.

use std::collections::VecDeque;

use super::super::fixes::KeptFix;

/// The accuracy radius of a phone in a town, where it does not tell.
const ACCURACY_M: f64 = 8.0;
/// So many fixes are looked back upon: three minutes of one every five seconds.
const MEMORY: usize = 36;
/// Fewer tell nothing yet.
const ENOUGH: usize = 4;
/// The noise in accuracy radii: before anything is known, and the least and most that is believed.
const UNKNOWN: f64 = 0.3;
const LEAST: f64 = 0.2;
const MOST: f64 = 4.0;
/// Three tenths of what a Rayleigh distribution of width 1 yields are smaller.
const THREE_TENTHS: f64 = 0.845;
/// A fix with a larger radius is not from satellites: how far it strays is its own, and the radius, which holds 68 % of such
/// fixes, is 1.5 times as large as the width along an axis.
const SATELLITES_M: f64 = 30.0;
const PER_RADIUS: f64 = 1.0 / 1.5;
/// Neighbours that are farther apart than this say little about the line between.
const NEIGHBOURS_S: f64 = 30.0;

/// The noise of a device, learnt from fix to fix.
#[derive(Debug, Default)]
pub(super) struct Noise {
    /// In accuracy radii.
    deviations: VecDeque<f64>,
}

impl Noise {
    /// How far a fix strays along each axis, in metres.
    pub(super) fn sigma_m(&self, fix: &KeptFix) -> f64 {
        let accuracy_m = accuracy_m(fix);
        (self.radii() * accuracy_m).max((accuracy_m - SATELLITES_M) * PER_RADIUS)
    }

    /// Learns from a fix between two others.
    pub(super) fn learn(&mut self, before: &KeptFix, fix: &KeptFix, after: &KeptFix) {
        let Some(deviation_m) = deviation_m(before, fix, after) else { return };
        if self.deviations.len() == MEMORY {
            self.deviations.pop_front();
        }
        self.deviations.push_back(deviation_m / accuracy_m(fix));
    }

    fn radii(&self) -> f64 {
        if self.deviations.len() < ENOUGH {
            return UNKNOWN;
        }
        let mut sorted: Vec<f64> = self.deviations.iter().copied().collect();
        sorted.sort_unstable_by(f64::total_cmp);
        sorted.get(sorted.len() * 3 / 10).map_or(UNKNOWN, |radii| (radii / THREE_TENTHS).clamp(LEAST, MOST))
    }
}

/// How far a fix lies from where its neighbours lead to expect it, as wide as the error of a single fix would be.
fn deviation_m(before: &KeptFix, fix: &KeptFix, after: &KeptFix) -> Option<f64> {
    let whole = after.at.duration_since(before.at).as_secs_f64();
    if whole <= 0.0 || whole > NEIGHBOURS_S {
        return None;
    }
    let share = fix.at.duration_since(before.at).as_secs_f64() / whole;
    let expected = before.place.towards(after.place, share)?;
    let variances = 1.0 + share * share + (1.0 - share) * (1.0 - share);
    Some(expected.distance_to(fix.place).0 / variances.sqrt())
}

fn accuracy_m(fix: &KeptFix) -> f64 {
    fix.accuracy.map_or(ACCURACY_M, |accuracy| accuracy.0.max(1.0))
}
