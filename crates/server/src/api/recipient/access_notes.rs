//! `/v1/parcels/{id}/access`: how the driver gets to the door.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::{ParcelId, Wish};
use doorstep_wire::wish::{AccessRequest, WishesAnswer};

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Tell the way to the door
///
/// Bell, floor, and what else helps; the driver sees it under the address. What is left out is said no more, and `{}`
/// takes all of it back. Codes do not belong here and are refused (`holds_code`). It can be changed as long as the
/// instruction, with the same answers.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/access", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = AccessRequest,
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn tell(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let AccessRequest { access, version } = read(body, AccessRequest::read).await?;
    let wishes = shared.live.wish(&parcel, Wish::Access(access.into()), version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}
