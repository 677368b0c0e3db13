//! What each operator shows, read from its records and kept until they change.

use std::sync::Arc;

use dashmap::DashMap;
use doorstep_domain::OperatorId;
use doorstep_domain::visibility::{Area, LiveRegion, Offer, Policy, Rule};
use doorstep_store::{Operator, Region};
use jiff::tz::TimeZone;

use super::Live;
use crate::error::ApiError;

/// An operator and what it shows.
#[derive(Debug)]
pub(crate) struct Offered {
    /// The operator.
    pub(crate) operator: Operator,
    /// What it shows, and where.
    pub(crate) offer: Offer,
    /// The zone whose days it counts by.
    pub(crate) zone: TimeZone,
}

/// What operators show, by operator.
#[derive(Debug, Default)]
pub(super) struct Offers(DashMap<OperatorId, Arc<Offered>>);

impl Offers {
    pub(super) fn forget(&self, operator: OperatorId) {
        self.0.remove(&operator);
    }
}

impl Live {
    /// What an operator shows.
    ///
    /// # Errors
    /// When the database fails, or there is no such operator.
    pub(crate) async fn offered(&self, operator: OperatorId) -> Result<Arc<Offered>, ApiError> {
        if let Some(known) = self.offers.0.get(&operator) {
            return Ok(known.clone());
        }
        let record = self.store.find_operator(operator).await?.ok_or_else(ApiError::not_found)?;
        let rules = self.store.find_visibility(operator).await?;
        let regions = self.store.list_regions(operator).await?;
        let policy = rules.map_or_else(Policy::default, |setting| policy(&setting.rules));
        let offer = Offer { policy, regions: regions.iter().filter_map(live_region).collect() };
        // An area that cannot be read is offered nothing; dropping the last one must not offer everything.
        let offer = if offer.regions.is_empty() && !regions.is_empty() { closed() } else { offer };
        let zone = TimeZone::get(&record.time_zone).unwrap_or(TimeZone::UTC);
        let offered = Arc::new(Offered { operator: record, offer, zone });
        self.offers.0.insert(operator, offered.clone());
        Ok(offered)
    }
}

/// The policy of stored rules. Rules that cannot be read show nothing: that harms nobody.
fn policy(rules: &str) -> Policy {
    doorstep_wire::visibility::read_policy(rules).unwrap_or_else(|problems| {
        tracing::error!(problems = problems.len(), "stored rules cannot be read; they show nothing");
        closed().policy
    })
}

fn live_region(region: &Region) -> Option<LiveRegion> {
    match Area::from_geojson(&region.area) {
        Ok(area) => Some(LiveRegion {
            area,
            live_from: region.live_from,
            policy: region.rules.as_deref().map(policy),
        }),
        Err(_unreadable) => {
            tracing::error!(region = %region.id, "a stored area cannot be read; it shows nothing");
            None
        }
    }
}

fn closed() -> Offer {
    let policy = Policy { map: Rule::Never, count: Rule::Never, ..Policy::default() };
    Offer { policy, regions: Vec::new() }
}
