//! Rules with their history.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::words::ScopeWord;

/// The answer of `GET /v1/visibility/changes`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RuleChangesAnswer {
    /// The changes, newest first.
    pub changes: Vec<RuleChangeJson>,
    /// What `after` must be to get the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One change of rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RuleChangeJson {
    /// Whose rules.
    pub of: ScopeWord,
    /// Which region, sender or parcel; absent for the operator's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub which: Option<String>,
    /// How often they were set, this time included.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// Who: `key:` and the label of a key, or `account:` and an identity.
    pub by: String,
    /// What was said before.
    #[schema(value_type = Object)]
    pub before: Value,
    /// What is said from then on.
    #[schema(value_type = Object)]
    pub rules: Value,
}

/// The answer of `GET /v1/visibility/senders`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SendersAnswer {
    /// The senders that have rules of their own, by name.
    pub senders: Vec<SenderRulesJson>,
}

/// The rules of a sender.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SenderRulesJson {
    /// The sender's name, in lower case and with single spaces.
    pub sender: String,
    /// Its rules.
    #[schema(value_type = Object)]
    pub rules: Value,
    /// How often they were set.
    pub version: u32,
}
