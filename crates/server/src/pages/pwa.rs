//! What a phone needs to keep the recipient's pages on its home screen and to show notifications of them.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};

use super::assets::push_worker;
use super::driver::Manifest;
use super::visit::Visit;
use crate::error::ApiError;

/// `GET /push/sw.js`: the service worker. It controls no page: its scope is its own folder, which has none.
pub(super) async fn service_worker() -> Result<Response, ApiError> {
    let script = push_worker().ok_or_else(ApiError::not_found)?;
    Ok(([(CONTENT_TYPE, "text/javascript"), (CACHE_CONTROL, "no-cache")], script).into_response())
}

/// `GET /manifest.webmanifest`
pub(super) async fn manifest(visit: Visit) -> Result<Response, ApiError> {
    let manifest = Manifest::of_recipients(&visit.reader, visit.operator());
    let manifest = serde_json::to_vec(&manifest).map_err(|_broken| ApiError::internal())?;
    let headers = [
        (CONTENT_TYPE, "application/manifest+json"),
        (CACHE_CONTROL, "private, max-age=3600"),
        (VARY, "accept-language, cookie"),
    ];
    Ok((headers, manifest).into_response())
}
