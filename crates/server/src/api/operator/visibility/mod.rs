//! `/v1/visibility` and its like under regions and parcels: what recipients may see.
//!
//! Rules are the name of a preset (`"open"`, `"near"`, `"coarse"`, `"gift"`, `"confidential"`, `"high_value"`), or an
//! object of which each field may be left out; `{}` says nothing.

pub(in crate::api) mod changes;
pub(in crate::api) mod own;
pub(in crate::api) mod parcels;
pub(in crate::api) mod preview;
pub(in crate::api) mod regions;
pub(in crate::api) mod senders;
mod version;

use axum::Json;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use doorstep_domain::visibility::{Policy, Rules};
use doorstep_store::RulesOf;
use doorstep_wire::problem::InputProblem;
use doorstep_wire::visibility::{policy_value, read_narrow_rules, read_rules, rules_value};

use super::super::input::read;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;
use crate::visibility;
use version::{IfMatch, etag};

/// Reads rules and answers with their version.
async fn answer(shared: &AppState, key: &OperatorKey, of: RulesOf) -> Result<Response, ApiError> {
    let current = visibility::current(shared, key.operator, of.clone()).await?;
    // What an operator that said nothing shows has a name.
    let is_usual = of == RulesOf::Operator && current.rules.is_empty();
    let rules = if is_usual { policy_value(&Policy::default()) } else { rules_value(&current.rules) };
    Ok(([etag(current.version)], Json(rules)).into_response())
}

/// Sets the rules of a body and answers with what is kept.
async fn put(
    shared: &AppState,
    key: OperatorKey,
    of: RulesOf,
    IfMatch(replaces): IfMatch,
    body: Bytes,
) -> Result<Response, ApiError> {
    let reader = if matches!(of, RulesOf::Sender(_) | RulesOf::Parcel(_)) { narrow } else { wide };
    let rules = read(body, reader).await?;
    let version = visibility::set(shared, key.into(), of, &rules, replaces).await?;
    Ok(([etag(version)], Json(rules_value(&rules))).into_response())
}

fn wide(bytes: &[u8]) -> Result<Rules, Vec<InputProblem>> {
    read_rules(text(bytes)?)
}

fn narrow(bytes: &[u8]) -> Result<Rules, Vec<InputProblem>> {
    read_narrow_rules(text(bytes)?)
}

fn text(bytes: &[u8]) -> Result<&str, Vec<InputProblem>> {
    std::str::from_utf8(bytes)
        .map_err(|_not_text| vec![InputProblem::new("", InputProblem::MALFORMED, "this is not UTF-8")])
}
