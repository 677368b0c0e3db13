//! Limits on how often something may be tried, in bounded memory.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

/// How many callers are remembered; those beyond share one bucket.
const CALLERS_MAX: usize = 10_000;
/// When there are so many, those whose bucket is full again are looked for only so often: a flood must not make each
/// of its drops cost a look at all.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_secs(5);

/// Lets each caller try so often at once, and as often again in each span of time.
#[derive(Debug)]
pub(crate) struct Limiter<K> {
    tries: u32,
    span_s: u32,
    buckets: Mutex<Buckets<K>>,
}

#[derive(Debug)]
struct Buckets<K> {
    known: HashMap<K, Bucket>,
    crowd: Bucket,
    swept_at: Timestamp,
}

/// Tries that are left, as of an instant.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Timestamp,
}

impl<K: Hash + Eq> Limiter<K> {
    /// A limit of so many tries per minute; at least one.
    pub(crate) fn per_minute(tries: u32) -> Self {
        Self::new(tries, 60)
    }

    /// A limit of so many tries per so many seconds; at least one of each.
    pub(crate) fn new(tries: u32, span_s: u32) -> Self {
        let (tries, span_s) = (tries.max(1), span_s.max(1));
        let crowd = Bucket { left: f64::from(tries), at: Timestamp::UNIX_EPOCH };
        let buckets = Buckets { known: HashMap::new(), crowd, swept_at: Timestamp::UNIX_EPOCH };
        Self { tries, span_s, buckets: Mutex::new(buckets) }
    }

    /// Takes one try.
    ///
    /// # Errors
    /// When none is left: the seconds until there is one.
    pub(crate) fn take(&self, caller: K, now: Timestamp) -> Result<(), u64> {
        let full = f64::from(self.tries);
        let per_second = full / f64::from(self.span_s);
        let mut buckets = self.buckets.lock();
        if buckets.known.len() >= CALLERS_MAX && now.duration_since(buckets.swept_at).abs() >= SWEEP_EVERY {
            buckets.known.retain(|_, bucket| bucket.refilled(full, per_second, now).left < full);
            buckets.swept_at = now;
        }
        let Buckets { known, crowd, .. } = &mut *buckets;
        let has_room = known.len() < CALLERS_MAX;
        let bucket = match known.entry(caller) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) if has_room => entry.insert(Bucket { left: full, at: now }),
            Entry::Vacant(_) => crowd,
        };
        *bucket = bucket.refilled(full, per_second, now);
        if bucket.left < 1.0 {
            return Err(seconds((1.0 - bucket.left) / per_second));
        }
        bucket.left -= 1.0;
        Ok(())
    }

    /// How many callers are remembered.
    #[cfg(test)]
    fn remembered(&self) -> usize {
        self.buckets.lock().known.len()
    }
}

impl Bucket {
    fn refilled(self, full: f64, per_second: f64, now: Timestamp) -> Self {
        let passed = now.duration_since(self.at).max(SignedDuration::ZERO).as_secs_f64();
        Self { left: (self.left + passed * per_second).min(full), at: now.max(self.at) }
    }
}

fn seconds(wait: f64) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and a day")]
    let whole = wait.ceil().clamp(1.0, 86_400.0) as u64;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    #[test]
    fn tries_come_back_with_time() {
        let limiter = Limiter::per_minute(3);
        for _ in 0..3 {
            assert_eq!(limiter.take("a", at(0)), Ok(()));
        }
        assert_eq!(limiter.take("a", at(0)), Err(20));
        assert_eq!(limiter.take("b", at(0)), Ok(()), "others are not hindered");
        assert_eq!(limiter.take("a", at(20)), Ok(()));
        assert_eq!(limiter.take("a", at(20)), Err(20));
        assert_eq!(limiter.take("a", at(5)), Err(20), "a clock that goes back gives nothing");
    }

    #[test]
    fn tries_may_come_back_slowly() {
        let limiter = Limiter::new(3, 900);
        for _ in 0..3 {
            assert_eq!(limiter.take("a", at(0)), Ok(()));
        }
        assert_eq!(limiter.take("a", at(0)), Err(300));
        assert_eq!(limiter.take("a", at(300)), Ok(()));
    }

    #[test]
    fn memory_is_bounded_and_a_flood_hinders_only_newcomers() {
        let limiter = Limiter::per_minute(2);
        assert_eq!(limiter.take(u32::MAX, at(0)), Ok(()));
        for caller in 0..50_000 {
            let _maybe = limiter.take(caller, at(0));
        }
        assert_eq!(limiter.remembered(), CALLERS_MAX);
        assert_eq!(limiter.take(u32::MAX, at(0)), Ok(()), "whoever was known before the flood");
        assert!(limiter.take(60_000, at(0)).is_err(), "newcomers share one bucket");
        assert_eq!(limiter.take(60_000, at(120)), Ok(()));
        assert!(limiter.remembered() < 10, "those whose bucket is full again are forgotten");
    }
}
