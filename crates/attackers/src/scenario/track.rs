//! A track, packed: the first place and the steps to each next one, in hundred-thousandths of a degree.

use serde::{Deserialize, Serialize};

/// One unit of a packed track is so much of a degree, about a metre.
const UNITS_A_DEGREE: f64 = 1e5;

/// A packed track: the first latitude and longitude, and the steps of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track(i32, i32, Vec<i32>, Vec<i32>);

impl Track {
    /// Packs places of latitude and longitude in degrees. A track of no place is one at the first place there is, 0, 0.
    pub fn of(places: &[(f64, f64)]) -> Self {
        let units: Vec<(i32, i32)> = places.iter().map(|(lat, lon)| (unit(*lat), unit(*lon))).collect();
        let (lat, lon) = units.first().copied().unwrap_or_default();
        let steps = units.windows(2).map(|pair| (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        let (north, east) = steps.unzip();
        Self(lat, lon, north, east)
    }

    /// The places in degrees.
    pub fn degrees(&self) -> impl Iterator<Item = (f64, f64)> {
        let (mut lat, mut lon) = (self.0, self.1);
        let rest = self.2.iter().zip(&self.3).map(move |(north, east)| {
            (lat, lon) = (lat.saturating_add(*north), lon.saturating_add(*east));
            degrees(lat, lon)
        });
        std::iter::once(degrees(self.0, self.1)).chain(rest)
    }
}

fn degrees(lat: i32, lon: i32) -> (f64, f64) {
    (f64::from(lat) / UNITS_A_DEGREE, f64::from(lon) / UNITS_A_DEGREE)
}

#[expect(clippy::cast_possible_truncation, reason = "the earth is 18 million units long on either side")]
fn unit(degrees: f64) -> i32 {
    (degrees * UNITS_A_DEGREE).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_track_is_the_track() {
        let places = [(50.0, 10.0), (50.00001, 9.99), (50.0002, 9.98)];
        let back: Vec<(f64, f64)> = Track::of(&places).degrees().collect();
        for (a, b) in places.iter().zip(&back) {
            assert!((a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9, "{back:?}");
        }
        assert_eq!(back.len(), places.len());
    }
}
