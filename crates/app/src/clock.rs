//! The clock of a demo's server: the same one that its drivers live by.

use doorstep_simulator::Pace;
use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// A server's clock that keeps a simulation's pace.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaceClock(pub(crate) Pace);

impl doorstep_server::Clock for PaceClock {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn wait(&self, until: Timestamp) -> BoxFuture<'static, ()> {
        let Self(pace) = *self;
        Box::pin(async move { pace.until(until).await })
    }
}
