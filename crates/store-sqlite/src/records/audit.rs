//! What staff did.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, Audit, AuditEntry, Deed, PAGE_MAX, Page, StoreError};
use jiff::Timestamp;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes, cursor};
use crate::error::{failed, refused};

const TABLE: &str = "audit";

impl Audit for SqliteStore {
    fn record(&self, entry: AuditEntry) -> Answer<'_, ()> {
        let add = "INSERT INTO audit (operator, at, author, deed, subject) VALUES (?, ?, ?, ?, ?)";
        self.write(move |db| {
            Box::pin(async move {
                let add = sqlx::query(add)
                    .bind(bytes(entry.operator.to_bytes()))
                    .bind(entry.at.as_microsecond())
                    .bind(entry.by.to_string())
                    .bind(entry.deed.as_str())
                    .bind(entry.subject);
                add.execute(db).await.map_err(refused(TABLE, "this record"))?;
                Ok(())
            })
        })
    }

    fn list_audit(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<AuditEntry>> {
        Box::pin(async move {
            let list = "SELECT * FROM audit WHERE operator = ? AND number < ? ORDER BY number DESC LIMIT ?";
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(cursor(after.as_deref()))
                .bind(Page::<AuditEntry>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(Page::cut(rows, limit, |(number, _)| number.to_string()).without_numbers())
        })
    }

    fn list_audit_about(
        &self,
        operator: OperatorId,
        deed: Deed,
        subjects: Vec<String>,
        from: Timestamp,
        limit: u32,
    ) -> Answer<'_, Vec<AuditEntry>> {
        Box::pin(async move {
            let subjects = serde_json::to_string(&subjects).expect("texts can always be written as JSON");
            let list = "SELECT * FROM audit WHERE operator = ? AND deed = ? AND at >= ? \
                AND subject IN (SELECT value FROM json_each(?)) ORDER BY number DESC LIMIT ?";
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(deed.as_str())
                .bind(from.as_microsecond())
                .bind(subjects)
                .bind(limit.min(PAGE_MAX));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(rows.into_iter().map(|(_number, entry)| entry).collect())
        })
    }

    fn delete_audit_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM audit WHERE at < ?").bind(at.as_microsecond());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

fn read(row: &SqliteRow) -> Result<(i64, AuditEntry), StoreError> {
    let columns = Columns::of(TABLE, row);
    let entry = AuditEntry {
        operator: columns.id("operator", OperatorId::from_bytes)?,
        at: columns.instant("at")?,
        by: columns.parsed("author")?,
        deed: columns.one_of("deed", &Deed::ALL, Deed::as_str)?,
        subject: columns.raw("subject")?,
    };
    Ok((columns.raw("number")?, entry))
}
