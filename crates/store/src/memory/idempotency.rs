//! Answers given under an `Idempotency-Key`.

use doorstep_domain::OperatorId;
use jiff::Timestamp;

use super::{MemoryStore, free, refers};
use crate::{Answer, Idempotency, RememberedAnswer};

impl Idempotency for MemoryStore {
    fn find_answer(
        &self,
        operator: OperatorId,
        key: &str,
        now: Timestamp,
    ) -> Answer<'_, Option<RememberedAnswer>> {
        let key = (operator, key.to_owned());
        self.write(move |state| {
            if state.answers.get(&key).is_some_and(|answer| answer.expires_at <= now) {
                state.answers.remove(&key);
            }
            Ok(state.answers.get(&key).cloned())
        })
    }

    fn remember_answer(&self, operator: OperatorId, key: &str, answer: RememberedAnswer) -> Answer<'_, ()> {
        let key = (operator, key.to_owned());
        self.write(move |state| {
            refers(state.operators.contains_key(&operator), "answers", "operator")?;
            free(state.answers.contains_key(&key), "an answer under this key")?;
            state.answers.insert(key, answer);
            Ok(())
        })
    }

    fn delete_expired_answers(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.answers.len();
            state.answers.retain(|_, answer| now < answer.expires_at);
            Ok((before - state.answers.len()) as u64)
        })
    }
}
