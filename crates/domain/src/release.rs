//! What a position may say: the only way from where a vehicle is believed to be to what recipients get.
//!
//! A policy is a pure function, the same for every viewer of a tour. [`ReleasePolicy::Exact`] lets the position out as
//! the device told it, for operators whose drivers agreed to that; the page says so.

use crate::tour::Position;
use crate::{Metres, ReleasePolicy, ReleasedPosition};

/// The accuracy of a device that told none.
const ACCURACY_UNKNOWN: Metres = Metres(25.0);

/// The position that recipients get.
pub fn release(policy: ReleasePolicy, position: &Position) -> ReleasedPosition {
    match policy {
        ReleasePolicy::Exact => ReleasedPosition {
            place: position.place,
            accuracy: position.accuracy.unwrap_or(ACCURACY_UNKNOWN),
            observed_at: position.at,
        },
    }
}
