//! Ceremonies that were begun and wait for their answer, in bounded memory.

use std::collections::VecDeque;

use doorstep_store::TokenHash;
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

use crate::secret::{fresh_token, token_hash};

/// So long a ceremony waits; browsers give authenticators five minutes.
pub(super) const CEREMONY_LIFE: SignedDuration = SignedDuration::from_mins(5);
/// So many wait at once; beyond that, the oldest is over. One address begins at most some 150 in their life, so it takes
/// many addresses to end a ceremony that someone is in the midst of.
pub(super) const CEREMONIES_MAX: usize = 4_096;

/// Ceremonies that wait, the oldest first.
#[derive(Debug)]
pub(super) struct Ceremonies<S>(Mutex<VecDeque<Waiting<S>>>);

#[derive(Debug)]
struct Waiting<S> {
    token: TokenHash,
    expires_at: Timestamp,
    state: S,
}

impl<S> Ceremonies<S> {
    /// None.
    pub(super) fn new() -> Self {
        Self(Mutex::default())
    }

    /// Begins a ceremony in place of those that `replaces` names: its token.
    pub(super) fn begin(&self, state: S, now: Timestamp, replaces: impl Fn(&S) -> bool) -> String {
        let mut waiting = self.0.lock();
        waiting.retain(|ceremony| now < ceremony.expires_at && !replaces(&ceremony.state));
        if waiting.len() >= CEREMONIES_MAX {
            waiting.pop_front();
        }
        let token = fresh_token();
        waiting.push_back(Waiting { token: token_hash(&token), expires_at: now + CEREMONY_LIFE, state });
        token
    }

    /// What a ceremony began with, unless it is over. With that it is, whatever the answer.
    pub(super) fn take(&self, token: &str, now: Timestamp) -> Option<S> {
        let token = token_hash(token);
        let mut waiting = self.0.lock();
        let place = waiting.iter().position(|ceremony| ceremony.token == token)?;
        waiting.remove(place).filter(|ceremony| now < ceremony.expires_at).map(|ceremony| ceremony.state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    fn never<S>(_state: &S) -> bool {
        false
    }

    #[test]
    fn a_ceremony_is_answered_once_and_in_its_time() {
        let ceremonies = Ceremonies::new();
        let (one, two) = (ceremonies.begin(1, at(0), never), ceremonies.begin(2, at(1), never));
        assert_eq!(ceremonies.take(&one, at(299)), Some(1));
        assert_eq!(ceremonies.take(&one, at(299)), None);
        assert_eq!(ceremonies.take("made up", at(299)), None);
        assert_eq!(ceremonies.take(&two, at(301)), None, "that was too late");
    }

    #[test]
    fn one_ceremony_takes_the_place_of_another() {
        let ceremonies = Ceremonies::new();
        let (one, two) = (ceremonies.begin(1, at(0), never), ceremonies.begin(2, at(0), never));
        let again = ceremonies.begin(1, at(0), |state| *state == 1);
        assert_eq!(ceremonies.take(&one, at(0)), None);
        assert_eq!((ceremonies.take(&again, at(0)), ceremonies.take(&two, at(0))), (Some(1), Some(2)));
    }

    #[test]
    fn memory_is_bounded_and_the_oldest_is_over_first() {
        let ceremonies = Ceremonies::new();
        let tokens: Vec<String> =
            (0..=CEREMONIES_MAX).map(|number| ceremonies.begin(number, at(0), never)).collect();
        assert_eq!(ceremonies.0.lock().len(), CEREMONIES_MAX);
        assert_eq!(ceremonies.take(&tokens[0], at(0)), None);
        assert_eq!(ceremonies.take(&tokens[1], at(0)), Some(1));
        ceremonies.begin(0, at(300), never);
        assert_eq!(ceremonies.0.lock().len(), 1, "what is over is forgotten");
    }
}
