//! A line with a clock: where the dot is from one gate to the next.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::ahead::Target;
use crate::streets::{Spot, Streets};
use crate::{Metres, Place, ReleasedPosition};

/// How far the true place may lie from a gliding dot.
const ACCURACY: Metres = Metres(150.0);
/// The dot never moves faster, in metres a second.
const FASTEST_MPS: f64 = 25.0;
/// Up to this share of the stretch the dot keeps an even pace, and then gets slower and slower.
const EVEN_SHARE: f64 = 0.6;
/// So far from the own door the dot waits.
const SHORT_OF_DOOR_M: f64 = 25.0;
/// The line is told as exactly as this.
const TOLERANCE_M: f64 = 1.5;
/// No two vertices of a line are farther apart in time, in seconds.
const VERTICES_APART_S: usize = 60;
/// A line that takes longer than this ends where it is, in seconds.
const LINE_MAX_S: u32 = 3_600;
/// A way between two gates takes at most so long, in seconds.
const WAY_MAX_S: f64 = 3_600.0;

/// Where a dot is, from an instant on: at its vertices at their instants, in proportion between them, and at the last one
/// from then on.
#[derive(Debug, Clone, PartialEq)]
pub struct Glide {
    /// When the last gate was crossed: then the truth was known.
    since: Timestamp,
    /// At least one, in the order of their instants.
    vertices: Vec<Vertex>,
}

/// A vertex of the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    /// Where.
    pub place: Place,
    /// When the dot is there.
    pub at: Timestamp,
}

impl Glide {
    /// When the last gate was crossed.
    pub fn since(&self) -> Timestamp {
        self.since
    }

    /// The vertices of the line, in the order of their instants.
    pub fn vertices(&self) -> &[Vertex] {
        &self.vertices
    }

    /// Where the dot is at an instant.
    pub fn place_at(&self, now: Timestamp) -> Place {
        let passed = self.vertices.partition_point(|vertex| vertex.at <= now);
        let before = passed.checked_sub(1).and_then(|last| self.vertices.get(last));
        match (before, self.vertices.get(passed)) {
            (Some(before), Some(after)) => {
                let share = seconds(before.at, now) / seconds(before.at, after.at).max(f64::EPSILON);
                before.place.towards(after.place, share).unwrap_or(before.place)
            }
            (Some(only), None) | (None, Some(only)) => only.place,
            (None, None) => unreachable!("a line has a vertex"),
        }
    }

    /// What is released of the position at an instant.
    pub fn position_at(&self, now: Timestamp) -> ReleasedPosition {
        ReleasedPosition { place: self.place_at(now), accuracy: ACCURACY, observed_at: self.since }
    }

    /// From where the dot is shown over a gate that was crossed now to its target, at the pace of the plan.
    pub(super) fn onwards(
        streets: &Streets,
        shown: Option<Place>,
        gate: Spot,
        target: &Target,
        now: Timestamp,
    ) -> Self {
        let mut path = Path::to_gate(streets, shown, gate);
        let gate_m = path.length_m();
        path.extend(streets, gate, target);
        let end_m =
            if target.is_door { (path.length_m() - SHORT_OF_DOOR_M).max(gate_m) } else { path.length_m() };
        let takes_s = (target.drive_s + target.standing_s).max(1.0);
        let wanted = |elapsed_s: f64| path.metre_at(ease(elapsed_s / takes_s) * takes_s).min(end_m);
        Self::along(&path, wanted, end_m, now)
    }

    /// One stretch late at an even pace, where the plan is not believed: from the gate before to the one crossed now.
    pub(super) fn behind(
        streets: &Streets,
        shown: Option<Place>,
        before: Option<(Spot, Timestamp)>,
        gate: Spot,
        now: Timestamp,
    ) -> Self {
        let start = shown.or_else(|| streets.place(before?.0));
        let path = Path::to_gate(streets, start, gate);
        let took_s = before.map_or(1.0, |(_, at)| seconds(at, now)).max(1.0);
        let end_m = path.length_m();
        Self::along(&path, |elapsed_s| end_m * (elapsed_s / took_s).min(1.0), end_m, now)
    }

    fn along(path: &Path, wanted: impl Fn(f64) -> f64, end_m: f64, now: Timestamp) -> Self {
        let mut shown_m = 0.0;
        let mut places = vec![path.place(0.0)];
        for second in 1..=LINE_MAX_S {
            shown_m = wanted(f64::from(second)).clamp(shown_m, shown_m + FASTEST_MPS);
            places.push(path.place(shown_m));
            if shown_m >= end_m - 1.0 {
                break;
            }
        }
        Self { since: now, vertices: simplified(&places, now) }
    }
}

/// Even pace, slower and slower towards the end, and never there.
fn ease(share: f64) -> f64 {
    if share <= EVEN_SHARE {
        return share;
    }
    let rest = 1.0 - EVEN_SHARE;
    rest.mul_add(-(-(share - EVEN_SHARE) / rest).exp(), 1.0)
}

