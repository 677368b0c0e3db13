//! Tours in memory: what happens to them, and what is seen of them.
//!
//! A tour is loaded from its log when it is first asked for, and kept while it is under way or looked at. Whatever
//! happens to it goes through [`Live::append`]: one after the other for one tour, in the order in which it ends up in
//! the log; tours do not wait for each other, so that their appends share the database's group commits. What is not
//! in the log is seen by nobody: an append that fails throws the state away, and the next look loads it anew.
//!
//! Recipients see a tour only as a `TrackingView`, by [`Live::look`] once or by [`Live::watch`] from then on. A
//! watched view is made once for all its viewers after each change, by a task of its own, so that nobody who writes
//! waits for those who look; and again by a tick, for what time alone changes.
//!
//! Records are not events: whoever changes one in the store tells it here. [`Live::parcels_changed`] for parcels
//! (changed, put on a tour, taken off one), [`Live::offer_changed`] for an operator's rules, regions or name, and
//! [`Live::recipient_changed`] for what a recipient wants to be told.

mod append;
mod desk;
mod ended;
mod evict;
mod guard;
mod hub;
mod judge;
mod mirror;
mod notice;
mod offers;
mod outlook;
mod redirect;
mod settle;
#[cfg(test)]
mod tests;
mod wanted;
mod watch;
mod wish;

use std::sync::{Arc, Weak};

use dashmap::DashMap;
use doorstep_domain::prediction::Experience;
use doorstep_domain::release::{Later, NoLater};
use doorstep_domain::streets::Streets;
use doorstep_domain::view::{BuyerView, OnTour, ViewContext, later, view};
use doorstep_domain::{Choice, OperatorId, Parcel, Personal, TourId, TrackingView};
use doorstep_store::{Forgotten, LedgerEntry, Store};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use parking_lot::Mutex;
use tokio_util::task::TaskTracker;

use crate::clock::Clock;
use crate::error::ApiError;
use crate::experience::Experiences;
use crate::metrics::Metrics;
pub(crate) use append::Verdict;
pub(crate) use desk::Known;
use desk::LiveTour;
use ended::Ended;
pub(crate) use ended::is_over;
pub(crate) use guard::AwaitedCode;
use hub::Hub;
pub(crate) use offers::Offered;
use offers::Offers;
use outlook::Outlook;
pub(crate) use outlook::Told;
pub(crate) use watch::{Seen, Watch};
pub(crate) use wish::too_late_to_wish;

/// Tours in memory.
pub(crate) struct Live {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    /// The streets, where they are known: without them no dot glides.
    streets: Option<Arc<Streets>>,
    metrics: Arc<Metrics>,
    tours: DashMap<TourId, Arc<LiveTour>>,
    offers: Offers,
    experiences: Experiences,
    hub: Hub,
    tasks: TaskTracker,
    /// Logs of days before this one are forgotten, and nothing is added to them.
    forgotten_before: Mutex<Option<Date>>,
    itself: Weak<Self>,
}

