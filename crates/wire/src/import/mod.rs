//! Files of tours and parcels: JSON, or CSV with one row for each parcel. A file is taken as a whole or not at all, and
//! everything that is wrong with it is told at once.

mod csv;
mod row;

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use self::csv::from_csv;

use crate::input::{Field, InputProblem, read};
use crate::parcel::ParcelJson;
use crate::tour::TourJson;

/// The largest number of tours of one file.
pub const TOURS_MAX: usize = 1_000;
/// The largest number of parcels of one file that are on no tour.
pub const LONE_PARCELS_MAX: usize = 100_000;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Import {
    /// Tours with their stops and parcels.
    pub tours: Vec<TourJson>,
    /// Parcels that are on no tour.
    pub parcels: Vec<ParcelJson>,
}

/// One problem of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineProblem {
    /// The line, counted from 1, where the file has lines that mean something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The column, or the path of a JSON file; empty for the line as a whole.
    pub field: String,
    /// The code that machines read; it never changes.
    #[schema(value_type = String)]
    pub code: Cow<'static, str>,
    /// What is wrong and what would be right, for people.
    pub detail: String,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.detail)
    }
}

impl From<InputProblem> for LineProblem {
    fn from(problem: InputProblem) -> Self {
        Self { line: None, field: problem.at, code: problem.code, detail: problem.detail }
    }
}

/// Reads a JSON file: `{"tours": [...], "parcels": [...]}`, a list of tours, or one tour.
///
/// # Errors
/// All problems of the file.
pub fn from_json(bytes: &[u8]) -> Result<Import, Vec<LineProblem>> {
    let import = read(bytes, file)
        .map_err(|problems| problems.into_iter().map(LineProblem::from).collect::<Vec<_>>())?;
    if import.tours.is_empty() && import.parcels.is_empty() {
        return Err(vec![InputProblem::new("", "empty", "the file holds no tour and no parcel").into()]);
    }
    Ok(import)
}

fn file(field: Field<'_>) -> Option<Import> {
    if field.value.is_array() {
        let tours = field.list(TOURS_MAX, TourJson::from_field)?;
        return Some(Import { tours, parcels: Vec::new() });
    }
    let object = field.open_object()?;
    if object.optional("reference").is_some() {
        return Some(Import { tours: vec![TourJson::from_field(field)?], parcels: Vec::new() });
    }
    let object = field.object(&["tours", "parcels"])?;
    let tours = object.optional("tours").map(|f| f.list(TOURS_MAX, TourJson::from_field));
    let parcels = object.optional("parcels").map(|f| f.list(LONE_PARCELS_MAX, ParcelJson::from_field));
    Some(Import {
        tours: tours.unwrap_or_else(|| Some(Vec::new()))?,
        parcels: parcels.unwrap_or_else(|| Some(Vec::new()))?,
    })
}
