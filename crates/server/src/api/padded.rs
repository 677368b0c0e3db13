//! Answers whose length tells nothing.

use axum::response::{IntoResponse, Response};
use doorstep_wire::tracking::TrackingJson;
use http::header::CONTENT_TYPE;
use serde::Serialize;

use crate::error::ApiError;

/// JSON of one recipient, filled up with spaces to a multiple of [`TrackingJson::PADDED_TO`]. It is never compressed,
/// for that would take the padding away: who counts bytes on the wire cannot tell a gift from a map that is closed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Padded;

impl Padded {
    /// The answer that holds this.
    pub(super) fn json(value: &impl Serialize) -> Result<Response, ApiError> {
        let mut text = serde_json::to_string(value).map_err(|error| {
            tracing::error!(%error, "an answer cannot be written");
            ApiError::internal()
        })?;
        let length = text.len().next_multiple_of(TrackingJson::PADDED_TO);
        text.extend(std::iter::repeat_n(' ', length - text.len()));
        Ok(Self::text(text))
    }

    /// The answer that is this text, which is filled up already.
    pub(super) fn text(text: String) -> Response {
        let mut response = ([(CONTENT_TYPE, "application/json")], text).into_response();
        response.extensions_mut().insert(Self);
        response
    }
}
