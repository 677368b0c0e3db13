//! Order of what remains, by the measures of the `LaDe` data set: HR@3, KRC, LSD and ED (Wu et al. 2023, "`LaDe`: The
//! First Comprehensive Last-mile Delivery Dataset from Industry").

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::moment::{LABEL_STOPS, Moment};
use super::pooled::{Estimate, Pooled};

/// How much of the order was right.
#[derive(Debug, Default)]
pub(super) struct Order {
    hit_rate: Pooled,
    rank_correlation: Pooled,
    label_rank_correlation: Pooled,
    square_deviation: Pooled,
    edit_distance: Pooled,
}

/// The figures of it, means over the instants right after a stop was served.
#[derive(Debug, Serialize)]
pub(crate) struct OrderFigures {
    /// HR@3: how many of the next three stops are among the first three that were shown.
    pub(crate) hit_rate: Estimate,
    /// KRC: Kendall's rank correlation; pairs of a label and any stop that remains count.
    pub(crate) rank_correlation: Option<f64>,
    /// The same, of pairs of labels.
    pub(crate) label_rank_correlation: Option<f64>,
    /// LSD: the mean square of how many places a stop is off.
    pub(crate) square_deviation: Option<f64>,
    /// ED: how many stops must be put in, taken out or replaced.
    pub(crate) edit_distance: Option<f64>,
    pub(crate) n: u64,
}

/// How much of one order is right.
#[derive(Debug, PartialEq)]
struct Likeness {
    hit_rate: f64,
    rank_correlation: f64,
    label_rank_correlation: f64,
    square_deviation: f64,
    edit_distance: u32,
}

impl Order {
    /// Judges what is shown right after a stop was served.
    pub(super) fn after_stop(&mut self, moment: &Moment<'_>) {
        let actual: Vec<usize> = moment.remaining.iter().map(|visit| visit.stop).collect();
        let likeness = likeness(&moment.shown.order, &actual);
        self.hit_rate.add(moment.tour, likeness.hit_rate);
        self.rank_correlation.add(moment.tour, likeness.rank_correlation);
        self.label_rank_correlation.add(moment.tour, likeness.label_rank_correlation);
        self.square_deviation.add(moment.tour, likeness.square_deviation);
        self.edit_distance.add(moment.tour, likeness.edit_distance);
    }

    /// The figures, when there was something to judge.
    pub(super) fn figures(&self) -> Option<OrderFigures> {
        Some(OrderFigures {
            hit_rate: self.hit_rate.estimate()?,
            rank_correlation: self.rank_correlation.mean(),
            label_rank_correlation: self.label_rank_correlation.mean(),
            square_deviation: self.square_deviation.mean(),
            edit_distance: self.edit_distance.mean(),
            n: self.hit_rate.count(),
        })
    }
}

/// Compares an order with the actual one, of which the first stops are the label. Stops that are not in the order tie
/// behind it.
#[expect(clippy::cast_precision_loss, reason = "a tour has at most 1,000 stops")]
fn likeness(predicted: &[usize], actual: &[usize]) -> Likeness {
    let (label, rest) = actual.split_at(actual.len().min(usize::from(LABEL_STOPS)));
    let (remaining, labelled): (HashSet<usize>, HashSet<usize>) =
        (actual.iter().copied().collect(), label.iter().copied().collect());
    let listed: Vec<usize> = predicted.iter().copied().filter(|stop| remaining.contains(stop)).collect();
    let places: HashMap<usize, f64> = listed.iter().copied().zip((0..).map(f64::from)).collect();
    let absent = (listed.len() + actual.len()).saturating_sub(1) as f64 / 2.0;
    let place = |stop: &usize| places.get(stop).copied().unwrap_or(absent);
    let (of_label, of_rest): (Vec<f64>, Vec<f64>) =
        (label.iter().map(place).collect(), rest.iter().map(place).collect());

    let hits = listed.iter().take(3).filter(|stop| label.iter().take(3).any(|next| next == *stop)).count();
    let among: usize =
        of_label.iter().zip(1..).map(|(place, behind)| before(*place, of_label.iter().skip(behind))).sum();
    let beside: usize = of_label.iter().map(|place| before(*place, of_rest.iter())).sum();
    let pairs = label.len() * label.len().saturating_sub(1) / 2;
    let deviations = of_label.iter().zip((0..).map(f64::from)).map(|(shown, truly)| (shown - truly).powi(2));
    Likeness {
        hit_rate: hits as f64 / label.len().min(3) as f64,
        rank_correlation: correlation(label.len(), among + beside, pairs + label.len() * rest.len()),
        label_rank_correlation: correlation(label.len(), among, pairs),
        square_deviation: deviations.sum::<f64>() / label.len() as f64,
        edit_distance: edit_distance(
            &listed.into_iter().filter(|stop| labelled.contains(stop)).collect::<Vec<_>>(),
            label,
        ),
    }
}

