//! What it costs to come to a stop later than is believed, by what is told of the tour and by nothing else: so whoever
//! asks learns no more than a window of their own.

use jiff::{SignedDuration, Timestamp};

use super::Bulletin;
use crate::tour::{Spot, StopProgress, Ways, service};
use crate::{StopId, TourState, Window};

/// A place for a stop later on the tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    /// The stops to come in their new order; empty where the driver comes late enough anyway.
    pub order: Vec<StopId>,
    /// How much longer the tour takes.
    pub detour: SignedDuration,
    /// When the driver is expected then.
    pub window: Window,
}

/// Why a stop has no place later on the tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLater {
    /// The driver is on the way to it, or the tour is not under way.
    TooLate,
    /// It does not fit into the rest of the tour at a detour within the limit.
    DoesNotFit,
}

impl Bulletin {
    /// The first place on the tour at which the driver comes to a stop not before an instant, at a detour within a limit.
    ///
    /// # Errors
    /// Why there is none.
    pub fn later(
        &self,
        tour: &TourState,
        stop: StopId,
        not_before: Timestamp,
        limit: SignedDuration,
    ) -> Result<Later, NoLater> {
        let rest: Vec<&StopProgress> = self.remaining(tour).collect();
        let own = rest.iter().position(|open| open.planned.id == stop);
        let own = own.filter(|own| *own > 0).ok_or(NoLater::TooLate)?;
        let foretold = self.stop(stop).and_then(|news| news.foretold).ok_or(NoLater::TooLate)?;
        if foretold.arrival >= not_before {
            let (order, detour) = (Vec::new(), SignedDuration::ZERO);
            return Ok(Later { order, detour, window: foretold.window });
        }
        let round = Round { bulletin: self, ways: Ways::of(tour), home: Spot::of_start(tour), rest, own };
        let places = (own + 1..round.rest.len()).filter_map(|behind| round.put_behind(behind));
        let mut fitting = places.filter(|(arrival, later)| *arrival >= not_before && later.detour <= limit);
        fitting.next().map(|(_, later)| later).ok_or(NoLater::DoesNotFit)
    }
}

/// The stops to come, and the one that is to come later.
struct Round<'a> {
    bulletin: &'a Bulletin,
    ways: Ways,
    home: Option<Spot>,
    rest: Vec<&'a StopProgress>,
    own: usize,
}

impl Round<'_> {
    /// What becomes of the tour when the stop is served behind another one: when the driver comes to it, and the rest.
    fn put_behind(&self, behind: usize) -> Option<(Timestamp, Later)> {
        let spot = |index: usize| self.rest.get(index).copied().and_then(Spot::of);
        let (own, before, next) = (spot(self.own)?, spot(self.own.checked_sub(1)?)?, spot(self.own + 1)?);
        let (last, then) = (spot(behind)?, spot(behind + 1).or(self.home));
        let left_out = self.drive(before, own) + self.drive(own, next) - self.drive(before, next);
        let onward = then.map_or(SignedDuration::ZERO, |then| self.drive(own, then) - self.drive(last, then));
        let put_in = self.drive(last, own) + onward;

        let behind_it = self.rest.get(behind)?;
        let foretold = self.bulletin.stop(behind_it.planned.id)?.foretold?;
        let saved = left_out + service(self.rest.get(self.own)?);
        let shift = service(behind_it) + self.drive(last, own) - saved;
        let moved = |at: Timestamp| at.checked_add(shift).unwrap_or(at);
        let Window { from, until } = foretold.window;
        let later = Later {
            order: self.order(behind),
            detour: (put_in - left_out).max(SignedDuration::ZERO),
            window: Window::between(moved(from), moved(until)),
        };
        Some((moved(foretold.arrival), later))
    }

    fn order(&self, behind: usize) -> Vec<StopId> {
        let mut order: Vec<StopId> = self.rest.iter().map(|stop| stop.planned.id).collect();
        if let Some(moved) = order.get_mut(self.own..=behind) {
            moved.rotate_left(1);
        }
        order
    }

    fn drive(&self, from: Spot, to: Spot) -> SignedDuration {
        self.ways.travel(from, to)
    }
}
