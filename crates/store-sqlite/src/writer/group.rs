//! One transaction for all that waited.

use doorstep_store::{Appended, StoreError};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use super::job::{Change, Job, Tidying, Waiting};
use crate::error::{failed, shared};
use crate::log::append::{self, Records};

/// The connection that writes. One that failed is replaced.
pub(super) struct Connection {
    open: Option<SqliteConnection>,
    options: SqliteConnectOptions,
}

impl Connection {
    pub(super) fn new(open: SqliteConnection, options: SqliteConnectOptions) -> Self {
        Self { open: Some(open), options }
    }

    pub(super) async fn close(self) {
        if let Some(open) = self.open
            && let Err(error) = open.close().await
        {
            tracing::warn!(%error, "the database did not close well");
        }
    }

    async fn get(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        let open = match self.open.take() {
            Some(open) => open,
            None => self.options.connect().await.map_err(failed)?,
        };
        Ok(self.open.insert(open))
    }
}

/// What stands in the transaction and is answered when it is on the disk.
#[derive(Default)]
struct Written {
    appends: Vec<(Waiting, Appended)>,
    changes: Vec<Box<dyn Change>>,
}

/// Writes a group in one transaction and answers everyone in it.
pub(super) async fn write(connection: &mut Connection, group: Vec<Job>) {
    let mut appends = Vec::new();
    let mut changes = Vec::new();
    let mut tidyings = Vec::new();
    for job in group {
        match job {
            Job::Append(waiting) => appends.push(waiting),
            Job::Change(change) => changes.push(change),
            Job::Tidy { what, reply, room } => tidyings.push((what, reply, room)),
        }
    }
    if !appends.is_empty() || !changes.is_empty() {
        transaction(connection, appends, changes).await;
    }
    for (what, reply, room) in tidyings {
        let done = tidy(connection, what).await;
        drop(room);
        let _gone = reply.send(done);
    }
}

async fn transaction(connection: &mut Connection, appends: Vec<Waiting>, changes: Vec<Box<dyn Change>>) {
    let mut written = Written::default();
    let end = match connection.get().await {
        Ok(db) => fill(db, appends, changes, &mut written).await,
        Err(error) => Err((error, appends, changes)),
    };
    match end {
        Ok(()) => {
            written.appends.into_iter().for_each(|(waiting, appended)| waiting.answer(Ok(appended)));
            written.changes.into_iter().for_each(|change| change.answer(Ok(())));
        }
        Err((error, appends, changes)) => {
            roll_back(connection).await;
            let appends = appends.into_iter().chain(written.appends.into_iter().map(|(waiting, _)| waiting));
            appends.for_each(|waiting| waiting.answer(Err(shared(&error))));
            let changes = changes.into_iter().chain(written.changes);
            changes.for_each(|change| change.answer(Err(shared(&error))));
        }
    }
}

/// Those who were not written when the transaction failed, and why it did.
type Failed = (StoreError, Vec<Waiting>, Vec<Box<dyn Change>>);

async fn fill(
    db: &mut SqliteConnection,
    appends: Vec<Waiting>,
    changes: Vec<Box<dyn Change>>,
    written: &mut Written,
) -> Result<(), Failed> {
    if let Err(error) = execute(db, "BEGIN IMMEDIATE").await {
        return Err((error, appends, changes));
    }
    let mut changes = changes.into_iter();
    while let Some(change) = changes.next() {
        if let Err(error) = write_change(db, change, written).await {
            return Err((error, appends, changes.collect()));
        }
    }
    write_appends(db, appends, written).await?;
    execute(db, "COMMIT").await.map_err(|error| (error, Vec::new(), Vec::new()))
}

