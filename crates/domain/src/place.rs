//! Places on the earth and the units they are measured in.

use std::fmt;

use geo::{Distance as _, Haversine, Point};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A degree of a great circle, at the mean earth radius that [`Haversine`] has.
pub(crate) const METRES_PER_DEGREE: f64 = 111_195.080_233_532_9;
/// Places closer than this in both directions are measured as on a plane.
const FLAT_DEG: f64 = 0.5;
/// Nearer to the poles meridians meet too soon for that.
const FLAT_LAT_MAX: f64 = 75.0;

/// A place on the earth, WGS 84.
///
/// ```
/// use doorstep_domain::Place;
/// let place = Place::from_degrees(43.7384, 7.4246)?;
/// assert!((place.lat() - 43.7384).abs() < 1e-9);
/// assert!(Place::from_degrees(91.0, 0.0).is_err());
/// # Ok::<(), doorstep_domain::InvalidPlace>(())
/// ```
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Place {
    lat: f64,
    lon: f64,
}

impl Place {
    /// A place from latitude (-90 to 90) and longitude (-180 to 180) in degrees.
    ///
    /// # Errors
    /// When either is not a finite number in its range, or when both are exactly 0: no parcel is delivered in
    /// the Gulf of Guinea, while many devices report it when they do not know where they are.
    pub fn from_degrees(lat: f64, lon: f64) -> Result<Self, InvalidPlace> {
        if !lat.is_finite() || !(-90.0..=90.0).contains(&lat) {
            return Err(InvalidPlace::Latitude(lat));
        }
        if !lon.is_finite() || !(-180.0..=180.0).contains(&lon) {
            return Err(InvalidPlace::Longitude(lon));
        }
        if lat == 0.0 && lon == 0.0 {
            return Err(InvalidPlace::NullIsland);
        }
        Ok(Self { lat, lon })
    }

    /// Latitude in degrees, -90 to 90.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// Longitude in degrees, -180 to 180.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// The place after a share of the way to another place, as the map shows it; `None` where that leads over the edge of the
    /// map.
    pub(crate) fn towards(self, other: Self, share: f64) -> Option<Self> {
        let between = |from: f64, to: f64| from + (to - from) * share;
        Self::from_degrees(between(self.lat, other.lat), between(self.lon, other.lon)).ok()
    }

    /// The great-circle distance to another place (mean earth radius). What is near, as nearly everything on a tour is,
    /// is measured on the plane that touches the earth in the middle: 10 times as fast as the haversine, and within
    /// a ten-thousandth of it.
    pub fn distance_to(self, other: Self) -> Metres {
        let (north, east) = (other.lat - self.lat, other.lon - self.lon);
        let middle = f64::midpoint(self.lat, other.lat);
        if north.abs() < FLAT_DEG && east.abs() < FLAT_DEG && middle.abs() < FLAT_LAT_MAX {
            return Metres((east * middle.to_radians().cos()).hypot(north) * METRES_PER_DEGREE);
        }
        Metres(Haversine.distance(Point::new(self.lon, self.lat), Point::new(other.lon, other.lat)))
    }
}

impl fmt::Debug for Place {
    /// Places are personal: a debug print that ends in a log must not tell a door.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({:.2}, {:.2})", self.lat, self.lon)
    }
}

/// Why two numbers are not a [`Place`].
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum InvalidPlace {
    /// The latitude is not a number from -90 to 90.
    #[error("the latitude {0} is not between -90 and 90 degrees")]
    Latitude(f64),
    /// The longitude is not a number from -180 to 180.
    #[error("the longitude {0} is not between -180 and 180 degrees")]
    Longitude(f64),
    /// Both are exactly 0, which devices report when they do not know where they are.
    #[error("latitude 0 and longitude 0 mean that the device did not know where it was")]
    NullIsland,
}

/// The serialised shape of a place.
#[derive(Serialize, Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl TryFrom<Degrees> for Place {
    type Error = InvalidPlace;

    fn try_from(raw: Degrees) -> Result<Self, InvalidPlace> {
        Self::from_degrees(raw.lat, raw.lon)
    }
}

impl From<Place> for Degrees {
    fn from(place: Place) -> Self {
        Self { lat: place.lat, lon: place.lon }
    }
}

/// A length in metres.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Metres(pub f64);

/// A speed in metres per second.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MetresPerSecond(pub f64);

impl MetresPerSecond {
    /// A speed given in knots, as the OsmAnd dialect sends it (1 knot is 1852 m an hour).
    pub fn from_knots(knots: f64) -> Self {
        Self(knots * 1852.0 / 3600.0)
    }

    /// A speed given in kilometres an hour, as OwnTracks sends it.
    pub fn from_kmh(kmh: f64) -> Self {
        Self(kmh / 3.6)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn near_places_are_as_far_apart_as_on_the_sphere(
            lat in -80.0..80.0_f64, lon in -179.0..179.0_f64, north in -0.6..0.6_f64, east in -0.6..0.6_f64,
        ) {
            let (a, b) = (Place::from_degrees(lat, lon).unwrap(), Place::from_degrees(lat + north, lon + east).unwrap());
            let sphere = Haversine.distance(Point::new(a.lon, a.lat), Point::new(b.lon, b.lat));
            prop_assert!((a.distance_to(b).0 - sphere).abs() <= 1e-4 * sphere + 1e-6);
        }
    }
}
