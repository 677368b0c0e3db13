//! Links that sign someone in once.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::TokenHash;
use crate::{Account, Answer};

/// A link that signs someone in once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInLink {
    /// The hash of its token.
    pub token: TokenHash,
    /// Whom it signs in.
    pub account: RecipientId,
    /// From when on it is worth nothing.
    pub expires_at: Timestamp,
}

/// Links that sign someone in once.
pub trait SignIns: Send + Sync {
    /// Adds a link.
    fn insert_sign_in_link(&self, link: SignInLink) -> Answer<'_, ()>;

    /// Whether a link would sign someone in at `now`. Looking does not use it up.
    fn is_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, bool>;

    /// Uses a link up, and every other link of the same account with it: whom it signs in, unless it has expired at
    /// `now`.
    fn take_sign_in_link(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Account>>;

    /// Deletes links that expired before `now`.
    fn delete_expired_sign_in_links(&self, now: Timestamp) -> Answer<'_, u64>;
}
