//! `GET /v1/openapi.json`.

use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;

use super::super::openapi;

/// Read this description of the interface
#[utoipa::path(
    get, path = "/v1/openapi.json", tag = "service",
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
pub(crate) async fn get() -> Response {
    ([(CONTENT_TYPE, "application/json")], openapi::text()).into_response()
}
