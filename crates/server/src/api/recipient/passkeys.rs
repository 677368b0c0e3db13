//! `/v1/passkeys`: keys that someone keeps to log in with, whatever their role.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::AppendHeaders;
use bytes::Bytes;
use doorstep_wire::passkeys::{CeremonyBegun, NewPasskey, PasskeyJson, PasskeyLogin, PasskeysAnswer};
use http::{HeaderName, HeaderValue, StatusCode};

use super::super::input::read;
use crate::access::{self, Browser, Guest, OwnPasskey, Session};
use crate::error::ApiError;
use crate::state::AppState;

/// Begin to log in by a passkey
///
/// Nobody is asked who they are; the authenticator knows. Where the public address is none that browsers keep passkeys for,
/// this and everything about passkeys is not there.
#[utoipa::path(
    post, path = "/v1/passkey-ceremonies/login", tag = "recipient",
    responses((status = 200, description = "What to ask the authenticator for", body = CeremonyBegun))
)]
pub(crate) async fn begin_log_in(
    State(shared): State<AppState>,
    guest: Guest,
) -> Result<Json<CeremonyBegun>, ApiError> {
    access::begin_passkey_sign_in(&shared, guest).map(Json)
}

/// Log in by a passkey
///
/// Tries are limited by address. A passkey that is not known is answered like one that is not right.
#[utoipa::path(
    post, path = "/v1/session/passkey", tag = "recipient", request_body = PasskeyLogin,
    responses((status = 204, description = "A cookie holds the session"))
)]
pub(crate) async fn log_in(
    State(shared): State<AppState>,
    browser: Browser,
    body: Bytes,
) -> Result<(StatusCode, AppendHeaders<[(HeaderName, HeaderValue); 2]>), ApiError> {
    let login = read(body, PasskeyLogin::read).await?;
    let logged_in = access::sign_in_by_passkey(&shared, &browser, login).await?;
    Ok((StatusCode::NO_CONTENT, AppendHeaders(logged_in.cookies(&shared.settings))))
}

/// Begin to add a passkey
#[utoipa::path(
    post, path = "/v1/passkey-ceremonies/new", tag = "recipient",
    responses((status = 200, description = "What to ask the authenticator for", body = CeremonyBegun))
)]
pub(crate) async fn begin_adding(
    State(shared): State<AppState>,
    session: Session,
) -> Result<Json<CeremonyBegun>, ApiError> {
    access::begin_adding(&shared, &session).await.map(Json)
}

/// Add the passkey that an authenticator made
#[utoipa::path(
    post, path = "/v1/passkeys", tag = "recipient", request_body = NewPasskey,
    responses((status = 201, description = "The passkey logs its owner in from now on", body = PasskeyJson))
)]
pub(crate) async fn add(
    State(shared): State<AppState>,
    session: Session,
    body: Bytes,
) -> Result<(StatusCode, Json<PasskeyJson>), ApiError> {
    let new = read(body, NewPasskey::read).await?;
    let passkey = access::add_passkey(&shared, &session, new).await?;
    Ok((StatusCode::CREATED, Json(json(passkey))))
}

/// List one's passkeys
#[utoipa::path(
    get, path = "/v1/passkeys", tag = "recipient",
    responses((status = 200, description = "The passkeys, the newest first", body = PasskeysAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    session: Session,
) -> Result<Json<PasskeysAnswer>, ApiError> {
    let passkeys = access::own_passkeys(&shared, &session).await?;
    Ok(Json(PasskeysAnswer { passkeys: passkeys.into_iter().map(json).collect() }))
}

/// Remove a passkey: it logs nobody in any more
#[utoipa::path(
    delete, path = "/v1/passkeys/{id}", tag = "recipient",
    params(("id" = String, Path, description = "The passkey")),
    responses((status = 204, description = "The passkey is removed"))
)]
pub(crate) async fn remove(
    State(shared): State<AppState>,
    session: Session,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    access::remove_passkey(&shared, &session, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn json(passkey: OwnPasskey) -> PasskeyJson {
    PasskeyJson {
        id: passkey.id,
        name: passkey.name,
        created_at: passkey.created_at,
        used_at: passkey.used_at,
    }
}
