//! Guessing: houses drawn at random, which every attacker is measured against.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use super::{Court, hits};
use crate::naming::Candidates;
use crate::spread::spread;
use crate::town::House;

/// So many draws along the way.
const DRAWS: u32 = 25;
/// So many draws by the map alone.
const MAP_DRAWS: u32 = 8;
/// Who knows the map alone guesses so near to the own house.
const MAP_REACH_M: f64 = 700.0;
/// A house so far away is guessed a third as often.
const MAP_SPREAD_M: f64 = 250.0;

/// The hits that guessing gets of each viewer, as the mean of many draws.
pub(super) struct Guesses {
    pub(super) along_the_way: Vec<f64>,
    pub(super) map_only: Vec<f64>,
}

impl Court<'_> {
    pub(super) fn guesses(&self) -> Guesses {
        let drawn = spread(&self.chosen, |at| (self.along_the_way(*at), self.map_only(*at)));
        let (along_the_way, map_only) = drawn.into_iter().unzip();
        Guesses { along_the_way, map_only }
    }

    fn along_the_way(&self, at: usize) -> f64 {
        let view = &self.views[at];
        let stops = &self.case.tours[view.tour].stops[self.scopes[at].start..=view.stop];
        let way = stops.iter().flat_map(|stop| &stop.way);
        let houses = self.case.town.houses.along(way, &[view.own]);
        self.drawn(houses, &self.truth(at), view.own, DRAWS, self.chance(at))
    }

    /// What houses get that are drawn at random from these.
    pub(super) fn drawn(
        &self,
        houses: Vec<House>,
        truth: &[House],
        own: House,
        draws: u32,
        mut chance: StdRng,
    ) -> f64 {
        let candidates = Candidates::of(houses, &self.case.town.houses);
        let even = vec![0.0; candidates.count()];
        let mut draw =
            || hits(&self.case.town, &candidates.name(&even, truth.len(), own, &mut chance), truth);
        (0..draws).map(|_| draw()).sum::<usize>() as f64 / f64::from(draws)
    }

    fn map_only(&self, at: usize) -> f64 {
        let (view, truth, houses) = (&self.views[at], self.truth(at), &self.case.town.houses);
        let apart_m = |house: &House| houses.kerbs[*house].distance_to(houses.kerbs[view.own]);
        let near = (0..houses.count()).filter(|house| apart_m(house) < MAP_REACH_M).collect();
        let candidates = Candidates::of(near, houses);
        let mut chance = self.chance(at);
        let mut draw = || {
            // The largest of weights over exponential numbers are a draw by weight.
            let score = |house: &House| {
                (-apart_m(house) / MAP_SPREAD_M).exp() / -chance.random_range(1e-12..1.0_f64).ln()
            };
            let scores: Vec<f64> = candidates.houses.iter().map(score).collect();
            hits(&self.case.town, &candidates.name(&scores, truth.len(), view.own, &mut chance), &truth)
        };
        (0..MAP_DRAWS).map(|_| draw()).sum::<usize>() as f64 / f64::from(MAP_DRAWS)
    }

    /// The chance of something with this number.
    pub(super) fn chance(&self, number: usize) -> StdRng {
        StdRng::seed_from_u64(self.seed(number))
    }

    pub(super) fn seed(&self, number: usize) -> u64 {
        self.options.seed.wrapping_mul(1 << 32).wrapping_add(number as u64)
    }
}
