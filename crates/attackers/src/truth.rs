//! What really happened, which the judge knows and no attacker.

use std::collections::HashMap;
use std::path::Path;

use crate::lines::FileError;
use crate::plane::Point;
use crate::scenario::{Scenario, TOURS, TRACK};
use crate::town::{House, Names, Town};

/// A tour.
#[derive(Debug)]
pub(crate) struct Tour {
    pub(crate) name: String,
    pub(crate) route: u32,
    pub(crate) stops: Vec<Stop>,
    /// Where the vehicle was at each second from `begins_s` on.
    track: Vec<Point>,
    begins_s: i64,
}

/// A stop.
#[derive(Debug)]
pub(crate) struct Stop {
    pub(crate) number: u32,
    pub(crate) house: House,
    pub(crate) arrive: f64,
    pub(crate) depart: f64,
    /// The way there from the stop before: streets, from and to how many metres along them.
    pub(crate) way: Vec<(usize, f64, f64)>,
}

impl Tour {
    /// The tours of a scenario, in the order of their names.
    pub(crate) fn all(
        scenario: &Scenario,
        town: &Town,
        names: &Names,
        folder: &Path,
    ) -> Result<Vec<Self>, FileError> {
        let wrong = |file, what: String| FileError::content(&folder.join(file), what);
        let tracks: HashMap<&str, _> = scenario.tracks.iter().map(|row| (row.tour.as_str(), row)).collect();
        let mut tours = Vec::with_capacity(scenario.tours.len());
        for row in &scenario.tours {
            let track = *tracks
                .get(row.tour.as_str())
                .ok_or_else(|| wrong(TRACK, format!("the tour {} has no track", row.tour)))?;
            let stops = row.stops.iter().map(|stop| Stop::of(stop, names));
            tours.push(Self {
                name: row.tour.clone(),
                route: row.route,
                stops: stops.collect::<Result<_, _>>().map_err(|what| wrong(TOURS, what))?,
                track: track.line.degrees().map(|(lat, lon)| town.plane.point(lat, lon)).collect(),
                begins_s: track.t0,
            });
        }
        tours.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(tours)
    }

    /// Where the vehicle was at an instant, in Unix seconds.
    pub(crate) fn at(&self, instant: f64) -> Point {
        let second = whole(instant) - self.begins_s;
        let last = self.track.len() - 1;
        self.track[usize::try_from(second).unwrap_or(0).min(last)]
    }

    /// The number of stops that were left before or at an instant.
    pub(crate) fn left_until(&self, instant: f64) -> usize {
        self.stops.iter().filter(|stop| stop.depart <= instant).count()
    }
}

impl Stop {
    fn of(row: &crate::scenario::StopRow, names: &Names) -> Result<Self, String> {
        let house = names.houses.get(&row.house).ok_or_else(|| format!("there is no house {}", row.house))?;
        let stretch = |stretch: &crate::scenario::Stretch| {
            let street = names.streets.get(&stretch.0);
            street
                .map(|street| (*street, stretch.1, stretch.2))
                .ok_or_else(|| format!("there is no street {}", stretch.0))
        };
        Ok(Self {
            number: row.n,
            house: *house,
            arrive: seconds(row.arrive),
            depart: seconds(row.depart),
            way: row.path.iter().map(stretch).collect::<Result<_, _>>()?,
        })
    }
}

/// Unix seconds as a number to reckon with.
pub(crate) fn seconds(instant: i64) -> f64 {
    instant as f64
}

#[expect(clippy::cast_possible_truncation, reason = "instants are whole seconds of this age")]
fn whole(instant: f64) -> i64 {
    instant.round() as i64
}
