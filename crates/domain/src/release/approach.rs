//! When the exact place opens: on the way to the own door, once the stop before cannot be told from it.

use super::Streets;
use super::bulletin::Bulletin;
use super::driven::Driven;
use crate::tour::StopState;
use crate::{StopId, TourState};

/// The exact place may open where so many houses lie before the own door, or as many as must lie before it.
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

    /// Aims at the stop that comes next. Who becomes next here must not be shown where that happened, so nothing opens.
    pub(super) fn aim(&mut self, streets: &Streets, tour: &TourState, bulletin: &Bulletin, driven: &Driven) {
        let next = next_stop(tour, bulletin);
        if self.next.map(|known| known.stop) != next {
            self.next = next.and_then(|stop| {
                let houses_left = houses_left(streets, tour, driven, stop)?;
                Some(Next { stop, houses_left, opened_with: None })
            });
        }
    }

    /// Follows a vehicle that moved on; `crossed` tells whether that was over a gate.
    pub(super) fn follow(&mut self, streets: &Streets, tour: &TourState, driven: &Driven, crossed: bool) {
        let Some(before) = self.next else { return };
        let enough = streets.discretion().houses_before_door();
        self.next = houses_left(streets, tour, driven, before.stop).map(|houses_left| {
            let passes = |gate: usize| before.houses_left > gate && houses_left <= gate;
            let at_own_gate = OWN_GATES.iter().any(|gate| passes((*gate).max(enough)));
            let opens =
                (at_own_gate && driven.houses_since_gate() >= enough) || (crossed && houses_left >= enough);
            let still_open = before.opened_with.filter(|opened| houses_left <= opened + TURNED_AWAY);
            Next { houses_left, opened_with: still_open.or(opens.then_some(houses_left)), ..before }
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
