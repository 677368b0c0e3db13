//! Windows: how many hold the arrival, how wide they are, and whether they narrow.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ahead::ByAhead;
use super::moment::{LABEL_STOPS, Moment, seconds};
use super::pooled::{Estimate, Pooled, median, rounded, rounded_to, share};

/// A window that gets wider by no more than this has not grown.
const GROWTH_MIN: f64 = 1.0;
/// A stop whose window was seen less often says nothing of growth.
const SEEN_MIN: u32 = 3;
/// A bin with fewer windows says nothing of calibration.
const BIN_MIN: u64 = 200;

/// How good windows are, over all pairs of a ping and a stop.
#[derive(Debug, Default)]
pub(super) struct Windows {
    /// The probability with which they hold, as they say.
    level: f64,
    all: Held,
    by_ahead: ByAhead<Held>,
    /// By tour and stop.
    growth: BTreeMap<(usize, usize), Growth>,
}

#[derive(Debug, Default)]
struct Held {
    inside: Pooled,
    width: Pooled,
    winkler: Pooled,
    widths: Vec<f64>,
}

/// The window of a stop, from one served stop to the next.
#[derive(Debug, Default)]
struct Growth {
    width_min: f64,
    seen: u32,
    grew: bool,
}

/// The figures of it; widths and scores in minutes.
#[derive(Debug, Serialize)]
pub(crate) struct WindowFigures {
    /// The probability with which windows hold, as they say.
    pub(crate) level: f64,
    /// The share of windows that hold the arrival.
    pub(crate) coverage: Estimate,
    pub(crate) mean_width: Estimate,
    /// The width, and a penalty for each minute that an arrival lies outside (Winkler 1972).
    pub(crate) winkler: Estimate,
    pub(crate) median_width: Option<f64>,
    pub(crate) n: u64,
    /// How far coverage is from the level.
    pub(crate) calibration_error: f64,
    /// The largest of the bins that have enough windows.
    pub(crate) worst_bin_error: Option<f64>,
    /// The share of stops, and of tours, whose windows never grew.
    pub(crate) never_grew: Option<f64>,
    pub(crate) tours_never_grew: Option<f64>,
    /// By how many stops ahead the stop truly is.
    pub(crate) by_ahead: Vec<AheadFigures>,
}

/// The figures of stops that are so many ahead.
#[derive(Debug, Serialize)]
pub(crate) struct AheadFigures {
    pub(crate) ahead: String,
    pub(crate) coverage: f64,
    pub(crate) calibration_error: f64,
    pub(crate) mean_width: Option<f64>,
    pub(crate) median_width: Option<f64>,
    pub(crate) winkler: Option<f64>,
    pub(crate) n: u64,
}

impl Windows {
    /// Judges a ping.
    pub(super) fn ping(&mut self, moment: &Moment<'_>) {
        let Some(level) = moment.shown.level else { return };
        self.level = level;
        for (ahead, visit) in moment.ahead(LABEL_STOPS) {
            let Some(listed) = moment.shown.stops.get(&visit.stop) else { continue };
            let (Some(arrived_at), Some((from, until)), Some(_)) =
                (visit.arrived_at, listed.window, listed.eta)
            else {
                continue;
            };
            let width_min = seconds(from, until) / 60.0;
            let early_or_late = seconds(arrived_at, from).max(seconds(until, arrived_at));
            let outside_min = early_or_late.max(0.0) / 60.0;
            self.all.add(moment.tour, width_min, outside_min, level);
            if let Some(bin) = self.by_ahead.bin(ahead) {
                bin.add(moment.tour, width_min, outside_min, level);
            }
        }
    }

    /// Looks at the widths right after a stop was served.
    pub(super) fn after_stop(&mut self, moment: &Moment<'_>) {
        for (_, visit) in moment.ahead(LABEL_STOPS) {
            let window = moment.shown.stops.get(&visit.stop).and_then(|listed| listed.window);
            if let Some((from, until)) = window {
                let growth = self.growth.entry((moment.tour, visit.stop)).or_default();
                growth.go_on(seconds(from, until) / 60.0);
            }
        }
    }

    /// The figures, when there was something to judge.
    pub(super) fn figures(&mut self) -> Option<WindowFigures> {
        let level = self.level;
        let coverage = self.all.inside.estimate()?;
        let by_ahead: Vec<AheadFigures> =
            self.by_ahead.named_mut().filter_map(|(ahead, held)| held.of_ahead(ahead, level)).collect();
        let enough = by_ahead.iter().filter(|bin| bin.n >= BIN_MIN);
        let (never_grew, tours_never_grew) = self.steady();
        Some(WindowFigures {
            level,
            coverage,
            mean_width: self.all.width.estimate()?,
            winkler: self.all.winkler.estimate()?,
            median_width: self.all.median_width(),
            n: self.all.inside.count(),
            calibration_error: rounded((coverage.value - level).abs()),
            worst_bin_error: enough.map(|bin| bin.calibration_error).max_by(f64::total_cmp),
            never_grew,
            tours_never_grew,
            by_ahead,
        })
    }

