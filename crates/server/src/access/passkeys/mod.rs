//! Passkeys: keys in someone's phone, computer or stick, by which they log in without a password (`WebAuthn`).
//!
//! Each is discoverable, so nobody is asked who they are, and its authenticator must have made sure of its owner. What
//! is kept is a public key: nothing that is stolen here logs anyone in. A ceremony that was begun waits in memory, is
//! good once and for five minutes ([`ceremonies`]); [`mod@add`] ends with a new passkey, [`mod@sign_in`] with a
//! session, [`party`] says whether there can be passkeys at all, which depends on the public address.

mod add;
mod ceremonies;
mod own;
mod party;
mod sign_in;
#[cfg(test)]
mod tests;

use doorstep_store::TokenHash;
use doorstep_wire::passkeys::CeremonyBegun;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use webauthn_rs::Webauthn;
use webauthn_rs::prelude::DiscoverableAuthentication;

use self::add::Adding;
use self::ceremonies::Ceremonies;
use super::{Guest, Limiter};
use crate::error::ApiError;
use crate::state::{AppState, Settings};

pub(crate) use self::add::{add_passkey, begin_adding};
pub(crate) use self::own::{OwnPasskey, own_passkeys, remove_passkey};
pub use self::party::{NoPasskeys, can_have_passkeys};
pub(crate) use self::sign_in::{begin_passkey_sign_in, sign_in_by_passkey};

/// A page that offers passkeys begins a ceremony when it is opened, and another when that one is over.
const BEGINS_PER_MINUTE: u32 = 30;

/// What holds the ceremonies that were begun.
#[derive(Debug)]
pub(crate) struct Passkeys {
    webauthn: Webauthn,
    adding: Ceremonies<Adding>,
    signing_in: Ceremonies<DiscoverableAuthentication>,
    begins: Limiter<Guest>,
}

impl Passkeys {
    /// Those of a server with these settings; `None` where there can be none.
    pub(crate) fn new(settings: &Settings) -> Option<Self> {
        let webauthn = party::relying_party(settings.public_url.as_ref()).ok()?;
        Some(Self {
            webauthn,
            adding: Ceremonies::new(),
            signing_in: Ceremonies::new(),
            begins: Limiter::per_minute(BEGINS_PER_MINUTE),
        })
    }
}

/// The passkeys of this server; where there are none, the routes are not there either.
fn offered(shared: &AppState) -> Result<&Passkeys, ApiError> {
    shared.passkeys.as_ref().ok_or_else(ApiError::not_found)
}

/// What is kept of the identity that an authenticator gave a passkey.
fn id_of(credential: &[u8]) -> TokenHash {
    TokenHash(Sha256::digest(credential).into())
}

fn begun(ceremony: String, options: &impl Serialize) -> Result<CeremonyBegun, ApiError> {
    let mut options = serde_json::to_value(options).map_err(|error| broken(&error))?;
    let options = options.get_mut("publicKey").map(Value::take).unwrap_or_default();
    Ok(CeremonyBegun { ceremony: doorstep_wire::Secret::new(ceremony), options })
}

/// What the library does not do though it was asked rightly. Its words are not logged: they may hold a person's.
fn broken<E: std::error::Error>(_error: &E) -> ApiError {
    tracing::error!(kind = std::any::type_name::<E>(), "a ceremony with a passkey broke off");
    ApiError::internal()
}

fn over() -> ApiError {
    let detail = "This took longer than five minutes, or was answered already. Begin again.";
    ApiError::new(http::StatusCode::GONE, "ceremony_over", detail)
}
