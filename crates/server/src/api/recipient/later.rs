//! `/v1/parcels/{id}/later`: the driver comes later on the same tour.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::wish::{LaterAnswer, LaterRequest};

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Have the driver come later
///
/// `home_soon`: not before ten minutes from now; `later_on_tour`: at least half an hour later than is foretold. It is
/// possible once for each parcel, while the driver is not on the way to it, and where it costs the tour no more than the
/// operator's `detour_minutes`; the ways that are possible now are in `later` of the tracking answer. Else the answer is
/// 409 `too_late`, `does_not_fit` or `not_offered`.
#[utoipa::path(
    post, path = "/v1/parcels/{id}/later", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = LaterRequest,
    responses((status = 200, description = "When the driver comes then", body = LaterAnswer))
)]
pub(crate) async fn put(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<LaterAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let LaterRequest { wish } = read(body, LaterRequest::read).await?;
    shared.live.put_later(&parcel, wish.into()).await.map(Json)
}
