//! Rules, tried out: what a recipient would see now.

use std::sync::Arc;

use doorstep_domain::visibility::{Policy, Rules, SenderKey};
use doorstep_domain::{OperatorId, Parcel, ParcelId, TrackingView};
use doorstep_store::{AuditEntry, Deed, RulesOf};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::words::ScopeWord;

use crate::access::Author;
use crate::error::ApiError;
use crate::live::Offered;
use crate::looks::{self, Look};
use crate::state::AppState;

/// Rules that are not set: whose they would be, and what they would say.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    /// Whose.
    pub(crate) of: RulesOf,
    /// What.
    pub(crate) rules: Rules,
}

/// What the recipient of an operator's parcel would see of it now under other rules. The same function makes it as makes
/// what they do see.
///
/// # Errors
/// When the operator has no such parcel, or the look cannot be recorded.
pub(crate) async fn preview(
    shared: &AppState,
    author: &Author,
    parcel: ParcelId,
    draft: Draft,
) -> Result<(Parcel, TrackingView), ApiError> {
    let mut parcel = own_parcel(shared, author.operator, parcel).await?;
    let mut offered = shared.live.offered(author.operator).await?;
    apply(draft, Arc::make_mut(&mut offered), &mut parcel);
    let look = AuditEntry {
        operator: author.operator,
        at: shared.clock.now(),
        by: author.actor.clone(),
        deed: Deed::Previewed,
        subject: parcel.id.to_string(),
    };
    looks::write(shared, look).await?;
    if let Some(on_tour) = parcel.on_tour {
        looks::record(shared, author, Look::At(on_tour.tour)).await?;
    }
    let seen = shared.live.look_under(&offered, &parcel).await?;
    Ok((parcel, seen))
}

/// Whose rules of a scope are about a parcel.
///
/// # Errors
/// When the operator has no such parcel, or its door lies in no region.
pub(crate) async fn rules_about(
    shared: &AppState,
    operator: OperatorId,
    parcel: ParcelId,
    scope: ScopeWord,
) -> Result<RulesOf, ApiError> {
    let parcel = own_parcel(shared, operator, parcel).await?;
    Ok(match scope {
        ScopeWord::Operator => RulesOf::Operator,
        ScopeWord::Sender => RulesOf::Sender(SenderKey::of(&parcel.sender)),
        ScopeWord::Parcel => RulesOf::Parcel(parcel.id),
        ScopeWord::Region => {
            let offered = shared.live.offered(operator).await?;
            let zone = offered.zone_of(shared.store.as_ref(), parcel.recipient).await?;
            let today = shared.clock.now().to_zoned(zone).date();
            let region = parcel.door.and_then(|door| offered.offer.region(door, today));
            RulesOf::Region(region.ok_or_else(no_region)?.id)
        }
    })
}

async fn own_parcel(shared: &AppState, operator: OperatorId, parcel: ParcelId) -> Result<Parcel, ApiError> {
    shared.store.find_parcel_of_operator(operator, parcel).await?.ok_or_else(ApiError::not_found)
}

fn apply(draft: Draft, offered: &mut Offered, parcel: &mut Parcel) {
    let Draft { of, rules } = draft;
    match of {
        RulesOf::Operator => offered.offer.policy = Policy::default().under(&rules),
        RulesOf::Region(id) => {
            for region in offered.offer.regions.iter_mut().filter(|region| region.id == id) {
                region.rules = rules.clone();
            }
        }
        RulesOf::Sender(sender) => {
            offered.offer.senders.insert(sender, rules);
        }
        RulesOf::Parcel(id) if id == parcel.id => parcel.visibility = rules,
        RulesOf::Parcel(_another) => {}
    }
}

fn no_region() -> ApiError {
    let detail = "the door of this parcel lies in no region today, so no region's rules are about it";
    ApiError::invalid(vec![InputProblem::new("of", "no_region", detail)])
}
