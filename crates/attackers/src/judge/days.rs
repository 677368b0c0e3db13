//! The same recipient on several days, who looks for houses that get parcels again and again.

use std::collections::{BTreeMap, BTreeSet};

use super::folds::{best, half};
use super::tally::Tally;
use super::{Court, hits, sample};
use crate::attack::{Attack, Attacker};
use crate::naming::Candidates;
use crate::picture::{Picture, Profile};
use crate::spread::spread;
use crate::town::House;
use crate::verdict::Outcome;

/// A recipient is asked who got parcels on so many days.
const DAYS_MIN: usize = 3;
/// Houses are looked for that got parcels on so many of them.
const AGAIN: usize = 2;
/// The most recipients who are judged.
const RECIPIENTS_MAX: usize = 260;
/// So many of each half are enough to choose a variant.
const TRIED: usize = 60;
/// So many draws of guessing.
const DRAWS: u32 = 10;
/// How much one day says: a house with a stop for sure on one day is less than one with half a stop on two.
const DAY_WEIGHT: f64 = 20.0;

/// A recipient, and what there is to find.
struct Regular {
    route: u32,
    own: House,
    views: Vec<usize>,
    again: Vec<House>,
}

impl Court<'_> {
    pub(super) fn several_days(&self, attack: &'static str, single: &[Attack]) -> Option<Outcome> {
        let regulars = self.regulars();
        if regulars.is_empty() {
            return None;
        }
        let variants = variants(single);
        let all = Candidates::of((0..self.case.town.houses.count()).collect(), &self.case.town.houses);
        let half = |regular: &Regular| half(regular.route as usize);
        let of_half = |of: usize| regulars.iter().filter(move |regular| half(regular) == of).take(TRIED);
        let tried: Vec<&Regular> = of_half(0).chain(of_half(1)).collect();
        let try_all = |regular: &&Regular| (half(regular), self.attack_days(regular, &variants, &all));
        let best = best(&variants, &spread(&tried, try_all));
        let score = |regular: &Regular| {
            let hits = self.attack_days(regular, &[best[half(regular)]], &all)[0];
            (hits, self.guess_days(regular, &all))
        };
        let mut tally = Tally::default();
        for (number, (regular, (hits, guessed))) in regulars.iter().zip(spread(&regulars, score)).enumerate()
        {
            tally.add(number, hits, regular.again.len(), guessed);
        }
        Some(tally.outcome(attack, best, self.options.seed))
    }

    /// Recipients whose house had a parcel on several days, while others had, too.
    fn regulars(&self) -> Vec<Regular> {
        let mut by_house: BTreeMap<(u32, House), Vec<usize>> = BTreeMap::new();
        for (number, view) in self.views.iter().enumerate() {
            by_house.entry((self.case.tours[view.tour].route, view.own)).or_default().push(number);
        }
        let many = by_house.into_iter().filter(|(_, views)| views.len() >= DAYS_MIN);
        let regulars = many.filter_map(|((route, own), views)| {
            let mut days: BTreeMap<House, usize> = BTreeMap::new();
            for view in &views {
                for house in self.truth(*view).into_iter().collect::<BTreeSet<_>>() {
                    *days.entry(house).or_default() += 1;
                }
            }
            let again = days.into_iter().filter(|(house, days)| *days >= AGAIN && *house != own);
            let again: Vec<House> = again.map(|(house, _)| house).collect();
            (!again.is_empty()).then_some(Regular { route, own, views, again })
        });
        let mut regulars: Vec<Option<Regular>> = regulars.map(Some).collect();
        let kept = sample(regulars.len(), RECIPIENTS_MAX, self.options.seed);
        kept.into_iter().filter_map(|at| regulars[at].take()).collect()
    }

    fn attack_days(&self, regular: &Regular, variants: &[Attack], all: &Candidates) -> Vec<usize> {
        let mut sums = vec![vec![0.0; all.count()]; variants.len()];
        for view in &regular.views {
            let stops = self.scopes[*view].len();
            let picture = Picture::of(&self.case.town, &self.views[*view], stops, None);
            let mut attacker = Attacker::new(&picture, self.options.seed);
            for (sum, variant) in sums.iter_mut().zip(variants) {
                let Attack::Timing { profile, late_s } = *variant else { continue };
                let expected = attacker.expected(profile, late_s);
                for (house, stops) in picture.candidates.houses.iter().zip(expected) {
                    sum[*house] += (DAY_WEIGHT * stops).ln_1p();
                }
            }
        }
        let mut chance = self.chance(regular.own);
        let mut score = |scores: &Vec<f64>| {
            let named = all.name(scores, regular.again.len(), regular.own, &mut chance);
            hits(&self.case.town, &named, &regular.again)
        };
        sums.iter().map(&mut score).collect()
    }

    /// Houses that lay most often along the way truly driven; of equals, those that chance takes.
    fn guess_days(&self, regular: &Regular, all: &Candidates) -> f64 {
        use rand::RngExt as _;
        let mut days = vec![0.0; all.count()];
        for view in &regular.views {
            let stops = &self.case.tours[self.views[*view].tour].stops;
            let stops = &stops[self.scopes[*view].start..=self.views[*view].stop];
            let way = stops.iter().flat_map(|stop| &stop.way);
            for house in self.case.town.houses.along(way, &[regular.own]) {
                days[house] += 1.0;
            }
        }
        let mut chance = self.chance(regular.own);
        let mut draw = || {
            let scores: Vec<f64> = days.iter().map(|days| days + 0.5 * chance.random::<f64>()).collect();
            let named = all.name(&scores, regular.again.len(), regular.own, &mut chance);
            hits(&self.case.town, &named, &regular.again)
        };
        (0..DRAWS).map(|_| draw()).sum::<usize>() as f64 / f64::from(DRAWS)
    }
}

/// The plain ones and those that were best on single days.
fn variants(single: &[Attack]) -> Vec<Attack> {
    let timing = |profile, late_s| Attack::Timing { profile, late_s };
    let mut variants = vec![
        timing(Profile::Anywhere, None),
        timing(Profile::Middle, None),
        timing(Profile::Anywhere, Some(0.0)),
    ];
    variants.extend(single);
    variants
}
