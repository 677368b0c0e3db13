//! How tables change from version to version: forward only, and all that is missing in one transaction, so that two
//! processes that start at the same time do it once.
//!
//! To change a table: add a file with the next number to `migrations` and name it here. A file that was released never
//! changes.

use doorstep_store::StoreError;
use sqlx::{AssertSqlSafe, SqliteConnection};
use thiserror::Error;

use crate::error::failed;

/// Every migration, oldest first; the number of a migration is its place here, counted from 1.
const MIGRATIONS: [&str; 11] = [
    include_str!("../migrations/0001_records_and_logs.sql"),
    include_str!("../migrations/0002_judgements.sql"),
    include_str!("../migrations/0003_lessons.sql"),
    include_str!("../migrations/0004_logins.sql"),
    include_str!("../migrations/0005_visibility.sql"),
    include_str!("../migrations/0006_looks.sql"),
    include_str!("../migrations/0007_forgetting.sql"),
    include_str!("../migrations/0008_proofs_passkeys_ledger.sql"),
    include_str!("../migrations/0009_wishes_and_channels.sql"),
    include_str!("../migrations/0010_recipients_finished.sql"),
    include_str!("../migrations/0011_elsewhere_homes_carriers.sql"),
];

/// The number of the schema that this program reads and writes; it reads all before it, too.
pub fn schema() -> i64 {
    number(MIGRATIONS.len())
}

#[derive(Debug, Error)]
#[error("the file is a database of another program")]
struct Foreign;

/// Brings the tables up to date.
pub(crate) async fn run(db: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *db).await.map_err(failed)?;
    let end = match apply(db).await {
        Ok(()) => return sqlx::raw_sql("COMMIT").execute(db).await.map(drop).map_err(failed),
        Err(error) => error,
    };
    sqlx::raw_sql("ROLLBACK").execute(db).await.map_err(failed)?;
    Err(end)
}

async fn apply(db: &mut SqliteConnection) -> Result<(), StoreError> {
    let found = known(db).await?;
    for (index, sql) in MIGRATIONS.iter().enumerate().skip(usize::try_from(found).unwrap_or(0)) {
        sqlx::raw_sql(*sql).execute(&mut *db).await.map_err(failed)?;
        let note = format!("PRAGMA user_version = {}", number(index + 1));
        sqlx::raw_sql(AssertSqlSafe(note)).execute(&mut *db).await.map_err(failed)?;
    }
    Ok(())
}

/// The schema of a database of this program, 0 when it is empty.
pub(crate) async fn known(db: &mut SqliteConnection) -> Result<i64, StoreError> {
    let found = version(db).await?;
    if found > schema() {
        return Err(StoreError::TooNew { found, known: schema() });
    }
    if found == 0 && holds_tables(db).await? {
        return Err(StoreError::Driver(Box::new(Foreign)));
    }
    Ok(found)
}

/// The number of the newest migration that was applied.
async fn version(db: &mut SqliteConnection) -> Result<i64, StoreError> {
    sqlx::query_scalar("PRAGMA user_version").fetch_one(db).await.map_err(failed)
}

async fn holds_tables(db: &mut SqliteConnection) -> Result<bool, StoreError> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").fetch_one(db).await.map_err(failed)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
