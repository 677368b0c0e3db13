//! Which turns there are, and what they cost.

use std::collections::HashMap;

use super::split::{Ends, Pieces};
use super::{Course, Turn};
use crate::csr::Csr;
use crate::extract::{Passage, RawNode, RawRoads, Restriction, RestrictionKind};
use crate::profile::{DrivingSide, Profile, TurnCosts};
use crate::units::{Millis, Point, millis};

/// The direction of a road at a junction is taken over this length: the last metre is often drawn crookedly.
const BEARING_OVER_M: f64 = 10.0;

/// The turns at the end of every course.
pub(super) fn turns(raw: &RawRoads, pieces: &Pieces, profile: &Profile) -> Csr<Turn> {
    let junctions = Junctions::new(raw, pieces, profile);
    let turns = pieces.courses().flat_map(|course| junctions.turns_after(course)).collect();
    Csr::from_pairs(pieces.segments.len() * 2, turns)
}

struct Junctions<'a> {
    raw: &'a RawRoads,
    pieces: &'a Pieces,
    profile: &'a Profile,
    /// The courses that begin at each node.
    departures: Csr<Course>,
    /// How many segments end at each node.
    arms: Vec<u32>,
    /// Restrictions by their node.
    restrictions: HashMap<u32, Vec<Restriction<u32>>>,
    /// The bearing with which each course begins.
    bearings: Vec<f64>,
}

impl<'a> Junctions<'a> {
    fn new(raw: &'a RawRoads, pieces: &'a Pieces, profile: &'a Profile) -> Self {
        let departures = pieces.courses().filter_map(|course| Some((pieces.tail(course)?, course))).collect();
        let mut arms = vec![0; raw.nodes.len()];
        for node in pieces.ends.iter().flat_map(|ends| [ends.from, ends.to]) {
            if let Some(count) = arms.get_mut(node as usize) {
                *count += 1;
            }
        }
        let mut restrictions: HashMap<u32, Vec<_>> = HashMap::new();
        for restriction in &raw.restrictions {
            restrictions.entry(restriction.via_node).or_default().push(*restriction);
        }
        let lines = (0..).map(|segment| pieces.points.row(segment)).take(pieces.segments.len());
        Self {
            raw,
            pieces,
            profile,
            departures: Csr::from_pairs(raw.nodes.len(), departures),
            arms,
            restrictions,
            bearings: lines.flat_map(|line| [bearing(line.iter()), bearing(line.iter().rev())]).collect(),
        }
    }

    /// The turns from the end of a course. Turning round is allowed where nothing else is: at dead ends.
    fn turns_after(&self, from: Course) -> Vec<(u32, Turn)> {
        let Some(node_id) = self.pieces.tail(from.reverse()) else { return Vec::new() };
        let Some(node) = self.raw.nodes.get(node_id as usize) else { return Vec::new() };
        let mut ways_on: Vec<Course> = match node.passage {
            Passage::Closed => Vec::new(),
            _ => self.departures.row(node_id).iter().copied().filter(|to| *to != from.reverse()).collect(),
        };
        self.obey_restrictions(node_id, from, &mut ways_on);
        let has_choice = self.arms.get(node_id as usize).is_some_and(|&arms| arms > 2);
        let turns: Vec<Turn> = ways_on.iter().map(|&to| self.turn(node, has_choice, from, to)).collect();
        let turns = if turns.is_empty() { self.u_turn(node_id, from).into_iter().collect() } else { turns };
        turns.into_iter().map(|turn| (from.number(), turn)).collect()
    }

