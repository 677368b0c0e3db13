//! Climbing the hierarchy: Dijkstra's algorithm over the links that lead upwards.
//!
//! The quickest way between two courses goes up and then down. One climb over the upward links from the start and one
//! over the downward links from the goal meet at its highest course.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Mutex, PoisonError};

use crate::contract::Link;
use crate::csr::Csr;
use crate::units::Millis;

/// Where a climb begins: a rank, and the cost of being there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seed {
    pub(crate) rank: u32,
    pub(crate) cost: Cost,
}

/// What a way costs. Ordered by weight; the duration only decides between equal weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cost {
    /// What is minimised: the time and the penalties.
    pub(crate) weight: Millis,
    /// The time it takes.
    pub(crate) duration: Millis,
}

impl Cost {
    pub(crate) const NONE: Self = Self { weight: 0, duration: 0 };

    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            weight: self.weight.saturating_add(other.weight),
            duration: self.duration.saturating_add(other.duration),
        }
    }
}

impl From<&Link> for Cost {
    fn from(link: &Link) -> Self {
        Self { weight: link.weight, duration: link.duration }
    }
}

/// How a rank was reached.
#[derive(Debug, Clone, Copy)]
struct Label {
    /// The run that this label is of; labels of earlier runs count as absent.
    run: u32,
    cost: Cost,
    /// The rank before it and the position of the link from there; `None` at a seed.
    parent: Option<(u32, u32)>,
}

/// The memory of a climb, used again and again: clearing it is counting up the run.
pub(crate) struct Climb {
    labels: Vec<Label>,
    run: u32,
    heap: BinaryHeap<Reverse<(Millis, u32)>>,
    settled: Vec<u32>,
}

impl Climb {
    fn new(rank_count: usize) -> Self {
        let blank = Label { run: 0, cost: Cost::NONE, parent: None };
        Self { labels: vec![blank; rank_count], run: 0, heap: BinaryHeap::new(), settled: Vec::new() }
    }

    /// Climbs from the seeds over `links`. `against` are the links of the other direction: a rank that is reached
    /// more cheaply by one of them is not on any quickest way and is not climbed from.
    pub(crate) fn run(&mut self, links: &Csr<Link>, against: &Csr<Link>, seeds: &[Seed]) {
        self.clear();
        for seed in seeds {
            self.offer(seed.rank, seed.cost, None);
        }
        while let Some(Reverse((weight, rank))) = self.heap.pop() {
            let Some(cost) = self.cost(rank).filter(|cost| cost.weight == weight) else { continue };
            if self.is_stalled(against, rank, weight) {
                continue;
            }
            // The same weight may be offered twice, with two durations.
            if self.settled.last() != Some(&rank) {
                self.settled.push(rank);
            }
            for (link, position) in links.row(rank).iter().zip(links.row_start(rank)..) {
                self.offer(link.to, cost.plus(Cost::from(link)), Some((rank, position)));
            }
        }
    }

    /// The ranks that may lie on a quickest way, each with its cost.
    pub(crate) fn settled(&self) -> impl Iterator<Item = (u32, Cost)> {
        self.settled.iter().filter_map(|&rank| Some((rank, self.cost(rank)?)))
    }

    /// The cost of a rank, if this run reached it.
    pub(crate) fn cost(&self, rank: u32) -> Option<Cost> {
        self.label(rank).map(|label| label.cost)
    }

    /// The seed that a rank was reached from, and the positions of the links between, the last link first.
    pub(crate) fn trace(&self, rank: u32) -> (u32, Vec<u32>) {
        let (mut rank, mut positions) = (rank, Vec::new());
        while let Some((parent, position)) = self.label(rank).and_then(|label| label.parent) {
            positions.push(position);
            rank = parent;
        }
        (rank, positions)
    }

    fn clear(&mut self) {
        self.heap.clear();
        self.settled.clear();
        self.run = self.run.wrapping_add(1);
        if self.run == 0 {
            self.labels.iter_mut().for_each(|label| label.run = 0);
            self.run = 1;
        }
    }

    fn offer(&mut self, rank: u32, cost: Cost, parent: Option<(u32, u32)>) {
        let run = self.run;
        let Some(label) = self.labels.get_mut(rank as usize) else { return };
        if label.run != run || cost < label.cost {
            *label = Label { run, cost, parent };
            self.heap.push(Reverse((cost.weight, rank)));
        }
    }

    fn is_stalled(&self, against: &Csr<Link>, rank: u32, weight: Millis) -> bool {
        against.row(rank).iter().any(|link| {
            self.cost(link.to).is_some_and(|higher| higher.weight.saturating_add(link.weight) < weight)
        })
    }

    fn label(&self, rank: u32) -> Option<&Label> {
        self.labels.get(rank as usize).filter(|label| label.run == self.run)
    }
}

/// Climbs that are not in use, so that a query does not have to make one.
pub(crate) struct Climbs {
    rank_count: usize,
    idle: Mutex<Vec<Climb>>,
}

impl Climbs {
    /// Memory for climbs of a hierarchy with that many ranks.
    pub(crate) fn new(rank_count: usize) -> Self {
        Self { rank_count, idle: Mutex::new(Vec::new()) }
    }

    /// Lends a climb.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Climb) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let lent = idle().pop();
        let mut climb = lent.unwrap_or_else(|| Climb::new(self.rank_count));
        let result = work(&mut climb);
        idle().push(climb);
        result
    }
}
