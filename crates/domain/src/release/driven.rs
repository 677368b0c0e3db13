//! Along which streets a vehicle drove, and which gates it crossed.
//!
//! Fixes stray, so several places may be meant by each. Those that fit are carried on from fix to fix, cheapest first, as
//! in the hidden Markov model of Newson and Krumm (Hidden Markov map matching through noise and sparseness, ACM GIS 2009):
//! a place costs how far the fix is from it, a step how much longer the way along the streets is than the straight one. A
//! gate counts at the first fix after it, whatever the vehicle does then: to wait until it is sure would tell whether it
//! halted behind the gate.

use std::collections::BTreeSet;

use crate::Place;
use crate::streets::{Mark, Spot, Streets, Way};
use crate::tour::Position;

/// A vehicle that moved less than this did not move: standing fixes wander.
const MOVED_M: f64 = 8.0;
/// Streets farther from a fix than this are not meant by it.
const NEAR_M: f64 = 50.0;
/// So many places are carried on.
const TRACKS_MAX: usize = 6;
/// The spread of fixes, in metres: that of a device that tells none, and the least and most that is believed.
const SPREAD_M: (f64, f64, f64) = (8.0, 5.0, 20.0);
/// How much longer than the straight line ways along streets are, on average of an exponential distribution.
const DETOUR_M: f64 = 10.0;
/// A way between two fixes is searched for as far as this many times the straight line, and so many metres more.
const SEARCHED: (f64, f64) = (1.5, 120.0);
/// What was driven in a gap that is longer cannot be known.
const GAP_M: f64 = 400.0;

/// Where a vehicle may be, and what it passed.
#[derive(Debug, Clone, Default)]
pub(super) struct Driven {
    tracks: Vec<Track>,
    last: Option<Place>,
}

/// One of the places that may be meant.
#[derive(Debug, Clone)]
struct Track {
    spot: Spot,
    /// Whether it drives along the line of the street, where that is known.
    heading: Option<bool>,
    cost: f64,
    /// The houses passed since the last gate.
    passed: BTreeSet<u32>,
    /// The gate that was crossed and not told yet.
    gate: Option<(Spot, bool)>,
}

/// What a position tells of the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// The vehicle stands where it was.
    Stood,
    /// It moved on.
    Drove,
    /// It moved on over a gate.
    Crossed(Crossing),
}

/// A gate that was crossed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Crossing {
    pub(super) gate: Spot,
    /// Whether the vehicle drove along the line of the street.
    pub(super) heading: bool,
}

impl Driven {
    /// Follows the next position.
    pub(super) fn follow(&mut self, streets: &Streets, position: &Position) -> Step {
        let straight_m = self.last.map_or(f64::INFINITY, |last| last.distance_to(position.place).0);
        if straight_m < MOVED_M {
            return Step::Stood;
        }
        self.last = Some(position.place);
        let places = streets.near(position.place, NEAR_M).into_iter().take(TRACKS_MAX);
        let candidates: Vec<(Spot, f64)> =
            places.map(|(spot, distance_m)| (spot, strays(distance_m, position))).collect();
        self.tracks = match straight_m {
            known if known <= GAP_M => self.carry_on(streets, &candidates, straight_m),
            _ => Vec::new(),
        };
        if self.tracks.is_empty() {
            self.tracks = candidates.into_iter().map(Track::anew).collect();
        }
        self.tell().map_or(Step::Drove, Step::Crossed)
    }

    /// Where the vehicle is believed to be, and whether it drives along the line of the street.
    pub(super) fn spot(&self) -> Option<(Spot, Option<bool>)> {
        self.tracks.first().map(|track| (track.spot, track.heading))
    }

    /// How many houses were passed since the last gate.
    pub(super) fn houses_since_gate(&self) -> usize {
        self.tracks.first().map_or(0, |track| track.passed.len())
    }

    fn carry_on(&self, streets: &Streets, candidates: &[(Spot, f64)], straight_m: f64) -> Vec<Track> {
        let limit_m = straight_m * SEARCHED.0 + SEARCHED.1;
        let searches: Vec<_> =
            self.tracks.iter().map(|track| (track, streets.around(track.spot, limit_m))).collect();
        let mut tracks: Vec<Track> = candidates
            .iter()
            .filter_map(|(spot, strays)| {
                let ways = searches.iter().filter_map(|(track, search)| Some((*track, search.to(*spot)?)));
                let cost = |track: &Track, way: &Way| track.cost + (way.cost - straight_m).abs() / DETOUR_M;
                let (track, way) = ways.min_by(|a, b| cost(a.0, &a.1).total_cmp(&cost(b.0, &b.1)))?;
                Some(track.onwards(streets, *spot, &way, cost(track, &way) + strays))
            })
            .collect();
        tracks.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        let least = tracks.first().map_or(0.0, |track| track.cost);
        for track in &mut tracks {
            track.cost -= least;
        }
        tracks
    }

    /// The gate that the likeliest track crossed. From then on all tracks count from it.
    fn tell(&mut self) -> Option<Crossing> {
        let best = self.tracks.first()?;
        let ((gate, heading), passed) = (best.gate?, best.passed.clone());
        for track in &mut self.tracks {
            if track.gate.take().is_none_or(|(other, _)| other != gate) {
                track.passed.clone_from(&passed);
            }
        }
        Some(Crossing { gate, heading })
    }
}

impl Track {
    fn anew((spot, cost): (Spot, f64)) -> Self {
        Self { spot, heading: None, cost, passed: BTreeSet::new(), gate: None }
    }

    fn onwards(&self, streets: &Streets, spot: Spot, way: &Way, cost: f64) -> Self {
        let mut onwards = Self { spot, heading: Some(way.ends_forward), cost, ..self.clone() };
        let enough = streets.discretion().houses_between_gates();
        for piece in &way.pieces {
            for (_, mark) in streets.marks(*piece) {
                match mark {
                    Mark::Gate(gate) if onwards.passed.len() >= enough => {
                        onwards.gate = Some((gate, piece.is_forward()));
                        onwards.passed.clear();
                    }
                    mark => mark.note_houses(streets, &mut onwards.passed),
                }
            }
        }
        onwards
    }
}

/// What it costs that a fix lies so far from the place that is meant.
fn strays(distance_m: f64, position: &Position) -> f64 {
    let (unknown, least, most) = SPREAD_M;
    let spread_m = position.accuracy.map_or(unknown, |accuracy| (accuracy.0 / 2.0).clamp(least, most));
    0.5 * (distance_m / spread_m).powi(2)
}
