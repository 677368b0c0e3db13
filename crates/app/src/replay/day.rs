//! The files of a recorded day.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use indicatif::ProgressBar;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::lines::Lines;

/// The largest number of tours of a day.
const TOURS_MAX: usize = 10_000;

/// A folder with a recorded day.
pub(super) struct Day {
    folder: PathBuf,
    /// What was recorded.
    pub(super) kind: Kind,
}

/// What was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// Tours that bring parcels.
    Parcel,
    /// Buses on their lines.
    Bus,
    /// Tracks of which it is asked whether they move or stand.
    StopDetection,
}

#[derive(Deserialize)]
struct Dataset {
    kind: Kind,
}

/// A tour as planned.
#[derive(Debug, Deserialize)]
pub(super) struct PlanLine {
    pub(super) tour: String,
    pub(super) date: Date,
    pub(super) start: Option<Start>,
    pub(super) stops: Vec<Stop>,
    pub(super) travel_s: Option<Vec<Vec<Option<f64>>>>,
}

/// Where and when a tour starts.
#[derive(Debug, Deserialize)]
pub(super) struct Start {
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) at: Option<Timestamp>,
}

/// A stop as planned.
#[derive(Debug, Deserialize)]
pub(super) struct Stop {
    #[serde(rename = "stop")]
    pub(super) name: String,
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) planned_arrival: Option<Timestamp>,
    pub(super) service_s: Option<f64>,
    pub(super) window: Option<(Timestamp, Timestamp)>,
    pub(super) zone: Option<String>,
    pub(super) parcels: Option<u32>,
}

/// One item of the feed.
#[derive(Debug, Deserialize)]
pub(super) struct Item {
    pub(super) tour: String,
    pub(super) at: Timestamp,
    received_at: Option<Timestamp>,
    pub(super) fix: Option<RawFix>,
    pub(super) served: Option<AtStop>,
    pub(super) arrived: Option<AtStop>,
    pub(super) departed: Option<Left>,
}

/// What a device read; it may be no place at all.
#[derive(Debug, Deserialize)]
pub(super) struct RawFix {
    pub(super) lat: f64,
    pub(super) lon: f64,
    pub(super) accuracy_m: Option<f64>,
    pub(super) speed_mps: Option<f64>,
    pub(super) course_deg: Option<f32>,
}

/// Something happened at a stop.
#[derive(Debug, Deserialize)]
pub(super) struct AtStop {
    pub(super) stop: String,
}

/// A stop was left, or the start when none is named.
#[derive(Debug, Deserialize)]
pub(super) struct Left {
    pub(super) stop: Option<String>,
}

impl Item {
    /// When the system gets the item.
    pub(super) fn instant(&self) -> Timestamp {
        self.received_at.unwrap_or(self.at)
    }
}

impl Day {
    /// Opens a folder.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("dataset.json");
        let text = fs::read(&path).with_context(|| {
            format!("{} is no recorded day: {} cannot be read", folder.display(), path.display())
        })?;
        let dataset: Dataset = serde_json::from_slice(&text)
            .with_context(|| format!("{} does not describe a recorded day", path.display()))?;
        Ok(Self { folder: folder.to_owned(), kind: dataset.kind })
    }

    /// Hands out the tours of the plan.
    pub(super) fn plan(&self, mut take: impl FnMut(PlanLine) -> Result<()>) -> Result<()> {
        let (mut lines, bar) = Lines::open(&self.folder, "plan.jsonl")?;
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

    /// The feed, and the bar that shows how far it is read.
    pub(super) fn feed(&self) -> Result<(Lines, ProgressBar)> {
        Lines::open(&self.folder, "feed.jsonl")
    }
}
