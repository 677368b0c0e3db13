//! What a system is told of a recorded day.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use indicatif::ProgressBar;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::lines::Lines;
use crate::output;

/// The largest number of tours of a day.
const TOURS_MAX: usize = 10_000;
/// The largest number of items of a feed.
const ITEMS_MAX: u64 = 5_000_000;

/// A folder with a recorded day.
pub(crate) struct Day {
    folder: PathBuf,
    is_quiet: bool,
    /// What is in it.
    pub(crate) dataset: Dataset,
}

/// What was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Tours that bring parcels.
    Parcel,
    /// Buses on their lines.
    Bus,
    /// Tracks of which it is asked whether they move or stand.
    StopDetection,
}

/// What a folder holds and where it is from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Dataset {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) licence: String,
    #[serde(default)]
    pub(crate) attribution: String,
    #[serde(default)]
    pub(crate) timezone: String,
    /// Whether times are recorded or derived.
    #[serde(default)]
    pub(crate) times: String,
    /// Whether fixes are recorded, synthetic or none.
    #[serde(default)]
    pub(crate) gps: String,
    #[serde(default)]
    pub(crate) notes: String,
    /// How the day was made poorer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) variant: Option<String>,
}

/// A tour as planned.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PlanLine {
    pub(crate) tour: String,
    pub(crate) date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) timezone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) vehicle: Option<String>,
    pub(crate) start: Option<Start>,
    pub(crate) stops: Vec<Stop>,
    /// Seconds from a place to another; the start is the first, the stops follow in their order.
    pub(crate) travel_s: Option<Vec<Vec<Option<f64>>>>,
}

/// Where and when a tour starts.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Start {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    pub(crate) at: Option<Timestamp>,
}

/// A stop as planned.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Stop {
    #[serde(rename = "stop")]
    pub(crate) name: String,
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    /// The place in the plan's order, from 1.
    pub(crate) sequence: u32,
    pub(crate) planned_arrival: Option<Timestamp>,
    pub(crate) service_s: Option<f64>,
    pub(crate) window: Option<(Timestamp, Timestamp)>,
    pub(crate) zone: Option<String>,
    pub(crate) parcels: Option<u32>,
}

/// One item of the feed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Item {
    pub(crate) tour: String,
    pub(crate) at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) received_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fix: Option<RawFix>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) served: Option<AtStop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) arrived: Option<AtStop>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) departed: Option<Left>,
}

/// What a device read; it may be no place at all.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RawFix {
    pub(crate) lat: f64,
    pub(crate) lon: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) accuracy_m: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) speed_mps: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) course_deg: Option<f32>,
}

/// Something happened at a stop.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AtStop {
    pub(crate) stop: String,
}

/// A stop was left, or the start when none is named.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Left {
    pub(crate) stop: Option<String>,
}

impl Item {
    /// When the system gets the item.
    pub(crate) fn instant(&self) -> Timestamp {
        self.received_at.unwrap_or(self.at)
    }
}

impl Day {
    /// Opens a folder.
    ///
    /// # Errors
    /// When it does not say what it holds.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("dataset.json");
        let text = fs::read(&path).with_context(|| {
            format!("{} is no recorded day: {} cannot be read", folder.display(), path.display())
        })?;
        let dataset: Dataset = serde_json::from_slice(&text)
            .with_context(|| format!("{} does not describe a recorded day", path.display()))?;
        Ok(Self { folder: folder.to_owned(), is_quiet: false, dataset })
    }

    /// The same, read without a bar on the terminal: several days are read at a time.
    pub(crate) fn quietly(self) -> Self {
        Self { is_quiet: true, ..self }
    }

    /// Where its files are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Hands out the tours of the plan.
    ///
    /// # Errors
    /// When the plan breaks its format, with file and line, or `take` fails.
    pub(crate) fn plan(&self, mut take: impl FnMut(PlanLine) -> Result<()>) -> Result<()> {
        let (mut lines, bar) = self.lines("plan.jsonl")?;
        let mut tours = 0;
        while let Some(line) = lines.next()? {
            tours += 1;
            if tours > TOURS_MAX {
                bail!("{}: a day has at most {TOURS_MAX} tours", lines.place());
            }
            take(line).with_context(|| lines.place())?;
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// Hands out the items of the feed with their numbers, from 0, and instants.
    ///
    /// # Errors
    /// When the feed breaks its format, with file and line, or `take` fails.
    pub(crate) fn feed(&self, mut take: impl FnMut(u64, Timestamp, Item) -> Result<()>) -> Result<()> {
        let (mut lines, bar) = self.lines("feed.jsonl")?;
        let mut before = Timestamp::MIN;
        let mut number = 0;
        while let Some(item) = lines.next::<Item>()? {
            let now = item.instant();
            if now < before {
                bail!("{}: the instant of receipt goes backwards", lines.place());
            }
            if number == ITEMS_MAX {
                bail!("{}: a feed has at most {ITEMS_MAX} items", lines.place());
            }
            take(number, now, item)?;
            (before, number) = (now, number + 1);
        }
        bar.finish_and_clear();
        Ok(())
    }

    /// The lines of one of its files, and the bar that shows how far it is read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn lines(&self, name: &str) -> Result<(Lines, ProgressBar)> {
        let bar = if self.is_quiet { ProgressBar::hidden() } else { output::progress(0, "reading") };
        Ok((Lines::open(&self.folder, name, &bar)?, bar))
    }
}
