//! Random towns, judged by a plain search that knows nothing of hierarchies.

use proptest::prelude::*;

use super::town::{Town, at};
use crate::extract::{RestrictionKind, Signals};
use crate::graph::{Course, Graph};
use crate::network::RoadNetwork;
use crate::profile::Profile;
use crate::search::Cost;

const SIDE: usize = 5;

/// How a street between two neighbouring crossings is: 0 and 1 one-way, 2 private, 3 absent, else two-way.
type Kinds = Vec<u8>;

fn town(kinds: &Kinds, restricted: &[(usize, usize)]) -> Option<RoadNetwork> {
    let mut town = Town::default();
    let mut nodes = Vec::new();
    for north in 0..SIDE {
        for east in 0..SIDE {
            // Crooked rows, so that no two ways are equally quick by chance.
            let bend = |step: usize| f64::from(u32::try_from((step * 37) % 23).unwrap());
            let metres = |step: usize| f64::from(u32::try_from(step * 100).unwrap());
            nodes.push(
                town.node(metres(east) + bend(north * 7 + east), metres(north) + bend(north + east * 5)),
            );
        }
    }
    town.signals(nodes[SIDE + 1], Signals { forward: true, backward: true });
    let mut streets = Vec::new();
    let across = (0..SIDE * SIDE).filter(|at| at % SIDE + 1 < SIDE).map(|at| (at, at + 1));
    let along = (0..SIDE * (SIDE - 1)).map(|at| (at, at + SIDE));
    for ((from, to), kind) in across.chain(along).zip(kinds) {
        let ends = [nodes[from], nodes[to]];
        match kind {
            0 => streets.push((town.one_way(&ends), ends)),
            1 => streets.push((town.one_way(&[ends[1], ends[0]]), ends)),
            2 => streets.push((town.private(&ends), ends)),
            3 => {}
            _ => streets.push((town.street(&ends), ends)),
        }
    }
    for &(from, to) in restricted {
        let (Some((from_way, from)), Some((to_way, to))) = (streets.get(from), streets.get(to)) else {
            continue;
        };
        if let Some(via) = from.iter().find(|node| to.contains(node)) {
            town.restrict(RestrictionKind::No, *from_way, *via, *to_way);
        }
    }
    let has_streets = !streets.is_empty();
    has_streets.then(|| town.try_build(&Profile::default())).flatten()
}

/// The cheapest cost from the beginning of one course to those of all others, by trying until nothing improves.
fn plain_search(graph: &Graph, from: Course) -> Vec<Option<Cost>> {
    let mut best: Vec<Option<Cost>> = vec![None; graph.course_count()];
    best[from.number() as usize] = Some(Cost::NONE);
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for course in graph.courses() {
            let Some(here) = best[course.number() as usize] else { continue };
            for turn in graph.turns(course) {
                let duration = graph.drive(course).unwrap() + turn.delay;
                let there = here.plus(Cost { weight: duration + turn.penalty, duration });
                let known = &mut best[turn.to.number() as usize];
                if known.is_none_or(|known| there < known) {
                    *known = Some(there);
                    has_changed = true;
                }
            }
        }
    }
    best
}

/// The middle of a segment's line, and the time to it from the beginning of each of its courses.
fn middle(graph: &Graph, segment: u32) -> doorstep_domain::Place {
    let points = graph.points(segment);
    let [from, to] = [points[0], points[points.len() - 1]];
    doorstep_domain::Place::from_degrees(
        f64::midpoint(from.lat(), to.lat()),
        f64::midpoint(from.lon(), to.lon()),
    )
    .unwrap()
}

/// The duration between the middles of two segments, from the plain search.
fn expected(graph: &Graph, from: u32, to: u32) -> Option<f64> {
    let courses = |segment| {
        [Course::forward(segment), Course::backward(segment)]
            .into_iter()
            .filter(|course| graph.is_connected(*course))
            .map(|course| (course, graph.drive(course).unwrap()))
    };
    let mut best: Option<(f64, f64)> = None;
    for (start, drive) in courses(from) {
        let costs = plain_search(graph, start);
        for (goal, goal_drive) in courses(to) {
            let Some(cost) = costs[goal.number() as usize] else { continue };
            let extra = (f64::from(goal_drive) - f64::from(drive)) / 2.0;
            let cost = (f64::from(cost.weight) + extra, f64::from(cost.duration) + extra);
            if best.is_none_or(|best| cost < best) {
                best = Some(cost);
            }
        }
    }
    best.map(|(_, duration)| duration)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_network_finds_what_a_plain_search_finds(
        kinds in prop::collection::vec(0_u8..12, 2 * SIDE * (SIDE - 1)),
        restricted in prop::collection::vec((0_usize..40, 0_usize..40), 0..60),
    ) {
        let Some(network) = town(&kinds, &restricted) else { return Ok(()) };
        let graph = network.graph();
        let segments: Vec<u32> = (0..u32::try_from(graph.segment_count()).unwrap())
            .filter(|segment| graph.is_connected(Course::forward(*segment)) || graph.is_connected(Course::backward(*segment)))
            .step_by(3)
            .collect();
        let places: Vec<_> = segments.iter().map(|segment| middle(graph, *segment)).collect();
        let matrix = network.matrix(&places, &places).unwrap();
        for (row, from) in segments.iter().enumerate() {
            for (column, to) in segments.iter().enumerate().filter(|(column, _)| *column != row) {
                let found = matrix.get(row, column).map(|duration| duration.as_secs_f64() * 1000.0);
                let expected = expected(graph, *from, *to);
                let (Some(found), Some(expected)) = (found, expected) else {
                    prop_assert_eq!(found, expected);
                    continue;
                };
                // Places lie on a grid of a centimetre, which a van passes in about a millisecond.
                prop_assert!((found - expected).abs() < 20.0, "{found} ms, expected {expected} ms");
                let route = network.route(places[row], places[column]).unwrap();
                prop_assert_eq!(matrix.get(row, column), Some(route.duration));
                prop_assert_eq!(route.line.last().map(|vertex| vertex.elapsed), Some(route.duration));
            }
        }
        prop_assert!(network.snap(at(0.0, 0.0)).is_ok());
    }
}
