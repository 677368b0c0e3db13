//! What a position may say: the only way from where a vehicle is believed to be to what recipients get.
//!
//! A raw dot gives away at which houses the vehicle stood. So [`crate::ReleasePolicy::Glide`] ties the dot to the truth at gates
//! alone: fixed points of the streets ([`crate::streets`]) of which the vehicle passed one after enough different houses
//! ([`crate::streets::Discretion`]). When and where a gate is crossed depends on the way driven, never on stops,
//! viewers or chance. From gate to gate the dot glides at the pace of the plan; it is exact on the approach alone, once
//! the stop before cannot be told from it. Counts, windows and reasons are those of the last full minute ([`Bulletin`]),
//! and are foretold from what is [`public()`] then.
//!
//! So everything that a recipient gets is a function of the gates crossed, the full minutes, the plan and their own stop:
//! two tours that differ only in where things happened between two gates look the same until the next gate.
//!
//! `driven` follows the vehicle along the streets and finds the gates; `ahead` reads from the plan what comes after one;
//! `public` takes the seconds and the fixes off a tour; `glide` makes the line with its clock; `approach` decides when the exact place opens; [`Release`] joins them.
//! `later` finds what it costs to come to a stop later, from the bulletin as well.

mod ahead;
mod approach;
mod bulletin;
mod driven;
mod glide;
mod later;
mod public;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::streets::{Spot, Streets};
use crate::tour::{Phase, Position};
use crate::{Metres, Place, ReleasedPosition, StopId, TourState};
use ahead::Ahead;
use approach::Approach;
pub use bulletin::Bulletin;
pub(crate) use bulletin::{Foretold, StopNews};
use driven::{Crossing, Driven, Step};
pub use glide::{Glide, Vertex};
pub use later::{Later, NoLater};
pub use public::public;

/// The accuracy of a device that told none.
const ACCURACY_UNKNOWN: Metres = Metres(25.0);

/// The position as the device told it.
pub(crate) fn exact(position: &Position) -> ReleasedPosition {
    ReleasedPosition {
        place: position.place,
        accuracy: position.accuracy.unwrap_or(ACCURACY_UNKNOWN),
        observed_at: position.at,
    }
}

/// What a tour releases of where its vehicle is. It follows the tour: feed it after each event in the order of receipt,
/// and it says the same however often it is asked in between.
#[derive(Debug, Clone, Default)]
pub struct Release {
    driven: Driven,
    approach: Approach,
    glides: BTreeMap<StopId, Arc<Glide>>,
    /// The last gate and when it was crossed, for stretches whose plan is not believed.
    crossed: Option<(Spot, Timestamp)>,
    /// Where the last gate is that may be told.
    last_gate: Option<Place>,
    /// The instant of the newest fix that was followed.
    followed_until: Option<Timestamp>,
    /// Whether no gate was crossed since the last break.
    was_on_break: bool,
}

/// What the recipient of a stop may see of where the vehicle is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Dot<'a> {
    /// The exact place.
    Exact,
    /// A dot that glides.
    Gliding(&'a Arc<Glide>),
    /// None before the next gate, because the driver was on a break.
    AfterBreak,
    /// None before the first gate.
    NotYet,
}

impl Release {
    /// Follows a tour to its newest fix. The order of what is to come is that of the bulletin of the last full minute.
    pub fn follow(&mut self, streets: &Streets, tour: &TourState, bulletin: &Bulletin, now: Timestamp) {
        self.pause(tour.phase());
        if !tour.phase().is_underway() {
            return;
        }
        for position in tour.positions_after(self.followed_until) {
            self.followed_until = Some(position.at);
            let step = self.driven.follow(streets, &position);
            if let Step::Crossed(crossing) = &step {
                self.cross(streets, tour, bulletin, crossing, now);
            }
            if step != Step::Stood {
                self.approach.follow(streets, tour, &self.driven, matches!(step, Step::Crossed(_)));
            }
        }
        self.approach.aim(streets, tour, bulletin, &self.driven);
    }

    /// Where the last gate is that was crossed.
    pub(crate) fn last_gate(&self) -> Option<Place> {
        self.last_gate
    }

    /// What the recipient of a stop may see.
    pub(crate) fn dot(&self, stop: StopId) -> Dot<'_> {
        if self.approach.is_open_for(stop) {
            return Dot::Exact;
        }
        match self.glides.get(&stop) {
            Some(glide) => Dot::Gliding(glide),
            None if self.was_on_break => Dot::AfterBreak,
            None => Dot::NotYet,
        }
    }

    /// In a break and around it the vehicle is nobody's business: everything begins anew at the next gate.
    fn pause(&mut self, phase: Phase) {
        match phase {
            Phase::Underway { .. } => {}
            Phase::OnBreak { .. } => {
                let followed_until = self.followed_until;
                *self = Self { followed_until, was_on_break: true, ..Self::default() };
            }
            Phase::NotStarted | Phase::Ended { .. } => *self = Self::default(),
        }
    }

    /// A gate was crossed: every recipient near enough gets a new line from it.
    fn cross(
        &mut self,
        streets: &Streets,
        tour: &TourState,
        bulletin: &Bulletin,
        crossing: &Crossing,
        now: Timestamp,
    ) {
        let before = self.crossed.replace((crossing.gate, now));
        if !is_outside_depot(streets, tour, crossing.gate) {
            return;
        }
        self.last_gate = streets.place(crossing.gate);
        self.was_on_break = false;
        let ahead = Ahead::of(streets, tour, bulletin, crossing);
        let mut glides = std::mem::take(&mut self.glides);
        for (stop, target) in ahead.targets(streets.discretion()) {
            let shown = glides.get(&stop).map(|glide| glide.place_at(now));
            let glide = if bulletin.order_is_sure {
                Glide::onwards(streets, shown, crossing.gate, &target, now)
            } else {
                Glide::behind(streets, shown, before, crossing.gate, now)
            };
            glides.insert(stop, Arc::new(glide));
        }
        glides.retain(|stop, _| tour.stop(*stop).is_some_and(|stop| stop.state.is_open()));
        self.glides = glides;
    }
}

fn is_outside_depot(streets: &Streets, tour: &TourState, gate: Spot) -> bool {
    let depot = tour.start().map(|start| start.place);
    let far =
        |place: Place| depot.is_none_or(|depot| depot.distance_to(place).0 > streets.discretion().depot().0);
    streets.place(gate).is_some_and(far)
}
