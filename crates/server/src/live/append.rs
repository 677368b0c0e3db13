//! How something happens to a tour: judged, written to the log, and only then seen.

use std::collections::BTreeSet;

use doorstep_domain::admission::{Draft, Refusal, Source};
use doorstep_domain::{DriverId, EventId, Happening, ParcelId, TourEvent, TourId};
use doorstep_store::Append;
use jiff::Timestamp;

use super::Live;
use super::desk::{Known, OpenTour};
use super::judge::{Barred, Judged, judge, parcels_of};
use super::mirror::stops_of;
use crate::error::ApiError;
use crate::secret;

/// What became of an event that someone wanted to add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is in the log.
    Taken,
    /// It was in the log already.
    Doubled,
    /// It was not let in.
    Refused(Refusal),
}

/// Who writes.
#[derive(Debug, Clone, Copy)]
struct Writer {
    source: Source,
    /// The driver on whose behalf; they must be the tour's at the moment of writing.
    driver: Option<DriverId>,
}

impl Live {
    /// Adds events to a tour: one verdict for each draft, in their order. When this answers, what was taken would
    /// survive a power cut. Drivers write by [`Live::append_as_driver`]; that the tour is the operator's, or that the
    /// parcel is the recipient's, is checked by whoever calls.
    ///
    /// # Errors
    /// When there is no such tour, or the database fails; nothing was taken then.
    pub(crate) async fn append(
        &self,
        tour: TourId,
        drafts: Vec<Draft>,
        source: Source,
    ) -> Result<Vec<Verdict>, ApiError> {
        self.append_by(tour, drafts, Writer { source, driver: None }).await
    }

    /// Adds a driver's events to their tour.
    ///
    /// # Errors
    /// When there is no such tour, or another driver has it by now, or the database fails; nothing was taken then.
    pub(crate) async fn append_as_driver(
        &self,
        tour: TourId,
        driver: DriverId,
        drafts: Vec<Draft>,
    ) -> Result<Vec<Verdict>, ApiError> {
        self.append_by(tour, drafts, Writer { source: Source::Driver, driver: Some(driver) }).await
    }

    /// Gives a tour to another driver. The one before may not write it from then on.
    ///
    /// # Errors
    /// When there is no such tour, or the database fails.
    pub(crate) async fn hand_over(&self, tour: TourId, driver: DriverId) -> Result<(), ApiError> {
        let draft = Draft {
            id: EventId::from_u128(secret::fresh_id()),
            at: self.clock.now(),
            sent_at: None,
            what: Happening::HandedOver { driver: Some(driver), vehicle: None },
        };
        self.append(tour, vec![draft], Source::Operator).await.map(|_taken| ())
    }

    /// What was begun is ended, even when the caller goes away in the midst of it.
    async fn append_by(
        &self,
        tour: TourId,
        drafts: Vec<Draft>,
        writer: Writer,
    ) -> Result<Vec<Verdict>, ApiError> {
        let live = self.itself()?;
        let appending = self.tasks.spawn(async move {
            let open = live.open(tour).await?.ok_or_else(ApiError::not_found)?;
            live.append_to(open, drafts, writer).await
        });
        appending.await.unwrap_or_else(|error| {
            tracing::error!(%error, "an append broke off");
            Err(ApiError::internal())
        })
    }

    async fn append_to(
        &self,
        mut open: OpenTour,
        drafts: Vec<Draft>,
        writer: Writer,
    ) -> Result<Vec<Verdict>, ApiError> {
        let known = open.known();
        if writer
            .driver
            .is_some_and(|driver| Some(driver) != known.told.state.driver().or(known.record.driver))
        {
            return Err(ApiError::not_found());
        }
        if self.is_forgotten(known.record.day) {
            return Ok(vec![Verdict::Refused(Refusal::TooOld); drafts.len()]);
        }
        let foreign = self.meet_parcels(open.known_mut(), &drafts).await?;
        let now = self.clock.now();
        let guarded = self.guarded_by_rules(open.known(), &drafts).await?;
        let barred = Barred { foreign, guarded };
        let judged = judge(open.known(), drafts, &barred, now, writer.source);
        let Judged { verdicts, events, corrected } = judged;
        if !events.is_empty() {
            self.write(open, events, corrected, now).await?;
        }
        self.metrics.count_events(&verdicts);
        Ok(verdicts)
    }

    /// Writes events that are let in. From here to the end of the append nothing is known to anyone else.
    async fn write(
        &self,
        mut open: OpenTour,
        events: Vec<TourEvent>,
        corrected: Vec<EventId>,
        now: Timestamp,
    ) -> Result<(), ApiError> {
        let only_fixes = events.iter().all(|event| matches!(event.what, Happening::Fix(_)));
        let mut known = open.take();
        let before = if only_fixes { None } else { Some(stops_of(&known.told.state)) };
        known.told.take_in(events.iter().cloned(), self.streets.as_deref(), now);
        let change = self.settle(&known).await?;
        let append = Append {
            tour: known.record.id,
            day: known.record.day,
            events,
            settled: change.settled,
            messages: change.messages,
        };
        self.store.append(append).await?;
        known.standing = change.standing;
        known.corrected.extend(corrected);
        let moved = match before {
            // The log has it; what the records lack is repaired when the tour is loaded anew.
            Some(before) => match self.mirror(&mut known, &before).await {
                Ok(moved) => moved,
                Err(error) => {
                    tracing::error!(code = error.code(), "the records of a tour lag behind its log");
                    self.is_changed(&open.tour);
                    return Ok(());
                }
            },
            None => Vec::new(),
        };
        open.keep(known);
        self.is_changed(&open.tour);
        drop(open);
        self.refresh_later(moved);
        Ok(())
    }

    /// Reads the records of parcels that drafts bring onto the tour; those that are not the operator's are foreign.
    async fn meet_parcels(
        &self,
        known: &mut Known,
        drafts: &[Draft],
    ) -> Result<BTreeSet<ParcelId>, ApiError> {
        let brought: BTreeSet<ParcelId> = drafts.iter().flat_map(|draft| parcels_of(&draft.what)).collect();
        let new: Vec<ParcelId> = brought.into_iter().filter(|id| !known.parcels.contains_key(id)).collect();
        if new.is_empty() {
            return Ok(BTreeSet::new());
        }
        let mut foreign: BTreeSet<ParcelId> = new.iter().copied().collect();
        for parcel in self.store.find_parcels(new).await? {
            if parcel.operator == known.record.operator {
                foreign.remove(&parcel.id);
                known.parcels.insert(parcel.id, parcel);
            }
        }
        Ok(foreign)
    }
}
