//! `/v1/parcels/{id}/instruction`: where the driver leaves a parcel when nobody is at home.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::shapes::{InstructionAnswer, InstructionJson};
use http::StatusCode;

use super::super::input::{Id, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Say where to leave a parcel
///
/// The driver sees it at once. It can be changed until the driver is at the door; then the answer is 409 `too_late`.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/instruction", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = InstructionJson,
    responses((status = 200, description = "What the driver sees", body = InstructionAnswer))
)]
pub(crate) async fn give(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<InstructionAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let instruction = read(body, InstructionJson::read).await?;
    shared.live.instruct(&parcel, Some(instruction.clone().into())).await?;
    Ok(Json(InstructionAnswer { instruction }))
}

/// Take an instruction back
#[utoipa::path(
    delete, path = "/v1/parcels/{id}/instruction", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 204, description = "The driver sees none any more"))
)]
pub(crate) async fn take_back(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
) -> Result<StatusCode, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    shared.live.instruct(&parcel, None).await?;
    Ok(StatusCode::NO_CONTENT)
}
