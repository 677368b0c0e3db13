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
        let outcome = seen.outcome.filter(|outcome| outcome_told_at(seen.kind, *outcome) <= now);
        let status = match seen.kind {
            ParcelKind::HighValue => late(seen.status, outcome.is_some()),
            ParcelKind::Ordinary | ParcelKind::Gift | ParcelKind::Confidential => seen.status,
        };
        Self { status, day: outcome.map(|outcome| day_of(outcome.at)).or(parcel.day) }
    }
}

/// When anyone but its recipient is told how the story of a parcel of this kind ended.
pub fn outcome_told_at(kind: ParcelKind, outcome: OutcomeView) -> Timestamp {
    match kind {
        ParcelKind::HighValue => outcome.at.checked_add(TOLD_LATER).unwrap_or(Timestamp::MAX),
        ParcelKind::Ordinary | ParcelKind::Gift | ParcelKind::Confidential => outcome.at,
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
