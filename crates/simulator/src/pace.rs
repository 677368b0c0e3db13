//! A clock that runs faster than the world.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp, Unit};

/// A clock that begins at some instant and runs at some rate of the world's.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    started: Instant,
    began_at: Timestamp,
    rate: f64,
}

impl Pace {
    /// The slowest and the fastest rate.
    pub const RATES: std::ops::RangeInclusive<f64> = 0.1..=1_000.0;

    /// A clock that shows `at` now and runs `rate` times as fast as the world; the rate is brought into
    /// [`Pace::RATES`].
    pub fn starting_at(at: Timestamp, rate: f64) -> Self {
        let rate = if rate.is_finite() { rate.clamp(*Self::RATES.start(), *Self::RATES.end()) } else { 1.0 };
        Self { started: Instant::now(), began_at: at, rate }
    }

    /// The world's own time.
    pub fn real() -> Self {
        Self::starting_at(Timestamp::now(), 1.0)
    }

    /// What the clock shows.
    pub fn now(&self) -> Timestamp {
        self.shown_after(self.started.elapsed())
    }

    /// What the clock will show after so much time of the world.
    pub fn after(&self, span: Duration) -> Timestamp {
        self.shown_after(self.started.elapsed().saturating_add(span))
    }

    /// How many seconds of this clock pass in one of the world.
    pub fn rate(&self) -> f64 {
        self.rate
    }

    /// How long the world takes until the clock shows `at`; zero when it is past that.
    pub fn wait_for(&self, at: Timestamp) -> Duration {
        let ahead = at.duration_since(self.now()).as_secs_f64().max(0.0);
        Duration::from_secs_f64(ahead / self.rate)
    }

    /// Waits until the clock shows `at`.
    pub async fn until(&self, at: Timestamp) {
        tokio::time::sleep(self.wait_for(at)).await;
    }

    fn shown_after(&self, elapsed: Duration) -> Timestamp {
        // Whole milliseconds: no clock of a phone or server tells more.
        let passed =
            SignedDuration::try_from_secs_f64((elapsed.as_secs_f64() * self.rate * 1e3).round() / 1e3)
                .unwrap_or(SignedDuration::MAX);
        let shown = self.began_at.checked_add(passed).unwrap_or(Timestamp::MAX);
        shown.round(Unit::Millisecond).unwrap_or(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_runs_at_its_rate() {
        let pace = Pace::starting_at(Timestamp::UNIX_EPOCH, 10.0);
        assert_eq!(
            pace.shown_after(Duration::from_secs(6)),
            Timestamp::UNIX_EPOCH + SignedDuration::from_mins(1)
        );
    }

    #[test]
    fn impossible_rates_are_brought_into_range() {
        for (asked, got) in [(f64::NAN, 1.0), (f64::INFINITY, 1.0), (-3.0, 0.1), (1e9, 1_000.0)] {
            assert!((Pace::starting_at(Timestamp::UNIX_EPOCH, asked).rate() - got).abs() < 1e-9, "{asked}");
        }
    }

    #[test]
    fn what_is_past_is_not_waited_for() {
        let pace = Pace::starting_at(Timestamp::UNIX_EPOCH, 1.0);
        assert_eq!(pace.wait_for(Timestamp::UNIX_EPOCH - SignedDuration::from_hours(1)), Duration::ZERO);
    }

    #[test]
    fn it_never_leaves_the_calendar() {
        let pace = Pace::starting_at(Timestamp::MAX, 1_000.0);
        assert_eq!(pace.shown_after(Duration::MAX), Timestamp::MAX);
    }
}
