//! Copies of a whole database, made while others read and write it.
//!
//! SQLite writes a copy to a file that must have a name, and what is in it tells of people. So the name is taken away as
//! soon as the copy is there, and whoever opens the database or erases traces in it takes away what a kill left behind.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use doorstep_store::StoreError;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::error::failed;
use crate::migrations;

/// A copy of a database.
#[derive(Debug)]
pub struct Copied {
    /// The copy, at its first byte. It is in no folder, and gone when it is closed.
    pub file: File,
    /// The number of its schema.
    pub schema: i64,
}

/// Makes a copy of the database of a file as it is at one moment, without its free pages. Others go on reading and
/// writing. It takes room beside the database, as much as that has.
///
/// # Errors
/// When there is no database of this program, a newer version wrote it, or it cannot be read.
pub async fn copy(path: &Path) -> Result<Copied, StoreError> {
    delete_left(path)?;
    let options = SqliteConnectOptions::new().filename(path).read_only(true).disable_statement_logging();
    let mut db = options.connect().await.map_err(failed)?;
    let schema = migrations::known(&mut db).await;
    let copied = match schema {
        Ok(schema) => vacuum_into(&mut db, &beside(path)).await.map(|file| Copied { file, schema }),
        Err(error) => Err(error),
    };
    db.close().await.map_err(failed)?;
    copied
}

/// Takes a database out of use, so that another file can take its name: everything is in its one file then.
///
/// # Errors
/// [`StoreError::Busy`] when someone has it open.
pub async fn retire(path: &Path) -> Result<(), StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .busy_timeout(std::time::Duration::ZERO)
        .disable_statement_logging();
    options.connect().await.map_err(failed)?.close().await.map_err(failed)
}

async fn vacuum_into(db: &mut SqliteConnection, to: &Path) -> Result<File, StoreError> {
    let file = make(to)?;
    let name = to.to_string_lossy().into_owned();
    let copied = sqlx::query("VACUUM INTO ?").bind(name).execute(db).await;
    delete(to)?;
    copied.map_err(failed)?;
    Ok(file)
}

/// An empty file that only its owner reads.
fn make(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(told)
}

/// Where a copy is while it is brought back, before it may take the place of the database of a file.
pub fn restoring(path: &Path) -> PathBuf {
    path.with_added_extension("restoring")
}

/// Deletes copies beside the database of a file that were not finished, or not brought back to the end. One that is being
/// made now is made to its end all the same.
///
/// # Errors
/// When one cannot be deleted.
pub fn delete_left(path: &Path) -> Result<(), StoreError> {
    delete(&beside(path))?;
    let restoring = restoring(path);
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut path = restoring.clone().into_os_string();
        path.push(suffix);
        delete(Path::new(&path))?;
    }
    Ok(())
}

fn delete(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(told(error)),
        _ => Ok(()),
    }
}

fn beside(path: &Path) -> PathBuf {
    path.with_added_extension("copying")
}

fn told(error: std::io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::StorageFull => StoreError::Full,
        _ => StoreError::Driver(Box::new(error)),
    }
}
