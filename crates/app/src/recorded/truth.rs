//! What really happened on a recorded day. Only a judge reads it.

use std::collections::HashSet;
use std::fs;

use anyhow::{Context as _, Result};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::day::Day;

/// A stop as it was really served.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct TruthLine {
    pub(crate) tour: String,
    /// None at the start.
    pub(crate) stop: Option<String>,
    /// The place in the order that was driven, from 1; the start has 0.
    pub(crate) sequence: u32,
    pub(crate) arrived_at: Option<Timestamp>,
    pub(crate) departed_at: Option<Timestamp>,
}

/// What a track did at a fix.
#[derive(Debug, Deserialize)]
pub(crate) struct Label {
    pub(crate) tour: String,
    pub(crate) at: Timestamp,
    pub(crate) state: State,
}

/// Whether a track moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    /// Parked, or on foot.
    Stopped,
    /// Driving.
    Moving,
}

/// A part of a day's tours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Part {
    /// Those that nothing was fitted to
    Test,
    /// Those that something may be fitted to
    Train,
    /// All of them
    All,
}

/// How a day is split into parts, by dates or names of tours.
pub(crate) struct Split {
    /// None means every tour.
    names: Option<HashSet<String>>,
}

#[derive(Deserialize)]
struct SplitFile {
    train: HashSet<String>,
    test: HashSet<String>,
}

impl Split {
    /// A part of a day; a day that is not split has every tour in every part.
    ///
    /// # Errors
    /// When the file of the split cannot be read.
    pub(crate) fn of(day: &Day, part: Part) -> Result<Self> {
        let path = day.folder().join("split.json");
        if part == Part::All || !path.exists() {
            return Ok(Self::all());
        }
        let text = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let split: SplitFile = serde_json::from_slice(&text)
            .with_context(|| format!("{} does not split a day", path.display()))?;
        Ok(Self { names: Some(if part == Part::Test { split.test } else { split.train }) })
    }

    /// Every tour.
    pub(crate) fn all() -> Self {
        Self { names: None }
    }

    /// Whether one of the names, such as a tour's own and its date, stands in the part.
    pub(crate) fn has(&self, names: &[&str]) -> bool {
        self.names.as_ref().is_none_or(|part| names.iter().any(|name| part.contains(*name)))
    }
}
