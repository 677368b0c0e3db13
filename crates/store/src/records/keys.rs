//! Keys of the operators' own systems, and the answers that they were given.

use doorstep_domain::OperatorId;
use doorstep_domain::visibility::SenderKey;
use jiff::Timestamp;

use super::TokenHash;
use crate::Answer;

/// A key that an operator's system shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiKey {
    /// The hash of the key.
    pub token: TokenHash,
    /// Whose it is.
    pub operator: OperatorId,
    /// What people call it.
    pub label: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Whose parcels it is good for; those of everyone where none is named.
    pub sender: Option<SenderKey>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// What a key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Read the operator's tours, parcels and settings.
    OperatorRead,
    /// Change them.
    OperatorWrite,
    /// Let a page of a shop show how a parcel stands.
    Embed,
}

/// Keys of operators.
pub trait Keys: Send + Sync {
    /// Adds a key.
    fn insert_key(&self, key: ApiKey) -> Answer<'_, ()>;

    /// The key with this hash, unless it is revoked.
    fn find_key(&self, token: TokenHash) -> Answer<'_, Option<ApiKey>>;

    /// Revokes the operator's key with this label; `false` when there is none.
    fn revoke_key(&self, operator: OperatorId, label: String, now: Timestamp) -> Answer<'_, bool>;
}

/// An answer given under an `Idempotency-Key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RememberedAnswer {
    /// The SHA-256 of method, path and body: the same key with another request is refused.
    pub request: TokenHash,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    /// When it may be forgotten.
    pub expires_at: Timestamp,
}

/// Answers given under an `Idempotency-Key`.
pub trait Idempotency: Send + Sync {
    /// The answer that the operator was given under this key. One that may be forgotten at `now` is forgotten, and
    /// its key is free again.
    fn find_answer(
        &self,
        operator: OperatorId,
        key: &str,
        now: Timestamp,
    ) -> Answer<'_, Option<RememberedAnswer>>;

    /// Remembers an answer.
    ///
    /// # Errors
    /// A conflict when there is one under this key already.
    fn remember_answer(&self, operator: OperatorId, key: &str, answer: RememberedAnswer) -> Answer<'_, ()>;

    /// Deletes the answers that may be forgotten at `now`.
    fn delete_expired_answers(&self, now: Timestamp) -> Answer<'_, u64>;
}
