//! `/v1/parcels/{id}/day` and `/v1/parcels/{id}/pickup-point`: a parcel is brought on another day, or waits elsewhere.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{Destination, ParcelId};
use doorstep_wire::pickup::{PickupPointJson, PickupPointsAnswer};
use doorstep_wire::wish::{DayRequest, ToPickupPointRequest, WishesAnswer};

use super::super::input::{Id, read};
use super::instruction::Saw;
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Have a parcel brought on another day
///
/// One of the `other_days` of the tracking answer: as long as no driver has the parcel, and again after an attempt that
/// failed. It is taken off its tour and waits for the next one. Else the answer is 409 `too_late`, `day_not_offered`,
/// `not_offered` or `changed_meanwhile`, which holds as `now` what stands.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/day", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = DayRequest,
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn choose_day(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let DayRequest { day, version } = read(body, DayRequest::read).await?;
    let wishes = shared.live.redirect(&parcel, Destination::Day(day), version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}

/// List the points at which a parcel can be picked up
#[utoipa::path(
    get, path = "/v1/parcels/{id}/pickup-points", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "At most five, the nearest to the door first; none where none may be chosen", body = PickupPointsAnswer))
)]
pub(crate) async fn list_points(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<Json<PickupPointsAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let view = shared.live.look(&parcel).await?;
    let offered = shared.live.offered(parcel.operator).await?;
    let points = offered.pickup_points_for(&parcel, &view);
    Ok(Json(PickupPointsAnswer { pickup_points: points.iter().map(PickupPointJson::from).collect() }))
}

/// Have a parcel wait at a pick-up point
///
/// One of those that `GET /v1/parcels/{id}/pickup-points` tells, as long as no driver has the parcel. It is taken off its
/// tour, and whoever plans the next one has it brought there.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/pickup-point", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = ToPickupPointRequest,
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn choose_point(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let ToPickupPointRequest { pickup_point, version } = read(body, ToPickupPointRequest::read).await?;
    let wishes = shared.live.redirect_to_point(&parcel, pickup_point, version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}

/// Have a parcel brought to the door after all
#[utoipa::path(
    delete, path = "/v1/parcels/{id}/pickup-point", tag = "recipient",
    params(
        ("id" = String, Path, description = "The parcel"),
        ("version" = Option<u32>, Query, description = "The `wishes_version` that the caller saw"),
    ),
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn to_the_door(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    Saw(version): Saw,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let wishes = shared.live.redirect(&parcel, Destination::Door, version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}
