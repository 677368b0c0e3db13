//! What an attacker makes of what was shown: the dots on the streets, the stretches between them, and how well each house
//! lies on the way.

mod dots;
mod events;
mod profile;
mod stretches;

use crate::naming::Candidates;
use crate::plane::Point;
use crate::released::View;
use crate::town::{House, Spot, Town};

pub(crate) use dots::Dot;
pub(crate) use events::{Drop, appearances, drops, other_changes};
pub(crate) use profile::{Prior, Profile, normal};
pub(crate) use stretches::Stretches;

/// Houses so near to a dot, or to the own house, may be meant.
const NEAR_M: f64 = 450.0;
/// The same around the own house when no dot was ever shown.
const NEAR_OWN_M: f64 = 1_500.0;
/// Of many dots so many are held against the houses.
const SAMPLE: usize = 120;

/// A viewer's picture of the tour.
pub(crate) struct Picture<'a> {
    pub(crate) town: &'a Town,
    pub(crate) view: &'a View,
    /// The number of other stops that are looked for.
    pub(crate) stops: usize,
    pub(crate) dots: Vec<Dot>,
    spots: Vec<Spot>,
    /// The number of dots that were shown; the own door at its time comes after them.
    pub(crate) shown: usize,
    pub(crate) candidates: Candidates,
    pub(crate) stretches: Stretches,
    /// Times at which the count fell.
    pub(crate) drops: Vec<Drop>,
    /// Seconds from each candidate to the first dot, or to the own house where there is none.
    pub(crate) to_begin: Vec<f32>,
    /// Drives from each candidate to each dot and from each dot to each candidate: dots times candidates.
    pub(crate) legs: Legs,
}

/// Drives between dots and candidates.
#[derive(Debug, Default)]
pub(crate) struct Legs {
    pub(crate) to_dot_s: Vec<Vec<f32>>,
    pub(crate) to_dot_m: Vec<Vec<f32>>,
    pub(crate) from_dot_s: Vec<Vec<f32>>,
    pub(crate) from_dot_m: Vec<Vec<f32>>,
}

impl<'a> Picture<'a> {
    /// The picture of one who looks for so many stops; `start`: a place and time that others told.
    pub(crate) fn of(town: &'a Town, view: &'a View, stops: usize, start: Option<(Point, f64)>) -> Self {
        let mut dots = dots::dots(view, start);
        let shown = dots.len();
        let own = town.houses.kerbs[view.own];
        dots.extend(dots::own_door(dots.last(), own, view.own_arrive));
        let candidates = Candidates::of(near(town, &dots, own), &town.houses);
        let spots: Vec<Spot> = dots.iter().map(|dot| town.snap(dot.point)).collect();
        let legs = Legs::of(town, &spots, &candidates.houses);
        let drops = drops(view);
        let stretches = Stretches::cut(town, &dots, &spots, &legs, &drops);
        let to_begin = legs.to_dot_s.first().cloned().unwrap_or_else(|| {
            let own = town.houses.spots[view.own];
            let seconds = |house: &House| town.drive(town.houses.spots[*house], own).seconds;
            candidates.houses.iter().map(|house| single(seconds(house))).collect()
        });
        Self { town, view, stops, dots, spots, shown, candidates, stretches, drops, to_begin, legs }
    }

    /// Seconds of driving from a dot to another one.
    pub(crate) fn drive_s(&self, from: usize, to: usize) -> f64 {
        self.town.drive(self.spots[from], self.spots[to]).seconds
    }
}

impl Legs {
    fn of(town: &Town, dots: &[Spot], houses: &[House]) -> Self {
        let mut legs = Self::default();
        for dot in dots {
            let spots = houses.iter().map(|house| town.houses.spots[*house]);
            let to = spots.clone().map(|spot| town.drive(spot, *dot));
            let from = spots.map(|spot| town.drive(*dot, spot));
            let (seconds, metres) = to.map(|drive| (single(drive.seconds), single(drive.metres))).unzip();
            legs.to_dot_s.push(seconds);
            legs.to_dot_m.push(metres);
            let (seconds, metres) = from.map(|drive| (single(drive.seconds), single(drive.metres))).unzip();
            legs.from_dot_s.push(seconds);
            legs.from_dot_m.push(metres);
        }
        legs
    }
}

/// The houses near to what was shown, or to the own one.
fn near(town: &Town, dots: &[Dot], own: Point) -> Vec<House> {
    let reach_m = if dots.is_empty() { NEAR_OWN_M } else { NEAR_M };
    let sample: Vec<Point> =
        dots.iter().step_by((dots.len() / SAMPLE).max(1)).map(|dot| dot.point).chain([own]).collect();
    let is_near = |kerb: Point| sample.iter().any(|point| point.distance_to(kerb) <= reach_m);
    (0..town.houses.count()).filter(|house| is_near(town.houses.kerbs[*house])).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "no attack needs more than seven digits")]
fn single(number: f64) -> f32 {
    number as f32
}
