//! What was believed of a tour, and why: now, from memory, and at any instant before, from its log.
//!
//! The log tells when each event was received, so folding those that were received by then is what was believed then.
//! Records are no events: addresses, parcels and rules are those of today.

mod answer;
mod look_back;

use std::sync::Arc;

use doorstep_domain::prediction::Explanation;
use doorstep_domain::{Parcel, ParcelId, Personal};
use doorstep_store::{Store, StoreError, TourRecord};
use doorstep_wire::tour::ExplanationAnswer;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use thiserror::Error;

use crate::error::ApiError;
use crate::live::{Offered, Told};
use crate::state::AppState;
use answer::answer;
pub use look_back::look_back;

/// Why nothing is explained.
#[derive(Debug, Error)]
pub enum NotExplained {
    /// The log was forgotten with its day.
    #[error("nothing is known of this tour any more: its log was forgotten after its days")]
    Forgotten,
    /// It is asked about an instant before the log.
    #[error("the log of this tour begins at {begins}; before that, nothing was known of it")]
    BeforeLog {
        /// When its first event was received.
        begins: Timestamp,
    },
    /// It is asked about an instant that is still to come.
    #[error("that is still to come: it is {now}")]
    StillToCome {
        /// The latest instant that may be asked about.
        now: Timestamp,
    },
    /// It is asked about a parcel that was not on the tour.
    #[error("this parcel was not on the tour at that time")]
    UnknownParcel,
    /// The database failed.
    #[error("the database does not answer")]
    Store(#[from] StoreError),
    /// The work broke off; the log of the program says why.
    #[error("the work broke off")]
    BrokenOff,
}

/// What was believed of a tour at an instant.
struct Belief<'a> {
    record: &'a TourRecord,
    told: &'a Told,
    explanation: Explanation,
    at: Timestamp,
}

/// A parcel that is asked about, and what its view depends on beside the tour.
struct Asked {
    parcel: Parcel,
    driver_name: Option<Personal>,
    offered: Arc<Offered>,
    zone: TimeZone,
}

impl Asked {
    /// Reads the parcel of an operator, which shows this.
    async fn read(
        store: &dyn Store,
        offered: Arc<Offered>,
        tour: &TourRecord,
        parcel: ParcelId,
    ) -> Result<Self, NotExplained> {
        let found = store.find_parcel(parcel).await?;
        let own = |parcel: &Parcel| parcel.operator == offered.operator.id;
        let parcel = found.filter(own).ok_or(NotExplained::UnknownParcel)?;
        let zone = offered.zone_of(store, parcel.recipient).await?;
        let driver_name = match tour.driver {
            Some(driver) => store.find_driver(driver).await?.map(|(_operator, name)| name),
            None => None,
        };
        Ok(Self { parcel, driver_name, offered, zone })
    }
}

/// Explains what is believed of a tour now.
pub(crate) async fn explain_now(
    shared: &AppState,
    record: TourRecord,
    parcel: Option<ParcelId>,
) -> Result<ExplanationAnswer, ApiError> {
    let asked = match parcel {
        Some(parcel) => Some(asked(shared, &record, parcel).await?),
        None => None,
    };
    let details = shared.store.stop_details(record.id).await?;
    let at = shared.clock.now();
    let told = shared.live.tour(record.id, |known| {
        let belief = Belief { record: &record, told: &known.told, explanation: known.told.explain(at), at };
        answer(&belief, &details, asked.as_ref())
    });
    Ok(told.await?.ok_or_else(ApiError::not_found)??)
}

async fn asked(shared: &AppState, tour: &TourRecord, parcel: ParcelId) -> Result<Asked, ApiError> {
    let offered = shared.live.offered(tour.operator).await?;
    Ok(Asked::read(shared.store.as_ref(), offered, tour, parcel).await?)
}

/// What is told of a tour, for pictures of its page.
#[cfg(test)]
pub(crate) fn picture_of(
    record: &TourRecord,
    told: &Told,
    at: Timestamp,
    details: &[doorstep_store::StopDetails],
) -> ExplanationAnswer {
    answer(&Belief { record, told, explanation: told.explain(at), at }, details, None)
        .expect("something is known of it")
}