impl Live {
    /// No tours yet; [`Live::open_all`] loads those that are under way.
    pub(crate) fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        streets: Option<Arc<Streets>>,
        metrics: Arc<Metrics>,
    ) -> Arc<Self> {
        Arc::new_cyclic(|itself| Self {
            store,
            clock,
            streets,
            metrics,
            tours: DashMap::new(),
            offers: Offers::default(),
            experiences: Experiences::default(),
            hub: Hub::default(),
            tasks: TaskTracker::new(),
            forgotten_before: Mutex::new(None),
            itself: itself.clone(),
        })
    }

    /// Reads a tour: its record, its state and its parcels. For operators and drivers; recipients get views.
    /// `None` when there is no such tour. What `read` gives must be owned: the tour goes on afterwards.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn tour<T>(
        &self,
        id: TourId,
        read: impl FnOnce(&Known) -> T + Send,
    ) -> Result<Option<T>, ApiError> {
        Ok(self.open(id).await?.map(|tour| read(tour.known())))
    }

    /// What tours of an operator use on a day of what past days taught; `None` before the day has begun.
    ///
    /// # Errors
    /// When the database fails, or there is no such operator.
    pub(crate) async fn experience(
        &self,
        operator: OperatorId,
        day: Date,
    ) -> Result<Option<Arc<Experience>>, ApiError> {
        let offered = self.offered(operator).await?;
        let now = self.clock.now();
        Ok(self.experiences.of(self.store.as_ref(), &offered.operator, day, now).await?)
    }

    /// Forgets what an operator's tours taught. Those that are in memory go on as they began.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn unlearn(&self, operator: OperatorId) -> Result<(), ApiError> {
        let entry = LedgerEntry { at: self.clock.now(), what: Forgotten::Lessons(operator) };
        self.store.note_forgotten(entry).await?;
        self.store.delete_lessons(operator).await?;
        self.experiences.forget(operator);
        Ok(())
    }

    /// How many recipients have the map of a tour open at this moment.
    pub(crate) fn watchers(&self, tour: TourId) -> usize {
        self.tours.get(&tour).map_or(0, |tour| tour.viewers())
    }

    /// What the recipient of a parcel may see of it now.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn look(&self, parcel: &Parcel) -> Result<TrackingView, ApiError> {
        let offered = self.offered(parcel.operator).await?;
        self.look_under(&offered, parcel).await
    }

    /// What they might see of it if the operator showed this instead.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn look_under(
        &self,
        offered: &Offered,
        parcel: &Parcel,
    ) -> Result<TrackingView, ApiError> {
        let zone = offered.zone_of(self.store.as_ref(), parcel.recipient).await?;
        let ended = self.ended(parcel).await?;
        let tour = match parcel.on_tour {
            Some(on_tour) => self.open(on_tour.tour).await?,
            None => None,
        };
        let now = self.clock.now();
        let outlook = tour.as_ref().map(|tour| tour.known().told.outlook(now));
        let driver = tour.as_ref().and_then(|tour| tour.known().driver_name.as_ref());
        Ok(see(outlook.as_ref().map(Outlook::on_tour), driver, parcel, offered, &zone, &ended, now))
    }

    /// Where on its tour a parcel goes whose recipient asks for it later, or why that is not possible.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn later(
        &self,
        parcel: &Parcel,
        choice: Choice,
    ) -> Result<Result<(Timestamp, Later), NoLater>, ApiError> {
        let offered = self.offered(parcel.operator).await?;
        let zone = offered.zone_of(self.store.as_ref(), parcel.recipient).await?;
        let Some(on_tour) = parcel.on_tour else { return Ok(Err(NoLater::TooLate)) };
        let tour = self.open(on_tour.tour).await?;
        let now = self.clock.now();
        let outlook = tour.as_ref().map(|tour| tour.known().told.outlook(now));
        let context = ViewContext {
            offer: &offered.offer,
            operator_name: &offered.operator.name,
            driver_name: None,
            settled: None,
            report: None,
            today: now.to_zoned(zone).date(),
            now,
        };
        Ok(later(outlook.as_ref().map(Outlook::on_tour), parcel, &context, choice))
    }

    /// What [`Live::look`] gives, for lists: a parcel whose story is over is told from its record, without loading
    /// the tour that brought it.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn glance(&self, parcel: &Parcel) -> Result<TrackingView, ApiError> {
        let in_memory = parcel.on_tour.is_some_and(|on_tour| self.tours.contains_key(&on_tour.tour));
        if in_memory || !is_over(parcel.status) {
            return self.look(parcel).await;
        }
        let offered = self.offered(parcel.operator).await?;
        let zone = offered.zone_of(self.store.as_ref(), parcel.recipient).await?;
        let ended = self.ended(parcel).await?;
        Ok(see(None, None, parcel, &offered, &zone, &ended, self.clock.now()))
    }

    /// What someone may see of a parcel who ordered it for somebody else.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn glance_of_buyer(&self, parcel: &Parcel) -> Result<BuyerView, ApiError> {
        let seen = self.glance(parcel).await?;
        let offered = self.offered(parcel.operator).await?;
        Ok(BuyerView::of(&seen, parcel, &offered.zone, self.clock.now()))
    }

    /// Waits until what was begun is done, for a stop that loses nothing.
    pub(crate) async fn finish(&self) {
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// This, for a task that outlives the request. It is there as long as anyone can call.
    fn itself(&self) -> Result<Arc<Self>, ApiError> {
        self.itself.upgrade().ok_or_else(|| ApiError::unavailable("The server is stopping."))
    }
}

/// The view of a parcel.
fn see(
    tour: Option<OnTour<'_>>,
    driver_name: Option<&Personal>,
    parcel: &Parcel,
    offered: &Offered,
    zone: &TimeZone,
    ended: &Ended,
    now: Timestamp,
) -> TrackingView {
    let context = ViewContext {
        offer: &offered.offer,
        operator_name: &offered.operator.name,
        driver_name,
        settled: ended.outcome,
        report: ended.report.as_ref(),
        today: now.to_zoned(zone.clone()).date(),
        now,
    };
    view(tour, parcel, &context)
}

impl std::fmt::Debug for Live {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Live").field("tours", &self.tours.len()).finish_non_exhaustive()
    }
}
