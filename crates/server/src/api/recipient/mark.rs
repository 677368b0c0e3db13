//! `/v1/parcels/{id}/mark` and `/v1/parcels/{id}/place-photo`: where exactly a safe place is.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use doorstep_domain::{ParcelId, PhotoId, Wish};
use doorstep_store::PlacePhoto;
use doorstep_wire::wish::{MarkRequest, PlacePhotoAnswer, WishesAnswer};

use super::super::input::{Id, read};
use super::own_parcel;
use super::proof::picture;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::live::too_late_to_wish;
use crate::secret::fresh_id;
use crate::state::AppState;

/// Show where a safe place is
///
/// By a pin on the map, a photo, or both; the driver sees them beside the safe place that was named. What is left out is
/// shown no more, `{}` takes both back, and naming another place does as well. Beside the answers of the instruction it
/// is 409 `no_safe_place` and 422 `pin_too_far`, `unknown_photo`.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/mark", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = MarkRequest,
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn show(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let request = read(body, MarkRequest::read).await?;
    let wishes = shared.live.wish(&parcel, Wish::Mark(request.mark()), request.version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}

/// Send a photo of a safe place
///
/// The body is a JPEG, PNG or WebP picture of at most 2 MiB and 16 million pixels. It is made anew, and nothing that its
/// file told besides is kept. There is one for each parcel; a mark shows it to the driver, and it is forgotten with what
/// was asked for.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/place-photo", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    request_body(content = Vec<u8>, content_type = "image/jpeg"),
    responses((status = 200, description = "It is kept", body = PlacePhotoAnswer))
)]
pub(crate) async fn send(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<PlacePhotoAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    if !shared.live.look(&parcel).await?.instruction_open {
        return Err(too_late_to_wish());
    }
    let jpeg = shared.darkroom.remake(body).await?;
    let photo = PhotoId::from_u128(fresh_id());
    shared.store.put_place_photo(PlacePhoto { parcel: id, id: photo, jpeg }).await?;
    Ok(Json(PlacePhotoAnswer { photo }))
}

/// See the photo of a safe place
#[utoipa::path(
    get, path = "/v1/parcels/{id}/place-photo", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"))
)]
pub(crate) async fn see(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<Response, ApiError> {
    own_parcel(&shared, account.id, id).await?;
    let photo = shared.store.find_place_photo(id).await?.ok_or_else(ApiError::not_found)?;
    Ok(picture(photo.jpeg))
}
