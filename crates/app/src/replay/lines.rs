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
pub(super) struct Lines {
    reader: Box<dyn BufRead>,
    path: PathBuf,
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    /// Opens `name`, or `name` with `.gz` behind it; a bar shows how far it is read.
    pub(super) fn open(folder: &Path, name: &str) -> Result<(Self, ProgressBar)> {
        let gzipped = folder.join(format!("{name}.gz"));
        let (path, is_gzipped) = if gzipped.exists() { (gzipped, true) } else { (folder.join(name), false) };
        let file = File::open(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let bar = crate::output::progress(file.metadata().map_or(0, |found| found.len()), "replaying");
        let file = BufReader::with_capacity(1 << 16, bar.wrap_read(file));
        let reader: Box<dyn BufRead> = if is_gzipped {
            Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file)))
        } else {
            Box::new(file)
        };
        Ok((Self { reader, path, number: 0, line: Vec::new() }, bar))
    }

    /// The next object; empty lines are passed over.
    pub(super) fn next<T: DeserializeOwned>(&mut self) -> Result<Option<T>> {
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
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.path.display(), self.number)
    }
}
