//! `/v1/recipients`: accounts of those who follow their parcels.

use axum::Json;
use axum::extract::{Path, State};
use bytes::Bytes;
use doorstep_domain::RecipientId;
use doorstep_store::{Account, Role};
use doorstep_wire::operator::{PhoneRequest, RecipientAnswer, RecipientRequest};
use http::StatusCode;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::super::input::read;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::{fresh_id, hash_password};
use crate::state::AppState;

/// Passwords that are hashed at the same time: each takes 19 MiB and a core for some tens of milliseconds.
static HASHES: Semaphore = Semaphore::const_new(2);

/// Add a recipient's account
#[utoipa::path(
    post, path = "/v1/recipients", tag = "operator", request_body = RecipientRequest,
    responses((status = 201, description = "The account", body = RecipientAnswer))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<RecipientAnswer>), ApiError> {
    let request = read(body, RecipientRequest::read).await?;
    let id = RecipientId::from_u128(fresh_id());
    let account = Account {
        id,
        operator: key.operator,
        role: Role::Recipient,
        email: request.email.clone(),
        name: request.name,
        password_hash: hashed(request.password.reveal().to_owned()).await?,
        language: request.language,
        time_zone: request.time_zone,
    };
    shared.store.insert_account(account).await?;
    if let Some(phone) = request.phone {
        shared.store.set_phone(key.operator, id, Some(phone)).await?;
    }
    Ok((StatusCode::CREATED, Json(RecipientAnswer { id, email: request.email })))
}

/// Set the number that SMS to a recipient go to, or take it away
///
/// They get some only where they ask for them.
#[utoipa::path(
    put, path = "/v1/recipients/{id}/phone", tag = "operator", request_body = PhoneRequest,
    params(("id" = String, Path, description = "The recipient")),
    responses((status = 204, description = "It is set, or there is none any more"))
)]
pub(crate) async fn set_phone(
    State(shared): State<AppState>,
    key: OperatorKey,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let request = read(body, PhoneRequest::read).await?;
    let id = id.parse().map_err(|_no_id| ApiError::not_found())?;
    if !shared.store.set_phone(key.operator, id, request.phone).await? {
        return Err(ApiError::not_found());
    }
    shared.live.recipient_changed(id);
    Ok(StatusCode::NO_CONTENT)
}

async fn hashed(password: String) -> Result<String, ApiError> {
    let _turn = HASHES.acquire().await.map_err(|_closed| ApiError::internal())?;
    spawn_blocking(move || hash_password(&password)).await.map_err(|error| {
        tracing::error!(%error, "hashing a password broke off");
        ApiError::internal()
    })
}
