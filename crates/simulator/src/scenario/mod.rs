//! Tours through the streets of a real town on several days, with the truth second by second, for attackers to be tried
//! on.
//!
//! Seed in, data out, without a server. [`district`] says who gets parcels on which day, [`drive`] how a van moves from
//! one to the next.

mod district;
mod drive;

use doorstep_domain::Place;
use doorstep_domain::streets::{Piece, Spot, Streets};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use thiserror::Error;

use crate::chance::log_normal;
use district::District;
use drive::Van;

/// A day has so many stops in the middle, and differs by so many.
const STOPS: (f64, f64) = (40.0, 3.0);
/// A tour that is shorter is not worth a van.
const STOPS_MIN: usize = 12;
const FIRST_DATE: Date = jiff::civil::date(2026, 6, 1);
/// Tours begin within half an hour after this hour, UTC.
const BEGINS_HOUR: i8 = 7;
const BEGINS_WITHIN_S: u32 = 1_800;
/// How much days differ in pace (the deviation of its logarithm).
const DAY_SPREAD: f64 = 0.08;
/// Time at a door: the median, its spread, and the least of it, without the walk.
const HANDING_OVER_S: f64 = 55.0;
const HANDING_OVER_SPREAD: f64 = 0.65;
const STANDING_MIN_S: f64 = 14.0;
/// So far behind the kerb a door is, and so fast one walks there and back.
const DOOR_M: std::ops::Range<f64> = 5.0..20.0;
const WALKING_MPS: f64 = 1.35;

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The seed of every chance.
    pub seed: u64,
    /// The number of districts, each with a van of its own.
    pub routes: u32,
    /// The number of days on which each is driven.
    pub days: u32,
}

/// A tour that was driven.
#[derive(Debug, Clone, PartialEq)]
pub struct DrivenTour {
    /// The district.
    pub route: u32,
    /// The day.
    pub day: u32,
    /// The stops, in the order in which they were made.
    pub stops: Vec<DrivenStop>,
    /// Where the van was at each second from `began_at` on.
    pub track: Vec<Place>,
    /// The first second.
    pub began_at: Timestamp,
}

/// A stop that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct DrivenStop {
    /// The position of the house among those of the streets.
    pub house: usize,
    /// Where the van stood.
    pub spot: Spot,
    /// When it came, in seconds after the tour began.
    pub arrived_s: u32,
    /// When it left.
    pub departed_s: u32,
    /// The way from the stop before.
    pub way: Vec<Piece>,
}

/// Why there are no tours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TooSmall {
    /// A district has too few houses.
    #[error("a van finds {found} houses around, and {least} are needed; take an extract with more houses")]
    Houses {
        /// The houses that can be reached and left again.
        found: usize,
        /// How many a tour needs.
        least: usize,
    },
}

/// The tours of every district on every day.
///
/// # Errors
/// When a district has too few houses that can be reached.
pub fn tours(streets: &Streets, wanted: Wanted) -> Result<Vec<DrivenTour>, TooSmall> {
    let houses: Vec<Spot> = streets.houses().collect();
    let mut chance = StdRng::seed_from_u64(wanted.seed);
    let districts = District::all(streets, &houses, wanted.routes, &mut chance)?;
    let mut tours = Vec::new();
    for (route, district) in (0..).zip(&districts) {
        for day in 0..wanted.days {
            let stops = (STOPS.0 + STOPS.1 * crate::chance::normal(&mut chance)).round();
            let order = district.day(streets, &houses, whole(stops).max(STOPS_MIN), &mut chance);
            let (stops, track) = driven(streets, &houses, &order, &mut chance);
            tours.push(DrivenTour { route, day, stops, track, began_at: begins(day, &mut chance) });
        }
    }
    Ok(tours)
}

/// Drives from house to house and stands at each.
fn driven(
    streets: &Streets,
    houses: &[Spot],
    order: &[usize],
    chance: &mut StdRng,
) -> (Vec<DrivenStop>, Vec<Place>) {
    let mut van = Van::new(streets, log_normal(chance, 1.0, DAY_SPREAD));
    let mut stops = Vec::with_capacity(order.len());
    for house in order {
        let Some(spot) = houses.get(*house).copied() else { continue };
        let Some(way) = van.drive_to(spot, chance) else { continue };
        let arrived_s = van.now_s();
        van.stand(standing_s(chance));
        stops.push(DrivenStop { house: *house, spot, arrived_s, departed_s: van.now_s(), way });
    }
    (stops, van.track())
}

fn standing_s(chance: &mut StdRng) -> f64 {
    let walk_s = 2.0 * chance.random_range(DOOR_M) / WALKING_MPS;
    (log_normal(chance, HANDING_OVER_S, HANDING_OVER_SPREAD) + walk_s).max(STANDING_MIN_S)
}

fn begins(day: u32, chance: &mut StdRng) -> Timestamp {
    let date = FIRST_DATE.saturating_add(i64::from(day).days());
    let second = i64::from(chance.random_range(0..BEGINS_WITHIN_S));
    let at = date.at(BEGINS_HOUR, 0, 0, 0).to_zoned(TimeZone::UTC).expect("UTC has every hour");
    at.timestamp() + second.seconds()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number of stops or seconds"
)]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}

#[cfg(test)]
mod tests;
