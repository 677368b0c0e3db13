//! Served stops: whether the stops that were inferred as served were, and when.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::moment::seconds;
use super::pooled::{Estimate, Pooled, median, rounded_to};
use super::truth::Truth;

/// An inferred arrival that is off by more is of another stay.
const TOLERANCE_S: f64 = 180.0;

/// What was inferred of stops; the last statement about a stop counts.
#[derive(Debug, Default)]
pub(super) struct Served {
    /// By tour and stop; `None` was taken back.
    said: BTreeMap<(usize, usize), Option<Said>>,
}

#[derive(Debug, Clone, Copy)]
struct Said {
    arrived_at: Timestamp,
    departed_at: Option<Timestamp>,
    /// The instant of the first statement.
    since: Timestamp,
}

/// The figures of it.
#[derive(Debug, Serialize)]
pub(crate) struct ServedFigures {
    /// The share of inferred stops that were served at about that time.
    pub(crate) precision: Option<Estimate>,
    /// The share of served stops that were inferred so.
    pub(crate) recall: Option<Estimate>,
    pub(crate) right: u64,
    pub(crate) wrong: u64,
    /// Served stops whose arrival is known.
    pub(crate) truth: u64,
    /// Inferred stops that were served at a time that is not known.
    pub(crate) not_judged: u64,
    /// Medians, in seconds, of those that are right.
    pub(crate) arrival_error_s: Option<f64>,
    pub(crate) departure_error_s: Option<f64>,
    /// How long after the arrival it was first said.
    pub(crate) said_after_s: Option<f64>,
}

/// Inferred stops beside the truth.
#[derive(Default)]
struct Compared {
    precision: Pooled,
    recall: Pooled,
    right: u64,
    wrong: u64,
    not_judged: u64,
    arrival_s: Vec<f64>,
    departure_s: Vec<f64>,
    after_s: Vec<f64>,
}

impl Served {
    /// Takes what was said of a stop at an instant; no arrival takes it back.
    pub(super) fn say(
        &mut self,
        (tour, stop): (usize, usize),
        at: Timestamp,
        arrived_at: Option<Timestamp>,
        departed_at: Option<Timestamp>,
    ) {
        let said = self.said.entry((tour, stop)).or_default();
        let since = said.map_or(at, |before| before.since);
        *said = arrived_at.map(|arrived_at| Said { arrived_at, departed_at, since });
    }

    /// The figures, when anything was said; `truths` are by the numbers of the tours.
    pub(super) fn figures(&self, truths: &[Option<Truth>]) -> Option<ServedFigures> {
        if self.said.is_empty() {
            return None;
        }
        let mut compared = Compared::default();
        for (tour, truth) in
            truths.iter().enumerate().filter_map(|(tour, truth)| Some((tour, truth.as_ref()?)))
        {
            for (&(_, stop), said) in self.said.range((tour, 0)..(tour + 1, 0)) {
                if let Some(said) = said {
                    compared.compare(tour, truth, stop, *said);
                }
            }
            compared.recall.add_many(tour, 0.0, truth.timed().map(|_| 1).sum());
        }
        Some(compared.figures())
    }
}

impl Compared {
    fn compare(&mut self, tour: usize, truth: &Truth, stop: usize, said: Said) {
        let visit = truth.visit(stop);
        let Some(arrived_at) = visit.map_or(Some(Timestamp::MAX), |visit| visit.arrived_at) else {
            self.not_judged += 1;
            return;
        };
        let error_s = seconds(arrived_at, said.arrived_at).abs();
        let is_right = error_s <= TOLERANCE_S;
        self.precision.add(tour, is_right);
        if !is_right {
            self.wrong += 1;
            return;
        }
        self.right += 1;
        self.recall.add_many(tour, 1.0, 0);
        self.arrival_s.push(error_s);
        self.after_s.push(seconds(arrived_at, said.since));
        if let (Some(truly), Some(said)) = (visit.and_then(|visit| visit.departed_at), said.departed_at) {
            self.departure_s.push(seconds(truly, said).abs());
        }
    }

    fn figures(mut self) -> ServedFigures {
        let middle = |values: &mut Vec<f64>| median(values).map(|middle| rounded_to(middle, 2));
        ServedFigures {
            precision: self.precision.estimate(),
            recall: self.recall.estimate(),
            right: self.right,
            wrong: self.wrong,
            truth: self.recall.count(),
            not_judged: self.not_judged,
            arrival_error_s: middle(&mut self.arrival_s),
            departure_error_s: middle(&mut self.departure_s),
            said_after_s: middle(&mut self.after_s),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{minute, truth, visit};
    use super::super::truth::Visit;
    use super::*;

    #[test]
    fn a_stop_is_right_within_three_minutes() {
        let mut said = Served::default();
        assert!(said.figures(&[]).is_none());
        let truths = [Some(truth(&[visit(0, 10, 12), visit(1, 20, 22), visit(2, 30, 32)]))];
        said.say((0, 0), minute(12), Some(minute(9)), Some(minute(12)));
        said.say((0, 1), minute(25), Some(minute(23)), None);
        said.say((0, 2), minute(40), Some(minute(34)), None);
        said.say((0, 7), minute(40), Some(minute(34)), None);
        let figures = said.figures(&truths).expect("something was said");
        assert_eq!((figures.right, figures.wrong, figures.truth, figures.not_judged), (2, 2, 3, 0));
        assert_eq!(figures.precision.map(|share| share.value), Some(0.5));
        assert_eq!(figures.recall.map(|share| share.value), Some(0.6667));
        assert_eq!((figures.arrival_error_s, figures.departure_error_s), (Some(120.0), Some(0.0)));
        assert_eq!(figures.said_after_s, Some(210.0), "between 2 and 5 minutes");
    }

    #[test]
    fn the_last_statement_counts_and_the_first_tells_when() {
        let mut said = Served::default();
        let truths = [Some(truth(&[visit(0, 10, 12), visit(1, 20, 22)]))];
        said.say((0, 0), minute(11), Some(minute(1)), None);
        said.say((0, 0), minute(13), Some(minute(10)), None);
        said.say((0, 1), minute(21), Some(minute(20)), None);
        said.say((0, 1), minute(22), None, None);
        let figures = said.figures(&truths).expect("something was said");
        assert_eq!((figures.right, figures.wrong, figures.said_after_s), (1, 0, Some(60.0)));
        said.say((0, 1), minute(24), Some(minute(20)), None);
        let figures = said.figures(&truths).expect("something was said");
        assert_eq!(figures.said_after_s, Some(150.0), "what was taken back begins anew");
    }

    #[test]
    fn a_stop_that_was_served_at_an_unknown_time_is_not_judged() {
        let mut said = Served::default();
        let unknown = Visit { stop: 0, arrived_at: None, departed_at: None };
        said.say((0, 0), minute(1), Some(minute(1)), None);
        let figures = said.figures(&[Some(truth(&[unknown]))]).expect("something was said");
        assert_eq!((figures.not_judged, figures.truth, figures.precision), (1, 0, None));
    }
}
