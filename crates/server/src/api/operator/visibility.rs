//! `/v1/visibility`: what the operator shows of its ordinary parcels.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::visibility::Policy;
use doorstep_store::VisibilitySetting;
use doorstep_wire::problem::InputProblem;
use doorstep_wire::visibility::{policy_value, read_policy, write_policy};
use serde_json::Value;

use super::super::input::read;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what recipients of ordinary parcels may see
#[utoipa::path(
    get, path = "/v1/visibility", tag = "operator",
    responses((status = 200, description = "The name of a preset (`open`, `near`, `coarse`), or the rules", body = Object))
)]
pub(crate) async fn get(State(shared): State<AppState>, key: OperatorKey) -> Result<Json<Value>, ApiError> {
    let setting = shared.store.find_visibility(key.operator).await?;
    let policy = match setting {
        None => Policy::default(),
        Some(setting) => read_policy(&setting.rules).map_err(|problems| {
            tracing::error!(problems = problems.len(), "stored rules cannot be read");
            ApiError::internal()
        })?,
    };
    Ok(Json(policy_value(&policy)))
}

/// Say what recipients of ordinary parcels may see
///
/// The body is the name of a preset, `"open"`, `"near"` or `"coarse"`, or rules: `{"map": RULE, "count": RULE,
/// "release": "exact"}`, where a rule is `"always"`, `"never"`, `{"within_stops": 10}`, `{"within_duration": 1800}`,
/// `{"within_distance": 2000}`, `{"min_confidence": 0.8}`, `{"all": [RULE]}` or `{"any": [RULE]}`. Below the least
/// confidence that the map asks for, recipients are told the plan alone. With `"tell_kept": true` they are told of five
/// windows how many were kept in their area in the last four weeks, once 500 were judged. Open pages follow at once. Gift, confidential and high-value parcels never show map or count, whatever stands here.
#[utoipa::path(
    put, path = "/v1/visibility", tag = "operator", request_body = Object,
    responses((status = 200, description = "The same, as it is kept", body = Object))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    key: OperatorKey,
    body: Bytes,
) -> Result<Json<Value>, ApiError> {
    let policy = read(body, read_bytes).await?;
    let setting = VisibilitySetting { operator: key.operator, rules: write_policy(&policy) };
    shared.store.put_visibility(setting).await?;
    shared.live.offer_changed(key.operator);
    Ok(Json(policy_value(&policy)))
}

fn read_bytes(bytes: &[u8]) -> Result<Policy, Vec<InputProblem>> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_not_text| vec![InputProblem::new("", InputProblem::MALFORMED, "this is not UTF-8")])?;
    read_policy(text)
}
