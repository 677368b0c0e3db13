//! `POST /v1/parcels/{id}/carrier-events`.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_wire::carrier::{CarrierEventsRead, CarrierEventsRequest};
use doorstep_wire::event::BatchAnswer;

use super::super::super::input::{Id, read};
use crate::access::OperatorKey;
use crate::carriers::take_in;
use crate::error::ApiError;
use crate::state::AppState;

/// Tell what another carrier said of a parcel
///
/// Each event is taken once, in whatever order they come; what is older than the status that stands does not change it.
/// Statuses may be told in the words of others (`vocabulary`), of which an unknown one says nothing and is no error. The
/// newest 50 are kept. The recipient sees them at once, and is told by message what they asked for.
#[utoipa::path(
    post, path = "/v1/parcels/{id}/carrier-events", tag = "operator",
    params(("id" = String, Path, description = "The parcel")), request_body = CarrierEventsRequest,
    responses((status = 200, description = "What became of each event", body = BatchAnswer))
)]
pub(crate) async fn hear(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<ParcelId>,
    body: Bytes,
) -> Result<Json<BatchAnswer>, ApiError> {
    let told = read(body, CarrierEventsRead::read).await?;
    let parcel = shared.store.find_parcel_of_operator(key.operator, id).await?;
    let parcel = parcel.ok_or_else(ApiError::not_found)?;
    take_in(&shared, &parcel, told).await.map(BatchAnswer::of).map(Json)
}
