//! Lessons.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, Lessons, StoreError, TaughtDay};
use jiff::civil::Date;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::{failed, refused};

const TABLE: &str = "lessons";
const REPLACED: &str = "other lessons of this day";

impl Lessons for SqliteStore {
    fn find_lessons(&self, operator: OperatorId, day: Date) -> Answer<'_, Option<String>> {
        let find = "SELECT lessons FROM lessons WHERE operator = ? AND day = ?";
        Box::pin(async move {
            let find = sqlx::query_scalar(find).bind(bytes(operator.to_bytes())).bind(day.to_string());
            find.fetch_optional(&self.readers).await.map_err(failed)
        })
    }

    fn list_lessons(&self, operator: OperatorId, from: Date, before: Date) -> Answer<'_, Vec<TaughtDay>> {
        let list = "SELECT * FROM lessons WHERE operator = ? AND day >= ? AND day < ? ORDER BY day";
        Box::pin(async move {
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(from.to_string())
                .bind(before.to_string());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_lessons(&self, operator: OperatorId) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM lessons WHERE operator = ?");
                let delete = delete.bind(bytes(operator.to_bytes()));
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }

    fn delete_lessons_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM lessons WHERE day < ?").bind(day.to_string());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

/// Writes the lessons of a day in the place of those without the tour.
pub(super) async fn put(
    db: &mut SqliteConnection,
    taught: TaughtDay,
    replaces: Option<String>,
) -> Result<(), StoreError> {
    let Some(before) = replaces else {
        let insert = sqlx::query("INSERT INTO lessons (operator, day, lessons) VALUES (?, ?, ?)")
            .bind(bytes(taught.operator.to_bytes()))
            .bind(taught.day.to_string())
            .bind(taught.lessons);
        return insert.execute(db).await.map(drop).map_err(refused(TABLE, REPLACED));
    };
    let replace =
        sqlx::query("UPDATE lessons SET lessons = ? WHERE operator = ? AND day = ? AND lessons = ?")
            .bind(taught.lessons)
            .bind(bytes(taught.operator.to_bytes()))
            .bind(taught.day.to_string())
            .bind(before);
    match replace.execute(db).await.map_err(failed)?.rows_affected() {
        0 => Err(StoreError::Conflict { what: REPLACED }),
        _ => Ok(()),
    }
}

fn read(row: &SqliteRow) -> Result<TaughtDay, StoreError> {
    let columns = Columns::of(TABLE, row);
    Ok(TaughtDay {
        operator: columns.id("operator", OperatorId::from_bytes)?,
        day: columns.day("day")?,
        lessons: columns.raw("lessons")?,
    })
}
