//! Metres on a plane that touches the earth in the middle of the streets.

use crate::Place;
use crate::place::METRES_PER_DEGREE;

/// Metres east and north of the middle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Point {
    pub(super) east: f64,
    pub(super) north: f64,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Plane {
    lat: f64,
    lon: f64,
    /// Metres of a degree of longitude.
    east_m: f64,
}

impl Point {
    pub(super) fn distance_to(self, other: Self) -> f64 {
        (other.east - self.east).hypot(other.north - self.north)
    }

    pub(super) fn towards(self, other: Self, share: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * share;
        Self { east: between(self.east, other.east), north: between(self.north, other.north) }
    }

    /// The share of the way to another point at which a third is nearest, 0 to 1, and its distance there.
    pub(super) fn nearest_to(self, other: Self, third: Self) -> (f64, f64) {
        let (east, north) = (other.east - self.east, other.north - self.north);
        let square = east.mul_add(east, north * north);
        let along = (third.east - self.east).mul_add(east, (third.north - self.north) * north);
        let share = if square > 0.0 { (along / square).clamp(0.0, 1.0) } else { 0.0 };
        (share, self.towards(other, share).distance_to(third))
    }
}

impl Plane {
    pub(super) fn around(places: impl Iterator<Item = Place>) -> Self {
        let mut bounds: Option<(f64, f64, f64, f64)> = None;
        for place in places {
            let (lat, lon) = (place.lat(), place.lon());
            let (south, north, west, east) = bounds.unwrap_or((lat, lat, lon, lon));
            bounds = Some((south.min(lat), north.max(lat), west.min(lon), east.max(lon)));
        }
        let (south, north, west, east) = bounds.unwrap_or_default();
        let lat = f64::midpoint(south, north);
        Self { lat, lon: f64::midpoint(west, east), east_m: METRES_PER_DEGREE * lat.to_radians().cos() }
    }

    pub(super) fn point(&self, place: Place) -> Point {
        Point {
            east: (place.lon() - self.lon) * self.east_m,
            north: (place.lat() - self.lat) * METRES_PER_DEGREE,
        }
    }

    pub(super) fn place(&self, point: Point) -> Option<Place> {
        let lat = self.lat + point.north / METRES_PER_DEGREE;
        Place::from_degrees(lat, self.lon + point.east / self.east_m).ok()
    }
}
