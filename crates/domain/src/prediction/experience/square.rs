//! Squares of the map, as coarse as what is learnt of them.

use crate::Place;

/// Doors that lie on one square of a ten-thousandth of a degree, about 11 m, are one.
const DOORS_PER_DEGREE: f64 = 10_000.0;
/// A district is a hundred of them wide and high: about 1.1 km from south to north.
const DOORS_PER_DISTRICT: i32 = 100;

/// A square about as large as a house, by its south-west corner in ten-thousandths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Door {
    /// From the equator to the north.
    pub lat: i32,
    /// From Greenwich to the east.
    pub lon: i32,
}

/// A square about as large as a quarter of a town, by its south-west corner in hundredths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct District {
    /// From the equator to the north.
    pub lat: i32,
    /// From Greenwich to the east.
    pub lon: i32,
}

impl Door {
    /// The square in which a place lies.
    pub fn of(place: Place) -> Self {
        Self { lat: units(place.lat()), lon: units(place.lon()) }
    }

    /// The district in which it lies.
    pub fn district(self) -> District {
        let of = |units: i32| units.div_euclid(DOORS_PER_DISTRICT);
        District { lat: of(self.lat), lon: of(self.lon) }
    }

    /// A number that looks drawn at random and is always the same.
    pub(super) fn lot(self) -> u64 {
        lot(self.lat, self.lon)
    }
}

impl District {
    /// The district in which a place lies.
    pub fn of(place: Place) -> Self {
        Door::of(place).district()
    }

    /// As [`Door::lot`].
    pub(super) fn lot(self) -> u64 {
        lot(self.lat, self.lon)
    }
}

fn units(degrees: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "degrees of a place are 180 at most")]
    let units = (degrees * DOORS_PER_DEGREE).floor() as i32;
    units
}

/// Mixes both numbers (the finisher of `SplitMix64`; Steele, Lea and Flood 2014).
fn lot(lat: i32, lon: i32) -> u64 {
    let word = |units: i32| u64::from(units.cast_unsigned());
    let mut bits = word(lat) << 32 | word(lon);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
