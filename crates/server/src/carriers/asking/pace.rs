//! How often a parcel is asked about.

use doorstep_domain::Status;
use jiff::SignedDuration;

/// A van is on its way for so long, at most: that is when it matters.
const OUT: SignedDuration = SignedDuration::from_hours(12);

/// How often a parcel is asked about, by how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::carriers) struct Pace {
    shortest: SignedDuration,
}

impl Pace {
    /// So many questions on the day of the delivery; at least one.
    pub(in crate::carriers) fn new(per_parcel: u32) -> Self {
        let parts = i32::try_from(per_parcel.max(1)).unwrap_or(i32::MAX);
        Self { shortest: OUT.checked_div(parts).unwrap_or(OUT) }
    }

    /// How long after an answer a parcel that stands so is asked about again.
    pub(super) fn interval(&self, status: Status) -> SignedDuration {
        self.shortest.saturating_mul(times(status))
    }
}

/// How many times longer than while a van is on its way.
fn times(status: Status) -> i32 {
    match status {
        Status::OutForDelivery => 1,
        // The next try, or the end of the trouble, is a day away.
        Status::Attempted | Status::Delayed | Status::AvailableForPickup => 4,
        Status::InTransit => 5,
        Status::OnHold => 8,
        // What is over is not asked about; should its carrier take that back, this is soon enough.
        Status::PreTransit | Status::Unknown | Status::Delivered | Status::Returned | Status::Cancelled => 10,
    }
}
