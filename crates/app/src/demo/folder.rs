//! Where a demo lives: its database, its map, and what it must remember to go on after a restart.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::TIME_ZONE;
use super::cast::Shown;
use crate::fleet::Crew;

/// The first hour of a demo's day, on its own clock: a whole shift lies before midnight.
const FIRST_HOUR: Time = Time::constant(10, 0, 0, 0);
const MEMORY: &str = "demo.json";
const CLOCK: &str = "demo.clock";
const DATABASE: &str = "doorstep.db";
/// What a demo must remember.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Memory {
    /// The API key of the operator's system.
    pub(crate) api_key: String,
    /// The seed of every chance.
    pub(crate) seed: u64,
    /// The vehicles.
    pub(crate) crews: Vec<Crew>,
    /// Who may log in, and what they see.
    pub(crate) shown: Vec<Shown>,
}

/// The folder of a demo.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
    /// What an earlier run remembered.
    pub(crate) memory: Option<Memory>,
    /// A folder that goes away with the demo.
    passing: Option<TempDir>,
}

impl Folder {
    /// The folder of an earlier run, a new one there, or a passing one.
    ///
    /// # Errors
    /// When it cannot be used, or holds a database that is not a demo's.
    pub(crate) fn open(root: Option<PathBuf>) -> Result<Self> {
        let Some(root) = root else {
            let passing = tempfile::Builder::new().prefix("doorstep-demo-").tempdir();
            let passing = passing.context("no temporary folder can be made; name one with --data DIR")?;
            return Ok(Self { root: passing.path().to_owned(), memory: None, passing: Some(passing) });
        };
        fs::create_dir_all(&root).with_context(|| format!("the folder {} cannot be made", root.display()))?;
        let memory = match fs::read(root.join(MEMORY)) {
            Ok(bytes) => Some(serde_json::from_slice(&bytes).with_context(|| {
                format!("{} is damaged; name another folder with --data", root.join(MEMORY).display())
            })?),
            Err(_absent) => None,
        };
        let folder = Self { root, memory, passing: None };
        if folder.memory.is_none() {
            folder.clear_half_sown()?;
        }
        Ok(folder)
    }

    /// Whether the folder stays when the demo ends.
    pub(crate) fn is_lasting(&self) -> bool {
        self.passing.is_none()
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Writes a file unless it is there already in this length; gives its path.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write_once(&self, name: &str, content: &[u8]) -> Result<PathBuf> {
        let path = self.path(name);
        if fs::metadata(&path).is_ok_and(|found| found.len() == content.len() as u64) {
            return Ok(path);
        }
        replace(&path, content)?;
        Ok(path)
    }

    /// Remembers what was sown.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn remember(&mut self, memory: Memory) -> Result<Memory> {
        replace(&self.path(MEMORY), &serde_json::to_vec_pretty(&memory)?)?;
        self.memory = Some(memory.clone());
        Ok(memory)
    }

    /// When the demo's clock starts: where an earlier run was, or this morning.
    ///
    /// # Errors
    /// When the kept clock cannot be read.
    pub(crate) fn clock_start(&self) -> Result<Timestamp> {
        let kept = fs::read_to_string(self.path(CLOCK)).ok().filter(|_| self.memory.is_some());
        if let Some(kept) = kept {
            let at: Timestamp =
                kept.trim().parse().context("the demo's clock is damaged; name another folder")?;
            return Ok(at);
        }
        let zone = TimeZone::get(TIME_ZONE).context("the demo's time zone is built in")?;
        let today = Timestamp::now().to_zoned(zone.clone()).date();
        Ok(today.to_datetime(FIRST_HOUR).to_zoned(zone)?.timestamp())
    }

    /// Keeps the clock: a restart begins at this instant, so everything that happened must lie before it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn keep_clock(&self, at: Timestamp) -> Result<()> {
        replace(&self.path(CLOCK), at.to_string().as_bytes())
    }

    /// A run that was stopped before everything was sown left a database but no memory of it. Anyone else's
    /// database is not touched.
    fn clear_half_sown(&self) -> Result<()> {
        if !self.path(DATABASE).exists() {
            return Ok(());
        }
        if !self.path("monaco.osm.pbf").exists() {
            bail!(
                "{} holds a database that is not a demo's; name another folder with --data",
                self.root.display()
            );
        }
        for name in [DATABASE, "doorstep.db-wal", "doorstep.db-shm"] {
            match fs::remove_file(self.path(name)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error)
                        .with_context(|| format!("{name} of a half-made demo cannot be removed"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Writes a file that appears whole or not at all, for this user only: it may hold an API key.
fn replace(path: &Path, content: &[u8]) -> Result<()> {
    let folder = path.parent().context("a file in a folder has one")?;
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(content)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    });
    written.with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_remembers_where_the_clock_was() {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        let mut folder = Folder::open(Some(root.path().to_owned())).expect("an empty folder is good");
        let memory = Memory { api_key: "k".to_owned(), seed: 1, crews: Vec::new(), shown: Vec::new() };
        folder.remember(memory).expect("it can be written");
        folder.keep_clock(Timestamp::UNIX_EPOCH).expect("it can be written");
        let again = Folder::open(Some(root.path().to_owned())).expect("a demo's folder is good");
        assert_eq!(again.memory.as_ref().map(|memory| memory.api_key.as_str()), Some("k"));
        assert_eq!(again.clock_start().expect("the clock was kept"), Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn a_new_day_begins_in_the_morning() {
        let folder = Folder::open(None).expect("a temporary folder can be made");
        let start = folder.clock_start().expect("there is a morning");
        let zone = TimeZone::get(TIME_ZONE).expect("it is built in");
        assert_eq!(start.to_zoned(zone).hour(), 10);
        assert!(!folder.is_lasting());
    }

    #[test]
    fn a_foreign_database_is_left_alone() {
        let root = tempfile::tempdir().expect("a temporary folder can be made");
        fs::write(root.path().join(DATABASE), "precious").expect("it can be written");
        let refusal = Folder::open(Some(root.path().to_owned())).expect_err("it is not a demo's").to_string();
        assert!(refusal.contains("not a demo's"), "{refusal}");
        assert_eq!(fs::read(root.path().join(DATABASE)).expect("it is still there"), b"precious");
    }
}
