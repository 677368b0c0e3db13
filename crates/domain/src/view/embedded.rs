//! What a page of a shop may show of a parcel.
//!
//! The shop knows its customer, and we do not: what it may show is made for the one who ordered. Its servers and its
//! scripts can read all of it, so what recipients tell their carrier is not in it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{BuyerView, TrackingView};
use crate::visibility::Choices;
use crate::{Because, Elsewhere, Parcel, ParcelKind, Wishes};

/// What a page of a shop may show of a parcel.
#[derive(Debug, Clone, PartialEq)]
pub enum EmbeddedView {
    /// The customer is the recipient.
    Whole(Box<TrackingView>),
    /// The customer ordered it for someone else, or it is of high value: how it stands, and the day.
    Brief(BuyerView),
}

impl EmbeddedView {
    /// What is left of what the recipient may see. Days are those of a time zone.
    pub fn of(seen: TrackingView, parcel: &Parcel, zone: &TimeZone, now: Timestamp) -> Self {
        if parcel.buyer.is_some() || seen.kind == ParcelKind::HighValue {
            return Self::Brief(BuyerView::of(&seen, parcel, zone, now));
        }
        Self::Whole(Box::new(without_whats_personal(seen)))
    }
}

/// The view without what the recipient asked for, how the driver is called, what was seen and said of the door and what
/// another carrier said in its own words. Each field is named, so that a new one is not let out before someone thought of
/// it.
fn without_whats_personal(seen: TrackingView) -> TrackingView {
    let mut reasons = seen.reasons;
    reasons.retain(|reason| !tells_of_wishes(reason.because));
    TrackingView {
        parcel: seen.parcel,
        kind: seen.kind,
        status: seen.status,
        operator: seen.operator,
        delivered_by_own_network: seen.delivered_by_own_network,
        status_at: seen.status_at,
        told: None,
        sender: seen.sender,
        promise: seen.promise,
        forecast: seen.forecast,
        remaining_stops: seen.remaining_stops,
        driver_name: None,
        map: seen.map,
        reasons,
        wishes: Wishes::default(),
        wishes_seen_at: None,
        instruction_open: false,
        access_open: false,
        choices: Choices::NONE,
        later: Choices::NONE,
        elsewhere: Elsewhere::default(),
        not_before: None,
        outcome: seen.outcome,
        photo_at: None,
        rating: None,
        rating_until: None,
        report: None,
        may_report: None,
        witness: None,
        door_code: None,
        arrived_at: seen.arrived_at,
        updated_at: seen.updated_at,
    }
}

fn tells_of_wishes(because: Because) -> bool {
    matches!(because, Because::InstructionGiven | Because::InstructionWithdrawn | Because::PutLater)
}
