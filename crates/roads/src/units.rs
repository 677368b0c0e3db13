//! Points and spans as the graph stores them, and the few conversions between them and numbers.

use std::time::Duration;

use doorstep_domain::Place;
use serde::{Deserialize, Serialize};

/// A place in the units of OpenStreetMap: 10⁻⁷ degrees, about a centimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Metres to another point.
    pub(crate) fn metres_to(self, other: Self) -> f64 {
        self.place().distance_to(other.place()).0
    }

    /// The direction to another point near by, degrees clockwise from north.
    pub(crate) fn bearing_to(self, other: Self) -> f64 {
        let east = (other.lon() - self.lon()) * self.lat().to_radians().cos();
        let north = other.lat() - self.lat();
        east.atan2(north).to_degrees()
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
