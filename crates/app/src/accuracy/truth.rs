//! What really happened on each tour, and where it was at an instant.

use std::collections::HashSet;

use anyhow::{Context as _, Result, bail};
use jiff::Timestamp;

use super::roster::Roster;
use crate::recorded::day::Day;
use crate::recorded::truth::TruthLine;

/// From this on, Kendall's tau of the plan's order and the real one says that the driver followed the plan.
const FOLLOWS_PLAN_TAU: f64 = 0.9;

/// What really happened on a tour.
#[derive(Debug)]
pub(super) struct Truth {
    /// When it left its start, where that is known.
    pub(super) left_at: Option<Timestamp>,
    /// The stops in the order in which they were served.
    pub(super) visits: Vec<Visit>,
    /// The places in `visits` of those whose arrival is known, with it.
    timed: Vec<(Timestamp, usize)>,
    /// Whether the stops were served in about the order of the plan.
    pub(super) follows_plan: bool,
}

/// A stop as it was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Visit {
    /// Its place in the plan, from 0.
    pub(super) stop: usize,
    pub(super) arrived_at: Option<Timestamp>,
    pub(super) departed_at: Option<Timestamp>,
}

/// Where a tour is at an instant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Whereabouts {
    /// The place in the order of the first stop that truly remains.
    pub(super) first: usize,
    /// Whether the order can be judged: the driver stands at no stop, and when he reaches the next one is known.
    pub(super) is_between_stops: bool,
}

impl Truth {
    /// The truth of visits whose arrivals do not go backwards.
    pub(super) fn new(left_at: Option<Timestamp>, visits: Vec<Visit>) -> Self {
        let timed =
            visits.iter().zip(0..).filter_map(|(visit, place)| Some((visit.arrived_at?, place))).collect();
        let order: Vec<usize> = visits.iter().map(|visit| visit.stop).collect();
        Self { left_at, timed, follows_plan: kendall_tau(&order) >= FOLLOWS_PLAN_TAU, visits }
    }

    /// The visits whose arrival is known, with it.
    pub(super) fn timed(&self) -> impl Iterator<Item = (Timestamp, &Visit)> {
        self.timed.iter().filter_map(|(at, place)| Some((*at, self.visits.get(*place)?)))
    }

    /// The last arrival that is known.
    pub(super) fn last_arrival(&self) -> Option<Timestamp> {
        self.timed.last().map(|(at, _)| *at)
    }

    /// How the stop was served, if it was.
    pub(super) fn visit(&self, stop: usize) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.stop == stop)
    }

    /// The stops that truly remain from a place in the order on.
    pub(super) fn remaining(&self, first: usize) -> &[Visit] {
        self.visits.get(first..).unwrap_or_default()
    }

    /// Where the tour is at an instant. An arrival at that very instant has happened.
    pub(super) fn at(&self, now: Timestamp) -> Whereabouts {
        let reached = self.timed.partition_point(|(at, _)| *at <= now);
        let last = reached.checked_sub(1).and_then(|last| self.timed.get(last));
        let first = last.map_or(0, |(_, place)| place + 1);
        let left_at = last.and_then(|(_, place)| self.visits.get(*place)?.departed_at);
        let dwells = left_at.is_some_and(|left_at| now < left_at);
        let next_is_timed = self.visits.get(first).is_none_or(|next| next.arrived_at.is_some());
        Whereabouts { first, is_between_stops: !dwells && next_is_timed }
    }
}

