//! What a worker forgets on its day, beside what the other ports delete.

use doorstep_domain::{OutcomeView, Parcel, Status};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::Answer;

/// What never came is taken as over so long after the last that is known of it.
pub const NEVER_CAME: SignedDuration = SignedDuration::from_hours(24 * 30);

/// When the story of a parcel was over, from which on its retention counts: with its delivery. A parcel that comes no more
/// was over with the last that is known of it, and one that is still awaited is so [`NEVER_CAME`] later: its
/// day may be put off again, and its driver needs the address then.
pub fn over_at(parcel: &Parcel, outcome: Option<&OutcomeView>, created_at: Timestamp) -> Timestamp {
    if let Some(delivered) = outcome.filter(|ended| ended.outcome.is_delivered()) {
        return delivered.at;
    }
    let day = parcel.day.and_then(|day| TimeZone::UTC.to_zoned(day.into()).ok()).map(|day| day.timestamp());
    let told_at = parcel.other_carrier().and_then(|other| other.status_at);
    let known = [day, told_at, outcome.map(|ended| ended.at)];
    let last = known.into_iter().flatten().fold(created_at, Timestamp::max);
    match parcel.status {
        Status::Delivered | Status::Returned | Status::Cancelled => last,
        _ => last.saturating_add(NEVER_CAME).unwrap_or(last),
    }
}

/// What a worker did about one kind of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgetting {
    /// The kind, by its name.
    pub kind: String,
    /// When it was looked at last.
    pub looked_at: Timestamp,
    /// When something of it was forgotten last.
    pub forgot_at: Option<Timestamp>,
    /// How much of it was forgotten altogether.
    pub count: u64,
}

/// What a worker forgets on its day. What is said to be over before an instant is so by [`over_at`].
pub trait Forgets: Send + Sync {
    /// Takes what recipients asked drivers for out of the records of parcels that were over before an instant, and their
    /// notes out of the logs. The events stay, without the note.
    fn forget_instructions(&self, over_before: Timestamp) -> Answer<'_, u64>;

    /// Takes address and place out of the records of parcels that were over before an instant, and what other carriers
    /// said of them.
    fn forget_addresses(&self, over_before: Timestamp) -> Answer<'_, u64>;

    /// Deletes the details of stops of tours of days before this one.
    fn delete_stops_before(&self, day: Date) -> Answer<'_, u64>;

    /// Deletes parcels that were over before an instant, with their rules, shares and messages.
    fn delete_parcels(&self, over_before: Timestamp) -> Answer<'_, u64>;

    /// Deletes ended tours of days before this one whose stops' details are gone.
    fn delete_tours_before(&self, day: Date) -> Answer<'_, u64>;

    /// Deletes subscriptions that were neither set nor used since an instant.
    fn delete_subscriptions_unused_since(&self, instant: Timestamp) -> Answer<'_, u64>;

    /// Adds a round of the worker to what is known of a kind.
    fn note_forgetting(&self, kind: String, at: Timestamp, count: u64) -> Answer<'_, ()>;

    /// What is known of each kind, by name.
    fn list_forgettings(&self) -> Answer<'_, Vec<Forgetting>>;

    /// Leaves nothing of what was deleted in the journal beside the database; `false` as for [`Forgets::erase_traces`]. It is
    /// cheap, and enough for what is overwritten where it stood.
    fn empty_journal(&self) -> Answer<'_, bool>;

    /// Leaves nothing of what was deleted in any file of the database; `false` when others used it so that a part may be
    /// there still, and it must be done again.
    fn erase_traces(&self) -> Answer<'_, bool>;
}

impl Forgetting {
    /// The same after a round in which so much was forgotten.
    #[must_use]
    pub fn after(mut self, at: Timestamp, count: u64) -> Self {
        self.looked_at = at;
        self.forgot_at = if count > 0 { Some(at) } else { self.forgot_at };
        self.count += count;
        self
    }
}
