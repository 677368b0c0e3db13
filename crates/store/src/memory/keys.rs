//! Keys of operators.

use doorstep_domain::OperatorId;
use jiff::Timestamp;

use super::{MemoryStore, free, refers};
use crate::{Answer, ApiKey, Keys, TokenHash};

impl Keys for MemoryStore {
    fn insert_key(&self, mut key: ApiKey) -> Answer<'_, ()> {
        self.write(|state| {
            refers(state.operators.contains_key(&key.operator), "api_keys", "operator")?;
            free(state.keys.contains_key(&key.token), "a key with this hash")?;
            key.scopes.sort_unstable();
            key.scopes.dedup();
            state.keys.insert(key.token, key);
            Ok(())
        })
    }

    fn find_key(&self, token: TokenHash) -> Answer<'_, Option<ApiKey>> {
        self.read(move |state| state.keys.get(&token).filter(|key| key.revoked_at.is_none()).cloned())
    }

    fn revoke_key(&self, operator: OperatorId, label: String, now: Timestamp) -> Answer<'_, bool> {
        self.write(move |state| {
            let mut found = false;
            for key in state.keys.values_mut().filter(|key| key.operator == operator && key.label == label) {
                key.revoked_at.get_or_insert(now);
                found = true;
            }
            Ok(found)
        })
    }
}
