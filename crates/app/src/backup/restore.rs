//! Bringing a backup back.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use doorstep_server::retention::{Data, Retention, Term, copies, forget_again};
use doorstep_store::{Forgets as _, Ledger as _, LedgerEntry, StoreError};
use doorstep_store_sqlite::SqliteStore;
use jiff::{SignedDuration, Timestamp};

use super::age::Identity;
use super::archive::{self, Head};
use super::make::{private, sync_folder};

/// What is brought back, and how.
pub(crate) struct Source<'a> {
    /// The backup.
    pub(crate) copy: &'a Path,
    /// The key that opens it.
    pub(crate) key: Identity,
    /// Folders that may hold a ledger of what was deleted on purpose.
    pub(crate) ledgers: Vec<PathBuf>,
    /// For how long things are kept.
    pub(crate) retention: Retention,
    /// Whether a database that is there may be replaced.
    pub(crate) replace: bool,
}

/// What was brought back.
#[derive(Debug)]
pub(crate) struct Restored {
    /// When the copy was made.
    pub(crate) made_at: Timestamp,
    /// How much that was deleted on purpose since was deleted again.
    pub(crate) forgotten: usize,
}

/// Puts the database of a backup in its place, after it has forgotten what was forgotten since or is due by now.
///
/// # Errors
/// When there is a database that may not be replaced or is in use, or the backup cannot be used. Then nothing is changed.
pub(crate) async fn restore(source: Source<'_>, database: &Path, now: Timestamp) -> Result<Restored> {
    if database.exists() && !source.replace {
        bail!(
            "{} is there already. Name a new file with --database, or have it replaced with --replace.",
            database.display()
        );
    }
    let mut ledger = read_ledgers(&source.ledgers)?;
    if database.exists() {
        take_out_of_use(database).await?;
        ledger.extend(ledger_of(database).await?);
    }
    let _cleared = Cleared(database);
    let beside = doorstep_store_sqlite::restoring(database);
    let head = unpack(source.copy, source.key, beside.clone()).await?;
    refuse_old(&head, now)?;
    ledger.retain(|entry| entry.at >= now - copies::LEDGER_KEPT);
    forget(&beside, &ledger, &source.retention, now).await?;
    put_in_place(&beside, database).await?;
    let forgotten = ledger.iter().filter(|entry| entry.at >= head.made_at).count();
    Ok(Restored { made_at: head.made_at, forgotten })
}

/// What is beside the database, and not in its place in the end, is deleted whatever happens.
struct Cleared<'a>(&'a Path);

impl Drop for Cleared<'_> {
    fn drop(&mut self) {
        if let Err(error) = doorstep_store_sqlite::delete_left(self.0) {
            tracing::error!(%error, "a copy that was not brought back could not be deleted");
        }
    }
}

async fn unpack(copy: &Path, key: Identity, to: PathBuf) -> Result<Head> {
    let cannot = || format!("{} cannot be brought back", copy.display());
    let mut from = File::open(copy).with_context(cannot)?;
    let mut into = private(&to).with_context(|| format!("{} cannot be written", to.display()))?;
    let newest = doorstep_store_sqlite::schema();
    let reading = tokio::task::spawn_blocking(move || archive::read(&mut from, newest, &key, &mut into));
    reading.await.with_context(cannot)?.with_context(cannot)
}

/// What was deleted on purpose is known for as long as copies may be kept, and not longer.
fn refuse_old(head: &Head, now: Timestamp) -> Result<()> {
    let Some(Term::Set { ceiling, .. }) = Data::Backups.kind().map(|kind| kind.term) else { return Ok(()) };
    if now.duration_since(head.made_at) > SignedDuration::from_hours(24 * i64::from(ceiling)) {
        bail!(
            "this copy was made at {:.0}. Copies older than {ceiling} days are not brought back, because it is not known \
             any more who was forgotten since. Delete it, and take a newer one.",
            head.made_at
        );
    }
    Ok(())
}

fn read_ledgers(folders: &[PathBuf]) -> Result<BTreeSet<LedgerEntry>> {
    let mut entries = BTreeSet::new();
    for folder in folders {
        let read = copies::read_ledger(folder);
        entries.extend(read.with_context(|| {
            format!("the list of what was forgotten in {} cannot be read", folder.display())
        })?);
    }
    Ok(entries)
}

/// What the database knows that is to be replaced.
async fn ledger_of(database: &Path) -> Result<Vec<LedgerEntry>> {
    let cannot = || {
        format!(
            "what was forgotten cannot be read from {}, which is to be replaced. Move it away if it is broken; then only \
             the list beside the backups tells.",
            database.display()
        )
    };
    let store = SqliteStore::open(database).await.with_context(cannot)?;
    let entries = store.list_forgotten().await.with_context(cannot);
    store.close().await;
    entries
}

async fn forget(
    database: &Path,
    ledger: &BTreeSet<LedgerEntry>,
    retention: &Retention,
    now: Timestamp,
) -> Result<()> {
    let store = SqliteStore::open(database).await.context("the database in the backup cannot be opened")?;
    let forgotten = forget_again(&store, ledger.iter().copied(), retention, now).await;
    let is_erased = match forgotten {
        Ok(()) => store.erase_traces().await,
        Err(error) => Err(error),
    };
    store.close().await;
    if !is_erased.context("what is due could not be forgotten, and nothing is brought back")? {
        bail!("another program reads {}. Stop it, and try again.", database.display());
    }
    Ok(())
}

async fn take_out_of_use(database: &Path) -> Result<()> {
    match doorstep_store_sqlite::retire(database).await {
        Err(StoreError::Busy) => bail!(
            "{} is in use, and nothing is brought back. Stop the server, and try again.",
            database.display()
        ),
        retired => retired.with_context(|| format!("{} cannot be replaced", database.display())),
    }
}

/// A write-ahead log of another database would be taken for one of this.
fn refuse_leftovers(database: &Path) -> Result<()> {
    for suffix in ["-wal", "-shm", "-journal"] {
        let mut path = database.to_owned().into_os_string();
        path.push(suffix);
        if Path::new(&path).exists() {
            bail!("{} belongs to another database. Move it away, and try again.", Path::new(&path).display());
        }
    }
    Ok(())
}

async fn put_in_place(from: &Path, database: &Path) -> Result<()> {
    if database.exists() {
        take_out_of_use(database).await?;
    }
    refuse_leftovers(database)?;
    let put = File::open(from).and_then(|file| file.sync_all());
    let put = put.and_then(|()| fs::rename(from, database)).and_then(|()| sync_folder(database));
    put.with_context(|| format!("{} cannot be put in its place", database.display()))
}