/// Writes a change. What it is refused for is its own; what remains is the failure of the whole transaction.
async fn write_change(
    db: &mut SqliteConnection,
    mut change: Box<dyn Change>,
    written: &mut Written,
) -> Result<(), StoreError> {
    let done = match execute(db, "SAVEPOINT part").await {
        Ok(()) => change.write(db).await,
        Err(error) => Err(error),
    };
    let ended = end_part(db, done).await;
    match ended {
        Ok(Ok(())) => written.changes.push(change),
        Ok(Err(refusal)) => change.answer(Err(refusal)),
        Err(error) => {
            change.answer(Err(shared(&error)));
            return Err(error);
        }
    }
    Ok(())
}

/// Writes appends, all at once; should that fail, one by one, so that one does not fail the others.
async fn write_appends(
    db: &mut SqliteConnection,
    appends: Vec<Waiting>,
    written: &mut Written,
) -> Result<(), Failed> {
    if appends.is_empty() {
        return Ok(());
    }
    let records: Vec<&Records> = appends.iter().map(|waiting| &waiting.records).collect();
    match write_part(db, &records).await {
        Ok(Ok(answers)) => {
            written.appends.extend(appends.into_iter().zip(answers));
            return Ok(());
        }
        Ok(Err(refusal)) if appends.len() > 1 => {
            tracing::warn!(error = %refusal, "appends are tried one by one");
        }
        Ok(Err(refusal)) => {
            for waiting in appends {
                waiting.answer(Err(shared(&refusal)));
            }
            return Ok(());
        }
        Err(error) => return Err((error, appends, Vec::new())),
    }
    let mut appends = appends.into_iter();
    while let Some(waiting) = appends.next() {
        match write_part(db, &[&waiting.records]).await {
            Ok(Ok(answers)) => written.appends.extend(std::iter::once(waiting).zip(answers)),
            Ok(Err(refusal)) => waiting.answer(Err(refusal)),
            Err(error) => {
                let left = std::iter::once(waiting).chain(appends).collect();
                return Err((error, left, Vec::new()));
            }
        }
    }
    Ok(())
}

/// What a part of a transaction came to: done or refused, unless the transaction itself failed.
type Part<T> = Result<Result<T, StoreError>, StoreError>;

async fn write_part(db: &mut SqliteConnection, records: &[&Records]) -> Part<Vec<Appended>> {
    execute(db, "SAVEPOINT part").await?;
    let done = append::write(db, records).await;
    end_part(db, done).await
}

/// Keeps what a part wrote, or takes it back. A full disk ends the transaction: SQLite may have taken all of it back.
async fn end_part<T>(db: &mut SqliteConnection, done: Result<T, StoreError>) -> Part<T> {
    match done {
        Ok(found) => execute(db, "RELEASE part").await.map(|()| Ok(found)),
        Err(StoreError::Full) => Err(StoreError::Full),
        Err(refusal) => execute(db, "ROLLBACK TO part; RELEASE part").await.map(|()| Err(refusal)),
    }
}

/// Takes the transaction back. A connection that cannot even do that is given up.
async fn roll_back(connection: &mut Connection) {
    let Some(open) = connection.open.as_mut() else { return };
    // SQLite takes some failed transactions back by itself, and then there is none.
    let taken_back = execute(open, "ROLLBACK").await;
    if taken_back.is_err() && execute(open, "BEGIN; ROLLBACK").await.is_err() {
        connection.open = None;
    }
}

/// Leaves less in the files; `false` when readers held it up, which they do for moments only.
async fn tidy(connection: &mut Connection, what: Tidying) -> Result<bool, StoreError> {
    let db = connection.get().await?;
    if what == Tidying::WritingAnew {
        execute(db, "VACUUM").await?;
    }
    execute(db, "PRAGMA busy_timeout = 250").await?;
    let emptied = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *db).await;
    execute(db, "PRAGMA busy_timeout = 5000").await?;
    let is_busy: bool = emptied.map_err(failed)?;
    if is_busy {
        tracing::warn!("the write-ahead log was not emptied; someone reads it");
    }
    Ok(!is_busy)
}

async fn execute(db: &mut SqliteConnection, sql: &'static str) -> Result<(), StoreError> {
    sqlx::raw_sql(sql).execute(db).await.map(drop).map_err(failed)
}
