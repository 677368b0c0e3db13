//! Who looks at a stream, and for how long they may.

use doorstep_domain::{Parcel, ParcelId, RecipientId};
use doorstep_store::TokenHash;

use crate::access::Session;
use crate::embed::Embedding;
use crate::state::AppState;

/// Who looks at a stream.
#[derive(Debug, Clone)]
pub(crate) enum Viewer {
    /// Someone who is logged in.
    Account(Session),
    /// A page of a shop.
    Embedding(Box<Embedding>),
}

/// Whose a stream is: so many are open at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Whose {
    /// An account's.
    Account(RecipientId),
    /// That of all pages of shops that show this parcel.
    Embedded(ParcelId),
}

impl Viewer {
    /// Whether what opened the stream is still good.
    pub(super) async fn may_go_on(&self, shared: &AppState) -> bool {
        let now = shared.clock.now();
        match self {
            Self::Account(session) => {
                let found = shared.store.find_session(session.token, now).await;
                found.is_ok_and(|found| found.is_some_and(|(_, account)| account.id == session.account.id))
            }
            Self::Embedding(page) => now < page.expires_at,
        }
    }

    /// Whether they may see a parcel, as it is now.
    pub(super) fn may_see(&self, parcel: &Parcel) -> bool {
        match self {
            Self::Account(session) => parcel.recipient == Some(session.account.id),
            Self::Embedding(page) => (parcel.id, parcel.recipient) == (page.parcel.id, page.parcel.recipient),
        }
    }

    pub(super) fn whose(&self) -> Whose {
        match self {
            Self::Account(session) => Whose::Account(session.account.id),
            Self::Embedding(page) => Whose::Embedded(page.parcel.id),
        }
    }

    /// The session, where there is one that can be ended.
    pub(super) fn session(&self) -> Option<TokenHash> {
        match self {
            Self::Account(session) => Some(session.token),
            Self::Embedding(_) => None,
        }
    }
}

impl From<Session> for Viewer {
    fn from(session: Session) -> Self {
        Self::Account(session)
    }
}

impl From<Embedding> for Viewer {
    fn from(page: Embedding) -> Self {
        Self::Embedding(Box::new(page))
    }
}
