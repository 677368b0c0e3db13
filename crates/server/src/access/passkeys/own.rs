//! The passkeys of whoever is logged in: listed to them, and removed by them.

use doorstep_domain::Personal;
use doorstep_store::Passkey as StoredPasskey;
use jiff::Timestamp;

use super::super::Session;
use crate::error::ApiError;
use crate::secret::hex_hash;
use crate::state::AppState;

/// A passkey, as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnPasskey {
    /// What it is called; good for nothing but removing it.
    pub(crate) id: String,
    /// What its owner calls it.
    pub(crate) name: Personal,
    /// When it was added.
    pub(crate) created_at: Timestamp,
    /// The hour in which it was used last.
    pub(crate) used_at: Option<Timestamp>,
}

/// The passkeys of whoever asks, the newest first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn own_passkeys(shared: &AppState, asking: &Session) -> Result<Vec<OwnPasskey>, ApiError> {
    let passkeys = shared.store.list_passkeys(asking.account.id).await?;
    Ok(passkeys.into_iter().map(own).collect())
}

/// Removes a passkey of whoever asks. Sessions that it began go on; they are in the list beside it.
///
/// # Errors
/// `not_found` when they have no such passkey.
pub(crate) async fn remove_passkey(shared: &AppState, asking: &Session, id: &str) -> Result<(), ApiError> {
    let passkeys = shared.store.list_passkeys(asking.account.id).await?;
    let removed = passkeys.iter().find(|passkey| name(passkey) == id).ok_or_else(ApiError::not_found)?;
    shared.store.delete_passkey(asking.account.id, removed.id).await?;
    Ok(())
}

pub(super) fn own(passkey: StoredPasskey) -> OwnPasskey {
    OwnPasskey {
        id: name(&passkey),
        name: passkey.name,
        created_at: passkey.created_at,
        used_at: passkey.used_at,
    }
}

fn name(passkey: &StoredPasskey) -> String {
    hex_hash(&passkey.id.0)
}
