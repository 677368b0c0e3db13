//! Judgements.

use doorstep_domain::OperatorId;
use doorstep_store::{Answer, JudgedDay, JudgedTour, Judgements, StoreError, TourRecord};
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

use super::{lessons, tours};
use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::{failed, refused};

const TABLE: &str = "judgements";
const REPLACED: &str = "another judgement of this day";

impl Judgements for SqliteStore {
    fn list_unjudged_tours(&self, ended_before: Timestamp, limit: u32) -> Answer<'_, Vec<TourRecord>> {
        let list = "SELECT * FROM tours WHERE ended_at IS NOT NULL AND is_judged = 0 AND ended_at < ? \
                    ORDER BY ended_at, id LIMIT ?";
        Box::pin(async move {
            let list = sqlx::query(list).bind(ended_before.as_microsecond()).bind(limit);
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, tours::read)
        })
    }

    fn put_judgement(&self, judged: JudgedTour) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(put(db, judged)))
    }

    fn find_judgement(
        &self,
        operator: OperatorId,
        day: Date,
        region: Option<String>,
    ) -> Answer<'_, Option<String>> {
        let find = "SELECT judgement FROM judgements WHERE operator = ? AND day = ? AND region = ?";
        Box::pin(async move {
            let find = sqlx::query_scalar(find)
                .bind(bytes(operator.to_bytes()))
                .bind(day.to_string())
                .bind(region.unwrap_or_default());
            find.fetch_optional(&self.readers).await.map_err(failed)
        })
    }

    fn list_judgements(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<JudgedDay>> {
        let list = "SELECT * FROM judgements WHERE operator = ? AND day BETWEEN ? AND ? \
                    ORDER BY day DESC, region";
        Box::pin(async move {
            let list = sqlx::query(list)
                .bind(bytes(operator.to_bytes()))
                .bind(from.to_string())
                .bind(until.to_string());
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn delete_judgements_before(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |db| {
            Box::pin(async move {
                let delete = sqlx::query("DELETE FROM judgements WHERE day < ?").bind(day.to_string());
                Ok(delete.execute(db).await.map_err(failed)?.rows_affected())
            })
        })
    }
}

async fn put(db: &mut SqliteConnection, judged: JudgedTour) -> Result<bool, StoreError> {
    let JudgedTour { tour, day, replaces, taught, replaces_lessons } = judged;
    let note = sqlx::query("UPDATE tours SET is_judged = 1 WHERE id = ? AND is_judged = 0")
        .bind(bytes(tour.to_bytes()));
    if note.execute(&mut *db).await.map_err(failed)?.rows_affected() == 0 {
        return Ok(false);
    }
    match (day, replaces) {
        (None, _) => {}
        (Some(day), None) => insert(&mut *db, day).await?,
        (Some(day), Some(before)) => replace(&mut *db, day, before).await?,
    }
    if let Some(taught) = taught {
        lessons::put(db, taught, replaces_lessons).await?;
    }
    Ok(true)
}

async fn insert(db: &mut SqliteConnection, day: JudgedDay) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO judgements (operator, day, region, judgement) VALUES (?, ?, ?, ?)")
        .bind(bytes(day.operator.to_bytes()))
        .bind(day.day.to_string())
        .bind(day.region.unwrap_or_default())
        .bind(day.judgement)
        .execute(db)
        .await
        .map_err(refused(TABLE, REPLACED))?;
    Ok(())
}

async fn replace(db: &mut SqliteConnection, day: JudgedDay, before: String) -> Result<(), StoreError> {
    let replace = "UPDATE judgements SET judgement = ? \
                   WHERE operator = ? AND day = ? AND region = ? AND judgement = ?";
    let replace = sqlx::query(replace)
        .bind(day.judgement)
        .bind(bytes(day.operator.to_bytes()))
        .bind(day.day.to_string())
        .bind(day.region.unwrap_or_default())
        .bind(before);
    match replace.execute(db).await.map_err(failed)?.rows_affected() {
        0 => Err(StoreError::Conflict { what: REPLACED }),
        _ => Ok(()),
    }
}

fn read(row: &SqliteRow) -> Result<JudgedDay, StoreError> {
    let columns = Columns::of(TABLE, row);
    let region: String = columns.raw("region")?;
    Ok(JudgedDay {
        operator: columns.id("operator", OperatorId::from_bytes)?,
        day: columns.day("day")?,
        region: (!region.is_empty()).then_some(region),
        judgement: columns.raw("judgement")?,
    })
}
