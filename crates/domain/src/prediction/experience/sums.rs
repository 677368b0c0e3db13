//! Sums in whole numbers: added up in any order they are the same.

use std::ops::AddAssign;

/// What was planned and what it took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many times it was seen.
    pub seen: u64,
    /// How long it was planned to take in all, in seconds.
    pub planned_s: u64,
    /// How long it took in all, in seconds.
    pub taken_s: u64,
}

/// How much later than was to be expected the ends of a link were reached.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drift {
    /// How many times it was seen.
    pub seen: u64,
    /// The sum, in seconds; negative when earlier.
    pub late_s: i64,
}

/// How far off times were from what was expected of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scatter {
    /// How many there were.
    pub seen: u64,
    /// The sum of the squares of what was expected, in seconds squared.
    pub expected_s2: u64,
    /// The sum of the squares of how far off that was, in seconds squared.
    pub off_s2: u64,
}

impl Sums {
    /// Something that was seen once.
    pub(super) fn once(planned_s: f32, taken_s: f32) -> Self {
        Self { seen: 1, planned_s: whole(planned_s), taken_s: whole(taken_s) }
    }
}

impl Drift {
    /// A link that was seen once.
    pub(super) fn once(late_s: f32) -> Self {
        let size = i64::try_from(whole(late_s.abs())).unwrap_or(i64::MAX);
        Self { seen: 1, late_s: if late_s < 0.0 { -size } else { size } }
    }
}

impl Scatter {
    /// Something that was seen once.
    pub(super) fn once(expected_s: f32, taken_s: f32) -> Self {
        let off_s = taken_s - expected_s;
        Self { seen: 1, expected_s2: whole(expected_s * expected_s), off_s2: whole(off_s * off_s) }
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.seen = self.seen.saturating_add(other.seen);
        self.planned_s = self.planned_s.saturating_add(other.planned_s);
        self.taken_s = self.taken_s.saturating_add(other.taken_s);
    }
}

impl AddAssign for Drift {
    fn add_assign(&mut self, other: Self) {
        self.seen = self.seen.saturating_add(other.seen);
        self.late_s = self.late_s.saturating_add(other.late_s);
    }
}

impl AddAssign for Scatter {
    fn add_assign(&mut self, other: Self) {
        self.seen = self.seen.saturating_add(other.seen);
        self.expected_s2 = self.expected_s2.saturating_add(other.expected_s2);
        self.off_s2 = self.off_s2.saturating_add(other.off_s2);
    }
}

fn whole(value: f32) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float saturates"
    )]
    let whole = value.round() as u64;
    whole
}
