//! How the database is opened.

use std::path::Path;
use std::time::Duration;

use doorstep_store::StoreError;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{ConnectOptions as _, Connection as _};
use thiserror::Error;

use crate::error::failed;
use crate::log::index;
use crate::migrations;

/// The oldest SQLite that may be used: older ones can corrupt a database in WAL mode.
const OLDEST: [u32; 3] = [3, 51, 3];
/// How long a process waits for another that writes.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long it waits before it asks again, where SQLite itself does not.
const BUSY_PAUSE: Duration = Duration::from_millis(20);
const PAGE_BYTES: u32 = 4096;
/// The size that the write-ahead log is cut back to after it grew.
const WAL_BYTES_KEPT: u32 = 64 * 1024 * 1024;

/// How a database is used.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How many questions are answered at the same time.
    pub readers: u32,
    /// The largest size of the database in bytes; a write that needs more fails as on a full disk.
    pub bytes_max: Option<u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { readers: 8, bytes_max: None }
    }
}

impl Settings {
    /// How the writer connects.
    pub(crate) fn options(&self, path: &Path) -> SqliteConnectOptions {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .page_size(PAGE_BYTES)
            .journal_mode(SqliteJournalMode::Wal)
            // NORMAL loses acknowledged rows in a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            // What is deleted is overwritten: a forgotten day is in no free page.
            .pragma("secure_delete", "ON")
            .pragma("journal_size_limit", WAL_BYTES_KEPT.to_string())
            .disable_statement_logging();
        match self.bytes_max {
            Some(bytes) => {
                options.pragma("max_page_count", (bytes / u64::from(PAGE_BYTES)).max(1).to_string())
            }
            None => options,
        }
    }
}

#[derive(Debug, Error)]
#[error("SQLite {0} can corrupt a database; this program needs 3.51.3 or newer")]
struct TooOld(String);

/// The connection that writes, and those that read, of a database that is up to date.
pub(crate) async fn connect(
    path: &Path,
    settings: &Settings,
) -> Result<(SqliteConnection, SqlitePool), StoreError> {
    keep_private(path)?;
    let options = settings.options(path);
    let mut writer = connect_writer(&options).await?;
    let version: String =
        sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&mut writer).await.map_err(failed)?;
    refuse_old(&version)?;
    migrations::run(&mut writer).await?;
    index::mend(&mut writer).await?;

    let pool = SqlitePoolOptions::new().max_connections(settings.readers.max(1));
    match pool.connect_with(options.create_if_missing(false).read_only(true)).await {
        Ok(readers) => Ok((writer, readers)),
        Err(error) => {
            writer.close().await.map_err(failed)?;
            Err(failed(error))
        }
    }
}

/// Waits for other processes that open the database as well: the change to a write-ahead log fails at once where every
/// other lock is waited for.
async fn connect_writer(options: &SqliteConnectOptions) -> Result<SqliteConnection, StoreError> {
    let connecting = async {
        loop {
            match options.connect().await.map_err(failed) {
                Err(StoreError::Busy) => tokio::time::sleep(BUSY_PAUSE).await,
                connected => return connected,
            }
        }
    };
    tokio::time::timeout(BUSY_TIMEOUT, connecting).await.unwrap_or(Err(StoreError::Busy))
}

/// Makes the file so that only its owner reads it; the files beside it take that over.
fn keep_private(path: &Path) -> Result<(), StoreError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::Full,
            _ => StoreError::Driver(Box::new(error)),
        }),
        _ => Ok(()),
    }
}

fn refuse_old(version: &str) -> Result<(), StoreError> {
    let numbers: Vec<u32> = version.split('.').map_while(|number| number.parse().ok()).collect();
    if numbers.as_slice() < OLDEST.as_slice() {
        return Err(StoreError::Driver(Box::new(TooOld(version.to_owned()))));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse_old;

    #[test]
    fn a_sqlite_that_can_corrupt_is_refused() {
        for version in ["3.51.2", "3.50.10", "3.7.0", "2.99.99", "3.51", "", "unknown"] {
            assert!(refuse_old(version).is_err(), "{version}");
        }
        for version in ["3.51.3", "3.51.10", "3.52.0", "4.0.0", "3.53.0.1"] {
            assert!(refuse_old(version).is_ok(), "{version}");
        }
    }
}
