//! Ways from spot to spot.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::{Known, Spot, Streets};

/// A part of a street that is driven, in the direction from `from_m` to `to_m`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// The position of the street among those that were given.
    pub street: u32,
    /// Metres along its line where it begins.
    pub from_m: f64,
    /// Metres along its line where it ends.
    pub to_m: f64,
}

/// A way between two spots.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// What it costs, in the measure that was searched by.
    pub cost: f64,
    /// The streets driven, in order.
    pub pieces: Vec<Piece>,
    /// Whether the last street is driven along its line.
    pub ends_forward: bool,
}

/// What a way is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measure {
    Metres,
    Seconds,
}

/// Turning round in the middle of a street takes so long.
const TURN_S: f64 = 40.0;
/// Turning round at a junction takes so long.
const TURN_AT_JUNCTION_S: f64 = 20.0;
/// Who drives against what the map says is measured as on a way that is so many metres longer: fixes stray.
const BACKWARDS_M: f64 = 20.0;

/// The shortest ways from one spot.
#[derive(Debug)]
pub struct Search<'a> {
    streets: &'a Streets,
    measure: Measure,
    start: Spot,
    /// Whether the vehicle heads along the line of the street; `None` when it may go either way.
    heading: Option<bool>,
    /// The cost to each junction that was reached, and how one came there.
    reached: BTreeMap<u32, (f64, Came)>,
}

/// How a junction was reached.
#[derive(Debug, Clone, Copy)]
struct Came {
    street: u32,
    forward: bool,
    /// The junction before; `None` from the start.
    before: Option<u32>,
}

/// Costs in a queue, cheapest first.
#[derive(PartialEq)]
struct Cost(f64);

impl Eq for Cost {}

impl PartialOrd for Cost {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cost {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Piece {
    /// How long it is, in metres.
    pub fn length_m(self) -> f64 {
        (self.to_m - self.from_m).abs()
    }

    /// Whether it is driven along its line.
    pub fn is_forward(self) -> bool {
        self.to_m >= self.from_m
    }
}

impl Streets {
    /// How long it takes to drive a piece, in seconds.
    pub(crate) fn seconds(&self, piece: Piece) -> f64 {
        self.street(piece.street).map_or(0.0, |street| piece.length_m() / street.speed_mps)
    }

    /// The spots that a way leads over: its ends, the bends of its streets and the houses on it.
    pub(crate) fn spots(&self, pieces: &[Piece]) -> Vec<Spot> {
        let mut spots = Vec::new();
        for piece in pieces {
            let Some(street) = self.street(piece.street) else { continue };
            let (low, high) = (piece.from_m.min(piece.to_m), piece.from_m.max(piece.to_m));
            let houses = self.houses_of(piece.street).iter().map(|(at_m, _)| *at_m);
            let inside =
                street.metres.iter().copied().chain(houses).filter(|at_m| low < *at_m && *at_m < high);
            let mut along: Vec<f64> = inside.chain([low, high]).collect();
            along.sort_by(f64::total_cmp);
            along.dedup();
            if !piece.is_forward() {
                along.reverse();
            }
            spots.extend(along.into_iter().map(|at_m| Spot { street: piece.street, at_m }));
        }
        spots
    }

    /// The seconds driven and the houses passed on a way until each of its [`Streets::spots`].
    pub(crate) fn passed_at(&self, pieces: &[Piece]) -> Vec<(f64, f64)> {
        let (mut driven_s, mut passed) = (0.0, 0.0);
        let mut at = Vec::new();
        for piece in pieces {
            let mut before_m = piece.from_m;
            for spot in self.spots(std::slice::from_ref(piece)) {
                driven_s += self.seconds(Piece { street: piece.street, from_m: before_m, to_m: spot.at_m });
                let houses = self
                    .houses_of(piece.street)
                    .iter()
                    .filter(|(at_m, _)| (at_m - spot.at_m).abs() < f64::EPSILON);
                passed += u32::try_from(houses.count()).map_or(0.0, f64::from);
                before_m = spot.at_m;
                at.push((driven_s, passed));
            }
        }
        at
    }

    /// The quickest way that takes at most so many seconds, for a vehicle that heads along the line of its street, against
    /// it, or may go either way.
    pub fn quickest(&self, from: Spot, heading: Option<bool>, to: Spot, limit_s: f64) -> Option<Way> {
        let goals = self.street(to.street).map(|street| [street.from, street.to])?;
        Search::run(self, Measure::Seconds, (from, heading), limit_s, &goals).to(to)
    }

    /// The quickest ways from a spot to everywhere.
    pub fn from(&self, from: Spot) -> Search<'_> {
        Search::run(self, Measure::Seconds, (from, None), f64::INFINITY, &[])
    }

    /// The shortest ways from a spot that are at most so many metres long.
    pub(crate) fn around(&self, from: Spot, limit_m: f64) -> Search<'_> {
        Search::run(self, Measure::Metres, (from, None), limit_m, &[])
    }
}

