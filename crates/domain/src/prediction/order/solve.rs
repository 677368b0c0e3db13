//! The order that a driver who knows the town would take: a short way through all stops, which starts here.
//!
//! Nearest stop first, then improved by reversing runs (2-opt; Croes 1958) and by moving runs of up to three stops
//! (Or-opt; Or 1976) until nothing is gained.
#![expect(clippy::indexing_slicing, reason = "every index is a position on the way, and all are on it")]

use crate::prediction::ground::Costs;

/// The longest run that is moved as a whole.
const RUN_MAX: usize = 3;
/// Only so much of a way is improved at a time: what is farther away nobody counts on.
const IMPROVED_MAX: usize = 200;
/// So many times all of it is gone through at most.
const ROUNDS_MAX: usize = 30;
/// A gain below this is none, in seconds.
const GAIN_MIN_S: f32 = 0.01;

/// The numbers of the nodes in the order of a way; 0, where it starts, comes first.
pub(super) type Way = Vec<usize>;

/// The way that always goes to the nearest node next.
pub(super) fn nearest_first(costs: &Costs, count: usize) -> Way {
    let mut left: Vec<usize> = (1..count).collect();
    let mut way = vec![0];
    let mut here = 0;
    while let Some(nearest) =
        (0..left.len()).min_by(|a, b| costs.leg(here, left[*a]).total_cmp(&costs.leg(here, left[*b])))
    {
        // The others keep their order, so that among equals the plan decides.
        here = left.remove(nearest);
        way.push(here);
    }
    way
}

/// What a way costs, the way home included.
pub(super) fn length(way: &[usize], costs: &Costs) -> f32 {
    let home = way.last().map_or(0.0, |last| costs.home(*last));
    way.windows(2).map(|leg| costs.leg(leg[0], leg[1])).sum::<f32>() + home
}

/// Improves a way as long as anything is gained.
pub(super) fn improve(way: &mut Way, costs: &Costs) {
    for _ in 0..ROUNDS_MAX {
        let mut search = Search { costs, improved: false, end: way.len().min(IMPROVED_MAX) };
        search.reverse_runs(way);
        search.move_runs(way);
        if !search.improved {
            return;
        }
    }
}

struct Search<'a> {
    costs: &'a Costs,
    improved: bool,
    end: usize,
}

impl Search<'_> {
    fn reverse_runs(&mut self, way: &mut [usize]) {
        for first in 1..self.end.saturating_sub(1) {
            for last in first + 1..self.end {
                let before = way[first - 1];
                let old = self.costs.leg(before, way[first]) + self.leg_to(way[last], way.get(last + 1));
                let new = self.costs.leg(before, way[last]) + self.leg_to(way[first], way.get(last + 1));
                if new < old - GAIN_MIN_S {
                    way[first..=last].reverse();
                    self.improved = true;
                }
            }
        }
    }

    fn move_runs(&mut self, way: &mut [usize]) {
        for length in 1..=RUN_MAX {
            for first in 1..self.end.saturating_sub(length - 1) {
                self.move_run(way, first, length);
            }
        }
    }

    /// Moves the run to where most is gained, turned round or not.
    fn move_run(&mut self, way: &mut [usize], first: usize, length: usize) {
        let (head, tail) = (way[first], way[first + length - 1]);
        let (before, after) = (way[first - 1], way.get(first + length));
        let saved = self.costs.leg(before, head) + self.leg_to(tail, after) - self.leg_to(before, after);
        let mut best = (-GAIN_MIN_S, 0, false);
        for place in (0..first - 1).chain(first + length..self.end) {
            let (left, right) = (way[place], way.get(place + 1));
            let gap = self.leg_to(left, right);
            let straight = self.costs.leg(left, head) + self.leg_to(tail, right) - gap - saved;
            let turned = self.costs.leg(left, tail) + self.leg_to(head, right) - gap - saved;
            if straight < best.0 {
                best = (straight, place, false);
            }
            if turned < best.0 {
                best = (turned, place, true);
            }
        }
        let (gain, place, is_turned) = best;
        if gain >= -GAIN_MIN_S {
            return;
        }
        self.improved = true;
        let run = if place < first {
            way[place + 1..first + length].rotate_right(length);
            place + 1..place + 1 + length
        } else {
            way[first..=place].rotate_left(length);
            place + 1 - length..place + 1
        };
        if is_turned {
            way[run].reverse();
        }
    }

    /// The cost to what follows, or of the way home from the last stop.
    fn leg_to(&self, from: usize, to: Option<&usize>) -> f32 {
        to.map_or_else(|| self.costs.home(from), |to| self.costs.leg(from, *to))
    }
}
