//! `/v1/visibility`: the operator's own rules.

use axum::extract::State;
use axum::response::Response;
use bytes::Bytes;
use doorstep_store::RulesOf;

use super::{IfMatch, answer, put};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what recipients may see where nothing narrower says otherwise
#[utoipa::path(
    get, path = "/v1/visibility", tag = "operator",
    responses((status = 200, description = "The name of a preset, or rules; the `ETag` is their version", body = Object))
)]
pub(crate) async fn get(State(shared): State<AppState>, key: OperatorKey) -> Result<Response, ApiError> {
    answer(&shared, &key, RulesOf::Operator).await
}

/// Say what recipients may see where nothing narrower says otherwise
///
/// The body is the name of a preset, `"open"`, `"near"`, `"coarse"`, `"gift"`, `"confidential"` or `"high_value"`, or
/// rules, of which each field may be left out: `{"kind": "ordinary", "map": RULE, "count": RULE, "forecast": RULE,
/// "driver_name": RULE, "photo": "ordinary", "release": "exact", "tell_kept": false}`. A rule is `"always"`, `"never"`, `{"within_stops": 10}`,
/// `{"within_duration": 1800}`, `{"within_distance": 2000}`, `{"min_confidence": 0.8}`, `{"all": [RULE]}` or
/// `{"any": [RULE]}`. What is left out is as in `near`, and the driver's name
/// is not told.
///
/// For each field the narrowest wins that says anything: the parcel, its sender, the region of its door, the operator.
/// `release` and `tell_kept` are for operators and regions alone. A parcel that is itself a gift, confidential or of high
/// value stays so whatever stands here, and outside all regions no rule opens a map. Below the least confidence that the
/// map asks for, recipients are told the plan alone. With `tell_kept` they are told of five windows how many were kept in
/// their area in the last four weeks, once 500 were judged.
///
/// With `If-Match`, only the version is replaced that it names; otherwise the answer is 412 `version_changed`. Every
/// change is kept with who made it, and open pages follow at once.
#[utoipa::path(
    put, path = "/v1/visibility", tag = "operator",
    request_body = Object,
    responses((status = 200, description = "The same, as it is kept; the `ETag` is the new version", body = Object))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    key: OperatorKey,
    if_match: IfMatch,
    body: Bytes,
) -> Result<Response, ApiError> {
    put(&shared, key, RulesOf::Operator, if_match, body).await
}
