//! What each operator shows, read from its records and kept until they change.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use dashmap::DashMap;
use doorstep_domain::visibility::{Area, KeptWindows, LiveRegion, Offer, Policy, Rules, SenderKey};
use doorstep_domain::{
    Choice, OperatorId, Parcel, PickupPoint, PickupPointId, RecipientId, RegionId, TrackingView,
};
use doorstep_store::{Operator, Region, RulesOf, Store, StoreError};
use doorstep_wire::visibility::kept_rules;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Live;
use crate::accuracy::kept_lately;
use crate::error::ApiError;

/// An operator and what it shows.
#[derive(Debug, Clone)]
pub(crate) struct Offered {
    /// The operator.
    pub(crate) operator: Operator,
    /// What it shows, and where.
    pub(crate) offer: Offer,
    /// The zone whose days it counts by.
    pub(crate) zone: TimeZone,
    /// Where its parcels can wait for their recipients.
    pub(crate) pickup_points: Vec<PickupPoint>,
}

/// What operators show, by operator.
#[derive(Debug, Default)]
pub(super) struct Offers {
    known: DashMap<OperatorId, Arc<Offered>>,
    /// How often anything was forgotten.
    forgotten: AtomicU64,
}

impl Offers {
    pub(super) fn forget(&self, operator: OperatorId) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        self.known.remove(&operator);
    }

    /// Keeps what was read, unless something was forgotten since: it may have been read before a change.
    fn keep(&self, offered: &Arc<Offered>, forgotten: u64) {
        let place = self.known.entry(offered.operator.id);
        if self.forgotten.load(Ordering::SeqCst) == forgotten {
            place.insert(offered.clone());
        }
    }
}

impl Live {
    /// What an operator shows.
    ///
    /// # Errors
    /// When the database fails, or there is no such operator.
    pub(crate) async fn offered(&self, operator: OperatorId) -> Result<Arc<Offered>, ApiError> {
        if let Some(known) = self.offers.known.get(&operator) {
            return Ok(known.clone());
        }
        let forgotten = self.offers.forgotten.load(Ordering::SeqCst);
        let record = self.store.find_operator(operator).await?.ok_or_else(ApiError::not_found)?;
        let offered = Arc::new(Offered::read(self.store.as_ref(), record, self.clock.now()).await?);
        self.offers.keep(&offered, forgotten);
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
        let rules = Kept::read(store, operator.id).await?;
        let regions = store.list_regions(operator.id).await?;
        let zone = TimeZone::get(&operator.time_zone).unwrap_or(TimeZone::UTC);
        let kept = kept_lately(store, operator.id, now.to_zoned(zone.clone()).date()).await?;
        let live: Vec<LiveRegion> =
            regions.iter().filter_map(|region| live_region(region, &rules, &kept)).collect();
        // An area that cannot be read is offered nothing; dropping the last one must not offer everything.
        let policy = if live.is_empty() && !regions.is_empty() { Policy::CLOSED } else { rules.policy() };
        let kept = kept.get(&None).copied().unwrap_or_default();
        let offer = Offer { policy, regions: live, senders: rules.senders(), kept };
        let pickup_points = store.list_pickup_points(operator.id).await?;
        Ok(Self { operator, offer, zone, pickup_points })
    }

    /// The points at which a recipient may choose to pick a parcel up, the nearest to their door first.
    pub(crate) fn pickup_points_for(&self, parcel: &Parcel, view: &TrackingView) -> Vec<PickupPoint> {
        let door = parcel.door.filter(|_| view.may_pick_up() && view.choices.holds(Choice::PickupPoint));
        let near = door.map(|door| PickupPoint::near(&self.pickup_points, door)).unwrap_or_default();
        near.into_iter().cloned().collect()
    }

    /// The point of this identity, where it is near enough to the door of a parcel to be offered for it.
    pub(crate) fn pickup_point_for(&self, parcel: &Parcel, id: PickupPointId) -> Option<PickupPoint> {
        let near = PickupPoint::near(&self.pickup_points, parcel.door?);
        near.into_iter().find(|point| point.id == id).cloned()
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

/// The rules of an operator, its regions and its senders, as they are kept.
struct Kept(BTreeMap<RulesOf, Rules>);

impl Kept {
    async fn read(store: &dyn Store, operator: OperatorId) -> Result<Self, StoreError> {
        let all = store.list_rules(operator).await?;
        Ok(Self(all.into_iter().map(|set| (set.new.of, readable(&set.new.rules))).collect()))
    }

    fn policy(&self) -> Policy {
        self.0.get(&RulesOf::Operator).map_or_else(Policy::default, |rules| Policy::default().under(rules))
    }

    fn region(&self, region: RegionId) -> Rules {
        self.0.get(&RulesOf::Region(region)).cloned().unwrap_or_default()
    }

    fn senders(self) -> BTreeMap<SenderKey, Rules> {
        let of_sender = |(of, rules)| match of {
            RulesOf::Sender(sender) => Some((sender, rules)),
            _ => None,
        };
        self.0.into_iter().filter_map(of_sender).collect()
    }
}

/// Rules that cannot be read show nothing: that harms nobody.
fn readable(rules: &str) -> Rules {
    kept_rules(rules).unwrap_or_else(|| {
        tracing::error!("stored rules cannot be read; they show nothing");
        Rules::closed()
    })
}

fn live_region(
    region: &Region,
    rules: &Kept,
    kept: &BTreeMap<Option<String>, KeptWindows>,
) -> Option<LiveRegion> {
    match Area::from_geojson(&region.area) {
        Ok(area) => Some(LiveRegion {
            id: region.id,
            area,
            live_from: region.live_from,
            rules: rules.region(region.id),
            kept: kept.get(&Some(region.name.clone())).copied().unwrap_or_default(),
        }),
        Err(_unreadable) => {
            tracing::error!(region = %region.id, "a stored area cannot be read; it shows nothing");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let (offers, id) = (Offers::default(), OperatorId::from_u128(1));
        let text = String::new;
        let operator = Operator { id, name: text(), time_zone: text(), language: text() };
        let (offer, zone) = (Offer::default(), TimeZone::UTC);
        let offered = Arc::new(Offered { operator, offer, zone, pickup_points: Vec::new() });
        offers.keep(&offered, 0);
        assert!(offers.known.contains_key(&id));
        offers.forget(id);
        offers.keep(&offered, 0);
        assert!(!offers.known.contains_key(&id), "it may be older than the change");
        offers.keep(&offered, 1);
        assert!(offers.known.contains_key(&id));
    }
}
