//! Where a vehicle on its way is bound for: not to a stop that it drives past or away from.

use crate::Place;
use crate::prediction::ground::{Ground, Node};

/// Drivers who go to a stop make no longer way than this, as a share of the way and in metres; beyond it is e times
/// less probable for each as much again.
const DETOUR: f64 = 0.25;
const DETOUR_M: f64 = 60.0;
/// A stop that none of the habits names is the next one with this probability, nearer ones rather: at this distance it
/// is e times less probable.
const NOT_NAMED: f64 = 0.1;
const NEAR_M: f64 = 300.0;
/// The vehicle's course outweighs what was believed before when it is so probable.
const SURE: f64 = 0.6;

/// The stop that a vehicle is bound for that was at one stop and is now somewhere, where its course tells: `named` are
/// the open stops with the probability that each is next if nothing is known of the course.
pub(super) fn bound_for(ground: &Ground, here: Node, vehicle: Place, named: &[(Node, f64)]) -> Option<Node> {
    let origin = ground.place(here)?;
    let gone_m = origin.distance_to(vehicle).0;
    let near: Vec<f64> = named
        .iter()
        .map(|(node, _)| ground.place(*node).map_or(0.0, |to| (-vehicle.distance_to(to).0 / NEAR_M).exp()))
        .collect();
    let all_near: f64 = near.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let probable = named.iter().zip(&near).filter_map(|((node, probability), near)| {
        let to = ground.place(*node)?;
        let whole_m = origin.distance_to(to).0;
        let detour_m = (gone_m + vehicle.distance_to(to).0 - whole_m).max(0.0);
        let likelihood = (-detour_m / (DETOUR_M + DETOUR * whole_m)).exp();
        Some((*node, (probability + NOT_NAMED * near / all_near) * likelihood))
    });
    let probable: Vec<(Node, f64)> = probable.collect();
    let all: f64 = probable.iter().map(|(_, weight)| weight).sum();
    let (node, weight) = probable.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    (weight >= SURE * all).then_some(node)
}
