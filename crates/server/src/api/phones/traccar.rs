//! `POST /ingest/traccar`: the JSON of Traccar Client from version 9 on.

use axum::extract::State;
use bytes::Bytes;
use doorstep_wire::dialect::traccar::read;
use http::{HeaderMap, StatusCode};

use super::{device_of, take, unreadable};
use crate::error::ApiError;
use crate::state::AppState;

/// Take locations of Traccar Client
///
/// One message or a list of them. The device's token is its `device_id`, or stands in the `Authorization` header.
#[utoipa::path(
    post, path = "/ingest/traccar", tag = "phones", request_body = Object,
    responses((status = 200, description = "It is dealt with"))
)]
pub(crate) async fn post(
    State(shared): State<AppState>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    let message = read(&body, shared.clock.now()).map_err(|error| unreadable(&shared, error))?;
    let device = device_of(&shared, &headers, &message).await?;
    take(&shared, &device, message).await.map(|()| StatusCode::OK)
}
