//! The one task that writes.
//!
//! It takes what waits, up to a limit, writes it in one transaction, and answers when the transaction is on the disk.
//! While it waits for the disk, the next group gathers; so nobody waits for others on purpose, and the more there is to
//! write, the fewer the waits for the disk.

mod group;
mod job;

use std::sync::Arc;

use doorstep_store::{Answer, Appended, StoreError};
use parking_lot::Mutex;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, oneshot};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::error::closed;
use crate::log::append::Records;
use group::Connection;
use job::{Changing, Job, Tidying, Waiting};

/// The most records of one transaction, as long as no single append has more.
const GROUP_RECORDS_MAX: u32 = 4_096;
/// The most records that may wait. Beyond, the answer is "busy".
const QUEUE_RECORDS_MAX: u32 = 65_536;
/// What a change counts for, in records: it may be as large as a request may be.
const CHANGE_RECORDS: u32 = 64;

/// The way to the task that writes.
pub(crate) struct Writer {
    /// Bounded by `room`: each job holds as much of it as it has records.
    jobs: UnboundedSender<Job>,
    room: Arc<Semaphore>,
    stop: CancellationToken,
    task: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the task with its connection; `options` make another one should that fail.
    pub(crate) fn start(connection: SqliteConnection, options: SqliteConnectOptions) -> Self {
        let (jobs, waiting) = unbounded_channel();
        let stop = CancellationToken::new();
        let task = tokio::spawn(run(Connection::new(connection, options), waiting, stop.clone()));
        let room = Arc::new(Semaphore::new(QUEUE_RECORDS_MAX as usize));
        Self { jobs, room, stop, task: Mutex::new(Some(task)) }
    }

    /// Writes what still waits, and closes the connection.
    pub(crate) async fn close(&self) {
        self.room.close();
        self.stop.cancel();
        let task = self.task.lock().take();
        if let Some(task) = task
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the task that writes to the database failed");
        }
    }

    /// Has records appended to the log.
    pub(crate) async fn append(&self, records: Records) -> Result<Appended, StoreError> {
        let room = self.room(u32::try_from(records.events.len()).unwrap_or(u32::MAX))?;
        let (reply, answer) = oneshot::channel();
        self.send(Job::Append(Waiting { records, reply, room }))?;
        answer.await.map_err(|_closed| closed())?
    }

    /// Has something else written.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut SqliteConnection) -> Answer<'c, T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let room = self.room(CHANGE_RECORDS)?;
        let (changing, answer) = Changing::new(work, room);
        self.send(Job::Change(Box::new(changing)))?;
        answer.await.map_err(|_closed| closed())?
    }

    /// Empties the write-ahead log; `false` when readers did not let it.
    pub(crate) async fn checkpoint(&self) -> Result<bool, StoreError> {
        self.tidy(Tidying::Emptying).await
    }

    /// Writes the whole database anew and empties the write-ahead log; `false` when readers did not let it. Deleted rows
    /// are overwritten where they stood, but not where they had stood before others moved them aside.
    pub(crate) async fn erase_traces(&self) -> Result<bool, StoreError> {
        self.tidy(Tidying::WritingAnew).await
    }

    async fn tidy(&self, what: Tidying) -> Result<bool, StoreError> {
        let room = self.room(1)?;
        let (reply, answer) = oneshot::channel();
        self.send(Job::Tidy { what, reply, room })?;
        answer.await.map_err(|_closed| closed())?
    }

    fn room(&self, records: u32) -> Result<OwnedSemaphorePermit, StoreError> {
        let records = records.clamp(1, QUEUE_RECORDS_MAX);
        self.room.clone().try_acquire_many_owned(records).map_err(|error| match error {
            TryAcquireError::NoPermits => StoreError::Busy,
            TryAcquireError::Closed => closed(),
        })
    }

    fn send(&self, job: Job) -> Result<(), StoreError> {
        self.jobs.send(job).map_err(|_closed| closed())
    }
}

async fn run(mut db: Connection, mut waiting: UnboundedReceiver<Job>, stop: CancellationToken) {
    loop {
        let first = tokio::select! {
            biased;
            job = waiting.recv() => job,
            () = stop.cancelled(), if !waiting.is_closed() => {
                waiting.close();
                continue;
            }
        };
        let Some(first) = first else { break };
        group::write(&mut db, gather(first, &mut waiting)).await;
    }
    db.close().await;
}

/// A job and those that wait behind it, as many as one transaction takes.
fn gather(first: Job, waiting: &mut UnboundedReceiver<Job>) -> Vec<Job> {
    let mut records = first.records();
    let mut group = vec![first];
    while records < GROUP_RECORDS_MAX
        && let Ok(job) = waiting.try_recv()
    {
        records = records.saturating_add(job.records());
        group.push(job);
    }
    group
}
