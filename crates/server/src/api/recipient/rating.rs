//! `/v1/parcels/{id}/rating`: how well the delivery went.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::rating::{RatingJson, RatingRequest};

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::ratings;
use crate::state::AppState;

/// Rate a delivery
///
/// From 1, bad, to 5, very good, with a few words; the operator reads it, the driver does not. It can be given and changed
/// for seven days after the delivery, while `rating_until` is told; else the answer is 409 `not_delivered`, `too_late` or
/// `not_offered`. With a `version`, a newer rating is not overwritten: the answer is 409 `changed_meanwhile` and holds as
/// `now` what stands.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/rating", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = RatingRequest,
    responses((status = 200, description = "What stands now", body = RatingJson))
)]
pub(crate) async fn rate(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<RatingJson>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let RatingRequest { score, comment, version } = read(body, RatingRequest::read).await?;
    let rating = ratings::rate(&shared, &parcel, score, comment, version).await?;
    Ok(Json(RatingJson::from(&rating)))
}
