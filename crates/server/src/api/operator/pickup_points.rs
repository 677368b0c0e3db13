//! `/v1/pickup-points`: where parcels can wait for their recipients.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{OperatorId, PickupPoint, PickupPointId};
use doorstep_wire::pickup::{PickupPointJson, PickupPointRequest, PickupPointsAnswer};
use http::StatusCode;

use super::super::input::{Id, read};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::secret::fresh_id;
use crate::state::AppState;

/// The largest number of points of an operator: all are looked through for each recipient who looks for one.
const POINTS_MAX: usize = 2_000;

/// Add a pick-up point
///
/// Recipients may choose it for parcels whose door is at most 5 km away, where nothing locks `pickup_point`.
#[utoipa::path(
    post, path = "/v1/pickup-points", tag = "operator", request_body = PickupPointRequest,
    responses((status = 201, description = "The point", body = PickupPointJson))
)]
pub(crate) async fn create(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<(StatusCode, Json<PickupPointJson>), ApiError> {
    let request = read(body, PickupPointRequest::read).await?;
    if shared.store.list_pickup_points(key.operator).await?.len() >= POINTS_MAX {
        let detail =
            format!("There may be at most {POINTS_MAX} pick-up points; remove those that are closed.");
        return Err(ApiError::conflict("too_many_pickup_points", detail));
    }
    let point = request.of_id(PickupPointId::from_u128(fresh_id()));
    put(&shared, key.operator, &point).await?;
    Ok((StatusCode::CREATED, Json(PickupPointJson::from(&point))))
}

/// List the pick-up points
#[utoipa::path(
    get, path = "/v1/pickup-points", tag = "operator",
    responses((status = 200, description = "All of them, by name", body = PickupPointsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
) -> Result<Json<PickupPointsAnswer>, ApiError> {
    let points = shared.store.list_pickup_points(key.operator).await?;
    Ok(Json(PickupPointsAnswer { pickup_points: points.iter().map(PickupPointJson::from).collect() }))
}

/// Change a pick-up point
///
/// Parcels that were sent there before keep what was told of it then.
#[utoipa::path(
    put, path = "/v1/pickup-points/{id}", tag = "operator", params(("id" = String, Path, description = "The point")),
    request_body = PickupPointRequest,
    responses((status = 200, description = "The point", body = PickupPointJson))
)]
pub(crate) async fn change(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<PickupPointId>,
    body: Bytes,
) -> Result<Json<PickupPointJson>, ApiError> {
    let point = read(body, PickupPointRequest::read).await?.of_id(id);
    if !shared.store.list_pickup_points(key.operator).await?.iter().any(|known| known.id == id) {
        return Err(ApiError::not_found());
    }
    put(&shared, key.operator, &point).await?;
    Ok(Json(PickupPointJson::from(&point)))
}

/// Remove a pick-up point
///
/// Parcels that were sent there before still are.
#[utoipa::path(
    delete, path = "/v1/pickup-points/{id}", tag = "operator", params(("id" = String, Path, description = "The point")),
    responses((status = 204, description = "It is offered no more"))
)]
pub(crate) async fn remove(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<PickupPointId>,
) -> Result<StatusCode, ApiError> {
    if !shared.store.delete_pickup_point(key.operator, id).await? {
        return Err(ApiError::not_found());
    }
    shared.live.offer_changed(key.operator);
    Ok(StatusCode::NO_CONTENT)
}

async fn put(shared: &AppState, operator: OperatorId, point: &PickupPoint) -> Result<(), ApiError> {
    shared.store.put_pickup_point(operator, point.clone()).await?;
    shared.live.offer_changed(operator);
    Ok(())
}
