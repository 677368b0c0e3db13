//! The rows of a scenario. Instants are Unix seconds, places degrees of latitude and longitude.

use serde::{Deserialize, Serialize};

use super::Track;

/// What a scenario is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// Its name.
    pub name: String,
    /// The seed that it was drawn with.
    pub seed: u64,
    /// Latitude of its middle, around which it is measured.
    pub lat0: f64,
    /// Longitude of its middle.
    pub lon0: f64,
    /// The number of stops before the own one at which a recipient may begin to see the vehicle.
    pub window_stops: usize,
    /// Where its streets come from.
    #[serde(default)]
    pub source: String,
    /// The licence of that.
    #[serde(default)]
    pub licence: String,
}

/// A piece of street between two junctions or ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StreetRow {
    /// Its name in the other files.
    pub id: String,
    /// The junction where its line begins.
    pub from: String,
    /// The one where it ends.
    pub to: String,
    /// Whether it may only be driven along its line.
    pub oneway: bool,
    /// How fast one drives there.
    pub kmh: f64,
    /// Its line.
    pub line: Vec<(f64, f64)>,
}

/// A house.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HouseRow {
    /// Its name in the other files.
    pub id: String,
    /// Latitude of the house itself.
    pub lat: f64,
    /// Longitude of the house itself.
    pub lon: f64,
    /// The street on which one parks who goes there.
    pub street: String,
    /// Metres along the line of that street.
    pub kerb_m: f64,
}

/// A tour and its stops in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TourRow {
    /// Its name.
    pub tour: String,
    /// The district that the same vehicle serves on several days.
    pub route: u32,
    /// The day.
    pub day: u32,
    /// The stops.
    pub stops: Vec<StopRow>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StopRow {
    /// Its number on the tour, from 1.
    pub n: u32,
    /// The house.
    pub house: String,
    /// When the vehicle came.
    pub arrive: i64,
    /// When it left.
    pub depart: i64,
    /// Latitude of where it stood.
    pub lat: f64,
    /// Longitude of where it stood.
    pub lon: f64,
    /// The way from the stop before.
    pub path: Vec<Stretch>,
}

/// A part of a street that was driven: its name, from and to how many metres along its line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stretch(pub String, pub f64, pub f64);

/// Where the vehicle of a tour was, second by second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TrackRow {
    /// The tour.
    pub tour: String,
    /// The first second.
    pub t0: i64,
    /// The places.
    pub line: Track,
}