    fn obey_restrictions(&self, node_id: u32, from: Course, ways_on: &mut Vec<Course>) {
        let Some(restrictions) = self.restrictions.get(&node_id) else { return };
        let way = |course| self.ends(course).map(|ends| ends.way);
        let from_way = way(from);
        let (only, no): (Vec<&Restriction<u32>>, Vec<_>) = restrictions
            .iter()
            .filter(|restriction| Some(restriction.from_way) == from_way)
            .partition(|restriction| restriction.kind == RestrictionKind::Only);
        ways_on.retain(|to| !no.iter().any(|restriction| Some(restriction.to_way) == way(*to)));
        // A mandatory turn into a road that the extract lacks, or that is closed, would leave no way on.
        let mandatory = |to: &Course| only.iter().any(|restriction| Some(restriction.to_way) == way(*to));
        if ways_on.iter().any(mandatory) {
            ways_on.retain(mandatory);
        }
    }

    fn turn(&self, node: &RawNode, has_choice: bool, from: Course, to: Course) -> Turn {
        let angle = if has_choice { self.angle(from, to) } else { 0.0 };
        let mut seconds = turn_seconds(angle, &self.profile.turns, self.profile.driving_side);
        if if from.is_forward() { node.signals.forward } else { node.signals.backward } {
            seconds += self.profile.signal_seconds;
        }
        let is_gate = node.passage == Passage::Gate;
        if is_gate {
            seconds += self.profile.gate_seconds;
        }
        let is_limited = |course| self.ends(course).is_some_and(|ends| ends.limited);
        let enters_limited = is_limited(to) && !is_limited(from);
        let penalty = if enters_limited || is_gate { self.last_resort() } else { 0 };
        Turn { to, delay: millis(seconds), penalty }
    }

    fn u_turn(&self, node_id: u32, from: Course) -> Option<Turn> {
        let back = from.reverse();
        let allowed = self.departures.row(node_id).contains(&back);
        allowed.then(|| Turn { to: back, delay: millis(self.profile.turns.u_turn_seconds), penalty: 0 })
    }

    fn last_resort(&self) -> Millis {
        millis(self.profile.last_resort_seconds)
    }

    fn ends(&self, course: Course) -> Option<&Ends> {
        self.pieces.ends.get(course.segment() as usize)
    }

    /// Degrees from straight on, positive to the right, from -180 to 180.
    fn angle(&self, from: Course, to: Course) -> f64 {
        let bearing =
            |course: Course| self.bearings.get(course.number() as usize).copied().unwrap_or_default();
        let arriving = bearing(from.reverse()) + 180.0;
        (bearing(to) - arriving + 540.0).rem_euclid(360.0) - 180.0
    }
}

fn bearing<'a>(mut line: impl Iterator<Item = &'a Point>) -> f64 {
    let Some(start) = line.next() else { return 0.0 };
    let mut last = start;
    for point in line {
        last = point;
        if start.metres_to(*point) >= BEARING_OVER_M {
            break;
        }
    }
    start.bearing_to(*last)
}

fn turn_seconds(angle: f64, costs: &TurnCosts, side: DrivingSide) -> f64 {
    let is_across = match side {
        DrivingSide::Right => angle < 0.0,
        DrivingSide::Left => angle > 0.0,
    };
    let full = costs.sharp_seconds + if is_across { costs.across_seconds } else { 0.0 };
    let sharpness = (angle.abs() - costs.easy_degrees) / (costs.sharp_degrees - costs.easy_degrees).max(1.0);
    full * sharpness.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::turn_seconds;
    use crate::profile::{DrivingSide, TurnCosts};
    use crate::units::millis;

    #[test]
    fn sharper_turns_cost_more_and_those_across_traffic_most() {
        let cost = |angle, side| millis(turn_seconds(angle, &TurnCosts::default(), side));
        let right = |angle| cost(angle, DrivingSide::Right);
        assert_eq!((right(0.0), right(-30.0)), (0, 0));
        assert!(0 < right(60.0) && right(60.0) < right(90.0));
        assert_eq!((right(170.0), right(-170.0)), (5_000, 7_500));
        assert_eq!(cost(170.0, DrivingSide::Left), 7_500);
    }
}
