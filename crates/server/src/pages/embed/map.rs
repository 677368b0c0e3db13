//! The map of a tracker: a page of ours in a frame, so that the scripts of the shop do not read where the van is.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use doorstep_domain::Parcel;
use doorstep_domain::view::EmbeddedView;
use http::header::CONTENT_SECURITY_POLICY;
use http::{HeaderMap, HeaderValue};
use jiff::Timestamp;
use serde::Serialize;

use super::{Spoken, reader};
use crate::accept::framed_by;
use crate::embed::{self, Embedding};
use crate::error::ApiError;
use crate::pages::frame::Frame;
use crate::pages::reader::Reader;
use crate::pages::tracking::{MapData, Own, Tracking};
use crate::pages::visit::{cannot_draw, draw};
use crate::sse::{self, Message};
use crate::state::AppState;

/// The page of the map alone.
#[derive(Template)]
#[template(path = "pages/embed_map.html")]
struct MapPage<'a> {
    frame: Frame<'a>,
    now: String,
    zone: String,
    speed: Option<f64>,
    stage: String,
}

/// One message to an open map.
#[derive(Debug, Serialize)]
struct MapMessage {
    parts: MapParts,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<MapData>,
    now: Timestamp,
}

#[derive(Debug, Serialize)]
struct MapParts {
    stage: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    spot: Option<String>,
}

/// `GET /embed/{token}/map`
pub(super) async fn get(
    State(shared): State<AppState>,
    page: Embedding,
    Query(spoken): Query<Spoken>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let reader = reader(&shared, &page.parcel, &spoken, &headers).await?;
    let view = embed::open(&shared, &page).await?;
    let MapMessage { parts, .. } = message(&shared, &view, &page.parcel, &reader)?;
    let drawn = draw(&MapPage {
        frame: Frame::new(&reader, reader.say("map-label"), "").branded(shared.settings.brand.clone()),
        now: Reader::machine(reader.now),
        zone: reader.zone.iana_name().unwrap_or("UTC").to_owned(),
        speed: shared.settings.speed,
        stage: parts.stage,
    })?;
    let policy = HeaderValue::from_str(&framed_by(&page.origin)).map_err(|_odd| ApiError::internal())?;
    Ok(([(CONTENT_SECURITY_POLICY, policy)], drawn).into_response())
}

/// `GET /embed/{token}/map/stream`
pub(super) async fn stream(
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
            let message = message(&shared, &view, &seen.parcel, &reader)?;
            let json = |value: serde_json::Result<String>| value.map_err(|_broken| ApiError::internal());
            let essence = json(serde_json::to_string(&(&message.parts, &message.map)))?;
            Ok(Message::with_essence("page", json(serde_json::to_string(&message))?, essence.as_bytes()))
        }
    })
}

/// The map as it is now; an empty place where none is open.
fn message(
    shared: &AppState,
    view: &EmbeddedView,
    parcel: &Parcel,
    reader: &Reader,
) -> Result<MapMessage, ApiError> {
    let now = reader.now;
    let closed = MapMessage { parts: MapParts { stage: CLOSED.to_owned(), spot: None }, map: None, now };
    let EmbeddedView::Whole(view) = view else { return Ok(closed) };
    let page =
        Tracking { view, own: Own::of(parcel, &[]), reader, attribution: &shared.settings.attribution };
    let Some(map) = page.map().filter(|_| !page.is_over()) else { return Ok(closed) };
    let parts = page.parts().map_err(|error| cannot_draw(&error))?;
    Ok(MapMessage { parts: MapParts { stage: parts.stage, spot: parts.spot }, map: Some(map), now })
}

const CLOSED: &str = r#"<div data-part="stage" data-stage="none"></div>"#;
