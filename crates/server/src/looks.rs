//! Looks of staff at where drivers are: each is recorded before it is answered, and what cannot be recorded is not
//! answered. The driver reads the records in their app.
//!
//! A record tells who looked at which tour, or at all tours of a day, and when; no place is in it. Whoever keeps looking,
//! such as a page that renews itself, is recorded once a minute.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use doorstep_domain::{OperatorId, TourId};
use doorstep_store::{Actor, AuditEntry, Deed, Store, StoreError, TourRecord};
use http::StatusCode;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

use crate::access::Author;
use crate::error::ApiError;
use crate::state::AppState;

/// So long one record stands for all looks of the same person at the same.
const STANDS_FOR: SignedDuration = SignedDuration::from_mins(1);
/// So many records are remembered at most; with more, looks are recorded again.
const REMEMBERED_MAX: usize = 10_000;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// One tour.
    At(TourId),
    /// All tours of a service day.
    Over(Date),
}

impl Look {
    /// What a record of it is about.
    pub(crate) fn subject(self) -> String {
        match self {
            Self::At(tour) => tour.to_string(),
            Self::Over(day) => day.to_string(),
        }
    }
}

/// Who looked at what: whose record stands for whose look.
type Known = (OperatorId, String, String);

/// The looks of the last minute.
#[derive(Debug, Default)]
pub(crate) struct Looks(Mutex<HashMap<Known, Timestamp>>);

/// Records a look. Only then may it be answered.
///
/// # Errors
/// `look_not_recorded` when it cannot be.
pub(crate) async fn record(shared: &AppState, author: &Author, look: Look) -> Result<(), ApiError> {
    let (now, subject) = (shared.clock.now(), look.subject());
    let known: Known = (author.operator, author.actor.to_string(), subject.clone());
    if shared.looks.stands(&known, now) {
        return Ok(());
    }
    let entry = AuditEntry {
        operator: author.operator,
        at: now,
        by: author.actor.clone(),
        deed: Deed::Looked,
        subject,
    };
    write(shared, entry).await?;
    shared.looks.remember(known, now);
    Ok(())
}

/// Writes the record of a look, of this kind or another.
///
/// # Errors
/// `look_not_recorded` when it cannot be written.
pub(crate) async fn write(shared: &AppState, entry: AuditEntry) -> Result<(), ApiError> {
    shared.store.record(entry).await.map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a look could not be recorded and is refused");
        let detail = "Who looks at a tour is recorded first, and that could not be written, so nothing is shown. Try \
            again in a moment; if it stays like this, the disk of the server may be full.";
        ApiError::new(StatusCode::SERVICE_UNAVAILABLE, "look_not_recorded", detail).retry_after(10)
    })
}

/// Records the look of someone at the command line at a tour, who works without a server.
///
/// # Errors
/// When it cannot be written; then nothing may be shown.
pub async fn record_by_hand(store: &dyn Store, tour: &TourRecord, now: Timestamp) -> Result<(), StoreError> {
    let entry = AuditEntry {
        operator: tour.operator,
        at: now,
        by: Actor::Command,
        deed: Deed::Looked,
        subject: Look::At(tour.id).subject(),
    };
    store.record(entry).await
}

impl Looks {
    fn stands(&self, look: &Known, now: Timestamp) -> bool {
        self.0.lock().get(look).is_some_and(|at| is_recent(*at, now))
    }

    fn remember(&self, look: Known, now: Timestamp) {
        let mut looks = self.0.lock();
        looks.retain(|_, at| is_recent(*at, now));
        if looks.len() < REMEMBERED_MAX {
            looks.insert(look, now);
        }
    }
}

/// Also when the clock was set back: a record from the future stands for nothing for long.
fn is_recent(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at).abs() < STANDS_FOR
}