/// Reads the truth of the judged tours, by their numbers.
///
/// # Errors
/// When there is none, or it breaks its format, with file and line.
pub(super) fn read(day: &Day, roster: &Roster) -> Result<Vec<Option<Truth>>> {
    let (mut lines, bar) = day.lines("truth.jsonl").context("a day is judged by its truth")?;
    let mut tours: Vec<Vec<(String, Option<usize>, TruthLine)>> =
        (0..roster.len()).map(|_| Vec::new()).collect();
    while let Some(line) = lines.next::<TruthLine>()? {
        let number = roster.number(&line.tour).with_context(|| lines.place())?;
        let tour = roster.tour(number);
        let stop =
            line.stop.as_ref().map(|stop| tour.stop(stop)).transpose().with_context(|| lines.place())?;
        if stop.is_none() != (line.sequence == 0) {
            bail!("{}: the start, and nothing else, has the sequence 0 and no stop", lines.place());
        }
        if tour.is_judged
            && let Some(tour) = tours.get_mut(number)
        {
            tour.push((lines.place(), stop, line));
        }
    }
    bar.finish_and_clear();
    tours.into_iter().map(|lines| (!lines.is_empty()).then(|| of_lines(lines)).transpose()).collect()
}

fn of_lines(mut lines: Vec<(String, Option<usize>, TruthLine)>) -> Result<Truth> {
    lines.sort_by_key(|(_, _, line)| line.sequence);
    let (mut left_at, mut visits, mut before) = (None, Vec::new(), None);
    let (mut stops, mut sequences) = (HashSet::new(), HashSet::new());
    for (place, stop, line) in lines {
        if !stops.insert(stop) || !sequences.insert(line.sequence) {
            bail!("{place}: a stop, or a place in the order, is there twice");
        }
        let Some(stop) = stop else {
            left_at = line.departed_at;
            continue;
        };
        if line.arrived_at.is_some() && line.arrived_at < before {
            bail!("{place}: the arrivals of the tour {:?} go backwards", line.tour);
        }
        before = line.arrived_at.or(before);
        visits.push(Visit { stop, arrived_at: line.arrived_at, departed_at: line.departed_at });
    }
    Ok(Truth::new(left_at, visits))
}

/// Kendall's tau of an order of distinct numbers with the rising one; 1 of fewer than two.
fn kendall_tau(order: &[usize]) -> f64 {
    let (mut rising, mut pairs) = (0_u32, 0_u32);
    for (place, first) in order.iter().enumerate() {
        for second in order.iter().skip(place + 1) {
            rising += u32::from(first < second);
            pairs += 1;
        }
    }
    if pairs == 0 { 1.0 } else { 2.0 * f64::from(rising) / f64::from(pairs) - 1.0 }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{minute, truth, visit};
    use super::*;

    #[test]
    fn a_stop_is_reached_at_its_arrival_and_left_at_its_departure() {
        let truth = truth(&[visit(0, 2, 3), visit(1, 5, 6)]);
        let at = |now| {
            let found = truth.at(minute(now));
            (found.first, found.is_between_stops)
        };
        assert_eq!([1, 2, 3, 5, 6].map(at), [(0, true), (1, false), (1, true), (2, false), (2, true)]);
    }

    #[test]
    fn a_stop_without_a_time_is_passed_with_the_next_one_that_has_one() {
        let unknown = Visit { stop: 1, arrived_at: None, departed_at: None };
        let truth = truth(&[visit(0, 2, 3), unknown, visit(2, 8, 9)]);
        assert_eq!(truth.at(minute(4)), Whereabouts { first: 1, is_between_stops: false });
        assert_eq!(truth.at(minute(9)), Whereabouts { first: 3, is_between_stops: true });
        assert_eq!(truth.last_arrival(), Some(minute(8)));
    }

    #[test]
    fn one_pair_the_other_way_round_is_still_the_plan_on_a_long_tour() {
        assert!((kendall_tau(&[1, 0, 2]) - 1.0 / 3.0).abs() < 1e-12);
        assert!((kendall_tau(&[4]) - 1.0).abs() < 1e-12);
        let follows = |order: &[usize]| {
            let visits = order.iter().zip(0..).map(|(stop, at)| visit(*stop, at, at)).collect::<Vec<_>>();
            truth(&visits).follows_plan
        };
        assert!(!follows(&[1, 0, 2]));
        assert!(follows(&[0, 1, 2, 4, 3, 5, 6]));
    }
}
