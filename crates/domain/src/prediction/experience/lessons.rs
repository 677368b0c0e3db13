//! What a finished tour teaches, and a day of them.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use jiff::Timestamp;

use super::square::{District, Door};
use super::sums::{Drift, Scatter, Sums};
use super::{Experience, Hour, ParcelClass, parcel_class};
use crate::prediction::arrival::{faded_s, seconds_after};
use crate::tour::{Evidence, Spot, StopProgress, StopState, Ways, service};
use crate::{Place, TourState};

/// What took less than this share of what was planned was no drive and no work: stops were scanned in the van.
const SHARE_MIN: f32 = 0.2;
/// What took more than so many times as long, and so many seconds more, was not only that: there was a pause in it.
const DRIVE_TIMES_MAX: f32 = 3.0;
const SERVICE_TIMES_MAX: f32 = 5.0;
const SLACK_S: f32 = 60.0;
/// A bus that drifts by more on one link was held up.
const DRIFT_MAX_S: f32 = 600.0;
/// A tour of which less was expected says nothing about tours, in seconds.
const TOUR_MIN_S: f32 = 1_800.0;

/// What tours taught: sums by hour, square of the map and number of parcels, in which no tour and no driver is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lessons {
    /// How many tours there were.
    pub tours: u64,
    /// Drives by the district in which they end, and the hour in which they begin.
    pub drives: BTreeMap<(District, Hour), Sums>,
    /// Work by district and number of parcels.
    pub services: BTreeMap<(District, ParcelClass), Sums>,
    /// The same by door.
    pub doors: BTreeMap<(Door, ParcelClass), Sums>,
    /// Links of timetables, by the hour in which they are planned to end.
    pub links: BTreeMap<(Door, Door, Hour), Drift>,
    /// How far off drives were from what was expected on the day.
    pub drive_scatter: Scatter,
    /// How far off the work was.
    pub service_scatter: Scatter,
    /// How far off whole tours were.
    pub tour_scatter: Scatter,
}

impl Lessons {
    /// The largest number of entries of a kind. Where there are more, those stay whose squares have the lowest lots, which
    /// are the same on each day: of a large operator a fair sample of doors is known well, not all of them badly.
    pub const ENTRIES_MAX: usize = 20_000;

    /// What a finished tour teaches, on the day of the experience.
    pub fn of(state: &TourState, experience: &Experience) -> Self {
        let visits = visits(state);
        let mut lessons = Self { tours: u64::from(!visits.is_empty()), ..Self::default() };
        if state.progress().line.is_some() {
            visits.windows(2).for_each(|link| lessons.link(link, experience));
        } else {
            let mut teacher = Teacher { ways: Ways::of(state), experience, lessons, sum: (0.0, 0.0) };
            visits.windows(2).for_each(|leg| teacher.leg(leg));
            lessons = teacher.done();
        }
        lessons.keep_lowest();
        lessons
    }

    /// A bus drove from one stop to the next.
    fn link(&mut self, link: &[Visit<'_>], experience: &Experience) {
        let [from, to] = link else { return };
        let planned = (from.stop.planned.planned_arrival, to.stop.planned.planned_arrival);
        let ((Some(planned_from), Some(planned_to)), Some(left), Some(reached)) =
            (planned, from.reached_at, to.reached_at)
        else {
            return;
        };
        let Some((from, to)) = from.spot.zip(to.spot) else { return };
        let expected_s = faded_s(seconds_after(left, planned_from), seconds_after(planned_to, planned_from));
        let late_s = seconds_after(reached, planned_to) - expected_s;
        if late_s.abs() <= DRIFT_MAX_S {
            let key = (Door::of(from.place), Door::of(to.place), experience.hour(planned_to));
            *self.links.entry(key).or_default() += Drift::once(late_s);
        }
    }

    fn keep_lowest(&mut self) {
        keep_lowest(&mut self.drives, |(district, _)| district.lot());
        keep_lowest(&mut self.services, |(district, _)| district.lot());
        keep_lowest(&mut self.doors, |(door, _)| door.lot());
        keep_lowest(&mut self.links, |(from, _, _)| from.lot());
    }
}

impl AddAssign for Lessons {
    fn add_assign(&mut self, other: Self) {
        self.tours = self.tours.saturating_add(other.tours);
        add(&mut self.drives, other.drives);
        add(&mut self.services, other.services);
        add(&mut self.doors, other.doors);
        add(&mut self.links, other.links);
        self.drive_scatter += other.drive_scatter;
        self.service_scatter += other.service_scatter;
        self.tour_scatter += other.tour_scatter;
        self.keep_lowest();
    }
}

/// A stop that was served.
struct Visit<'a> {
    stop: &'a StopProgress,
    spot: Option<Spot>,
    reached_at: Option<Timestamp>,
    done_at: Timestamp,
    is_inferred: bool,
}

/// The stops that were served since there is this plan, in the order in which they were.
fn visits(state: &TourState) -> Vec<Visit<'_>> {
    let mut visits: Vec<Visit<'_>> = state
        .stops()
        .filter(|stop| stop.choice.is_some())
        .filter_map(|stop| match stop.state {
            StopState::Served { arrived_at, at, by } => Some(Visit {
                stop,
                spot: Spot::of(stop),
                reached_at: arrived_at,
                done_at: at,
                is_inferred: by == Evidence::Inferred,
            }),
            _ => None,
        })
        .collect();
    visits.sort_by_key(|visit| visit.stop.choice);
    visits
}

