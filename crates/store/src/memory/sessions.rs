//! Logins that last.

use std::cmp::Reverse;

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::{MemoryStore, State, free, refers};
use crate::{Account, Answer, Session, Sessions, TokenHash};

impl Sessions for MemoryStore {
    fn insert_session(&self, session: Session) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.account(session.account).is_some(), "sessions", "account")?;
            free(state.sessions.contains_key(&session.token), "a session with this token")?;
            let account = session.account;
            state.sessions.insert(session.token, session);
            let others = state.sessions_of(account);
            for session in others.get(Session::PER_ACCOUNT_MAX..).unwrap_or_default() {
                state.sessions.remove(&session.token);
            }
            Ok(())
        })
    }

    fn find_session(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<(Session, Account)>> {
        self.read(move |state| {
            let session = state.sessions.get(&token).filter(|session| now < session.expires_at)?;
            Some((session.clone(), state.account(session.account).cloned()?))
        })
    }

    fn list_sessions(&self, account: RecipientId, now: Timestamp) -> Answer<'_, Vec<Session>> {
        self.read(move |state| {
            let mut sessions = state.sessions_of(account);
            sessions.retain(|session| now < session.expires_at);
            sessions
        })
    }

    fn use_session(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()> {
        self.write(move |state| {
            if let Some(session) = state.sessions.get_mut(&token) {
                session.used_at = used_at;
            }
            Ok(())
        })
    }

    fn delete_session(&self, token: TokenHash) -> Answer<'_, ()> {
        self.write(move |state| {
            state.sessions.remove(&token);
            Ok(())
        })
    }

    fn delete_other_sessions(&self, account: RecipientId, kept: TokenHash) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.sessions.len();
            state.sessions.retain(|token, session| session.account != account || *token == kept);
            Ok((before - state.sessions.len()) as u64)
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
    /// The sessions of an account, the last used first.
    fn sessions_of(&self, account: RecipientId) -> Vec<Session> {
        let own = self.sessions.values().filter(|session| session.account == account);
        let mut sessions: Vec<Session> = own.cloned().collect();
        sessions.sort_by_key(|session| Reverse((session.used_at, session.began_at, session.token)));
        sessions
    }
}
