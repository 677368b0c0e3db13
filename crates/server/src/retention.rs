//! What must be forgotten: logs of tours after so many days, sessions that ended, answers that were remembered, and in
//! the end also what tours were judged by.

use std::time::Duration;

use doorstep_domain::prediction::Experience;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _};
use tokio::time::{MissedTickBehavior, interval};

use crate::accuracy;
use crate::error::ApiError;
use crate::mail;
use crate::shares::TOLD_FOR;
use crate::state::AppState;

/// How often it is looked whether something must be forgotten.
const ROUND: Duration = Duration::from_mins(10);
/// A log may be kept at most so many days after its day, whatever is set.
pub(crate) const DAYS_MAX: u16 = 60;
/// Judgements are sums by day and region in which no person is, so they are kept for longer: a year and a month to
/// compare it with.
pub(crate) const JUDGEMENT_DAYS: u16 = 400;
/// Who changed what may be seen, and who looked at it, is kept for a year. What holds today stays however old it is.
pub(crate) const AUDIT_DAYS: u16 = 365;
/// A start looks back so many days for logs that should have been forgotten while the server was off.
const LOOK_BACK_DAYS: u16 = 400;
/// Every later round looks back so far.
const ROUND_DAYS: u16 = 3;

/// Forgets in rounds, until the server stops; first what should have been forgotten while it was off.
pub(crate) async fn run(shared: AppState) {
    let mut rounds = interval(ROUND);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut back = LOOK_BACK_DAYS;
    loop {
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            _ = rounds.tick() => {}
        }
        match forget(&shared, back).await {
            Ok(()) => back = ROUND_DAYS,
            Err(error) => {
                let code = error.code();
                tracing::error!(code, "what should be forgotten is there still; the next round tries again");
            }
        }
    }
}

async fn forget(shared: &AppState, back: u16) -> Result<(), ApiError> {
    let today = today(shared).await?;
    let keep_from = days_before(today, shared.settings.tour_days.min(DAYS_MAX));
    shared.live.forget_before(keep_from);
    // What ended while the server was off is judged before its log goes; forgetting waits for nothing else.
    if let Err(error) = accuracy::judge_all(shared).await {
        tracing::error!(code = error.code(), "logs are forgotten that were not judged");
    }
    let days = std::iter::successors(Some(keep_from), |day| day.yesterday().ok()).skip(1);
    for day in days.take(usize::from(back)) {
        if shared.stopping.is_cancelled() {
            return Ok(());
        }
        shared.store.forget_day(day).await?;
    }
    end_stale_tours(shared, keep_from).await?;
    shared.store.delete_judgements_before(days_before(today, JUDGEMENT_DAYS)).await?;
    shared.store.delete_lessons_before(days_before(today, lesson_days(shared.settings.tour_days))).await?;
    forget_what_ended(shared).await?;
    mail::give_up_old(shared).await?;
    Ok(())
}

