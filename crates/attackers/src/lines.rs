//! Files with one JSON object a line, compressed where their name ends in `.gz`.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

/// The most bytes of a line: the track of a day, second by second, has less.
const LINE_MAX: u64 = 64 << 20;
/// The most bytes of all lines of a file, when it is not compressed.
const FILE_MAX: u64 = 16 << 30;

/// Why a file of a scenario, or of what was released of it, cannot be used.
#[derive(Debug, Error)]
pub enum FileError {
    /// The system does not give or take it.
    #[error("{} cannot be read or written; check the path", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A line is not what it should be.
    #[error("{}, line {line}: this is no row of such a file", path.display())]
    Row {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What does not fit.
        source: serde_json::Error,
    },
    /// Its rows contradict each other or the rest of the scenario.
    #[error("{}: {what}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        what: String,
    },
}

impl FileError {
    pub(crate) fn content(path: &Path, what: impl Into<String>) -> Self {
        Self::Content { path: path.to_owned(), what: what.into() }
    }
}

/// Calls `visit` with every row of a file.
pub(crate) fn for_each_row<T: DeserializeOwned>(
    path: &Path,
    mut visit: impl FnMut(T) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let io = |source| FileError::Io { path: path.to_owned(), source };
    let file = BufReader::new(File::open(path).map_err(io)?);
    let text: Box<dyn Read> =
        if is_compressed(path) { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut lines = BufReader::new(text.take(FILE_MAX));
    let mut text = String::new();
    for line in 1.. {
        text.clear();
        if lines.by_ref().take(LINE_MAX).read_line(&mut text).map_err(io)? == 0 {
            break;
        }
        if !text.trim().is_empty() {
            let row = serde_json::from_str(&text);
            visit(row.map_err(|source| FileError::Row { path: path.to_owned(), line, source })?)?;
        }
    }
    Ok(())
}

/// All rows of a file.
pub(crate) fn read_rows<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, FileError> {
    let mut rows = Vec::new();
    for_each_row(path, |row| {
        rows.push(row);
        Ok(())
    })?;
    Ok(rows)
}

/// Writes a file of rows.
pub(crate) fn write_rows<T: Serialize>(path: &Path, rows: &[T]) -> Result<(), FileError> {
    let io = |source| FileError::Io { path: path.to_owned(), source };
    let file = BufWriter::new(File::create(path).map_err(io)?);
    if is_compressed(path) {
        let mut packed = GzEncoder::new(file, Compression::best());
        write_all(&mut packed, rows).and_then(|()| packed.finish()?.flush()).map_err(io)
    } else {
        let mut file = file;
        write_all(&mut file, rows).and_then(|()| file.flush()).map_err(io)
    }
}

fn write_all<T: Serialize>(out: &mut impl std::io::Write, rows: &[T]) -> std::io::Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "gz")
}
