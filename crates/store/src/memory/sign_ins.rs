//! Links that sign someone in once.

use jiff::Timestamp;

use super::{MemoryStore, free, refers};
use crate::{Account, Answer, SignInLink, SignIns, TokenHash};

impl SignIns for MemoryStore {
    fn insert_sign_in_link(&self, link: SignInLink) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(link.account).is_some(), "sign_in_links", "account")?;
            free(state.sign_ins.contains_key(&link.token), "this link")?;
            state.sign_ins.insert(link.token, link);
            Ok(())
        })
    }

    fn is_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, bool> {
        self.read(move |state| state.sign_ins.get(&token).is_some_and(|link| now < link.expires_at))
    }

    fn take_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.write(move |state| {
            let Some(used) = state.sign_ins.get(&token).copied() else { return Ok(None) };
            state.sign_ins.retain(|_, link| link.account != used.account);
            Ok(state.account(used.account).filter(|_| now < used.expires_at).cloned())
        })
    }

    fn delete_expired_sign_in_links(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.sign_ins.len();
            state.sign_ins.retain(|_, link| now <= link.expires_at);
            Ok((before - state.sign_ins.len()) as u64)
        })
    }
}
