//! Homes: where someone's home reads when their parcels come.

use doorstep_domain::{Personal, RecipientId};
use jiff::Timestamp;

use crate::{Answer, Page};

/// The key below which someone's home reads on the operator's broker.
#[derive(Clone, PartialEq, Eq)]
pub struct HomeLink {
    /// The key. Whoever knows it reads what is told, so it is kept like a secret; the server must know it itself.
    pub key: Personal,
    /// Whose it is; nobody's once they are forgotten.
    pub account: Option<RecipientId>,
    /// Whether it was turned off. It stays until what was told below it is emptied.
    pub is_ended: bool,
    /// When it was made.
    pub created_at: Timestamp,
    /// The hour in which a parcel was told last.
    pub used_at: Timestamp,
}

impl HomeLink {
    /// So many an account has at most, those that ended among them.
    pub const PER_ACCOUNT_MAX: usize = 4;
}

impl std::fmt::Debug for HomeLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HomeLink").field("is_ended", &self.is_ended).finish_non_exhaustive()
    }
}

/// The keys below which homes read.
pub trait HomeLinks: Send + Sync {
    /// Adds a key; `false` when the account has [`HomeLink::PER_ACCOUNT_MAX`].
    fn insert_home_link(&self, link: HomeLink) -> Answer<'_, bool>;

    /// The key of an account that did not end.
    fn home_link_of(&self, account: RecipientId) -> Answer<'_, Option<HomeLink>>;

    /// All keys by themselves, those that ended among them.
    fn list_home_links(&self, after: Option<String>, limit: u32) -> Answer<'_, Page<HomeLink>>;

    /// Notes that a parcel was told.
    fn use_home_link(&self, key: Personal, used_at: Timestamp) -> Answer<'_, ()>;

    /// Ends the keys of an account. Ending none is no error.
    fn end_home_link(&self, account: RecipientId) -> Answer<'_, ()>;

    /// Forgets a key that ended; one that did not stays.
    fn delete_home_link(&self, key: Personal) -> Answer<'_, ()>;
}
