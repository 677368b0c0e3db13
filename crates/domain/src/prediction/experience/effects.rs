//! From sums to what is expected: factors that are fitted together, each drawn to 1 as much as little was seen of it.
//!
//! Factors of rows and columns are fitted in turn, each against what the other ones expect, so that an hour in which a slow
//! district is always driven is not made slow as well. How much they are drawn to 1 follows from how far they differ in
//! the data (empirical Bayes; the credibility of Bühlmann and Straub 1970).

use std::collections::BTreeMap;

use jiff::tz::Offset;

use super::lessons::Lessons;
use super::square::{District, Door};
use super::totals::{Late, Linked, Off, Seen, Totals, Visited, narrow};
use super::{DAYS_MIN, Effect, Experience, Hour, ParcelClass, Spreads};
use crate::prediction::pace;
use crate::tour::{DRIVE_SPREAD, SERVICE_SPREAD};

/// How often rows and columns are fitted in turn; they settle after a few times.
const SWEEPS: usize = 6;
/// How far factors are believed to differ, as variances, before anything is seen: all from the plan, rows and columns
/// from all, and doors from their district.
const ALL_DIFFER: f64 = 0.15 * 0.15;
const DIFFER: f64 = 0.10 * 0.10;
const DOORS_DIFFER: f64 = 0.25 * 0.25;
/// That counts as much as so many observations.
const DIFFER_WEIGHT: f64 = 500.0;
/// Long drives and long work weigh more than short ones, and those of a tour have its pace in common: they tell as much
/// as so many times fewer that are alike.
const UNLIKE: f64 = 2.0;
/// How far a bus is off on one link, and how far links differ, as variances in seconds squared.
const LINK_NOISE: f64 = 40.0 * 40.0;
const LINKS_DIFFER: f64 = 10.0 * 10.0;
/// What is believed of spreads beforehand counts as much as so many drives or stops, and so many tours.
const SPREAD_WEIGHT: f64 = 200.0;
const TOUR_SPREAD_WEIGHT: f64 = 10.0;

/// Factors on what is planned: of all, of rows and of columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Effects<R, C> {
    /// All of them.
    pub all: Effect,
    /// Those of a row, against all.
    pub rows: BTreeMap<R, Effect>,
    /// Those of a column, against all.
    pub columns: BTreeMap<C, Effect>,
}

impl<R: Ord + Copy, C: Ord + Copy> Effects<R, C> {
    /// The factor of a row and a column.
    pub(super) fn factor(&self, row: R, column: C) -> f32 {
        self.all.value * self.row(row) * self.column(column)
    }

    pub(super) fn row(&self, row: R) -> f32 {
        self.rows.get(&row).map_or(1.0, |effect| effect.value)
    }

    pub(super) fn column(&self, column: C) -> f32 {
        self.columns.get(&column).map_or(1.0, |effect| effect.value)
    }
}

/// What lessons teach, each with how much it counts.
pub(super) fn fitted<'a>(offset: Offset, lessons: impl Iterator<Item = (f64, &'a Lessons)>) -> Experience {
    let mut totals = Totals::default();
    lessons.for_each(|(weight, lessons)| totals.add(weight, lessons));
    let spreads = Spreads {
        drive: totals.drive_scatter.spread(DRIVE_SPREAD, SPREAD_WEIGHT),
        service: totals.service_scatter.spread(SERVICE_SPREAD, SPREAD_WEIGHT),
        tour: totals.tour_scatter.spread(pace::SPREAD, TOUR_SPREAD_WEIGHT),
    };
    let drives = factors(&totals.drives, noise(spreads.drive));
    let services = factors(&totals.services, noise(spreads.service));
    let doors = doors(&totals.doors, &services, noise(spreads.service));
    let (links, hourly_links) = links(&totals.links);
    Experience { offset, tours: totals.tours, spreads, drives, services, doors, links, hourly_links }
}

