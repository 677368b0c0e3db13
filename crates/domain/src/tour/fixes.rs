//! The fixes of a tour, packed: a long tour has thousands, and a node keeps every live tour in memory.

use jiff::Timestamp;

use crate::{Fix, Metres, Place};

/// A fix as the tour keeps it: 16 bytes, places to about a centimetre, instants to a millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Packed {
    /// Milliseconds after the first fix that became known, which may be before it.
    offset_ms: i32,
    /// Degrees times 10^7.
    lat: i32,
    /// Degrees times 10^7.
    lon: i32,
    /// Decimetres; [`Packed::UNKNOWN`] where the device did not say.
    accuracy: u16,
}

impl Packed {
    const UNKNOWN: u16 = u16::MAX;
    const PER_DEGREE: f64 = 1e7;
}

/// A fix as the fold sees it, rounded by the packing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct KeptFix {
    pub(crate) at: Timestamp,
    pub(crate) place: Place,
    pub(crate) accuracy: Option<Metres>,
}

/// Fixes in the order of their instants.
#[derive(Debug, Clone, Default)]
pub(crate) struct FixLog {
    base: Option<Timestamp>,
    packed: Vec<Packed>,
}

/// What became of a fix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kept {
    /// It is the newest one now.
    Newest(KeptFix),
    /// It lies before others.
    Between,
    /// It was there already: the same place at the same instant.
    Doubled,
}

impl FixLog {
    /// Keeps a fix.
    pub(crate) fn insert(&mut self, at: Timestamp, fix: &Fix) -> Kept {
        let packed = self.pack(at, fix);
        match self.packed.binary_search(&packed) {
            Ok(_) => Kept::Doubled,
            Err(index) if index == self.packed.len() => {
                self.packed.push(packed);
                Kept::Newest(self.unpack(packed))
            }
            Err(index) => {
                self.packed.insert(index, packed);
                Kept::Between
            }
        }
    }

    /// Whether this very fix is kept already.
    pub(crate) fn contains(&self, at: Timestamp, fix: &Fix) -> bool {
        self.base.is_some_and(|base| self.packed.binary_search(&pack(base, at, fix)).is_ok())
    }

    /// The fixes in the order of their instants.
    pub(crate) fn iter(&self) -> impl Iterator<Item = KeptFix> + '_ {
        self.packed.iter().map(|packed| self.unpack(*packed))
    }

    /// The fixes from an instant on, in the order of their instants.
    pub(crate) fn since(&self, from: Timestamp) -> impl DoubleEndedIterator<Item = KeptFix> + '_ {
        let first = self.packed.partition_point(|packed| self.unpack(*packed).at < from);
        self.packed.iter().skip(first).map(|packed| self.unpack(*packed))
    }

    /// The instant of the newest fix.
    pub(crate) fn last_at(&self) -> Option<Timestamp> {
        self.packed.last().map(|packed| self.unpack(*packed).at)
    }

    /// How many fixes are kept.
    pub(crate) fn len(&self) -> usize {
        self.packed.len()
    }

    /// How many bytes the fixes take.
    pub(crate) fn bytes(&self) -> usize {
        self.packed.capacity() * size_of::<Packed>()
    }

    fn pack(&mut self, at: Timestamp, fix: &Fix) -> Packed {
        pack(*self.base.get_or_insert(at), at, fix)
    }

    fn unpack(&self, packed: Packed) -> KeptFix {
        let base = self.base.unwrap_or(Timestamp::UNIX_EPOCH);
        let millisecond = base.as_millisecond().saturating_add(i64::from(packed.offset_ms));
        let degrees = |scaled: i32| f64::from(scaled) / Packed::PER_DEGREE;
        KeptFix {
            at: Timestamp::from_millisecond(millisecond).unwrap_or(base),
            place: Place::from_degrees(degrees(packed.lat), degrees(packed.lon))
                .expect("a packed place was a place before and stays one when rounded"),
            accuracy: (packed.accuracy != Packed::UNKNOWN).then(|| Metres(f64::from(packed.accuracy) / 10.0)),
        }
    }
}

impl PartialEq for FixLog {
    /// Two logs are equal when they hold the same fixes, whichever of them became known first.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "degrees fit by the type of Place, the rest is clamped")]
fn pack(base: Timestamp, at: Timestamp, fix: &Fix) -> Packed {
    let offset = at.as_millisecond().saturating_sub(base.as_millisecond());
    let scaled = |degrees: f64| (degrees * Packed::PER_DEGREE).round() as i32;
    #[expect(clippy::cast_sign_loss, reason = "clamped to what is not negative")]
    let accuracy = fix.accuracy.map_or(Packed::UNKNOWN, |metres| {
        (metres.0 * 10.0).round().clamp(0.0, f64::from(Packed::UNKNOWN - 1)) as u16
    });
    let (lat, lon) = (scaled(fix.place.lat()), scaled(fix.place.lon()));
    Packed {
        offset_ms: i32::try_from(offset).unwrap_or(if offset < 0 { i32::MIN } else { i32::MAX }),
        // Latitude 0 and longitude 0 together are no place, so rounding must not lead there.
        lat: if (lat, lon) == (0, 0) { 1 } else { lat },
        lon,
        accuracy,
    }
}
