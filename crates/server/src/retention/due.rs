//! What is due at an instant, kind by kind.

use std::path::Path;

use doorstep_domain::prediction::Experience;
use doorstep_store::{Store, StoreError};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use tokio_util::sync::CancellationToken;

use super::{Data, Retention, copies};
use crate::messages;

/// Where what is due is forgotten, and when that is.
pub(super) struct Due<'a> {
    pub(super) store: &'a dyn Store,
    pub(super) retention: &'a Retention,
    /// The folder of copies of the database.
    pub(super) copies: Option<&'a Path>,
    pub(super) now: Timestamp,
    /// So many days it looks back for logs.
    pub(super) look_back_days: u16,
    pub(super) stopping: &'a CancellationToken,
}

impl Due<'_> {
    /// Forgets what is due of a kind; how much that was.
    pub(super) async fn forget(&self, data: Data) -> Result<u64, StoreError> {
        let (store, now, instant) = (self.store, self.now, self.instant(data));
        Ok(match data {
            Data::TourLogs => self.forget_logs().await?,
            Data::Instructions => store.forget_instructions(instant).await?,
            Data::Addresses => {
                let stops = store.delete_stops_before(self.first_day_by_hours(data).await?).await?;
                stops + store.forget_addresses(instant).await?
            }
            Data::Deliveries => {
                let parcels = store.delete_parcels(instant).await?;
                parcels + store.delete_tours_before(self.first_day_by_hours(data).await?).await?
            }
            Data::Photos => store.delete_photos_before(instant).await?,
            Data::Reports => store.delete_reports_before(instant).await?,
            Data::Subscriptions => store.delete_subscriptions_unused_since(instant).await?,
            Data::Shares => store.delete_shares_expired_before(instant).await?,
            Data::Letters => messages::give_up_old(store, now).await?,
            Data::Sessions => store.delete_expired_sessions(now).await?,
            Data::Browsers => {
                store.delete_expired_sign_in_links(now).await? + store.delete_expired_browsers(now).await?
            }
            Data::Answers => store.delete_expired_answers(now).await?,
            Data::Audit => {
                store.delete_rule_changes_before(instant).await? + store.delete_audit_before(instant).await?
            }
            Data::Judgements => store.delete_judgements_before(self.first_day(data).await?).await?,
            Data::Lessons => {
                let days = lesson_days(self.retention);
                store.delete_lessons_before(days_before(self.today().await?, days)).await?
            }
            Data::Backups => copies::delete_old(self.copies, instant, now).await?,
            Data::Ledger => self.forget_ledger().await?,
            Data::Passkeys | Data::Accounts | Data::Drivers => 0,
        })
    }

    /// The first day of which something is kept that is kept for full days after its own.
    pub(super) async fn first_day(&self, data: Data) -> Result<Date, StoreError> {
        Ok(days_before(self.today().await?, self.retention.days(data)))
    }

    /// The same for what is kept no longer than so many days from some hour of its day on; never the day itself.
    async fn first_day_by_hours(&self, data: Data) -> Result<Date, StoreError> {
        Ok(days_before(self.today().await?, self.retention.days(data).saturating_sub(1)))
    }

    /// What was over before this instant is forgotten.
    fn instant(&self, data: Data) -> Timestamp {
        self.now - SignedDuration::from_hours(24 * i64::from(self.retention.days(data)))
    }

    /// Today, by the clock of the operator whose day began last.
    async fn today(&self) -> Result<Date, StoreError> {
        let operators = self.store.list_operators().await?;
        let zones = operators.iter().filter_map(|operator| TimeZone::get(&operator.time_zone).ok());
        let todays = zones.map(|zone| self.now.to_zoned(zone).date());
        Ok(todays.min().unwrap_or_else(|| self.now.to_zoned(TimeZone::UTC).date()))
    }

    async fn forget_logs(&self) -> Result<u64, StoreError> {
        let keep_from = self.first_day(Data::TourLogs).await?;
        let days = std::iter::successors(Some(keep_from), |day| day.yesterday().ok()).skip(1);
        let mut logs = 0;
        for day in days.take(usize::from(self.look_back_days)) {
            if self.stopping.is_cancelled() {
                return Ok(logs);
            }
            logs += self.store.forget_day(day).await?;
        }
        self.end_stale_tours(keep_from).await?;
        Ok(logs)
    }

    /// A tour that nobody ended is over when its log is gone.
    async fn end_stale_tours(&self, keep_from: Date) -> Result<(), StoreError> {
        for tour in self.store.list_open_tours().await? {
            if tour.day < keep_from {
                self.store.end_tour(tour.id, self.now).await?;
            }
        }
        Ok(())
    }

    async fn forget_ledger(&self) -> Result<u64, StoreError> {
        let deleted = self.store.delete_forgotten_before(self.now - copies::LEDGER_KEPT).await?;
        if let Some(folder) = self.copies {
            copies::write_ledger(folder, &self.store.list_forgotten().await?).map_err(copies::failed)?;
        }
        Ok(deleted)
    }
}

/// So many days lessons are kept: those on which a log that is kept may depend.
pub(crate) fn lesson_days(retention: &Retention) -> u16 {
    Experience::DAYS_MAX + retention.days(Data::TourLogs)
}

fn days_before(today: Date, days: u16) -> Date {
    today.checked_sub(i64::from(days).days()).unwrap_or(Date::MIN)
}
