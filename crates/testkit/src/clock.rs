//! A clock that goes only when it is told to.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

/// A clock that goes only when it is told to. Its clones show the same time.
///
/// ```
/// use doorstep_testkit::{FakeClock, MORNING};
/// use jiff::SignedDuration;
///
/// let clock = FakeClock::new(MORNING);
/// let other = clock.clone();
/// clock.advance(SignedDuration::from_mins(5));
/// assert_eq!(other.now(), MORNING + SignedDuration::from_mins(5));
/// ```
#[derive(Debug, Clone)]
pub struct FakeClock(Arc<Mutex<Timestamp>>);

impl FakeClock {
    /// A clock that shows this time.
    pub fn new(now: Timestamp) -> Self {
        Self(Arc::new(Mutex::new(now)))
    }

    /// What it shows.
    pub fn now(&self) -> Timestamp {
        *self.0.lock()
    }

    /// Puts it forward, or back by a negative time.
    pub fn advance(&self, by: SignedDuration) {
        *self.0.lock() += by;
    }

    /// Sets it.
    pub fn set(&self, now: Timestamp) {
        *self.0.lock() = now;
    }
}
