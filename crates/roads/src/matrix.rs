//! Many sources to many targets.
//!
//! Every target climbs down once and leaves its cost in a bucket at each rank it settles; every source climbs up once
//! and looks into the buckets on its way. That is one climb for each place instead of two for each cell.

use std::time::Duration;

use crate::contract::Hierarchy;
use crate::csr::Csr;
use crate::graph::Graph;
use crate::route::{arrivals, departures, direct};
use crate::search::{Climbs, Cost, Seed};
use crate::snap::Foothold;
use crate::units::{duration, index};

/// What a target leaves at a rank: the cost from there to the target.
#[derive(Debug, Clone, Copy)]
struct Left {
    target: u32,
    cost: Cost,
}

/// The travel times, a row for each source; a place without a foothold has none.
pub(crate) fn durations(
    graph: &Graph,
    hierarchy: &Hierarchy,
    climbs: &Climbs,
    sources: &[Option<Foothold>],
    targets: &[Option<Foothold>],
) -> Vec<Vec<Option<Duration>>> {
    let buckets = buckets(graph, hierarchy, climbs, targets);
    let row = |source: &Option<Foothold>| {
        let mut row: Vec<Option<Cost>> = vec![None; targets.len()];
        if let Some(source) = source {
            for (cell, target) in row.iter_mut().zip(targets) {
                *cell =
                    target.as_ref().and_then(|target| direct(graph, source, target)).map(|(_, cost)| cost);
            }
            around(hierarchy, climbs, &departures(graph, hierarchy, source), &buckets, &mut row);
        }
        row.into_iter().map(|cell| cell.map(|cost| duration(cost.duration))).collect()
    };
    sources.iter().map(row).collect()
}

fn buckets(graph: &Graph, hierarchy: &Hierarchy, climbs: &Climbs, targets: &[Option<Foothold>]) -> Csr<Left> {
    let mut left = Vec::new();
    climbs.with(|down| {
        for (target, foothold) in targets.iter().enumerate() {
            let Some(foothold) = foothold else { continue };
            down.run(&hierarchy.down, &hierarchy.up, &arrivals(graph, hierarchy, foothold));
            let target = index(target);
            left.extend(down.settled().map(|(rank, cost)| (rank, Left { target, cost })));
        }
    });
    Csr::from_pairs(hierarchy.rank_count(), left)
}

fn around(
    hierarchy: &Hierarchy,
    climbs: &Climbs,
    departures: &[Seed],
    buckets: &Csr<Left>,
    row: &mut [Option<Cost>],
) {
    climbs.with(|up| {
        up.run(&hierarchy.up, &hierarchy.down, departures);
        for (rank, cost) in up.settled() {
            for left in buckets.row(rank) {
                let Some(cell) = row.get_mut(left.target as usize) else { continue };
                let cost = cost.plus(left.cost);
                *cell = Some(cell.map_or(cost, |best| best.min(cost)));
            }
        }
    });
}
