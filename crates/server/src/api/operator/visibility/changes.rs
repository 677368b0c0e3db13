//! `GET /v1/visibility/changes`.

use axum::Json;
use axum::extract::State;
use doorstep_domain::visibility::Rules;
use doorstep_store::{RulesOf, SetRules};
use doorstep_wire::visibility::{RuleChangeJson, RuleChangesAnswer, kept_rules, rules_value};
use doorstep_wire::words::ScopeWord;
use serde_json::Value;

use super::super::super::input::Paging;
use crate::access::OperatorKey;
use crate::error::ApiError;
use crate::state::AppState;

/// List who changed what recipients may see, and when
///
/// Changes of the last year, and older ones that still hold.
#[utoipa::path(
    get, path = "/v1/visibility/changes", tag = "operator",
    params(
        ("after" = Option<String>, Query, description = "Where the page begins: the `next` of the page before"),
        ("limit" = Option<u32>, Query, description = "How many changes it has at most, 1 to 500; 100 when nothing is said"),
    ),
    responses((status = 200, description = "A page of changes, newest first", body = RuleChangesAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    key: OperatorKey,
    paging: Paging,
) -> Result<Json<RuleChangesAnswer>, ApiError> {
    let page = shared.store.list_rule_changes(key.operator, paging.after, paging.limit).await?;
    Ok(Json(RuleChangesAnswer { changes: page.rows.iter().map(told).collect(), next: page.next }))
}

fn told(set: &SetRules) -> RuleChangeJson {
    let (of, which) = match &set.new.of {
        RulesOf::Operator => (ScopeWord::Operator, None),
        RulesOf::Region(id) => (ScopeWord::Region, Some(id.to_string())),
        RulesOf::Sender(sender) => (ScopeWord::Sender, Some(sender.reveal().to_owned())),
        RulesOf::Parcel(id) => (ScopeWord::Parcel, Some(id.to_string())),
    };
    RuleChangeJson {
        of,
        which,
        version: set.version,
        at: set.new.at,
        by: set.new.by.to_string(),
        before: set.before.as_deref().map_or_else(|| Value::Object(serde_json::Map::new()), value),
        rules: value(&set.new.rules),
    }
}

fn value(rules: &str) -> Value {
    rules_value(&kept_rules(rules).unwrap_or_else(Rules::closed))
}
