//! Stops ahead, in bins: what is far is less sure than what is near.

use std::ops::RangeInclusive;

/// The bins, by how many stops ahead a stop truly is: 1 is next.
const BINS: [RangeInclusive<u32>; 7] = [1..=1, 2..=2, 3..=3, 4..=5, 6..=10, 11..=20, 21..=25];

/// One of something for each bin.
#[derive(Debug, Default)]
pub(super) struct ByAhead<T>([T; BINS.len()]);

impl<T> ByAhead<T> {
    /// The one of the bin in which a stop is that is so many stops ahead.
    pub(super) fn bin(&mut self, ahead: u32) -> Option<&mut T> {
        self.0.iter_mut().zip(&BINS).find(|(_, bin)| bin.contains(&ahead)).map(|(of_bin, _)| of_bin)
    }

    /// All of them, each with the name of its bin, the nearest first.
    pub(super) fn named(&self) -> impl Iterator<Item = (String, &T)> {
        BINS.iter().map(name).zip(&self.0)
    }

    /// The same, to be changed.
    pub(super) fn named_mut(&mut self) -> impl Iterator<Item = (String, &mut T)> {
        BINS.iter().map(name).zip(&mut self.0)
    }
}

fn name(bin: &RangeInclusive<u32>) -> String {
    match (bin.start(), bin.end()) {
        (one, other) if one == other => one.to_string(),
        (from, until) => format!("{from}-{until}"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::moment::LABEL_STOPS;
    use super::*;

    #[test]
    fn every_judged_stop_is_in_one_bin() {
        let mut bins: ByAhead<Vec<u32>> = ByAhead::default();
        for ahead in 1..=u32::from(LABEL_STOPS) {
            bins.bin(ahead).expect("there is a bin").push(ahead);
        }
        let found: Vec<(String, usize)> = bins.named().map(|(name, stops)| (name, stops.len())).collect();
        let found: Vec<(&str, usize)> = found.iter().map(|(name, count)| (name.as_str(), *count)).collect();
        assert_eq!(
            found,
            [("1", 1), ("2", 1), ("3", 1), ("4-5", 2), ("6-10", 5), ("11-20", 10), ("21-25", 5)]
        );
        assert!(bins.bin(0).is_none() && bins.bin(26).is_none());
    }
}
