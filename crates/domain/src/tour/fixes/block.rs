//! Fixes that follow each other, packed: what is told of each is how it differs from the one before, in as few bytes as
//! that takes. A fix of a real phone takes 5 to 7.

use super::Packed;

/// Seven bits of a number go into a byte; the eighth says that more follow.
const BITS: u32 = 7;
const MORE: u8 = 1 << BITS;

/// Some fixes in rising order.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The greatest of them.
    pub(super) last: Packed,
    bytes: Box<[u8]>,
}

/// What the next fix is told from.
#[derive(Debug, Clone, Copy, Default)]
struct Before {
    offset_ms: i64,
    step_ms: i64,
    lat: i64,
    lon: i64,
    accuracy: i64,
}

impl Block {
    /// Packs fixes that are in rising order; `None` when there are none.
    pub(super) fn of(fixes: &[Packed]) -> Option<Self> {
        let mut before = Before::default();
        let mut bytes = Vec::with_capacity(size_of_val(fixes) / 2);
        for fix in fixes {
            let next = before.followed_by(fix);
            for (is, was) in next.told().into_iter().zip(before.expected()) {
                write(&mut bytes, is - was);
            }
            before = next;
        }
        Some(Self { last: *fixes.last()?, bytes: bytes.into_boxed_slice() })
    }

    /// The fixes in rising order.
    pub(super) fn fixes(&self) -> impl Iterator<Item = Packed> + '_ {
        let (mut before, mut bytes) = (Before::default(), self.bytes.iter());
        std::iter::from_fn(move || {
            let mut next = before.expected();
            for value in &mut next {
                *value += read(&mut bytes)?;
            }
            before = before.told_as(next);
            before.fix()
        })
    }

    /// How many bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + self.bytes.len()
    }
}

impl Before {
    fn followed_by(self, fix: &Packed) -> Self {
        let offset_ms = i64::from(fix.offset_ms);
        Self {
            offset_ms,
            step_ms: offset_ms - self.offset_ms,
            lat: fix.lat.into(),
            lon: fix.lon.into(),
            accuracy: fix.accuracy.into(),
        }
    }

    /// What is told of a fix, as differences to what is expected.
    fn told(self) -> [i64; 4] {
        [self.offset_ms, self.lat, self.lon, self.accuracy]
    }

    /// What is expected after this one: the same again, after as long a pause.
    fn expected(self) -> [i64; 4] {
        [self.offset_ms + self.step_ms, self.lat, self.lon, self.accuracy]
    }

    fn told_as(self, [offset_ms, lat, lon, accuracy]: [i64; 4]) -> Self {
        Self { offset_ms, step_ms: offset_ms - self.offset_ms, lat, lon, accuracy }
    }

    fn fix(self) -> Option<Packed> {
        Some(Packed {
            offset_ms: self.offset_ms.try_into().ok()?,
            lat: self.lat.try_into().ok()?,
            lon: self.lon.try_into().ok()?,
            accuracy: self.accuracy.try_into().ok()?,
        })
    }
}

/// Writes a number; the nearer it is to 0, the fewer bytes.
fn write(bytes: &mut Vec<u8>, number: i64) {
    // Numbers below 0 take turns with those above.
    let mut left = (number << 1 ^ number >> (i64::BITS - 1)).cast_unsigned();
    while let Some(rest) = Some(left >> BITS).filter(|rest| *rest > 0) {
        bytes.push(low_bits(left) | MORE);
        left = rest;
    }
    bytes.push(low_bits(left));
}

/// Reads a number that [`write()`] wrote; `None` at the end.
fn read<'a>(bytes: &mut impl Iterator<Item = &'a u8>) -> Option<i64> {
    let (mut turned, mut shift) = (0_u64, 0);
    loop {
        let byte = bytes.next()?;
        turned |= u64::from(byte & !MORE) << shift;
        shift += BITS;
        if byte & MORE == 0 {
            return Some((turned >> 1).cast_signed() ^ -(turned & 1).cast_signed());
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "seven bits")]
fn low_bits(number: u64) -> u8 {
    (number & u64::from(!MORE)) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_size_are_read_as_they_were_written() {
        let farthest = i64::from(u32::MAX) * 3;
        let numbers = [0, 1, -1, 63, -64, 64, -65, 8_191, 8_192, -8_193, farthest, -farthest];
        let mut bytes = Vec::new();
        for number in numbers {
            write(&mut bytes, number);
        }
        let mut left = bytes.iter();
        assert_eq!(numbers.map(|_| read(&mut left).unwrap()), numbers);
        assert_eq!(read(&mut left), None);
    }

    #[test]
    fn fixes_at_the_ends_of_their_ranges_are_unpacked_as_they_were() {
        let fix = |offset_ms, lat, lon, accuracy| Packed { offset_ms, lat, lon, accuracy };
        let fixes = [
            fix(i32::MIN, 900_000_000, -1_800_000_000, 0),
            fix(0, -900_000_000, 1_800_000_000, Packed::UNKNOWN),
            fix(i32::MAX, i32::MAX, i32::MIN, 1),
        ];
        let block = Block::of(&fixes).unwrap();
        assert_eq!(block.fixes().collect::<Vec<_>>(), fixes);
        assert_eq!(block.last, fixes[2]);
        assert!(Block::of(&[]).is_none());
    }
}
