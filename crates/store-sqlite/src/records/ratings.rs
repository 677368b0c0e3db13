//! How well deliveries went, as recipients say.

use std::collections::BTreeMap;

use doorstep_domain::{OperatorId, ParcelId, Rating, Score};
use doorstep_store::{Answer, RatedDay, Ratings, StoreError};
use jiff::civil::Date;
use sqlx::sqlite::SqliteRow;

use crate::SqliteStore;
use crate::columns::{Columns, all, bytes};
use crate::error::failed;

const TABLE: &str = "parcels";

impl Ratings for SqliteStore {
    fn put_rating(&self, parcel: ParcelId, day: Date, rating: Rating) -> Answer<'_, bool> {
        self.write(move |db| {
            Box::pin(async move {
                let put = "UPDATE parcels SET rating_score = ?, rating_comment = ?, rating_version = ?, rated_at = ?, \
                           rated_day = ? WHERE id = ? AND rating_version = ?";
                let put = sqlx::query(put)
                    .bind(rating.score.number())
                    .bind(rating.comment.map(|comment| comment.reveal().to_owned()))
                    .bind(rating.version)
                    .bind(rating.at.as_microsecond())
                    .bind(day.to_string())
                    .bind(bytes(parcel.to_bytes()))
                    .bind(rating.version.checked_sub(1));
                Ok(put.execute(db).await.map_err(failed)?.rows_affected() > 0)
            })
        })
    }

    fn count_ratings(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<RatedDay>> {
        Box::pin(async move {
            let count = "SELECT rated_day, rating_score, count(*) AS number FROM parcels \
                         WHERE operator = ? AND rated_day BETWEEN ? AND ? AND rating_score IS NOT NULL \
                         GROUP BY rated_day, rating_score";
            let count = sqlx::query(count).bind(bytes(operator.to_bytes()));
            let count = count.bind(from.to_string()).bind(until.to_string());
            let rows = all(&count.fetch_all(&self.readers).await.map_err(failed)?, read_count)?;
            let mut days = BTreeMap::new();
            for (day, score, number) in rows {
                days.entry(day).or_insert_with(|| RatedDay::none(day)).count(score, number);
            }
            Ok(days.into_values().collect())
        })
    }
}

fn read_count(row: &SqliteRow) -> Result<(Date, Score, u64), StoreError> {
    let columns = Columns::of(TABLE, row);
    let number: i64 = columns.raw("number")?;
    let score = score(&columns)?.ok_or_else(|| columns.wrong("rating_score", "it is empty"))?;
    Ok((columns.day("rated_day")?, score, u64::try_from(number).unwrap_or_default()))
}

/// The rating of a parcel.
pub(super) fn read(columns: &Columns<'_>) -> Result<Option<Rating>, StoreError> {
    let Some(score) = score(columns)? else { return Ok(None) };
    let version: i64 = columns.raw("rating_version")?;
    Ok(Some(Rating {
        score,
        comment: columns.personal_opt("rating_comment")?,
        at: columns.instant("rated_at")?,
        version: u32::try_from(version).unwrap_or(u32::MAX),
    }))
}

fn score(columns: &Columns<'_>) -> Result<Option<Score>, StoreError> {
    let Some(number) = columns.raw::<Option<i64>>("rating_score")? else { return Ok(None) };
    let score = u8::try_from(number).ok().and_then(|number| Score::try_from(number).ok());
    score.map(Some).ok_or_else(|| columns.wrong("rating_score", "it is no score"))
}
