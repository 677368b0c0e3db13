//! `/v1/regions/{id}/visibility`: the rules of a region.

use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use doorstep_domain::RegionId;
use doorstep_store::RulesOf;

use super::super::super::input::Id;
use super::{IfMatch, answer, put};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what recipients in a region may see
#[utoipa::path(
    get, path = "/v1/regions/{id}/visibility", tag = "operator",
    params(("id" = String, Path, description = "The region")),
    responses((status = 200, description = "The name of a preset, or rules; the `ETag` is their version", body = Object))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(region): Id<RegionId>,
) -> Result<Response, ApiError> {
    answer(&shared, &key, RulesOf::Region(region)).await
}

/// Say what recipients in a region may see
///
/// The body is as for `PUT /v1/visibility`; what it leaves out is as the operator says.
#[utoipa::path(
    put, path = "/v1/regions/{id}/visibility", tag = "operator",
    params(("id" = String, Path, description = "The region")),
    request_body = Object,
    responses((status = 200, description = "The same, as it is kept; the `ETag` is the new version", body = Object))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(region): Id<RegionId>,
    if_match: IfMatch,
    body: Bytes,
) -> Result<Response, ApiError> {
    put(&shared, key, RulesOf::Region(region), if_match, body).await
}
