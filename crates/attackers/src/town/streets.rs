//! Streets as lines in metres, between junctions.

use std::collections::HashMap;

use crate::plane::{Plane, Point};
use crate::scenario::StreetRow;

/// Streets are driven at least this fast: a speed of nothing would make ways endless.
const SPEED_MIN_MPS: f64 = 0.5;

/// A place on a street.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub(crate) street: usize,
    /// Metres along its line.
    pub(crate) at_m: f64,
}

/// A street.
#[derive(Debug)]
pub(crate) struct Street {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) is_one_way: bool,
    pub(crate) speed_mps: f64,
    pub(crate) length_m: f64,
    pub(crate) line: Vec<Point>,
    /// Metres from the beginning to each point of the line.
    pub(crate) metres: Vec<f64>,
}

/// The streets of a town.
#[derive(Debug)]
pub(crate) struct Streets {
    pub(crate) all: Vec<Street>,
    pub(crate) junctions: usize,
}

impl Streets {
    pub(crate) fn of(rows: &[StreetRow], plane: &Plane) -> Result<Self, String> {
        let mut junctions: HashMap<&str, usize> = HashMap::new();
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            if row.line.len() < 2 {
                return Err(format!("the line of {} has fewer than two places", row.id));
            }
            let mut junction = |name| {
                let next = junctions.len();
                *junctions.entry(name).or_insert(next)
            };
            let (from, to) = (junction(row.from.as_str()), junction(row.to.as_str()));
            all.push(Street::of(row, from, to, plane));
        }
        if all.is_empty() {
            return Err("there is no street".to_owned());
        }
        Ok(Self { junctions: junctions.len(), all })
    }

    /// Where a spot is.
    pub(crate) fn point(&self, spot: Spot) -> Point {
        self.all[spot.street].point(spot.at_m)
    }
}

impl Street {
    fn of(row: &StreetRow, from: usize, to: usize, plane: &Plane) -> Self {
        let line: Vec<Point> = row.line.iter().map(|(lat, lon)| plane.point(*lat, *lon)).collect();
        let mut metres = vec![0.0];
        for pair in line.windows(2) {
            metres.push(metres[metres.len() - 1] + pair[0].distance_to(pair[1]));
        }
        let speed_mps = (row.kmh / 3.6).max(SPEED_MIN_MPS);
        let length_m = metres[metres.len() - 1];
        Self { from, to, is_one_way: row.oneway, speed_mps, length_m, line, metres }
    }

    fn point(&self, at_m: f64) -> Point {
        let after = self.metres.partition_point(|metres| *metres < at_m).clamp(1, self.line.len() - 1);
        let (start, end) = (self.metres[after - 1], self.metres[after]);
        let share = if end > start { ((at_m - start) / (end - start)).clamp(0.0, 1.0) } else { 0.0 };
        self.line[after - 1].towards(self.line[after], share)
    }
}
