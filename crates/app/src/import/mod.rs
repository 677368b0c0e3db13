//! Tours from a file to a server: read and checked to the end first, then sent one by one.

mod send;

use std::fmt;

use doorstep_wire::import;
use doorstep_wire::tour::TourJson;
use serde::Serialize;

pub(crate) use send::{Outcome, send};

/// Something in a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Mistake {
    /// The line, from 1, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    /// The field.
    field: String,
    /// The code that machines read.
    code: String,
    /// Why, and what would be right.
    detail: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        if !self.field.is_empty() {
            write!(f, " {}:", self.field)?;
        }
        write!(f, " {}", self.detail)
    }
}

/// Reads a CSV.
pub(crate) fn from_csv(content: &[u8]) -> Result<Vec<TourJson>, Vec<Mistake>> {
    import::from_csv(content).map_err(mistakes)
}

/// Reads JSON.
pub(crate) fn from_json(content: &[u8]) -> Result<Vec<TourJson>, Vec<Mistake>> {
    import::from_json(content).map_err(mistakes)
}
