//! The order that a driver who knows the town would take: a short way through all stops, which starts here.
//!
//! Nearest stop first, then improved by reversing runs (2-opt; Croes 1958) and by moving runs of up to three stops
//! (Or-opt; Or 1976) until nothing is gained.
#![expect(clippy::indexing_slicing, reason = "every index is a position on the way, and all are on it")]

use std::ops::Range;

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
    let home = way.last().map_or(0.0, |last| costs.leg(*last, costs.home()));
    way.windows(2).map(|leg| costs.leg(leg[0], leg[1])).sum::<f32>() + home
}

/// Improves a way as long as anything is gained.
pub(super) fn improve(way: &mut Way, costs: &Costs) {
    way.push(costs.home());
    let end = (way.len() - 1).min(IMPROVED_MAX);
    let mut search = Search::on(&mut way[..=end], costs);
    for _ in 0..ROUNDS_MAX {
        if !(search.reverse_runs() | search.move_runs()) {
            break;
        }
    }
    way.pop();
}

/// The part of a way that is improved; its first and its last node stay where they are. What is read at every place is
/// laid out along the way before, so that it is only added up.
struct Search<'a> {
    way: &'a mut [usize],
    costs: &'a Costs,
    /// What each leg of the way costs.
    legs: Vec<f32>,
    /// What it costs to go to the head and to the tail of a run from each node along the way.
    to_head: Vec<f32>,
    to_tail: Vec<f32>,
    /// How much more the way would cost with a change at each of several places.
    changes: Vec<f32>,
}

impl<'a> Search<'a> {
    fn on(way: &'a mut [usize], costs: &'a Costs) -> Self {
        let (legs, to_head, to_tail, changes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut search = Self { way, costs, legs, to_head, to_tail, changes };
        search.measure();
        search
    }

    fn end(&self) -> usize {
        self.way.len() - 1
    }

    fn reverse_runs(&mut self) -> bool {
        let mut improved = false;
        for first in 1..self.end().saturating_sub(1) {
            let mut next = first + 1;
            while let Some(last) = self.find_reversal(first, next) {
                self.way[first..=last].reverse();
                self.measure();
                (improved, next) = (true, last + 1);
            }
        }
        improved
    }

    /// The first place, from one on, up to which it is better to go backwards.
    fn find_reversal(&mut self, first: usize, from: usize) -> Option<usize> {
        let ahead = &self.way[from..];
        let (to_before, to_head) = (&mut self.to_tail, &mut self.to_head);
        lay_out(to_before, self.costs.to(self.way[first - 1]), ahead);
        lay_out(to_head, self.costs.to(self.way[first]), ahead);
        let behind = &to_head[1..];
        add_up(&mut self.changes, (to_before, behind), &self.legs[from..], self.legs[first - 1]);
        self.changes.iter().position(|change| *change < -GAIN_MIN_S).map(|found| from + found)
    }

    fn move_runs(&mut self) -> bool {
        let mut improved = false;
        for length in 1..=RUN_MAX {
            for first in 1..self.end().saturating_sub(length - 1) {
                improved |= self.move_run(first..first + length);
            }
        }
        improved
    }

    /// Moves the run to where most is gained, turned round or not.
    fn move_run(&mut self, run: Range<usize>) -> bool {
        let Some((place, is_turned)) = self.find_place(run.clone()) else { return false };
        let length = run.len();
        let moved = if place < run.start {
            self.way[place + 1..run.end].rotate_right(length);
            place + 1..place + 1 + length
        } else {
            self.way[run.start..=place].rotate_left(length);
            place + 1 - length..place + 1
        };
        if is_turned {
            self.way[moved].reverse();
        }
        self.measure();
        true
    }

    /// Behind which place a run belongs, and whether it is better turned round; `None` when it is best where it is.
    fn find_place(&mut self, run: Range<usize>) -> Option<(usize, bool)> {
        let (first, last, end) = (run.start, run.end - 1, self.end());
        let Self { way, costs, legs, to_head, to_tail, changes } = self;
        lay_out(to_head, costs.to(way[first]), way);
        lay_out(to_tail, costs.to(way[last]), way);
        let saved = legs[first - 1] + legs[last] - costs.leg(way[first - 1], way[last + 1]);
        let mut best = (-GAIN_MIN_S, None);
        // A single stop is the same turned round.
        let directions = [(&*to_head, &*to_tail, false), (&*to_tail, &*to_head, true)];
        for (left, right, is_turned) in directions.into_iter().take(run.len().min(2)) {
            for places in [0..first - 1, run.end..end] {
                let ends = (&left[places.clone()], &right[places.start + 1..]);
                add_up(changes, ends, &legs[places.clone()], saved);
                for (place, change) in places.zip(&*changes) {
                    if *change < best.0 {
                        best = (*change, Some((place, is_turned)));
                    }
                }
            }
        }
        best.1
    }

    fn measure(&mut self) {
        self.legs.clear();
        self.legs.extend(self.way.windows(2).map(|leg| self.costs.leg(leg[0], leg[1])));
    }
}

/// Puts what it costs to go to one node in the order of a way.
fn lay_out(along: &mut Vec<f32>, costs: &[f32], way: &[usize]) {
    along.clear();
    along.extend(way.iter().map(|node| costs[*node]));
}

/// What is paid for two new legs, less one that is saved at each place and those that are saved anyway.
fn add_up(changes: &mut Vec<f32>, (one, other): (&[f32], &[f32]), legs: &[f32], saved: f32) {
    changes.clear();
    changes.extend(one.iter().zip(other).zip(legs).map(|((one, other), leg)| one + other - leg - saved));
}
