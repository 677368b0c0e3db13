//! The worker that forgets each kind of data on its day, and says what it did.

use std::collections::BTreeMap;
use std::time::Duration;

use doorstep_domain::prediction::Experience;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use tokio::time::{MissedTickBehavior, interval};

use super::{Data, KINDS, Retention};
use crate::accuracy;
use crate::error::ApiError;
use crate::mail;
use crate::state::AppState;

/// How often it is looked whether something must be forgotten.
const ROUND: Duration = Duration::from_mins(10);
/// A start looks back so many days for logs that should have been forgotten while the server was off.
const LOOK_BACK_DAYS: u16 = 400;
/// Every later round looks back so far.
const ROUND_DAYS: u16 = 3;
/// The database is written anew this often at most, as that takes a while: together with the rounds, what is forgotten
/// is in no file an hour later.
const ERASING_PAUSE: SignedDuration = SignedDuration::from_mins(45);

/// What happened in earlier rounds.
#[derive(Debug, Default)]
pub(super) struct Worker {
    /// Whether one went to its end, so that later ones need not look back far.
    caught_up: bool,
    /// Whether rows were deleted whose traces are there still.
    leaves_traces: bool,
    erased_at: Option<Timestamp>,
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
        let due = Due::of(shared, if self.caught_up { ROUND_DAYS } else { LOOK_BACK_DAYS }).await?;
        shared.live.forget_before(due.first_day(Data::TourLogs));
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
        self.leaves_traces |= counts.values().any(|count| *count > 0);
        self.erase_traces(shared).await?;
        if let Some(error) = failed {
            return Err(error);
        }
        self.caught_up = true;
        Ok(())
    }

    async fn erase_traces(&mut self, shared: &AppState) -> Result<(), ApiError> {
        let now = shared.clock.now();
        let is_early = self.erased_at.is_some_and(|at| now.duration_since(at) < ERASING_PAUSE);
        if self.leaves_traces && !is_early && shared.store.erase_traces().await? {
            self.leaves_traces = false;
            self.erased_at = Some(now);
        }
        Ok(())
    }
}

/// What is due in a round.
struct Due {
    now: Timestamp,
    today: Date,
    look_back_days: u16,
    retention: Retention,
}

impl Due {
    async fn of(shared: &AppState, look_back_days: u16) -> Result<Self, ApiError> {
        let retention = shared.settings.retention.clone();
        Ok(Self { now: shared.clock.now(), today: today(shared).await?, look_back_days, retention })
    }

    /// What was over before this instant is forgotten.
    fn instant(&self, data: Data) -> Timestamp {
        self.now - SignedDuration::from_hours(24 * i64::from(self.retention.days(data)))
    }

    /// The first day of which something is kept that is kept for full days after its own.
    fn first_day(&self, data: Data) -> Date {
        days_before(self.today, self.retention.days(data))
    }

    /// The same for what is kept no longer than so many days from some hour of its day on; never the day itself.
    fn first_day_by_hours(&self, data: Data) -> Date {
        days_before(self.today, self.retention.days(data).saturating_sub(1))
    }
}

/// Forgets what is due of a kind, counts it and notes that it was done.
async fn forget(shared: &AppState, data: Data, due: &Due) -> Result<u64, ApiError> {
    let count = forget_kind(shared, data, due).await?;
    shared.metrics.count_forgotten(data.as_str(), count);
    shared.store.note_forgetting(data.as_str().to_owned(), due.now, count).await?;
    Ok(count)
}

async fn forget_kind(shared: &AppState, data: Data, due: &Due) -> Result<u64, ApiError> {
    let (store, now, instant) = (&shared.store, due.now, due.instant(data));
    Ok(match data {
        Data::TourLogs => forget_logs(shared, due).await?,
        Data::Instructions => store.forget_instructions(instant).await?,
        Data::Addresses => {
            let stops = store.delete_stops_before(due.first_day_by_hours(data)).await?;
            stops + store.forget_addresses(instant).await?
        }
        Data::Deliveries => {
            let parcels = store.delete_parcels(instant).await?;
            parcels + store.delete_tours_before(due.first_day_by_hours(data)).await?
        }
        Data::Photos => store.delete_photos_before(instant).await?,
        Data::Subscriptions => store.delete_subscriptions_unused_since(instant).await?,
        Data::Shares => store.delete_shares_expired_before(instant).await?,
        Data::Letters => mail::give_up_old(shared).await?,
        Data::Sessions => store.delete_expired_sessions(now).await?,
        Data::Browsers => {
            store.delete_expired_sign_in_links(now).await? + store.delete_expired_browsers(now).await?
        }
        Data::Answers => store.delete_expired_answers(now).await?,
        Data::Audit => {
            store.delete_rule_changes_before(instant).await? + store.delete_audit_before(instant).await?
        }
        Data::Judgements => store.delete_judgements_before(due.first_day(data)).await?,
        Data::Lessons => {
            store.delete_lessons_before(days_before(due.today, lesson_days(&due.retention))).await?
        }
        Data::Passkeys | Data::Accounts | Data::Drivers => 0,
    })
}

async fn forget_logs(shared: &AppState, due: &Due) -> Result<u64, ApiError> {
    let keep_from = due.first_day(Data::TourLogs);
    let days = std::iter::successors(Some(keep_from), |day| day.yesterday().ok()).skip(1);
    let mut logs = 0;
    for day in days.take(usize::from(due.look_back_days)) {
        if shared.stopping.is_cancelled() {
            return Ok(logs);
        }
        logs += shared.store.forget_day(day).await?;
    }
    end_stale_tours(shared, keep_from).await?;
    Ok(logs)
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
        subscriptions = of(Data::Subscriptions),
        shares = of(Data::Shares),
        letters = of(Data::Letters),
        sessions = of(Data::Sessions),
        browsers = of(Data::Browsers),
        answers = of(Data::Answers),
        audit = of(Data::Audit),
        judgements = of(Data::Judgements),
        lessons = of(Data::Lessons),
        "what was due is forgotten"
    );
}

/// Today, by the clock of the operator whose day began last.
async fn today(shared: &AppState) -> Result<Date, ApiError> {
    let now = shared.clock.now();
    let operators = shared.store.list_operators().await?;
    let zones = operators.iter().filter_map(|operator| TimeZone::get(&operator.time_zone).ok());
    let todays = zones.map(|zone| now.to_zoned(zone).date());
    Ok(todays.min().unwrap_or_else(|| now.to_zoned(TimeZone::UTC).date()))
}

/// So many days lessons are kept: those on which a log that is kept may depend.
pub(crate) fn lesson_days(retention: &Retention) -> u16 {
    Experience::DAYS_MAX + retention.days(Data::TourLogs)
}

fn days_before(today: Date, days: u16) -> Date {
    today.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN)
}

/// A tour that nobody ended is over when its log is gone.
async fn end_stale_tours(shared: &AppState, keep_from: Date) -> Result<(), ApiError> {
    for tour in shared.store.list_open_tours().await? {
        if tour.day < keep_from {
            shared.store.end_tour(tour.id, shared.clock.now()).await?;
        }
    }
    Ok(())
}
