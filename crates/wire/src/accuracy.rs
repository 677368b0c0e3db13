//! How well forecasts held: as the store keeps it, with a version, and as operators read it.

use doorstep_domain::prediction::{ArrivalScore, CountScore, Judgement};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use utoipa::ToSchema;

/// The version of what is stored.
const VERSION: u32 = 1;

/// A stored judgement cannot be read.
#[derive(Debug, Error)]
pub enum UnreadableJudgement {
    /// It is no judgement.
    #[error("this is no judgement: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A newer version of the program wrote it.
    #[error("judgements of version {0} are not known here")]
    TooNew(u32),
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    /// Windows, kept, sum of widths and sum of errors in seconds; one row for each bin.
    arrivals: [[u64; 4]; Judgement::BINS],
    /// Told, exact, within one, untold.
    counts: [u64; 4],
}

/// Writes a judgement as [`read_judgement`] reads it.
///
/// # Panics
/// Never: numbers can always be written as JSON.
pub fn write_judgement(judgement: &Judgement) -> String {
    let Judgement { arrivals, counts } = judgement;
    let stored = Stored {
        v: VERSION,
        arrivals: arrivals.map(|bin| [bin.windows, bin.kept, bin.width_s, bin.error_s]),
        counts: [counts.told, counts.exact, counts.within_one, counts.untold],
    };
    serde_json::to_string(&stored).expect("numbers can always be written as JSON")
}

/// Reads a stored judgement.
///
/// # Errors
/// When it is none, or of a version that is not known.
pub fn read_judgement(text: &str) -> Result<Judgement, UnreadableJudgement> {
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    let Version { v } = serde_json::from_str(text)?;
    if v > VERSION {
        return Err(UnreadableJudgement::TooNew(v));
    }
    let Stored { arrivals, counts, .. } = serde_json::from_str(text)?;
    let [told, exact, within_one, untold] = counts;
    let bin = |[windows, kept, width_s, error_s]: [u64; 4]| ArrivalScore { windows, kept, width_s, error_s };
    Ok(Judgement { arrivals: arrivals.map(bin), counts: CountScore { told, exact, within_one, untold } })
}

/// The answer of `GET /v1/accuracy`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyAnswer {
    /// The first service day that was asked for.
    pub from: Date,
    /// The last one.
    pub until: Date,
    /// All of them together.
    pub total: AccuracyJson,
    /// Windows and arrivals of all days by how many stops ahead they lay; those of which there are any.
    pub by_stops_ahead: Vec<AccuracyAhead>,
    /// Each day and region of which there is anything, newest day first.
    pub days: Vec<AccuracyDay>,
}

/// A day of tours in one region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyDay {
    /// The service day.
    pub day: Date,
    /// The region; absent for tours in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// How well forecasts held.
    #[serde(flatten)]
    pub accuracy: AccuracyJson,
}

/// How well forecasts held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyJson {
    /// Windows and arrivals.
    pub arrivals: ArrivalsJson,
    /// Numbers of stops, where ten or fewer remained.
    pub counts: CountsJson,
}

/// Forecasts that lay so many stops ahead.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyAhead {
    /// The smallest number of stops ahead.
    pub stops_from: usize,
    /// The largest; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops_until: Option<usize>,
    /// How well they held.
    #[serde(flatten)]
    pub arrivals: ArrivalsJson,
}

/// How well windows and arrivals held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ArrivalsJson {
    /// How many windows there were.
    pub n: u64,
    /// How many held the arrival.
    pub kept: u64,
    /// The share that did, 0 to 1; absent where there was no window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hit_rate: Option<f64>,
    /// The mean width of a window in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width_s_mean: Option<f64>,
    /// The mean distance between believed and true arrival in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_s_mean: Option<f64>,
}

/// How well numbers of stops held.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CountsJson {
    /// How many could be told.
    pub n: u64,
    /// How many of them were right.
    pub exact: u64,
    /// How many were right or one off.
    pub within_one: u64,
    /// The share that was right, 0 to 1; absent where none could be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact_rate: Option<f64>,
    /// The share that was right or one off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_one_rate: Option<f64>,
    /// Of how many no single one was told because the order was not sure enough.
    pub untold: u64,
}

impl AccuracyAhead {
    /// The bins of a judgement of which there is anything.
    pub fn all_of(judgement: &Judgement) -> Vec<Self> {
        let bins = judgement.arrivals.iter().enumerate().filter(|(_, bin)| bin.windows > 0);
        let tell = |(index, bin): (usize, &ArrivalScore)| {
            let (stops_from, stops_until) = Judgement::bin(index)?;
            Some(Self { stops_from, stops_until, arrivals: ArrivalsJson::from(*bin) })
        };
        bins.filter_map(tell).collect()
    }
}

impl From<&Judgement> for AccuracyJson {
    fn from(judgement: &Judgement) -> Self {
        Self { arrivals: judgement.all_arrivals().into(), counts: judgement.counts.into() }
    }
}

impl From<ArrivalScore> for ArrivalsJson {
    fn from(score: ArrivalScore) -> Self {
        let ArrivalScore { windows: n, kept, width_s, error_s } = score;
        Self {
            n,
            kept,
            hit_rate: mean(kept, n),
            width_s_mean: mean(width_s, n),
            error_s_mean: mean(error_s, n),
        }
    }
}

impl From<CountScore> for CountsJson {
    fn from(score: CountScore) -> Self {
        let CountScore { told: n, exact, within_one, untold } = score;
        Self {
            n,
            exact,
            within_one,
            exact_rate: mean(exact, n),
            within_one_rate: mean(within_one, n),
            untold,
        }
    }
}

/// To four places: more would be noise.
fn mean(sum: u64, n: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "sums of seconds stay far below 2^53")]
    (n > 0).then(|| (sum as f64 / n as f64 * 1e4).round() / 1e4)
}
