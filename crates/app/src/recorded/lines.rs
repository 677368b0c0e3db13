//! JSON Lines, plain or gzipped.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;
use serde::de::DeserializeOwned;

/// The longest line, in bytes.
const LINE_MAX: u64 = 8 * 1024 * 1024;

/// The objects of a file, one a line.
pub(crate) struct Lines {
    reader: Box<dyn BufRead>,
    path: PathBuf,
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    /// Opens `name`, or `name` with `.gz` behind it; the bar shows how far it is read.
    ///
    /// # Errors
    /// When there is neither, or it cannot be read.
    pub(crate) fn open(folder: &Path, name: &str, bar: &ProgressBar) -> Result<Self> {
        let gzipped = folder.join(format!("{name}.gz"));
        Self::of_file(if gzipped.exists() { gzipped } else { folder.join(name) }, bar)
    }

    /// Opens a file, which is gzipped when its name says so.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn of_file(path: PathBuf, bar: &ProgressBar) -> Result<Self> {
        let file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        bar.set_length(file.metadata().map_or(0, |found| found.len()));
        let file = BufReader::with_capacity(1 << 16, bar.wrap_read(file));
        let reader: Box<dyn BufRead> = if is_gzipped(&path) {
            Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file)))
        } else {
            Box::new(file)
        };
        Ok(Self { reader, path, number: 0, line: Vec::new() })
    }

    /// The next object; empty lines are passed over.
    ///
    /// # Errors
    /// When the line is none, with file and line.
    pub(crate) fn next<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
        loop {
            self.line.clear();
            let mut limited = self.reader.by_ref().take(LINE_MAX + 1);
            let read = limited.read_until(b'\n', &mut self.line);
            let read = read.with_context(|| format!("{} breaks off", self.path.display()))?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            if read as u64 > LINE_MAX {
                bail!("{}: the line is longer than {LINE_MAX} bytes", self.place());
            }
            if !self.line.trim_ascii().is_empty() {
                return serde_json::from_slice(&self.line).with_context(|| self.place()).map(Some);
            }
        }
    }

    /// Where the line that was read last stands.
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.path.display(), self.number)
    }
}

/// Whether the name of a file says that it is gzipped.
pub(crate) fn is_gzipped(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "gz")
}
