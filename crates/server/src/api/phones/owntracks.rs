//! `POST /ingest/owntracks`: OwnTracks in HTTP mode.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use doorstep_wire::dialect::owntracks::read;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::{device_of_header, take, unreadable};
use crate::error::ApiError;
use crate::state::AppState;

/// Take a message of OwnTracks
///
/// The app's password is the device's token, whatever the user is called. A `location` is a fix; other types are
/// accepted and hold none.
#[utoipa::path(
    post, path = "/ingest/owntracks", tag = "phones", request_body = Object,
    responses((status = 200, description = "An empty list: there are no messages for the app", body = Vec<Object>))
)]
pub(crate) async fn post(
    State(shared): State<AppState>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let device = device_of_header(&shared, &headers).await?.ok_or_else(ApiError::unauthenticated)?;
    let message = read(&body).map_err(|error| unreadable(&shared, error))?;
    take(&shared, &device, message).await?;
    Ok(([(CONTENT_TYPE, "application/json")], "[]").into_response())
}
