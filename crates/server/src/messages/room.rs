//! How many messages about a parcel come between people and what they do.
//!
//! Three at most: one early, one when it is near or late, and how it ended. A parcel that was not handed over at first and
//! is delivered later has one more, since its recipient must know where it lies.

use doorstep_store::{Message, MessageKind, Store, StoreError, Topic};

/// Whether a message may still be sent to its target: where it interrupts nobody, it may.
///
/// # Errors
/// When the database fails.
pub(super) async fn has_room(store: &dyn Store, message: &Message) -> Result<bool, StoreError> {
    let Some(parcel) = message.topic.parcel().filter(|_| message.target.channel().interrupts()) else {
        return Ok(true);
    };
    let Some(most) = most_before(message.topic) else { return Ok(true) };
    Ok(store.count_sent(message.recipient, message.target, parcel).await? <= most)
}

/// So many may have been sent before one of this topic; `None` where it is sent in any case.
fn most_before(topic: Topic) -> Option<u32> {
    match topic {
        Topic::Parcel(_, MessageKind::Announced | MessageKind::OutForDelivery) => Some(0),
        Topic::Parcel(_, MessageKind::MapOpen | MessageKind::Next | MessageKind::Delayed)
        | Topic::Delayed(..) => Some(1),
        Topic::Parcel(_, MessageKind::Delivered | MessageKind::Failed)
        | Topic::Bought(_)
        | Topic::SignIn(_) => None,
    }
}
