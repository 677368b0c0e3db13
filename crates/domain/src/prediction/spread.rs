//! How wide a window must be: what is unsure of the times and what is unsure of the order, put together.

use jiff::{Timestamp, Unit};

use super::arrival::{Expected, after};
use super::ground::Node;
use crate::Window;

/// How many stops a stop is moved to and fro by disorder, in units of the root of what was not foretold of the stops
/// before it.
const MOVED_STOPS: f32 = 1.5;

/// When a stop is expected, and how far off that is on either side: one standard deviation of what comes earlier, and
/// of what comes later.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spread {
    /// Seconds after the instant that is counted from.
    pub(super) after_s: f32,
    /// Seconds.
    pub(super) early: f32,
    /// Seconds.
    pub(super) late: f32,
}

/// How many of those deviations a window holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    pub(super) early: f32,
    pub(super) late: f32,
}

impl Spread {
    /// When a stop is believed to be reached, to the second, as nobody knows better.
    pub(super) fn arrival(&self, now: Timestamp) -> Timestamp {
        let arrival = after(now, self.after_s);
        arrival.round(Unit::Second).unwrap_or(arrival).max(now)
    }

    /// The window of a stop: it holds the arrival and never begins before now.
    pub(super) fn window(&self, stretch: Stretch, now: Timestamp) -> Window {
        let arrival = self.arrival(now);
        let from = after(now, self.after_s - stretch.early * self.early).max(now);
        let until = after(now, self.after_s + stretch.late * self.late);
        Window::between(from.min(arrival), until.max(arrival))
    }
}

/// The spread of each stop of an order, from when each stop is expected in the order of each habit, with the share that
/// is believed of it.
pub(super) fn spreads(
    order: &[Node],
    disorder: f32,
    along: &[Expected],
    others: &[(f32, Vec<Option<Expected>>)],
) -> Vec<Spread> {
    let per_stop_s = along.last().map_or(0.0, |last| last.after_s / count(along.len()));
    let spread = |(rank, (node, expected)): (usize, (&Node, &Expected))| {
        let moved_s = per_stop_s * moved_stops(disorder, rank);
        let mut early = expected.variance + moved_s * moved_s;
        let mut late = early + expected.pauses;
        for (share, other) in others {
            let Some(Some(other)) = other.get(usize::from(*node)) else { continue };
            let off_s = other.after_s - expected.after_s;
            let side = if off_s < 0.0 { &mut early } else { &mut late };
            *side += share * off_s * off_s;
        }
        Spread { after_s: expected.after_s, early: early.sqrt(), late: late.sqrt() }
    };
    order.iter().zip(along).enumerate().map(spread).collect()
}

/// How many stops a stop of this rank is moved to and fro, when this share of the choices was not foretold.
pub(super) fn moved_stops(disorder: f32, rank: usize) -> f32 {
    MOVED_STOPS * (disorder * count(rank)).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "a tour has a thousand stops at most")]
fn count(stops: usize) -> f32 {
    stops as f32
}
