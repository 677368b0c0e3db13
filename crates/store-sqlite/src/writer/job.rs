//! What waits to be written.

use doorstep_store::{Answer, Appended, StoreError};
use sqlx::SqliteConnection;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use super::CHANGE_RECORDS;
use crate::error::closed;
use crate::log::append::Records;

/// Something to write, and who waits for it.
pub(super) enum Job {
    Append(Waiting),
    Change(Box<dyn Change>),
    Tidy { what: Tidying, reply: oneshot::Sender<Result<bool, StoreError>>, room: OwnedSemaphorePermit },
}

impl Job {
    pub(super) fn records(&self) -> u32 {
        match self {
            Self::Append(waiting) => u32::try_from(waiting.records.events.len()).unwrap_or(u32::MAX).max(1),
            Self::Change(_) => CHANGE_RECORDS,
            Self::Tidy { .. } => 1,
        }
    }
}

/// What is done to the files as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tidying {
    /// Moving the write-ahead log into the database.
    Emptying,
    /// The same, after writing every page anew.
    WritingAnew,
}

/// An append that waits.
pub(super) struct Waiting {
    pub(super) records: Records,
    pub(super) reply: oneshot::Sender<Result<Appended, StoreError>>,
    /// Its place in the queue, free again when it is answered.
    pub(super) room: OwnedSemaphorePermit,
}

impl Waiting {
    /// Answers who waits; whoever went away is not missed.
    pub(super) fn answer(self, answer: Result<Appended, StoreError>) {
        drop(self.room);
        let _gone = self.reply.send(answer);
    }
}

/// Any other write, whatever it answers.
pub(super) trait Change: Send {
    /// Writes. It is done once.
    fn write<'c>(&'c mut self, db: &'c mut SqliteConnection) -> Answer<'c, ()>;

    /// Answers who waits with what [`Change::write`] found, or with the failure of the transaction.
    fn answer(self: Box<Self>, end: Result<(), StoreError>);
}

/// A change that waits.
pub(super) struct Changing<T, W> {
    work: Option<W>,
    found: Option<T>,
    reply: oneshot::Sender<Result<T, StoreError>>,
    room: OwnedSemaphorePermit,
}

impl<T, W> Changing<T, W> {
    pub(super) fn new(
        work: W,
        room: OwnedSemaphorePermit,
    ) -> (Self, oneshot::Receiver<Result<T, StoreError>>) {
        let (reply, answer) = oneshot::channel();
        (Self { work: Some(work), found: None, reply, room }, answer)
    }
}

impl<T, W> Change for Changing<T, W>
where
    T: Send,
    W: for<'c> FnOnce(&'c mut SqliteConnection) -> Answer<'c, T> + Send,
{
    fn write<'c>(&'c mut self, db: &'c mut SqliteConnection) -> Answer<'c, ()> {
        Box::pin(async {
            let work = self.work.take().ok_or_else(closed)?;
            self.found = Some(work(db).await?);
            Ok(())
        })
    }

    fn answer(self: Box<Self>, end: Result<(), StoreError>) {
        let found = self.found;
        drop(self.room);
        let _gone = self.reply.send(end.and_then(|()| found.ok_or_else(closed)));
    }
}
