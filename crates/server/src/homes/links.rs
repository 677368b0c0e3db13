//! Who reads at home when their parcels come.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use doorstep_domain::Personal;
use doorstep_store::{Account, HomeLink};

use crate::error::ApiError;
use crate::state::AppState;

/// Gives an account a key, unless it has one.
///
/// # Errors
/// `not_found` when there is no broker; `too_many_keys` when those that ended are not emptied yet; when the database
/// fails.
pub(crate) async fn give(shared: &AppState, account: &Account) -> Result<(), ApiError> {
    if shared.mqtt.is_none() {
        return Err(ApiError::not_found());
    }
    if shared.store.home_link_of(account.id).await?.is_some() {
        return Ok(());
    }
    let now = shared.clock.now();
    // Letters that topics take as they are; no wildcard is among them.
    let key = Personal::new(BASE64.encode(rand::random::<[u8; 16]>()));
    let link = HomeLink { key, account: Some(account.id), is_ended: false, created_at: now, used_at: now };
    if !shared.store.insert_home_link(link).await? {
        let detail = "What was turned off before is not emptied yet. Try again in a few minutes.";
        return Err(ApiError::conflict("too_many_keys", detail));
    }
    Ok(())
}

/// Ends the key of an account: what is told below it is emptied.
///
/// # Errors
/// When the database fails.
pub(crate) async fn end(shared: &AppState, account: &Account) -> Result<(), ApiError> {
    Ok(shared.store.end_home_link(account.id).await?)
}
