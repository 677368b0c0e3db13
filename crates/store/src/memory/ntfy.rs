//! Topics of ntfy servers.

use std::cmp::Reverse;

use doorstep_domain::{PushId, RecipientId};

use super::{MemoryStore, State, free, refers};
use crate::{Answer, NtfyTopic, NtfyTopics};

impl NtfyTopics for MemoryStore {
    fn insert_ntfy_topic(&self, topic: NtfyTopic) -> Answer<'_, bool> {
        self.write(move |state| {
            refers(state.account(topic.account).is_some(), "ntfy_topics", "account")?;
            if state.ntfy_topics_of(topic.account).len() >= NtfyTopic::PER_ACCOUNT_MAX {
                return Ok(false);
            }
            let is_same = |known: &NtfyTopic| known.id == topic.id || known.topic == topic.topic;
            free(state.ntfy_topics.values().any(is_same), "this topic")?;
            state.ntfy_topics.insert(topic.id, topic);
            Ok(true)
        })
    }

    fn find_ntfy_topic(&self, id: PushId) -> Answer<'_, Option<NtfyTopic>> {
        self.read(move |state| state.ntfy_topics.get(&id).cloned())
    }

    fn list_ntfy_topics(&self, account: RecipientId) -> Answer<'_, Vec<NtfyTopic>> {
        self.read(move |state| state.ntfy_topics_of(account))
    }

    fn delete_ntfy_topic(&self, account: RecipientId, id: PushId) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_theirs = state.ntfy_topics.get(&id).is_some_and(|known| known.account == account);
            Ok(is_theirs && state.ntfy_topics.remove(&id).is_some())
        })
    }
}

impl State {
    fn ntfy_topics_of(&self, account: RecipientId) -> Vec<NtfyTopic> {
        let own = self.ntfy_topics.values().filter(|known| known.account == account);
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|known| Reverse((known.created_at, known.id)));
        own
    }
}
