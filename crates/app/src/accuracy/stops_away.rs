//! Stops away: how far the shown number is off, and how often it rises in front of a recipient.

use std::collections::BTreeMap;

use serde::Serialize;

use super::moment::{Moment, NEAR_STOPS};
use super::pooled::{Estimate, Pooled};
use super::shown::Shown;
use crate::recorded::prediction::Away;

/// The true numbers at which the error is told apart.
const TOLD_APART: [u32; 5] = [1, 2, 3, 5, 10];

/// How far shown numbers are off.
#[derive(Debug, Default)]
pub(super) struct StopsAway {
    snapshots: u64,
    error: Pooled,
    signed: Pooled,
    exact: Pooled,
    within_one: Pooled,
    within_two: Pooled,
    unlisted: Pooled,
    following: Pooled,
    deviating: Pooled,
    by_true: BTreeMap<u32, Pooled>,
    is_range: Pooled,
    range_holds: Pooled,
    range_width: Pooled,
    /// What was shown of the near stops after the last served one, by the number of the tour.
    before: BTreeMap<usize, Vec<(usize, f64)>>,
    steps: Pooled,
    /// How often the number rose, by tour and stop, of those that were once shown as near.
    rises: BTreeMap<(usize, usize), u32>,
}

/// The figures of it.
#[derive(Debug, Serialize)]
pub(crate) struct StopsAwayFigures {
    /// The mean error, of stops that truly are at most 10 away.
    pub(crate) mae: Estimate,
    /// Above zero: more were shown than there were.
    pub(crate) bias: Option<f64>,
    pub(crate) exact: Option<f64>,
    /// The share that is at most one off.
    pub(crate) within_one: Estimate,
    pub(crate) within_two: Option<f64>,
    pub(crate) n: u64,
    pub(crate) snapshots: u64,
    /// The share of stops of which nothing was shown.
    pub(crate) unlisted: Option<f64>,
    pub(crate) mae_following: Option<f64>,
    pub(crate) mae_deviating: Option<f64>,
    /// The mean error by the true number.
    pub(crate) mae_by_true: BTreeMap<u32, Option<f64>>,
    /// The share of steps from one served stop to the next at which the number of a near stop rose.
    pub(crate) raise_rate: Option<Estimate>,
    pub(crate) n_steps: u64,
    /// How often the number rose for a recipient, over all predictions.
    pub(crate) raises_per_recipient: Option<f64>,
    pub(crate) recipients: u64,
    /// The share of ranges among the shown numbers, how many of them hold the truth, and their mean width.
    pub(crate) ranges: Option<f64>,
    pub(crate) range_holds_truth: Option<f64>,
    pub(crate) range_width: Option<f64>,
}

impl StopsAway {
    /// Judges what is shown right after a stop was served.
    pub(super) fn after_stop(&mut self, moment: &Moment<'_>) {
        self.snapshots += 1;
        self.step(moment);
        let unlisted = moment.shown.away_unlisted(moment.remaining.len());
        for (truly, visit) in moment.ahead(NEAR_STOPS) {
            let away = moment.shown.away(visit.stop);
            self.unlisted.add(moment.tour, away.is_none());
            self.judge(moment, truly, away.unwrap_or(unlisted) - f64::from(truly));
            let range = moment.shown.stops.get(&visit.stop).and_then(|listed| range(listed.away));
            self.is_range.add(moment.tour, range.is_some());
            if let Some((low, high)) = range {
                self.range_holds.add(moment.tour, (low..=high).contains(&truly));
                self.range_width.add(moment.tour, high - low);
            }
        }
    }

    fn judge(&mut self, moment: &Moment<'_>, truly: u32, error: f64) {
        let (tour, size) = (moment.tour, error.abs());
        self.error.add(tour, size);
        self.signed.add(tour, error);
        self.exact.add(tour, size == 0.0);
        self.within_one.add(tour, size <= 1.0);
        self.within_two.add(tour, size <= 2.0);
        if moment.follows_plan { &mut self.following } else { &mut self.deviating }.add(tour, size);
        self.by_true.entry(truly).or_default().add(tour, size);
    }

    /// Compares with what was shown after the last served stop.
    fn step(&mut self, moment: &Moment<'_>) {
        for (stop, before) in self.before.remove(&moment.tour).into_iter().flatten() {
            let remains = moment.remaining.iter().any(|visit| visit.stop == stop);
            if let Some(now) = moment.shown.away(stop).filter(|_| remains) {
                self.steps.add(moment.tour, now > before);
            }
        }
        let near = moment.ahead(NEAR_STOPS);
        let shown = near.filter_map(|(_, visit)| Some((visit.stop, moment.shown.away(visit.stop)?)));
        self.before.insert(moment.tour, shown.collect());
    }

    /// Counts what recipients saw rise from one prediction to the next.
    pub(super) fn changed(&mut self, tour: usize, before: Option<&Shown>, now: &Shown) {
        for (stop, listed) in &now.stops {
            let now = listed.away.middle();
            let before = before.and_then(|before| before.away(*stop));
            if before.unwrap_or(now) <= f64::from(NEAR_STOPS) {
                let rose = before.is_some_and(|before| now > before);
                *self.rises.entry((tour, *stop)).or_default() += u32::from(rose);
            }
        }
    }

