//! Adding a passkey to one's account.

use doorstep_domain::RecipientId;
use doorstep_store::{Passkey as StoredPasskey, StoreError};
use doorstep_wire::passkeys::{CeremonyBegun, NewPasskey};
use http::StatusCode;
use serde_json::json;
use webauthn_rs::prelude::{CredentialID, Passkey, PasskeyRegistration, RegisterPublicKeyCredential, Uuid};

use super::super::Session;
use super::own::{OwnPasskey, own};
use super::{begun, broken, id_of, offered, over};
use crate::error::ApiError;
use crate::secret::fresh_id;
use crate::state::AppState;

/// A passkey that someone is about to add.
#[derive(Debug)]
pub(super) struct Adding {
    account: RecipientId,
    handle: [u8; 16],
    state: PasskeyRegistration,
}

/// Begins to add a passkey. Whoever began before and did not end begins anew.
///
/// # Errors
/// `too_many_passkeys`, or `not_found` where passkeys are not offered.
pub(crate) async fn begin_adding(shared: &AppState, session: &Session) -> Result<CeremonyBegun, ApiError> {
    let passkeys = offered(shared)?;
    let account = &session.account;
    let known = shared.store.list_passkeys(account.id).await?;
    if known.len() >= StoredPasskey::PER_ACCOUNT_MAX {
        return Err(too_many());
    }
    // Authenticators take two handles for two people, so all passkeys of an account share one.
    let handle = known.first().map_or_else(|| fresh_id().to_be_bytes(), |passkey| passkey.handle);
    let known = known.iter().map(|passkey| credential(&passkey.key)).collect::<Result<_, _>>()?;
    let (email, name) = (account.email.reveal(), account.name.reveal());
    let options =
        passkeys.webauthn.start_passkey_registration(Uuid::from_bytes(handle), email, name, Some(known));
    let (options, state) = options.map_err(|error| broken(&error))?;
    let adding = Adding { account: account.id, handle, state };
    let is_theirs = |other: &Adding| other.account == account.id;
    let mut ceremony = begun(passkeys.adding.begin(adding, shared.clock.now(), is_theirs), &options)?;
    // Whoever logs in is not asked who they are, so the authenticator must know.
    let wanted =
        json!({ "residentKey": "required", "requireResidentKey": true, "userVerification": "required" });
    if let Some(selection) = ceremony.options.get_mut("authenticatorSelection") {
        *selection = wanted;
    }
    Ok(ceremony)
}

/// Adds the passkey that an authenticator made.
///
/// # Errors
/// `ceremony_over`, `passkey_refused`, `passkey_known`, `too_many_passkeys`.
pub(crate) async fn add_passkey(
    shared: &AppState,
    session: &Session,
    new: NewPasskey,
) -> Result<OwnPasskey, ApiError> {
    let passkeys = offered(shared)?;
    let (account, now) = (session.account.id, shared.clock.now());
    let begun = passkeys.adding.take(new.ceremony.reveal(), now);
    let Adding { handle, state, .. } = begun.filter(|adding| adding.account == account).ok_or_else(over)?;
    let answer: RegisterPublicKeyCredential =
        serde_json::from_value(new.credential).map_err(|_unreadable| refused())?;
    let made = passkeys.webauthn.finish_passkey_registration(&answer, &state);
    let made = made.map_err(|_unfit| refused())?;
    let passkey = StoredPasskey {
        id: id_of(made.cred_id()),
        account,
        handle,
        name: new.name,
        key: serde_json::to_string(&made).map_err(|error| broken(&error))?,
        created_at: now,
        used_at: None,
    };
    match shared.store.insert_passkey(passkey.clone()).await {
        Ok(true) => Ok(own(passkey)),
        Ok(false) => Err(too_many()),
        Err(StoreError::Conflict { .. }) => Err(known()),
        Err(error) => Err(error.into()),
    }
}

fn credential(key: &str) -> Result<CredentialID, ApiError> {
    let key: Passkey = serde_json::from_str(key).map_err(|error| broken(&error))?;
    Ok(key.cred_id().clone())
}

fn refused() -> ApiError {
    let detail = "What the authenticator answered does not fit what it was asked. Begin again.";
    ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "passkey_refused", detail)
}

fn known() -> ApiError {
    ApiError::conflict("passkey_known", "This passkey is in the list already.")
}

fn too_many() -> ApiError {
    let detail =
        format!("An account has at most {} passkeys. Remove one first.", StoredPasskey::PER_ACCOUNT_MAX);
    ApiError::conflict("too_many_passkeys", detail)
}
