//! The streets as someone who walks by knows them: where they lead, how fast one drives, which houses stand on them.
//!
//! Release needs them: how many houses lie between two places decides what a position may say. All of it is public
//! knowledge, the same for every tour, day and viewer. `doorstep-roads` makes it from an extract.

mod discretion;
mod marks;
mod nearest;
mod plane;
mod through;
mod ways;

use std::collections::BTreeSet;

use crate::{MetresPerSecond, Place};
pub use discretion::{Discreet, Discretion, Indiscreet};
pub(crate) use marks::Mark;
use nearest::Grid;
use plane::{Plane, Point};
use through::Through;
pub use ways::{Piece, Search, Way};

/// A piece of street between two junctions or ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Street {
    /// The junction or end where its line begins, by a number of the caller's choice below the number of junctions.
    pub from: u32,
    /// The one where it ends.
    pub to: u32,
    /// Its line, at least two places.
    pub line: Vec<Place>,
    /// Whether it may only be driven along its line.
    pub is_one_way: bool,
    /// How fast one drives on it.
    pub speed: MetresPerSecond,
}

/// A place on a street.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Spot {
    /// The position of the street among those that were given.
    pub street: u32,
    /// Metres along its line.
    pub at_m: f64,
}

/// The streets of a region.
#[derive(Debug)]
pub struct Streets {
    plane: Plane,
    known: Vec<Known>,
    /// The streets that touch each junction.
    at_junction: Vec<Vec<u32>>,
    /// Metres along its line and number of each house of a street, in the order of the line.
    houses: Vec<Vec<(f64, u32)>>,
    through: Through,
    grid: Grid,
    discretion: Discretion,
}

/// A street in metres on the plane.
#[derive(Debug)]
struct Known {
    from: u32,
    to: u32,
    is_one_way: bool,
    speed_mps: f64,
    line: Vec<Point>,
    /// Metres from the beginning to each point of the line.
    metres: Vec<f64>,
}

/// Streets are driven at least this fast: a speed of nothing would make ways endless.
const SPEED_MIN_MPS: f64 = 0.5;

impl Streets {
    /// The streets with the houses that stand on them. Streets of fewer than two places, and houses on no street, are
    /// left out.
    pub fn new(streets: &[Street], houses: impl IntoIterator<Item = Spot>) -> Self {
        let plane = Plane::around(streets.iter().flat_map(|street| street.line.iter().copied()));
        let known: Vec<Known> = streets.iter().map(|street| Known::of(street, &plane)).collect();
        let at_junction = at_junctions(&known);
        let houses = by_street(&known, houses);
        let through = Through::of(&known, &at_junction, &houses);
        let grid = Grid::of(&known);
        Self { plane, known, at_junction, houses, through, grid, discretion: Discretion::default() }
    }

    /// The same streets, with a dot of other discretion.
    #[must_use]
    pub fn with_discretion(self, discretion: Discretion) -> Self {
        Self { discretion, ..self }
    }

    /// How discreet a dot is that glides along them.
    pub const fn discretion(&self) -> Discretion {
        self.discretion
    }

    /// The number of houses.
    pub fn house_count(&self) -> usize {
        self.houses.iter().map(Vec::len).sum()
    }

    /// The streets, as they were given.
    pub fn streets(&self) -> impl Iterator<Item = Street> {
        self.known.iter().map(|known| Street {
            from: known.from,
            to: known.to,
            line: known.line.iter().filter_map(|point| self.plane.place(*point)).collect(),
            is_one_way: known.is_one_way,
            speed: MetresPerSecond(known.speed_mps),
        })
    }

    /// The houses, street by street.
    pub fn houses(&self) -> impl Iterator<Item = Spot> {
        let of_street = |(street, houses): (u32, &Vec<(f64, u32)>)| {
            let spots = houses.iter().map(move |(at_m, _)| Spot { street, at_m: *at_m });
            spots.collect::<Vec<_>>()
        };
        (0..).zip(&self.houses).flat_map(of_street)
    }

