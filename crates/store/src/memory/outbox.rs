//! The messages that wait.

use doorstep_domain::{ParcelId, RecipientId};
use jiff::Timestamp;

use super::{MemoryStore, State};
use crate::{Answer, Channel, End, Message, Outbox, PAGE_MAX, QueuedMessage, Target, Topic};

/// A message and what became of it. Done ones about parcels count for ever: their key is taken.
pub(super) struct Entry {
    message: Message,
    tries: u32,
    not_before: Option<Timestamp>,
    end: Option<End>,
}

impl Entry {
    pub(super) fn message(&self) -> Message {
        self.message
    }

    /// From when on it is due.
    fn due_from(&self) -> Timestamp {
        self.not_before.map_or(self.message.at, |until| until.max(self.message.at))
    }

    /// Whether its key is taken.
    fn is_taken(&self) -> bool {
        self.end.is_none() || !matches!(self.message.topic, Topic::SignIn(_))
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
            state.messages.range_mut(last + 1..).for_each(|(_, entry)| entry.end = Some(End::GivenUp));
            Ok(())
        })
    }

    fn due(&self, channel: Channel, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>> {
        self.read(move |state| {
            let due = |entry: &Entry| {
                entry.end.is_none() && entry.message.target.channel() == channel && entry.due_from() <= now
            };
            let mut waiting: Vec<_> = state.messages.iter().filter(|(_, entry)| due(entry)).collect();
            waiting.sort_by_key(|(number, entry)| (entry.due_from(), **number));
            waiting.truncate(limit.min(PAGE_MAX) as usize);
            let queued = |(number, entry): (&i64, &Entry)| QueuedMessage {
                number: *number,
                message: entry.message,
                tries: entry.tries,
            };
            waiting.into_iter().map(queued).collect()
        })
    }

    fn finish(&self, number: i64, end: End, now: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            let Some(entry) = state.messages.get_mut(&number) else { return Ok(()) };
            entry.end = Some(end);
            let Message { recipient, target, .. } = entry.message;
            let own = state.subscriptions.iter_mut().filter(|((theirs, _), _)| *theirs == recipient);
            own.for_each(|(_, (_, used_at))| *used_at = now);
            if let Target::Push(id) = target {
                state.push_subscriptions.entry(id).and_modify(|browser| browser.used_at = now);
                state.ntfy_topics.entry(id).and_modify(|topic| topic.used_at = now);
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

    fn hold(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(entry) = state.messages.get_mut(&number) {
                entry.not_before = Some(not_before);
            }
            Ok(())
        })
    }

    fn count_sent(&self, recipient: RecipientId, target: Target, parcel: ParcelId) -> Answer<'_, u32> {
        self.read(move |state| {
            let is_meant = |entry: &&Entry| {
                let Message { recipient: whose, target: to, topic, .. } = entry.message;
                (whose, to, topic.parcel()) == (recipient, target, Some(parcel))
                    && entry.end == Some(End::Sent)
            };
            u32::try_from(state.messages.values().filter(is_meant).count()).unwrap_or(u32::MAX)
        })
    }
}

impl State {
    pub(super) fn enqueue(&mut self, messages: Vec<Message>) {
        for message in messages {
            let mut taken = self.messages.values().filter(|entry| entry.is_taken());
            if !taken.any(|entry| entry.bars(&message)) {
                let number = self.messages.last_key_value().map_or(1, |(last, _)| last + 1);
                self.messages.insert(number, Entry { message, tries: 0, not_before: None, end: None });
            }
        }
    }
}
