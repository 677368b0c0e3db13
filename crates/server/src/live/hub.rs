//! Who looks at what, and when what they see is made anew.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use dashmap::DashMap;
use doorstep_domain::view::OnTour;
use doorstep_domain::{OperatorId, ParcelId, Personal, RecipientId};
use jiff::Timestamp;
use tokio::sync::watch;

use super::desk::LiveTour;
use super::offers::Offered;
use super::outlook::Outlook;
use super::watch::{Seen, Watched};
use super::{Live, see};
use crate::error::ApiError;

/// Every parcel that someone looks at.
#[derive(Default)]
pub(super) struct Hub(DashMap<ParcelId, Arc<Watched>>);

impl Hub {
    /// Joins those who look at a parcel.
    pub(super) fn join(&self, id: ParcelId) -> (Arc<Watched>, watch::Receiver<Option<Arc<Seen>>>) {
        let watched = self.0.entry(id).or_insert_with(|| Arc::new(Watched::new(id)));
        (watched.clone(), watched.subscribe())
    }

    /// Leaves them; the last one puts out the light.
    pub(super) fn leave(&self, watched: &Arc<Watched>) {
        let gone = self.0.remove_if(&watched.id, |_, known| Arc::ptr_eq(known, watched) && !known.is_seen());
        if let Some((_, gone)) = gone {
            gone.close();
        }
    }

    fn get(&self, id: ParcelId) -> Option<Arc<Watched>> {
        self.0.get(&id).map(|watched| watched.clone())
    }

    fn all(&self) -> Vec<Arc<Watched>> {
        self.0.iter().map(|watched| watched.clone()).collect()
    }

    /// How many parcels are looked at.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Live {
    /// Records of these parcels changed, or the tour that brings them.
    pub(crate) fn parcels_changed(&self, ids: &[ParcelId]) {
        self.refresh_later(ids.to_vec());
    }

    /// A record changed, and whoever asks after this is answered from the new one. Not for who stands at a tour's desk;
    /// who stops waiting does not stop it.
    pub(crate) async fn parcel_changed(&self, id: ParcelId) {
        if let Ok(live) = self.itself() {
            let refreshed = self.tasks.spawn(async move { live.refresh_all(vec![id]).await });
            if refreshed.await.is_err() {
                tracing::error!("a changed parcel was not read anew");
            }
        }
    }

    /// What an operator shows changed, or its name.
    pub(crate) fn offer_changed(&self, operator: OperatorId) {
        self.offers.forget(operator);
        let of_operator =
            |watched: &Arc<Watched>| watched.facts().parcel.is_none_or(|parcel| parcel.operator == operator);
        self.refresh_later(self.hub.all().iter().filter(|w| of_operator(w)).map(|w| w.id).collect());
    }

    /// What a recipient wants to be told changed, or their time zone.
    pub(crate) fn recipient_changed(&self, recipient: RecipientId) {
        let Ok(live) = self.itself() else { return };
        self.tasks.spawn(async move {
            if let Err(error) = live.change_wanted(recipient).await {
                tracing::error!(code = error.code(), "what someone wants to be told could not be read");
            }
            match live.store.list_parcels_of_recipient(recipient).await {
                Ok(parcels) => live.refresh_all(parcels.into_iter().map(|parcel| parcel.id).collect()).await,
                Err(error) => drop(ApiError::from(error)),
            }
        });
    }

    /// Reads the records of parcels anew, in a task of its own: whoever calls may stand at a tour's desk.
    pub(super) fn refresh_later(&self, ids: Vec<ParcelId>) {
        let Ok(live) = self.itself() else { return };
        if !ids.is_empty() {
            self.tasks.spawn(async move { live.refresh_all(ids).await });
        }
    }

    async fn refresh_all(&self, ids: Vec<ParcelId>) {
        if let Err(error) = self.refresh_tours(&ids).await {
            tracing::error!(code = error.code(), "tours in memory lag behind the records of their parcels");
        }
        for watched in ids.into_iter().filter_map(|id| self.hub.get(id)) {
            if let Err(error) = self.refresh(&watched).await {
                tracing::error!(code = error.code(), "a view lags behind its parcel");
            }
        }
    }

