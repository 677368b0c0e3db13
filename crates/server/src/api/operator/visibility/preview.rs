//! `POST /v1/parcels/{id}/visibility/preview`.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::tracking::TrackingJson;
use doorstep_wire::visibility::PreviewRequest;

use super::super::super::input::{Id, read};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;
use crate::visibility::{self, Draft};

/// See what the recipient of a parcel would see now under other rules
///
/// Nothing is changed. It is recorded who looked, and refused when that cannot be.
#[utoipa::path(
    post, path = "/v1/parcels/{id}/visibility/preview", tag = "operator",
    params(("id" = String, Path, description = "The parcel")), request_body = PreviewRequest,
    responses((status = 200, description = "What they would see", body = TrackingJson))
)]
pub(crate) async fn preview(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(parcel): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<TrackingJson>, ApiError> {
    let PreviewRequest { of, rules } = read(body, PreviewRequest::read).await?;
    let of = visibility::rules_about(&shared, key.operator, parcel, of).await?;
    let (_, seen) = visibility::preview(&shared, &key.into(), parcel, Draft { of, rules }).await?;
    Ok(Json(TrackingJson::of(&seen, shared.clock.now())))
}
