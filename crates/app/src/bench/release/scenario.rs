//! A scenario as the server needs it: its streets with the houses on them, and tours with the truth second by second.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use doorstep_attackers::scenario::{Scenario as Files, StopRow, StreetRow, TourRow, TrackRow};
use doorstep_domain::streets::{Spot, Street, Streets};
use doorstep_domain::{MetresPerSecond, Place};
use jiff::Timestamp;

/// A town and its tours.
pub(super) struct Scenario {
    streets: Vec<Street>,
    houses: Vec<Spot>,
    pub(super) tours: Vec<Tour>,
}

/// A tour with its truth.
pub(super) struct Tour {
    pub(super) name: String,
    pub(super) stops: Vec<TourStop>,
    /// Where the vehicle was at each second from `begins` on.
    pub(super) track: Vec<Place>,
    pub(super) begins: Timestamp,
}

/// A stop of a tour.
#[derive(Debug, Clone, Copy)]
pub(super) struct TourStop {
    pub(super) n: u32,
    pub(super) depart: i64,
    pub(super) place: Place,
}

impl Scenario {
    /// Reads a folder.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let files = Files::read(folder)?;
        let by_id: HashMap<&str, u32> = files.streets.iter().map(|row| row.id.as_str()).zip(0..).collect();
        let mut junctions = HashMap::new();
        let streets = files.streets.iter().map(|row| street(row, &mut junctions)).collect::<Result<_>>()?;
        let houses = files.houses.iter();
        let houses = houses
            .filter_map(|row| Some(Spot { street: *by_id.get(row.street.as_str())?, at_m: row.kerb_m }))
            .collect();
        let tracks: HashMap<&str, &TrackRow> =
            files.tracks.iter().map(|row| (row.tour.as_str(), row)).collect();
        let tour = |row: &TourRow| {
            let track = tracks.get(row.tour.as_str());
            tour(row, track.with_context(|| format!("the tour {} has no track", row.tour))?)
        };
        let tours = files.tours.iter().map(tour).collect::<Result<_>>()?;
        Ok(Self { streets, houses, tours })
    }

    /// Its streets with their houses.
    pub(super) fn streets(&self) -> Streets {
        Streets::new(&self.streets, self.houses.iter().copied())
    }
}

fn street<'a>(row: &'a StreetRow, junctions: &mut HashMap<&'a str, u32>) -> Result<Street> {
    let mut junction = |name: &'a str| -> Result<u32> {
        let next = u32::try_from(junctions.len())?;
        Ok(*junctions.entry(name).or_insert(next))
    };
    Ok(Street {
        from: junction(&row.from)?,
        to: junction(&row.to)?,
        line: row.line.iter().copied().map(place).collect::<Result<_>>()?,
        is_one_way: row.oneway,
        speed: MetresPerSecond::from_kmh(row.kmh),
    })
}

fn tour(row: &TourRow, track: &TrackRow) -> Result<Tour> {
    Ok(Tour {
        name: row.tour.clone(),
        stops: row.stops.iter().map(stop).collect::<Result<_>>()?,
        track: track.line.degrees().map(place).collect::<Result<_>>()?,
        begins: Timestamp::from_second(track.t0)?,
    })
}

fn stop(row: &StopRow) -> Result<TourStop> {
    Ok(TourStop { n: row.n, depart: row.depart, place: place((row.lat, row.lon))? })
}

fn place((lat, lon): (f64, f64)) -> Result<Place> {
    Ok(Place::from_degrees(lat, lon)?)
}
