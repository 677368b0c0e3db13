//! Accounts and sessions.

use doorstep_domain::{Personal, RecipientId};
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Account, Accounts, Answer, Session, TokenHash};

impl Accounts for MemoryStore {
    fn insert_account(&self, mut account: Account) -> Answer<'_, ()> {
        self.write(|state| {
            account.email = Personal::new(account.email.reveal().to_lowercase());
            refers(state.operators.contains_key(&account.operator), "accounts", "operator")?;
            let taken = |other: &Account| {
                other.id == account.id || (other.operator == account.operator && other.email == account.email)
            };
            free(state.accounts.iter().any(taken), "an account with this e-mail address")?;
            state.accounts.push(account);
            Ok(())
        })
    }

    fn find_account(&self, id: RecipientId) -> Answer<'_, Option<Account>> {
        self.read(move |state| state.account(id).cloned())
    }

    fn find_account_by_email(&self, email: &str) -> Answer<'_, Option<Account>> {
        let email = email.to_lowercase();
        self.read(move |state| state.accounts.iter().find(|account| account.email.reveal() == email).cloned())
    }

    fn set_language(&self, id: RecipientId, language: String) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(account) = state.accounts.iter_mut().find(|account| account.id == id) {
                account.language = Some(language);
            }
            Ok(())
        })
    }

    fn insert_session(&self, session: Session) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(session.account).is_some(), "sessions", "account")?;
            free(state.sessions.contains_key(&session.token), "a session with this token")?;
            state.sessions.insert(session.token, session);
            Ok(())
        })
    }

    fn find_session(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.read(move |state| {
            let session = state.sessions.get(&token).filter(|session| now < session.expires_at)?;
            state.account(session.account).cloned()
        })
    }

    fn delete_session(&self, token: TokenHash) -> Answer<'_, ()> {
        self.write(move |state| {
            state.sessions.remove(&token);
            Ok(())
        })
    }

    fn delete_expired_sessions(&self, now: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.sessions.len();
            state.sessions.retain(|_, session| now <= session.expires_at);
            Ok((before - state.sessions.len()) as u64)
        })
    }
}

impl State {
    pub(super) fn account(&self, id: RecipientId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }
}
