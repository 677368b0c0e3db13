//! Which parcels a driver hands over only against a code.

use std::collections::BTreeSet;

use doorstep_domain::admission::Draft;
use doorstep_domain::{Happening, ParcelId, ParcelKind, TourId};

use super::Live;
use super::desk::Known;
use crate::error::ApiError;

impl Live {
    /// Those of these parcels of a tour that are handed over only against a code, and of which none was told.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn guarded(
        &self,
        tour: TourId,
        parcels: BTreeSet<ParcelId>,
    ) -> Result<BTreeSet<ParcelId>, ApiError> {
        if parcels.is_empty() {
            return Ok(parcels);
        }
        let Some(open) = self.open(tour).await? else { return Ok(BTreeSet::new()) };
        let mut guarded = self.guarded_of(open.known(), parcels).await?;
        let state = &open.known().told.state;
        guarded.retain(|id| !state.parcel(*id).is_some_and(|known| known.door_code.is_verified()));
        Ok(guarded)
    }

    /// Those of the parcels that drafts deliver which the rules of the tour's day make ones of high value.
    pub(super) async fn guarded_by_rules(
        &self,
        known: &Known,
        drafts: &[Draft],
    ) -> Result<BTreeSet<ParcelId>, ApiError> {
        let delivered = drafts.iter().filter_map(|draft| match draft.what {
            Happening::Delivered { parcel, .. } => Some(parcel),
            _ => None,
        });
        self.guarded_of(known, delivered.collect()).await
    }

    async fn guarded_of(
        &self,
        known: &Known,
        parcels: BTreeSet<ParcelId>,
    ) -> Result<BTreeSet<ParcelId>, ApiError> {
        if parcels.is_empty() {
            return Ok(parcels);
        }
        let offered = self.offered(known.record.operator).await?;
        let is_guarded = |id: &ParcelId| {
            known.parcels.get(id).is_some_and(|parcel| {
                offered.offer.policy_of(parcel, known.record.day).kind == ParcelKind::HighValue
            })
        };
        Ok(parcels.into_iter().filter(is_guarded).collect())
    }
}
