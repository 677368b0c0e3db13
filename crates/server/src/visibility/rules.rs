//! Rules, read and set.

use doorstep_domain::OperatorId;
use doorstep_domain::visibility::Rules;
use doorstep_store::{NewRules, RulesOf, SetRules, StoreError};
use doorstep_wire::visibility::{kept_rules, write_rules};
use http::StatusCode;

use crate::access::Author;
use crate::error::ApiError;
use crate::state::AppState;

/// The largest number of senders with rules of their own: all are kept in memory.
const SENDERS_MAX: usize = 1_000;

/// Rules and their version.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Current {
    /// What they say; nothing where none were set.
    pub(crate) rules: Rules,
    /// How often they were set, 0 where they never were.
    pub(crate) version: u32,
}

/// The rules of an operator, or of a region, sender or parcel of it.
///
/// # Errors
/// When the operator has no such region or parcel, the rules cannot be read, or the database fails.
pub(crate) async fn current(
    shared: &AppState,
    operator: OperatorId,
    of: RulesOf,
) -> Result<Current, ApiError> {
    check_there(shared, operator, &of).await?;
    let Some(set) = shared.store.find_rules(operator, of).await? else {
        return Ok(Current { rules: Rules::default(), version: 0 });
    };
    let rules = kept_rules(&set.new.rules).unwrap_or_else(|| {
        tracing::error!("stored rules cannot be read; they show nothing");
        Rules::closed()
    });
    Ok(Current { rules, version: set.version })
}

/// Sets rules and gives their version; whoever looks at a parcel that they are about sees it at once. `replaces` is the
/// version that was seen before, where that matters.
///
/// # Errors
/// `version_changed` when another version stands there, `too_many_senders`, or when there is no such region or parcel,
/// or the database fails; nothing was changed then.
pub(crate) async fn set(
    shared: &AppState,
    author: Author,
    of: RulesOf,
    rules: &Rules,
    replaces: Option<u32>,
) -> Result<u32, ApiError> {
    let operator = author.operator;
    check_there(shared, operator, &of).await?;
    check_room(shared, operator, &of).await?;
    let (rules, at, by) = (write_rules(rules), shared.clock.now(), author.actor);
    let new = NewRules { operator, of: of.clone(), rules, at, by };
    let version = shared.store.set_rules(new, replaces).await.map_err(refused)?;
    match of {
        RulesOf::Parcel(parcel) => shared.live.parcels_changed(&[parcel]),
        _ => shared.live.offer_changed(operator),
    }
    Ok(version)
}

async fn check_there(shared: &AppState, operator: OperatorId, of: &RulesOf) -> Result<(), ApiError> {
    let is_there = match of {
        RulesOf::Operator | RulesOf::Sender(_) => true,
        RulesOf::Region(id) => {
            shared.store.list_regions(operator).await?.iter().any(|region| region.id == *id)
        }
        RulesOf::Parcel(id) => shared.store.find_parcel_of_operator(operator, *id).await?.is_some(),
    };
    if is_there { Ok(()) } else { Err(ApiError::not_found()) }
}

async fn check_room(shared: &AppState, operator: OperatorId, of: &RulesOf) -> Result<(), ApiError> {
    if !matches!(of, RulesOf::Sender(_)) {
        return Ok(());
    }
    let all = shared.store.list_rules(operator).await?;
    let nothing = write_rules(&Rules::default());
    let says_something =
        |set: &&SetRules| matches!(set.new.of, RulesOf::Sender(_)) && set.new.rules != nothing;
    if all.iter().filter(says_something).filter(|set| set.new.of != *of).count() < SENDERS_MAX {
        return Ok(());
    }
    let detail = format!("There may be rules for at most {SENDERS_MAX} senders.");
    Err(ApiError::conflict("too_many_senders", detail))
}

fn refused(error: StoreError) -> ApiError {
    match error {
        StoreError::Conflict { .. } => {
            let detail = "These rules were changed since you read them. Read them again, and change what is there now.";
            ApiError::new(StatusCode::PRECONDITION_FAILED, "version_changed", detail)
        }
        other => other.into(),
    }
}
