//! Seeded chance: each tour has its own, so that one tour's draws do not depend on the others.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sha2::{Digest as _, Sha256};

use super::variant::Variant;

/// The chance of a tour, for a way to make it poorer.
pub(super) fn of_tour(seed: u64, variant: Variant, tour: &str) -> StdRng {
    StdRng::from_seed(Sha256::digest(format!("{seed} {variant} {tour}")).into())
}

/// Whether one of so many of 100 is drawn.
pub(super) fn is_drawn(chance: &mut StdRng, percent: f64) -> bool {
    chance.random_range(0.0..100.0) < percent
}

/// A number from the standard normal distribution (Box and Muller 1958).
pub(super) fn normal(chance: &mut StdRng) -> f64 {
    let uniform: f64 = chance.random_range(f64::EPSILON..1.0);
    let turn: f64 = chance.random_range(0.0..std::f64::consts::TAU);
    (-2.0 * uniform.ln()).sqrt() * turn.cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_another_tour_something_else() {
        let draw = |seed, tour| normal(&mut of_tour(seed, Variant::Loss(20.0), tour));
        assert_eq!(draw(1, "a").to_bits(), draw(1, "a").to_bits());
        assert_ne!(draw(1, "a").to_bits(), draw(1, "b").to_bits());
        assert_ne!(draw(1, "a").to_bits(), draw(2, "a").to_bits());
    }

    #[test]
    fn none_and_all_of_100_are_what_they_say() {
        let mut chance = of_tour(1, Variant::Loss(20.0), "a");
        assert!((0..200).all(|_| !is_drawn(&mut chance, 0.0) && is_drawn(&mut chance, 100.0)));
    }
}
