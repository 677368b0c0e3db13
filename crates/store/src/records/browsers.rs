//! Browsers in which someone has logged in: they are not held up by what strangers try elsewhere.

use doorstep_domain::RecipientId;
use jiff::Timestamp;

use super::TokenHash;
use crate::Answer;

/// A browser in which an account has logged in. One browser may know several accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownBrowser {
    /// The hash of its token, the same for all accounts.
    pub token: TokenHash,
    /// Who has logged in.
    pub account: RecipientId,
    /// From when on it is a stranger again.
    pub expires_at: Timestamp,
}

impl KnownBrowser {
    /// So many browsers an account is known in at most.
    pub const PER_ACCOUNT_MAX: usize = 20;
}

/// Browsers in which someone has logged in.
pub trait Browsers: Send + Sync {
    /// Remembers a browser, or how much longer it is known. What was known of it under the token `before` is from now
    /// on known under its new one. Those of the account beyond [`KnownBrowser::PER_ACCOUNT_MAX`] that expire first are
    /// forgotten.
    fn remember_browser(&self, browser: KnownBrowser, before: Option<TokenHash>) -> Answer<'_, ()>;

    /// The accounts that have logged in with a browser and are remembered at `now`.
    fn accounts_of_browser(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Vec<RecipientId>>;

    /// Forgets browsers that expired before `now`.
    fn delete_expired_browsers(&self, now: Timestamp) -> Answer<'_, u64>;
}
