//! Arrivals by adding up: what is left of this stop or leg, then travel and service times stop by stop.

use jiff::{SignedDuration, Timestamp};

use super::ways::{Spot, Ways, estimate};
use crate::TourState;
use crate::tour::{StopProgress, StopState};

/// The median of planned service at real delivery stops is 78 s, with 1.7 parcels.
const SERVICE_PER_STOP: SignedDuration = SignedDuration::from_secs(50);
const SERVICE_PER_PARCEL: SignedDuration = SignedDuration::from_secs(20);
/// A position that is older tells little about where the vehicle is on its leg.
const FRESH: SignedDuration = SignedDuration::from_mins(5);

/// When the driver is believed to arrive at each open stop, in their order.
pub(super) fn arrivals(state: &TourState, open: &[&StopProgress], now: Timestamp) -> Vec<Timestamp> {
    let ways = Ways::of(state);
    let mut arrivals: Vec<Timestamp> = Vec::with_capacity(open.len());
    let mut before: Option<(&StopProgress, Timestamp)> = None;
    for stop in open {
        let arrival = match before {
            None => first_arrival(state, &ways, stop, now),
            Some((last, free_at)) => free_at + ways.travel(Spot::of(last), Spot::of(stop)),
        };
        let free_at = (arrival + service(stop)).max(now);
        before = Some((stop, free_at));
        arrivals.push(arrival);
    }
    arrivals
}

fn first_arrival(state: &TourState, ways: &Ways, stop: &StopProgress, now: Timestamp) -> Timestamp {
    if let StopState::Arrived { at, .. } = stop.state {
        return at;
    }
    let (from, left_at) = leg_start(state);
    let position = state.position().filter(|position| now.duration_since(position.at) <= FRESH);
    let leg = from.map(|from| ways.travel(from, Spot::of(stop)));
    match (position, leg, from) {
        (Some(here), Some(leg), Some(from)) => {
            let whole_m = from.place.distance_to(stop.planned.place).0.max(100.0);
            let share = (here.place.distance_to(stop.planned.place).0 / whole_m).min(2.0);
            now + leg.mul_f64_checked(share)
        }
        (Some(here), _, _) => now + estimate(here.place, stop.planned.place),
        (None, Some(leg), _) => (left_at.unwrap_or(now) + leg).max(now),
        (None, None, _) => stop.planned.planned_arrival.unwrap_or(now).max(now),
    }
}

/// Where the leg to the next stop began: the stop served last, or the start of the tour.
fn leg_start(state: &TourState) -> (Option<Spot>, Option<Timestamp>) {
    let progress = state.progress();
    if let Some((stop, at)) = progress.last_served.and_then(|(stop, at)| Some((state.stop(stop)?, at))) {
        return (Some(Spot::of(stop)), Some(at));
    }
    let left_at = progress.left_start_at.or_else(|| state.start()?.at);
    (Spot::of_start(state), left_at)
}

fn service(stop: &StopProgress) -> SignedDuration {
    let parcels = i32::try_from(stop.planned.parcels.len()).unwrap_or(i32::MAX);
    stop.planned.service.unwrap_or(SERVICE_PER_STOP + SERVICE_PER_PARCEL * parcels)
}

trait Scale {
    fn mul_f64_checked(self, factor: f64) -> SignedDuration;
}

impl Scale for SignedDuration {
    fn mul_f64_checked(self, factor: f64) -> SignedDuration {
        SignedDuration::try_from_secs_f64(self.as_secs_f64() * factor).unwrap_or(self)
    }
}
