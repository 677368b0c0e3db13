//! The browsers that messages are pushed to.

use std::cmp::Reverse;

use doorstep_domain::{PushId, RecipientId};

use super::{MemoryStore, State, refers};
use crate::{Answer, PushSubscription, PushSubscriptions};

impl PushSubscriptions for MemoryStore {
    fn put_push_subscription(&self, subscription: PushSubscription) -> Answer<'_, Option<PushId>> {
        self.write(move |state| {
            refers(state.account(subscription.account).is_some(), "push_subscriptions", "account")?;
            let mut new = subscription;
            let known = state.push_subscriptions.values().find(|known| known.endpoint == new.endpoint);
            if let Some(known) = known.cloned() {
                state.push_subscriptions.remove(&known.id);
                if known.account == new.account {
                    (new.id, new.created_at) = (known.id, known.created_at);
                }
            }
            if state.browsers_pushed_to(new.account).len() >= PushSubscription::PER_ACCOUNT_MAX {
                return Ok(None);
            }
            let id = new.id;
            state.push_subscriptions.insert(id, new);
            Ok(Some(id))
        })
    }

    fn find_push_subscription(&self, id: PushId) -> Answer<'_, Option<PushSubscription>> {
        self.read(move |state| state.push_subscriptions.get(&id).cloned())
    }

    fn list_push_subscriptions(&self, account: RecipientId) -> Answer<'_, Vec<PushSubscription>> {
        self.read(move |state| state.browsers_pushed_to(account))
    }

    fn delete_push_subscription(&self, account: RecipientId, id: PushId) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_theirs = state.push_subscriptions.get(&id).is_some_and(|known| known.account == account);
            Ok(is_theirs && state.push_subscriptions.remove(&id).is_some())
        })
    }
}

impl State {
    fn browsers_pushed_to(&self, account: RecipientId) -> Vec<PushSubscription> {
        let own = self.push_subscriptions.values().filter(|known| known.account == account);
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|known| Reverse((known.created_at, known.id)));
        own
    }
}
