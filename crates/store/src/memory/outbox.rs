//! The messages that wait.

use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{Answer, Channel, Message, Outbox, PAGE_MAX, QueuedMessage, Target, Topic};

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

    /// Whether its key is taken.
    fn is_taken(&self) -> bool {
        !self.done || !matches!(self.message.topic, Topic::SignIn(_))
    }

    /// Whether it has the key of another, or is a later turn of the same delay.
    fn bars(&self, other: &Message) -> bool {
        let (own, theirs) = (&self.message, other);
        if (own.recipient, own.target) != (theirs.recipient, theirs.target) {
            return false;
        }
        match (own.topic, theirs.topic) {
            (Topic::Delayed(own, turn), Topic::Delayed(theirs, earlier)) => own == theirs && turn >= earlier,
            (own, theirs) => own == theirs,
        }
    }
}

impl Outbox for MemoryStore {
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()> {
        self.write(move |state| {
            state.enqueue(messages);
            Ok(())
        })
    }

    fn pass_over(&self, messages: Vec<Message>, _now: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            let last = state.messages.last_key_value().map_or(0, |(last, _)| *last);
            state.enqueue(messages);
            state.messages.range_mut(last + 1..).for_each(|(_, entry)| entry.done = true);
            Ok(())
        })
    }

    fn due(&self, channel: Channel, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        self.read(move |state| {
            let due = |entry: &Entry| {
                let from = entry.not_before.map_or(entry.message.at, |until| until.max(entry.message.at));
                !entry.done && entry.message.target.channel() == channel && from <= now
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
            let Message { recipient, target, .. } = entry.message;
            let own = state.subscriptions.iter_mut().filter(|((theirs, _), _)| *theirs == recipient);
            own.for_each(|(_, (_, used_at))| *used_at = now);
            if let Target::Push(id) = target
                && let Some(browser) = state.push_subscriptions.get_mut(&id)
            {
                browser.used_at = now;
            }
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
        for message in messages {
            let mut taken = self.messages.values().filter(|entry| entry.is_taken());
            if !taken.any(|entry| entry.bars(&message)) {
                let number = self.messages.last_key_value().map_or(1, |(last, _)| last + 1);
                self.messages.insert(number, Entry { message, tries: 0, not_before: None, done: false });
            }
        }
    }
}
