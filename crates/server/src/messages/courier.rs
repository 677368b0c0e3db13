//! The worker that empties the outbox, one for each channel.

use std::time::Duration;

use doorstep_store::{Channel, QueuedMessage};
use futures_util::StreamExt as _;
use futures_util::stream::iter;
use jiff::SignedDuration;
use tokio::time::{MissedTickBehavior, interval};

use super::old::is_old;
use super::told::quiet_until;
use crate::error::ApiError;
use crate::state::AppState;

/// How often the outbox is looked at.
const ROUND: Duration = Duration::from_secs(1);
/// So many messages are taken from it at once.
const BATCH: u32 = 64;
/// The first try that fails is repeated after this time, each further one after twice the time before.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);
/// No pause is longer.
const PAUSE_MAX: SignedDuration = SignedDuration::from_hours(2);
/// After so many tries a message is given up: it is about a delivery of that day.
const TRIES_MAX: u32 = 12;

/// A channel as its courier uses it.
pub(crate) trait Carrier: Send + Sync + 'static {
    /// Which channel it is.
    const CHANNEL: Channel;
    /// So many messages are sent at the same time.
    const AT_ONCE: usize;

    /// Tries to send a message once.
    fn carry(&self, queued: &QueuedMessage) -> impl Future<Output = Result<Tried, ApiError>> + Send;
}

/// What became of one try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tried {
    /// The channel took it.
    Sent,
    /// It can never be sent, or nobody needs it any more.
    GivenUp,
    /// It may be sent later, not before this time has passed where the other end asked for that.
    PutOff(Option<SignedDuration>),
}

/// Sends what the outbox holds for a channel.
pub(crate) struct Courier<C> {
    shared: AppState,
    carrier: C,
}

impl<C: Carrier> Courier<C> {
    /// A courier of a channel.
    pub(crate) fn new(shared: AppState, carrier: C) -> Self {
        Self { shared, carrier }
    }

    /// Works until the server stops; what is in hand then is finished.
    pub(crate) async fn run(self) {
        let mut rounds = interval(ROUND);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.shared.stopping.cancelled() => return,
                _ = rounds.tick() => {}
            }
            if let Err(error) = self.round().await {
                tracing::error!(code = error.code(), "the outbox cannot be read");
            }
        }
    }

    /// Tries everything that is due once.
    pub(crate) async fn round(&self) -> Result<(), ApiError> {
        let due = self.shared.store.due(C::CHANNEL, self.shared.clock.now(), BATCH).await?;
        iter(due).for_each_concurrent(C::AT_ONCE, |queued| self.deliver(queued)).await;
        Ok(())
    }

    async fn deliver(&self, queued: QueuedMessage) {
        if let Err(error) = self.try_to_deliver(&queued).await {
            // It is due still, so the next round tries it again.
            tracing::error!(code = error.code(), number = queued.number, "the outbox does not answer");
        }
    }

    async fn try_to_deliver(&self, queued: &QueuedMessage) -> Result<(), ApiError> {
        let now = self.shared.clock.now();
        if is_old(&queued.message, now) {
            return self.note(queued, Tried::GivenUp).await;
        }
        if let Some(until) = quiet_until(&self.shared, &queued.message, now).await? {
            return Ok(self.shared.store.put_off(queued.number, until).await?);
        }
        let tried = self.carrier.carry(queued).await?;
        self.note(queued, tried).await
    }

    /// Notes what became of a try.
    async fn note(&self, queued: &QueuedMessage, tried: Tried) -> Result<(), ApiError> {
        let now = self.shared.clock.now();
        let store = &self.shared.store;
        let channel = C::CHANNEL.as_str();
        match tried {
            Tried::PutOff(at_least) if queued.tries + 1 < TRIES_MAX => {
                self.shared.metrics.count_message(channel, "put_off");
                let pause = pause(queued.tries).max(at_least.unwrap_or_default().min(PAUSE_MAX));
                store.put_off(queued.number, now + pause).await?;
            }
            Tried::Sent => {
                store.finish(queued.number, now).await?;
                self.shared.metrics.count_message(channel, "sent");
            }
            Tried::PutOff(_) | Tried::GivenUp => {
                tracing::warn!(
                    channel,
                    number = queued.number,
                    tries = queued.tries + 1,
                    "a message was given up"
                );
                store.finish(queued.number, now).await?;
                self.shared.metrics.count_message(channel, "given_up");
            }
        }
        Ok(())
    }
}

/// How long to wait after so many tries before this one.
fn pause(tries: u32) -> SignedDuration {
    let doubled = FIRST_PAUSE.checked_mul(1_i32.checked_shl(tries.min(20)).unwrap_or(i32::MAX));
    doubled.unwrap_or(PAUSE_MAX).min(PAUSE_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_limit() {
        let minutes: Vec<i64> = [0, 1, 2, 7, 8, 31].map(|tries| pause(tries).as_secs() / 30).to_vec();
        assert_eq!(minutes, [1, 2, 4, 128, 240, 240]);
    }
}
