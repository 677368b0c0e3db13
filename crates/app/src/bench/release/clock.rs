//! A clock that is set by hand: whoever waits on it goes on when it was set past that.

use doorstep_server::Clock;
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::watch;

pub(super) struct SetClock(watch::Sender<Timestamp>);

impl SetClock {
    pub(super) fn at(now: Timestamp) -> Self {
        Self(watch::Sender::new(now))
    }

    pub(super) fn set(&self, now: Timestamp) {
        self.0.send_replace(now);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.borrow()
    }

    fn wait(&self, until: Timestamp) -> BoxFuture<'static, ()> {
        let mut shown = self.0.subscribe();
        Box::pin(async move {
            // A clock that is gone will never show anything again, and nobody is left who could care.
            let _shown_or_gone = shown.wait_for(|now| *now >= until).await;
        })
    }
}
