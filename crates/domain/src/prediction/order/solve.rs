//! The order that a driver who knows the town would take: a short way through all stops, which starts here and ends
//! where tours end.
//!
//! Nearest stop first, then improved by reversing runs (2-opt; Croes 1958) and by moving runs of up to three stops
//! (Or-opt; Or 1976) until nothing is gained. Only near nodes become neighbours, and only nodes that got other
//! neighbours are looked at again (neighbour lists and don't-look bits; Bentley 1992).
#![expect(
    clippy::indexing_slicing,
    reason = "nodes and positions are numbered from 0 and all are on the way"
)]

use std::collections::VecDeque;
use std::ops::RangeInclusive;

use crate::prediction::costs::Costs;

/// So many of the nearest nodes may become a node's neighbours.
const NEAR: usize = 12;
/// The longest run that is moved as a whole.
const RUN_MAX: usize = 3;
/// So often a way is kicked, and such are the longest runs that are swapped.
const KICKS: usize = 30;
const KICKED_MAX: usize = 30;
/// A gain below this is none, in seconds.
const GAIN_MIN_S: f32 = 0.01;

/// The numbers of the nodes in the order of a way: 0, where it starts, comes first, and the end last.
pub(super) type Way = Vec<usize>;

/// The way that always goes to the nearest node next.
pub(super) fn nearest_first(costs: &Costs) -> Way {
    let end = costs.end();
    let mut left: Vec<usize> = (1..end).collect();
    let mut way = vec![0];
    let mut here = 0;
    while let Some(nearest) =
        (0..left.len()).min_by(|a, b| costs.leg(here, left[*a]).total_cmp(&costs.leg(here, left[*b])))
    {
        // The others keep their order, so that among equals the plan decides.
        here = left.remove(nearest);
        way.push(here);
    }
    way.push(end);
    way
}

/// What a way costs.
pub(super) fn length(way: &[usize], costs: &Costs) -> f32 {
    way.windows(2).map(|leg| costs.leg(leg[0], leg[1])).sum()
}

/// Improves ways with the same costs.
pub(super) struct Improver<'a> {
    costs: &'a Costs,
    /// The nearest nodes of each node, nearest first.
    near: Vec<Vec<usize>>,
}

impl<'a> Improver<'a> {
    pub(super) fn of(costs: &'a Costs) -> Self {
        let near = (0..=costs.end()).map(|node| nearest(costs, node)).collect();
        Self { costs, near }
    }

    /// Improves a way as long as anything is gained.
    pub(super) fn improve(&self, way: Way) -> Way {
        Search::of(self, way).way
    }

    /// The shortest way that is found from this one: what cannot be improved any more is kicked, and kept where that led
    /// to a shorter way (iterated local search with small double bridges; Martin, Otto and Felten 1991).
    pub(super) fn shorten(&self, way: Way) -> Way {
        let mut search = Search::of(self, way);
        let mut shortest = length(&search.way, self.costs);
        for (at, lengths) in kicks(search.way.len()) {
            let before = search.way.clone();
            search.swap_runs(at, lengths);
            search.run();
            let found = length(&search.way, self.costs);
            if found < shortest - GAIN_MIN_S {
                shortest = found;
            } else {
                search.way = before;
                search.settle(0..=search.way.len() - 1);
            }
        }
        search.way
    }
}

/// Where ways of so many nodes are kicked: the first of two runs that follow each other, and the lengths of both. They
/// are strewn over the way by multiples of the golden ratio, and always the same.
fn kicks(nodes: usize) -> impl Iterator<Item = (usize, [usize; 2])> {
    let spread = |kick: usize, size: usize| (kick * size * 618 / 1_000 + kick) % size;
    let inner = nodes.saturating_sub(2);
    (1..=KICKS).filter(move |_| inner >= 2).map(move |kick| {
        let at = 1 + spread(kick, inner - 1);
        let room = inner + 1 - at;
        let first = 1 + spread(kick * 7, (room - 1).min(KICKED_MAX));
        let second = 1 + spread(kick * 13, (room - first).min(KICKED_MAX));
        (at, [first, second])
    })
}