/// How many of the others a place stands before.
fn before<'a>(place: f64, others: impl Iterator<Item = &'a f64>) -> usize {
    others.filter(|other| place < **other).count()
}

/// The rank correlation of pairs of which so many stand right; 1 where there is one stop only.
#[expect(clippy::cast_precision_loss, reason = "a tour has at most 1,000 stops")]
fn correlation(labels: usize, right: usize, pairs: usize) -> f64 {
    if labels > 1 { 2.0 * right as f64 / pairs as f64 - 1.0 } else { 1.0 }
}

/// The Levenshtein distance of two sequences.
fn edit_distance(one: &[usize], other: &[usize]) -> u32 {
    let mut row: Vec<u32> = (0..).take(other.len() + 1).collect();
    for (from, number) in one.iter().zip(1..) {
        let (mut diagonal, mut left) = (number - 1, number);
        for (above, to) in row.iter_mut().skip(1).zip(other) {
            let best = (*above + 1).min(left + 1).min(diagonal + u32::from(from != to));
            (diagonal, left, *above) = (*above, best, best);
        }
        if let Some(first) = row.first_mut() {
            *first = number;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::scene::{Scene, listed, showing, visit};
    use super::*;

    #[test]
    fn the_right_order_is_right_by_every_measure() {
        let right = Likeness {
            hit_rate: 1.0,
            rank_correlation: 1.0,
            label_rank_correlation: 1.0,
            square_deviation: 0.0,
            edit_distance: 0,
        };
        let long: Vec<usize> = (0..40).collect();
        assert_eq!(likeness(&long, &long), right);
        assert_eq!(likeness(&[9, 4], &[4]), right, "what does not remain is passed over");
    }

    #[test]
    fn two_stops_that_change_places_cost_as_much_as_the_measures_say() {
        let found = likeness(&[1, 0, 2, 3], &[0, 1, 2, 3]);
        assert_eq!((found.hit_rate, found.edit_distance), (1.0, 2));
        assert!((found.rank_correlation - (2.0 * 5.0 / 6.0 - 1.0)).abs() < 1e-12);
        assert!((found.square_deviation - 0.5).abs() < 1e-12);
    }

    #[test]
    fn stops_that_are_not_listed_tie_behind_the_listed_ones() {
        let found = likeness(&[2], &[0, 1, 2]);
        // 2 stands at 0; 0 and 1 tie at 1.5: of three pairs none stands right.
        assert_eq!((found.hit_rate, found.label_rank_correlation), (1.0 / 3.0, -1.0));
        assert!((found.square_deviation - (2.25 + 0.25 + 4.0) / 3.0).abs() < 1e-12);
        assert_eq!(found.edit_distance, 2);
    }

    #[test]
    fn stops_behind_the_label_count_in_pairs_with_it() {
        let actual: Vec<usize> = (0..26).collect();
        let mut predicted = actual.clone();
        predicted.swap(24, 25);
        let found = likeness(&predicted, &actual);
        let pairs = 25.0 * 24.0 / 2.0 + 25.0;
        assert!((found.rank_correlation - (2.0 * (pairs - 1.0) / pairs - 1.0)).abs() < 1e-12);
        assert_eq!((found.label_rank_correlation, found.edit_distance), (1.0, 0));
    }

    #[test]
    fn distances_are_counted_in_edits() {
        for (one, other, distance) in
            [(&[][..], &[1, 2][..], 2), (&[1, 2, 3], &[2, 3], 1), (&[1, 2], &[3, 2], 1)]
        {
            assert_eq!(edit_distance(one, other), distance, "{one:?} {other:?}");
        }
    }

    #[test]
    fn snapshots_are_averaged() {
        let mut judged = Order::default();
        let scene = Scene::at(0, &[visit(0, 5, 6), visit(1, 8, 9)]);
        judged.after_stop(&scene.moment(&showing(None, &[(0, listed(1)), (1, listed(2))])));
        judged.after_stop(&scene.moment(&showing(None, &[(1, listed(1)), (0, listed(2))])));
        let figures = judged.figures().expect("orders were judged");
        assert_eq!((figures.hit_rate.value, figures.rank_correlation, figures.n), (1.0, Some(0.0), 2));
        assert_eq!((figures.square_deviation, figures.edit_distance), (Some(0.5), Some(1.0)));
    }
}
