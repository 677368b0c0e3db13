//! Arrivals by a timetable: the planned instants, moved by the lateness so far, which fades.

use jiff::Timestamp;

use super::{ARRIVAL_SPREAD_S, Expected, after, seconds_after};
use crate::TourState;
use crate::prediction::ground::{Ground, Node};
use crate::tour::Line;

/// Lateness is caught up slowly, earliness is waited out soon (both fitted on buses that are none of ours).
const LATE_FADES_S: f32 = 90.0 * 60.0;
const EARLY_FADES_S: f32 = 30.0 * 60.0;
/// How far off arrivals are grows with the root of the time until then, as that of a random walk does, by so many
/// seconds after one second; and less later on, as lateness fades (an Ornstein-Uhlenbeck process).
const SPREAD_S: f32 = 4.5;

/// By how much the vehicle is late.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::prediction) struct Lateness {
    /// The planned instant of where the vehicle is.
    planned: Timestamp,
    /// When it was there.
    at: Timestamp,
    /// The instant that is counted from.
    from: Timestamp,
}

impl Lateness {
    /// That of a vehicle that reached a stop.
    pub(in crate::prediction) fn at_stop(planned: Timestamp, reached: Timestamp, from: Timestamp) -> Self {
        Self { planned, at: reached, from }
    }

    /// That of a vehicle on its way from the node `here`, which it reached, to the next one.
    pub(in crate::prediction) fn on_the_way(
        state: &TourState,
        ground: &Ground,
        (here, reached): (Node, Option<Timestamp>),
        next: Node,
        now: Timestamp,
    ) -> Option<Self> {
        let from = ground.timetabled(here)?;
        let seen = state.position().zip(state.progress().line.as_ref().and_then(Line::share_of_leg));
        if let (Some((position, share)), Some(to)) = (seen, ground.timetabled(next)) {
            #[expect(clippy::cast_possible_truncation, reason = "a share")]
            let planned = after(from, seconds_after(to, from) * share as f32);
            // A vehicle that waits at its start before the planned departure is not early.
            let at = if reached.is_none() { position.at.max(planned) } else { position.at };
            return Some(Self { planned, at, from: now });
        }
        Some(Self { planned: from, at: reached.unwrap_or(from), from: now })
    }

    fn seconds(&self) -> f32 {
        seconds_after(self.at, self.planned)
    }
}

/// When each stop is expected to be reached, or `None` where one is not in the timetable.
pub(super) fn expected(
    ground: &Ground,
    here: Node,
    late: &Lateness,
    order: &[Node],
) -> Option<Vec<Expected>> {
    let mut drift = Drifting { before: here, planned: late.planned, late_s: 0.0 };
    order
        .iter()
        .map(|node| {
            let planned = ground.timetabled(*node)?;
            let drift_s = drift.until(ground, *node, planned);
            let after_s = (seconds_after(faded(planned, late), late.from) + drift_s).max(0.0);
            Some(Expected { after_s, variance: variance(after_s), pauses: 0.0 })
        })
        .collect()
}

fn variance(after_s: f32) -> f32 {
    let grown_s = LATE_FADES_S / 2.0 * (1.0 - (-2.0 * after_s / LATE_FADES_S).exp());
    ARRIVAL_SPREAD_S * ARRIVAL_SPREAD_S + SPREAD_S * SPREAD_S * grown_s
}

/// The lateness that past days taught of the links ahead. It fades as any other does.
struct Drifting {
    before: Node,
    planned: Timestamp,
    late_s: f32,
}

impl Drifting {
    /// How much there is of it at a stop.
    fn until(&mut self, ground: &Ground, node: Node, planned: Timestamp) -> f32 {
        let ahead_s = seconds_after(planned, self.planned).max(0.0);
        let link_s = ground.timetabled(self.before).map_or(0.0, |from| seconds_after(planned, from));
        // Of a link on which the vehicle is already, what is left of it counts.
        let share = if link_s > 0.0 { (ahead_s / link_s).min(1.0) } else { 1.0 };
        self.late_s = faded_s(self.late_s, ahead_s) + share * ground.drift(self.before, node);
        (self.before, self.planned) = (node, planned);
        self.late_s
    }
}

fn faded(planned: Timestamp, late: &Lateness) -> Timestamp {
    let ahead_s = seconds_after(planned, late.planned).max(0.0);
    after(planned, faded_s(late.seconds(), ahead_s))
}

/// What is left of a lateness after so many seconds of the timetable.
pub(in crate::prediction) fn faded_s(late_s: f32, ahead_s: f32) -> f32 {
    let fades_s = if late_s > 0.0 { LATE_FADES_S } else { EARLY_FADES_S };
    late_s * (-ahead_s / fades_s).exp()
}
