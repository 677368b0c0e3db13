//! `GET /v1/parcels/{id}/tracking`, once or as a stream.

use axum::extract::State;
use axum::response::Response;
use doorstep_domain::{MapView, ParcelId, TrackingView};
use doorstep_wire::stream::TRACKING;
use doorstep_wire::tracking::TrackingJson;
use http::HeaderMap;
use jiff::Timestamp;

use super::super::input::Id;
use super::super::padded::Padded;
use super::own_parcel;
use crate::access::{Recipient, Session};
use crate::error::ApiError;
use crate::sse::{self, Message};
use crate::state::AppState;

/// Read what may be seen of a parcel now
#[utoipa::path(
    get, path = "/v1/parcels/{id}/tracking", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "What may not be seen is absent", body = TrackingJson))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let view = shared.live.look(&parcel).await?;
    Ok(Padded::text(TrackingJson::of(&view, shared.clock.now()).to_padded_json()))
}

/// Follow what may be seen of a parcel
///
/// Server-sent events: `event: tracking` with a `TrackingJson` as data, at first and after each change, at most one a
/// second and always the latest. Each has an `id:`; whoever comes back with it as `Last-Event-ID` is told only what is
/// new. A comment every 15 seconds keeps the stream open.
#[utoipa::path(
    get, path = "/v1/parcels/{id}/tracking/stream", tag = "recipient",
    params(
        ("id" = String, Path, description = "The parcel"),
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the message that was received last"),
    ),
    responses((status = 200, description = "The stream", body = String, content_type = "text/event-stream"))
)]
pub(crate) async fn stream(
    State(shared): State<AppState>,
    session: Session,
    Id(id): Id<ParcelId>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, session.account.id, id).await?;
    let watch = shared.live.watch(&parcel).await?;
    let clock = shared.clock.clone();
    sse::respond(&shared, session, watch, &headers, move |seen| {
        let now = clock.now();
        async move { Ok(told(&seen.view, now)) }
    })
}

/// A dot that glides moves by itself: where it is when a message leaves makes no other message of it.
fn told(view: &TrackingView, now: Timestamp) -> Message {
    let data = TrackingJson::of(view, now).to_padded_json();
    match &view.map {
        MapView::Open { shown } => {
            let essence = TrackingJson::of(view, shown.observed_at()).to_padded_json();
            Message::with_essence(TRACKING, data, essence.as_bytes())
        }
        MapView::Hidden(_) => Message::new(TRACKING, data),
    }
}
