//! Arrivals by adding up: what is left of this leg, then travel and service times stop by stop, at the tour's pace.

use super::{ARRIVAL_SPREAD_S, Expected, Outset, after};
use crate::prediction::ground::{Ground, Node};
use crate::prediction::pace::Pace;
use crate::tour::estimate;

/// Drivers pause without telling, as long and as often as the law asks of those who work a day (half an hour within eight;
/// German working time act, section 4): the variance that this adds with every second, that of a compound Poisson
/// process.
const PAUSES: f32 = 1_800.0 * 1_800.0 / (8.0 * 3_600.0);
/// So much of the time by which a driver is overdue may be still to come.
const OVERDUE_SPREAD: f32 = 0.5;

pub(super) fn expected(ground: &Ground, pace: Pace, outset: &Outset, order: &[Node]) -> Vec<Expected> {
    let mut along = Vec::with_capacity(order.len());
    let Some(first) = order.first() else { return along };
    let spreads = ground.spreads();
    let (mut after_s, mut scatter) = first_leg(ground, pace, outset, *first);
    let mut before = *first;
    for node in order {
        if node != first {
            let service_s = pace.stretched(ground.service(before));
            let left_at = after(outset.from, after_s + service_s);
            let drive_s = pace.stretched(ground.drive(before, *node, left_at));
            after_s += service_s + drive_s;
            scatter += square(spreads.service * service_s) + square(spreads.drive * drive_s);
        }
        along.push(Expected {
            after_s,
            variance: scatter + square(pace.doubt(spreads.tour) * after_s),
            pauses: PAUSES * after_s,
        });
        before = *node;
    }
    along
}

/// When the first stop is reached, and the variance of that.
fn first_leg(ground: &Ground, pace: Pace, outset: &Outset, first: Node) -> (f32, f32) {
    let spreads = ground.spreads();
    let leg_s = pace.stretched(ground.drive(outset.here, first, after(outset.from, outset.free_s)));
    let to_be_free = outset.free_s.max(0.0);
    let left_s = match on_the_way(ground, outset, first) {
        Some(OnTheWay::Share(share)) => leg_s * share,
        Some(OnTheWay::Seconds(seconds)) => pace.stretched(seconds),
        None => (outset.free_s.min(0.0) + leg_s).max(0.0),
    };
    let overdue_s = if outset.place.is_some() { 0.0 } else { -(outset.free_s + leg_s).min(0.0) };
    let scatter = square(ARRIVAL_SPREAD_S)
        + square(spreads.service * to_be_free)
        + square(spreads.drive * left_s)
        + square(OVERDUE_SPREAD * overdue_s);
    (to_be_free + left_s, scatter)
}

enum OnTheWay {
    /// Of the leg, as the crow flies.
    Share(f32),
    Seconds(f32),
}

/// How much of the way to the first stop is left, where the vehicle is seen on it.
fn on_the_way(ground: &Ground, outset: &Outset, first: Node) -> Option<OnTheWay> {
    let (vehicle, to) = (outset.place?, ground.place(first)?);
    let left_m = vehicle.distance_to(to).0;
    Some(match ground.place(outset.here) {
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        Some(from) => OnTheWay::Share((left_m / from.distance_to(to).0.max(100.0)).min(2.0) as f32),
        None => OnTheWay::Seconds(estimate(vehicle, to).as_secs_f32()),
    })
}

fn square(value: f32) -> f32 {
    value * value
}
