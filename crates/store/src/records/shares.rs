//! Links by which recipients let others see a little of a parcel.

use doorstep_domain::{ParcelId, Personal, RecipientId, ShareId};
use jiff::Timestamp;

use super::TokenHash;
use crate::Answer;

/// A link by which a recipient lets someone else see a little of a parcel. One that is revoked is there no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Its identity, for whoever gave it.
    pub id: ShareId,
    /// The hash of its token.
    pub token: TokenHash,
    /// The parcel.
    pub parcel: ParcelId,
    /// Who gave it.
    pub account: RecipientId,
    /// What it lets its holder do.
    pub permission: SharePermission,
    /// What the recipient calls whoever may take the parcel in; the driver is told, and nobody else.
    pub name: Option<Personal>,
    /// When it was given.
    pub created_at: Timestamp,
    /// From when on it opens nothing.
    pub expires_at: Timestamp,
    /// How often it was opened.
    pub opening_count: u32,
    /// When it was opened last, newest first, at most [`Share::OPENINGS_MAX`].
    pub openings: Vec<Timestamp>,
}

impl Share {
    /// The longest name, in characters.
    pub const NAME_CHARS_MAX: usize = 140;
    /// So many openings are remembered with their time.
    pub const OPENINGS_MAX: usize = 10;
    /// So many shares of a parcel are kept, those that have expired included.
    pub const PER_PARCEL_MAX: usize = 10;

    /// Notes an opening.
    pub fn note_opening(&mut self, at: Timestamp) {
        self.opening_count = self.opening_count.saturating_add(1);
        self.openings.insert(0, at);
        self.openings.truncate(Self::OPENINGS_MAX);
    }
}

/// What a share lets its holder do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharePermission {
    /// See when the parcel comes.
    Window,
    /// The same, and take the parcel in.
    Accept,
}

impl SharePermission {
    /// Every permission.
    pub const ALL: [Self; 2] = [Self::Window, Self::Accept];

    /// The word that databases and interfaces use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Accept => "accept",
        }
    }
}

/// Links by which recipients let others see a little of a parcel.
pub trait Shares: Send + Sync {
    /// Adds a share; `false` when the recipient has [`Share::PER_PARCEL_MAX`] of the parcel already.
    fn insert_share(&self, share: Share) -> Answer<'_, bool>;

    /// The share with this token that has not expired at `now`.
    fn find_share(&self, token: TokenHash, now: Timestamp) -> Answer<'_, Option<Share>>;

    /// What a recipient shares of a parcel, the newest first, those that have expired included.
    fn list_shares(&self, account: RecipientId, parcel: ParcelId) -> Answer<'_, Vec<Share>>;

    /// Who may take these parcels in, by shares that last at `now`: of each what its recipient calls them, the oldest
    /// first.
    fn list_takers(
        &self,
        parcels: Vec<ParcelId>,
        now: Timestamp,
    ) -> Answer<'_, Vec<(ParcelId, Option<Personal>)>>;

    /// Notes that a share was opened; `false` when it is not there.
    fn note_opening(&self, id: ShareId, at: Timestamp) -> Answer<'_, bool>;

    /// Takes a share of a recipient's parcel back; `false` when it is not there.
    fn delete_share(&self, account: RecipientId, parcel: ParcelId, id: ShareId) -> Answer<'_, bool>;

    /// Deletes shares that expired before an instant.
    fn delete_shares_expired_before(&self, instant: Timestamp) -> Answer<'_, u64>;
}
