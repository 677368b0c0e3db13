//! Passkeys: keys that authenticators keep, by which people sign in without a password.

use doorstep_domain::{Personal, RecipientId};
use jiff::Timestamp;

use super::TokenHash;
use crate::{Account, Answer};

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// The hash of the identity that its authenticator gave it.
    pub id: TokenHash,
    /// Whom it signs in.
    pub account: RecipientId,
    /// By what authenticators know the account: random, and the same for all its passkeys.
    pub handle: [u8; 16],
    /// What its owner calls it.
    pub name: Personal,
    /// The public key and how often it was used, in the words of the server.
    pub key: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// The hour in which it was used last.
    pub used_at: Option<Timestamp>,
}

impl Passkey {
    /// So many passkeys an account has at most.
    pub const PER_ACCOUNT_MAX: usize = 20;
}

/// Passkeys.
pub trait Passkeys: Send + Sync {
    /// Adds a passkey; `false` when the account has [`Passkey::PER_ACCOUNT_MAX`] already.
    fn insert_passkey(&self, passkey: Passkey) -> Answer<'_, bool>;

    /// A passkey and the account that it signs in.
    fn find_passkey(&self, id: TokenHash) -> Answer<'_, Option<(Passkey, Account)>>;

    /// The passkeys of an account, the newest first.
    fn list_passkeys(&self, account: RecipientId) -> Answer<'_, Vec<Passkey>>;

    /// Notes that a passkey was used, which may change its key. `false` when it is not there any more, or its key is
    /// not `before` any more: then someone else used it at the same time.
    fn use_passkey(&self, id: TokenHash, before: String, key: String, used_at: Timestamp)
    -> Answer<'_, bool>;

    /// Removes a passkey of an account; `false` when it has none such.
    fn delete_passkey(&self, account: RecipientId, id: TokenHash) -> Answer<'_, bool>;
}
