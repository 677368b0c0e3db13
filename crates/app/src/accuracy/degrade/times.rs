//! Real times that scatter: for days whose times are derived and do not scatter of their own.

use anyhow::{Context as _, Result};
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;

use super::chance::normal;
use crate::recorded::truth::TruthLine;

/// How much the logarithms of a stay, of a leg and of a whole tour scatter.
const STAY_SPREAD: f64 = 0.55;
const LEG_SPREAD: f64 = 0.25;
const TOUR_SPREAD: f64 = 0.1;

/// When what happened at an instant happens instead.
pub(super) struct Warp {
    /// The old instant, and how much later its event is now; in order.
    knots: Vec<(Timestamp, SignedDuration)>,
}

impl Warp {
    /// Draws other times for a tour, whose truth stands in the order that was driven; on average they are as before.
    ///
    /// # Errors
    /// When a time is not known.
    pub(super) fn draw(truth: &[TruthLine], times: f64, chance: &mut StdRng) -> Result<Self> {
        let mut factor = |spread: f64| {
            let spread = spread * times;
            (spread * normal(chance) - spread * spread / 2.0).exp()
        };
        let (pace, mut old) = (
            factor(TOUR_SPREAD),
            truth
                .first()
                .and_then(|start| start.departed_at)
                .context("when the tour left its start is not known")?,
        );
        let mut knots = vec![(old, SignedDuration::ZERO)];
        let mut new = old;
        for line in truth.iter().skip(1) {
            let arrived_at = line.arrived_at.context("the arrival at a stop is not known")?;
            for (at, spread) in [(Some(arrived_at), LEG_SPREAD), (line.departed_at, STAY_SPREAD)] {
                let Some(at) = at.filter(|at| *at > old) else { continue };
                new += at.duration_since(old).mul_f64(factor(spread) * pace);
                old = at;
                knots.push((old, new.duration_since(old)));
            }
        }
        Ok(Self { knots })
    }

    /// When it happens instead: between two known instants evenly, before and after all of them as they do.
    pub(super) fn at(&self, at: Timestamp) -> Timestamp {
        let behind = self.knots.partition_point(|(old, _)| *old <= at);
        let before = behind.checked_sub(1).and_then(|before| self.knots.get(before));
        let later = match (before, self.knots.get(behind)) {
            (Some((from, later)), Some((until, later_then))) => {
                let part = at.duration_since(*from).as_secs_f64() / until.duration_since(*from).as_secs_f64();
                *later + (*later_then - *later).mul_f64(part)
            }
            (Some((_, later)), None) | (None, Some((_, later))) => *later,
            (None, None) => SignedDuration::ZERO,
        };
        at + later
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::scene::{driven, minute};
    use super::super::chance::of_tour;
    use super::super::variant::Variant;
    use super::*;

    fn warp(times: f64, seed: u64) -> Warp {
        let truth: Vec<TruthLine> = driven("t", "abc")
            .into_iter()
            .map(|line| serde_json::from_value(line).expect("it is a line of truth"))
            .collect();
        let mut chance = of_tour(seed, Variant::Times(times), "t");
        Warp::draw(&truth, times, &mut chance).expect("all times are known")
    }

    #[test]
    fn time_goes_on_and_what_does_not_scatter_stays() {
        let scattered = warp(2.0, 1);
        let instants: Vec<Timestamp> = (-5..30).map(|at| scattered.at(minute(at))).collect();
        assert!(instants.is_sorted());
        assert_eq!(scattered.at(minute(-5)), minute(-5), "before the start nothing scatters");
        assert_ne!(scattered.at(minute(5)), minute(5));
        let late = scattered.at(minute(16)).duration_since(minute(16));
        assert_eq!(
            scattered.at(minute(40)).duration_since(minute(40)),
            late,
            "after the last stop it goes on so"
        );
        assert!((-5..30).all(|at| warp(0.0, 1).at(minute(at)) == minute(at)));
    }

    #[test]
    fn tours_take_as_long_as_before_on_average() {
        let seconds = |seed| warp(1.0, seed).at(minute(16)).duration_since(minute(0)).as_secs_f64();
        let mean = (0..2_000).map(seconds).sum::<f64>() / 2_000.0;
        assert!((mean / 960.0 - 1.0).abs() < 0.02, "{mean}");
    }
}
