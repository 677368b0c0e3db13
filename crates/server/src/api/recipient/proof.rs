//! `GET /v1/parcels/{id}/proof/photo`: the photo that the driver took of the delivery.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use doorstep_domain::ParcelId;
use http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use super::super::input::Id;
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// See the photo of a delivery
///
/// It is there when `photo_at` is told of the parcel; it shows somebody's door, so its recipient alone sees it.
#[utoipa::path(
    get, path = "/v1/parcels/{id}/proof/photo", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"))
)]
pub(crate) async fn photo(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<Response, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    shared.live.glance(&parcel).await?.photo_at.ok_or_else(ApiError::not_found)?;
    let photo = shared.store.find_photo(id).await?.ok_or_else(ApiError::not_found)?;
    Ok(picture(photo.jpeg))
}

/// A picture that someone else's program may show, and nothing more.
pub(in crate::api) fn picture(jpeg: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, "image/jpeg"),
        (CONTENT_DISPOSITION, "inline"),
        // Whatever a browser takes it for, it does nothing.
        (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox"),
    ];
    (headers, jpeg).into_response()
}
