//! A plan, in another order.

use std::collections::HashMap;

use anyhow::{Result, bail};
use jiff::{SignedDuration, Timestamp, Unit};
use rand::rngs::StdRng;
use rand::seq::{IteratorRandom as _, SliceRandom as _};

use super::variant::Variant;
use crate::recorded::day::{PlanLine, Start, Stop};

/// So many stops are a block, where the plan knows no zones.
const BLOCK: usize = 8;

/// The plan of a tour in another order. `driven` are the places at which its stops were really served.
///
/// # Errors
/// When the travel times are not those of the stops.
pub(super) fn degraded(
    line: PlanLine,
    variant: Variant,
    driven: &HashMap<String, u32>,
    chance: &mut StdRng,
) -> Result<PlanLine> {
    let order = match variant {
        Variant::PlanReversed => (0..line.stops.len()).rev().collect(),
        Variant::PlanZones => shuffled_zones(&line.stops, chance),
        Variant::PlanSwap(percent) => swapped(line.stops.len(), percent, chance),
        Variant::PlanActual => as_driven(&line.stops, driven),
        _ => return Ok(line),
    };
    reordered(line, &order)
}

fn shuffled_zones(stops: &[Stop], chance: &mut StdRng) -> Vec<usize> {
    let has_zones = stops.iter().any(|stop| stop.zone.is_some());
    let mut zones: Vec<(String, Vec<usize>)> = Vec::new();
    let mut zone = String::new();
    for (place, stop) in stops.iter().enumerate() {
        // A stop without a zone belongs to the one before it.
        zone = if has_zones { stop.zone.clone().unwrap_or(zone) } else { (place / BLOCK).to_string() };
        match zones.iter_mut().find(|(name, _)| *name == zone) {
            Some((_, places)) => places.push(place),
            None => zones.push((zone.clone(), vec![place])),
        }
    }
    zones.shuffle(chance);
    zones.into_iter().flat_map(|(_, places)| places).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is a part of at most 1,000 stops"
)]
#[expect(clippy::cast_precision_loss, reason = "it is a part of at most 1,000 stops")]
fn swapped(stops: usize, percent: f64, chance: &mut StdRng) -> Vec<usize> {
    let mut order: Vec<usize> = (0..stops).collect();
    let pairs = (stops as f64 * percent / 200.0) as usize;
    let mut chosen = (0..stops).sample(chance, 2 * pairs);
    chosen.shuffle(chance);
    chosen.chunks_exact(2).for_each(|pair| {
        if let [one, other] = pair {
            order.swap(*one, *other);
        }
    });
    order
}

/// The order that was driven; stops that were never served come last.
fn as_driven(stops: &[Stop], driven: &HashMap<String, u32>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..stops.len()).collect();
    order.sort_by_key(|place| {
        stops.get(*place).and_then(|stop| driven.get(&stop.name)).copied().unwrap_or(u32::MAX)
    });
    order
}

/// Puts the stops into an order: planned arrivals are counted anew from the travel times, or, where these are not
/// known, the stop at a place gets the time of that place.
fn reordered(mut line: PlanLine, order: &[usize]) -> Result<PlanLine> {
    let times: Vec<Option<Timestamp>> = line.stops.iter().map(|stop| stop.planned_arrival).collect();
    if let Some(travel_s) = &line.travel_s {
        let places: Vec<usize> = std::iter::once(0).chain(order.iter().map(|place| place + 1)).collect();
        let cell = |from: &usize, to: &usize| travel_s.get(*from).and_then(|row| row.get(*to)).copied();
        let row = |from: &usize| places.iter().map(|to| cell(from, to)).collect::<Option<Vec<_>>>();
        let Some(rows) = places.iter().map(row).collect() else {
            bail!("the travel times of the tour {:?} are not those of its stops", line.tour);
        };
        line.travel_s = Some(rows);
    }
    line.stops = order.iter().filter_map(|place| line.stops.get(*place).cloned()).collect();
    let is_timed = times.first().is_some_and(Option::is_some);
    let counted = if is_timed { counted(&line) } else { None };
    let arrivals = counted.map_or(times, |counted| counted.into_iter().map(Some).collect());
    for ((stop, arrival), sequence) in line.stops.iter_mut().zip(arrivals).zip(1..) {
        (stop.planned_arrival, stop.sequence) = (arrival, sequence);
    }
    Ok(line)
}

/// The arrivals of a plan by its travel times, where all of them are known.
fn counted(line: &PlanLine) -> Option<Vec<Timestamp>> {
    let (travel_s, Start { at, .. }) = (line.travel_s.as_ref()?, line.start.as_ref()?);
    let mut now = (*at)?;
    let mut arrivals = Vec::with_capacity(line.stops.len());
    for (place, stop) in line.stops.iter().enumerate() {
        now += seconds(travel_s.get(place)?.get(place + 1).copied()??)?;
        arrivals.push(now.round(Unit::Second).ok()?);
        now += seconds(stop.service_s.unwrap_or_default())?;
    }
    Some(arrivals)
}

