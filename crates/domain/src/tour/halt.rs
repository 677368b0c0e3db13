//! Where the vehicle stands: a run of fixes that stay close to their common centre.

use jiff::{SignedDuration, Timestamp};

use super::fixes::KeptFix;
use crate::Place;

/// How far a fix may lie from the centre of a halt; a parked van and the driver's walk to the door stay within it
/// (the 90th percentile of the radius of real delivery halts is 22 m).
const RADIUS_M: f64 = 25.0;
/// The same in accuracy radii, where these are large: fixes of a vehicle that stands lie farther off once in twenty.
const RADII: f64 = 2.5;
/// A fix farther off than so many radii did not stray: it is elsewhere.
const STRAYED_RADII: f64 = 2.0;
/// Fixes that follow each other later than this leave room for what nobody saw.
const SPARSE: SignedDuration = SignedDuration::from_secs(20);
/// The pace of a van between two places as the crow flies.
const PACE_MPS: f64 = 4.5;
/// So much of the time that is left after driving there was spent standing where the vehicle was seen, and half of what
/// is beyond, but no more than the second.
const NEARBY: SignedDuration = SignedDuration::from_secs(45);
const NEARBY_MAX: SignedDuration = SignedDuration::from_mins(2);

/// A vehicle that stands, or is seen once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Halt {
    /// The mean place of its fixes.
    pub(crate) centre: Place,
    /// Since when it was seen there.
    pub(crate) since: Timestamp,
    /// Until when it was seen there.
    pub(crate) until: Timestamp,
    /// When it was not seen before it came here.
    unseen_before: SignedDuration,
    fixes: u32,
    /// One fix may stray; the next one tells whether the vehicle left.
    strayed: Option<KeptFix>,
}

/// What a fix makes of a halt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Followed {
    /// The vehicle still stands, as far as is known.
    Stands(Halt),
    /// It left, and this was the first fix elsewhere.
    Left {
        /// When it was seen elsewhere.
        at: Timestamp,
        /// How long nobody saw it before, but for driving there.
        unseen_after: SignedDuration,
        /// What begins there.
        next: Halt,
    },
}

impl Halt {
    /// A halt that begins with this fix.
    pub(crate) fn at(fix: &KeptFix) -> Self {
        Self {
            centre: fix.place,
            since: fix.at,
            until: fix.at,
            unseen_before: SignedDuration::ZERO,
            fixes: 1,
            strayed: None,
        }
    }

    /// The halt after one more fix.
    pub(crate) fn follow(mut self, fix: &KeptFix) -> Followed {
        let radii = self.radii_to(fix);
        if radii <= 1.0 {
            self.add(fix);
            return Followed::Stands(self);
        }
        match self.strayed {
            None if radii <= STRAYED_RADII && fix.at.duration_since(self.until) < SPARSE => {
                self.strayed = Some(*fix);
                Followed::Stands(self)
            }
            None => Self::left(self.next(fix)),
            Some(first) => {
                let next = self.next(&first);
                let unseen_after = next.unseen_before;
                let next = if next.radii_to(fix) <= 1.0 { next.with(fix) } else { next.next(fix) };
                Followed::Left { at: first.at, unseen_after, next }
            }
        }
    }

    /// Since when the vehicle stands here, as far as is known.
    pub(crate) fn began_at(&self) -> Timestamp {
        self.since - nearby(self.unseen_before)
    }

    /// For how long the vehicle was seen here.
    pub(crate) fn length(&self) -> SignedDuration {
        self.until.duration_since(self.since)
    }

    /// How long nobody saw the vehicle before it came here, but for driving here; if at all, it may stand here.
    pub(crate) fn unseen_before(&self) -> SignedDuration {
        self.unseen_before
    }

    /// For how long the vehicle stood here that was not seen for a while after: some of the time when nobody saw it
    /// counts. Who was seen once, and shortly before or after elsewhere, drove past.
    pub(crate) fn stood(&self, unseen_after: SignedDuration) -> SignedDuration {
        if self.fixes == 1 && (self.unseen_before.is_zero() || unseen_after.is_zero()) {
            return SignedDuration::ZERO;
        }
        self.length() + nearby(self.unseen_before) + nearby(unseen_after)
    }

    /// What begins with a fix elsewhere.
    fn next(&self, fix: &KeptFix) -> Self {
        let gap = fix.at.duration_since(self.until);
        let drive_s = self.centre.distance_to(fix.place).0 / PACE_MPS;
        let drive = SignedDuration::try_from_secs_f64(drive_s).unwrap_or(gap);
        let unseen = if gap < SPARSE { SignedDuration::ZERO } else { gap - drive.min(gap) };
        Self { unseen_before: unseen, ..Self::at(fix) }
    }

    fn left(next: Self) -> Followed {
        Followed::Left { at: next.since, unseen_after: next.unseen_before, next }
    }

    /// How far a fix lies from the centre, in radii of a halt.
    fn radii_to(&self, fix: &KeptFix) -> f64 {
        let radius_m = fix.accuracy.map_or(RADIUS_M, |accuracy| (RADII * accuracy.0).max(RADIUS_M));
        self.centre.distance_to(fix.place).0 / radius_m
    }

    fn with(mut self, fix: &KeptFix) -> Self {
        self.add(fix);
        self
    }

    fn add(&mut self, fix: &KeptFix) {
        self.strayed = None;
        self.fixes = self.fixes.saturating_add(1);
        let weight = 1.0 / f64::from(self.fixes.min(50));
        let mean = |old: f64, new: f64| old + (new - old) * weight;
        self.centre = Place::from_degrees(
            mean(self.centre.lat(), fix.place.lat()),
            mean(self.centre.lon(), fix.place.lon()),
        )
        .unwrap_or(self.centre);
        self.until = fix.at;
    }
}

fn nearby(unseen: SignedDuration) -> SignedDuration {
    (unseen.min(NEARBY) + (unseen - NEARBY).max(SignedDuration::ZERO) / 2).min(NEARBY_MAX)
}