/// The places of a line second by second, with those left out that lie between their neighbours anyway.
fn simplified(places: &[Place], from: Timestamp) -> Vec<Vertex> {
    let vertex = |second: usize, place: Place| {
        let after = Duration::from_secs(u64::try_from(second).unwrap_or_default());
        Vertex { place, at: from.checked_add(after).unwrap_or(from) }
    };
    let mut kept = Vec::new();
    let mut start = 0;
    while let Some(first) = places.get(start) {
        kept.push(vertex(start, *first));
        let longest = (places.len() - 1).min(start + VERTICES_APART_S);
        let fits = |end: &usize| is_straight(places.get(start..=*end).unwrap_or_default());
        let Some(end) = (start + 1..=longest).take_while(fits).last() else { break };
        start = end;
    }
    kept
}

/// Whether places at even intervals lie where the straight line has them.
fn is_straight(places: &[Place]) -> bool {
    let ([first, .., last], Ok(count)) = (places, u32::try_from(places.len() - 1)) else { return true };
    (0..).zip(places).all(|(number, place)| {
        let straight = first.towards(*last, f64::from(number) / f64::from(count.max(1)));
        straight.is_some_and(|straight| straight.distance_to(*place).0 <= TOLERANCE_M)
    })
}

/// A path with the seconds that the plan has for it.
#[derive(Debug, Default)]
struct Path {
    places: Vec<Place>,
    metres: Vec<f64>,
    /// Seconds after the gate; 0 before it.
    seconds: Vec<f64>,
}

impl Path {
    /// From where the dot is shown to a gate.
    fn to_gate(streets: &Streets, shown: Option<Place>, gate: Spot) -> Self {
        let mut path = Self::default();
        let way = shown.and_then(|shown| streets.quickest(streets.kerb(shown)?, None, gate, WAY_MAX_S));
        for spot in way.iter().flat_map(|way| streets.spots(&way.pieces)) {
            path.push(streets.place(spot), 0.0);
        }
        path.push(streets.place(gate), 0.0);
        path
    }

    /// On from the gate to a target. Driving goes by the metres, standing by the houses passed: that is known to everyone and
    /// says nothing of which house it is.
    fn extend(&mut self, streets: &Streets, gate: Spot, target: &Target) {
        let Some(way) = streets.quickest(gate, None, target.spot, WAY_MAX_S) else { return };
        let spots = streets.spots(&way.pieces);
        let of_way = streets.passed_at(&way.pieces);
        let (all_s, all_houses) = of_way.last().copied().unwrap_or_default();
        for (spot, (driven_s, houses)) in spots.into_iter().zip(of_way) {
            let driven = driven_s / all_s.max(f64::EPSILON);
            let passed = if all_houses > 0.0 { houses / all_houses } else { driven };
            self.push(streets.place(spot), target.drive_s * driven + target.standing_s * passed);
        }
    }

    fn push(&mut self, place: Option<Place>, seconds: f64) {
        let Some(place) = place else { return };
        let step_m = self.places.last().map_or(0.0, |last| last.distance_to(place).0);
        self.metres.push(self.length_m() + step_m);
        self.seconds.push(seconds.max(self.seconds.last().copied().unwrap_or_default()));
        self.places.push(place);
    }

    fn length_m(&self) -> f64 {
        self.metres.last().copied().unwrap_or_default()
    }

    fn metre_at(&self, seconds: f64) -> f64 {
        between(
            &self.seconds,
            seconds,
            |index| self.metres.get(index).copied(),
            |a, b, share| a + (b - a) * share,
        )
        .unwrap_or_default()
    }

    fn place(&self, metre: f64) -> Place {
        let towards = |a: Place, b: Place, share: f64| a.towards(b, share).unwrap_or(a);
        between(&self.metres, metre, |index| self.places.get(index).copied(), towards)
            .expect("a path has a place: its gate")
    }
}

/// The value at a key, in proportion between the values of the keys around it; keys rise.
fn between<T: Copy>(
    keys: &[f64],
    key: f64,
    value: impl Fn(usize) -> Option<T>,
    mix: impl Fn(T, T, f64) -> T,
) -> Option<T> {
    let after = keys.partition_point(|known| *known <= key);
    let at = |index: usize| keys.get(index).copied().zip(value(index));
    match (after.checked_sub(1).and_then(at), at(after)) {
        (Some((start, a)), Some((end, b))) => {
            Some(mix(a, b, (key - start) / (end - start).max(f64::EPSILON)))
        }
        (Some((_, only)), None) | (None, Some((_, only))) => Some(only),
        (None, None) => None,
    }
}

fn seconds(from: Timestamp, until: Timestamp) -> f64 {
    until.duration_since(from).max(SignedDuration::ZERO).as_secs_f64()
}