fn nearest(costs: &Costs, node: usize) -> Vec<usize> {
    let by_cost = |a: &usize, b: &usize| costs.leg(node, *a).total_cmp(&costs.leg(node, *b)).then(a.cmp(b));
    let mut others: Vec<usize> = (0..=costs.end()).filter(|other| *other != node).collect();
    if others.len() > NEAR {
        others.select_nth_unstable_by(NEAR, by_cost);
        others.truncate(NEAR);
    }
    others.sort_unstable_by(by_cost);
    others
}

struct Search<'a> {
    by: &'a Improver<'a>,
    way: Way,
    /// By node.
    positions: Vec<usize>,
    /// By node, whether it is to be looked at.
    awake: Vec<bool>,
    to_do: VecDeque<usize>,
}

/// A run of the way with a node at one end of it.
struct Run {
    first: usize,
    last: usize,
    node: usize,
    other: usize,
}

impl<'a> Search<'a> {
    /// A way that is improved as far as it goes.
    fn of(by: &'a Improver<'a>, way: Way) -> Self {
        let mut positions = vec![0; way.len()];
        way.iter().enumerate().for_each(|(position, node)| positions[*node] = position);
        let awake = vec![true; way.len()];
        let mut search = Self { by, to_do: way.iter().copied().collect(), way, positions, awake };
        search.run();
        search
    }

    fn run(&mut self) {
        while let Some(node) = self.to_do.pop_front() {
            self.awake[node] = false;
            while self.reverse_beside(node) || self.move_run_with(node) {}
        }
    }

    fn swap_runs(&mut self, at: usize, [first, second]: [usize; 2]) {
        let end = at + first + second;
        self.way[at..end].rotate_left(first);
        self.settle(at..=end - 1);
        for gap in [at, at + second, end] {
            self.wake([self.way[gap - 1], self.way[gap]]);
        }
    }

    /// Makes a node that is nearer than the one before or after this one its neighbour, by reversing what lies between.
    fn reverse_beside(&mut self, node: usize) -> bool {
        let position = self.positions[node];
        let after = (position + 1 < self.way.len()).then(|| self.way[position + 1]);
        let before = position.checked_sub(1).map(|before| self.way[before]);
        after.is_some_and(|after| self.reverse_between(node, after, 1))
            || before.is_some_and(|before| self.reverse_between(node, before, -1))
    }

    /// The same in place of the neighbour in this direction.
    fn reverse_between(&mut self, node: usize, neighbour: usize, direction: isize) -> bool {
        let old = self.leg(node, neighbour);
        let position = self.positions[node];
        for near in &self.by.near[node] {
            let new = self.leg(node, *near);
            if new >= old {
                return false;
            }
            let near_position = self.positions[*near];
            let beyond = near_position.checked_add_signed(direction).and_then(|at| self.way.get(at)).copied();
            let Some(beyond) = beyond else { continue };
            if new + self.leg(neighbour, beyond) < old + self.leg(*near, beyond) - GAIN_MIN_S {
                let (low, high) = (position.min(near_position), position.max(near_position));
                let between = if direction > 0 { low + 1..=high } else { low..=high - 1 };
                self.way[between.clone()].reverse();
                self.settle(between);
                self.wake([node, neighbour, *near, beyond]);
                return true;
            }
        }
        false
    }

    /// Moves a run that begins or ends with this node to a nearer node, turned round or not.
    fn move_run_with(&mut self, node: usize) -> bool {
        let position = self.positions[node];
        let last_inner = self.way.len() - 2;
        if position == 0 || position > last_inner {
            return false;
        }
        (0..RUN_MAX).any(|further| {
            (position + further <= last_inner && self.move_run(position, position + further, node))
                || (further > 0 && position > further && self.move_run(position - further, position, node))
        })
    }

    fn move_run(&mut self, first: usize, last: usize, node: usize) -> bool {
        let other = if self.way[first] == node { self.way[last] } else { self.way[first] };
        let run = Run { first, last, node, other };
        let (before, after) = (self.way[first - 1], self.way[last + 1]);
        let saved = self.leg(before, self.way[first]) + self.leg(self.way[last], after)
            - self.leg(before, after)
            - GAIN_MIN_S;
        for near in &self.by.near[node] {
            let new = self.leg(node, *near);
            if new >= saved {
                return false;
            }
            let at = self.positions[*near];
            if (first..=last).contains(&at) {
                continue;
            }
            // The gap behind the near node, and the one before it.
            let gaps = [(Some(at), at + 1), (at.checked_sub(1), at)];
            for (left, right) in gaps {
                let Some(left) =
                    left.filter(|left| right < self.way.len() && (*left > last || right < first))
                else {
                    continue;
                };
                let beyond = if left == at { self.way[right] } else { self.way[left] };
                if new + self.leg(run.other, beyond) - self.leg(*near, beyond) < saved {
                    self.wake([before, after, run.node, run.other, *near, beyond]);
                    self.put(&run, left, left == at);
                    return true;
                }
            }
        }
        false
    }

