//! Arrivals by a timetable: the planned instants, moved by the lateness so far, which fades.

use jiff::{SignedDuration, Timestamp};

use crate::TourState;
use crate::tour::{StopProgress, StopState};

/// Lateness is caught up slowly, earliness is waited out soon (both fitted on buses that are none of ours).
const LATE_FADES_S: f64 = 90.0 * 60.0;
const EARLY_FADES_S: f64 = 30.0 * 60.0;

/// When the driver is believed to arrive at each open stop, or `None` where the plan is no timetable: one that tells
/// travel times says more than its instants do.
pub(super) fn arrivals(state: &TourState, open: &[&StopProgress], now: Timestamp) -> Option<Vec<Timestamp>> {
    if state.travel().is_some() {
        return None;
    }
    let planned: Option<Vec<Timestamp>> = open.iter().map(|stop| stop.planned.planned_arrival).collect();
    let planned = planned?;
    let (here, late_s) = lateness(state, planned.first().copied(), now);
    Some(planned.into_iter().map(|at| faded(at, here, late_s).max(now)).collect())
}

/// The planned instant of where the vehicle is, and by how many seconds it is late there.
fn lateness(state: &TourState, next: Option<Timestamp>, now: Timestamp) -> (Timestamp, f64) {
    let progress = state.progress();
    let last = progress.last_served.and_then(|(stop, at)| Some((state.stop(stop)?, at)));
    let (from, seen) = match last {
        Some((stop, at)) => {
            let arrived = match stop.state {
                StopState::Served { arrived_at: Some(arrived), .. } => arrived,
                _ => at,
            };
            (stop.planned.planned_arrival, Some(arrived))
        }
        None => (state.start().and_then(|start| start.at), None),
    };
    let Some(from) = from else { return (now, 0.0) };
    let position = state.position().zip(progress.line.as_ref().and_then(crate::tour::Line::share_of_leg));
    if let (Some((position, share)), Some(next)) = (position, next) {
        let way = next.duration_since(from).as_secs_f64() * share;
        let here = from + SignedDuration::try_from_secs_f64(way).unwrap_or_default();
        let late_s = position.at.duration_since(here).as_secs_f64();
        // A vehicle that waits at its start before the planned departure is not early.
        return (here, if last.is_none() { late_s.max(0.0) } else { late_s });
    }
    (from, seen.map_or(0.0, |seen| seen.duration_since(from).as_secs_f64()))
}

fn faded(planned: Timestamp, here: Timestamp, late_s: f64) -> Timestamp {
    let ahead_s = planned.duration_since(here).as_secs_f64().max(0.0);
    let fades_s = if late_s > 0.0 { LATE_FADES_S } else { EARLY_FADES_S };
    planned + SignedDuration::try_from_secs_f64(late_s * (-ahead_s / fades_s).exp()).unwrap_or_default()
}
