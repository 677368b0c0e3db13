//! Which parcels a driver hands over only against a code.

use std::collections::BTreeSet;

use doorstep_domain::admission::Draft;
use doorstep_domain::tour::DoorCode;
use doorstep_domain::{Happening, ParcelId, ParcelKind, TourId};

use super::Live;
use super::desk::Known;
use crate::error::ApiError;

/// A parcel that waits to be handed over against a code.
#[derive(Debug, Clone)]
pub(crate) struct AwaitedCode {
    /// The parcel.
    pub(crate) parcel: ParcelId,
    /// The operator's number for it.
    pub(crate) tracking_number: String,
    /// What became of its code.
    pub(crate) code: DoorCode,
}

impl Live {
    /// The parcels of a tour that wait to be handed over against a code.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn awaited_codes(&self, tour: TourId) -> Result<Vec<AwaitedCode>, ApiError> {
        let Some(open) = self.open(tour).await? else { return Ok(Vec::new()) };
        let known = open.known();
        let waiting = known.told.state.parcels().filter(|(_, progress)| progress.outcome.is_none());
        let guarded = self.guarded_of(known, waiting.map(|(id, _)| id).collect()).await?;
        let awaited = |id: ParcelId| {
            let tracking_number = known.parcels.get(&id)?.tracking_number.clone();
            Some(AwaitedCode { parcel: id, tracking_number, code: known.told.state.parcel(id)?.door_code })
        };
        Ok(guarded.into_iter().filter_map(awaited).collect())
    }

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
