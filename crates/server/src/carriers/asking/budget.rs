//! How often a carrier may be asked.

use doorstep_store::AskedCarrier;
use jiff::{SignedDuration, Timestamp};

/// No carrier is believed that it wants to be left alone for longer.
pub(super) const HELD_MAX: SignedDuration = SignedDuration::from_hours(7 * 24);
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// Of what a day allows, this part may be asked at once after a quiet time; the rest is spread over the day.
const AT_ONCE: u32 = 10;

/// How often a carrier may be asked. In no 24 hours it is asked more often than a day allows, whenever its day begins, and
/// what a busy morning may use up is a tenth and what has passed of the day.
///
/// It is the generic cell rate algorithm: what is kept is one instant, until when the questions asked so far would last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::carriers) struct Budget {
    /// How long one question lasts.
    lasting: SignedDuration,
    /// How far ahead of the clock questions may be asked.
    ahead: SignedDuration,
    /// How long after a question the next one may be asked.
    spacing: SignedDuration,
}

impl Budget {
    /// So many questions a day, and so many seconds between two; at least one of each.
    pub(in crate::carriers) fn new(per_day: u32, every_s: u32) -> Self {
        let per_day = per_day.max(1);
        let at_once = (per_day / AT_ONCE).max(1);
        let spread = per_day - at_once + 1;
        // Rounded up, so that a day never holds one more.
        let nanos = DAY.as_nanos().unsigned_abs().div_ceil(u128::from(spread));
        let lasting = SignedDuration::from_nanos(i64::try_from(nanos).unwrap_or(i64::MAX));
        let ahead = lasting.saturating_mul(i32::try_from(at_once - 1).unwrap_or(i32::MAX));
        Self { lasting, ahead, spacing: SignedDuration::from_secs(every_s.max(1).into()) }
    }

    /// From when on it may be asked again.
    pub(super) fn free_at(&self, asked: Option<&AskedCarrier>, now: Timestamp) -> Timestamp {
        let Some(asked) = asked.map(|asked| self.believed(asked, now)) else { return now };
        let paid_at = later(asked.used_until, SignedDuration::ZERO.saturating_sub(self.ahead));
        let spaced_at = later(asked.asked_at, self.spacing);
        let held_until = asked.held_until.unwrap_or(now);
        paid_at.max(spaced_at).max(held_until).max(now)
    }

    /// How it stands once it is asked now.
    pub(super) fn spend(&self, asked: Option<&AskedCarrier>, now: Timestamp) -> AskedCarrier {
        let known = asked.map(|asked| self.believed(asked, now));
        let used_until = known.map_or(now, |known| known.used_until.max(now));
        AskedCarrier {
            asked_at: now,
            used_until: later(used_until, self.lasting),
            held_until: None,
            failures: known.map_or(0, |known| known.failures),
        }
    }

    /// What is kept, where the clock or the settings were others when it was written: nothing holds for longer than a run
    /// of these settings could have made it.
    fn believed(&self, asked: &AskedCarrier, now: Timestamp) -> AskedCarrier {
        let ahead = self.ahead.saturating_add(self.lasting);
        AskedCarrier {
            asked_at: asked.asked_at.min(now),
            used_until: asked.used_until.min(later(now, ahead)),
            held_until: asked.held_until.map(|until| until.min(later(now, HELD_MAX))),
            ..*asked
        }
    }
}

/// So much later; the end of time where there is no later.
pub(super) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    let end = if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX };
    at.checked_add(by).unwrap_or(end)
}
