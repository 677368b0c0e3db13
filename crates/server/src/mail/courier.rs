//! The worker that empties the outbox.

use std::time::Duration;

use doorstep_store::QueuedMessage;
use futures_util::StreamExt as _;
use futures_util::stream::iter;
use jiff::SignedDuration;
use lettre::AsyncTransport as _;
use lettre::message::Mailbox;
use tokio::time::{MissedTickBehavior, interval};

use super::letter::letter;
use super::old::is_old;
use super::settings::{InvalidMailSettings, MailSettings, Transport};
use crate::error::ApiError;
use crate::state::AppState;

/// How often the outbox is looked at.
const ROUND: Duration = Duration::from_secs(1);
/// So many messages are taken from it at once.
const BATCH: u32 = 64;
/// So many are sent at the same time.
const AT_ONCE: usize = 4;
/// The first try that fails is repeated after this time, each further one after twice the time before.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);
/// No pause is longer.
const PAUSE_MAX: SignedDuration = SignedDuration::from_hours(2);
/// After so many tries a message is given up: it is about a delivery of that day.
const TRIES_MAX: u32 = 12;

/// Sends what the outbox holds.
pub(crate) struct Courier {
    shared: AppState,
    transport: Transport,
    sender: Mailbox,
}

/// What became of one try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tried {
    /// The mail server took it.
    Sent,
    /// It can never be sent.
    GivenUp,
    /// It may be sent later.
    PutOff,
}

impl Courier {
    /// A courier with the way to its mail server.
    ///
    /// # Errors
    /// When the settings cannot work.
    pub(crate) fn new(shared: AppState, settings: &MailSettings) -> Result<Self, InvalidMailSettings> {
        Ok(Self { shared, transport: settings.transport()?, sender: settings.sender()? })
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
    pub(super) async fn round(&self) -> Result<(), ApiError> {
        let due = self.shared.store.due(self.shared.clock.now(), BATCH).await?;
        iter(due).for_each_concurrent(AT_ONCE, |queued| self.deliver(queued)).await;
        Ok(())
    }

    async fn deliver(&self, queued: QueuedMessage) {
        if let Err(error) = self.try_to_deliver(&queued).await {
            // It is due still, so the next round tries it again.
            tracing::error!(code = error.code(), number = queued.number, "the outbox does not answer");
        }
    }

    async fn try_to_deliver(&self, queued: &QueuedMessage) -> Result<(), ApiError> {
        let tried = self.send(queued).await?;
        let now = self.shared.clock.now();
        let store = &self.shared.store;
        match tried {
            Tried::PutOff if queued.tries + 1 < TRIES_MAX => {
                self.shared.metrics.count_mail("put_off");
                store.put_off(queued.number, now + pause(queued.tries)).await?;
            }
            Tried::Sent => {
                store.finish(queued.number, now).await?;
                self.shared.metrics.count_mail("sent");
            }
            Tried::PutOff | Tried::GivenUp => {
                tracing::warn!(number = queued.number, tries = queued.tries + 1, "an e-mail was given up");
                store.finish(queued.number, now).await?;
                self.shared.metrics.count_mail("given_up");
            }
        }
        Ok(())
    }

    async fn send(&self, queued: &QueuedMessage) -> Result<Tried, ApiError> {
        if is_old(&queued.message, self.shared.clock.now()) {
            return Ok(Tried::GivenUp);
        }
        let Some(letter) = letter(&self.shared, &self.sender, queued).await? else {
            return Ok(Tried::GivenUp);
        };
        match self.transport.send(letter).await {
            Ok(_taken) => Ok(Tried::Sent),
            Err(error) => {
                // The server's words may repeat the address, so only their number is logged.
                let code = error.status().map(|code| code.to_string());
                let is_final = error.is_permanent() || error.is_client();
                tracing::warn!(number = queued.number, code, is_final, "an e-mail was not taken");
                Ok(if is_final { Tried::GivenUp } else { Tried::PutOff })
            }
        }
    }
}

/// How long to wait after so many tries before this one.
fn pause(tries: u32) -> SignedDuration {
    let doubled = FIRST_PAUSE.checked_mul(1_i32.checked_shl(tries.min(20)).unwrap_or(i32::MAX));
    doubled.unwrap_or(PAUSE_MAX).min(PAUSE_MAX)
}

#[cfg(test)]
mod pause_tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_a_limit() {
        let minutes: Vec<i64> = [0, 1, 2, 7, 8, 31].map(|tries| pause(tries).as_secs() / 30).to_vec();
        assert_eq!(minutes, [1, 2, 4, 128, 240, 240]);
    }
}
