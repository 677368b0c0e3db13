//! Progress along a line of stops that ask for no halt, such as a bus line: a stop is done when the vehicle is past it.

use jiff::{SignedDuration, Timestamp};

use super::fixes::KeptFix;
use crate::place::METRES_PER_DEGREE;
use crate::{Place, StopId};

/// Noise may show the vehicle this far back.
const BACK_M: f64 = 100.0;
/// And this much farther ahead than it can have driven.
const AHEAD_M: f64 = 300.0;
/// The fastest a vehicle follows its line.
const FASTEST_MPS: f64 = 35.0;
/// A fix farther off the line says nothing about it.
const OFF_LINE_M: f64 = 300.0;
/// Of places this much alike, the first one on the line is where a tour begins.
const ALIKE_M: f64 = 60.0;

/// A line of stops and how far along it the vehicle is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    origin: Place,
    vertices: Vec<Vertex>,
    /// The first vertex that was not passed yet.
    next: usize,
    last: Option<(f64, Timestamp)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Vertex {
    stop: Option<StopId>,
    x: f64,
    y: f64,
    along_m: f64,
}

/// A stop that was passed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Passage {
    pub(crate) stop: StopId,
    pub(crate) at: Timestamp,
}

impl Line {
    /// The line from the start through the stops.
    pub(crate) fn through(
        start: Option<Place>,
        stops: impl Iterator<Item = (StopId, Place)>,
    ) -> Option<Self> {
        let places: Vec<(Option<StopId>, Place)> = start
            .map(|place| (None, place))
            .into_iter()
            .chain(stops.map(|(stop, place)| (Some(stop), place)))
            .collect();
        let origin = places.first()?.1;
        let mut vertices: Vec<Vertex> = Vec::with_capacity(places.len());
        for (stop, place) in places {
            let (x, y) = plane(origin, place);
            let along_m = vertices.last().map_or(0.0, |last| last.along_m + (x - last.x).hypot(y - last.y));
            vertices.push(Vertex { stop, x, y, along_m });
        }
        Some(Self { origin, vertices, next: 0, last: None }).filter(|line| line.vertices.len() > 1)
    }

    /// Takes the next fix; the stops that were passed since the last one.
    pub(crate) fn advance(&mut self, fix: &KeptFix) -> Vec<Passage> {
        let Some(found_m) = self.locate(plane(self.origin, fix.place), fix.at) else { return Vec::new() };
        let before = self.last;
        let along_m = before.map_or(found_m, |(before_m, _)| found_m.max(before_m));
        self.last = Some((along_m, fix.at));
        let mut passed = Vec::new();
        while let Some(vertex) = self.vertices.get(self.next).filter(|vertex| vertex.along_m <= along_m) {
            if let Some(stop) = vertex.stop {
                passed.push(Passage { stop, at: crossing(vertex.along_m, before, (along_m, fix.at)) });
            }
            self.next += 1;
        }
        passed
    }

    /// Which share of the way from the last passed stop to the next one is done.
    pub(crate) fn share_of_leg(&self) -> Option<f64> {
        let (along_m, _) = self.last?;
        let to = self.vertices.get(self.next)?.along_m;
        let from = self.next.checked_sub(1).and_then(|index| self.vertices.get(index))?.along_m;
        Some(((along_m - from) / (to - from).max(1.0)).clamp(0.0, 1.0))
    }

    fn locate(&self, (x, y): (f64, f64), at: Timestamp) -> Option<f64> {
        let projected = self.vertices.windows(2).filter_map(|pair| match pair {
            [a, b] => Some(project(a, b, x, y)),
            _ => None,
        });
        let Some((last_m, last_at)) = self.last else {
            let nearest = projected.clone().map(|(_, off_m)| off_m).fold(f64::INFINITY, f64::min);
            return projected
                .filter(|(_, off_m)| *off_m <= nearest + ALIKE_M)
                .map(|(along_m, _)| along_m)
                .reduce(f64::min);
        };
        let reach_m = last_m + FASTEST_MPS * at.duration_since(last_at).as_secs_f64() + AHEAD_M;
        projected
            .filter(|(along_m, off_m)| (last_m - BACK_M..=reach_m).contains(along_m) && *off_m <= OFF_LINE_M)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(along_m, _)| along_m)
    }
}

/// How far along the line the nearest point of a segment lies, and how far off it the place is.
fn project(a: &Vertex, b: &Vertex, x: f64, y: f64) -> (f64, f64) {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length2 = dx * dx + dy * dy;
    let share =
        if length2 > 0.0 { (((x - a.x) * dx + (y - a.y) * dy) / length2).clamp(0.0, 1.0) } else { 0.0 };
    (a.along_m + share * length2.sqrt(), (a.x + share * dx - x).hypot(a.y + share * dy - y))
}

/// When a place was crossed, the way between two fixes driven evenly.
fn crossing(at_m: f64, before: Option<(f64, Timestamp)>, now: (f64, Timestamp)) -> Timestamp {
    match before {
        Some((before_m, before_at)) if now.0 > before_m => {
            let share = ((at_m - before_m) / (now.0 - before_m)).clamp(0.0, 1.0);
            let span = now.1.duration_since(before_at).as_secs_f64() * share;
            before_at + SignedDuration::try_from_secs_f64(span).unwrap_or_default()
        }
        _ => now.1,
    }
}

/// Metres east and north of an origin; good for a town.
fn plane(origin: Place, place: Place) -> (f64, f64) {
    let east = (place.lon() - origin.lon()) * METRES_PER_DEGREE * origin.lat().to_radians().cos();
    (east, (place.lat() - origin.lat()) * METRES_PER_DEGREE)
}