    /// Puts a run into the gap behind this position, its node to the left or to the right.
    fn put(&mut self, run: &Run, left: usize, node_left: bool) {
        let length = run.last - run.first + 1;
        let is_turned = (self.way[run.first] == run.node) != node_left;
        let (moved, new) = if left < run.first {
            self.way[left + 1..=run.last].rotate_right(length);
            (left + 1..=run.last, left + 1..=left + length)
        } else {
            self.way[run.first..=left].rotate_left(length);
            (run.first..=left, left + 1 - length..=left)
        };
        if is_turned {
            self.way[new].reverse();
        }
        self.settle(moved);
    }

    fn settle(&mut self, moved: RangeInclusive<usize>) {
        for position in moved {
            self.positions[self.way[position]] = position;
        }
    }

    fn wake<const COUNT: usize>(&mut self, nodes: [usize; COUNT]) {
        for node in nodes {
            if !std::mem::replace(&mut self.awake[node], true) {
                self.to_do.push_back(node);
            }
        }
    }

    fn leg(&self, from: usize, to: usize) -> f32 {
        self.by.costs.leg(from, to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prediction::costs::{Leg, Legs};

    /// Nodes strewn over a square, far from where tours end.
    fn costs(nodes: usize) -> Costs {
        let strewn = |node: usize, power: u32| f32::from(u16::try_from(7 * node.pow(power) % 997).unwrap());
        let leg = |a, b| {
            let (east, north) = (strewn(a, 2) - strewn(b, 2), strewn(a, 3) - strewn(b, 3));
            Leg { drive_s: east.hypot(north), zone_s: 0.0 }
        };
        Legs::of(nodes, leg, |node| 1_000.0 - strewn(node, 2)).costs(|leg| leg.drive_s)
    }

    #[test]
    fn a_way_becomes_shorter_and_goes_on_to_each_node_once() {
        for nodes in [1, 2, 3, 4, 5, 9, 40, 150] {
            let costs = costs(nodes);
            let improver = Improver::of(&costs);
            let nearest = nearest_first(&costs);
            let better = improver.improve(nearest.clone());
            let best = improver.shorten(better.clone());
            let ways = [&nearest, &better, &best];
            for way in ways {
                let mut visited = way.clone();
                visited.sort_unstable();
                assert_eq!(visited, (0..=nodes).collect::<Vec<usize>>());
                assert_eq!((way.first(), way.last()), (Some(&0), Some(&nodes)));
            }
            assert!(ways.map(|way| length(way, &costs)).is_sorted_by(|a, b| a >= b), "{nodes} nodes");
            if nodes >= 40 {
                assert!(length(&best, &costs) < 0.9 * length(&nearest, &costs), "{nodes} nodes");
            }
        }
    }

    #[test]
    fn of_few_nodes_the_shortest_way_of_all_is_found() {
        let costs = costs(7);
        let mut middle: Vec<usize> = (1..7).collect();
        let mut shortest = f32::INFINITY;
        permute(&mut middle, 0, &mut |middle| {
            let way: Way = [0].into_iter().chain(middle.iter().copied()).chain([7]).collect();
            shortest = shortest.min(length(&way, &costs));
        });
        let found = Improver::of(&costs).shorten(nearest_first(&costs));
        assert!(length(&found, &costs) <= shortest + GAIN_MIN_S);
    }

    fn permute(nodes: &mut [usize], fixed: usize, look: &mut impl FnMut(&[usize])) {
        if fixed == nodes.len() {
            return look(nodes);
        }
        for next in fixed..nodes.len() {
            nodes.swap(fixed, next);
            permute(nodes, fixed + 1, look);
            nodes.swap(fixed, next);
        }
    }
}
