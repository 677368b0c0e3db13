//! The street that is nearest to a place.

use std::collections::HashMap;

use super::streets::{Spot, Streets};
use crate::plane::Point;

/// The edge of a square of the grid.
const SQUARE_M: f64 = 100.0;
/// Nobody looks farther than this; what is farther away is nearest to the first street.
const FAR_M: f64 = 100_000.0;

/// The pieces of streets that touch each square of a grid, as street and number of the piece.
#[derive(Debug, Default)]
pub(super) struct Grid(HashMap<(i32, i32), Vec<(usize, usize)>>);

impl Grid {
    pub(super) fn of(streets: &Streets) -> Self {
        let mut squares: HashMap<(i32, i32), Vec<(usize, usize)>> = HashMap::new();
        for (number, street) in streets.all.iter().enumerate() {
            for (piece, ends) in street.line.windows(2).enumerate() {
                let (a, b) = (ends[0], ends[1]);
                let low = (square(a.east.min(b.east)), square(a.north.min(b.north)));
                let high = (square(a.east.max(b.east)), square(a.north.max(b.north)));
                for east in low.0..=high.0 {
                    for north in low.1..=high.1 {
                        squares.entry((east, north)).or_default().push((number, piece));
                    }
                }
            }
        }
        Self(squares)
    }

    pub(super) fn nearest(&self, streets: &Streets, point: Point) -> Spot {
        let mut radius_m = SQUARE_M;
        while radius_m < FAR_M {
            match self.within(streets, point, radius_m) {
                Some((spot, distance_m)) if distance_m <= radius_m => return spot,
                _ => radius_m *= 2.0,
            }
        }
        Spot { street: 0, at_m: 0.0 }
    }

    /// The nearest spot and its distance among the pieces that touch the squares around.
    fn within(&self, streets: &Streets, point: Point, radius_m: f64) -> Option<(Spot, f64)> {
        let mut best: Option<(Spot, f64)> = None;
        for east in square(point.east - radius_m)..=square(point.east + radius_m) {
            for north in square(point.north - radius_m)..=square(point.north + radius_m) {
                for (number, piece) in self.0.get(&(east, north)).into_iter().flatten() {
                    let street = &streets.all[*number];
                    let (share, distance_m) = street.line[*piece].nearest_to(street.line[piece + 1], point);
                    if best.is_none_or(|(_, least)| distance_m < least) {
                        let (start, end) = (street.metres[*piece], street.metres[piece + 1]);
                        let at_m = start + share * (end - start);
                        best = Some((Spot { street: *number, at_m }, distance_m));
                    }
                }
            }
        }
        best
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the earth has fewer squares")]
fn square(metres: f64) -> i32 {
    (metres / SQUARE_M).floor() as i32
}
