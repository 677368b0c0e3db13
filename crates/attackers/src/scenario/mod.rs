//! A scenario: a folder with the streets and houses of a town, and tours through it with the truth second by second.

mod rows;
mod track;

use std::path::Path;

use crate::lines::{FileError, read_rows, write_rows};
pub use rows::{HouseRow, Meta, StopRow, StreetRow, Stretch, TourRow, TrackRow};
pub use track::Track;

/// The files of a scenario, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What it is.
    pub meta: Meta,
    /// Its streets.
    pub streets: Vec<StreetRow>,
    /// Its houses.
    pub houses: Vec<HouseRow>,
    /// Its tours.
    pub tours: Vec<TourRow>,
    /// Where the vehicle of each tour was, second by second.
    pub tracks: Vec<TrackRow>,
}

impl Scenario {
    /// Reads a folder.
    ///
    /// # Errors
    /// When one of its files is absent or not what it should be.
    pub fn read(folder: &Path) -> Result<Self, FileError> {
        let path = folder.join(META);
        let text =
            std::fs::read_to_string(&path).map_err(|source| FileError::Io { path: path.clone(), source })?;
        let meta = serde_json::from_str(&text).map_err(|source| FileError::Row { path, line: 1, source })?;
        Ok(Self {
            meta,
            streets: read_rows(&folder.join(STREETS))?,
            houses: read_rows(&folder.join(HOUSES))?,
            tours: read_rows(&folder.join(TOURS))?,
            tracks: read_rows(&folder.join(TRACK))?,
        })
    }

    /// Writes a folder, which is made where it is not there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), FileError> {
        let io = |source| FileError::Io { path: folder.to_owned(), source };
        std::fs::create_dir_all(folder).map_err(io)?;
        write_rows(&folder.join(STREETS), &self.streets)?;
        write_rows(&folder.join(HOUSES), &self.houses)?;
        write_rows(&folder.join(TOURS), &self.tours)?;
        write_rows(&folder.join(TRACK), &self.tracks)?;
        write_rows(&folder.join(META), std::slice::from_ref(&self.meta))
    }
}

pub(crate) const META: &str = "meta.json";
pub(crate) const STREETS: &str = "streets.jsonl";
pub(crate) const HOUSES: &str = "houses.jsonl";
pub(crate) const TOURS: &str = "tours.jsonl";
pub(crate) const TRACK: &str = "track.jsonl.gz";
