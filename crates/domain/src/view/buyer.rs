//! What someone may see who ordered a parcel for somebody else: how it stands and the day, whatever is known besides.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::TrackingView;
use crate::{OutcomeView, Parcel, ParcelKind, Status};

/// So much later than its recipient anyone else is told what became of a parcel of high value. Whoever waits for news of
/// it beside the door learns nothing while it is still being carried in and put away.
const TOLD_LATER: SignedDuration = SignedDuration::from_hours(1);

/// What the buyer of a parcel may see who is not its recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuyerView {
    /// How it stands.
    pub status: Status,
    /// The day on which it is planned to come, or came.
    pub day: Option<Date>,
}

impl BuyerView {
    /// What is left for the buyer of what the recipient may see. Days are those of a time zone.
    pub fn of(seen: &TrackingView, parcel: &Parcel, zone: &TimeZone, now: Timestamp) -> Self {
        let day_of = |at: Timestamp| at.to_zoned(zone.clone()).date();
        let ended = ended_at(seen).filter(|at| told_at(seen.kind, *at) <= now);
        let status = match seen.kind {
            ParcelKind::HighValue => late(seen.status, ended.is_some()),
            ParcelKind::Ordinary | ParcelKind::Gift | ParcelKind::Confidential => seen.status,
        };
        Self { status, day: ended.map(day_of).or(parcel.day) }
    }
}

/// When the story ended; of another carrier that is when it said so.
fn ended_at(seen: &TrackingView) -> Option<Timestamp> {
    let is_over = matches!(seen.status, Status::Delivered | Status::AvailableForPickup | Status::Attempted);
    let said_at = seen.status_at.filter(|_| is_over && !seen.delivered_by_own_network);
    seen.outcome.map(|outcome| outcome.at).or(said_at)
}

/// When anyone but its recipient is told how the story of a parcel of this kind ended.
pub fn outcome_told_at(kind: ParcelKind, outcome: OutcomeView) -> Timestamp {
    told_at(kind, outcome.at)
}

fn told_at(kind: ParcelKind, at: Timestamp) -> Timestamp {
    match kind {
        ParcelKind::HighValue => at.checked_add(TOLD_LATER).unwrap_or(Timestamp::MAX),
        ParcelKind::Ordinary | ParcelKind::Gift | ParcelKind::Confidential => at,
    }
}

/// What is told late of a parcel of high value: nothing that says that it is near, or at the door already.
fn late(status: Status, outcome_is_told: bool) -> Status {
    match status {
        Status::OutForDelivery | Status::Delayed => Status::InTransit,
        Status::Delivered | Status::AvailableForPickup | Status::Attempted if !outcome_is_told => {
            Status::InTransit
        }
        told => told,
    }
}
