//! Values of many tours, pooled, and how sure their mean is.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde::Serialize;

/// How often tours are drawn anew.
const DRAWS: usize = 500;
/// What is told has this many digits behind the point.
const DIGITS: usize = 4;

/// Values, each of a tour.
#[derive(Debug, Default)]
pub(super) struct Pooled {
    /// By the number of the tour.
    tours: Vec<Sum>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Sum {
    total: f64,
    count: u64,
}

/// A mean, and the 95 % interval of what it would have been with other tours like these.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Estimate {
    pub(crate) value: f64,
    /// None with fewer than two tours.
    pub(crate) interval: Option<(f64, f64)>,
}

impl Pooled {
    /// Takes a value.
    pub(super) fn add(&mut self, tour: usize, value: impl Into<f64>) {
        self.add_many(tour, value, 1);
    }

    /// Takes the sum of `count` values.
    pub(super) fn add_many(&mut self, tour: usize, total: impl Into<f64>, count: u64) {
        if self.tours.len() <= tour {
            self.tours.resize(tour + 1, Sum::default());
        }
        if let Some(sum) = self.tours.get_mut(tour) {
            sum.total += total.into();
            sum.count += count;
        }
    }

    /// How many values there are.
    pub(super) fn count(&self) -> u64 {
        self.tours.iter().map(|sum| sum.count).sum()
    }

    /// The mean of all values, as it is told.
    pub(super) fn mean(&self) -> Option<f64> {
        self.exact_mean().map(rounded)
    }

    /// The mean of all values, to reckon with.
    pub(super) fn exact_mean(&self) -> Option<f64> {
        mean_of(self.tours.iter())
    }

    /// The mean, and how sure it is: whole tours are drawn anew, since values of one tour are alike.
    pub(super) fn estimate(&self) -> Option<Estimate> {
        Some(Estimate { value: self.mean()?, interval: self.interval() })
    }

    fn interval(&self) -> Option<(f64, f64)> {
        let tours: Vec<Sum> = self.tours.iter().filter(|sum| sum.count > 0).copied().collect();
        if tours.len() < 2 {
            return None;
        }
        let mut random = StdRng::seed_from_u64(1);
        let draw = |_| {
            let picked = (0..tours.len()).filter_map(|_| tours.get(random.random_range(0..tours.len())));
            mean_of(picked)
        };
        let mut means: Vec<f64> = (0..DRAWS).filter_map(draw).collect();
        means.sort_by(f64::total_cmp);
        Some((rounded(quantile(&means, 0.025)?), rounded(quantile(&means, 0.975)?)))
    }
}

impl Estimate {
    /// How far chance alone moves the value: half of the interval.
    pub(super) fn noise(self) -> Option<f64> {
        self.interval.map(|(from, until)| rounded((until - from) / 2.0))
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer values than 2^52")]
fn mean_of<'a>(sums: impl Iterator<Item = &'a Sum>) -> Option<f64> {
    let (total, count) = sums.fold((0.0, 0), |(total, count), sum| (total + sum.total, count + sum.count));
    (count > 0).then(|| total / count as f64)
}

/// A share as it is told; none of nothing.
pub(super) fn share(part: u64, whole: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer values than 2^52")]
    let share = part as f64 / whole as f64;
    (whole > 0).then(|| rounded(share))
}

/// The middle of values, not rounded.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    quantile(values, 0.5)
}

/// The value below which `share` of sorted values lie, between its two neighbours where none lies there.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer values than 2^52")]
    let place = share * sorted.len().checked_sub(1)? as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a place among the values"
    )]
    let below = place.floor() as usize;
    let low = sorted.get(below)?;
    let high = sorted.get(below + 1).unwrap_or(low);
    Some(low + (high - low) * place.fract())
}

/// A number as it is told.
pub(super) fn rounded(value: f64) -> f64 {
    rounded_to(value, DIGITS)
}

/// A number with so many digits behind the point, ties to even.
pub(super) fn rounded_to(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_pooled_and_not_averaged_by_tour() {
        let mut pooled = Pooled::default();
        for (tour, value) in [(0, 1.0), (3, 2.0), (3, 4.0)] {
            pooled.add(tour, value);
        }
        pooled.add_many(1, 2.0, 3);
        assert_eq!((pooled.count(), pooled.mean()), (6, Some(1.5)));
        assert_eq!(Pooled::default().mean(), None);
    }

    #[test]
    fn the_interval_lies_around_the_mean_and_needs_two_tours() {
        let mut pooled = Pooled::default();
        pooled.add(7, true);
        assert_eq!(pooled.estimate(), Some(Estimate { value: 1.0, interval: None }));
        for tour in 0..40 {
            pooled.add(tour, tour % 2 == 0);
        }
        let estimate = pooled.estimate().expect("there are values");
        let (from, until) = estimate.interval.expect("there are tours");
        // The deviation of the mean of 40 coins is 0.079; 95 % lie within 1.96 of it.
        assert!((0.30..0.42).contains(&from) && (0.60..0.72).contains(&until), "{from} {until}");
        assert!((0.10..0.20).contains(&estimate.noise().expect("there is an interval")));
    }

    #[test]
    fn tours_that_are_all_alike_leave_nothing_to_chance() {
        let mut pooled = Pooled::default();
        (0..5).for_each(|tour| pooled.add(tour, 0.25));
        assert_eq!(pooled.estimate().and_then(Estimate::noise), Some(0.0));
    }

    #[test]
    fn the_median_lies_between_its_neighbours() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&mut []), None);
    }

    #[test]
    fn shares_and_numbers_are_told_with_four_digits() {
        assert_eq!((share(1, 3), share(0, 0)), (Some(0.3333), None));
        assert_eq!((rounded(0.00005), rounded_to(2.5, 0)), (0.0001, 2.0));
    }
}
