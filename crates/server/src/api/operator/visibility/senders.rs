//! `/v1/visibility/senders`: rules of single senders.

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::response::Response;
use bytes::Bytes;
use doorstep_domain::Personal;
use doorstep_domain::visibility::{Rules, SenderKey};
use doorstep_store::{RulesOf, SetRules};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::visibility::{SenderRulesJson, SendersAnswer, kept_rules, rules_value};
use http::request::Parts;

use super::{IfMatch, answer, put};
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// The longest name of a sender, in characters; as in parcels.
const NAME_CHARS_MAX: usize = 200;

/// The sender in the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sender(SenderKey);

impl FromRequestParts<AppState> for Sender {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let told = Path::<String>::from_request_parts(parts, shared).await.map(|Path(name)| name);
        let is_name = |name: &String| {
            !name.trim().is_empty()
                && name.chars().count() <= NAME_CHARS_MAX
                && !name.contains(char::is_control)
        };
        let name = told.ok().filter(is_name).ok_or_else(|| {
            let detail = format!("this must be the name of a sender, of at most {NAME_CHARS_MAX} characters");
            ApiError::invalid(vec![InputProblem::new("sender", "bad_sender", detail)])
        })?;
        Ok(Self(SenderKey::of(&Personal::new(name))))
    }
}

/// List the senders that have rules of their own
#[utoipa::path(
    get, path = "/v1/visibility/senders", tag = "operator",
    responses((status = 200, description = "All of them, by name", body = SendersAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
) -> Result<Json<SendersAnswer>, ApiError> {
    let all = shared.store.list_rules(key.operator).await?;
    Ok(Json(SendersAnswer { senders: all.iter().filter_map(told).collect() }))
}

/// The rules of a sender that say anything.
fn told(set: &SetRules) -> Option<SenderRulesJson> {
    let RulesOf::Sender(sender) = &set.new.of else { return None };
    let rules = kept_rules(&set.new.rules).unwrap_or_else(Rules::closed);
    let sender = sender.reveal().to_owned();
    (!rules.is_empty()).then(|| SenderRulesJson { sender, rules: rules_value(&rules), version: set.version })
}

/// Read what recipients of a sender's parcels may see
#[utoipa::path(
    get, path = "/v1/visibility/senders/{sender}", tag = "operator",
    params(("sender" = String, Path, description = "The sender's name")),
    responses((status = 200, description = "The name of a preset, or rules; the `ETag` is their version", body = Object))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    key: OperatorKey,
    Sender(sender): Sender,
) -> Result<Response, ApiError> {
    answer(&shared, &key, RulesOf::Sender(sender)).await
}

/// Say what recipients of a sender's parcels may see
///
/// A sender is known by the name that its parcels tell, without regard to case and to how many spaces stand between words.
/// The body is as for `PUT /v1/visibility`, without `release` and `tell_kept`; `{}` leaves everything to the region and the
/// operator.
#[utoipa::path(
    put, path = "/v1/visibility/senders/{sender}", tag = "operator",
    params(("sender" = String, Path, description = "The sender's name")),
    request_body = Object,
    responses((status = 200, description = "The same, as it is kept; the `ETag` is the new version", body = Object))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    key: OperatorKey,
    Sender(sender): Sender,
    if_match: IfMatch,
    body: Bytes,
) -> Result<Response, ApiError> {
    put(&shared, key, RulesOf::Sender(sender), if_match, body).await
}