fn seconds(seconds: f64) -> Option<SignedDuration> {
    SignedDuration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use super::super::chance::of_tour;
    use super::*;

    fn plan(stops: usize, zones: &[&str]) -> PlanLine {
        let stop = |place: usize| {
            let mut stop = serde_json::json!({
                "stop": format!("s{place}"), "lat": 43.7, "lon": 7.4, "sequence": place + 1, "service_s": 30,
                "planned_arrival": format!("2026-11-20T08:{:02}:00Z", place + 1),
            });
            if let Some(zone) = zones.get(place).filter(|zone| !zone.is_empty()) {
                stop["zone"] = (*zone).into();
            }
            stop
        };
        let stops: Vec<_> = (0..stops).map(stop).collect();
        serde_json::from_value(serde_json::json!({ "tour": "t", "date": "2026-11-20", "stops": stops }))
            .expect("it is a plan")
    }

    fn degrade(line: PlanLine, variant: &str, driven: &[(&str, u32)]) -> PlanLine {
        let variant = variant.parse().expect("it is a way");
        let driven = driven.iter().map(|(stop, place)| ((*stop).to_owned(), *place)).collect();
        degraded(line, variant, &driven, &mut of_tour(1, variant, "t"))
            .expect("it can be put into another order")
    }

    fn names(line: &PlanLine) -> Vec<&str> {
        line.stops.iter().map(|stop| stop.name.as_str()).collect()
    }

    #[test]
    fn a_plan_the_other_way_round_keeps_its_times_in_order() {
        let line = degrade(plan(3, &[]), "plan-reversed", &[]);
        assert_eq!(names(&line), ["s2", "s1", "s0"]);
        assert!(line.stops.iter().zip(1..).all(|(stop, sequence)| stop.sequence == sequence));
        assert!(line.stops.is_sorted_by_key(|stop| stop.planned_arrival));
    }

    #[test]
    fn arrivals_are_counted_from_travel_times_where_these_are_known() {
        let mut line = plan(2, &[]);
        line.start = Some(Start { lat: 43.7, lon: 7.4, at: "2026-11-20T08:00:00Z".parse().ok() });
        let row = |row: [f64; 3]| row.map(Some).to_vec();
        line.travel_s =
            Some(vec![row([0.0, 100.0, 200.0]), row([110.0, 0.0, 50.0]), row([210.0, 60.0, 0.0])]);
        let line = degrade(line, "plan-reversed", &[]);
        let arrivals: Vec<String> =
            line.stops.iter().filter_map(|stop| Some(stop.planned_arrival?.to_string())).collect();
        assert_eq!(arrivals, ["2026-11-20T08:03:20Z", "2026-11-20T08:04:50Z"], "200; 30 and 60 s");
        let first = line.travel_s.as_ref().and_then(|rows| rows.first()).expect("there are rows");
        assert_eq!(first, &row([0.0, 200.0, 100.0]));
    }

    #[test]
    fn zones_stay_together_and_a_stop_without_one_stays_with_the_stop_before() {
        let line = degrade(plan(6, &["a", "", "b", "b", "c", ""]), "plan-zones", &[]);
        let names = names(&line);
        assert_eq!(names.len(), 6);
        for pair in [["s0", "s1"], ["s2", "s3"], ["s4", "s5"]] {
            assert!(names.windows(2).any(|two| two == pair), "{names:?}");
        }
        let blocks = degrade(plan(24, &[]), "plan-zones", &[]);
        assert!(blocks.stops.chunks(8).all(|block| block.windows(2).all(|two| {
            let number = |stop: &Stop| stop.name.get(1..).and_then(|number| number.parse::<usize>().ok());
            number(&two[0]).map(|number| number + 1) == number(&two[1])
        })));
    }

    #[test]
    fn a_part_of_the_stops_changes_places() {
        let line = degrade(plan(20, &[]), "plan-swap-20", &[]);
        let original = plan(20, &[]);
        let moved =
            line.stops.iter().zip(&original.stops).filter(|(now, then)| now.name != then.name).count();
        assert_eq!(moved, 4);
        assert_eq!(
            names(&degrade(plan(20, &[]), "plan-swap-5", &[])),
            names(&original),
            "a half of a pair is none"
        );
    }

    #[test]
    fn a_driver_who_follows_the_plan_drove_it() {
        let line = degrade(plan(3, &[]), "plan-actual", &[("s2", 1), ("s0", 2)]);
        assert_eq!(names(&line), ["s2", "s0", "s1"]);
    }
}
