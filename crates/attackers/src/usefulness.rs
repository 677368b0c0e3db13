//! What the dot is good for, in the minutes in which a recipient may see it.

use std::fmt;

use serde::Serialize;

use crate::judge::Case;
use crate::plane::Point;
use crate::released::{Shown, View};
use crate::truth::Tour;

/// The page is looked at this often.
const EVERY_S: f64 = 5.0;
/// A dot so near to the van is where the van is, for someone who waits for it.
const NEAR_M: f64 = 100.0;
/// The last minutes.
const LATE_S: f64 = 300.0;
/// An approach is exact when so many dots are so near to the van, so far from each other.
const EXACT_DOTS: usize = 3;
const EXACT_M: f64 = 30.0;
const EXACT_APART_M: f64 = 5.0;
/// A dot that moves less stays.
const MOVED_M: f64 = 1.0;

/// Means and medians over recipients, from the stop before the window until the own one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Usefulness {
    /// The share of time in which the dot is within 100 m of the van.
    pub within_100m: f64,
    /// The same in the last five minutes.
    pub within_100m_last_5_min: f64,
    /// The share of time in which there is a dot.
    pub dot_shown: f64,
    /// The share of recipients to whom the exact place is shown on the last leg.
    pub exact_approach: f64,
    /// The share of time in which the count is right.
    pub count_right: f64,
    /// The median of the longest time in which the dot stayed, in seconds.
    pub longest_freeze_s: Option<f64>,
    /// The median of the longest way that a dot jumped, in metres.
    pub largest_jump_m: Option<f64>,
    /// The median distance of the dot from the van, in metres.
    pub error_median_m: Option<f64>,
    /// The distance that 95 of 100 dots are nearer than.
    pub error_p95_m: Option<f64>,
}

/// What one recipient had of it.
struct Had {
    near: Vec<bool>,
    near_late: Vec<bool>,
    seen: Vec<bool>,
    count_right: Vec<bool>,
    errors_m: Vec<f64>,
    is_exact: bool,
    freeze_s: Option<f64>,
    jump_m: Option<f64>,
}

pub(crate) fn usefulness<'a>(
    case: &Case,
    views: impl Iterator<Item = &'a View>,
    window: usize,
) -> Usefulness {
    let had: Vec<Had> = views.map(|view| Had::of(&case.tours[view.tour], view, window)).collect();
    let shares = |of: fn(&Had) -> &Vec<bool>| mean(had.iter().map(|had| share(of(had))));
    let errors: Vec<f64> = had.iter().flat_map(|had| had.errors_m.iter().copied()).collect();
    Usefulness {
        within_100m: shares(|had| &had.near),
        within_100m_last_5_min: shares(|had| &had.near_late),
        dot_shown: shares(|had| &had.seen),
        exact_approach: mean(had.iter().map(|had| f64::from(u8::from(had.is_exact)))),
        count_right: shares(|had| &had.count_right),
        longest_freeze_s: part(had.iter().filter_map(|had| had.freeze_s).collect(), 0.5),
        largest_jump_m: part(had.iter().filter_map(|had| had.jump_m).collect(), 0.5),
        error_median_m: part(errors.clone(), 0.5),
        error_p95_m: part(errors, 0.95),
    }
}

impl Had {
    fn of(tour: &Tour, view: &View, window: usize) -> Self {
        let begin = tour.stops[view.stop - window - 1].depart;
        let end = tour.stops[view.stop].arrive;
        let mut had = Self {
            near: Vec::new(),
            near_late: Vec::new(),
            seen: Vec::new(),
            count_right: Vec::new(),
            errors_m: Vec::new(),
            is_exact: is_exact(tour, view, end),
            freeze_s: None,
            jump_m: None,
        };
        let mut at = begin;
        while at < end {
            had.look(tour, view, at, at >= end - LATE_S);
            at += EVERY_S;
        }
        had.moves(view, end);
        had
    }

    fn look(&mut self, tour: &Tour, view: &View, at: f64, is_late: bool) {
        let until = view.shown.partition_point(|shown| shown.at <= at);
        let before = &view.shown[..until];
        let dot = before.last().and_then(|shown| shown.dot);
        let error_m = dot.map(|dot| dot.distance_to(tour.at(at)));
        let is_near = error_m.is_some_and(|error| error <= NEAR_M);
        self.seen.push(dot.is_some());
        self.near.push(is_near);
        if is_late {
            self.near_late.push(is_near);
        }
        self.errors_m.extend(error_m);
        let told = before.iter().rev().find_map(|shown| shown.away).map(usize::from);
        self.count_right.push(told == view.stop.checked_sub(tour.left_until(at)));
    }

    fn moves(&mut self, view: &View, end: f64) {
        let seen: Vec<(f64, Point)> =
            view.dots().filter(|(shown, _)| shown.at < end).map(|(shown, dot)| (shown.at, dot)).collect();
        let moves = seen.windows(2).map(|pair| (pair[1].0, pair[0].1.distance_to(pair[1].1)));
        let moves: Vec<(f64, f64)> = moves.collect();
        let Some((first, _)) = seen.first().filter(|_| !moves.is_empty()) else { return };
        let changed = moves.iter().filter(|(_, metres)| *metres > MOVED_M).map(|(at, _)| *at);
        let bounds: Vec<f64> = std::iter::once(*first).chain(changed).chain([end]).collect();
        self.freeze_s = bounds.windows(2).map(|pair| pair[1] - pair[0]).max_by(f64::total_cmp);
        self.jump_m = moves.iter().map(|(_, metres)| *metres).max_by(f64::total_cmp);
    }
}

/// Whether the place itself is shown on the last leg.
fn is_exact(tour: &Tour, view: &View, end: f64) -> bool {
    let leg = tour.stops[view.stop - 1].depart..end;
    let on_leg = |(shown, _): &(&Shown, Point)| leg.contains(&shown.at);
    let mut last: Option<Point> = None;
    let mut exact = 0;
    for (shown, dot) in view.dots().filter(on_leg) {
        let is_new = last.is_none_or(|last| last.distance_to(dot) > EXACT_APART_M);
        if is_new && dot.distance_to(tour.at(shown.at)) <= EXACT_M {
            exact += 1;
            last = Some(dot);
        }
    }
    exact >= EXACT_DOTS
}

fn share(of: &[bool]) -> f64 {
    of.iter().filter(|is| **is).count() as f64 / of.len().max(1) as f64
}

fn mean(of: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = of.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// The value that a part of all lie below.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is a position among them")]
fn part(mut of: Vec<f64>, part: f64) -> Option<f64> {
    of.sort_by(f64::total_cmp);
    of.get((of.len().saturating_sub(1) as f64 * part).round() as usize).copied()
}

impl fmt::Display for Usefulness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |value: Option<f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.0}"));
        write!(
            f,
            "dot within 100 m {:.2} of the time ({:.2} in the last 5 min), shown {:.2}, exact approach {:.2}, \
             count right {:.2}, longest freeze {} s, largest jump {} m, error {} m (95 in 100: {} m)",
            self.within_100m,
            self.within_100m_last_5_min,
            self.dot_shown,
            self.exact_approach,
            self.count_right,
            number(self.longest_freeze_s),
            number(self.largest_jump_m),
            number(self.error_median_m),
            number(self.error_p95_m),
        )
    }
}
