//! `GET /v1/driver/parcels/{id}/place-photo`: the photo of the safe place that a recipient named.

use axum::extract::State;
use axum::response::Response;
use doorstep_domain::{Instruction, ParcelId, PhotoId};

use super::super::input::Id;
use super::super::operator::tours::read::wishes;
use super::super::recipient::proof::picture;
use crate::access::DeviceAuth;
use crate::error::ApiError;
use crate::live::Known;
use crate::state::AppState;

/// See the photo of a safe place
///
/// It is there while the tour is the driver's own, the parcel is still to be delivered, and its `mark` names a photo.
#[utoipa::path(
    get, path = "/v1/driver/parcels/{id}/place-photo", tag = "driver",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The picture", body = Vec<u8>, content_type = "image/jpeg"))
)]
pub(crate) async fn see(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
    Id(id): Id<ParcelId>,
) -> Result<Response, ApiError> {
    let parcel = shared.store.find_parcel_of_operator(device.operator, id).await?;
    let tour = parcel.and_then(|parcel| parcel.on_tour).ok_or_else(ApiError::not_found)?.tour;
    let read = move |known: &Known| {
        let is_own = known.told.state.driver().or(known.record.driver) == Some(device.driver);
        marked(known, id).filter(|_| is_own)
    };
    let shown = shared.live.tour(tour, read).await?.flatten().ok_or_else(ApiError::not_found)?;
    let photo = shared.store.find_place_photo(id).await?.filter(|photo| photo.id == shown);
    Ok(picture(photo.ok_or_else(ApiError::not_found)?.jpeg))
}

/// The photo that the mark of a parcel names while it is to be delivered.
fn marked(known: &Known, id: ParcelId) -> Option<PhotoId> {
    known.told.state.parcel(id).filter(|progress| progress.outcome.is_none())?;
    let wishes = wishes(known, id);
    let is_asked = matches!(wishes.instruction, Some(Instruction::SafePlace { .. }));
    wishes.mark.photo.filter(|_| is_asked)
}
