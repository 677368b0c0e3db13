//! What the tours of past days taught: how much longer drives, work and links of a timetable take than is planned.
//!
//! Each finished tour teaches [`Lessons`]: sums, in whole numbers, of what was planned and what it took. Those of a day
//! are added up, in any order. The [`Experience`] of a day is a function of the lessons of the days before it, and so
//! there is one for each day: nothing learnt from a day is used on that day, and what was believed can be believed again.
//! Without lessons it is the plan. No driver is in it: a tour's own pace goes on from here (`pace`).
//!
//! Drives differ by hour and district, work by the number of parcels, district and door. Each of these is a factor, and
//! they are fitted together (`effects`), drawn to 1 as much as little was seen (empirical Bayes).

mod effects;
mod lessons;
mod on_ground;
mod square;
mod sums;
mod totals;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

pub use effects::Effects;
pub use lessons::Lessons;
pub(super) use on_ground::Taught;
pub use square::{District, Door};
pub use sums::{Drift, Scatter, Sums};

use crate::Place;

/// After so many days a lesson counts half.
const HALF_LIFE_DAYS: f64 = 28.0;
/// The history of a door or of a link is used from so many days on which it was seen: one day has a cause of its own.
const DAYS_MIN: u32 = 3;

/// A span of a day, by the clock of the operator: 0 to 23.
pub type Hour = u8;
/// How many parcels a stop has: 0 to 3, and 4 for more.
pub type ParcelClass = u8;

/// How far off times may be, each one standard deviation as a share of what is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spreads {
    /// A drive.
    pub drive: f32,
    /// The work at a stop.
    pub service: f32,
    /// A whole tour.
    pub tour: f32,
}

/// What is expected on a day by what days before it taught.
#[derive(Debug, Clone, PartialEq)]
pub struct Experience {
    offset: Offset,
    tours: f64,
    spreads: Spreads,
    drives: Effects<District, Hour>,
    services: Effects<District, ParcelClass>,
    doors: BTreeMap<Door, Effect>,
    links: BTreeMap<(Door, Door), Effect>,
    hourly_links: BTreeMap<(Door, Door, Hour), Effect>,
}

/// A factor on what is planned, or seconds in addition to it; and how much was seen of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The factor, or the seconds.
    pub value: f32,
    /// So many times it was seen; what is long ago counts less.
    pub seen: f32,
}

impl Experience {
    /// Lessons older than so many days are not used: they would count an eighth.
    pub const DAYS_MAX: u16 = 84;

    /// What is expected on a day, from the lessons of days; those that are not before it are passed over. The offset is
    /// that of the operator's clock on the day.
    pub fn of_day<'a>(
        day: Date,
        offset: Offset,
        lessons: impl IntoIterator<Item = (Date, &'a Lessons)>,
    ) -> Self {
        let before = lessons.into_iter().filter_map(|(of, lessons)| Some((weight(of, day)?, lessons)));
        effects::fitted(offset, before)
    }

    /// So many tours taught it; what is long ago counts less.
    pub fn tours(&self) -> f64 {
        self.tours
    }

    /// How far off times may be.
    pub fn spreads(&self) -> Spreads {
        self.spreads
    }

    /// How long drives take: in all, by district and by hour.
    pub fn drives(&self) -> &Effects<District, Hour> {
        &self.drives
    }

    /// How long the work takes: in all, by district and by the number of parcels.
    pub fn services(&self) -> &Effects<District, ParcelClass> {
        &self.services
    }

    /// The doors that are known well enough, against others of their district.
    pub fn doors(&self) -> &BTreeMap<Door, Effect> {
        &self.doors
    }

    /// How many seconds links of timetables take in addition.
    pub fn links(&self) -> &BTreeMap<(Door, Door), Effect> {
        &self.links
    }

    /// The hour of an instant by the operator's clock.
    pub(super) fn hour(&self, at: Timestamp) -> Hour {
        let second = at.as_second() + i64::from(self.offset.seconds());
        u8::try_from(second.div_euclid(3_600).rem_euclid(24)).unwrap_or_default()
    }

    /// The factor on drives that end at a place; the hour has its own.
    pub(super) fn drive_factor(&self, to: Place) -> f32 {
        self.drives.all.value * self.drives.row(District::of(to))
    }

    /// The factor on drives in an hour.
    pub(super) fn hour_factor(&self, hour: Hour) -> f32 {
        self.drives.column(hour)
    }

    /// The factor on the work at a place.
    pub(super) fn service_factor(&self, at: Place, parcels: usize) -> f32 {
        let door = Door::of(at);
        let known = self.doors.get(&door).map_or(1.0, |effect| effect.value);
        self.services.factor(door.district(), parcel_class(parcels)) * known
    }

    /// How many seconds a link of a timetable takes in addition.
    pub(super) fn drift(&self, from: Place, to: Place, at: Timestamp) -> f32 {
        let (from, to) = (Door::of(from), Door::of(to));
        let hourly = self.hourly_links.get(&(from, to, self.hour(at)));
        hourly.or_else(|| self.links.get(&(from, to))).map_or(0.0, |effect| effect.value)
    }
}

impl Default for Experience {
    /// Nothing was learnt: everything is as planned.
    fn default() -> Self {
        effects::fitted(Offset::UTC, std::iter::empty())
    }
}

/// How much a lesson of one day counts on another.
fn weight(of: Date, day: Date) -> Option<f64> {
    let age = day.since(of).ok()?.get_days();
    let is_used = 0 < age && age <= i32::from(Experience::DAYS_MAX);
    is_used.then(|| (-f64::from(age) / HALF_LIFE_DAYS).exp2())
}

fn parcel_class(parcels: usize) -> ParcelClass {
    u8::try_from(parcels.min(4)).unwrap_or(4)
}
