//! A copy of the database that was brought back: it forgets again what was forgotten since it was made.

use doorstep_store::{Forgotten, LedgerEntry, Store, StoreError};
use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::due::Due;
use super::worker::LOOK_BACK_DAYS;
use super::{KINDS, Retention};

/// Forgets what was deleted on purpose and what is due by now, and ends every login. What is left is to be erased from the
/// files by [`doorstep_store::Forgets::erase_traces`] before anyone else opens them.
///
/// # Errors
/// When the database fails; then the copy must not be used.
pub async fn forget_again(
    store: &dyn Store,
    ledger: impl IntoIterator<Item = LedgerEntry>,
    retention: &Retention,
    now: Timestamp,
) -> Result<(), StoreError> {
    for entry in ledger {
        store.note_forgotten(entry).await?;
        match entry.what {
            Forgotten::Person(id) => drop(store.forget_person(id).await?),
            Forgotten::Day(day) => drop(store.forget_day(day).await?),
            Forgotten::Lessons(operator) => drop(store.delete_lessons(operator).await?),
        }
    }
    store.end_all_access().await?;
    let stopping = CancellationToken::new();
    let due =
        Due { store, retention, copies: None, now, look_back_days: LOOK_BACK_DAYS, stopping: &stopping };
    for kind in KINDS {
        due.forget(kind.data).await?;
    }
    Ok(())
}
