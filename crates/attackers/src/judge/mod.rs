//! The judge: who is attacked, which variant is the best, and how often it hits.
//!
//! The code of a server is public, so an attacker may try all variants at home: the best one is chosen on half of the
//! tours and scored on the other half, and the other way round.

mod days;
mod folds;
mod guess;
mod pooled;
mod single;
mod tally;

use std::ops::Range;
use std::path::Path;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use rand::seq::index;

use crate::attack::{self, Attack};
use crate::lines::FileError;
use crate::released::{View, raw};
use crate::scenario::Scenario;
use crate::town::{House, Town};
use crate::truth::Tour;
use crate::usefulness::usefulness;
use crate::verdict::{Control, Guess, Outcome, Verdict};
use guess::Guesses;
use single::Single;

/// A town with tours whose truth is known.
#[derive(Debug)]
pub struct Case {
    name: String,
    window: usize,
    pub(crate) town: Town,
    pub(crate) tours: Vec<Tour>,
}

/// How it is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The seed of every chance.
    pub seed: u64,
    /// The most recipients who are judged, drawn from all.
    pub viewers: usize,
    /// Whether the place itself is attacked, too.
    pub has_control: bool,
}

/// So many recipients see the place itself.
const CONTROL_VIEWERS: usize = 240;

impl Case {
    /// Reads the folder of a scenario.
    ///
    /// # Errors
    /// When a file of it is absent or contradicts the others, or when the town is too large.
    pub fn read(folder: &Path) -> Result<Self, FileError> {
        Self::of(&Scenario::read(folder)?, folder)
    }

    pub(crate) fn of(scenario: &Scenario, folder: &Path) -> Result<Self, FileError> {
        let (town, names) = Town::of(scenario, folder)?;
        let tours = Tour::all(scenario, &town, &names, folder)?;
        Ok(Self { name: scenario.meta.name.clone(), window: scenario.meta.window_stops, town, tours })
    }

    /// What the recipients of a case see of the place itself.
    pub(crate) fn raw(&self, keys: impl Iterator<Item = (usize, usize)>) -> Vec<View> {
        raw(&self.tours, keys, self.window)
    }

    /// The recipients who are judged.
    #[cfg(test)]
    pub(crate) fn recipients(&self) -> Vec<(usize, usize)> {
        crate::released::judged(&self.tours, self.window).collect()
    }
}

/// Lets all attackers see what was released of a case.
///
/// # Errors
/// When the file cannot be read, does not belong to the case, or holds nothing of anyone who is judged.
pub fn judge(case: &Case, released: &Path, options: Options) -> Result<Verdict, FileError> {
    let views = View::all(released, &case.town, &case.tours, case.window)?;
    if views.is_empty() {
        let what = "nobody in it is judged: those are who have more stops before theirs than may be seen";
        return Err(FileError::content(released, what));
    }
    Ok(Court::new(case, &views, options).verdict())
}

/// A case and what was released of it.
pub(crate) struct Court<'a> {
    case: &'a Case,
    views: &'a [View],
    /// The other stops that each viewer could have seen.
    scopes: Vec<Range<usize>>,
    /// The numbers of the views that are judged.
    chosen: Vec<usize>,
    options: Options,
}

impl<'a> Court<'a> {
    pub(crate) fn new(case: &'a Case, views: &'a [View], options: Options) -> Self {
        let scopes = views.iter().map(|view| scope(case, view)).collect();
        let chosen = sample(views.len(), options.viewers, options.seed);
        Self { case, views, scopes, chosen, options }
    }

