//! Any carrier that answers with JSON: pointers say where its events are, and what is what in each.

use std::collections::BTreeMap;

use doorstep_domain::Status;
use doorstep_wire::carrier::{CarrierEventsRead, Reading, Vocabulary};
use jiff::tz::TimeZone;
use serde_json::Value;
use thiserror::Error;

use super::event::{Listed, events};
use super::time::instant;
use super::{Address, Key, NoAnswer, Origin, Source, Unreadable};

/// The longest pointer, in bytes.
const POINTER_BYTES_MAX: usize = 200;
/// The longest word and the longest name of an event that are compared, in bytes.
const WORD_BYTES_MAX: usize = 200;

/// A carrier that answers with JSON.
#[derive(Debug)]
pub(in crate::carriers) struct Json {
    pub(in crate::carriers) address: Address,
    pub(in crate::carriers) key: Option<Key>,
    pub(in crate::carriers) pointers: Pointers,
    pub(in crate::carriers) words: Words,
    /// What the clock shows by which it tells times without an offset.
    pub(in crate::carriers) zone: TimeZone,
}

/// Where things are: the list in the answer, the others in each event.
#[derive(Debug)]
pub(in crate::carriers) struct Pointers {
    pub(in crate::carriers) events: Pointer,
    pub(in crate::carriers) at: Pointer,
    pub(in crate::carriers) status: Pointer,
    pub(in crate::carriers) description: Option<Pointer>,
    pub(in crate::carriers) place: Option<Pointer>,
    pub(in crate::carriers) id: Option<Pointer>,
}

/// A JSON Pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::carriers) struct Pointer(String);

/// A text that is no JSON Pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "it is no JSON Pointer (RFC 6901): empty for the whole, or names with a slash before each, such as /0/events"
)]
pub struct NoPointer;

/// What a carrier's words say: its own table before that of a vocabulary.
#[derive(Debug)]
pub(in crate::carriers) struct Words {
    own: BTreeMap<String, Status>,
    vocabulary: Vocabulary,
}

impl Source for Json {
    fn address(&self) -> &Address {
        &self.address
    }

    fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    fn read(&self, origin: &Origin<'_>, body: &[u8]) -> Result<CarrierEventsRead, NoAnswer> {
        let answer: Value =
            serde_json::from_slice(body).map_err(|_no_json| NoAnswer::Unreadable(Unreadable::NoJson))?;
        let list = self.pointers.events.of(&answer).and_then(Value::as_array);
        let list = list.ok_or(NoAnswer::Unreadable(Unreadable::NoEvents))?;
        let listed = list.iter().map(|event| self.pointers.listed(event, &self.zone)).collect();
        events(origin, self.words.vocabulary, listed, |word| self.words.read(word))
    }
}

impl Pointers {
    fn listed<'a>(&self, event: &'a Value, zone: &TimeZone) -> Listed<'a> {
        let text = |pointer: &Option<Pointer>| pointer.as_ref()?.of(event)?.as_str();
        let at = self.at.of(event);
        Listed {
            id: self.id.as_ref().and_then(|id| word(id.of(event)?)),
            written_at: at.map(ToString::to_string).unwrap_or_default(),
            at: at.and_then(|at| instant(at, zone)),
            word: self.status.of(event).and_then(word),
            description: text(&self.description),
            place: text(&self.place),
        }
    }
}

/// Words and names may be numbers.
fn word(value: &Value) -> Option<String> {
    let word = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    (!word.is_empty() && word.len() <= WORD_BYTES_MAX).then_some(word)
}

impl Pointer {
    /// The pointer of a text.
    ///
    /// # Errors
    /// When it is none.
    pub(in crate::carriers) fn new(text: &str) -> Result<Self, NoPointer> {
        let is_rooted = text.is_empty() || text.starts_with('/');
        let escapes = text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
        if is_rooted && escapes && text.len() <= POINTER_BYTES_MAX {
            Ok(Self(text.to_owned()))
        } else {
            Err(NoPointer)
        }
    }

    fn of<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        value.pointer(&self.0)
    }
}

impl Words {
    /// Words of a carrier with what they say, and a vocabulary for all that are not among them.
    pub(in crate::carriers) fn new(
        own: impl IntoIterator<Item = (String, Status)>,
        vocabulary: Vocabulary,
    ) -> Self {
        Self { own: own.into_iter().map(|(word, status)| (plainly(&word), status)).collect(), vocabulary }
    }

    fn read(&self, word: &str) -> Reading {
        match self.own.get(&plainly(word)) {
            Some(status) => Reading { status: *status, is_known: true },
            None => self.vocabulary.read(word),
        }
    }
}

/// Case and spaces around do not matter.
fn plainly(word: &str) -> String {
    word.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_those_of_the_standard() {
        for right in ["", "/", "/0/events", "/a~1b/m~0n", "/ä"] {
            assert!(Pointer::new(right).is_ok(), "{right}");
        }
        for wrong in ["events", "a/b", "/~", "/~2", "/a~", "$.events", &"/a".repeat(101)] {
            assert_eq!(Pointer::new(wrong), Err(NoPointer), "{wrong}");
        }
    }

    #[test]
    fn own_words_count_before_those_of_a_vocabulary() {
        let own = [("Zugestellt".to_owned(), Status::Delivered), ("7".to_owned(), Status::OnHold)];
        let words = Words::new(own, Vocabulary::Karrio);
        for (word, status, is_known) in [
            (" zugestellt", Status::Delivered, true),
            ("7", Status::OnHold, true),
            ("in_transit", Status::InTransit, true),
            ("8", Status::Unknown, false),
        ] {
            assert_eq!(words.read(word), Reading { status, is_known }, "{word}");
        }
    }
}
