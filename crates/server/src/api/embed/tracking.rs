//! `GET /v1/embed/{token}`, once or as a stream.

use axum::Json;
use axum::extract::{Query, State};
use axum::response::Response;
use doorstep_wire::embed::EmbeddedJson;
use http::HeaderMap;
use jiff::Timestamp;

use crate::embed::{self, Embedding};
use crate::error::ApiError;
use crate::pages::embed::{Spoken, reader, told};
use crate::pages::reader::Reader;
use crate::sse::{self, Message};
use crate::state::AppState;

/// What streams of pages of shops call their messages.
const EVENT: &str = "tracking";

/// Read what a page of a shop may show of a parcel
#[utoipa::path(
    get, path = "/v1/embed/{token}", tag = "embed",
    params(
        ("token" = String, Path, description = "A token of `POST /v1/embed-tokens`"),
        ("lang" = Option<String>, Query, description = "The language of the words; else the browser's"),
    ),
    responses((status = 200, description = "How it stands, for pages of the token's origin", body = EmbeddedJson))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    page: Embedding,
    Query(spoken): Query<Spoken>,
    headers: HeaderMap,
) -> Result<Json<EmbeddedJson>, ApiError> {
    let reader = reader(&shared, &page.parcel, &spoken, &headers).await?;
    let view = embed::open(&shared, &page).await?;
    let offered = shared.live.offered(page.parcel.operator).await?;
    Ok(Json(told(&view, &page.parcel, &offered.operator.name, &reader)))
}

/// Follow what a page of a shop may show of a parcel
///
/// Server-sent events: `event: tracking` with an `EmbeddedJson` as data, at first and after each change, until the
/// token ends.
#[utoipa::path(
    get, path = "/v1/embed/{token}/stream", tag = "embed",
    params(
        ("token" = String, Path, description = "A token of `POST /v1/embed-tokens`"),
        ("lang" = Option<String>, Query, description = "The language of the words; else the browser's"),
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the message that was received last"),
    ),
    responses((status = 200, description = "The stream", body = String, content_type = "text/event-stream"))
)]
pub(crate) async fn stream(
    State(shared): State<AppState>,
    page: Embedding,
    Query(spoken): Query<Spoken>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let known = reader(&shared, &page.parcel, &spoken, &headers).await?;
    let watch = shared.live.watch(&page.parcel).await?;
    let teller = shared.clone();
    sse::respond(&shared, page, watch, &headers, move |seen| {
        let (shared, known) = (teller.clone(), known.clone());
        async move {
            let reader = Reader { now: shared.clock.now(), ..known };
            let view = embed::shown(&shared, seen.view.clone(), &seen.parcel).await?;
            let offered = shared.live.offered(seen.parcel.operator).await?;
            message(told(&view, &seen.parcel, &offered.operator.name, &reader))
        }
    })
}

/// The message is the same as the one before when only the time went on.
fn message(told: EmbeddedJson) -> Result<Message, ApiError> {
    let json = |told: &EmbeddedJson| serde_json::to_string(told).map_err(|_broken| ApiError::internal());
    let data = json(&told)?;
    let essence = json(&EmbeddedJson { now: Timestamp::UNIX_EPOCH, ..told })?;
    Ok(Message::with_essence(EVENT, data, essence.as_bytes()))
}
