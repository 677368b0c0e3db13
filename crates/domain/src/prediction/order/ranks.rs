//! How well the believed order foretold the driver: the rank of each served stop among those that were open.

use smallvec::SmallVec;

/// So many served stops are looked at.
const KEPT: usize = 7;

/// What each choice counts after the next one, in the share of those that were not foretold.
const MEMORY: f32 = 0.95;
/// That share before anything was chosen, and what it counts in choices.
const DISORDER_AT_FIRST: f32 = 0.05;
const FIRST_COUNTS: f32 = 4.0;

/// The ranks of the stops served last, newest last; 0 means that the stop was next in the believed order.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ranks {
    last: SmallVec<[usize; KEPT]>,
    chosen: f32,
    not_foretold: f32,
}

impl Ranks {
    /// Remembers the rank of the stop that was just served.
    pub(super) fn push(&mut self, rank: usize) {
        if self.last.len() == KEPT {
            self.last.remove(0);
        }
        self.last.push(rank);
        self.chosen = self.chosen * MEMORY + 1.0;
        self.not_foretold = self.not_foretold * MEMORY + f32::from(u8::from(rank > 0));
    }

    /// Which share of the choices was not foretold, 0 to 1; the last ones count most.
    pub(super) fn disorder(&self) -> f32 {
        (self.not_foretold + DISORDER_AT_FIRST * FIRST_COUNTS) / (self.chosen + FIRST_COUNTS)
    }

    /// The ranks that are remembered.
    pub(super) fn newest_first(&self) -> impl Iterator<Item = usize> {
        self.last.iter().rev().copied()
    }

    /// Whether the order may be counted by: the stop served last was next, and at most one of the last five was not.
    pub(super) fn trusted(&self) -> bool {
        let newest_was_next = self.last.last().is_none_or(|rank| *rank == 0);
        newest_was_next && self.last.iter().rev().take(5).filter(|rank| **rank > 0).count() <= 1
    }

    /// How probable it is that the next stop is the one believed (Laplace's rule of succession, with a prior that
    /// plans are mostly followed).
    pub(super) fn confidence(&self) -> f64 {
        let followed = self.last.iter().filter(|rank| **rank == 0).count();
        #[expect(clippy::cast_precision_loss, reason = "at most seven")]
        let (followed, seen) = (followed as f64, self.last.len() as f64);
        (followed + 4.0) / (seen + 5.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(ranks: &[usize]) -> Ranks {
        let mut kept = Ranks::default();
        for rank in ranks {
            kept.push(*rank);
        }
        kept
    }

    #[test]
    fn one_swap_is_forgiven_once_the_driver_is_back_in_order() {
        assert!(after(&[]).trusted());
        assert!(after(&[0, 0, 0]).trusted());
        assert!(!after(&[0, 0, 1]).trusted());
        assert!(after(&[0, 1, 0]).trusted());
        assert!(!after(&[3, 0, 2, 0]).trusted());
        assert!(after(&[3, 0, 2, 0, 0, 0, 0]).trusted());
    }

    #[test]
    fn confidence_falls_with_every_stop_out_of_order() {
        let falling = [after(&[0, 0]), after(&[0, 1]), after(&[1, 1])].map(|ranks| ranks.confidence());
        assert!(falling.is_sorted_by(|a, b| a > b), "{falling:?}");
        assert!((0.0..=1.0).contains(&after(&[9; 20]).confidence()));
    }
}
