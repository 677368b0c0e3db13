//! Metres on a plane that touches the earth in the middle of a scenario.

/// A degree of a great circle, at the mean earth radius of 6,371,008.8 m.
const METRES_PER_DEGREE: f64 = 111_195.08;

/// Metres east and north of the middle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    pub(crate) east: f64,
    pub(crate) north: f64,
}

/// The plane.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plane {
    lat: f64,
    lon: f64,
    /// Metres of a degree of longitude.
    east_m: f64,
}

impl Point {
    pub(crate) fn distance_to(self, other: Self) -> f64 {
        (other.east - self.east).hypot(other.north - self.north)
    }

    pub(crate) fn towards(self, other: Self, share: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * share;
        Self { east: between(self.east, other.east), north: between(self.north, other.north) }
    }

    /// The share of the way to another point at which a third is nearest, 0 to 1, and its distance there.
    pub(crate) fn nearest_to(self, other: Self, third: Self) -> (f64, f64) {
        let (east, north) = (other.east - self.east, other.north - self.north);
        let square = (east * east + north * north).max(1e-9);
        let along = (third.east - self.east) * east + (third.north - self.north) * north;
        let share = (along / square).clamp(0.0, 1.0);
        (share, self.towards(other, share).distance_to(third))
    }

    /// The middle of points; `None` of none.
    pub(crate) fn middle(points: impl Iterator<Item = Self>) -> Option<Self> {
        let (mut sum, mut count) = (Self::default(), 0.0);
        for point in points {
            sum = Self { east: sum.east + point.east, north: sum.north + point.north };
            count += 1.0;
        }
        (count > 0.0).then(|| Self { east: sum.east / count, north: sum.north / count })
    }
}

impl Plane {
    pub(crate) fn around(lat: f64, lon: f64) -> Self {
        Self { lat, lon, east_m: METRES_PER_DEGREE * lat.to_radians().cos() }
    }

    pub(crate) fn point(&self, lat: f64, lon: f64) -> Point {
        Point { east: (lon - self.lon) * self.east_m, north: (lat - self.lat) * METRES_PER_DEGREE }
    }
}
