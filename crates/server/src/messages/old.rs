//! Messages that nobody needs any more: what is said about a delivery is said on its day or not at all, and a link to
//! sign in with while it is worth something.

use doorstep_store::{Channel, End, Message, Store, StoreError, Topic};
use jiff::{SignedDuration, Timestamp};

use crate::access::LINK_LIFE;

/// A message about a parcel is sent within this time after its cause, or never.
const AGE_MAX: SignedDuration = SignedDuration::from_hours(12);
/// So many are looked at in one go.
const BATCH: u32 = 500;

/// Whether a message is too old to be sent.
pub(super) fn is_old(message: &Message, now: Timestamp) -> bool {
    let age_max = match message.topic {
        Topic::Parcel(..) | Topic::Delayed(..) | Topic::Bought(_) => AGE_MAX,
        Topic::SignIn(_) => LINK_LIFE,
    };
    now.duration_since(message.at) > age_max
}

/// Takes messages that are too old out of the outbox, and tells how many; where a channel is not used, nobody else does.
pub(crate) async fn give_up_old(store: &dyn Store, now: Timestamp) -> Result<u64, StoreError> {
    let mut all = 0;
    for channel in Channel::ALL {
        all += give_up_old_of(store, channel, now).await?;
    }
    Ok(all)
}

async fn give_up_old_of(store: &dyn Store, channel: Channel, now: Timestamp) -> Result<u64, StoreError> {
    let mut all = 0;
    loop {
        // The oldest come first.
        let due = store.due(channel, now, BATCH).await?;
        let old = due.iter().filter(|queued| is_old(&queued.message, now));
        let mut given_up = 0;
        for queued in old {
            store.finish(queued.number, End::GivenUp, now).await?;
            given_up += 1;
        }
        if given_up == 0 {
            return Ok(all);
        }
        all += given_up;
    }
}
