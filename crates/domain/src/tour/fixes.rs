//! The fixes of a tour, packed: a long tour has thousands, and a node keeps every live tour in memory.

mod block;

use jiff::Timestamp;

use crate::{Fix, Metres, Place};
use block::Block;

/// So many fixes are packed into a block: few enough to pack one anew for a fix that comes late, enough for the block
/// itself to weigh little.
const BLOCK: usize = 128;

/// A fix as the tour keeps it: places to about a centimetre, instants to a millisecond.
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

/// Fixes in the order of their instants: the newest as they are, all before them in blocks.
#[derive(Debug, Clone, Default)]
pub(crate) struct FixLog {
    base: Option<Timestamp>,
    blocks: Vec<Block>,
    newest: Vec<Packed>,
    count: usize,
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
        let kept = match self.block_of(packed) {
            Some(index) => self.insert_into_block(index, packed),
            None => self.insert_into_newest(packed),
        };
        self.count += usize::from(kept != Kept::Doubled);
        kept
    }

    /// Whether this very fix is kept already.
    pub(crate) fn contains(&self, at: Timestamp, fix: &Fix) -> bool {
        let Some(packed) = self.base.map(|base| pack(base, at, fix)) else { return false };
        match self.block_of(packed).and_then(|index| self.blocks.get(index)) {
            Some(block) => block.fixes().any(|kept| kept == packed),
            None => self.newest.binary_search(&packed).is_ok(),
        }
    }

    /// The fixes in the order of their instants.
    pub(crate) fn iter(&self) -> impl Iterator<Item = KeptFix> + '_ {
        let packed = self.blocks.iter().flat_map(Block::fixes).chain(self.newest.iter().copied());
        packed.map(|packed| self.unpack(packed))
    }

    /// The fixes from an instant on, in the order of their instants.
    pub(crate) fn since(&self, from: Timestamp) -> impl Iterator<Item = KeptFix> + '_ {
        let first = self.blocks.partition_point(|block| self.unpack(block.last).at < from);
        let packed = self.blocks.iter().skip(first).flat_map(Block::fixes).chain(self.newest.iter().copied());
        packed.map(|packed| self.unpack(packed)).skip_while(move |fix| fix.at < from)
    }

    /// The instant of the newest fix.
    pub(crate) fn last_at(&self) -> Option<Timestamp> {
        let last = self.newest.last().copied().or(self.blocks.last().map(|block| block.last));
        last.map(|packed| self.unpack(packed).at)
    }

    /// How many fixes are kept.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// How many bytes the fixes take.
    pub(crate) fn bytes(&self) -> usize {
        self.blocks.iter().map(Block::bytes).sum::<usize>() + self.newest.capacity() * size_of::<Packed>()
    }

    /// The block where a fix belongs that is older than what was packed last.
    fn block_of(&self, packed: Packed) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.last < packed);
        (index < self.blocks.len()).then_some(index)
    }

    fn insert_into_newest(&mut self, packed: Packed) -> Kept {
        let Err(index) = self.newest.binary_search(&packed) else { return Kept::Doubled };
        let is_newest = index == self.newest.len();
        self.newest.insert(index, packed);
        if self.newest.len() == BLOCK {
            self.blocks.extend(Block::of(&self.newest));
            self.newest.clear();
        }
        if is_newest { Kept::Newest(self.unpack(packed)) } else { Kept::Between }
    }

    /// Packs a block anew with one more fix, as two when it has become twice as long as others.
    fn insert_into_block(&mut self, index: usize, packed: Packed) -> Kept {
        let mut fixes: Vec<Packed> = self.blocks.get(index).into_iter().flat_map(Block::fixes).collect();
        let Err(place) = fixes.binary_search(&packed) else { return Kept::Doubled };
        fixes.insert(place, packed);
        let at_most = if fixes.len() < 2 * BLOCK { fixes.len() } else { BLOCK };
        self.blocks.splice(index..=index, fixes.chunks(at_most).filter_map(Block::of));
        Kept::Between
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

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn fix(number: i64) -> (Timestamp, Fix) {
        let degrees = |scale: i64| f64::from(i32::try_from(number * scale % 9_973).unwrap()) / 1e6;
        let place = Place::from_degrees(47.0 + degrees(7_919), 9.0 + degrees(104_729)).unwrap();
        let accuracy = (number % 3 > 0).then_some(Metres(4.2));
        (
            Timestamp::UNIX_EPOCH + SignedDuration::from_secs(5 * number),
            Fix { place, accuracy, speed: None, course: None },
        )
    }

    fn kept(numbers: impl Iterator<Item = i64>) -> FixLog {
        let mut log = FixLog::default();
        for (at, fix) in numbers.map(fix) {
            assert_ne!(log.insert(at, &fix), Kept::Doubled);
        }
        log
    }

    #[test]
    fn fixes_in_any_order_are_kept_once_and_in_order() {
        let count = 10 * i64::try_from(BLOCK).unwrap() + 3;
        let (forth, back) = (kept(0..count), kept((0..count).rev()));
        // Each third one comes late: blocks grow until they are split.
        let late = kept((0..count).filter(|n| n % 3 > 0).chain((0..count).filter(|n| n % 3 == 0)));
        assert_eq!(forth, back);
        assert_eq!(forth, late);
        for mut log in [forth, back, late] {
            assert!(log.iter().map(|fix| fix.at).eq((0..count).map(|number| fix(number).0)));
            assert_eq!(log.last_at(), Some(fix(count - 1).0));
            for (at, fix) in (0..count).map(fix) {
                assert!(log.contains(at, &fix));
                assert_eq!(log.insert(at, &fix), Kept::Doubled);
            }
            assert!(!log.contains(fix(count).0, &fix(count).1));
            assert_eq!(log.len(), usize::try_from(count).unwrap());
        }
    }
}
