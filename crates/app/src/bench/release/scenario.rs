//! A scenario: the streets and houses of a town, and tours through it with the truth second by second.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::streets::{Spot, Street, Streets};
use doorstep_domain::{MetresPerSecond, Place};
use flate2::read::GzDecoder;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A line is not longer than this.
const LINE_MAX: u64 = 64 << 20;

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
#[derive(Debug, Clone, Deserialize)]
pub(super) struct TourStop {
    pub(super) n: u32,
    pub(super) depart: i64,
    lat: f64,
    lon: f64,
}

#[derive(Deserialize)]
struct StreetRow {
    id: String,
    from: String,
    to: String,
    oneway: bool,
    kmh: f64,
    line: Vec<(f64, f64)>,
}

#[derive(Deserialize)]
struct HouseRow {
    street: String,
    kerb_m: f64,
}

#[derive(Deserialize)]
struct TourRow {
    tour: String,
    stops: Vec<TourStop>,
}

#[derive(Deserialize)]
struct TrackRow {
    tour: String,
    t0: i64,
    line: (i32, i32, Vec<i32>, Vec<i32>),
}

impl Scenario {
    /// Reads a folder.
    pub(super) fn read(folder: &Path) -> Result<Self> {
        let rows: Vec<StreetRow> = read_rows(&folder.join("streets.jsonl"))?;
        let by_id: HashMap<&str, u32> = rows.iter().map(|row| row.id.as_str()).zip(0..).collect();
        let mut junctions = HashMap::new();
        let streets = rows.iter().map(|row| row.street(&mut junctions)).collect::<Result<_>>()?;
        let houses: Vec<HouseRow> = read_rows(&folder.join("houses.jsonl"))?;
        let spot = |row: &HouseRow| Some(Spot { street: *by_id.get(row.street.as_str())?, at_m: row.kerb_m });
        let houses = houses.iter().filter_map(spot).collect();
        let mut tracks: HashMap<String, TrackRow> = HashMap::new();
        for row in read_rows::<TrackRow>(&folder.join("track.jsonl.gz"))? {
            tracks.insert(row.tour.clone(), row);
        }
        let tours: Vec<TourRow> = read_rows(&folder.join("tours.jsonl"))?;
        let tours = tours.into_iter().map(|row| row.with(&tracks)).collect::<Result<_>>()?;
        Ok(Self { streets, houses, tours })
    }

    /// Its streets with their houses.
    pub(super) fn streets(&self) -> Streets {
        Streets::new(&self.streets, self.houses.iter().copied())
    }
}

impl TourStop {
    #[cfg(test)]
    pub(super) fn new(n: u32, depart: i64, place: Place) -> Self {
        Self { n, depart, lat: place.lat(), lon: place.lon() }
    }

    pub(super) fn place(&self) -> Result<Place> {
        Ok(Place::from_degrees(self.lat, self.lon)?)
    }
}

impl StreetRow {
    fn street(&self, junctions: &mut HashMap<String, u32>) -> Result<Street> {
        let mut junction = |name: &String| -> Result<u32> {
            let next = u32::try_from(junctions.len())?;
            Ok(*junctions.entry(name.clone()).or_insert(next))
        };
        Ok(Street {
            from: junction(&self.from)?,
            to: junction(&self.to)?,
            line: self
                .line
                .iter()
                .map(|(lat, lon)| Ok(Place::from_degrees(*lat, *lon)?))
                .collect::<Result<_>>()?,
            is_one_way: self.oneway,
            speed: MetresPerSecond::from_kmh(self.kmh),
        })
    }
}

impl TourRow {
    fn with(self, tracks: &HashMap<String, TrackRow>) -> Result<Tour> {
        let Some(track) = tracks.get(&self.tour) else { bail!("the tour {} has no track", self.tour) };
        Ok(Tour {
            track: track.places()?,
            begins: Timestamp::from_second(track.t0)?,
            name: self.tour,
            stops: self.stops,
        })
    }
}

impl TrackRow {
    fn places(&self) -> Result<Vec<Place>> {
        let (mut lat, mut lon) = (self.line.0, self.line.1);
        let place = |lat: i32, lon: i32| Place::from_degrees(f64::from(lat) / 1e5, f64::from(lon) / 1e5);
        let mut places = vec![place(lat, lon)?];
        for (north, east) in self.line.2.iter().zip(&self.line.3) {
            (lat, lon) = (lat.saturating_add(*north), lon.saturating_add(*east));
            places.push(place(lat, lon)?);
        }
        Ok(places)
    }
}

fn read_rows<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let name = path.display().to_string();
    let file =
        File::open(path).with_context(|| format!("{name} cannot be read; name the folder of a scenario"))?;
    let is_compressed = path.extension().is_some_and(|extension| extension == "gz");
    let text: Box<dyn Read> = if is_compressed { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    let mut rows = Vec::new();
    let mut lines = BufReader::new(text);
    for number in 1.. {
        let mut line = String::new();
        if lines
            .by_ref()
            .take(LINE_MAX)
            .read_line(&mut line)
            .with_context(|| format!("{name} cannot be read"))?
            == 0
        {
            break;
        }
        if !line.trim().is_empty() {
            rows.push(serde_json::from_str(&line).with_context(|| format!("{name}, line {number}"))?);
        }
    }
    Ok(rows)
}
