//! Passkeys.

use std::cmp::Reverse;

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Account, Answer, Passkey, Passkeys, TokenHash};

impl Passkeys for MemoryStore {
    fn insert_passkey(&self, passkey: Passkey) -> Answer<'_, bool> {
        self.write(move |state| {
            refers(state.account(passkey.account).is_some(), "passkeys", "account")?;
            free(state.passkeys.contains_key(&passkey.id), "this passkey")?;
            if state.passkeys_of(passkey.account).len() >= Passkey::PER_ACCOUNT_MAX {
                return Ok(false);
            }
            state.passkeys.insert(passkey.id, passkey);
            Ok(true)
        })
    }

    fn find_passkey(&self, id: TokenHash) -> Answer<'_, Option<(Passkey, Account)>> {
        self.read(move |state| {
            let passkey = state.passkeys.get(&id)?;
            Some((passkey.clone(), state.account(passkey.account)?.clone()))
        })
    }

    fn list_passkeys(&self, account: RecipientId) -> Answer<'_, Vec<Passkey>> {
        self.read(move |state| state.passkeys_of(account))
    }

    fn use_passkey(
        &self,
        id: TokenHash,
        before: String,
        key: String,
        used_at: Timestamp,
    ) -> Answer<'_, bool> {
        self.write(move |state| {
            let unchanged = state.passkeys.get_mut(&id).filter(|passkey| passkey.key == before);
            Ok(unchanged.map(|passkey| (passkey.key, passkey.used_at) = (key, Some(used_at))).is_some())
        })
    }

    fn delete_passkey(&self, account: RecipientId, id: TokenHash) -> Answer<'_, bool> {
        self.write(move |state| {
            let is_theirs = state.passkeys.get(&id).is_some_and(|passkey| passkey.account == account);
            Ok(is_theirs && state.passkeys.remove(&id).is_some())
        })
    }
}

impl State {
    fn passkeys_of(&self, account: RecipientId) -> Vec<Passkey> {
        let own = self.passkeys.values().filter(|passkey| passkey.account == account);
        let mut own: Vec<_> = own.cloned().collect();
        own.sort_by_key(|passkey| Reverse((passkey.created_at, passkey.id)));
        own
    }
}