/// Forgets sessions, links and whatever else has an end of its own.
async fn forget_what_ended(shared: &AppState) -> Result<(), ApiError> {
    let (store, now) = (&shared.store, shared.clock.now());
    let sessions = store.delete_expired_sessions(now).await?;
    let links = store.delete_expired_sign_in_links(now).await?;
    let browsers = store.delete_expired_browsers(now).await?;
    let answers = store.delete_expired_answers(now).await?;
    let given = store.delete_shares_expired_before(now - TOLD_FOR).await?;
    let kept_from = now - SignedDuration::from_hours(24 * i64::from(AUDIT_DAYS));
    let changes = store.delete_rule_changes_before(kept_from).await?;
    let audit = store.delete_audit_before(kept_from).await?;
    tracing::debug!(
        sessions,
        links,
        browsers,
        answers,
        shares = given,
        changes,
        audit,
        "what ended is forgotten"
    );
    Ok(())
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
pub(crate) fn lesson_days(tour_days: u16) -> u16 {
    Experience::DAYS_MAX + tour_days.min(DAYS_MAX)
}

/// The first day of which something is kept that is kept for so many days after its own.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock as _;
    use crate::testing::House;
    use crate::testing::tour::{DAY, delivered};
    use doorstep_store::{Actor, AuditEntry, Deed, Role};

    #[tokio::test]
    async fn a_log_is_kept_for_its_days_and_not_longer() {
        let house = House::new().await;
        let tour = house.tour(2).await;
        house.starts(&tour).await;
        house.drives(&tour, delivered(&tour.parcels[0])).await;
        let events = async || house.store().load_tour(tour.id, DAY).await.unwrap().len();
        house.clock.advance(SignedDuration::from_hours(24));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert!(events().await > 0, "the day after its day it is there");
        house.clock.advance(SignedDuration::from_hours(24));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(events().await, 0);
        let record = house.store().find_tour(tour.id).await.unwrap().unwrap();
        assert!(record.ended_at.is_some(), "nobody ended it, and it is over");
        assert!(house.store().find_outcome(tour.parcels[0].id).await.unwrap().is_some());
        let position = house.shared.live.tour(tour.id, |known| known.told.state.position()).await.unwrap();
        assert_eq!(position, Some(None), "memory forgets too");
    }

    #[tokio::test]
    async fn a_tour_is_judged_before_its_log_goes_and_its_judgement_is_kept_for_longer() {
        let house = House::new().await;
        let tour = house.tour(3).await;
        house.starts(&tour).await;
        for parcel in &tour.parcels {
            house.clock.advance(SignedDuration::from_mins(3));
            house.drives(&tour, delivered(parcel)).await;
        }
        house.drives(&tour, doorstep_domain::Happening::Ended).await;
        let judgements =
            async || house.store().list_judgements(house.operator, DAY, DAY).await.unwrap().len();
        house.clock.advance(SignedDuration::from_hours(24 * 5));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert!(house.store().load_tour(tour.id, DAY).await.unwrap().is_empty());
        assert_eq!(judgements().await, 1);
        house.clock.advance(SignedDuration::from_hours(24 * 395));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(judgements().await, 1, "on its last day");
        house.clock.advance(SignedDuration::from_hours(24));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(judgements().await, 0);
    }

    #[tokio::test]
    async fn no_setting_keeps_a_log_longer_than_the_limit() {
        let house = House::with(|parts| parts.settings.tour_days = 365).await;
        let tour = house.tour(1).await;
        house.clock.advance(SignedDuration::from_hours(24 * 61));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert!(house.store().load_tour(tour.id, DAY).await.unwrap().is_empty());
    }

    #[tokio::test]
    async fn who_changed_and_looked_is_kept_for_a_year_and_what_holds_for_longer() {
        let house = House::new().await;
        house.sets_rules("\"open\"").await;
        let entry = AuditEntry {
            operator: house.operator,
            at: house.clock.now(),
            by: Actor::Key("test".to_owned()),
            deed: Deed::Previewed,
            subject: String::new(),
        };
        house.store().record(entry).await.unwrap();
        let kept = async || {
            let changes = house.store().list_rule_changes(house.operator, None, 9).await.unwrap().rows;
            (changes.len(), house.store().list_audit(house.operator, None, 9).await.unwrap().rows.len())
        };
        house.clock.advance(SignedDuration::from_hours(24 * 365));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(kept().await, (2, 1), "to the hour");
        house.clock.advance(SignedDuration::from_hours(1));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(kept().await, (1, 0));
    }

    #[tokio::test]
    async fn sessions_that_ended_are_forgotten() {
        let house = House::new().await;
        let account = house.account("ada@example.org", Role::Recipient).await;
        house.session(&account, SignedDuration::from_secs(1)).await;
        house.clock.advance(SignedDuration::from_secs(2));
        forget(&house.shared, LOOK_BACK_DAYS).await.unwrap();
        assert_eq!(house.store().delete_expired_sessions(house.clock.now()).await.unwrap(), 0);
    }
}
