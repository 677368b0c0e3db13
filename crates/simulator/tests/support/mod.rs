//! Recorded tours through the model, the way `doorstep replay` takes them, and what it said against the truth.

use std::collections::BTreeMap;

use doorstep_domain::admission::{Draft, Source, admit};
use doorstep_domain::prediction::{Prediction, Predictor};
use doorstep_domain::{Happening, StopId, TourEvent, TourState};
use doorstep_simulator::recording::{RecordedTour, Truth};
use jiff::Timestamp;

/// So many stops are counted at the end of a wait: who is nearer than this looks at the number.
const LAST_STOPS: usize = 5;

/// A tour in the model.
pub(crate) struct Replay {
    /// What is believed.
    pub(crate) state: TourState,
    predictor: Predictor,
}

impl Replay {
    /// A tour that is planned and begun.
    pub(crate) fn of(tour: &RecordedTour) -> Self {
        let mut state = TourState::default();
        state.fold_all(tour.opening());
        Self { state, predictor: Predictor::default() }
    }

    /// Takes an event as the live way does; whether it was let in.
    pub(crate) fn take(&mut self, event: &TourEvent) -> bool {
        let draft = Draft { id: event.id, at: event.at, sent_at: None, what: event.what.clone() };
        let admitted = admit(&self.state, draft, event.received_at, Source::Driver);
        admitted.map(|event| self.state.fold(event)).is_ok()
    }

    /// What is foretold now.
    pub(crate) fn predict(&mut self, now: Timestamp) -> Prediction {
        self.predictor.predict(&self.state, now)
    }
}

/// Replays a tour and hands out what is foretold after each event that is not a fix; after fixes it is foretold as
/// often as `every_fixes` says.
pub(crate) fn foretold(
    tour: &RecordedTour,
    every_fixes: usize,
    mut look: impl FnMut(&Replay, &Prediction, Timestamp),
) -> TourState {
    let mut replay = Replay::of(tour);
    for (number, event) in tour.events.iter().enumerate() {
        replay.take(event);
        if !matches!(event.what, Happening::Fix(_)) || number % every_fixes == 0 {
            let prediction = replay.predict(event.received_at);
            look(&replay, &prediction, event.received_at);
        }
    }
    replay.state
}

/// What is shown of a prediction: how many stops away each is, 1 is next; none for where the driver stands.
pub(crate) fn stops_away(prediction: &Prediction) -> impl Iterator<Item = (StopId, usize)> + '_ {
    let on_the_way = prediction.remaining.iter().skip_while(|stop| stop.arrived_at.is_some());
    on_the_way.map(|stop| (stop.stop, usize::from(stop.stops_away)))
}

/// How well the model did against the truth.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    tours: u32,
    /// Counts shown to recipients of the truly next stops, and how many of them were right within 1.
    counts: u32,
    right: u32,
    /// Windows shown to recipients who still wait, and how many of them held the arrival.
    windows: u32,
    held: u32,
}

impl Score {
    /// Judges a tour at each event of a stop.
    pub(crate) fn of(tour: &RecordedTour) -> Self {
        let mut score = Self { tours: 1, ..Self::default() };
        let arrivals: BTreeMap<StopId, Timestamp> =
            tour.truth.visits.iter().map(|visit| (visit.stop, visit.arrived_at)).collect();
        foretold(tour, usize::MAX, |_, prediction, now| {
            let waiting = truly_waiting(&tour.truth, now);
            for (stop, away) in stops_away(prediction) {
                let Some(truly) = waiting.get(&stop).filter(|truly| **truly <= LAST_STOPS) else { continue };
                score.counts += 1;
                score.right += u32::from(away.abs_diff(*truly) <= 1);
            }
            for stop in prediction.remaining.iter().filter(|stop| waiting.contains_key(&stop.stop)) {
                score.windows += 1;
                score.held += u32::from(arrivals.get(&stop.stop).is_some_and(|at| stop.window.contains(*at)));
            }
        });
        score
    }

    /// Adds another one.
    pub(crate) fn add(&mut self, other: Self) {
        self.tours += other.tours;
        self.counts += other.counts;
        self.right += other.right;
        self.windows += other.windows;
        self.held += other.held;
    }

    /// The share of counts that were right within 1.
    pub(crate) fn right_within_one(&self) -> f64 {
        f64::from(self.right) / f64::from(self.counts.max(1))
    }

    /// The share of windows that held the arrival.
    pub(crate) fn coverage(&self) -> f64 {
        f64::from(self.held) / f64::from(self.windows.max(1))
    }

    /// A row of the table.
    pub(crate) fn row(&self, name: &str) -> String {
        format!(
            "{name:<34} {:>6} {:>8} {:>8.3} {:>9} {:>8.3}",
            self.tours,
            self.counts,
            self.right_within_one(),
            self.windows,
            self.coverage(),
        )
    }

    /// The head of the table.
    pub(crate) fn head() -> String {
        format!(
            "{:<34} {:>6} {:>8} {:>8} {:>9} {:>8}",
            "habit", "tours", "counts", "within 1", "windows", "coverage"
        )
    }
}

/// The stops at which the driver has yet to arrive, and how many arrivals there are until then.
fn truly_waiting(truth: &Truth, now: Timestamp) -> BTreeMap<StopId, usize> {
    let ahead = truth.visits.iter().filter(|visit| visit.arrived_at > now);
    ahead.zip(1..).map(|(visit, away)| (visit.stop, away)).collect()
}
