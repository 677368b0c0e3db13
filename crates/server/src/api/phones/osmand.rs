//! `GET` and `POST /ingest/osmand`: OsmAnd, Traccar Client before version 9, and whatever speaks like them.

use axum::extract::{RawQuery, State};
use bytes::Bytes;
use doorstep_wire::dialect::{osmand, traccar};
use http::{HeaderMap, StatusCode};

use super::{device_of, take, unreadable};
use crate::error::ApiError;
use crate::state::AppState;

/// Take a fix from a query
#[utoipa::path(
    get, path = "/ingest/osmand", tag = "phones",
    params(
        ("id" = String, Query, description = "The device's token"),
        ("lat" = Option<f64>, Query, description = "Latitude in degrees"),
        ("lon" = Option<f64>, Query, description = "Longitude in degrees"),
        ("timestamp" = Option<String>, Query, description = "Seconds or milliseconds since 1970, or ISO 8601"),
        ("speed" = Option<f64>, Query, description = "Knots"),
        ("bearing" = Option<f64>, Query, description = "Degrees"),
        ("accuracy" = Option<f64>, Query, description = "Metres"),
    ),
    responses((status = 200, description = "It is dealt with"))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    take_form(&shared, &headers, query.unwrap_or_default().as_bytes()).await
}

/// Take a fix from a form, a query, or the JSON of newer clients
#[utoipa::path(
    post, path = "/ingest/osmand", tag = "phones",
    request_body(content = Object, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "It is dealt with"))
)]
pub(crate) async fn post(
    State(shared): State<AppState>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, ApiError> {
    if body.trim_ascii_start().first().is_some_and(|first| matches!(first, b'{' | b'[')) {
        let message = traccar::read(&body, shared.clock.now()).map_err(|error| unreadable(&shared, error))?;
        let device = device_of(&shared, &headers, &message).await?;
        return take(&shared, &device, message).await.map(|()| StatusCode::OK);
    }
    // Clients that post put their parameters into the query, the body, or some into each.
    let form = [query.unwrap_or_default().as_bytes(), &body].join(&b'&');
    take_form(&shared, &headers, &form).await
}

async fn take_form(shared: &AppState, headers: &HeaderMap, form: &[u8]) -> Result<StatusCode, ApiError> {
    let message = osmand::read(form, shared.clock.now()).map_err(|error| unreadable(shared, error))?;
    let device = device_of(shared, headers, &message).await?;
    take(shared, &device, message).await.map(|()| StatusCode::OK)
}
