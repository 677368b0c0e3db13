//! Logging in by a passkey.

use doorstep_store::{Account, Passkey as StoredPasskey, Session as StoredSession};
use doorstep_wire::passkeys::{CeremonyBegun, PasskeyLogin};
use http::StatusCode;
use webauthn_rs::prelude::{Passkey, PublicKeyCredential, WebauthnError};

use super::super::login::{LoggedIn, begin_session};
use super::super::{Browser, Guest};
use super::{begun, broken, id_of, offered, over};
use crate::error::ApiError;
use crate::state::AppState;

/// Begins to log someone in; nobody is asked who.
///
/// # Errors
/// `too_many_attempts`, or `not_found` where passkeys are not offered.
pub(crate) fn begin_passkey_sign_in(shared: &AppState, guest: Guest) -> Result<CeremonyBegun, ApiError> {
    let passkeys = offered(shared)?;
    let now = shared.clock.now();
    passkeys.begins.take(guest, now).map_err(|seconds| {
        let detail = "Logging in was begun too often from this address. Wait a minute.";
        ApiError::too_many("too_many_attempts", detail, seconds)
    })?;
    let (options, state) =
        passkeys.webauthn.start_discoverable_authentication().map_err(|error| broken(&error))?;
    begun(passkeys.signing_in.begin(state, now, |_other| false), &options)
}

/// Logs in whoever the answer of an authenticator belongs to.
///
/// # Errors
/// `ceremony_over`, and the same `passkey_refused` for one that is not known and for one that is not right.
pub(crate) async fn sign_in_by_passkey(
    shared: &AppState,
    browser: &Browser,
    login: PasskeyLogin,
) -> Result<LoggedIn, ApiError> {
    let passkeys = offered(shared)?;
    let state = passkeys.signing_in.take(login.ceremony.reveal(), shared.clock.now()).ok_or_else(over)?;
    let answer: PublicKeyCredential =
        serde_json::from_value(login.credential).map_err(|_unreadable| refused())?;
    let (passkey, account) = find(shared, &answer).await?;
    let mut key: Passkey = serde_json::from_str(&passkey.key).map_err(|error| broken(&error))?;
    let result = passkeys.webauthn.finish_discoverable_authentication_v2(&answer, state, &key);
    key.update_credential(&result.map_err(|error| why_not(&error))?);
    let (now, after) = (shared.clock.now(), serde_json::to_string(&key).map_err(|error| broken(&error))?);
    let used_at = StoredSession::hour_of(now);
    if !shared.store.use_passkey(passkey.id, passkey.key, after, used_at).await? {
        return Err(refused());
    }
    begin_session(shared, browser, account).await
}

/// The passkey that an answer names, if the answer also knows by what handle its account goes.
async fn find(shared: &AppState, answer: &PublicKeyCredential) -> Result<(StoredPasskey, Account), ApiError> {
    let found = shared.store.find_passkey(id_of(answer.get_credential_id())).await?;
    let is_theirs = |passkey: &StoredPasskey| answer.get_user_unique_id() == Some(passkey.handle.as_slice());
    found.filter(|(passkey, _)| is_theirs(passkey)).ok_or_else(refused)
}

fn why_not(error: &WebauthnError) -> ApiError {
    if matches!(error, WebauthnError::CredentialPossibleCompromise) {
        tracing::warn!("a passkey was refused: its counter did not go on, so there may be a copy of it");
    }
    refused()
}

fn refused() -> ApiError {
    let detail = "This passkey is not known here, or what it answered is not right. Log in another way.";
    ApiError::new(StatusCode::UNAUTHORIZED, "passkey_refused", detail)
}
