//! When the stops of an order are expected to be reached, and how far off that may be.
//!
//! Instants are seconds after the one that is counted from: now, or when a past choice was made.

mod chain;
mod timetable;

use jiff::{SignedDuration, Timestamp};

use super::ground::{Ground, Node};
use super::pace::Pace;
use crate::Place;

pub(super) use timetable::{Lateness, faded_s};

/// An arrival is known to about so many seconds even just before it.
const ARRIVAL_SPREAD_S: f32 = 20.0;

/// When a stop is expected to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Expected {
    /// Seconds after the instant that is counted from, never negative.
    pub(super) after_s: f32,
    /// How far off that may be if the order is right: the variance, in seconds squared.
    pub(super) variance: f32,
    /// How much more it may be off towards late: the variance of pauses that nobody told.
    pub(super) pauses: f32,
}

/// From where, and since when, the driver is on the way to the next stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Outset {
    /// The instant that is counted from.
    pub(super) from: Timestamp,
    /// The stop where the driver is or was last.
    pub(super) here: Node,
    /// When the driver is done there; negative when that is past.
    pub(super) free_s: f32,
    /// Where the vehicle is on its way, if that is known.
    pub(super) place: Option<Place>,
    /// By how much it is late, where the plan has a timetable.
    pub(super) lateness: Option<Lateness>,
}

/// When each stop of an order is expected to be reached.
pub(super) fn expected(ground: &Ground, pace: Pace, outset: &Outset, order: &[Node]) -> Vec<Expected> {
    let by_timetable = || timetable::expected(ground, outset.here, outset.lateness.as_ref()?, order);
    order
        .is_sorted()
        .then(by_timetable)
        .flatten()
        .unwrap_or_else(|| chain::expected(ground, pace, outset, order))
}

/// How many seconds one instant is after another.
pub(super) fn seconds_after(at: Timestamp, from: Timestamp) -> f32 {
    at.duration_since(from).as_secs_f32()
}

/// The instant so many seconds after another.
pub(super) fn after(from: Timestamp, seconds: f32) -> Timestamp {
    let span = SignedDuration::try_from_secs_f32(seconds).unwrap_or_default();
    from.checked_add(span).unwrap_or(from)
}
