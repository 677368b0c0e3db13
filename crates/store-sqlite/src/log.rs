//! The logs of the tours.
//!
//! The log of a day is a table that only grows, without any index beside its row numbers but one of the few rows with notes
//! ([`day`]). Each row names the row of the same tour before it, and [`index`] knows the last row of each tour; so a tour is
//! read backwards from its end, row by row, without reading the others.

pub(crate) mod append;
mod day;
pub(crate) mod index;
pub(crate) mod rewrite;

use std::collections::BTreeMap;

use doorstep_domain::{TourEvent, TourId};
use doorstep_store::{Answer, Append, Appended, EventLog, LoggedTour, StoreError};
use doorstep_wire::stored;
use futures_util::TryStreamExt as _;
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, SqliteConnection};

use crate::SqliteStore;
use crate::columns::{Columns, bytes};
use crate::error::{failed, is_absent_table};
use append::Records;

impl EventLog for SqliteStore {
    fn append(&self, append: Append) -> Answer<'_, Appended> {
        Box::pin(self.writer.append(Records::of(append)))
    }

    fn load_tour(&self, tour: TourId, day: Date) -> Answer<'_, Vec<TourEvent>> {
        Box::pin(async move {
            let table = day::table(day);
            // A cross join is one that SQLite does in the order in which it is written: from the tour's end backwards.
            let backwards = format!(
                "WITH RECURSIVE chain (id) AS (\
                     SELECT last_id FROM log_ends WHERE day = ?1 AND tour = ?2 \
                     UNION ALL \
                     SELECT before FROM chain CROSS JOIN {table} USING (id) WHERE before > 0) \
                 SELECT seq, body FROM chain CROSS JOIN {table} USING (id) WHERE tour = ?2"
            );
            let rows = sqlx::query(AssertSqlSafe(backwards))
                .bind(day.to_string())
                .bind(bytes(tour.to_bytes()))
                .fetch_all(&self.readers)
                .await;
            match rows {
                Ok(rows) => forwards(&rows),
                Err(error) if is_absent_table(&error) => Ok(Vec::new()),
                Err(error) => Err(failed(error)),
            }
        })
    }

    fn load_day(&self, day: Date) -> Answer<'_, Vec<LoggedTour>> {
        Box::pin(async move {
            let all = format!("SELECT tour, body FROM {} ORDER BY id", day::table(day));
            let mut rows = sqlx::query(AssertSqlSafe(all)).fetch(&self.readers);
            let mut tours = BTreeMap::<TourId, Vec<TourEvent>>::new();
            loop {
                match rows.try_next().await {
                    Ok(Some(row)) => {
                        let tour = Columns::of("log", &row).id("tour", TourId::from_bytes)?;
                        tours.entry(tour).or_default().push(event(&row)?);
                    }
                    Ok(None) => break,
                    Err(error) if is_absent_table(&error) => break,
                    Err(error) => return Err(failed(error)),
                }
            }
            Ok(tours.into_iter().map(|(tour, events)| LoggedTour { tour, events }).collect())
        })
    }

    fn forget_day(&self, day: Date) -> Answer<'_, u64> {
        Box::pin(async move {
            let tours = self.write(move |db| Box::pin(forget(db, day))).await?;
            if tours > 0 {
                self.writer.checkpoint().await?;
            }
            Ok(tours)
        })
    }
}

async fn forget(db: &mut SqliteConnection, day: Date) -> Result<u64, StoreError> {
    sqlx::raw_sql(AssertSqlSafe(day::drop_table(day))).execute(&mut *db).await.map_err(failed)?;
    let delete = sqlx::query("DELETE FROM log_ends WHERE day = ?").bind(day.to_string());
    Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
}

/// The events of rows that were read backwards.
fn forwards(rows: &[SqliteRow]) -> Result<Vec<TourEvent>, StoreError> {
    let mut events = Vec::with_capacity(rows.len());
    for (row, expected) in rows.iter().rev().zip(1_i64..) {
        let columns = Columns::of("log", row);
        if columns.raw::<i64>("seq")? != expected {
            return Err(columns.wrong("seq", "the numbers of the tour's events have a gap"));
        }
        events.push(event(row)?);
    }
    Ok(events)
}

fn event(row: &SqliteRow) -> Result<TourEvent, StoreError> {
    let columns = Columns::of("log", row);
    stored::decode(columns.raw("body")?).map_err(|error| columns.wrong("body", &error.to_string()))
}
