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

impl Outbox for MemoryStore {
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()> {
        self.write(move |state| {
            state.enqueue(messages);
            Ok(())
        })
    }

    fn due(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        self.read(move |state| {
            let due = |entry: &Entry| !entry.done && entry.not_before.is_none_or(|instant| instant <= now);
            let mut waiting: Vec<_> = (1..)
                .zip(&state.messages)
                .filter(|(_, entry)| due(entry))
                .map(|(number, entry)| QueuedMessage { number, message: entry.message, tries: entry.tries })
                .collect();
            waiting.sort_by_key(|queued| queued.message.at);
            waiting.truncate(limit.min(PAGE_MAX) as usize);
            waiting
        })
    }

    fn finish(&self, number: i64, _now: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(entry) = state.entry(number) {
                entry.done = true;
            }
            Ok(())
        })
    }

    fn put_off(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(entry) = state.entry(number) {
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
        let is_taken = |entry: &Entry| !entry.done || matches!(entry.message.topic, Topic::Parcel(..));
        for message in messages {
            let mut taken = self.messages.iter().filter(|entry| is_taken(entry));
            if !taken.any(|entry| key(&entry.message) == key(&message)) {
                self.messages.push(Entry { message, tries: 0, not_before: None, done: false });
            }
        }
    }

    fn entry(&mut self, number: i64) -> Option<&mut Entry> {
        self.messages.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}
