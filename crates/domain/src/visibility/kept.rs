//! How well windows held lately, for those who wait.

use std::ops::AddAssign;

/// How many of the windows that were told in an area were kept lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeptWindows {
    /// The windows that held the arrival.
    pub kept: u64,
    /// All that were told and that a driver came to.
    pub told: u64,
}

impl KeptWindows {
    /// Fewer windows say little about an area, and too much about single tours.
    pub const TOLD_MIN: u64 = 500;

    /// Of five windows so many were kept, rounded down; `None` where too few were told.
    pub fn of_five(self) -> Option<u8> {
        let of_five = (self.kept.min(self.told) * 5).checked_div(self.told)?;
        u8::try_from(of_five).ok().filter(|_| self.told >= Self::TOLD_MIN)
    }
}

impl AddAssign for KeptWindows {
    fn add_assign(&mut self, other: Self) {
        self.kept = self.kept.saturating_add(other.kept);
        self.told = self.told.saturating_add(other.told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down_and_of_few_windows_none_is_told() {
        let of_five = |kept, told| KeptWindows { kept, told }.of_five();
        assert_eq!(of_five(499, 499), None);
        assert_eq!(of_five(0, 0), None);
        assert_eq!(of_five(500, 500), Some(5));
        assert_eq!(of_five(499, 500), Some(4));
        assert_eq!(of_five(799, 1_000), Some(3));
        assert_eq!(of_five(0, 1_000), Some(0));
    }
}
