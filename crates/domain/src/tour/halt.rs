//! Where the vehicle stands: a run of fixes that stay close to their common centre.

use jiff::{SignedDuration, Timestamp};

use super::fixes::KeptFix;
use crate::Place;

/// How far a fix may lie from the centre of a halt; a parked van and the driver's walk to the door stay within it
/// (the 90th percentile of the radius of real delivery halts is 22 m, and phones add their error).
const RADIUS_M: f64 = 25.0;

/// A vehicle that stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Halt {
    /// The mean place of its fixes.
    pub(crate) centre: Place,
    /// Since when.
    pub(crate) since: Timestamp,
    /// Until when it was seen there.
    pub(crate) until: Timestamp,
    fixes: u32,
}

impl Halt {
    /// A halt that begins with this fix.
    pub(crate) fn at(fix: &KeptFix) -> Self {
        Self { centre: fix.place, since: fix.at, until: fix.at, fixes: 1 }
    }

    /// The halt with one more fix, or `None` when the vehicle left.
    pub(crate) fn with(mut self, fix: &KeptFix) -> Option<Self> {
        let slack = fix.accuracy.map_or(0.0, |accuracy| accuracy.0.min(RADIUS_M) / 2.0);
        if self.centre.distance_to(fix.place).0 > RADIUS_M + slack {
            return None;
        }
        self.fixes = self.fixes.saturating_add(1);
        let weight = 1.0 / f64::from(self.fixes.min(50));
        let mean = |old: f64, new: f64| old + (new - old) * weight;
        self.centre = Place::from_degrees(
            mean(self.centre.lat(), fix.place.lat()),
            mean(self.centre.lon(), fix.place.lon()),
        )
        .unwrap_or(self.centre);
        self.until = fix.at;
        Some(self)
    }

    /// For how long the vehicle was seen there.
    pub(crate) fn length(&self) -> SignedDuration {
        self.until.duration_since(self.since)
    }
}
