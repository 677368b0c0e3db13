//! `/v1/parcels/{id}/visibility`: the rules of a parcel.

use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use doorstep_domain::ParcelId;
use doorstep_store::RulesOf;

use super::super::super::input::Id;
use super::{IfMatch, answer, put};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what the recipient of a parcel may see, where it has rules of its own
#[utoipa::path(
    get, path = "/v1/parcels/{id}/visibility", tag = "operator",
    params(("id" = String, Path, description = "The parcel")),
    responses((status = 200, description = "The name of a preset, or rules; the `ETag` is their version", body = Object))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(parcel): Id<ParcelId>,
) -> Result<Response, ApiError> {
    answer(&shared, &key, RulesOf::Parcel(parcel)).await
}

/// Say what the recipient of a parcel may see
///
/// The body is as for `PUT /v1/visibility`, without `release` and `tell_kept`; `{}` leaves everything to its sender, region
/// and operator. A preset such as `"gift"` makes the parcel one of that kind.
#[utoipa::path(
    put, path = "/v1/parcels/{id}/visibility", tag = "operator",
    params(("id" = String, Path, description = "The parcel")),
    request_body = Object,
    responses((status = 200, description = "The same, as it is kept; the `ETag` is the new version", body = Object))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(parcel): Id<ParcelId>,
    if_match: IfMatch,
    body: Bytes,
) -> Result<Response, ApiError> {
    put(&shared, key, RulesOf::Parcel(parcel), if_match, body).await
}