    /// The share of stops, and of tours, whose windows never grew.
    fn steady(&self) -> (Option<f64>, Option<f64>) {
        let mut tours: BTreeMap<usize, bool> = BTreeMap::new();
        let (mut steady, mut stops) = (0, 0);
        for ((tour, _), growth) in self.growth.iter().filter(|(_, growth)| growth.seen >= SEEN_MIN) {
            (steady, stops) = (steady + u64::from(!growth.grew), stops + 1);
            *tours.entry(*tour).or_insert(true) &= !growth.grew;
        }
        let (steady_tours, all) =
            tours.values().fold((0, 0), |(steady, all), is_steady| (steady + u64::from(*is_steady), all + 1));
        (share(steady, stops), share(steady_tours, all))
    }
}

impl Held {
    fn add(&mut self, tour: usize, width_min: f64, outside_min: f64, level: f64) {
        self.inside.add(tour, outside_min == 0.0);
        self.width.add(tour, width_min);
        self.winkler.add(tour, width_min + 2.0 / (1.0 - level) * outside_min);
        self.widths.push(width_min);
    }

    fn median_width(&mut self) -> Option<f64> {
        median(&mut self.widths).map(|middle| rounded_to(middle, 3))
    }

    fn of_ahead(&mut self, ahead: String, level: f64) -> Option<AheadFigures> {
        let coverage = self.inside.mean()?;
        Some(AheadFigures {
            ahead,
            coverage,
            calibration_error: rounded((coverage - level).abs()),
            mean_width: self.width.mean(),
            median_width: self.median_width(),
            winkler: self.winkler.mean(),
            n: self.inside.count(),
        })
    }
}

impl Growth {
    fn go_on(&mut self, width_min: f64) {
        self.grew |= self.seen > 0 && width_min - self.width_min > GROWTH_MIN;
        self.width_min = width_min;
        self.seen += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Scene, listed, showing, visit, within};
    use super::*;

    #[test]
    fn an_arrival_on_the_edge_is_held_and_one_outside_costs_its_minutes() {
        let mut judged = Windows::default();
        let scene = Scene::at(0, &[visit(0, 10, 11), visit(1, 20, 21), visit(2, 30, 31), visit(3, 40, 41)]);
        let shown = showing(
            None,
            &[(0, within(1, 10, 14)), (1, within(2, 22, 28)), (2, within(3, 27, 29)), (3, listed(4))],
        );
        judged.ping(&scene.moment(&shown));
        let figures = judged.figures().expect("windows were judged");
        assert_eq!((figures.coverage.value, figures.n, figures.level), (0.3333, 3, 0.8));
        assert_eq!((figures.calibration_error, figures.worst_bin_error), (0.4667, None));
        assert_eq!((figures.mean_width.value, figures.median_width), (4.0, Some(4.0)));
        assert_eq!((figures.winkler.value, figures.n), (14.0, 3), "4; 6 and ten times 2; 2 and ten times 1");
        let bins: Vec<_> = figures.by_ahead.iter().map(|bin| (bin.ahead.as_str(), bin.coverage)).collect();
        assert_eq!(bins, [("1", 1.0), ("2", 0.0), ("3", 0.0)]);
        assert_eq!(figures.by_ahead.first().map(|bin| bin.calibration_error), Some(0.2));
    }

    #[test]
    fn calibration_is_told_of_bins_with_enough_windows() {
        let mut judged = Windows::default();
        let scene = Scene::at(0, &[visit(0, 10, 11)]);
        let shown = showing(None, &[(0, within(1, 9, 12))]);
        (1..BIN_MIN).for_each(|_| judged.ping(&scene.moment(&shown)));
        assert_eq!(judged.figures().expect("windows were judged").worst_bin_error, None);
        judged.ping(&scene.moment(&shown));
        assert_eq!(judged.figures().expect("windows were judged").worst_bin_error, Some(0.2));
    }

    #[test]
    fn a_window_that_grew_by_more_than_a_minute_did_not_narrow() {
        let mut judged = Windows::default();
        let scene = Scene::at(0, &[visit(0, 10, 11), visit(1, 20, 21)]);
        for (first, second) in [(14, 30), (15, 26), (13, 28)] {
            let shown = showing(None, &[(0, within(1, 5, first)), (1, within(2, 15, second))]);
            judged.ping(&scene.moment(&shown));
            judged.after_stop(&scene.moment(&shown));
        }
        let figures = judged.figures().expect("windows were judged");
        assert_eq!((figures.never_grew, figures.tours_never_grew), (Some(0.5), Some(0.0)));
    }
}
