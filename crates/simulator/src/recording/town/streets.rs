//! The streets of a made-up town: a grid that nobody laid with a ruler, with main streets, gaps and one-way streets.
//!
//! Streets from south to north are all there and open both ways, and so are main streets: whatever is missing or
//! one-way beside them, every crossing can be reached from every other one.
#![expect(
    clippy::indexing_slicing,
    reason = "tables have a row for each crossing, and crossings come from here"
)]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rand::RngExt as _;
use rand::rngs::StdRng;

use super::point::Point;

/// So many crossings lie on each side of the town.
pub(super) const SIDE: u16 = 24;
const CROSSINGS: usize = SIDE as usize * SIDE as usize;
/// Crossings are this far apart, about.
const BLOCK_M: f64 = 140.0;
const CROOKED_M: f64 = 25.0;
/// Every so manieth street is a main street.
const MAIN_EVERY: u16 = 6;
const MAIN_MPS: f64 = 11.0;
const MAIN_CROSSING_S: f64 = 6.0;
const SMALL_MPS: f64 = 6.5;
const SMALL_CROSSING_S: f64 = 3.0;
/// The way there and the way back differ by up to this share each.
const ASYMMETRY: f64 = 0.06;
/// Of the small streets from west to east so many are missing, and so many are open one way only.
const MISSING: f64 = 0.10;
const ONE_WAY: f64 = 0.15;

/// A crossing of streets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::recording) struct Crossing(u16);

impl Crossing {
    pub(super) fn at(column: u16, row: u16) -> Self {
        Self(row.min(SIDE - 1) * SIDE + column.min(SIDE - 1))
    }

    /// Any one.
    pub(in crate::recording) fn drawn(chance: &mut StdRng) -> Self {
        Self(chance.random_range(0..SIDE * SIDE))
    }

    pub(super) fn column(self) -> u16 {
        self.0 % SIDE
    }

    pub(super) fn row(self) -> u16 {
        self.0 / SIDE
    }

    fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A street between two neighbouring crossings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Street {
    pub(super) ends: [Crossing; 2],
    pub(super) is_main: bool,
    /// The time from the first end to the second and back, in milliseconds; `None` where that is not allowed.
    pub(super) there_ms: Option<u32>,
    pub(super) back_ms: Option<u32>,
}

/// All streets, and the fastest way from each crossing to each other.
pub(super) struct Streets {
    points: Vec<Point>,
    pub(super) all: Vec<Street>,
    /// By the crossing where a way begins and the one where it ends.
    fastest_ms: Vec<u32>,
    /// The last crossing before the end of that way.
    before_end: Vec<Crossing>,
}

impl Streets {
    pub(super) fn laid(chance: &mut StdRng) -> Self {
        let crossings = || (0..SIDE * SIDE).map(Crossing);
        let points: Vec<Point> = crossings().map(|crossing| crooked(crossing, chance)).collect();
        let mut streets = Vec::new();
        for crossing in crossings() {
            let (column, row) = (crossing.column(), crossing.row());
            if column + 1 < SIDE {
                streets.extend(street(&points, crossing, Crossing::at(column + 1, row), chance));
            }
            if row + 1 < SIDE {
                streets.extend(street(&points, crossing, Crossing::at(column, row + 1), chance));
            }
        }
        let (fastest_ms, before_end) = fastest(&streets);
        Self { points, all: streets, fastest_ms, before_end }
    }

    pub(super) fn point(&self, crossing: Crossing) -> Point {
        self.points[crossing.index()]
    }

    /// How long the fastest way takes, in milliseconds.
    pub(super) fn fastest_ms(&self, from: Crossing, to: Crossing) -> u32 {
        self.fastest_ms[from.index() * CROSSINGS + to.index()]
    }

