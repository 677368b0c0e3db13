//! What is passed along a way: houses, mouths of dead ends, gate points.

use std::collections::BTreeSet;

use super::{Piece, Spot, Streets};

/// Something that is passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Mark {
    /// A house.
    House(u32),
    /// The junction at which dead ends begin: nobody outside can tell whether the vehicle went in.
    Mouth(u32),
    /// A fixed point at which the moment of passing may be told.
    Gate(Spot),
}

/// A house counts as passed from so far before it.
const BESIDE_M: f64 = 1.0;
/// A junction counts as touched from so far before it.
const TOUCHED_M: f64 = 0.2;

impl Streets {
    /// What is passed along a piece of a street, with the metres driven on it until there, in the order of driving.
    pub(crate) fn marks(&self, piece: Piece) -> Vec<(f64, Mark)> {
        let Some(street) = self.street(piece.street) else { return Vec::new() };
        let (low, high) = (piece.from_m.min(piece.to_m), piece.from_m.max(piece.to_m));
        let driven = |at_m: f64| (at_m - piece.from_m).abs();
        let houses = self.houses_of(piece.street);
        let first = houses.partition_point(|(at_m, _)| *at_m < low - BESIDE_M);
        let beside = houses.iter().skip(first).take_while(|(at_m, _)| *at_m <= high + BESIDE_M);
        let mut marks: Vec<(f64, Mark)> =
            beside.map(|(at_m, house)| (driven(*at_m), Mark::House(*house))).collect();
        for (at_m, junction) in [(0.0, street.from), (street.length_m(), street.to)] {
            let is_touched = (low - TOUCHED_M..=high + TOUCHED_M).contains(&at_m);
            if is_touched && self.through.hanging.contains_key(&junction) {
                marks.push((driven(at_m), Mark::Mouth(junction)));
            }
        }
        let gates = self.through.gates.get(super::index(piece.street)).into_iter().flatten().copied();
        // A gate point is passed by who comes from before it, never by who starts at it.
        let is_passed = |at_m: &f64| {
            if piece.is_forward() { low < *at_m && *at_m <= high } else { low <= *at_m && *at_m < high }
        };
        let gate = |at_m: f64| (driven(at_m), Mark::Gate(Spot { street: piece.street, at_m }));
        marks.extend(gates.filter(is_passed).map(gate));
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        marks
    }
}

impl Mark {
    /// Adds the houses that are passed with it.
    pub(crate) fn note_houses(self, streets: &Streets, passed: &mut BTreeSet<u32>) {
        match self {
            Self::House(house) => drop(passed.insert(house)),
            Self::Mouth(junction) => {
                passed.extend(streets.through.hanging.get(&junction).into_iter().flatten());
            }
            Self::Gate(_) => {}
        }
    }
}
