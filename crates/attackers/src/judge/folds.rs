//! Choosing on one half, scoring on the other.

/// The best of several variants for each half: the one that did best on the other half. A tie goes to the first.
pub(super) fn best<V: Copy>(variants: &[V], hits: &[(usize, Vec<usize>)]) -> [V; 2] {
    [0, 1].map(|half| {
        let mut sums = vec![0; variants.len()];
        for (_, hits) in hits.iter().filter(|(of, _)| *of != half) {
            for (sum, hits) in sums.iter_mut().zip(hits) {
                *sum += hits;
            }
        }
        let best = (0..sums.len()).rev().max_by_key(|at| sums[*at]).unwrap_or_default();
        variants[best]
    })
}

/// The half in which something with this number is scored.
pub(super) fn half(number: usize) -> usize {
    number % 2
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn what_is_best_on_one_half_is_scored_on_the_other() {
        let hits = [(0, vec![5, 1]), (0, vec![0, 3]), (1, vec![0, 1])];
        assert_eq!(best(&['x', 'y'], &hits), ['y', 'x']);
        assert_eq!(best(&['x', 'y'], &[]), ['x', 'x']);
    }
}
