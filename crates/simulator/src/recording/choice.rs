//! In which order a driver serves the stops of a plan.

use rand::RngExt as _;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;

use super::habits::OrderHabit;
use super::plan::PlannedTour;
use super::town::{Crossing, Spot, Town};
use crate::chance::scatter;

/// So often a driver who swaps neighbours does.
const SWAPS: f64 = 0.12;
/// So often a driver who leaves stops out does, and so many others come first.
const SKIPS: f64 = 0.08;
const SKIPPED_FOR: std::ops::RangeInclusive<usize> = 3..=20;
/// What drivers give to finish a zone before the next one, in milliseconds.
const ZONE_PRICES_MS: [u32; 4] = [0, 60_000, 180_000, 900_000];
/// How wrong drivers are about driving times (the deviation of the logarithm).
const MISJUDGED: f64 = 0.15;

/// The places of the plan, from 1, in the order in which the driver serves them.
pub(super) fn order(
    habit: OrderHabit,
    town: &Town,
    planned: &PlannedTour,
    chance: &mut StdRng,
) -> Vec<usize> {
    let as_planned = (1..=planned.doors.len()).collect();
    match habit {
        OrderHabit::FollowsPlan => as_planned,
        OrderHabit::SwapsNeighbours => with_swaps(as_planned, chance),
        OrderHabit::Backwards => as_planned.into_iter().rev().collect(),
        OrderHabit::OtherZones => zones_anew(town, planned, &as_planned, chance),
        OrderHabit::OwnWay => own_way(town, planned, chance),
        OrderHabit::SkipsAndReturns => with_skips(as_planned, chance),
    }
}

fn with_swaps(mut order: Vec<usize>, chance: &mut StdRng) -> Vec<usize> {
    let mut first = 0;
    while first + 1 < order.len() {
        if chance.random_bool(SWAPS) {
            order.swap(first, first + 1);
            first += 1;
        }
        first += 1;
    }
    order
}

fn with_skips(order: Vec<usize>, chance: &mut StdRng) -> Vec<usize> {
    let mut later: Vec<(usize, usize)> = Vec::new();
    let mut driven = Vec::with_capacity(order.len());
    for place in order {
        if chance.random_bool(SKIPS) {
            later.push((driven.len() + chance.random_range(SKIPPED_FOR), place));
            continue;
        }
        driven.push(place);
        let returns = later.iter().position(|(after, _)| *after <= driven.len());
        driven.extend(returns.map(|index| later.remove(index).1));
    }
    driven.extend(later.into_iter().map(|(_, place)| place));
    driven
}

/// The zones in another order: some first one, then always the one whose nearer end is nearest.
fn zones_anew(town: &Town, planned: &PlannedTour, order: &[usize], chance: &mut StdRng) -> Vec<usize> {
    let zone = |place: &usize| town.door(planned.stop(*place).0).zone;
    let mut zones: Vec<Vec<usize>> =
        order.chunk_by(|a, b| zone(a) == zone(b)).map(<[usize]>::to_vec).collect();
    zones.shuffle(chance);
    let mut driven = zones.pop().unwrap_or_default();
    while let Some(here) = driven.last().copied() {
        let cost = |zone: &Vec<usize>| {
            let ends = zone.first().into_iter().chain(zone.last());
            ends.map(|end| planned.drives.ms(here, *end)).min()
        };
        let Some(nearest) = (0..zones.len()).min_by_key(|index| zones.get(*index).and_then(cost)) else {
            break;
        };
        let mut zone = zones.swap_remove(nearest);
        let to = |end: Option<&usize>| end.map(|end| planned.drives.ms(here, *end));
        if to(zone.last()) < to(zone.first()) {
            zone.reverse();
        }
        driven.extend(zone);
    }
    driven
}

fn own_way(town: &Town, planned: &PlannedTour, chance: &mut StdRng) -> Vec<usize> {
    let price_ms = ZONE_PRICES_MS.get(chance.random_range(0..ZONE_PRICES_MS.len())).copied();
    let believed = planned.drives.taken_for(|ms| times(ms, scatter(chance, MISJUDGED)));
    believed.with_zones_at(price_ms.unwrap_or_default(), town, &planned.doors).shortest()
}

fn times(ms: u32, factor: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a drive takes some minutes, and a factor is positive"
    )]
    let ms = (f64::from(ms) * factor).round() as u32;
    ms
}

/// A crossing that is out of the way from a spot, but not by much.
pub(super) fn out_of_the_way(town: &Town, from: Spot, chance: &mut StdRng) -> Spot {
    let some = [(); 3].map(|()| Spot::Crossing(Crossing::drawn(chance)));
    some.into_iter().min_by_key(|spot| town.drive_ms(from, *spot)).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;
    use crate::recording::{Recorder, Wanted};

    const HABITS: [OrderHabit; 6] = [
        OrderHabit::FollowsPlan,
        OrderHabit::SwapsNeighbours,
        OrderHabit::Backwards,
        OrderHabit::OtherZones,
        OrderHabit::OwnWay,
        OrderHabit::SkipsAndReturns,
    ];

    #[test]
    fn every_habit_serves_every_stop_once() {
        let recorder = Recorder::new(Wanted { stops: (1, 120), ..Wanted::default() });
        for number in 0..60 {
            let planned = recorder.planned(number);
            for habit in HABITS {
                let mut chance = StdRng::seed_from_u64(u64::from(number));
                let driven = order(habit, &recorder.town, &planned, &mut chance);
                let mut sorted = driven.clone();
                sorted.sort_unstable();
                assert!(sorted.into_iter().eq(1..=planned.doors.len()), "{habit:?}: {driven:?}");
            }
        }
    }

    #[test]
    fn a_habit_is_seen_in_the_order() {
        let recorder = Recorder::new(Wanted { stops: (80, 80), ..Wanted::default() });
        let planned = recorder.planned(1);
        let driven = |habit| order(habit, &recorder.town, &planned, &mut StdRng::seed_from_u64(2));
        assert!(driven(OrderHabit::FollowsPlan).into_iter().eq(1..=80));
        assert!(driven(OrderHabit::Backwards).into_iter().rev().eq(1..=80));
        let moved = |habit| driven(habit).iter().zip(1..).map(|(place, nth)| place.abs_diff(nth)).max();
        assert_eq!(moved(OrderHabit::SwapsNeighbours), Some(1));
        assert!(moved(OrderHabit::SkipsAndReturns).is_some_and(|most| (2..=25).contains(&most)));
        let zone = |place: &usize| town_zone(&recorder, &planned, *place);
        let changes = |order: &[usize]| order.chunk_by(|a, b| zone(a) == zone(b)).count();
        let other = driven(OrderHabit::OtherZones);
        assert!(changes(&other) <= changes(&driven(OrderHabit::FollowsPlan)));
        assert!(moved(OrderHabit::OtherZones) > Some(2));
        assert_ne!(driven(OrderHabit::OwnWay), driven(OrderHabit::FollowsPlan));
    }

    fn town_zone(recorder: &Recorder, planned: &PlannedTour, place: usize) -> String {
        recorder.town.door(planned.stop(place).0).zone.name()
    }
}
