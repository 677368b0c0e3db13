//! The doors of a made-up town, each behind a kerb.

use rand::RngExt as _;
use rand::rngs::StdRng;

use super::point::Point;
use super::streets::{Street, Streets};
use super::zones::Zone;
use crate::chance::log_normal;

/// Neighbouring doors are so far apart.
const GAP_M: std::ops::Range<f64> = 18.0..34.0;
/// A door lies so far behind its kerb.
const DEPTH_M: std::ops::Range<f64> = 6.0..15.0;
/// From the middle of the street to the kerb.
const KERB_M: f64 = 3.0;
/// How much doors of the same kind differ in the work they make (the deviation of its logarithm).
const EFFORT_SPREAD: f64 = 0.2;

/// What stands behind a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recording) enum Building {
    /// Someone's own house: up to the door and back.
    House,
    /// Flats: bells, stairs, lifts.
    Flats,
    /// A shop: a counter at the street.
    Shop,
    /// Offices: a reception.
    Offices,
}

impl Building {
    /// The work there against that at the usual door.
    fn effort(self) -> f64 {
        match self {
            Self::House => 0.92,
            Self::Flats => 1.22,
            Self::Shop => 0.80,
            Self::Offices => 1.10,
        }
    }
}

/// A door.
#[derive(Debug, Clone, Copy)]
pub(in crate::recording) struct Door {
    pub(super) street: Street,
    /// Where on the street, 0 at its first end to 1 at its second.
    pub(super) along: f64,
    /// Where a van halts.
    pub(in crate::recording) kerb: Point,
    /// The door itself, which is what plans name.
    pub(in crate::recording) point: Point,
    pub(in crate::recording) zone: Zone,
    /// The work there against that at the usual door. It is the same on every tour, and no plan knows it.
    pub(in crate::recording) effort: f64,
    /// The same of the drive that ends there.
    pub(in crate::recording) approach: f64,
}

/// The doors along a street.
pub(super) fn along(streets: &Streets, street: Street, chance: &mut StdRng) -> Vec<Door> {
    let [a, b] = street.ends.map(|end| streets.point(end));
    let length_m = a.distance_to(b);
    let mut doors = Vec::new();
    let mut at_m = chance.random_range(GAP_M);
    while at_m < length_m - GAP_M.start {
        let along = at_m / length_m;
        let middle = a.towards(b, along);
        let side = if chance.random_bool(0.5) { 1.0 } else { -1.0 };
        let aside = |metres: f64| {
            let (east, north) = ((b.north - a.north) / length_m, (a.east - b.east) / length_m);
            middle.moved(side * metres * east, side * metres * north)
        };
        let building = building(street.is_main, chance);
        doors.push(Door {
            street,
            along,
            kerb: aside(KERB_M),
            point: aside(KERB_M + chance.random_range(DEPTH_M)),
            zone: Zone::of(street.ends[0]),
            effort: log_normal(chance, building.effort(), EFFORT_SPREAD),
            approach: 1.0,
        });
        at_m += chance.random_range(GAP_M);
    }
    doors
}

fn building(on_main_street: bool, chance: &mut StdRng) -> Building {
    let drawn: f64 = chance.random();
    let (shops, offices, flats) = if on_main_street { (0.25, 0.40, 0.85) } else { (0.04, 0.08, 0.38) };
    match drawn {
        x if x < shops => Building::Shop,
        x if x < offices => Building::Offices,
        x if x < flats => Building::Flats,
        _ => Building::House,
    }
}
