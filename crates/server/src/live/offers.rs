//! What each operator shows, read from its records and kept until they change.

use std::collections::BTreeMap;
use std::sync::Arc;

use dashmap::DashMap;
use doorstep_domain::visibility::{Area, KeptWindows, LiveRegion, Offer, Policy, Rule};
use doorstep_domain::{OperatorId, RecipientId};
use doorstep_store::{Operator, Region, Store, StoreError};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Live;
use crate::accuracy::kept_lately;
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
        let offered = Arc::new(Offered::read(self.store.as_ref(), record, self.clock.now()).await?);
        self.offers.0.insert(operator, offered.clone());
        Ok(offered)
    }
}

impl Offered {
    /// Reads what an operator shows at an instant.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn read(
        store: &dyn Store,
        operator: Operator,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let rules = store.find_visibility(operator.id).await?;
        let regions = store.list_regions(operator.id).await?;
        let policy = rules.map_or_else(Policy::default, |setting| policy(&setting.rules));
        let zone = TimeZone::get(&operator.time_zone).unwrap_or(TimeZone::UTC);
        let kept = kept_lately(store, operator.id, now.to_zoned(zone.clone()).date()).await?;
        let live = regions.iter().filter_map(|region| live_region(region, &kept)).collect();
        let offer = Offer { policy, regions: live, kept: kept.get(&None).copied().unwrap_or_default() };
        // An area that cannot be read is offered nothing; dropping the last one must not offer everything.
        let offer = if offer.regions.is_empty() && !regions.is_empty() { closed() } else { offer };
        Ok(Self { operator, offer, zone })
    }

    /// The zone whose days a recipient counts by: their own, else the operator's.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn zone_of(
        &self,
        store: &dyn Store,
        recipient: Option<RecipientId>,
    ) -> Result<TimeZone, StoreError> {
        let Some(recipient) = recipient else { return Ok(self.zone.clone()) };
        let account = store.find_account(recipient).await?;
        let own = account.and_then(|account| TimeZone::get(&account.time_zone?).ok());
        Ok(own.unwrap_or_else(|| self.zone.clone()))
    }
}

/// The policy of stored rules. Rules that cannot be read show nothing: that harms nobody.
fn policy(rules: &str) -> Policy {
    doorstep_wire::visibility::read_policy(rules).unwrap_or_else(|problems| {
        tracing::error!(problems = problems.len(), "stored rules cannot be read; they show nothing");
        closed().policy
    })
}

fn live_region(region: &Region, kept: &BTreeMap<Option<String>, KeptWindows>) -> Option<LiveRegion> {
    match Area::from_geojson(&region.area) {
        Ok(area) => Some(LiveRegion {
            area,
            live_from: region.live_from,
            policy: region.rules.as_deref().map(policy),
            kept: kept.get(&Some(region.name.clone())).copied().unwrap_or_default(),
        }),
        Err(_unreadable) => {
            tracing::error!(region = %region.id, "a stored area cannot be read; it shows nothing");
            None
        }
    }
}

fn closed() -> Offer {
    let policy = Policy { map: Rule::Never, count: Rule::Never, ..Policy::default() };
    Offer { policy, ..Offer::default() }
}
