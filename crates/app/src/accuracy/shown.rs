//! A prediction as the recipients would see it.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use jiff::Timestamp;

use super::roster::Tour;
use crate::recorded::prediction::{Away, Prediction, Remaining};

/// The probabilities that windows may have.
const LEVELS: [f64; 2] = [0.8, 0.9];

/// What was shown. The empty one counts where there is no prediction.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The stop to which the driver goes.
    pub(super) next: Option<usize>,
    /// The stops that remain, in the order that was believed.
    pub(super) order: Vec<usize>,
    /// What is shown of each of them.
    pub(super) stops: BTreeMap<usize, Listed>,
    /// The probability of the windows, where there are any.
    pub(super) level: Option<f64>,
}

/// What is shown of a stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Listed {
    pub(super) away: Away,
    pub(super) eta: Option<Timestamp>,
    pub(super) window: Option<(Timestamp, Timestamp)>,
}

impl Shown {
    /// What a prediction for a tour shows.
    ///
    /// # Errors
    /// When it breaks the format.
    pub(super) fn of(prediction: &Prediction, tour: &Tour) -> Result<Self> {
        let next = prediction.next_stop.as_ref().map(|stop| tour.stop(stop)).transpose()?;
        let mut shown = Self { next, ..Self::default() };
        for remaining in &prediction.remaining {
            let stop = tour.stop(&remaining.stop)?;
            let listed = shown.listed(remaining).with_context(|| format!("the stop {:?}", remaining.stop))?;
            if shown.stops.insert(stop, listed).is_some() {
                bail!("the stop {:?} is listed twice", remaining.stop);
            }
            shown.order.push(stop);
        }
        Ok(shown)
    }

    fn listed(&mut self, remaining: &Remaining) -> Result<Listed> {
        if matches!(remaining.stops_away, Away::Between(low, high) if low > high) {
            bail!("its range of stops away ends before it begins");
        }
        let window = match (remaining.from, remaining.until, remaining.level) {
            (None, None, _) => None,
            (Some(from), Some(until), Some(level)) if LEVELS.contains(&level) => {
                if from > until {
                    bail!("its window ends before it begins");
                }
                if self.level.is_some() && self.level != Some(level) {
                    bail!("its window has another level than the one before");
                }
                self.level = Some(level);
                Some((from, until))
            }
            _ => bail!("a window needs from, until, and the level 0.8 or 0.9"),
        };
        Ok(Listed { away: remaining.stops_away, eta: remaining.eta, window })
    }

    /// How many stops away a stop is shown to be; a range counts as its middle.
    pub(super) fn away(&self, stop: usize) -> Option<f64> {
        self.stops.get(&stop).map(|listed| listed.away.middle())
    }

    /// How many stops away a stop counts that is not listed, when so many truly remain: the mean of the places left.
    #[expect(clippy::cast_precision_loss, reason = "a tour has at most 1,000 stops")]
    pub(super) fn away_unlisted(&self, remaining: usize) -> f64 {
        let listed = self.stops.values().filter(|listed| listed.away.middle() >= 1.0).count();
        (listed + 1 + remaining.max(listed + 1)) as f64 / 2.0
    }
}

impl Away {
    /// The number, or the middle of the range.
    pub(super) fn middle(self) -> f64 {
        match self {
            Self::Exactly(stops) => stops.into(),
            Self::Between(low, high) => f64::midpoint(low.into(), high.into()),
        }
    }
}
