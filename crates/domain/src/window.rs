//! Spans of time that something is promised or believed to happen in.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A span of time from one instant to a later one, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The earliest instant.
    pub from: Timestamp,
    /// The latest instant, never before `from`.
    pub until: Timestamp,
}

impl Window {
    /// The window between two instants, whichever comes first.
    pub fn between(a: Timestamp, b: Timestamp) -> Self {
        Self { from: a.min(b), until: a.max(b) }
    }

    /// The shortest window that holds both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { from: self.from.min(other.from), until: self.until.max(other.until) }
    }

    /// How long the window is.
    pub fn width(self) -> SignedDuration {
        self.until.duration_since(self.from)
    }

    /// Whether the instant lies in the window.
    pub fn contains(self, at: Timestamp) -> bool {
        (self.from..=self.until).contains(&at)
    }
}
