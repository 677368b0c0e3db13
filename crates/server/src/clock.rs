//! Where the server gets the time from. Nothing else in this crate reads a clock.

use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::time::sleep;

/// A clock.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Waits until this clock shows an instant; not at all when it is past.
    fn wait(&self, until: Timestamp) -> BoxFuture<'static, ()> {
        Box::pin(sleep(Duration::try_from(until.duration_since(self.now())).unwrap_or_default()))
    }
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
