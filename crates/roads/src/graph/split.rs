//! Ways split at their junctions.

use super::{Course, Segment};
use crate::csr::Csr;
use crate::extract::{Passage, RawNode, RawRoads, RawWay};
use crate::profile::Profile;
use crate::units::{Point, index, millis};

/// Neighbouring nodes of a road are metres apart, a few kilometres at most. Farther ones are damaged, and roads
/// through them could take longer than times here can be.
const MAX_PIECE_M: f64 = 50_000.0;

/// The segments, and what is needed of them only until the turns are known.
pub(super) struct Pieces {
    pub(super) segments: Vec<Segment>,
    pub(super) points: Csr<Point>,
    pub(super) ends: Vec<Ends>,
}

/// Where a segment came from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    /// The node at its beginning, a position in [`RawRoads::nodes`].
    pub(super) from: u32,
    /// The node at its end.
    pub(super) to: u32,
    /// The OpenStreetMap id of its way.
    pub(super) way: i64,
    pub(super) limited: bool,
}

impl Pieces {
    /// The node where a course begins.
    pub(super) fn tail(&self, course: Course) -> Option<u32> {
        let ends = self.ends.get(course.segment() as usize)?;
        Some(if course.is_forward() { ends.from } else { ends.to })
    }

    /// The courses that may be driven.
    pub(super) fn courses(&self) -> impl Iterator<Item = Course> {
        self.segments.iter().zip(0..).flat_map(|(segment, id)| {
            let forward = segment.forward.map(|_| Course::forward(id));
            let backward = segment.backward.map(|_| Course::backward(id));
            forward.into_iter().chain(backward)
        })
    }
}

/// Splits every way at its junctions, at barriers, and where a cut extract lacks a node.
pub(super) fn split(raw: &RawRoads, profile: &Profile) -> Pieces {
    let is_junction = junctions(raw);
    let mut splitter = Splitter { raw, profile, segments: Vec::new(), points: Vec::new(), ends: Vec::new() };
    for way in &raw.ways {
        for run in present_runs(way, &raw.nodes) {
            for piece in pieces_of(&run, &is_junction) {
                splitter.add(way, piece);
            }
        }
    }
    let points = Csr::from_pairs(splitter.segments.len(), splitter.points);
    Pieces { segments: splitter.segments, points, ends: splitter.ends }
}

/// Which nodes end a segment: those that several ways share or one passes twice, ends of ways, and barriers.
fn junctions(raw: &RawRoads) -> Vec<bool> {
    let mut visits = vec![0_u32; raw.nodes.len()];
    let mut visit = |node: &u32| {
        if let Some(count) = visits.get_mut(*node as usize) {
            *count += 1;
        }
    };
    for way in &raw.ways {
        way.nodes.iter().for_each(&mut visit);
        way.nodes.first().into_iter().chain(way.nodes.last()).for_each(&mut visit);
    }
    visits.iter().zip(&raw.nodes).map(|(&visits, node)| visits > 1 || node.passage != Passage::Open).collect()
}

/// The nodes of a way that the extract holds, as unbroken runs: over a gap there is no telling how the road goes.
fn present_runs(way: &RawWay, nodes: &[RawNode]) -> Vec<Vec<u32>> {
    let mut runs: Vec<Vec<u32>> = vec![Vec::new()];
    let mut before: Option<Point> = None;
    for &node in &way.nodes {
        let here = nodes.get(node as usize).and_then(|node| node.point);
        let goes_on = before.zip(here).is_some_and(|(before, here)| before.metres_to(here) <= MAX_PIECE_M);
        match runs.last_mut() {
            Some(run) if goes_on => run.push(node),
            _ => runs.push(here.map(|_| node).into_iter().collect()),
        }
        before = here;
    }
    for run in &mut runs {
        run.dedup();
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// Cuts a run at its junctions. What comes back to where it began is cut once more in its middle, so that no
/// segment begins and ends at the same node.
fn pieces_of<'a>(run: &'a [u32], is_junction: &[bool]) -> Vec<&'a [u32]> {
    let is_junction = |node: &u32| is_junction.get(*node as usize).copied().unwrap_or_default();
    let mut pieces = Vec::new();
    let mut rest = run;
    while rest.len() > 1 {
        let inner = rest.iter().skip(1).position(is_junction).map_or(rest.len() - 1, |inner| inner + 1);
        let (piece, _) = rest.split_at(inner + 1);
        if piece.first() == piece.last() {
            let middle = piece.len() / 2;
            pieces.extend([piece.split_at(middle + 1).0, piece.split_at(middle).1]);
        } else {
            pieces.push(piece);
        }
        rest = rest.split_at(inner).1;
    }
    pieces
}

struct Splitter<'a> {
    raw: &'a RawRoads,
    profile: &'a Profile,
    segments: Vec<Segment>,
    points: Vec<(u32, Point)>,
    ends: Vec<Ends>,
}

impl Splitter<'_> {
    fn add(&mut self, way: &RawWay, piece: &[u32]) {
        let (Some(&from), Some(&to)) = (piece.first(), piece.last()) else { return };
        let nodes: Vec<RawNode> =
            piece.iter().filter_map(|node| self.raw.nodes.get(*node as usize)).copied().collect();
        let line: Vec<Point> = nodes.iter().filter_map(|node| node.point).collect();
        let length_m = line.windows(2).filter_map(|pair| Some(pair.first()?.metres_to(*pair.last()?))).sum();
        let drive = |speed_mps: f64, waits: &dyn Fn(&RawNode) -> bool| {
            let inner = nodes.get(1..nodes.len() - 1).unwrap_or_default();
            let signals = f64::from(index(inner.iter().filter(|node| waits(node)).count()));
            millis(length_m / speed_mps + signals * self.profile.signal_seconds).max(1)
        };
        let segment = Segment {
            length_m,
            forward: way.forward_mps.map(|speed| drive(speed, &|node| node.signals.forward)),
            backward: way.backward_mps.map(|speed| drive(speed, &|node| node.signals.backward)),
            name: way.name,
            is_residential: way.is_residential,
        };
        let id = index(self.segments.len());
        self.segments.push(segment);
        self.points.extend(line.into_iter().map(|point| (id, point)));
        self.ends.push(Ends { from, to, way: way.osm_id, limited: way.limited });
    }
}

#[cfg(test)]
mod tests {
    use super::pieces_of;

    #[test]
    fn a_run_is_cut_at_its_junctions() {
        let is_junction = [true, false, true, false, true];
        assert_eq!(pieces_of(&[0, 1, 2, 3, 4], &is_junction), [&[0, 1, 2][..], &[2, 3, 4]]);
        assert_eq!(pieces_of(&[0, 1], &is_junction), [&[0, 1]]);
        assert!(pieces_of(&[0], &is_junction).is_empty());
    }

    #[test]
    fn a_loop_is_cut_in_its_middle() {
        let is_junction = [true, false, false, false];
        assert_eq!(pieces_of(&[0, 1, 2, 3, 0], &is_junction), [&[0, 1, 2][..], &[2, 3, 0]]);
        assert_eq!(pieces_of(&[0, 1, 0], &is_junction), [&[0, 1][..], &[1, 0]]);
    }
}
