//! Counting hits, and how sure the excess is.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::attack::Attack;
use crate::verdict::Outcome;

/// So many draws of tours make an interval.
const DRAWS: usize = 1_000;

/// Hits, stops, and hits of guessing, by tour.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<usize, Sums>);

#[derive(Debug, Default, Clone, Copy)]
struct Sums {
    hits: usize,
    stops: usize,
    guessed: f64,
}

impl Tally {
    pub(super) fn add(&mut self, tour: usize, hits: usize, stops: usize, guessed: f64) {
        self.0.entry(tour).or_default().add(Sums { hits, stops, guessed });
    }

    pub(super) fn outcome(&self, attack: &'static str, best: [Attack; 2], seed: u64) -> Outcome {
        let all = self.0.values().fold(Sums::default(), |mut all, sums| {
            all.add(*sums);
            all
        });
        let stops = all.stops.max(1) as f64;
        Outcome {
            attack,
            stops: all.stops,
            hit: all.hits as f64 / stops,
            guess: all.guessed / stops,
            excess: all.excess(),
            interval: self.interval(seed),
            variants: best.map(|attack| attack.to_string()),
        }
    }

    /// The interval of the excess over draws of as many tours (bootstrap).
    fn interval(&self, seed: u64) -> Option<(f64, f64)> {
        let tours: Vec<Sums> = self.0.values().copied().collect();
        if tours.len() < 3 {
            return None;
        }
        let mut chance = StdRng::seed_from_u64(seed);
        let mut draw = || {
            let mut all = Sums::default();
            for _ in 0..tours.len() {
                all.add(tours[chance.random_range(0..tours.len())]);
            }
            all.excess()
        };
        let mut drawn: Vec<f64> = (0..DRAWS).map(|_| draw()).collect();
        drawn.sort_by(f64::total_cmp);
        Some((drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]))
    }
}

impl Sums {
    fn add(&mut self, other: Self) {
        self.hits += other.hits;
        self.stops += other.stops;
        self.guessed += other.guessed;
    }

    fn excess(self) -> f64 {
        (self.hits as f64 - self.guessed) / self.stops.max(1) as f64
    }
}