    /// The figures, when there was something to judge.
    pub(super) fn figures(&self) -> Option<StopsAwayFigures> {
        let mut raises = Pooled::default();
        self.rises.iter().for_each(|((tour, _), rises)| raises.add(*tour, *rises));
        let by_true = |truly: u32| (truly, self.by_true.get(&truly).and_then(Pooled::mean));
        Some(StopsAwayFigures {
            mae: self.error.estimate()?,
            bias: self.signed.mean(),
            exact: self.exact.mean(),
            within_one: self.within_one.estimate()?,
            within_two: self.within_two.mean(),
            n: self.error.count(),
            snapshots: self.snapshots,
            unlisted: self.unlisted.mean(),
            mae_following: self.following.mean(),
            mae_deviating: self.deviating.mean(),
            mae_by_true: TOLD_APART.map(by_true).into(),
            raise_rate: self.steps.estimate(),
            n_steps: self.steps.count(),
            raises_per_recipient: raises.mean(),
            recipients: raises.count(),
            ranges: self.is_range.mean(),
            range_holds_truth: self.range_holds.mean(),
            range_width: self.range_width.mean(),
        })
    }
}

fn range(away: Away) -> Option<(u32, u32)> {
    match away {
        Away::Exactly(_) => None,
        Away::Between(low, high) => Some((low, high)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Scene, listed, showing, visit};
    use super::super::shown::Listed;
    use super::*;

    /// Three stops, of which nothing is served yet.
    fn scene() -> Scene {
        Scene::at(0, &[visit(0, 5, 6), visit(1, 8, 9), visit(2, 11, 12)])
    }

    #[test]
    fn errors_are_shown_minus_true() {
        let mut judged = StopsAway::default();
        let scene = scene();
        let shown = showing(None, &[(0, listed(1)), (1, listed(4)), (2, listed(1))]);
        judged.after_stop(&scene.moment(&shown));
        let figures = judged.figures().expect("stops were judged");
        assert_eq!((figures.mae.value, figures.bias), (1.3333, Some(0.0)), "0, +2 and -2");
        assert_eq!((figures.exact, figures.within_one.value), (Some(0.3333), 0.3333));
        assert_eq!((figures.within_two, figures.n, figures.snapshots), (Some(1.0), 3, 1));
        assert_eq!(figures.mae_by_true.get(&2), Some(&Some(2.0)));
        assert_eq!((figures.mae_by_true.get(&5), figures.mae_deviating), (Some(&None), None));
    }

    #[test]
    fn a_stop_that_is_not_listed_counts_as_the_mean_of_the_places_left() {
        let mut judged = StopsAway::default();
        let scene = scene();
        judged.after_stop(&scene.moment(&showing(None, &[(0, listed(1))])));
        let figures = judged.figures().expect("stops were judged");
        let found = (figures.unlisted, figures.mae.value);
        assert_eq!(found, (Some(0.6667), 0.3333), "both count as 2.5, half off each");
    }

    #[test]
    fn a_range_counts_as_its_middle() {
        let mut judged = StopsAway::default();
        let scene = scene();
        let between = |low, high| Listed { away: Away::Between(low, high), ..listed(0) };
        let shown = showing(None, &[(0, between(1, 2)), (1, between(3, 6)), (2, listed(3))]);
        judged.after_stop(&scene.moment(&shown));
        let figures = judged.figures().expect("stops were judged");
        assert_eq!((figures.mae.value, figures.n), (1.0, 3), "half, two and a half, none");
        assert_eq!((figures.ranges, figures.range_holds_truth), (Some(0.6667), Some(0.5)));
        assert_eq!(figures.range_width, Some(2.0));
    }

    #[test]
    fn a_number_that_rises_from_one_served_stop_to_the_next_is_a_raise() {
        let mut judged = StopsAway::default();
        let scene = scene();
        let first = showing(None, &[(0, listed(1)), (1, listed(2)), (2, listed(3))]);
        judged.after_stop(&scene.moment(&first));
        let scene = scene.later(6);
        let second = showing(None, &[(0, listed(9)), (1, listed(1)), (2, listed(4))]);
        judged.after_stop(&scene.moment(&second));
        let figures = judged.figures().expect("stops were judged");
        assert_eq!(figures.n_steps, 2, "the stop that was served is no recipient's any more");
        assert_eq!(figures.raise_rate.map(|rate| rate.value), Some(0.5));
    }

    #[test]
    fn recipients_are_those_who_were_once_shown_ten_or_less() {
        let mut judged = StopsAway::default();
        let scene = scene();
        judged.after_stop(&scene.moment(&showing(None, &[])));
        let far = showing(None, &[(0, listed(10)), (1, listed(11)), (2, listed(1))]);
        let up = showing(None, &[(0, listed(12)), (1, listed(12)), (2, listed(2))]);
        judged.changed(0, None, &far);
        judged.changed(0, Some(&far), &up);
        judged.changed(0, Some(&up), &far);
        let figures = judged.figures().expect("stops were judged");
        assert_eq!((figures.recipients, figures.raises_per_recipient), (2, Some(1.0)));
    }
}
