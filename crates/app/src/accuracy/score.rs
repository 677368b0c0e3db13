//! A day's score.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use indicatif::ProgressBar;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::arrival::ArrivalFigures;
use super::judge::Judge;
use super::next_stop::NextStopFigures;
use super::order::OrderFigures;
use super::served::ServedFigures;
use super::spells::{SpellFigures, Tracks};
use super::stops_away::StopsAwayFigures;
use super::windows::WindowFigures;
use crate::recorded::day::{Day, Kind};
use crate::recorded::lines::Lines;
use crate::recorded::truth::{Part, Split};

/// The largest number of predictions.
const PREDICTIONS_MAX: u64 = 10_000_000;
/// A score is complete when at most this share of what is asked has no prediction.
const MISSING_MAX: f64 = 0.02;

/// How good predictions for a day were.
#[derive(Debug, Serialize)]
pub(crate) struct Score {
    pub(crate) dataset: String,
    /// How the day was made poorer.
    pub(crate) variant: Option<String>,
    /// How many tours, or tracks, were judged.
    pub(crate) tours: usize,
    /// Lines of predictions.
    pub(crate) predictions: u64,
    pub(crate) figures: Figures,
}

/// What was found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Figures {
    /// Of tours.
    Tours(Box<TourScore>),
    /// Of tracks, by how soon it was known.
    Tracks(Vec<SpellFigures>),
}

/// The figures of tours; those are absent of which there was nothing to judge.
#[derive(Debug, Serialize)]
pub(crate) struct TourScore {
    pub(crate) counts: Counts,
    /// Whether nearly everything that was asked had a prediction.
    pub(crate) is_complete: bool,
    pub(crate) next_stop: Option<NextStopFigures>,
    pub(crate) stops_away: Option<StopsAwayFigures>,
    pub(crate) order: Option<OrderFigures>,
    pub(crate) arrival: Option<ArrivalFigures>,
    pub(crate) windows: Option<WindowFigures>,
    pub(crate) served: Option<ServedFigures>,
}

/// How often was asked.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Counts {
    pub(crate) pings: u64,
    pub(crate) pings_without_prediction: u64,
    /// Pings at which something newer was received more than half a minute after the last prediction.
    pub(crate) pings_with_old_prediction: u64,
}

impl Counts {
    /// Counts a ping.
    pub(super) fn ping(&mut self, has_prediction: bool, is_old: bool) {
        self.pings += 1;
        self.pings_without_prediction += u64::from(!has_prediction);
        self.pings_with_old_prediction += u64::from(is_old);
    }

    /// Whether nearly every ping has a prediction, and nearly every pair of a ping and a stop an arrival.
    pub(super) fn is_complete(&self, pairs: u64, missing: u64) -> bool {
        is_few(missing, missing + pairs) && is_few(self.pings_without_prediction, self.pings)
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52")]
fn is_few(part: u64, whole: u64) -> bool {
    part as f64 <= MISSING_MAX * whole.max(1) as f64
}

/// Scores a file of predictions for a part of a day. Where the day was made poorer, `base` is the day before.
///
/// # Errors
/// When a file is missing or breaks its format, with file and line, or no tour of the part is there.
pub(crate) fn score(day: &Day, predictions: &Path, base: Option<&Day>, part: Part) -> Result<Score> {
    let judged = Split::of(day, part)?;
    let (tours, predictions, figures) = match day.dataset.kind {
        Kind::StopDetection => {
            let mut tracks = Tracks::of(day, judged)?;
            let lines = each(predictions, tracks.len(), |believed| tracks.take(&believed))?;
            (tracks.len(), lines, Figures::Tracks(tracks.figures()))
        }
        Kind::Parcel | Kind::Bus => {
            let mut judge = Judge::of(day, base.unwrap_or(day), &judged)?;
            let tours = judge.len();
            let lines = each(predictions, tours, |prediction| judge.take(&prediction))?;
            (tours, lines, Figures::Tours(Box::new(judge.finish())))
        }
    };
    let (dataset, variant) = (day.dataset.name.clone(), day.dataset.variant.clone());
    Ok(Score { dataset, variant, tours, predictions, figures })
}

/// Hands out the predictions; how many there were.
fn each<T: DeserializeOwned>(
    path: &Path,
    tours: usize,
    mut take: impl FnMut(T) -> Result<()>,
) -> Result<u64> {
    if tours == 0 {
        bail!("no tour of this part of the day has a truth: there is nothing to score");
    }
    let mut lines = Lines::of_file(path.to_owned(), &ProgressBar::hidden())?;
    let mut count = 0;
    while let Some(prediction) = lines.next()? {
        count += 1;
        if count > PREDICTIONS_MAX {
            bail!("{}: at most {PREDICTIONS_MAX} predictions are scored", lines.place());
        }
        take(prediction).with_context(|| lines.place())?;
    }
    Ok(count)
}
