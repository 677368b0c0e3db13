//! When the exact place opens: on the way to the own door, once the stop before cannot be told from it.

use super::bulletin::Bulletin;
use super::driven::Driven;
use super::{HOUSES_BEFORE_DOOR, Streets};
use crate::tour::StopState;
use crate::{StopId, TourState};

/// The exact place may open where so many houses lie before the own door.
const OWN_GATES: [usize; 2] = [30, 10];
/// Who has so many houses more before them than when the exact place opened has turned away, and it closes.
const TURNED_AWAY: usize = 10;
/// Ways to the door longer than this are not measured, in seconds.
const WAY_MAX_S: f64 = 1_800.0;

/// The way to the stop that comes next.
#[derive(Debug, Clone, Default)]
pub(super) struct Approach {
    next: Option<Next>,
}

#[derive(Debug, Clone, Copy)]
struct Next {
    stop: StopId,
    /// The houses before its door, when that was looked at last.
    houses_left: usize,
    /// The houses that were left when the exact place opened.
    opened_with: Option<usize>,
}

impl Approach {
    /// Whether the exact place is open to the recipient of a stop.
    pub(super) fn is_open_for(&self, stop: StopId) -> bool {
        self.next.is_some_and(|next| next.stop == stop && next.opened_with.is_some())
    }

    /// Follows a vehicle that moved on; `crossed` tells whether that was over a gate.
    pub(super) fn follow(
        &mut self,
        streets: &Streets,
        tour: &TourState,
        bulletin: &Bulletin,
        driven: &Driven,
        crossed: bool,
    ) {
        let left = next_stop(tour, bulletin)
            .and_then(|stop| Some((stop, houses_left(streets, tour, driven, stop)?)));
        self.next = left.map(|(stop, houses_left)| match self.next.filter(|next| next.stop == stop) {
            // Who becomes next here must not be shown where that happened.
            None => Next { stop, houses_left, opened_with: None },
            Some(before) => {
                let passes = |gate: &usize| before.houses_left > *gate && houses_left <= *gate;
                let at_own_gate =
                    OWN_GATES.iter().any(passes) && driven.houses_since_gate() >= HOUSES_BEFORE_DOOR;
                let opens = at_own_gate || (crossed && houses_left >= HOUSES_BEFORE_DOOR);
                let still_open = before.opened_with.filter(|opened| houses_left <= opened + TURNED_AWAY);
                Next { stop, houses_left, opened_with: still_open.or(opens.then_some(houses_left)) }
            }
        });
    }
}

/// The stop that comes next: the one where the driver is, else the first one that is to come.
fn next_stop(tour: &TourState, bulletin: &Bulletin) -> Option<StopId> {
    let here = tour.stops().find(|stop| matches!(stop.state, StopState::Arrived { .. }));
    here.or_else(|| bulletin.to_come(tour).next()).map(|stop| stop.planned.id)
}

fn houses_left(streets: &Streets, tour: &TourState, driven: &Driven, stop: StopId) -> Option<usize> {
    let door = streets.kerb(tour.stop(stop)?.planned.place?)?;
    let (spot, heading) = driven.spot()?;
    let way = streets.quickest(spot, heading, door, WAY_MAX_S)?;
    Some(streets.houses_along(&way.pieces).len())
}