impl<'a> Search<'a> {
    fn run(
        streets: &'a Streets,
        measure: Measure,
        from: (Spot, Option<bool>),
        limit: f64,
        goals: &[u32],
    ) -> Self {
        let (start, heading) = from;
        let mut search = Self { streets, measure, start, heading, reached: BTreeMap::new() };
        let mut queue = BinaryHeap::new();
        for (junction, cost, forward) in search.exits() {
            queue.push(Reverse((Cost(cost), junction, start.street, forward, None)));
        }
        let mut open = goals.to_vec();
        while let Some(Reverse((Cost(cost), junction, street, forward, before))) = queue.pop() {
            if cost > limit || search.reached.contains_key(&junction) {
                continue;
            }
            search.reached.insert(junction, (cost, Came { street, forward, before }));
            open.retain(|goal| *goal != junction);
            if open.is_empty() && !goals.is_empty() {
                break;
            }
            for next in streets.at_junction.get(super::index(junction)).into_iter().flatten() {
                let Some(known) = streets.street(*next) else { continue };
                let forward = known.from == junction;
                if !forward && known.is_one_way {
                    continue;
                }
                let there = if forward { known.to } else { known.from };
                let through = cost + search.back(street, *next) + search.cost(known, known.length_m());
                queue.push(Reverse((Cost(through), there, *next, forward, Some(junction))));
            }
        }
        search
    }

    /// The way to a spot, if it is within the limit.
    pub fn to(&self, to: Spot) -> Option<Way> {
        let street = self.streets.street(to.street)?;
        let direct = self.direct(street, to);
        let entries = [(street.from, to.at_m, true), (street.to, street.length_m() - to.at_m, false)];
        let around = entries
            .into_iter()
            .filter(|(_, _, forward)| *forward || !street.is_one_way)
            .filter_map(|(junction, metres, forward)| {
                let (cost, came) = self.reached.get(&junction)?;
                let cost = cost + self.back(came.street, to.street) + self.cost(street, metres);
                Some((cost, junction, forward))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match (direct, around) {
            (Some(direct), Some((cost, _, _))) if direct.cost <= cost => Some(direct),
            (Some(direct), None) => Some(direct),
            (_, Some((cost, junction, forward))) => {
                let start_m = if forward { 0.0 } else { street.length_m() };
                let mut pieces = self.pieces_to(junction);
                pieces.push(Piece { street: to.street, from_m: start_m, to_m: to.at_m });
                pieces.retain(|piece| piece.length_m() > 0.0);
                Some(Way { cost, pieces, ends_forward: forward })
            }
            (None, None) => None,
        }
    }

    /// The way on the same street.
    fn direct(&self, street: &Known, to: Spot) -> Option<Way> {
        if to.street != self.start.street {
            return None;
        }
        let forward = to.at_m >= self.start.at_m;
        let metres = (to.at_m - self.start.at_m).abs();
        let strays = self.measure == Measure::Metres && metres <= BACKWARDS_M;
        if !forward && street.is_one_way && !strays {
            return None;
        }
        let pieces = vec![Piece { street: to.street, from_m: self.start.at_m, to_m: to.at_m }];
        Some(Way { cost: self.cost(street, metres) + self.turn(forward), pieces, ends_forward: forward })
    }

    fn exits(&self) -> Vec<(u32, f64, bool)> {
        let Some(street) = self.streets.street(self.start.street) else { return Vec::new() };
        let ahead = (street.to, street.length_m() - self.start.at_m, true);
        let behind = (street.from, self.start.at_m, false);
        [Some(ahead), (!street.is_one_way).then_some(behind)]
            .into_iter()
            .flatten()
            .map(|(junction, metres, forward)| {
                (junction, self.cost(street, metres) + self.turn(forward), forward)
            })
            .collect()
    }

    fn turn(&self, forward: bool) -> f64 {
        let turns =
            self.measure == Measure::Seconds && self.heading.is_some_and(|heading| heading != forward);
        if turns { TURN_S } else { 0.0 }
    }

    /// What it costs to leave a junction by the street by which one came.
    fn back(&self, came_by: u32, leaves_by: u32) -> f64 {
        let turns = self.measure == Measure::Seconds && came_by == leaves_by;
        if turns { TURN_AT_JUNCTION_S } else { 0.0 }
    }

    fn cost(&self, street: &Known, metres: f64) -> f64 {
        match self.measure {
            Measure::Metres => metres,
            Measure::Seconds => metres / street.speed_mps,
        }
    }

    fn pieces_to(&self, junction: u32) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut here = Some(junction);
        while let Some((_, came)) = here.and_then(|here| self.reached.get(&here)) {
            let length_m = self.streets.street(came.street).map_or(0.0, Known::length_m);
            let (from_m, to_m) = if came.forward { (0.0, length_m) } else { (length_m, 0.0) };
            let from_m = if came.before.is_some() { from_m } else { self.start.at_m };
            pieces.push(Piece { street: came.street, from_m, to_m });
            here = came.before;
        }
        pieces.reverse();
        pieces
    }
}