    /// The crossings of the fastest way, both ends included.
    pub(super) fn way(&self, from: Crossing, to: Crossing) -> Vec<Crossing> {
        let mut way = vec![to];
        let mut here = to;
        while here != from {
            here = self.before_end[from.index() * CROSSINGS + here.index()];
            way.push(here);
        }
        way.reverse();
        way
    }
}

fn crooked(crossing: Crossing, chance: &mut StdRng) -> Point {
    let corner =
        Point { east: f64::from(crossing.column()) * BLOCK_M, north: f64::from(crossing.row()) * BLOCK_M };
    corner.moved(chance.random_range(-CROOKED_M..CROOKED_M), chance.random_range(-CROOKED_M..CROOKED_M))
}

fn street(points: &[Point], a: Crossing, b: Crossing, chance: &mut StdRng) -> Option<Street> {
    let is_to_the_east = a.row() == b.row();
    let line = if is_to_the_east { a.row() } else { a.column() };
    let is_main = line % MAIN_EVERY == MAIN_EVERY / 2;
    let fate: f64 = chance.random();
    let may_be_odd = is_to_the_east && !is_main;
    if may_be_odd && fate < MISSING {
        return None;
    }
    let (speed_mps, crossing_s) =
        if is_main { (MAIN_MPS, MAIN_CROSSING_S) } else { (SMALL_MPS, SMALL_CROSSING_S) };
    let even_s = points[a.index()].distance_to(points[b.index()]) / speed_mps + crossing_s;
    let mut one_way = || millis(even_s * (1.0 + chance.random_range(-ASYMMETRY..ASYMMETRY)));
    let (there_ms, back_ms) = (one_way(), one_way());
    let is_one_way = may_be_odd && fate < MISSING + ONE_WAY;
    let goes_east = fate < MISSING + ONE_WAY / 2.0;
    Some(Street {
        ends: [a, b],
        is_main,
        there_ms: (!is_one_way || goes_east).then_some(there_ms),
        back_ms: (!is_one_way || !goes_east).then_some(back_ms),
    })
}

/// The fastest ways from each crossing to each other (Dijkstra 1959).
fn fastest(streets: &[Street]) -> (Vec<u32>, Vec<Crossing>) {
    let mut next: Vec<Vec<(Crossing, u32)>> = vec![Vec::new(); CROSSINGS];
    for Street { ends: [a, b], there_ms, back_ms, .. } in streets {
        next[a.index()].extend(there_ms.map(|ms| (*b, ms)));
        next[b.index()].extend(back_ms.map(|ms| (*a, ms)));
    }
    let mut fastest_ms = vec![u32::MAX; CROSSINGS * CROSSINGS];
    let mut before_end = vec![Crossing(0); CROSSINGS * CROSSINGS];
    for from in (0..SIDE * SIDE).map(Crossing) {
        let row = from.index() * CROSSINGS..(from.index() + 1) * CROSSINGS;
        let (row_ms, row_before) = (&mut fastest_ms[row.clone()], &mut before_end[row]);
        row_ms[from.index()] = 0;
        let mut reached = BinaryHeap::from([Reverse((0, from))]);
        while let Some(Reverse((ms, here))) = reached.pop() {
            if ms > row_ms[here.index()] {
                continue;
            }
            for (to, street_ms) in &next[here.index()] {
                let there_ms = ms + street_ms;
                if there_ms < row_ms[to.index()] {
                    (row_ms[to.index()], row_before[to.index()]) = (there_ms, here);
                    reached.push(Reverse((there_ms, *to)));
                }
            }
        }
    }
    (fastest_ms, before_end)
}

fn millis(seconds: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a street takes some seconds"
    )]
    let millis = (seconds * 1000.0).round() as u32;
    millis
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn every_crossing_is_reached_and_its_way_takes_what_it_says() {
        let streets = Streets::laid(&mut StdRng::seed_from_u64(3));
        let leg_ms = |a: Crossing, b: Crossing| {
            streets.all.iter().find_map(|street| match street.ends {
                ends if ends == [a, b] => street.there_ms,
                ends if ends == [b, a] => street.back_ms,
                _ => None,
            })
        };
        for (from, to) in [(0, 575), (575, 0), (23, 552), (100, 101), (101, 100), (7, 7)] {
            let (from, to) = (Crossing(from), Crossing(to));
            let way = streets.way(from, to);
            let sum: u32 =
                way.windows(2).map(|leg| leg_ms(leg[0], leg[1]).expect("a street leads there")).sum();
            assert_eq!(sum, streets.fastest_ms(from, to));
        }
        assert!(streets.fastest_ms.iter().all(|ms| *ms < 15 * 60 * 1000), "some crossing is cut off");
    }

    #[test]
    fn the_way_back_takes_another_time() {
        let streets = Streets::laid(&mut StdRng::seed_from_u64(3));
        let (a, b) = (Crossing::at(2, 2), Crossing::at(20, 17));
        assert_ne!(streets.fastest_ms(a, b), streets.fastest_ms(b, a));
    }
}
