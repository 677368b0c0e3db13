//! What recipients want to be told.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, refers};
use crate::{Answer, Channel, MessageKind, Subscriptions};

impl Subscriptions for MemoryStore {
    fn set_subscription(
        &self,
        recipient: RecipientId,
        channel: Channel,
        mut kinds: Vec<MessageKind>,
        now: Timestamp,
    ) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(recipient).is_some(), "subscriptions", "recipient")?;
            kinds.sort_unstable();
            kinds.dedup();
            state.subscriptions.insert((recipient, channel), (kinds, now));
            Ok(())
        })
    }

    fn subscription(&self, recipient: RecipientId, channel: Channel) -> Answer<'_, Vec<MessageKind>> {
        self.read(move |state| {
            let known = state.subscriptions.get(&(recipient, channel));
            known.map(|(kinds, _)| kinds.clone()).unwrap_or_default()
        })
    }
}
