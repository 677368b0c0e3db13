//! A tour as it is public: everything that happened is known by its full minute, and no fix is.
//!
//! What is foretold from it cannot tell at which second or at which place something happened, because it does not know.

use jiff::{SignedDuration, Timestamp};

use super::bulletin::Bulletin;
use crate::tour::{Evidence, StopState};
use crate::{EventId, Happening, StopId, TourEvent, TourState};

/// The tour as it is public at a full minute.
pub fn public(tour: &TourState, minute: Timestamp) -> TourState {
    let told = tour.happenings().map(|(at, id, what)| (at, id, what.clone()));
    let seen = tour.stops().filter_map(|stop| {
        let StopState::Served { at, by, .. } = stop.state else { return None };
        let stop = stop.planned.id;
        (by != Evidence::Told).then(|| (at, seen_id(stop), Happening::Served { stop }))
    });
    let mut happened: Vec<(Timestamp, EventId, Happening)> = told.chain(seen).collect();
    happened.sort_by_key(|(at, id, _)| (*at, *id));
    let mut public = TourState::default();
    public.fold_all((0..).zip(happened).map(|(number, (at, id, what))| {
        // What happened in the same minute stays in its order.
        let at = Bulletin::next_minute(at).min(minute) + SignedDuration::from_nanos(number);
        TourEvent { id, at, received_at: at, what }
    }));
    public
}

/// A stop that fixes showed to be served has no event of its own.
fn seen_id(stop: StopId) -> EventId {
    EventId::from_u128(stop.as_u128() ^ u128::MAX)
}
