//! What was deleted on purpose before its day.

use doorstep_store::{Answer, Ledger, LedgerEntry, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all};
use crate::error::failed;

impl Ledger for SqliteStore {
    fn note_forgotten(&self, entry: LedgerEntry) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                let add = sqlx::query("INSERT INTO ledger (at, what) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .bind(entry.at.as_microsecond())
                    .bind(entry.what.to_string());
                add.execute(db).await.map_err(failed)?;
                Ok(())
            })
        })
    }

    fn list_forgotten(&self) -> Answer<'_, Vec<LedgerEntry>> {
        Box::pin(async {
            let list = sqlx::query("SELECT * FROM ledger ORDER BY at, what");
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_forgotten_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.change("DELETE FROM ledger WHERE at < ?", at.as_microsecond())
    }

    fn end_all_access(&self) -> Answer<'_, ()> {
        let delete = "DELETE FROM sessions; DELETE FROM sign_in_links; DELETE FROM driver_codes; \
                      DELETE FROM shares; DELETE FROM calendars";
        self.write(move |db| {
            Box::pin(async move { sqlx::raw_sql(delete).execute(db).await.map(drop).map_err(failed) })
        })
    }
}

fn read(row: &SqliteRow) -> Result<LedgerEntry, StoreError> {
    let columns = Columns::of("ledger", row);
    Ok(LedgerEntry { at: columns.instant("at")?, what: columns.parsed("what")? })
}
