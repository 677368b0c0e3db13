//! JSON Lines, gzipped when the name says so. The same lines give the same bytes.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use serde::Serialize;

use super::lines::is_gzipped;

/// A file of lines.
pub(crate) struct Writer {
    out: Out,
    path: PathBuf,
}

enum Out {
    Plain(BufWriter<File>),
    Gzipped(BufWriter<GzEncoder<File>>),
}

impl Writer {
    /// Begins a file, in a folder that is made when it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn create(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), fs::create_dir_all).and_then(|()| File::create(path));
        let file = made.with_context(|| format!("{} cannot be written", path.display()))?;
        let out = if is_gzipped(path) {
            let gzipped = GzBuilder::new().write(file, Compression::default());
            Out::Gzipped(BufWriter::with_capacity(1 << 16, gzipped))
        } else {
            Out::Plain(BufWriter::with_capacity(1 << 16, file))
        };
        Ok(Self { out, path: path.to_owned() })
    }

    /// Writes a line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write(&mut self, line: &impl Serialize) -> Result<()> {
        let written = match &mut self.out {
            Out::Plain(out) => write_line(out, line),
            Out::Gzipped(out) => write_line(out, line),
        };
        written.with_context(|| format!("{} cannot be written", self.path.display()))
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When what is left of it cannot be written.
    pub(crate) fn finish(self) -> Result<()> {
        let Self { out, path } = self;
        let finished = match out {
            Out::Plain(mut out) => out.flush(),
            Out::Gzipped(out) => out
                .into_inner()
                .map_err(std::io::IntoInnerError::into_error)
                .and_then(GzEncoder::finish)
                .and_then(|mut file| file.flush()),
        };
        finished.with_context(|| format!("{} cannot be written", path.display()))
    }
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
