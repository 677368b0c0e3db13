//! `POST /v1/embed-tokens`

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_wire::embed::{EmbedToken, EmbedTokenRequest};
use http::StatusCode;

use super::super::input::read;
use crate::access::OperatorKey;
use crate::embed;
use crate::error::ApiError;
use crate::state::AppState;

/// Let a page of a shop show how a parcel stands
///
/// The token opens this one parcel for a quarter of an hour, on pages of this origin. The shop asks for it on its
/// server, once it knows that the parcel is its customer's.
#[utoipa::path(
    post, path = "/v1/embed-tokens", tag = "embed", request_body = EmbedTokenRequest,
    responses((status = 201, description = "The token, told this one time", body = EmbedToken))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<EmbedToken>), ApiError> {
    let EmbedTokenRequest { tracking_number, origin } = read(body, EmbedTokenRequest::read).await?;
    let (token, expires_at) = embed::give(&shared, &key, &tracking_number, origin).await?;
    Ok((StatusCode::CREATED, Json(EmbedToken { token, expires_at })))
}
