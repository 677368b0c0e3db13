//! The index beside the logs: where each tour's log ends. All that it holds follows from the logs.

use doorstep_store::StoreError;
use jiff::civil::Date;
use sqlx::{AssertSqlSafe, SqliteConnection};

use super::day;
use crate::error::failed;

/// Makes the index anew if it does not end where the logs end, as after an older backup of a part of the file.
pub(crate) async fn mend(db: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(failed)?;
    let done = match agrees(db).await {
        Ok(true) => Ok(()),
        Ok(false) => {
            tracing::warn!("the index beside the logs does not agree with them and is made anew");
            rebuild(db).await
        }
        Err(error) => Err(error),
    };
    let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
    sqlx::raw_sql(end).execute(db).await.map_err(failed)?;
    done
}

/// Makes the index anew from the logs.
pub(crate) async fn rebuild(db: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM log_ends").execute(&mut *db).await.map_err(failed)?;
    for day in days(db).await? {
        let ends = format!(
            "INSERT INTO log_ends (day, tour, last_seq, last_id) \
             SELECT ?, tour, max(seq), max(id) FROM {} GROUP BY tour",
            day::table(day)
        );
        sqlx::query(AssertSqlSafe(ends)).bind(day.to_string()).execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}

async fn agrees(db: &mut SqliteConnection) -> Result<bool, StoreError> {
    let days = days(db).await?;
    for day in &days {
        let both = format!(
            "SELECT (SELECT max(id) FROM {}) IS (SELECT max(last_id) FROM log_ends WHERE day = ?)",
            day::table(*day)
        );
        let same: bool = sqlx::query_scalar(AssertSqlSafe(both))
            .bind(day.to_string())
            .fetch_one(&mut *db)
            .await
            .map_err(failed)?;
        if !same {
            return Ok(false);
        }
    }
    let known: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT day FROM log_ends").fetch_all(db).await.map_err(failed)?;
    Ok(known.iter().all(|known| days.iter().any(|day| day.to_string() == *known)))
}

/// The days that have a log.
pub(crate) async fn days(db: &mut SqliteConnection) -> Result<Vec<Date>, StoreError> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, length(?1)) = ?1";
    let names: Vec<String> =
        sqlx::query_scalar(tables).bind(day::PREFIX).fetch_all(db).await.map_err(failed)?;
    Ok(names.iter().filter_map(|name| day::of_table(name)).collect())
}
