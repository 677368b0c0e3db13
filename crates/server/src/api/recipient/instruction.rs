//! `/v1/parcels/{id}/instruction`: what the driver does with a parcel when nobody is at home.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use bytes::Bytes;
use doorstep_domain::{ParcelId, Wish};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::wish::{InstructionRequest, WishesAnswer};
use http::StatusCode;
use http::request::Parts;
use serde::Deserialize;

use super::super::input::{Id, query, read};
use super::own_parcel;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Say what to do with a parcel
///
/// A safe place, or a neighbour; the driver sees it at once. It can be changed until the driver is at the door; then the
/// answer is 409 `too_late`. What the sender does not allow is 409 `not_offered`. With a `version`, a newer wish is not
/// overwritten: the answer is 409 `changed_meanwhile` and holds as `now` what stands.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/instruction", tag = "recipient",
    params(("id" = String, Path, description = "The parcel")), request_body = InstructionRequest,
    responses((status = 200, description = "What stands now", body = WishesAnswer))
)]
pub(crate) async fn give(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<WishesAnswer>, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    let InstructionRequest { instruction, version } = read(body, InstructionRequest::read).await?;
    let wish = Wish::Instruction(Some(instruction.into()));
    let wishes = shared.live.wish(&parcel, wish, version).await?;
    Ok(Json(WishesAnswer::from(&wishes)))
}

/// Take an instruction back
///
/// The recipient is at home, and the parcel is handed over in person.
#[utoipa::path(
    delete, path = "/v1/parcels/{id}/instruction", tag = "recipient",
    params(
        ("id" = String, Path, description = "The parcel"),
        ("version" = Option<u32>, Query, description = "The `wishes_version` that the caller saw"),
    ),
    responses((status = 204, description = "The driver sees none any more"))
)]
pub(crate) async fn take_back(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Id(id): Id<ParcelId>,
    Saw(version): Saw,
) -> Result<StatusCode, ApiError> {
    let parcel = own_parcel(&shared, account.id, id).await?;
    shared.live.wish(&parcel, Wish::Instruction(None), version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The number of the wishes that a caller saw, as the query tells it.
pub(crate) struct Saw(pub(super) Option<u32>);

#[derive(Deserialize)]
struct RawSaw {
    version: Option<String>,
}

impl FromRequestParts<AppState> for Saw {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let raw = query::<RawSaw>(parts, shared).await?;
        let version = raw.version.map(|version| version.parse()).transpose();
        version.map(Self).map_err(|_no_number| {
            let detail = "this must be the `wishes_version` of the parcel";
            ApiError::invalid(vec![InputProblem::new("version", "out_of_range", detail)])
        })
    }
}