/// Fits the factors of rows and columns in turn.
fn factors<R: Ord + Copy, C: Ord + Copy>(cells: &BTreeMap<(R, C), Seen>, noise: f64) -> Effects<R, C> {
    let total = cells.values().fold(Seen::default(), |sum, cell| sum.and(*cell));
    let all = one_plus(drawn(total.off(total.usual_s()), noise, ALL_DIFFER), total.count);
    let mut effects = Effects { all, rows: BTreeMap::new(), columns: BTreeMap::new() };
    for _ in 0..SWEEPS {
        let expected = cells
            .iter()
            .map(|((row, column), seen)| (*column, seen.times(effects.all.value * effects.row(*row))));
        effects.columns = shrunk(expected, noise, DIFFER);
        let expected = cells
            .iter()
            .map(|((row, column), seen)| (*row, seen.times(effects.all.value * effects.column(*column))));
        effects.rows = shrunk(expected, noise, DIFFER);
    }
    effects
}

/// The doors that are known well enough, against what is expected of them by district and parcels.
fn doors(
    doors: &BTreeMap<Door, Visited>,
    services: &Effects<District, ParcelClass>,
    noise: f64,
) -> BTreeMap<Door, Effect> {
    let expected = doors.iter().flat_map(|(door, visited)| {
        let classes = visited.by_parcels.iter();
        classes.map(|(class, seen)| (*door, seen.times(services.factor(door.district(), *class))))
    });
    let mut effects = shrunk(expected, noise, DOORS_DIFFER);
    effects.retain(|door, _| doors.get(door).is_some_and(|visited| visited.days >= DAYS_MIN));
    effects
}

type Links = BTreeMap<(Door, Door), Effect>;
type HourlyLinks = BTreeMap<(Door, Door, Hour), Effect>;

/// How late links are that are known well enough, and how late they are in each hour.
fn links(links: &BTreeMap<(Door, Door), Linked>) -> (Links, HourlyLinks) {
    let (mut all, mut hourly) = (Links::new(), HourlyLinks::new());
    for ((from, to), linked) in links.iter().filter(|(_, linked)| linked.days >= DAYS_MIN) {
        let sum = linked.by_hour.values().fold(Late::default(), |sum, late| sum.and(*late));
        let link = lateness(sum.off(), 0.0);
        all.insert((*from, *to), link);
        for (hour, late) in &linked.by_hour {
            hourly.insert((*from, *to, *hour), lateness(late.off(), f64::from(link.value)));
        }
    }
    (all, hourly)
}

/// How late a link is, drawn to what is usual as much as little was seen of it.
fn lateness(off: Off, usual_s: f64) -> Effect {
    let beyond = Off { by: off.by - usual_s, ..off };
    Effect { value: narrow(usual_s + drawn(beyond, LINK_NOISE, LINKS_DIFFER)), seen: narrow(off.seen) }
}

/// The factors of groups, drawn to 1 as much as their differences are noise.
fn shrunk<K: Ord>(cells: impl Iterator<Item = (K, Seen)>, noise: f64, differ: f64) -> BTreeMap<K, Effect> {
    let mut groups: BTreeMap<K, Seen> = BTreeMap::new();
    for (key, seen) in cells {
        let group = groups.entry(key).or_default();
        *group = group.and(seen);
    }
    let usual_s = groups.values().fold(Seen::default(), |sum, group| sum.and(*group)).usual_s();
    let differ = difference(groups.values().map(|group| group.off(usual_s)), noise, differ);
    let effect = |group: Seen| one_plus(drawn(group.off(usual_s), noise, differ), group.count);
    groups.into_iter().map(|(key, group)| (key, effect(group))).collect()
}

/// The variance between groups, from how far they are off beyond their noise and from what is believed beforehand.
fn difference(offs: impl Iterator<Item = Off>, noise: f64, beforehand: f64) -> f64 {
    let (mut sum, mut weight) = (DIFFER_WEIGHT * beforehand, DIFFER_WEIGHT);
    for off in offs {
        sum += off.seen * off.by * off.by - noise;
        weight += off.seen;
    }
    (sum / weight).max(beforehand / 100.0)
}

/// What is believed of something that is off by so much: less, as little was seen.
fn drawn(off: Off, noise: f64, differ: f64) -> f64 {
    if off.seen == 0.0 { 0.0 } else { off.by * off.seen / (off.seen + noise / differ) }
}

fn one_plus(off: f64, seen: f64) -> Effect {
    Effect { value: narrow(1.0 + off), seen: narrow(seen) }
}

/// The variance of one observation.
fn noise(spread: f32) -> f64 {
    UNLIKE * f64::from(spread) * f64::from(spread)
}
