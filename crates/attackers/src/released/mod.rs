//! What each recipient was shown.

mod raw;

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::lines::{FileError, for_each_row};
use crate::plane::{Plane, Point};
use crate::town::{House, Town};
use crate::truth::{Tour, seconds};

pub(crate) use raw::raw;

/// What a recipient is shown from an instant on, until the next row of the same recipient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReleasedRow {
    /// The recipient: the tour and the number of the stop, `tour:n`.
    pub viewer: String,
    /// The tour.
    pub tour: String,
    /// When it was sent, in Unix seconds.
    pub at: i64,
    /// Latitude of the dot, where there is one.
    pub lat: Option<f64>,
    /// Longitude of the dot.
    pub lon: Option<f64>,
    /// What is said about how exact it is, in metres.
    pub accuracy_m: Option<f64>,
    /// How old it is, as far as that is said.
    pub age_s: Option<i64>,
    /// How many other stops are said to come before the own one.
    pub stops_away: Option<u16>,
    /// When the van is expected, at the earliest, in Unix seconds.
    pub eta_from: Option<i64>,
    /// When it is expected, at the latest.
    pub eta_until: Option<i64>,
    /// A word for what the page shows.
    pub state: String,
}

/// What one recipient was shown, and what they know of their own parcel.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The number of the tour.
    pub(crate) tour: usize,
    /// The number of the own stop on it, from 0.
    pub(crate) stop: usize,
    pub(crate) own: House,
    /// When the parcel came.
    pub(crate) own_arrive: f64,
    pub(crate) shown: Vec<Shown>,
}

/// What is shown from an instant on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shown {
    pub(crate) at: f64,
    pub(crate) dot: Option<Point>,
    pub(crate) age_s: f32,
    pub(crate) accuracy_m: Option<f32>,
    pub(crate) away: Option<u16>,
    /// Stands for window and state: an attacker asks only whether they changed.
    pub(crate) words: u64,
}

/// The recipients who are judged, in the order of tours and stops: those with a whole window of stops before theirs.
pub(crate) fn judged(tours: &[Tour], window: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let of_tour = move |(tour, stops): (usize, usize)| (window + 1..stops).map(move |stop| (tour, stop));
    tours.iter().map(|tour| tour.stops.len()).enumerate().flat_map(of_tour)
}

impl View {
    fn of(tours: &[Tour], (tour, stop): (usize, usize), mut shown: Vec<Shown>) -> Self {
        let own = &tours[tour].stops[stop];
        shown.sort_by(|a, b| a.at.total_cmp(&b.at));
        Self { tour, stop, own: own.house, own_arrive: own.arrive, shown }
    }

    /// Reads what was released to those who are judged.
    pub(crate) fn all(
        path: &Path,
        town: &Town,
        tours: &[Tour],
        window: usize,
    ) -> Result<Vec<Self>, FileError> {
        let name = |(tour, stop): (usize, usize)| {
            let tour: &Tour = &tours[tour];
            format!("{}:{}", tour.name, tour.stops[stop].number)
        };
        let known: HashMap<String, (usize, usize)> =
            judged(tours, window).map(|key| (name(key), key)).collect();
        let mut by_viewer: BTreeMap<(usize, usize), Vec<Shown>> = BTreeMap::new();
        for_each_row(path, |row: ReleasedRow| {
            let Some(key) = known.get(&row.viewer) else { return Ok(()) };
            if tours[key.0].name != row.tour {
                let what = format!("{} is no recipient of the tour {}", row.viewer, row.tour);
                return Err(FileError::content(path, what));
            }
            if row.lat.is_some() != row.lon.is_some() {
                let what = format!("{} has half a place at {}", row.viewer, row.at);
                return Err(FileError::content(path, what));
            }
            by_viewer.entry(*key).or_default().push(Shown::of(&row, &town.plane));
            Ok(())
        })?;
        Ok(by_viewer.into_iter().map(|(key, shown)| Self::of(tours, key, shown)).collect())
    }

    /// What is shown while there is a dot.
    pub(crate) fn dots(&self) -> impl Iterator<Item = (&Shown, Point)> {
        self.shown.iter().filter_map(|shown| Some((shown, shown.dot?)))
    }
}

impl Shown {
    fn of(row: &ReleasedRow, plane: &Plane) -> Self {
        let mut words = DefaultHasher::new();
        (row.eta_from, row.eta_until, &row.state).hash(&mut words);
        Self {
            at: seconds(row.at),
            dot: row.lat.zip(row.lon).map(|(lat, lon)| plane.point(lat, lon)),
            age_s: row.age_s.map_or(0.0, |age| single(seconds(age))),
            accuracy_m: row.accuracy_m.map(single),
            away: row.stops_away,
            words: words.finish(),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is told of a dot is not that exact")]
fn single(number: f64) -> f32 {
    number as f32
}
