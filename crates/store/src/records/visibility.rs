//! What may be seen: rules of operators, regions, senders and parcels, each with its whole history.

use std::fmt;
use std::str::FromStr;

use doorstep_domain::visibility::SenderKey;
use doorstep_domain::{OperatorId, ParcelId, Personal, RecipientId, RegionId};
use jiff::Timestamp;

use super::Page;
use crate::Answer;

/// Whose rules.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RulesOf {
    /// The operator's own, which hold where nothing narrower says otherwise.
    Operator,
    /// Those of a region.
    Region(RegionId),
    /// Those of a sender.
    Sender(SenderKey),
    /// Those of a parcel.
    Parcel(ParcelId),
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// An operator's own system, by the label of its key.
    Key(String),
    /// Someone who is logged in.
    Account(RecipientId),
    /// Whoever may give commands on the machine itself.
    Command,
    /// A newer version of the program, when it took over what an older one had kept.
    Upgrade,
}

/// New rules, to be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRules {
    /// The operator.
    pub operator: OperatorId,
    /// Whose rules.
    pub of: RulesOf,
    /// The rules, as JSON text in the shape that the wire room defines.
    pub rules: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// Rules as they were set once, and the record of that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRules {
    /// What was set.
    pub new: NewRules,
    /// How often rules of this were set, this time included.
    pub version: u32,
    /// What stood there before.
    pub before: Option<String>,
}

/// Rules. Setting them is keeping a record of it: the newest record is what holds, so there is none without the other.
pub trait Visibility: Send + Sync {
    /// Sets rules and gives their version. `replaces` is the version that they must replace, 0 when there must be none;
    /// without it they replace whatever there is.
    ///
    /// # Errors
    /// A conflict when another version stands there.
    fn set_rules(&self, new: NewRules, replaces: Option<u32>) -> Answer<'_, u32>;

    /// The rules that hold of an operator, a region, a sender or a parcel of the operator.
    fn find_rules(&self, operator: OperatorId, of: RulesOf) -> Answer<'_, Option<SetRules>>;

    /// The rules that hold of the operator, its regions and its senders; those of parcels are with the parcels.
    fn list_rules(&self, operator: OperatorId) -> Answer<'_, Vec<SetRules>>;

    /// Everything that was set, the newest first.
    fn list_rule_changes(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<SetRules>>;

    /// Deletes what was set before an instant and does not hold any more; how much there was.
    fn delete_rule_changes_before(&self, at: Timestamp) -> Answer<'_, u64>;
}

impl RulesOf {
    /// The word of the scope, and which one of it.
    pub fn parts(&self) -> (&'static str, String) {
        match self {
            Self::Operator => ("operator", String::new()),
            Self::Region(id) => ("region", id.to_string()),
            Self::Sender(key) => ("sender", key.reveal().to_owned()),
            Self::Parcel(id) => ("parcel", id.to_string()),
        }
    }

    /// The scope of these parts, if there is one.
    pub fn from_parts(scope: &str, which: &str) -> Option<Self> {
        match scope {
            "operator" => Some(Self::Operator),
            "region" => which.parse().ok().map(Self::Region),
            "sender" => Some(Self::Sender(SenderKey::of(&Personal::new(which)))),
            "parcel" => which.parse().ok().map(Self::Parcel),
            _ => None,
        }
    }
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(label) => write!(f, "key:{label}"),
            Self::Account(id) => write!(f, "account:{id}"),
            Self::Command => f.write_str("command"),
            Self::Upgrade => f.write_str("upgrade"),
        }
    }
}

/// A text that names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this names nobody")]
pub struct NoActor;

impl FromStr for Actor {
    type Err = NoActor;

    fn from_str(text: &str) -> Result<Self, NoActor> {
        match text.split_once(':') {
            Some(("key", label)) => Ok(Self::Key(label.to_owned())),
            Some(("account", id)) => id.parse().map(Self::Account).map_err(|_no_id| NoActor),
            None if text == "command" => Ok(Self::Command),
            None if text == "upgrade" => Ok(Self::Upgrade),
            _ => Err(NoActor),
        }
    }
}
