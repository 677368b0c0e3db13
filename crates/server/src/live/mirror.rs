//! What the records repeat of a tour's log, so that it is found without folding: who drives, that it ended, and which
//! stop brings a parcel. The log is the truth; whatever a crash left undone is done when the tour is loaded.

use std::collections::BTreeMap;

use doorstep_domain::tour::ParcelProgress;
use doorstep_domain::{OnTour, ParcelId, Phase, StopId, TourState};

use super::Live;
use super::desk::Known;
use crate::error::ApiError;

/// Which stop brings each parcel.
pub(super) type Stops = BTreeMap<ParcelId, StopId>;

pub(super) fn stops_of(state: &TourState) -> Stops {
    state.parcels().map(|(id, progress)| (id, progress.stop)).collect()
}

/// Whether a tour still brings a parcel, or did. One that came back may wait for another tour.
fn is_bound(progress: &ParcelProgress, phase: Phase) -> bool {
    match progress.outcome {
        Some(ended) => ended.outcome.is_delivered(),
        None => !matches!(phase, Phase::Ended { .. }),
    }
}

impl Live {
    /// Repeats in the records what the state of a tour that was just loaded says.
    pub(super) async fn mirror_all(&self, known: &mut Known) -> Result<(), ApiError> {
        self.mirror_life(known).await?;
        let phase = known.told.state.phase();
        let homeless = known
            .told
            .state
            .parcels()
            .filter(|(id, progress)| {
                known.parcels.get(id).is_some_and(|parcel| parcel.on_tour.is_none())
                    && is_bound(progress, phase)
            })
            .map(|(id, progress)| (id, Some(OnTour { tour: known.record.id, stop: progress.stop })))
            .collect();
        self.assign(known, homeless).await
    }

    /// Repeats in the records what events changed; the parcels that another stop brings now, or none.
    pub(super) async fn mirror(&self, known: &mut Known, before: &Stops) -> Result<Vec<ParcelId>, ApiError> {
        self.mirror_life(known).await?;
        let after = stops_of(&known.told.state);
        let tour = known.record.id;
        let moved = after.iter().filter(|(id, stop)| before.get(id) != Some(stop));
        let mut changes: Vec<(ParcelId, Option<OnTour>)> =
            moved.map(|(id, stop)| (*id, Some(OnTour { tour, stop: *stop }))).collect();
        let is_here = |id: &ParcelId| {
            known.parcels.get(id).and_then(|parcel| parcel.on_tour).is_none_or(|on_tour| on_tour.tour == tour)
        };
        let gone = before.keys().filter(|id| !after.contains_key(id) && is_here(id));
        changes.extend(gone.map(|id| (*id, None)));
        let ids = changes.iter().map(|(id, _)| *id).collect();
        self.assign(known, changes).await?;
        Ok(ids)
    }

    async fn mirror_life(&self, known: &mut Known) -> Result<(), ApiError> {
        let driver = known.told.state.driver();
        if driver.is_some() && driver != known.record.driver {
            known.driver_name = self.name_of(driver).await?;
        }
        let record = &mut known.record;
        if driver.is_some() && driver != record.driver {
            self.store.set_driver(record.id, driver, self.clock.now()).await?;
            record.driver = driver;
        }
        if let (Phase::Ended { at }, None) = (known.told.state.phase(), record.ended_at) {
            self.store.end_tour(record.id, at).await?;
            record.ended_at = Some(at);
        }
        Ok(())
    }

    async fn assign(
        &self,
        known: &mut Known,
        changes: Vec<(ParcelId, Option<OnTour>)>,
    ) -> Result<(), ApiError> {
        if changes.is_empty() {
            return Ok(());
        }
        self.store.assign_parcels(changes.clone()).await?;
        for (id, on_tour) in changes {
            if let Some(parcel) = known.parcels.get_mut(&id) {
                parcel.on_tour = on_tour;
            }
        }
        Ok(())
    }
}
