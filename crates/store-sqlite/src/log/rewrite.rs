//! Events with less in them than before: the one change that kept events ever see, so that what tells of people is
//! forgotten before the log is. Rows stay, so that no log has a gap.

use doorstep_domain::{TourEvent, TourId};
use doorstep_store::StoreError;
use doorstep_wire::stored;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use super::{day, event, index};
use crate::SqliteStore;
use crate::columns::Columns;
use crate::error::{failed, is_absent_table};

/// So many events are written in one transaction, so that appends need not wait for long.
const AT_ONCE: usize = 500;

/// Which events of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// Those that hold notes to drivers.
    Notes,
    /// All but those that tell where the vehicle was.
    AllButFixes,
}

/// The days that have a log.
pub(crate) async fn days(store: &SqliteStore) -> Result<Vec<Date>, StoreError> {
    let mut reader = store.readers.acquire().await.map_err(failed)?;
    index::days(&mut reader).await
}

/// An event as it is kept.
pub(crate) struct Row {
    /// Its number in the table of the day.
    pub(crate) id: i64,
    /// Its tour.
    pub(crate) tour: TourId,
    /// What it is.
    pub(crate) event: TourEvent,
}

/// Events of a day, in log order.
pub(crate) async fn events(store: &SqliteStore, day: Date, of: Of) -> Result<Vec<Row>, StoreError> {
    // An order by a row number that is written as a sum does not lead SQLite past the index of notes.
    let (condition, order) = match of {
        Of::Notes => (day::HOLDS_NOTE, "+id"),
        Of::AllButFixes => (r#"instr(body, CAST('"kind":"fix"' AS BLOB)) = 0"#, "id"),
    };
    let find = format!("SELECT id, tour, body FROM {} WHERE {condition} ORDER BY {order}", day::table(day));
    let rows = match sqlx::query(AssertSqlSafe(find)).fetch_all(&store.readers).await {
        Err(error) if is_absent_table(&error) => return Ok(Vec::new()),
        rows => rows.map_err(failed)?,
    };
    let read = |row| {
        let columns = Columns::of("log", row);
        let (id, tour) = (columns.raw("id")?, columns.id("tour", TourId::from_bytes)?);
        Ok(Row { id, tour, event: event(row)? })
    };
    rows.iter().map(read).collect()
}

/// Writes events in the place of those with the same numbers; how many there were. A day that was forgotten meanwhile has
/// none.
pub(crate) async fn put(store: &SqliteStore, day: Date, events: Vec<Row>) -> Result<u64, StoreError> {
    let mut written = 0;
    for some in events.chunks(AT_ONCE) {
        let some: Vec<_> = some.iter().map(|row| (row.id, stored::encode(&row.event))).collect();
        let put = format!("UPDATE {} SET body = ? WHERE id = ?", day::table(day));
        written += store
            .write(move |db| {
                Box::pin(async move {
                    let mut written = 0;
                    for (id, body) in some {
                        let put = sqlx::query(AssertSqlSafe(put.clone())).bind(body).bind(id);
                        match put.execute(&mut *db).await {
                            Err(error) if is_absent_table(&error) => return Ok(0),
                            done => written += done.map_err(failed)?.rows_affected(),
                        }
                    }
                    Ok(written)
                })
            })
            .await?;
    }
    Ok(written)
}
