//! Chances of a day on the road.

use rand::RngExt as _;
use rand::rngs::StdRng;

/// A number from the standard normal distribution (Box and Muller).
pub(crate) fn normal(chance: &mut StdRng) -> f64 {
    let uniform: f64 = chance.random_range(f64::EPSILON..1.0);
    let turn: f64 = chance.random_range(0.0..std::f64::consts::TAU);
    (-2.0 * uniform.ln()).sqrt() * turn.cos()
}

/// A number from the log-normal distribution with this median; `spread` is the deviation of its logarithm.
pub(crate) fn log_normal(chance: &mut StdRng, median: f64, spread: f64) -> f64 {
    median * (spread * normal(chance)).exp()
}

/// A factor from the log-normal distribution whose mean is 1, so that sums keep their mean.
pub(crate) fn scatter(chance: &mut StdRng, spread: f64) -> f64 {
    log_normal(chance, (-spread * spread / 2.0).exp(), spread)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn half_of_the_draws_lie_below_the_median() {
        let mut chance = StdRng::seed_from_u64(7);
        let below = (0..4_000).filter(|_| log_normal(&mut chance, 75.0, 0.5) < 75.0).count();
        assert!((1_850..2_150).contains(&below), "{below} of 4000");
    }

    #[test]
    fn scatter_keeps_the_mean() {
        let mut chance = StdRng::seed_from_u64(7);
        let sum: f64 = (0..40_000).map(|_| scatter(&mut chance, 0.5)).sum();
        assert!((0.985..1.015).contains(&(sum / 40_000.0)), "{sum} of 40000");
    }
}
