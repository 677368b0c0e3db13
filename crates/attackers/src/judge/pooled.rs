//! Recipients of one tour who pool what they see, and what they know of their own deliveries.
//!
//! Between two of them who are neighbours both ends are known, with place and time.

use std::collections::BTreeMap;

use rand::RngExt as _;
use rand::rngs::StdRng;

use super::folds::{best, half};
use super::tally::Tally;
use super::{Court, hits, sample};
use crate::attack::{Attack, Attacker};
use crate::picture::Picture;
use crate::plane::Point;
use crate::released::{Shown, View};
use crate::spread::spread;
use crate::town::House;
use crate::verdict::Outcome;

/// So many pairs of neighbours are enough to choose a variant.
const TRIED: usize = 200;
/// The most pairs that are attacked.
const PAIRS_MAX: usize = 700;
/// So many draws of houses along the way.
const DRAWS: u32 = 10;
/// Dots that were sent within so many seconds show the same moment.
const MOMENT_S: f64 = 5.0;
/// What a dot without a word about it is taken for.
const ACCURACY_M: f32 = 50.0;

/// Who pools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Share {
    /// Five, at every second stop.
    Five,
    /// Each with a chance of a half.
    Half,
}

/// Two neighbours of those who pool, and what lies between.
struct Pair {
    tour: usize,
    first: usize,
    second: usize,
    /// The views of those who saw the van between the two; the second of the two is the first of these.
    members: Vec<usize>,
}

impl Court<'_> {
    pub(super) fn pooled(&self, attack: &'static str, share: Share, variants: &[Attack]) -> Option<Outcome> {
        let pairs = self.pairs(share);
        if pairs.is_empty() {
            return None;
        }
        let of_half = |of: usize| {
            let mine: Vec<&Pair> = pairs.iter().filter(|pair| half(pair.tour) == of).collect();
            let some = sample(mine.len(), TRIED, self.options.seed);
            some.into_iter().map(move |at| mine[at])
        };
        let tried: Vec<&Pair> = of_half(0).chain(of_half(1)).collect();
        let best =
            best(variants, &spread(&tried, |pair| (half(pair.tour), self.attack_pair(pair, variants))));
        let score =
            |pair: &Pair| (self.attack_pair(pair, &[best[half(pair.tour)]])[0], self.guess_pair(pair));
        let mut tally = Tally::default();
        for (pair, (hits, guessed)) in pairs.iter().zip(spread(&pairs, score)) {
            tally.add(pair.tour, hits, pair.second - pair.first - 1, guessed);
        }
        Some(tally.outcome(attack, best, self.options.seed))
    }

    fn pairs(&self, share: Share) -> Vec<Pair> {
        let mut by_tour: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (number, view) in self.views.iter().enumerate() {
            by_tour.entry(view.tour).or_default().push((view.stop, number));
        }
        let mut chance = self.chance(share as usize);
        let mut pairs = Vec::new();
        for (tour, recipients) in by_tour {
            let members = share.of(&recipients, &mut chance);
            for two in members.windows(2) {
                let ((first, _), (second, _)) = (two[0], two[1]);
                if (2..=self.case.window + 1).contains(&(second - first)) {
                    let seeing = second..=second + self.case.window;
                    let members = members.iter().filter(|(stop, _)| seeing.contains(stop));
                    pairs.push(Pair {
                        tour,
                        first,
                        second,
                        members: members.map(|(_, view)| *view).collect(),
                    });
                }
            }
        }
        let kept = sample(pairs.len(), PAIRS_MAX.min(self.options.viewers), self.options.seed);
        let mut pairs: Vec<Option<Pair>> = pairs.into_iter().map(Some).collect();
        kept.into_iter().filter_map(|at| pairs[at].take()).collect()
    }

    fn attack_pair(&self, pair: &Pair, variants: &[Attack]) -> Vec<usize> {
        let stops = &self.case.tours[pair.tour].stops;
        let truth = self.between(pair);
        let start = (self.case.town.houses.kerbs[stops[pair.first].house], stops[pair.first].depart);
        let pool: Vec<&View> = pair.members.iter().map(|view| &self.views[*view]).collect();
        let view = pool_views(&pool);
        let picture = Picture::of(&self.case.town, &view, truth.len(), Some(start));
        let mut attacker = Attacker::new(&picture, self.options.seed);
        variants.iter().map(|variant| hits(&self.case.town, &attacker.name(*variant), &truth)).collect()
    }

    fn guess_pair(&self, pair: &Pair) -> f64 {
        let stops = &self.case.tours[pair.tour].stops;
        let (first, second) = (stops[pair.first].house, stops[pair.second].house);
        let way = stops[pair.first + 1..=pair.second].iter().flat_map(|stop| &stop.way);
        let houses = self.case.town.houses.along(way, &[first, second]);
        let chance = self.chance(pair.tour * 1_000 + pair.first);
        self.drawn(houses, &self.between(pair), second, DRAWS, chance)
    }

    fn between(&self, pair: &Pair) -> Vec<House> {
        let stops = &self.case.tours[pair.tour].stops;
        stops[pair.first + 1..pair.second].iter().map(|stop| stop.house).collect()
    }
}

impl Share {
    /// Those who pool, of the recipients of a tour in the order of their stops.
    fn of(self, recipients: &[(usize, usize)], chance: &mut StdRng) -> Vec<(usize, usize)> {
        match self {
            Self::Half => recipients.iter().copied().filter(|_| chance.random_bool(0.5)).collect(),
            Self::Five => {
                let begin = chance.random_range(0..recipients.len().saturating_sub(10).max(1));
                recipients.iter().copied().skip(begin).step_by(2).take(5).collect()
            }
        }
    }
}

/// What the first sees with the dots of all: their middle at each moment, which beats noise that differs, and of dots that
/// say how exact they are the best.
fn pool_views(views: &[&View]) -> View {
    let first = views[0];
    if views.len() == 1 {
        return first.clone();
    }
    let mut moments: BTreeMap<i64, Vec<(&Shown, Point)>> = BTreeMap::new();
    for view in views {
        for (shown, dot) in view.dots().filter(|(shown, _)| shown.at <= first.own_arrive) {
            moments.entry(moment(shown.at)).or_default().push((shown, dot));
        }
    }
    let mut shown: Vec<Shown> = moments.values().filter_map(|dots| middle(dots)).collect();
    // Of the first, count and words stay as they were told.
    shown.extend(first.shown.iter().map(|shown| Shown { dot: None, ..*shown }));
    shown.sort_by(|a, b| a.at.total_cmp(&b.at));
    View { shown, ..first.clone() }
}

fn middle(dots: &[(&Shown, Point)]) -> Option<Shown> {
    let accuracy_m = |shown: &Shown| shown.accuracy_m.unwrap_or(ACCURACY_M);
    let least = dots.iter().map(|(shown, _)| accuracy_m(shown)).fold(f32::INFINITY, f32::min);
    let good: Vec<&(&Shown, Point)> =
        dots.iter().filter(|(shown, _)| accuracy_m(shown) <= least * 1.5 + 1.0).collect();
    let count = good.len() as f64;
    Some(Shown {
        at: good.iter().map(|(shown, _)| shown.at).sum::<f64>() / count,
        dot: Some(Point::middle(good.iter().map(|(_, dot)| *dot))?),
        age_s: good.iter().map(|(shown, _)| shown.age_s).sum::<f32>() / good.len() as f32,
        accuracy_m: None,
        away: None,
        words: 0,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "instants are seconds of this age")]
fn moment(at: f64) -> i64 {
    (at / MOMENT_S).floor() as i64
}
