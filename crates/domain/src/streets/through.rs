//! Through streets and dead ends, and the fixed points where a dot may be tied to the truth.
//!
//! A street is a through street when it is on a way round: what is left when ends that lead nowhere are taken off again and
//! again. Whether a vehicle went into a dead end is already an answer, so there is no gate point in one, and its houses count
//! when its mouth is passed.

use std::collections::BTreeMap;

use super::{Known, index};

/// About so far apart are gate points inside a through street.
const GATE_EVERY_M: f64 = 60.0;

#[derive(Debug)]
pub(super) struct Through {
    /// Metres along each street of its gate points, in the order of its line; none in a dead end.
    pub(super) gates: Vec<Vec<f64>>,
    /// The houses of the dead ends that begin at a junction of through streets.
    pub(super) hanging: BTreeMap<u32, Vec<u32>>,
}

impl Through {
    pub(super) fn of(streets: &[Known], at_junction: &[Vec<u32>], houses: &[Vec<(f64, u32)>]) -> Self {
        let is_through = through(streets, at_junction);
        let degree = |junction: u32| at_junction.get(index(junction)).map_or(0, Vec::len);
        let gates = streets.iter().zip(&is_through).map(|(street, through)| {
            if *through { gates(street, degree(street.from), degree(street.to)) } else { Vec::new() }
        });
        Self { gates: gates.collect(), hanging: hanging(streets, at_junction, houses, &is_through) }
    }
}

/// Whether each street is a through street. A loop that hangs on one junction is a dead end.
fn through(streets: &[Known], at_junction: &[Vec<u32>]) -> Vec<bool> {
    let mut is_through: Vec<bool> = streets.iter().map(|street| street.from != street.to).collect();
    let mut degree: Vec<usize> = at_junction
        .iter()
        .map(|at| at.iter().filter(|street| is_through.get(index(**street)) == Some(&true)).count())
        .collect();
    let mut ends: Vec<u32> =
        (0..).zip(&degree).filter(|(_, degree)| **degree == 1).map(|(end, _)| end).collect();
    while let Some(end) = ends.pop() {
        let of_end = at_junction.get(index(end)).map_or(&[][..], Vec::as_slice);
        let last = of_end.iter().find(|street| is_through.get(index(**street)) == Some(&true));
        let Some((number, street)) = last.and_then(|last| Some((*last, streets.get(index(*last))?))) else {
            continue;
        };
        if let Some(through) = is_through.get_mut(index(number)) {
            *through = false;
        }
        let other = if street.from == end { street.to } else { street.from };
        if let Some(degree) = degree.get_mut(index(other)) {
            *degree = degree.saturating_sub(1);
            if *degree == 1 {
                ends.push(other);
            }
        }
    }
    is_through
}

fn gates(street: &Known, streets_at_from: usize, streets_at_to: usize) -> Vec<f64> {
    let length_m = street.length_m();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "streets are short")]
    let inside = (length_m / GATE_EVERY_M).floor() as u32;
    let from = (streets_at_from >= 3).then_some(0.0);
    let to = (streets_at_to >= 3).then_some(length_m);
    let between = (1..=inside).map(|number| length_m * f64::from(number) / f64::from(inside + 1));
    from.into_iter().chain(between).chain(to).collect()
}

/// The houses of the dead ends at each junction that through streets touch.
fn hanging(
    streets: &[Known],
    at_junction: &[Vec<u32>],
    houses: &[Vec<(f64, u32)>],
    is_through: &[bool],
) -> BTreeMap<u32, Vec<u32>> {
    let dead_ends_at = |junction: u32| {
        let at = at_junction.get(index(junction)).map_or(&[][..], Vec::as_slice);
        at.iter().copied().filter(|street| is_through.get(index(*street)) == Some(&false))
    };
    let touches = |junction: u32| {
        let at = at_junction.get(index(junction)).map_or(&[][..], Vec::as_slice);
        at.iter().any(|street| is_through.get(index(*street)) == Some(&true))
    };
    let mut hanging = BTreeMap::new();
    let mut is_seen = vec![false; streets.len()];
    for (junction, _) in (0..).zip(at_junction).filter(|(junction, _)| touches(*junction)) {
        let (mut found, mut open) = (Vec::new(), vec![junction]);
        while let Some(here) = open.pop() {
            for number in dead_ends_at(here) {
                let (Some(street), Some(seen)) = (streets.get(index(number)), is_seen.get_mut(index(number)))
                else {
                    continue;
                };
                if std::mem::replace(seen, true) {
                    continue;
                }
                found.extend(houses.get(index(number)).into_iter().flatten().map(|(_, house)| *house));
                open.extend(
                    [street.from, street.to].into_iter().filter(|end| *end != here && !touches(*end)),
                );
            }
        }
        if !found.is_empty() {
            hanging.insert(junction, found);
        }
    }
    hanging
}
