//! What recipients want to be told.

use doorstep_domain::RecipientId;

use super::{MemoryStore, refers};
use crate::{Answer, Channel, MessageKind, Subscriptions};

impl Subscriptions for MemoryStore {
    fn set_subscription(
        &self,
        recipient: RecipientId,
        channel: Channel,
        mut kinds: Vec<MessageKind>,
    ) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(recipient).is_some(), "subscriptions", "recipient")?;
            kinds.sort_unstable();
            kinds.dedup();
            state.subscriptions.insert((recipient, channel), kinds);
            Ok(())
        })
    }

    fn subscription(&self, recipient: RecipientId, channel: Channel) -> Answer<'_, Vec<MessageKind>> {
        self.read(move |state| state.subscriptions.get(&(recipient, channel)).cloned().unwrap_or_default())
    }
}
