//! One tour in memory, and how it gets there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use doorstep_domain::prediction::Predictor;
use doorstep_domain::{DriverId, EventId, Parcel, ParcelId, Personal, TourEvent, TourId};
use doorstep_store::TourRecord;
use jiff::Timestamp;
use parking_lot::Mutex;
use tokio::sync::OwnedMutexGuard;

use super::Live;
use super::notice::Awaited;
use super::outlook::Told;
use super::settle::Standing;
use super::watch::Watched;
use crate::error::ApiError;

/// Folding more events than this is left to a thread that may block.
const FOLD_INLINE_MAX: usize = 2_000;

/// One tour in memory.
pub(super) struct LiveTour {
    pub(super) id: TourId,
    /// Everything that is known, one at a time.
    desk: Arc<tokio::sync::Mutex<Desk>>,
    /// Its parcels that someone looks at.
    pub(super) watched: Mutex<BTreeMap<ParcelId, Arc<Watched>>>,
    /// Whether a task is on its way to make the watched views anew.
    pub(super) is_dirty: AtomicBool,
    /// The second at which it was used last.
    used_at: AtomicI64,
}

/// What lies on the desk of a tour.
#[derive(Default)]
pub(super) struct Desk {
    /// Nothing before it is loaded, and after an append that failed.
    pub(super) known: Option<Known>,
    /// Whether the tour left memory; whoever waited for the desk asks again.
    pub(super) is_gone: bool,
}

/// Everything that is known of a tour.
pub(crate) struct Known {
    /// Its record.
    pub(crate) record: TourRecord,
    /// What is believed of it, and what is told.
    pub(crate) told: Told,
    /// The name of its driver.
    pub(crate) driver_name: Option<Personal>,
    /// Whether past days taught the predictor; not before the day of the tour has begun.
    is_taught: bool,
    /// The records of its parcels, also of those that were taken off it.
    pub(crate) parcels: BTreeMap<ParcelId, Parcel>,
    /// How each parcel stands, as its record has it.
    pub(super) standing: BTreeMap<ParcelId, Standing>,
    /// Parcels whose recipients wait to be told something.
    pub(super) awaited: BTreeMap<ParcelId, Awaited>,
    /// Fixes whose sender's clock was corrected; no more than a tour has fixes.
    pub(super) corrected: BTreeSet<EventId>,
}

/// A tour on its desk: nobody else reads or writes it meanwhile.
pub(super) struct OpenTour {
    pub(super) tour: Arc<LiveTour>,
    pub(super) desk: OwnedMutexGuard<Desk>,
    /// What is known, taken off the desk until it is put back.
    known: Option<Known>,
}

impl LiveTour {
    fn new(id: TourId) -> Self {
        Self {
            id,
            desk: Arc::default(),
            watched: Mutex::default(),
            is_dirty: AtomicBool::new(false),
            used_at: AtomicI64::new(i64::MIN),
        }
    }

    /// How many recipients have its map open.
    pub(super) fn viewers(&self) -> usize {
        let watched = self.all_watched();
        let seen = watched.iter().filter(|watched| watched.is_seen() && watched.is_open());
        let recipients: BTreeSet<_> = seen.map(|watched| watched.recipient()).collect();
        recipients.len()
    }

    /// Its parcels that someone looks at. Nobody may ask one of them anything while the list is locked: they lock
    /// themselves first and the list then.
    pub(super) fn all_watched(&self) -> Vec<Arc<Watched>> {
        self.watched.lock().values().cloned().collect()
    }

    /// The desk, if nobody works at it.
    pub(super) fn try_desk(&self) -> Option<OwnedMutexGuard<Desk>> {
        self.desk.clone().try_lock_owned().ok()
    }

    /// For how many seconds nobody used it.
    pub(super) fn idle_s(&self, now: Timestamp) -> i64 {
        now.as_second().saturating_sub(self.used_at.load(Ordering::Relaxed))
    }

    fn is_used(&self, now: Timestamp) {
        self.used_at.fetch_max(now.as_second(), Ordering::Relaxed);
    }
}

impl OpenTour {
    pub(super) fn known(&self) -> &Known {
        self.known.as_ref().expect("what is known is there until it is thrown away")
    }

    pub(super) fn known_mut(&mut self) -> &mut Known {
        self.known.as_mut().expect("what is known is there until it is thrown away")
    }

