//! Places of a made-up town, on a plane.

use doorstep_domain::Place;

/// Where the town's south-west corner is: in the Atlantic, so that nobody's door is meant.
const CORNER_LAT: f64 = 45.0;
const CORNER_LON: f64 = -30.0;
const METRES_PER_DEGREE: f64 = 111_195.0;

/// A point in metres east and north of the town's south-west corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::recording) struct Point {
    pub(in crate::recording) east: f64,
    pub(in crate::recording) north: f64,
}

impl Point {
    /// How far it is to another one, in metres.
    pub(in crate::recording) fn distance_to(self, other: Self) -> f64 {
        (other.east - self.east).hypot(other.north - self.north)
    }

    /// The point on the straight way to another one; 0 is here, 1 is there.
    pub(in crate::recording) fn towards(self, other: Self, share: f64) -> Self {
        self.moved((other.east - self.east) * share, (other.north - self.north) * share)
    }

    /// The point so many metres to the east and north.
    pub(in crate::recording) fn moved(self, east: f64, north: f64) -> Self {
        Self { east: self.east + east, north: self.north + north }
    }

    /// The course to another one in degrees clockwise from north.
    pub(in crate::recording) fn course_to(self, other: Self) -> f64 {
        (other.east - self.east).atan2(other.north - self.north).to_degrees().rem_euclid(360.0)
    }

    /// The point at a place.
    pub(in crate::recording) fn of(place: Place) -> Self {
        Self {
            east: (place.lon() - CORNER_LON) * METRES_PER_DEGREE * CORNER_LAT.to_radians().cos(),
            north: (place.lat() - CORNER_LAT) * METRES_PER_DEGREE,
        }
    }

    /// The place on the earth, to a tenth of a metre as devices write it.
    pub(in crate::recording) fn place(self) -> Place {
        let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
        let lat = CORNER_LAT + self.north / METRES_PER_DEGREE;
        let lon = CORNER_LON + self.east / (METRES_PER_DEGREE * CORNER_LAT.to_radians().cos());
        Place::from_degrees(rounded(lat), rounded(lon))
            .expect("a town is a few kilometres wide, far from any pole")
    }
}
