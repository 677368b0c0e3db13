//! Delivery zones as planners name them: a district, a number in it, a part of that.

use super::streets::{Crossing, SIDE};

/// A zone is so many crossings wide and high.
const PART: u16 = 2;
const PARTS_PER_SIDE: u16 = SIDE / PART;
/// So many parts make a number, and so many numbers a district, on each side.
const NUMBER: u16 = 2;
const DISTRICT: u16 = 4;
const DISTRICTS_PER_SIDE: u16 = PARTS_PER_SIDE / DISTRICT;
const LETTERS: [char; 9] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K'];

/// How many zones a town has.
pub(super) const ZONES: u16 = PARTS_PER_SIDE * PARTS_PER_SIDE;

/// A delivery zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::recording) struct Zone(pub(super) u16);

impl Zone {
    pub(super) fn of(crossing: Crossing) -> Self {
        Self(crossing.row() / PART * PARTS_PER_SIDE + crossing.column() / PART)
    }

    /// How planners call it, such as `B-3.2A`.
    pub(in crate::recording) fn name(self) -> String {
        let (column, row) = (self.0 % PARTS_PER_SIDE, self.0 / PARTS_PER_SIDE);
        let district = usize::from(row / DISTRICT * DISTRICTS_PER_SIDE + column / DISTRICT);
        let letter = LETTERS.get(district).copied().unwrap_or('Z');
        let number = row % DISTRICT / NUMBER * NUMBER + column % DISTRICT / NUMBER + 1;
        let part = if column % NUMBER == 0 { 'A' } else { 'B' };
        format!("{letter}-{number}.{}{part}", row % NUMBER + 1)
    }

    /// How far it is to another one, squared and in widths of a zone.
    pub(super) fn apart(self, other: Self) -> f64 {
        let apart = |a: u16, b: u16| f64::from(a.abs_diff(b));
        let columns = apart(self.0 % PARTS_PER_SIDE, other.0 % PARTS_PER_SIDE);
        let rows = apart(self.0 / PARTS_PER_SIDE, other.0 / PARTS_PER_SIDE);
        columns * columns + rows * rows
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_zone_has_a_name_of_its_own() {
        let names: BTreeSet<String> = (0..ZONES).map(|zone| Zone(zone).name()).collect();
        assert_eq!(names.len(), usize::from(ZONES));
        assert_eq!(Zone(0).name(), "A-1.1A");
        assert!(names.contains("K-4.2B"));
    }
}
