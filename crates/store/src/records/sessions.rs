//! Logins that last.

use doorstep_domain::RecipientId;
use jiff::{SignedDuration, Timestamp};

use super::TokenHash;
use crate::{Account, Answer};

/// A login that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of its token.
    pub token: TokenHash,
    /// Whose it is.
    pub account: RecipientId,
    /// When it began.
    pub began_at: Timestamp,
    /// The hour in which it was used last.
    pub used_at: Timestamp,
    /// Which browser it is in, roughly, such as `Firefox, Android`; empty when that is not known.
    pub browser: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl Session {
    /// So many sessions an account has at most.
    pub const PER_ACCOUNT_MAX: usize = 100;

    /// A session that begins now.
    pub fn begun(token: TokenHash, account: RecipientId, now: Timestamp, lasting: SignedDuration) -> Self {
        let used_at = Self::hour_of(now);
        Self { token, account, began_at: now, used_at, browser: String::new(), expires_at: now + lasting }
    }

    /// The hour that an instant lies in: use is not noted more exactly.
    pub fn hour_of(at: Timestamp) -> Timestamp {
        Timestamp::from_second(at.as_second().div_euclid(3_600) * 3_600).unwrap_or(at)
    }
}

/// Logins that last.
pub trait Sessions: Send + Sync {
    /// Adds a session. Those of the account beyond [`Session::PER_ACCOUNT_MAX`] that were used the longest ago end.
    fn insert_session(&self, session: Session) -> Answer<'_, ()>;

    /// A session that has not ended at `now`, and its account.
    fn find_session(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<(Session, Account)>>;

    /// The sessions of an account that have not ended at `now`, the last used first.
    fn list_sessions(&self, account: RecipientId, now: Timestamp) -> Answer<'_, Vec<Session>>;

    /// Notes that a session was used.
    fn use_session(&self, token: TokenHash, used_at: Timestamp) -> Answer<'_, ()>;

    /// Ends a session. Ending one that is not there is no error.
    fn delete_session(&self, token: TokenHash) -> Answer<'_, ()>;

    /// Ends every session of an account except one.
    fn delete_other_sessions(&self, account: RecipientId, kept: TokenHash) -> Answer<'_, u64>;

    /// Deletes sessions that ended before `now`.
    fn delete_expired_sessions(&self, now: Timestamp) -> Answer<'_, u64>;
}
