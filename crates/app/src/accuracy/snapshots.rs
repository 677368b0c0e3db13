//! The instants at which a tour is judged: they depend on what was received and on what happened, never on what was
//! predicted, so that every prediction is asked the same questions.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::instants::Instants;
use super::truth::Truth;

/// While nothing happens but fixes, pings are at least this far apart.
pub(super) const PING_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// What is asked at an instant.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    /// Something was received: a ping.
    pub(super) is_ping: bool,
    /// It is the first that was received after a stop was served.
    pub(super) is_after_stop: bool,
}

/// The instants at which a tour is judged.
pub(super) fn snapshots(truth: &Truth, received: &Instants) -> BTreeMap<Timestamp, Asked> {
    let mut snapshots: BTreeMap<Timestamp, Asked> = BTreeMap::new();
    let Some(end) = truth.last_arrival() else { return snapshots };
    for at in pings(truth, received, end) {
        snapshots.entry(at).or_default().is_ping = true;
    }
    for (arrived_at, visit) in truth.timed() {
        let done_at = visit.departed_at.unwrap_or(arrived_at);
        if let Some(at) = received.first_from(done_at).filter(|at| *at < end) {
            snapshots.entry(at).or_default().is_after_stop = true;
        }
    }
    snapshots
}

/// Every instant with something that happened at a stop, and fixes that are not too close together.
fn pings(truth: &Truth, received: &Instants, end: Timestamp) -> Vec<Timestamp> {
    let begin = truth.left_at.unwrap_or(Timestamp::MIN);
    let mut pings: Vec<Timestamp> = Vec::new();
    for at in received.all.iter().copied().filter(|at| (begin..end).contains(at)) {
        let is_due = pings.last().is_none_or(|before| at.duration_since(*before) >= PING_EVERY);
        if is_due || received.of_stops.contains(&at) {
            pings.push(at);
        }
    }
    pings
}

#[cfg(test)]
mod tests {
    use super::super::scene::{minute, truth, visit};
    use super::*;

    /// The seconds after the beginning at which a tour is judged: as pings, and after stops.
    fn judged(truth: &Truth, all: &[i64], of_stops: &[i64]) -> (Vec<i64>, Vec<i64>) {
        let at = |seconds: &i64| minute(0) + SignedDuration::from_secs(*seconds);
        let received =
            Instants { all: all.iter().map(at).collect(), of_stops: of_stops.iter().map(at).collect() };
        let snapshots = snapshots(truth, &received);
        let seconds = |wanted: fn(&Asked) -> bool| {
            let wanted = snapshots.iter().filter(|(_, asked)| wanted(asked));
            wanted.map(|(at, _)| at.duration_since(minute(0)).as_secs()).collect()
        };
        (seconds(|asked| asked.is_ping), seconds(|asked| asked.is_after_stop))
    }

    #[test]
    fn fixes_are_pings_every_half_minute_and_stops_always() {
        let truth = truth(&[visit(0, 1, 2), visit(1, 4, 5)]);
        let (pings, _) = judged(&truth, &[0, 10, 29, 30, 45, 59, 61, 74, 75], &[45]);
        assert_eq!(pings, [0, 30, 45, 75], "a stop begins the half minute anew");
    }

    #[test]
    fn pings_go_from_the_start_until_before_the_last_arrival() {
        let mut truth = truth(&[visit(0, 1, 2), visit(1, 4, 5)]);
        truth.left_at = Some(minute(1));
        assert_eq!(judged(&truth, &[0, 59, 60, 239, 240, 300], &[]).0, [60, 239]);
    }

    #[test]
    fn a_served_stop_is_asked_about_at_the_first_item_that_follows() {
        let mut unknown = visit(1, 3, 3);
        unknown.departed_at = None;
        let truth = truth(&[visit(0, 1, 2), unknown, visit(2, 5, 6)]);
        assert_eq!(judged(&truth, &[60, 119, 125, 180, 299], &[]).1, [125, 180]);
        assert_eq!(judged(&truth, &[60, 119, 300], &[]).1, [0; 0], "at the last arrival nothing is asked");
    }

    #[test]
    fn a_tour_without_known_arrivals_is_not_judged() {
        assert_eq!(judged(&truth(&[]), &[0, 60], &[0]).0, [0; 0]);
    }
}
