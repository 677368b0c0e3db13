//! The streets near a place.

use std::collections::BTreeMap;

use super::plane::Point;
use super::{Known, Spot, Streets};
use crate::Place;

/// The edge of a square of the grid.
const SQUARE_M: f64 = 100.0;

/// The streets that touch each square of a grid.
#[derive(Debug, Default)]
pub(super) struct Grid(BTreeMap<(i32, i32), Vec<u32>>);

impl Grid {
    pub(super) fn of(streets: &[Known]) -> Self {
        let mut squares: BTreeMap<(i32, i32), Vec<u32>> = BTreeMap::new();
        for (number, street) in (0..).zip(streets) {
            for pair in street.line.windows(2) {
                let [a, b] = pair else { continue };
                let (low, high) = (
                    square(a.east.min(b.east), a.north.min(b.north)),
                    square(a.east.max(b.east), a.north.max(b.north)),
                );
                for east in low.0..=high.0 {
                    for north in low.1..=high.1 {
                        let of_square = squares.entry((east, north)).or_default();
                        if of_square.last() != Some(&number) {
                            of_square.push(number);
                        }
                    }
                }
            }
        }
        Self(squares)
    }

    /// The streets that may be within a radius, each once.
    fn near(&self, point: Point, radius_m: f64) -> Vec<u32> {
        let low = square(point.east - radius_m, point.north - radius_m);
        let high = square(point.east + radius_m, point.north + radius_m);
        let mut near: Vec<u32> = (low.0..=high.0)
            .flat_map(|east| self.0.range((east, low.1)..=(east, high.1)))
            .flat_map(|(_, streets)| streets.iter().copied())
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

impl Streets {
    /// The nearest spot of each street within a radius and its distance in metres, nearest first.
    pub(crate) fn near(&self, place: Place, radius_m: f64) -> Vec<(Spot, f64)> {
        let point = self.plane.point(place);
        let mut near: Vec<(Spot, f64)> = self
            .grid
            .near(point, radius_m)
            .into_iter()
            .filter_map(|number| {
                let (at_m, distance_m) = self.street(number)?.nearest(point)?;
                (distance_m <= radius_m).then_some((Spot { street: number, at_m }, distance_m))
            })
            .collect();
        near.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.street.cmp(&b.0.street)));
        near
    }

    /// The spot where someone parks who goes to a place.
    pub(crate) fn kerb(&self, place: Place) -> Option<Spot> {
        self.near(place, KERB_M).into_iter().next().map(|(spot, _)| spot)
    }
}

/// A door that is farther from any street is not on the map.
const KERB_M: f64 = 150.0;

impl Known {
    /// Metres along the line where it is nearest to a point, and the distance there.
    fn nearest(&self, point: Point) -> Option<(f64, f64)> {
        let pieces = self.line.windows(2).zip(self.metres.windows(2));
        let of_piece = pieces.filter_map(|(ends, metres)| {
            let ([a, b], [start, end]) = (ends, metres) else { return None };
            let (share, distance_m) = a.nearest_to(*b, point);
            Some((start + share * (end - start), distance_m))
        });
        of_piece.min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the earth has fewer squares")]
fn square(east: f64, north: f64) -> (i32, i32) {
    ((east / SQUARE_M).floor() as i32, (north / SQUARE_M).floor() as i32)
}
