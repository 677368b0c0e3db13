//! Naming houses: an attacker names as many as there were stops.

use rand::RngExt as _;
use rand::rngs::StdRng;

use crate::town::{House, Houses};

/// Houses that may be meant, and which of them stand next to each other.
#[derive(Debug)]
pub(crate) struct Candidates {
    pub(crate) houses: Vec<House>,
    /// The positions of the three that are named with each; `None` for one that is no candidate.
    named: Vec<[Option<usize>; 3]>,
}

/// A tie is decided by chance.
const TIE: f64 = 1e-9;
/// Of two houses that are equally likely, one whose neighbours are not named yet is better.
const OVERLAP: f64 = 1e-8;

impl Candidates {
    pub(crate) fn of(mut houses: Vec<House>, town: &Houses) -> Self {
        houses.sort_unstable();
        let position = |house: House| houses.binary_search(&house).ok();
        let named = houses.iter().map(|house| town.named[*house].map(position)).collect();
        Self { houses, named }
    }

    pub(crate) fn count(&self) -> usize {
        self.houses.len()
    }

    /// Names the houses with the largest scores. A house that is named stands for itself and its two neighbours, so the one
    /// whose three have the largest sum is named; what is named already does not count again.
    pub(crate) fn name(&self, scores: &[f64], count: usize, own: House, chance: &mut StdRng) -> Vec<House> {
        let mut naming = Naming::begun(self, own, chance);
        (0..count).map_while(|_| naming.next(scores)).collect()
    }

    /// Names the houses where stops are most likely. Once a house is named, the stops that it explains are used up.
    pub(crate) fn name_by(
        &self,
        mut beliefs: Vec<(f64, &[f64])>,
        count: usize,
        own: House,
        chance: &mut StdRng,
    ) -> Vec<House> {
        let mut naming = Naming::begun(self, own, chance);
        let mut named = Vec::with_capacity(count);
        let mut scores = vec![0.0; self.count()];
        while named.len() < count {
            expected(&beliefs, &mut scores);
            let Some(house) = naming.next(&scores) else { break };
            named.push(house);
            let three = naming.last_three();
            let share = |shares: &[f64]| three.iter().flatten().map(|at| shares[*at]).sum::<f64>();
            let explained: Vec<f64> = beliefs.iter().map(|(stops, shares)| stops * share(shares)).collect();
            let all: f64 = explained.iter().sum();
            if all > 0.0 {
                for ((stops, _), explained) in beliefs.iter_mut().zip(explained) {
                    *stops = (*stops - explained / all).max(0.0);
                }
            }
        }
        named
    }
}

/// How many stops are expected at each candidate.
pub(crate) fn expected(beliefs: &[(f64, &[f64])], scores: &mut [f64]) {
    scores.fill(0.0);
    for (stops, shares) in beliefs.iter().filter(|(stops, _)| *stops > 0.0) {
        for (score, share) in scores.iter_mut().zip(*shares) {
            *score += stops * share;
        }
    }
}

/// The naming of one house after the other.
struct Naming<'a> {
    candidates: &'a Candidates,
    /// Which are named, by themselves or as a neighbour, or the attacker's own.
    is_done: Vec<bool>,
    ties: Vec<f64>,
    last: usize,
}

impl<'a> Naming<'a> {
    fn begun(candidates: &'a Candidates, own: House, chance: &mut StdRng) -> Self {
        let ties = candidates.houses.iter().map(|_| chance.random::<f64>() * TIE).collect();
        let is_done = candidates.houses.iter().map(|house| *house == own).collect();
        Self { candidates, is_done, ties, last: 0 }
    }

    fn next(&mut self, scores: &[f64]) -> Option<House> {
        let mut best: Option<(f64, usize)> = None;
        for (at, three) in self.candidates.named.iter().enumerate().filter(|(at, _)| !self.is_done[*at]) {
            let mut score = self.ties[at];
            for neighbour in three.iter().flatten() {
                score += if self.is_done[*neighbour] { -OVERLAP } else { scores[*neighbour] };
            }
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, at));
            }
        }
        let (_, at) = best?;
        self.last = at;
        for neighbour in self.last_three().iter().flatten() {
            self.is_done[*neighbour] = true;
        }
        Some(self.candidates.houses[at])
    }

    fn last_three(&self) -> [Option<usize>; 3] {
        self.candidates.named[self.last]
    }
}