    /// Seconds of driving along the streets from each place to each other; `None` where there is no way or no street.
    pub fn travel_s(&self, places: &[Place]) -> Vec<Vec<Option<u32>>> {
        let spots: Vec<Option<Spot>> = places.iter().map(|place| self.kerb(*place)).collect();
        let row = |from: &Option<Spot>| {
            let search = from.map(|from| self.from(from));
            let cell = |to: &Option<Spot>| Some(whole(search.as_ref()?.to((*to)?)?.cost));
            spots.iter().map(cell).collect()
        };
        spots.iter().map(row).collect()
    }

    /// Where a spot is; `None` where there is no such street.
    pub fn place(&self, spot: Spot) -> Option<Place> {
        self.plane.place(self.street(spot.street)?.point(spot.at_m))
    }

    fn street(&self, street: u32) -> Option<&Known> {
        self.known.get(index(street))
    }

    fn houses_of(&self, street: u32) -> &[(f64, u32)] {
        self.houses.get(index(street)).map_or(&[], Vec::as_slice)
    }

    /// The houses that stand along a way, each once; those of dead ends when their mouth is passed.
    pub(crate) fn houses_along(&self, pieces: &[Piece]) -> BTreeSet<u32> {
        let mut passed = BTreeSet::new();
        for piece in pieces {
            for (_, mark) in self.marks(*piece) {
                mark.note_houses(self, &mut passed);
            }
        }
        passed
    }
}

impl Known {
    fn of(street: &Street, plane: &Plane) -> Self {
        let line: Vec<Point> = street.line.iter().map(|place| plane.point(*place)).collect();
        let mut metres = Vec::with_capacity(line.len());
        let mut driven = 0.0;
        let mut before = line.first().copied();
        for point in &line {
            driven += before.map_or(0.0, |before| before.distance_to(*point));
            metres.push(driven);
            before = Some(*point);
        }
        Self {
            from: street.from,
            to: street.to,
            is_one_way: street.is_one_way,
            speed_mps: street.speed.0.max(SPEED_MIN_MPS),
            line,
            metres,
        }
    }

    fn length_m(&self) -> f64 {
        self.metres.last().copied().unwrap_or_default()
    }

    fn point(&self, at_m: f64) -> Point {
        let after = self.metres.partition_point(|metres| *metres < at_m);
        let point = |index: usize| self.line.get(index).copied().zip(self.metres.get(index).copied());
        match (after.checked_sub(1).and_then(point), point(after)) {
            (Some((before, start)), Some((next, end))) if end > start => {
                before.towards(next, (at_m - start) / (end - start))
            }
            (_, Some((only, _))) | (Some((only, _)), None) => only,
            (None, None) => Point::default(),
        }
    }
}

fn at_junctions(streets: &[Known]) -> Vec<Vec<u32>> {
    let count =
        streets.iter().map(|street| street.from.max(street.to)).max().map_or(0, |last| index(last) + 1);
    let mut at = vec![Vec::new(); count];
    for (number, street) in (0..).zip(streets) {
        for end in [street.from, street.to] {
            if let Some(at) = at.get_mut(index(end)) {
                at.push(number);
            }
        }
    }
    at
}

fn by_street(streets: &[Known], houses: impl IntoIterator<Item = Spot>) -> Vec<Vec<(f64, u32)>> {
    let mut by_street = vec![Vec::new(); streets.len()];
    for (number, spot) in (0..).zip(houses) {
        if let Some(houses) = by_street.get_mut(index(spot.street)) {
            houses.push((spot.at_m, number));
        }
    }
    for houses in &mut by_street {
        houses.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    }
    by_street
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "such a cast saturates")]
fn whole(seconds: f64) -> u32 {
    seconds.round() as u32
}

/// The position that a number stands for.
fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