    pub(crate) fn verdict(&self) -> Verdict {
        let guesses = self.guesses();
        let dwell = self.single(&attack::dwell_variants());
        let timing = self.single(&attack::timing_variants());
        let hand_over = self.single(&attack::hand_over_variants());
        let outcome = |attack, single: &Single| self.outcome_of(attack, single, &guesses);
        let mut attacks = vec![
            outcome("a dwell", &dwell),
            outcome("b gap and timing", &timing),
            outcome("c hand-over", &hand_over),
        ];
        let mut pooled = attack::pooled_variants();
        pooled.extend(timing.best.into_iter().chain(hand_over.best));
        attacks.extend(self.pooled("d collusion of five", pooled::Share::Five, &pooled));
        attacks.extend(self.pooled("d collusion of half the tour", pooled::Share::Half, &pooled));
        attacks.extend(self.several_days("e several days", &timing.best));
        Verdict {
            scenario: self.case.name.clone(),
            viewers: self.chosen.len(),
            guess: self.guess(&guesses),
            attacks,
            control: self.options.has_control.then(|| self.control()),
            usefulness: usefulness(
                self.case,
                self.chosen.iter().map(|at| &self.views[*at]),
                self.case.window,
            ),
        }
    }

    /// The attackers on the place itself.
    fn control(&self) -> Control {
        let some = sample(self.chosen.len(), CONTROL_VIEWERS, self.options.seed);
        let keys = some.iter().map(|at| &self.views[self.chosen[*at]]).map(|view| (view.tour, view.stop));
        let views = self.case.raw(keys);
        let court = Court::new(self.case, &views, self.options);
        let share = |variants: &[Attack]| court.share_hit(&court.single(variants));
        Control { dwell: share(&attack::dwell_variants()), timing: share(&attack::timing_variants()) }
    }

    fn outcome_of(&self, attack: &'static str, single: &Single, guesses: &Guesses) -> Outcome {
        let mut tally = tally::Tally::default();
        for ((at, hits), guessed) in self.chosen.iter().zip(&single.hits).zip(&guesses.along_the_way) {
            tally.add(self.views[*at].tour, *hits, self.scopes[*at].len(), *guessed);
        }
        tally.outcome(attack, single.best, self.options.seed)
    }

    fn share_hit(&self, single: &Single) -> f64 {
        let stops: usize = self.chosen.iter().map(|at| self.scopes[*at].len()).sum();
        single.hits.iter().sum::<usize>() as f64 / stops.max(1) as f64
    }

    fn guess(&self, guesses: &Guesses) -> Guess {
        let stops: usize = self.chosen.iter().map(|at| self.scopes[*at].len()).sum();
        let share = |guessed: &[f64]| guessed.iter().sum::<f64>() / stops.max(1) as f64;
        Guess { along_the_way: share(&guesses.along_the_way), map_only: share(&guesses.map_only) }
    }

    /// The houses of the other stops that a viewer could have seen.
    fn truth(&self, at: usize) -> Vec<House> {
        let stops = &self.case.tours[self.views[at].tour].stops;
        stops[self.scopes[at].clone()].iter().map(|stop| stop.house).collect()
    }
}

/// How many of the houses are named.
pub(crate) fn hits(town: &Town, named: &[House], houses: &[House]) -> usize {
    let is_named = |house: &&House| named.iter().any(|name| town.houses.is_hit(*name, **house));
    houses.iter().filter(is_named).count()
}

/// The stops before a viewer's own that could have been seen: those of the window, and earlier ones where a dot was shown
/// while the van was there.
fn scope(case: &Case, view: &View) -> Range<usize> {
    /// A dot so near to a door shows it, for so long after the van left.
    const NEAR_M: f64 = 40.0;
    const AFTER_S: f64 = 1_800.0;
    let stops = &case.tours[view.tour].stops;
    let was_shown = |at: usize| {
        let (stop, kerb) = (&stops[at], case.town.houses.kerbs[stops[at].house]);
        let mut dots = view.dots();
        dots.any(|(shown, dot)| {
            (stop.arrive..stop.depart + AFTER_S).contains(&shown.at) && dot.distance_to(kerb) < NEAR_M
        })
    };
    let mut first = view.stop.saturating_sub(case.window);
    while first > 0 && was_shown(first - 1) {
        first -= 1;
    }
    first..view.stop
}

/// At most so many of the first numbers, drawn at random, in order.
pub(crate) fn sample(of: usize, most: usize, seed: u64) -> Vec<usize> {
    if of <= most {
        return (0..of).collect();
    }
    let mut drawn = index::sample(&mut StdRng::seed_from_u64(seed), of, most).into_vec();
    drawn.sort_unstable();
    drawn
}
