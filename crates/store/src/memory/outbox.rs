//! The messages that wait.

use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{Answer, Message, Outbox, PAGE_MAX, QueuedMessage, Topic};

/// A message and what became of it. Done ones about parcels count for ever: their key is taken.
pub(super) struct Entry {
    message: Message,
    tries: u32,
    not_before: Option<Timestamp>,
    done: bool,
}

impl Entry {
    pub(super) fn message(&self) -> Message {
        self.message
    }
}

impl Outbox for MemoryStore {
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()> {
        self.write(move |state| {
            state.enqueue(messages);
            Ok(())
        })
    }

    fn due(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        self.read(move |state| {
            let due = |entry: &Entry| {
                let from = entry.not_before.map_or(entry.message.at, |until| until.max(entry.message.at));
                !entry.done && from <= now
            };
            let mut waiting: Vec<_> = state
                .messages
                .iter()
                .filter(|(_, entry)| due(entry))
                .map(|(number, entry)| QueuedMessage {
                    number: *number,
                    message: entry.message,
                    tries: entry.tries,
                })
                .collect();
            waiting.sort_by_key(|queued| queued.message.at);
            waiting.truncate(limit.min(PAGE_MAX) as usize);
            waiting
        })
    }

    fn finish(&self, number: i64, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            let Some(entry) = state.messages.get_mut(&number) else { return Ok(()) };
            entry.done = true;
            let recipient = entry.message.recipient;
            let own = state.subscriptions.iter_mut().filter(|((theirs, _), _)| *theirs == recipient);
            own.for_each(|(_, (_, used_at))| *used_at = now);
            Ok(())
        })
    }

    fn put_off(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(entry) = state.messages.get_mut(&number) {
                entry.tries += 1;
                entry.not_before = Some(not_before);
            }
            Ok(())
        })
    }
}

impl State {
    pub(super) fn enqueue(&mut self, messages: Vec<Message>) {
        let key = |message: &Message| (message.topic, message.recipient);
        let is_taken = |entry: &Entry| !entry.done || !matches!(entry.message.topic, Topic::SignIn(_));
        for message in messages {
            let mut taken = self.messages.values().filter(|entry| is_taken(entry));
            if !taken.any(|entry| key(&entry.message) == key(&message)) {
                let number = self.messages.last_key_value().map_or(1, |(last, _)| last + 1);
                self.messages.insert(number, Entry { message, tries: 0, not_before: None, done: false });
            }
        }
    }
}
