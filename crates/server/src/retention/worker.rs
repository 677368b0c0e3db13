//! The worker that forgets each kind of data on its day, and says what it did.

use std::collections::BTreeMap;
use std::time::Duration;

use doorstep_store::Forgetting;
use jiff::{SignedDuration, Timestamp};
use tokio::time::{MissedTickBehavior, interval};

use super::due::Due;
use super::{Data, KINDS};
use crate::accuracy;
use crate::error::ApiError;
use crate::state::AppState;

/// How often it is looked whether something must be forgotten.
const ROUND: Duration = Duration::from_mins(10);
/// A start looks back so many days for logs that should have been forgotten while the server was off.
pub(super) const LOOK_BACK_DAYS: u16 = 400;
/// Every later round looks back so far.
const ROUND_DAYS: u16 = 3;
/// Traces wait so long for those of later rounds, since writing the database anew takes a while: together with the rounds
/// before and after, what is forgotten is in no file an hour after its term.
const TRACES_WAIT: SignedDuration = SignedDuration::from_mins(40);
/// What is noted of the traces, beside what is noted of each kind.
const TRACES: &str = "traces";

/// What happened in earlier rounds.
#[derive(Debug, Default)]
pub(super) struct Worker {
    /// Whether one went to its end, so that later ones need not look back far.
    caught_up: bool,
    /// Since when rows are deleted whose traces are there still.
    traces_since: Option<Timestamp>,
    /// Whether rows are deleted that may stand in the journal.
    fills_journal: bool,
}

/// Forgets in rounds, until the server stops; first what should have been forgotten while it was off.
pub(crate) async fn run(shared: AppState) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut worker = Worker::default();
    loop {
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            _ = rounds.tick() => {}
        }
        if let Err(error) = worker.round(&shared).await {
            let code = error.code();
            tracing::error!(code, "what should be forgotten is there still; the next round tries again");
        }
    }
}

/// Forgets all that is due now, however long ago it was.
pub(crate) async fn forget_due(shared: &AppState) -> Result<(), ApiError> {
    Worker::default().round(shared).await
}

impl Worker {
    /// Forgets all that is due. A kind that fails keeps no other from being forgotten.
    pub(super) async fn round(&mut self, shared: &AppState) -> Result<(), ApiError> {
        let due = Due {
            store: shared.store.as_ref(),
            retention: &shared.settings.retention,
            copies: shared.settings.copies.as_deref(),
            now: shared.clock.now(),
            look_back_days: if self.caught_up { ROUND_DAYS } else { LOOK_BACK_DAYS },
            stopping: &shared.stopping,
        };
        shared.live.forget_before(due.first_day(Data::TourLogs).await?);
        // What ended while the server was off is judged before its log goes; forgetting waits for nothing else.
        if let Err(error) = accuracy::judge_all(shared).await {
            tracing::error!(code = error.code(), "logs are forgotten that were not judged");
        }
        let mut counts = BTreeMap::new();
        let mut failed = None;
        for data in KINDS.map(|kind| kind.data) {
            match forget(shared, data, &due).await {
                Ok(count) => drop(counts.insert(data, count)),
                Err(error) => failed = Some(error),
            }
        }
        say(&counts);
        let leaves_traces = counts.iter().any(|(data, count)| data.leaves_traces() && *count > 0);
        self.fills_journal |= !self.caught_up || counts.values().any(|count| *count > 0);
        if leaves_traces && self.traces_since.is_none() {
            self.traces_since = Some(due.now);
        }
        self.erase_traces(shared, due.now).await?;
        if let Some(error) = failed {
            return Err(error);
        }
        self.caught_up = true;
        Ok(())
    }

    /// Erases traces that waited long enough; after a start all that are there, since it is not known how long they waited.
    async fn erase_traces(&mut self, shared: &AppState, now: Timestamp) -> Result<(), ApiError> {
        let is_due = if self.caught_up {
            self.traces_since.is_some_and(|since| now.duration_since(since) >= TRACES_WAIT)
        } else {
            holds_traces(&shared.store.list_forgettings().await?)
        };
        if is_due && shared.store.erase_traces().await? {
            shared.store.note_forgetting(TRACES.to_owned(), now, 1).await?;
            (self.traces_since, self.fills_journal) = (None, false);
        }
        if self.fills_journal && shared.store.empty_journal().await? {
            self.fills_journal = false;
        }
        Ok(())
    }
}

/// Whether something that leaves traces was forgotten since they were erased last.
fn holds_traces(done: &[Forgetting]) -> bool {
    let erased_at = done.iter().find(|done| done.kind == TRACES).and_then(|done| done.forgot_at);
    let leaves = |done: &&Forgetting| {
        KINDS.iter().any(|kind| kind.data.leaves_traces() && kind.data.as_str() == done.kind)
    };
    done.iter().filter(leaves).filter_map(|done| done.forgot_at).max() > erased_at
}

/// Forgets what is due of a kind, counts it and notes that it was done.
async fn forget(shared: &AppState, data: Data, due: &Due<'_>) -> Result<u64, ApiError> {
    let count = due.forget(data).await?;
    shared.metrics.count_forgotten(data.as_str(), count);
    shared.store.note_forgetting(data.as_str().to_owned(), due.now, count).await?;
    Ok(count)
}

/// One line a round, of numbers alone.
fn say(counts: &BTreeMap<Data, u64>) {
    let of = |data| counts.get(&data).copied();
    tracing::info!(
        tour_logs = of(Data::TourLogs),
        instructions = of(Data::Instructions),
        addresses = of(Data::Addresses),
        deliveries = of(Data::Deliveries),
        photos = of(Data::Photos),
        reports = of(Data::Reports),
        subscriptions = of(Data::Subscriptions),
        shares = of(Data::Shares),
        letters = of(Data::Letters),
        sessions = of(Data::Sessions),
        browsers = of(Data::Browsers),
        answers = of(Data::Answers),
        audit = of(Data::Audit),
        judgements = of(Data::Judgements),
        lessons = of(Data::Lessons),
        backups = of(Data::Backups),
        ledger = of(Data::Ledger),
        "what was due is forgotten"
    );
}
