//! The worker that empties the outbox, one for each channel.

use std::collections::BTreeSet;
use std::time::Duration;

use doorstep_domain::RecipientId;
use doorstep_store::{Channel, End, QueuedMessage, Target};
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use jiff::SignedDuration;
use tokio::time::{MissedTickBehavior, interval};

use super::old::is_old;
use super::room::has_room;
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
/// A message for which there is no place now is looked at again after this time.
const NO_PLACE_PAUSE: SignedDuration = SignedDuration::from_secs(5);
/// After so many tries a message is given up: it is about a delivery of that day.
const TRIES_MAX: u32 = 12;

/// A channel as its courier uses it.
pub(crate) trait Carrier: Send + Sync + 'static {
    /// Which channel it is.
    const CHANNEL: Channel;
    /// To so many targets messages are sent at the same time.
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
    /// It was not tried: whoever would take it has others in hand.
    NoPlace,
}

/// Sends what the outbox holds for a channel.
pub(crate) struct Courier<C> {
    shared: AppState,
    carrier: C,
}

/// Whose target it is: what goes to one is sent one after the other.
type Whom = (RecipientId, Target);

/// What is due for one target, in its order.
struct Bag {
    whom: Whom,
    messages: Vec<QueuedMessage>,
}

/// What the outbox holds at one moment.
struct Due {
    bags: Vec<Bag>,
    /// Whether more waits than there were hands for.
    is_more: bool,
}

impl<C: Carrier> Courier<C> {
    /// A courier of a channel.
    pub(crate) fn new(shared: AppState, carrier: C) -> Self {
        Self { shared, carrier }
    }

    /// Works until the server stops; what is in hand then is finished. A target that is slow holds one hand, and nobody
    /// waits for it.
    pub(crate) async fn run(self) {
        let mut rounds = interval(ROUND);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut hands, mut busy) = (FuturesUnordered::new(), BTreeSet::new());
        let mut is_more = false;
        loop {
            tokio::select! {
                () = self.shared.stopping.cancelled() => break,
                Some(whom) = hands.next() => {
                    busy.remove(&whom);
                    if !is_more {
                        continue;
                    }
                }
                _ = rounds.tick() => {}
            }
            let due = self.due(&busy).await;
            is_more = due.is_more;
            for bag in due.bags {
                busy.insert(bag.whom);
                hands.push(self.deliver(bag));
            }
        }
        while hands.next().await.is_some() {}
    }

    /// Tries everything that is due once.
    #[cfg(test)]
    pub(crate) async fn round(&self) -> Result<(), ApiError> {
        let due = self.shared.store.due(C::CHANNEL, self.shared.clock.now(), BATCH).await?;
        let due = Due::of(due, &BTreeSet::new(), usize::MAX);
        let bags = futures_util::stream::iter(due.bags);
        bags.for_each_concurrent(C::AT_ONCE, |bag| futures_util::FutureExt::map(self.deliver(bag), drop))
            .await;
        Ok(())
    }

    /// What is due for targets that are not busy, as far as there are hands.
    async fn due(&self, busy: &BTreeSet<Whom>) -> Due {
        let free = C::AT_ONCE.saturating_sub(busy.len());
        match self.shared.store.due(C::CHANNEL, self.shared.clock.now(), BATCH).await {
            Ok(due) => Due::of(due, busy, free),
            Err(error) => {
                tracing::error!(code = ApiError::from(error).code(), "the outbox cannot be read");
                Due { bags: Vec::new(), is_more: false }
            }
        }
    }

    /// Tries what is due for one target; once something must wait, so must the rest.
    async fn deliver(&self, bag: Bag) -> Whom {
        let mut pause = None;
        for queued in bag.messages {
            let done = match pause {
                None => self.try_to_deliver(&queued).await.map(|until| pause = until),
                Some(pause) => self.hold(&queued, pause).await,
            };
            if let Err(error) = done {
                // It is due still, so the next round tries it again.
                tracing::error!(code = error.code(), number = queued.number, "the outbox does not answer");
            }
        }
        bag.whom
    }

    /// Tries to deliver a message; for how long its target is left alone, where it is.
    async fn try_to_deliver(&self, queued: &QueuedMessage) -> Result<Option<SignedDuration>, ApiError> {
        let now = self.shared.clock.now();
        if is_old(&queued.message, now) {
            return self.note(queued, Tried::GivenUp).await;
        }
        if let Some(until) = quiet_until(&self.shared, &queued.message, now).await? {
            self.shared.store.hold(queued.number, until).await?;
            return Ok(None);
        }
        if !has_room(self.shared.store.as_ref(), &queued.message).await? {
            self.shared.store.finish(queued.number, End::GivenUp, now).await?;
            self.shared.metrics.count_message(C::CHANNEL.as_str(), "left_out");
            return Ok(None);
        }
        let tried = self.carrier.carry(queued).await?;
        self.note(queued, tried).await
    }

    /// Notes what became of a try.
    async fn note(&self, queued: &QueuedMessage, tried: Tried) -> Result<Option<SignedDuration>, ApiError> {
        let now = self.shared.clock.now();
        let store = &self.shared.store;
        let channel = C::CHANNEL.as_str();
        match tried {
            Tried::NoPlace => {
                self.hold(queued, NO_PLACE_PAUSE).await?;
                return Ok(Some(NO_PLACE_PAUSE));
            }
            Tried::PutOff(at_least) if queued.tries + 1 < TRIES_MAX => {
                self.shared.metrics.count_message(channel, "put_off");
                let pause = pause(queued.tries).max(at_least.unwrap_or_default().min(PAUSE_MAX));
                store.put_off(queued.number, now + pause).await?;
                // What asked for time says so for its target; what is not true now says nothing of the others.
                return Ok(at_least.map(|_asked| pause));
            }
            Tried::Sent => {
                store.finish(queued.number, End::Sent, now).await?;
                self.shared.metrics.count_message(channel, "sent");
            }
            Tried::PutOff(_) | Tried::GivenUp => {
                tracing::warn!(
                    channel,
                    number = queued.number,
                    tries = queued.tries + 1,
                    "a message was given up"
                );
                store.finish(queued.number, End::GivenUp, now).await?;
                self.shared.metrics.count_message(channel, "given_up");
            }
        }
        Ok(None)
    }

    async fn hold(&self, queued: &QueuedMessage, pause: SignedDuration) -> Result<(), ApiError> {
        Ok(self.shared.store.hold(queued.number, self.shared.clock.now() + pause).await?)
    }
}

impl Due {
    /// What is due, by target: for those that are not busy, and for so many of them.
    fn of(due: Vec<QueuedMessage>, busy: &BTreeSet<Whom>, targets: usize) -> Self {
        let mut all = Self { bags: Vec::new(), is_more: false };
        for queued in due {
            let whom = (queued.message.recipient, queued.message.target);
            if let Some(bag) = all.bags.iter_mut().find(|bag| bag.whom == whom) {
                bag.messages.push(queued);
            } else if all.bags.len() >= targets || busy.contains(&whom) {
                all.is_more = true;
            } else {
                all.bags.push(Bag { whom, messages: vec![queued] });
            }
        }
        all
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
