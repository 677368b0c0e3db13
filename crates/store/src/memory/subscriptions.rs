//! What recipients want to be told.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, refers};
use crate::{Answer, Channel, MessageKind, QuietHours, Subscriptions};

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

    fn set_quiet_hours(&self, recipient: RecipientId, quiet: Option<QuietHours>) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(recipient).is_some(), "quiet_hours", "account")?;
            match quiet {
                Some(quiet) => state.quiet_hours.insert(recipient, quiet),
                None => state.quiet_hours.remove(&recipient),
            };
            Ok(())
        })
    }

    fn quiet_hours(&self, recipient: RecipientId) -> Answer<'_, Option<QuietHours>> {
        self.read(move |state| state.quiet_hours.get(&recipient).copied())
    }
}
