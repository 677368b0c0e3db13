//! The ports of `doorstep-store` on SQLite, the embedded database.
//!
//! One task writes ([`writer`]): it takes whatever waits, writes it in one transaction, and acknowledges it when the
//! transaction is on the disk. Many connections read. Both follow from how SQLite works: there is one writer at a time,
//! and what a commit costs is the waiting for the disk, however much is in it.
//!
//! Where to put a change: tables are in `migrations`, one aggregate's questions in its file under [`records`], the logs
//! of the tours in [`log`].

mod columns;
mod copy;
mod error;
mod log;
mod migrations;
mod open;
mod records;
mod writer;

use std::path::{Path, PathBuf};

use doorstep_store::{Answer, Store, StoreError};
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{failed, refused};
use crate::writer::Writer;

pub use crate::copy::{Copied, copy, delete_left, restoring, retire};
pub use crate::migrations::schema;
pub use crate::open::Settings;

/// A SQLite database.
pub struct SqliteStore {
    path: PathBuf,
    writer: Writer,
    readers: SqlitePool,
}

impl SqliteStore {
    /// Opens the database of a file, or makes it, and brings its tables up to date.
    ///
    /// # Errors
    /// [`StoreError::TooNew`] when a newer version of the program wrote it; otherwise when it cannot be opened.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, &Settings::default()).await
    }

    /// Opens the database of a file as [`SqliteStore::open`] does, with settings.
    ///
    /// # Errors
    /// As [`SqliteStore::open`].
    pub async fn open_with(path: &Path, settings: &Settings) -> Result<Self, StoreError> {
        let (connection, readers) = open::connect(path, settings).await?;
        copy::delete_left(path)?;
        Ok(Self { path: path.to_owned(), writer: Writer::start(connection, settings.options(path)), readers })
    }

    /// Writes what still waits and closes every connection. What is asked afterwards fails.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }

    /// Makes the index beside the logs anew from the logs.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rebuild_index(&self) -> Result<(), StoreError> {
        self.write(|db| Box::pin(log::index::rebuild(db))).await
    }

    /// Has the writer do something in the transaction of the group that it falls into. When it fails, what it wrote is
    /// taken back and the others of the group are not touched.
    fn write<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> Answer<'c, T> + Send + 'static,
    ) -> Answer<'_, T> {
        Box::pin(self.writer.change(work))
    }
}

impl Store for SqliteStore {
    fn check(&self) -> Answer<'_, ()> {
        Box::pin(async {
            sqlx::query("SELECT 1").execute(&self.readers).await.map_err(failed)?;
            let note = "INSERT INTO readiness (id, checks) VALUES (1, 1) \
                        ON CONFLICT DO UPDATE SET checks = checks + 1";
            self.write(move |db| {
                Box::pin(async move {
                    sqlx::query(note).execute(db).await.map_err(refused("readiness", "a check"))?;
                    Ok(())
                })
            })
            .await
        })
    }
}
