//! One watched parcel: its newest view, for everyone who looks at it.

use std::sync::Arc;

use doorstep_domain::{MapView, Parcel, ParcelId, RecipientId, TrackingView};
use jiff::tz::TimeZone;
use parking_lot::Mutex;
use tokio::sync::watch;

use super::Live;
use super::desk::LiveTour;
use super::ended::Ended;
use crate::error::ApiError;

/// What a recipient may see of a parcel, and their own record of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    /// What they may see.
    pub(crate) view: TrackingView,
    /// The record, for what they know anyway: the number on the label, their own door.
    pub(crate) parcel: Parcel,
}

/// The newest view of a parcel, from now on. Whoever is slow misses what was in between, and delays nobody.
pub(crate) struct Watch {
    live: Arc<Live>,
    watched: Arc<Watched>,
    /// There until this is dropped.
    newest: Option<watch::Receiver<Option<Arc<Seen>>>>,
}

/// A parcel that someone looks at.
pub(super) struct Watched {
    pub(super) id: ParcelId,
    facts: Mutex<Facts>,
    newest: watch::Sender<Option<Arc<Seen>>>,
    /// Held while the facts are read anew, so that the newest reading is the one that stays.
    pub(super) refreshing: tokio::sync::Mutex<()>,
}

/// What a view is made from, beside the state of the tour.
#[derive(Clone, Default)]
pub(super) struct Facts {
    pub(super) parcel: Option<Arc<Parcel>>,
    pub(super) zone: Option<TimeZone>,
    pub(super) ended: Ended,
    /// The tour that it is looked up on.
    tour: Option<Arc<LiveTour>>,
    /// Whether the last viewer went away.
    is_closed: bool,
}

impl Watch {
    /// The next view that differs from the one that was taken last; at first the one that there is. `None` when the
    /// parcel is not there any more.
    pub(crate) async fn changed(&mut self) -> Option<Arc<Seen>> {
        let newest = self.newest.as_mut()?;
        loop {
            newest.changed().await.ok()?;
            if let Some(seen) = newest.borrow_and_update().clone() {
                return Some(seen);
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.newest = None;
        self.live.hub.leave(&self.watched);
    }
}

impl Watched {
    pub(super) fn new(id: ParcelId) -> Self {
        Self {
            id,
            facts: Mutex::default(),
            newest: watch::Sender::new(None),
            refreshing: tokio::sync::Mutex::default(),
        }
    }

    pub(super) fn is_seen(&self) -> bool {
        self.newest.receiver_count() > 0
    }

    /// Whether the newest view shows the map.
    pub(super) fn is_open(&self) -> bool {
        let newest = self.newest.borrow();
        newest.as_ref().is_some_and(|seen| matches!(seen.view.map, MapView::Open { .. }))
    }

    pub(super) fn subscribe(&self) -> watch::Receiver<Option<Arc<Seen>>> {
        let mut newest = self.newest.subscribe();
        newest.mark_changed();
        newest
    }

    pub(super) fn recipient(&self) -> Option<RecipientId> {
        self.facts.lock().parcel.as_ref()?.recipient
    }

    pub(super) fn facts(&self) -> Facts {
        self.facts.lock().clone()
    }

    pub(super) fn is_on_no_tour(&self) -> bool {
        self.facts.lock().tour.is_none()
    }

    /// Takes new facts, and moves from the tour before to the one now.
    pub(super) fn learn(
        self: &Arc<Self>,
        parcel: Arc<Parcel>,
        zone: TimeZone,
        ended: Ended,
        tour: Option<&Arc<LiveTour>>,
    ) {
        let mut facts = self.facts.lock();
        facts.parcel = Some(parcel);
        facts.zone = Some(zone);
        facts.ended = ended;
        let before = facts.tour.take();
        if let Some(before) = before.filter(|before| tour.is_none_or(|now| !Arc::ptr_eq(before, now))) {
            before.watched.lock().remove(&self.id);
        }
        if let Some(tour) = tour.filter(|_| !facts.is_closed) {
            tour.watched.lock().insert(self.id, self.clone());
            facts.tour = Some(tour.clone());
        }
    }

    /// Leaves its tour for good.
    pub(super) fn close(&self) {
        let mut facts = self.facts.lock();
        facts.is_closed = true;
        if let Some(tour) = facts.tour.take() {
            tour.watched.lock().remove(&self.id);
        }
    }

    /// Shows a view, unless it is the one that is shown already.
    pub(super) fn show(&self, view: TrackingView, parcel: &Arc<Parcel>) {
        self.newest.send_if_modified(|newest| {
            if newest.as_ref().is_some_and(|seen| seen.view == view && seen.parcel == **parcel) {
                return false;
            }
            *newest = Some(Arc::new(Seen { view, parcel: Parcel::clone(parcel) }));
            true
        });
    }
}

impl Live {
    /// Watches a parcel on behalf of its recipient, who was checked by whoever calls.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn watch(&self, parcel: &Parcel) -> Result<Watch, ApiError> {
        let live = self.itself()?;
        let (watched, newest) = self.hub.join(parcel.id);
        let watch = Watch { live, watched, newest: Some(newest) };
        self.refresh(&watch.watched).await?;
        Ok(watch)
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("parcel", &self.watched.id).finish_non_exhaustive()
    }
}