    /// Brings new records to the tours in memory that hold their parcels.
    async fn refresh_tours(&self, ids: &[ParcelId]) -> Result<(), ApiError> {
        for parcel in self.store.find_parcels(ids.to_vec()).await? {
            let Some(on_tour) = parcel.on_tour.filter(|on_tour| self.tours.contains_key(&on_tour.tour))
            else {
                continue;
            };
            if let Some(mut open) = self.open(on_tour.tour).await? {
                let known = open.known_mut();
                known.parcels.insert(parcel.id, parcel.clone());
                self.await_news_of(known, parcel.id).await?;
            }
        }
        Ok(())
    }

    /// Reads what a watched view is made from, and makes it.
    pub(super) async fn refresh(&self, watched: &Arc<Watched>) -> Result<(), ApiError> {
        let _one_at_a_time = watched.refreshing.lock().await;
        let Some(parcel) = self.store.find_parcel(watched.id).await? else { return Ok(()) };
        let offered = self.offered(parcel.operator).await?;
        let zone = offered.zone_of(self.store.as_ref(), parcel.recipient).await?;
        let ended = self.ended(&parcel).await?;
        let open = match parcel.on_tour {
            Some(on_tour) => self.open(on_tour.tour).await?,
            None => None,
        };
        watched.learn(Arc::new(parcel), zone, ended, open.as_ref().map(|open| &open.tour));
        let now = self.clock.now();
        let outlook = open.as_ref().map(|open| open.known().told.outlook(now));
        let driver = open.as_ref().and_then(|open| open.known().driver_name.as_ref());
        show(watched, outlook.as_ref().map(Outlook::on_tour), driver, &offered, now);
        Ok(())
    }

    /// Something happened to a tour: its watched views are made anew, soon and once.
    pub(super) fn is_changed(&self, tour: &Arc<LiveTour>) {
        if tour.watched.lock().is_empty() || tour.is_dirty.swap(true, Ordering::AcqRel) {
            return;
        }
        let Ok(live) = self.itself() else { return };
        let tour = tour.clone();
        self.tasks.spawn(async move {
            if let Err(error) = live.publish(&tour).await {
                tracing::error!(code = error.code(), "the views of a tour lag behind it");
            }
        });
    }

    async fn publish(&self, tour: &Arc<LiveTour>) -> Result<(), ApiError> {
        let open = self.open(tour.id).await;
        // Whatever happens from here on waits for the desk, and calls for another round.
        tour.is_dirty.store(false, Ordering::Release);
        let Some(open) = open? else { return Ok(()) };
        let offered = self.offered(open.known().record.operator).await?;
        let now = self.clock.now();
        let outlook = open.known().told.outlook(now);
        for watched in tour.all_watched() {
            let driver = open.known().driver_name.as_ref();
            show(&watched, Some(outlook.on_tour()), driver, &offered, now);
        }
        Ok(())
    }

    /// Makes anew what time alone changes: positions that grow old, windows that move, days that end.
    pub(crate) async fn tick(&self) {
        let tours: Vec<Arc<LiveTour>> = self.tours.iter().map(|tour| tour.clone()).collect();
        self.metrics.live(tours.len(), self.hub.len());
        for tour in &tours {
            self.is_changed(tour);
            self.tell_news(tour).await;
        }
        for watched in self.hub.all().into_iter().filter(|watched| watched.is_on_no_tour()) {
            let _one_at_a_time = watched.refreshing.lock().await;
            let Some(parcel) = watched.facts().parcel else { continue };
            if let Ok(offered) = self.offered(parcel.operator).await
                && watched.is_on_no_tour()
            {
                show(&watched, None, None, &offered, self.clock.now());
            }
        }
    }
}

/// Makes a watched view.
fn show(
    watched: &Watched,
    tour: Option<OnTour<'_>>,
    driver: Option<&Personal>,
    offered: &Offered,
    now: Timestamp,
) {
    let facts = watched.facts();
    let (Some(parcel), Some(zone)) = (facts.parcel, facts.zone) else { return };
    let view = see(tour, driver, &parcel, offered, &zone, &facts.ended, now);
    watched.show(view, &parcel);
}
