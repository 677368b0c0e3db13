//! Points and spans as the graph stores them, and the few conversions between them and numbers.

use std::time::Duration;

use doorstep_domain::Place;
use serde::{Deserialize, Serialize};

/// Metres per degree of latitude, and of longitude at the equator, on the sphere that the domain measures on.
pub(crate) const METRES_PER_DEGREE: f64 = 111_195.08;

/// A place in the units of OpenStreetMap: 10⁻⁷ degrees, about a centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Point {
    lat_e7: i32,
    lon_e7: i32,
}

impl Point {
    /// The point, unless it is not on the earth.
    pub(crate) fn from_e7(lat_e7: i32, lon_e7: i32) -> Option<Self> {
        let point = Self { lat_e7, lon_e7 };
        Place::from_degrees(point.lat(), point.lon()).ok().map(|_| point)
    }

    /// The nearest point of the grid, unless it is not on the earth.
    pub(crate) fn nearest_to_degrees(lat: f64, lon: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, reason = "180 degrees are 1.8e9 of these units")]
        let e7 = |degrees: f64| (degrees * 1e7).round() as i32;
        Place::from_degrees(lat, lon).ok()?;
        Self::from_e7(e7(lat), e7(lon))
    }

    pub(crate) fn lat(self) -> f64 {
        f64::from(self.lat_e7) / 1e7
    }

    pub(crate) fn lon(self) -> f64 {
        f64::from(self.lon_e7) / 1e7
    }

    pub(crate) fn place(self) -> Place {
        Place::from_degrees(self.lat(), self.lon()).expect("points of a network are on the earth")
    }

    /// Metres to another point near by: on a plane, which for 10 km of road is right to a few centimetres and many
    /// times quicker than on the sphere.
    pub(crate) fn metres_to(self, other: Self) -> f64 {
        let (east, north) = self.degrees_to(other);
        east.hypot(north) * METRES_PER_DEGREE
    }

    /// The direction to another point near by, degrees clockwise from north.
    pub(crate) fn bearing_to(self, other: Self) -> f64 {
        let (east, north) = self.degrees_to(other);
        east.atan2(north).to_degrees()
    }

    /// East and north to another point near by, both in degrees of latitude.
    fn degrees_to(self, other: Self) -> (f64, f64) {
        let shrink = f64::midpoint(self.lat(), other.lat()).to_radians().cos();
        ((other.lon() - self.lon()) * shrink, other.lat() - self.lat())
    }
}

/// A length of time or a cost in milliseconds, 0 to 49 days.
pub(crate) type Millis = u32;

/// Milliseconds of a number of seconds; what is out of range becomes the nearest end of it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "such a cast of a float saturates, which is what is wanted"
)]
pub(crate) fn millis(seconds: f64) -> Millis {
    (seconds * 1000.0).round() as Millis
}

/// The part of a span, `part` being from 0 to 1.
pub(crate) fn share(span: Millis, part: f64) -> Millis {
    millis(f64::from(span) * part / 1000.0).min(span)
}

pub(crate) fn duration(millis: Millis) -> Duration {
    Duration::from_millis(u64::from(millis))
}

/// An index or count of something there are less than four billion of.
pub(crate) fn index(count: usize) -> u32 {
    u32::try_from(count).expect("the limits of an extract keep every table below 2³² rows")
}

#[cfg(test)]
mod tests {
    use super::{Point, duration, millis, share};

    #[test]
    fn lengths_on_the_plane_are_those_on_the_sphere() {
        for (lat, lon) in [(43.73, 7.42), (60.17, 24.94), (-33.9, 151.2), (0.01, -78.5)] {
            let start = Point::nearest_to_degrees(lat, lon).unwrap();
            for (north, east) in [(0.0, 0.001), (0.001, 0.0), (0.03, 0.05), (-0.08, 0.01)] {
                let end = Point::nearest_to_degrees(lat + north, lon + east).unwrap();
                let sphere = start.place().distance_to(end.place()).0;
                assert!((start.metres_to(end) - sphere).abs() < 0.001 + sphere * 1e-5, "{sphere} m at {lat}");
            }
        }
    }

    #[test]
    fn points_are_on_the_earth() {
        assert_eq!(Point::from_e7(900_000_001, 0), None);
        assert_eq!(Point::from_e7(0, 0), None, "where no road is");
        assert_eq!(Point::nearest_to_degrees(1e-9, 1e-9), None);
        assert_eq!(Point::nearest_to_degrees(f64::NAN, 8.0), None);
    }

    #[test]
    fn spans_saturate() {
        assert_eq!((millis(-1.0), millis(1.5), millis(1e300)), (0, 1_500, u32::MAX));
        assert_eq!((share(1_000, 0.25), share(1_000, 7.0), share(0, 0.5)), (250, 1_000, 0));
        assert_eq!(duration(1_500).as_millis(), 1_500);
    }
}
