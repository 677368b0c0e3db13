//! What everybody knows: streets, how fast one drives on them, and the houses.

mod drives;
mod houses;
mod nearest;
mod streets;

use std::collections::HashMap;
use std::path::Path;

use crate::lines::FileError;
use crate::plane::{Plane, Point};
use crate::scenario::{HOUSES, STREETS, Scenario};
use drives::Drives;
use nearest::Grid;

pub(crate) use drives::Drive;
pub(crate) use houses::{House, Houses};
pub(crate) use streets::{Spot, Streets};

/// The most junctions of a town: seconds and metres from each to each other are kept.
pub(crate) const JUNCTIONS_MAX: usize = 12_000;
/// The most houses of a town.
pub(crate) const HOUSES_MAX: usize = 100_000;

/// A town.
#[derive(Debug)]
pub(crate) struct Town {
    pub(crate) plane: Plane,
    pub(crate) houses: Houses,
    streets: Streets,
    grid: Grid,
    drives: Drives,
}

/// The numbers of streets and houses by their names in the files.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) streets: HashMap<String, usize>,
    pub(crate) houses: HashMap<String, usize>,
}

impl Town {
    /// The town of a scenario.
    pub(crate) fn of(scenario: &Scenario, folder: &Path) -> Result<(Self, Names), FileError> {
        let plane = Plane::around(scenario.meta.lat0, scenario.meta.lon0);
        let wrong = |file, what: String| FileError::content(&folder.join(file), what);
        let streets = Streets::of(&scenario.streets, &plane).map_err(|what| wrong(STREETS, what))?;
        if streets.junctions > JUNCTIONS_MAX {
            let what = format!(
                "it has {} junctions and {JUNCTIONS_MAX} are the most; take a smaller part of the map",
                streets.junctions
            );
            return Err(wrong(STREETS, what));
        }
        let by_name: HashMap<String, usize> =
            scenario.streets.iter().map(|row| row.id.clone()).zip(0..).collect();
        let houses =
            Houses::of(&scenario.houses, &by_name, &streets, &plane).map_err(|what| wrong(HOUSES, what))?;
        let names = Names {
            streets: by_name,
            houses: scenario.houses.iter().map(|row| row.id.clone()).zip(0..).collect(),
        };
        let (grid, drives) = (Grid::of(&streets), Drives::of(&streets));
        Ok((Self { plane, houses, streets, grid, drives }, names))
    }

    /// The spot on a street that is nearest to a point.
    pub(crate) fn snap(&self, point: Point) -> Spot {
        self.grid.nearest(&self.streets, point)
    }

    /// The quickest drive from a spot to another one.
    pub(crate) fn drive(&self, from: Spot, to: Spot) -> Drive {
        self.drives.between(&self.streets, from, to)
    }
}