    /// Takes what is known away from everyone until [`OpenTour::keep`]. A panic or a failure in between leaves the
    /// desk empty, so that nobody sees what is not in the log.
    pub(super) fn take(&mut self) -> Known {
        self.known.take().expect("what is known is there until it is thrown away")
    }

    /// Puts back what is known.
    pub(super) fn keep(&mut self, known: Known) {
        self.known = Some(known);
    }
}

impl Drop for OpenTour {
    fn drop(&mut self) {
        self.desk.known = self.known.take();
    }
}

impl Live {
    /// A tour on its desk, loaded from its log when it is not in memory; `None` when there is no such tour.
    pub(super) async fn open(&self, id: TourId) -> Result<Option<OpenTour>, ApiError> {
        loop {
            let tour = self.tours.entry(id).or_insert_with(|| Arc::new(LiveTour::new(id))).clone();
            let mut desk = tour.desk.clone().lock_owned().await;
            if desk.is_gone {
                continue;
            }
            tour.is_used(self.clock.now());
            if desk.known.is_none() {
                desk.known = self.load(id).await?;
            }
            if let Some(known) = desk.known.as_mut().filter(|known| !known.is_taught) {
                self.teach(known).await?;
            }
            let Some(known) = desk.known.take() else {
                desk.is_gone = true;
                self.tours.remove(&id);
                return Ok(None);
            };
            return Ok(Some(OpenTour { tour, desk, known: Some(known) }));
        }
    }

    /// Loads the tours that are under way, so that what time brings is noticed without anyone looking.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn open_all(&self) -> Result<usize, ApiError> {
        let mut opened = 0;
        for record in self.store.list_open_tours().await? {
            if self.is_near(&record) && self.open(record.id).await?.is_some() {
                opened += 1;
            }
        }
        Ok(opened)
    }

    /// Whether a tour may be under way: its day is about now.
    fn is_near(&self, record: &TourRecord) -> bool {
        let today = self.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let days = today.until(record.day).map_or(i32::MAX, |span| span.get_days());
        days.abs() <= 2
    }

    /// Everything that is known of a tour, from its log and its records.
    async fn load(&self, id: TourId) -> Result<Option<Known>, ApiError> {
        let Some(record) = self.store.find_tour(id).await? else { return Ok(None) };
        let told = self.replayed(&record).await?;
        let ids: Vec<ParcelId> = told.state.parcels().map(|(id, _)| id).collect();
        let parcels = self.store.find_parcels(ids).await?;
        let parcels: BTreeMap<ParcelId, Parcel> =
            parcels.into_iter().map(|parcel| (parcel.id, parcel)).collect();
        let standing = Standing::of_all(&told.state);
        let (awaited, corrected, is_taught) = (BTreeMap::new(), BTreeSet::new(), false);
        let driver_name = self.name_of(told.state.driver().or(record.driver)).await?;
        let mut known = Known { record, told, driver_name, is_taught, parcels, standing, awaited, corrected };
        self.teach(&mut known).await?;
        if known.record.ended_at.is_none() {
            self.mirror_all(&mut known).await?;
            self.await_news(&mut known).await?;
        }
        Ok(Some(known))
    }

    /// The name of a driver.
    pub(super) async fn name_of(&self, driver: Option<DriverId>) -> Result<Option<Personal>, ApiError> {
        let Some(driver) = driver else { return Ok(None) };
        Ok(self.store.find_driver(driver).await?.map(|(_operator, name)| name))
    }

    /// A tour as its log has it.
    async fn replayed(&self, record: &TourRecord) -> Result<Told, ApiError> {
        let events = self.store.load_tour(record.id, record.day).await?;
        let experience = self.experience(record.operator, record.day).await?;
        let predictor = experience.map(Predictor::new).unwrap_or_default();
        let (streets, now) = (self.streets.clone(), self.clock.now());
        let replay =
            move |events: Vec<TourEvent>| Told::replayed(&events, predictor, streets.as_deref(), now);
        if events.len() <= FOLD_INLINE_MAX {
            return Ok(replay(events));
        }
        tokio::task::spawn_blocking(move || replay(events)).await.map_err(|error| {
            tracing::error!(%error, "folding a tour broke off");
            ApiError::internal()
        })
    }

    /// Foretells a tour by what past days taught, once its day has begun.
    async fn teach(&self, known: &mut Known) -> Result<(), ApiError> {
        if let Some(experience) = self.experience(known.record.operator, known.record.day).await? {
            known.told.foretold_by(Predictor::new(experience));
            known.is_taught = true;
        }
        Ok(())
    }
}
