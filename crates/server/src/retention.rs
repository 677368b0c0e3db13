//! What must be forgotten: logs of tours after so many days, sessions that ended, answers that were remembered.

use std::time::Duration;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use tokio::time::{MissedTickBehavior, interval};

use crate::error::ApiError;
use crate::state::AppState;

/// How often it is looked whether something must be forgotten.
const ROUND: Duration = Duration::from_secs(10 * 60);
/// A log may be kept at most so many days after its day, whatever is set.
const DAYS_MAX: u16 = 60;
/// A start looks back so many days for logs that should have been forgotten while the server was off.
const LOOK_BACK_DAYS: i16 = 120;
/// Every later round looks back so far.
const ROUND_DAYS: i16 = 3;

/// Forgets in rounds, until the server stops.
pub(crate) async fn run(shared: AppState) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    rounds.reset();
    loop {
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            _ = rounds.tick() => forget(&shared, ROUND_DAYS).await,
        }
    }
}

/// Forgets what should have been forgotten while the server was off.
pub(crate) async fn forget_old(shared: &AppState) {
    forget(shared, LOOK_BACK_DAYS).await;
}

async fn forget(shared: &AppState, back: i16) {
    if let Err(error) = try_to_forget(shared, back).await {
        tracing::error!(code = error.code(), "what should be forgotten is still there; the next round tries again");
    }
}

async fn try_to_forget(shared: &AppState, back: i16) -> Result<(), ApiError> {
    let keep_from = keep_from(shared).await?;
    shared.live.forget_before(keep_from);
    let days = std::iter::successors(Some(keep_from), |day| day.yesterday().ok()).skip(1);
    for day in days.take(usize::from(back.unsigned_abs())) {
        shared.store.forget_day(day).await?;
    }
    end_stale_tours(shared, keep_from).await?;
    let now = shared.clock.now();
    let sessions = shared.store.delete_expired_sessions(now).await?;
    let answers = shared.store.delete_expired_answers(now).await?;
    tracing::debug!(sessions, answers, "what ended is forgotten");
    Ok(())
}

/// The first day whose logs are kept, by the clock of the operator whose day began last.
async fn keep_from(shared: &AppState) -> Result<Date, ApiError> {
    let now = shared.clock.now();
    let operators = shared.store.list_operators().await?;
    let zones = operators.iter().filter_map(|operator| TimeZone::get(&operator.time_zone).ok());
    let todays = zones.map(|zone| now.to_zoned(zone).date());
    let today = todays.min().unwrap_or_else(|| now.to_zoned(TimeZone::UTC).date());
    let days = i64::from(shared.settings.tour_days.min(DAYS_MAX));
    Ok(today.checked_sub(days.days()).unwrap_or(Date::MIN))
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