/// Goes through a tour of drives and work.
struct Teacher<'a> {
    ways: Ways,
    experience: &'a Experience,
    lessons: Lessons,
    /// What was expected in all, and what it took.
    sum: (f32, f32),
}

impl Teacher<'_> {
    /// A drive from one stop to another, and the work there.
    fn leg(&mut self, leg: &[Visit<'_>]) {
        let [from, to] = leg else { return };
        if from.is_inferred || to.is_inferred {
            return;
        }
        let Some((start, end)) = from.spot.zip(to.spot) else { return };
        let drive = self.expected_drive(start, end, from.done_at);
        let work = self.expected_work(to.stop, end.place);
        if let Some(reached_at) = to.reached_at {
            self.drove(drive, seconds_after(reached_at, from.done_at), true);
            self.worked(work, seconds_after(to.done_at, reached_at), true);
        } else {
            // Only their sum was seen: each is believed to have had its share of it.
            let share =
                seconds_after(to.done_at, from.done_at) / (drive.expected_s + work.expected_s).max(1.0);
            self.drove(drive, share * drive.expected_s, false);
            self.worked(work, share * work.expected_s, false);
        }
    }

    fn expected_drive(&self, from: Spot, to: Spot, at: Timestamp) -> Piece<(District, Hour)> {
        let hour = self.experience.hour(at);
        let planned_s = self.ways.travel(from, to).as_secs_f32();
        let factor = self.experience.drive_factor(to.place) * self.experience.hour_factor(hour);
        Piece { of: (District::of(to.place), hour), planned_s, expected_s: planned_s * factor }
    }

    fn expected_work(&self, stop: &StopProgress, place: Place) -> Piece<(Door, ParcelClass)> {
        let parcels = stop.planned.parcels.len();
        let planned_s = service(stop).as_secs_f32();
        let expected_s = planned_s * self.experience.service_factor(place, parcels);
        Piece { of: (Door::of(place), parcel_class(parcels)), planned_s, expected_s }
    }

    fn drove(&mut self, drive: Piece<(District, Hour)>, taken_s: f32, is_seen: bool) {
        if !is_plausible(drive.planned_s, taken_s, DRIVE_TIMES_MAX) {
            return;
        }
        *self.lessons.drives.entry(drive.of).or_default() += Sums::once(drive.planned_s, taken_s);
        if is_seen {
            self.lessons.drive_scatter += Scatter::once(drive.expected_s, taken_s);
        }
        self.add(drive.expected_s, taken_s);
    }

    fn worked(&mut self, work: Piece<(Door, ParcelClass)>, taken_s: f32, is_seen: bool) {
        if !is_plausible(work.planned_s, taken_s, SERVICE_TIMES_MAX) {
            return;
        }
        let (door, class) = work.of;
        let sums = Sums::once(work.planned_s, taken_s);
        *self.lessons.doors.entry((door, class)).or_default() += sums;
        *self.lessons.services.entry((door.district(), class)).or_default() += sums;
        if is_seen {
            self.lessons.service_scatter += Scatter::once(work.expected_s, taken_s);
        }
        self.add(work.expected_s, taken_s);
    }

    fn add(&mut self, expected_s: f32, taken_s: f32) {
        self.sum.0 += expected_s;
        self.sum.1 += taken_s;
    }

    fn done(mut self) -> Lessons {
        let (expected_s, taken_s) = self.sum;
        if expected_s >= TOUR_MIN_S {
            self.lessons.tour_scatter = Scatter::once(expected_s, taken_s);
        }
        self.lessons
    }
}

/// A drive or the work at a stop: what was planned and what was expected.
#[derive(Clone, Copy)]
struct Piece<T> {
    of: T,
    planned_s: f32,
    expected_s: f32,
}

fn is_plausible(planned_s: f32, taken_s: f32, times_max: f32) -> bool {
    planned_s >= 1.0 && taken_s >= SHARE_MIN * planned_s && taken_s <= times_max * planned_s + SLACK_S
}

fn add<K: Ord, V: AddAssign + Default>(own: &mut BTreeMap<K, V>, others: BTreeMap<K, V>) {
    for (key, other) in others {
        *own.entry(key).or_default() += other;
    }
}

/// Keeps the entries with the lowest lots. What is among the lowest of all is so in every part, and is complete: the
/// order in which parts are added changes nothing.
fn keep_lowest<K: Ord + Copy, V>(entries: &mut BTreeMap<K, V>, lot: impl Fn(&K) -> u64) {
    if entries.len() <= Lessons::ENTRIES_MAX {
        return;
    }
    let mut lots: Vec<(u64, K)> = entries.keys().map(|key| (lot(key), *key)).collect();
    let (_, first_out, _) = lots.select_nth_unstable(Lessons::ENTRIES_MAX);
    let first_out = *first_out;
    entries.retain(|key, _| (lot(key), *key) < first_out);
}
