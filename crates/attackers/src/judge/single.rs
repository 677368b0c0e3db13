//! One recipient alone.

use super::folds::{best, half};
use super::{Court, hits, sample};
use crate::attack::{Attack, Attacker};
use crate::picture::Picture;
use crate::spread::spread;

/// So many viewers of each half are enough to choose a variant.
const TRIED: usize = 220;

/// What an attacker gets.
pub(super) struct Single {
    /// The variant for each half.
    pub(super) best: [Attack; 2],
    /// The hits of each viewer who is judged.
    pub(super) hits: Vec<usize>,
}

impl Court<'_> {
    pub(super) fn single(&self, variants: &[Attack]) -> Single {
        let tried = spread(&self.tried(), |at| (half(self.views[*at].tour), self.attack(*at, variants)));
        let best = best(variants, &tried);
        let score = |at: &usize| self.attack(*at, &[best[half(self.views[*at].tour)]])[0];
        Single { best, hits: spread(&self.chosen, score) }
    }

    /// The viewers on whom variants are tried.
    fn tried(&self) -> Vec<usize> {
        let of_half = |of: usize| {
            let mine = self.chosen.iter().copied().filter(|at| half(self.views[*at].tour) == of);
            let mine: Vec<usize> = mine.collect();
            let some = sample(mine.len(), TRIED, self.options.seed);
            some.into_iter().map(move |at| mine[at])
        };
        of_half(0).chain(of_half(1)).collect()
    }

    /// The hits of each variant.
    fn attack(&self, at: usize, variants: &[Attack]) -> Vec<usize> {
        let truth = self.truth(at);
        let picture = Picture::of(&self.case.town, &self.views[at], truth.len(), None);
        let mut attacker = Attacker::new(&picture, self.seed(at));
        variants.iter().map(|variant| hits(&self.case.town, &attacker.name(*variant), &truth)).collect()
    }
}
