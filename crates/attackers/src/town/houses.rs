//! The houses of a town.

use std::collections::HashMap;

use super::HOUSES_MAX;
use super::streets::{Spot, Streets};
use crate::plane::{Plane, Point};
use crate::scenario::HouseRow;

/// A house by its number.
pub(crate) type House = usize;

/// The edge of a square in which neighbours are looked for.
const SQUARE_M: f64 = 60.0;
/// Of two houses that are reached from the same kerb, the nearer one is the neighbour.
const OWN_WEIGHT: f64 = 1e-3;

/// The houses.
#[derive(Debug)]
pub(crate) struct Houses {
    /// Where one parks who goes there.
    pub(crate) spots: Vec<Spot>,
    /// Where that is.
    pub(crate) kerbs: Vec<Point>,
    /// The house and the two that are nearest to it: next door, or facing. Who names one names these.
    pub(crate) named: Vec<[House; 3]>,
    /// The houses of each street.
    by_street: Vec<Vec<House>>,
}

impl Houses {
    pub(super) fn of(
        rows: &[HouseRow],
        by_name: &HashMap<String, usize>,
        streets: &Streets,
        plane: &Plane,
    ) -> Result<Self, String> {
        if !(3..=HOUSES_MAX).contains(&rows.len()) {
            return Err(format!("there are {} houses, and 3 to {HOUSES_MAX} are needed", rows.len()));
        }
        let mut spots = Vec::with_capacity(rows.len());
        let mut by_street = vec![Vec::new(); streets.all.len()];
        for (house, row) in rows.iter().enumerate() {
            let street =
                *by_name.get(&row.street).ok_or_else(|| format!("{} stands on no street", row.id))?;
            by_street[street].push(house);
            spots.push(Spot { street, at_m: row.kerb_m });
        }
        let kerbs: Vec<Point> = spots.iter().map(|spot| streets.point(*spot)).collect();
        let doors: Vec<Point> = rows.iter().map(|row| plane.point(row.lat, row.lon)).collect();
        let named = Neighbours::of(&kerbs, &doors).all();
        Ok(Self { spots, kerbs, named, by_street })
    }

    pub(crate) fn count(&self) -> usize {
        self.spots.len()
    }

    /// Whether naming a house names another one.
    pub(crate) fn is_hit(&self, named: House, house: House) -> bool {
        self.named[named].contains(&house)
    }

    /// The houses along streets that were driven, each once.
    pub(crate) fn along<'a>(
        &self,
        way: impl Iterator<Item = &'a (usize, f64, f64)>,
        but: &[House],
    ) -> Vec<House> {
        let mut along = Vec::new();
        for (street, from_m, to_m) in way {
            let (low, high) = (from_m.min(*to_m) - 1.0, from_m.max(*to_m) + 1.0);
            let of_street = self.by_street[*street].iter();
            along.extend(of_street.filter(|house| (low..=high).contains(&self.spots[**house].at_m)));
        }
        along.retain(|house| !but.contains(house));
        along.sort_unstable();
        along.dedup();
        along
    }
}

/// Who is next to whom.
struct Neighbours<'a> {
    kerbs: &'a [Point],
    doors: &'a [Point],
    squares: HashMap<(i32, i32), Vec<House>>,
}

impl<'a> Neighbours<'a> {
    fn of(kerbs: &'a [Point], doors: &'a [Point]) -> Self {
        let mut squares: HashMap<(i32, i32), Vec<House>> = HashMap::new();
        for (house, kerb) in kerbs.iter().enumerate() {
            squares.entry(square(*kerb)).or_default().push(house);
        }
        Self { kerbs, doors, squares }
    }

    fn all(&self) -> Vec<[House; 3]> {
        (0..self.kerbs.len()).map(|house| self.named_by(house)).collect()
    }

    /// A house and the two nearest, which are looked for in wider and wider rings of squares.
    fn named_by(&self, house: House) -> [House; 3] {
        let mut reach = 1;
        loop {
            let near = self.nearest_within(house, reach);
            let seen_m = f64::from(reach) * SQUARE_M;
            match near.as_slice() {
                [(_, first), (second_m, second), ..] if *second_m <= seen_m => {
                    return [house, *first, *second];
                }
                [(_, first), (_, second), ..] if near.len() + 1 == self.kerbs.len() => {
                    return [house, *first, *second];
                }
                _ => reach *= 2,
            }
        }
    }

    fn nearest_within(&self, house: House, reach: i32) -> Vec<(f64, House)> {
        let (east, north) = square(self.kerbs[house]);
        let mut near = Vec::new();
        let mut look = |others: &[House]| {
            let others = others.iter().filter(|other| **other != house);
            near.extend(others.map(|other| (self.apart_m(house, *other), *other)));
        };
        // When rings have more squares than there are, all are looked at.
        if f64::from(reach).powi(2) > self.squares.len() as f64 {
            self.squares.values().for_each(|others| look(others));
        } else {
            for east in east - reach..=east + reach {
                for north in north - reach..=north + reach {
                    look(self.squares.get(&(east, north)).map_or(&[], Vec::as_slice));
                }
            }
        }
        near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        near
    }

    fn apart_m(&self, a: House, b: House) -> f64 {
        self.kerbs[a].distance_to(self.kerbs[b]) + OWN_WEIGHT * self.doors[a].distance_to(self.doors[b])
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the earth has fewer squares")]
fn square(point: Point) -> (i32, i32) {
    ((point.east / SQUARE_M).floor() as i32, (point.north / SQUARE_M).floor() as i32)
}
