//! Copies of the database in their folder: what they are called, how they are forgotten, and the ledger of what was
//! deleted on purpose, which lies beside them so that it is there when the database is not.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use doorstep_store::{LedgerEntry, StoreError};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// For how long the ledger is kept: a day longer than any copy may be.
pub const LEDGER_KEPT: SignedDuration = SignedDuration::from_hours(24 * 15);
/// A copy that is not finished so long after it was begun never will be.
const UNFINISHED_KEPT: SignedDuration = SignedDuration::from_hours(24);
const LEDGER: &str = "doorstep-forgotten.txt";
const BEGIN: &str = "doorstep-";
const END: &str = ".age";
const INSTANT: &str = "%Y%m%dT%H%M%SZ";

/// What a copy that is made at an instant is called, such as `doorstep-20261120T141000Z.age`.
pub fn name(at: Timestamp) -> String {
    format!("{BEGIN}{}{END}", at.to_zoned(TimeZone::UTC).strftime(INSTANT))
}

/// Where a copy is while it is written.
pub fn unfinished(copy: &Path) -> PathBuf {
    copy.with_added_extension("part")
}

/// Writes the ledger beside the copies, whole or not at all.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_ledger(folder: &Path, entries: &[LedgerEntry]) -> io::Result<()> {
    let text = entries.iter().map(|entry| format!("{entry}\n")).collect::<Vec<_>>().concat();
    let path = folder.join(LEDGER);
    if fs::read_to_string(&path).is_ok_and(|written| written == text) {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    let part = unfinished(&path);
    let mut file = fs::File::create(&part)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(part, path)
}

/// Reads the ledger beside the copies; nothing where there is none.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_ledger(folder: &Path) -> io::Result<Vec<LedgerEntry>> {
    let text = match fs::read_to_string(folder.join(LEDGER)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        text => text?,
    };
    let entries = text.lines().map(str::parse).collect::<Result<Vec<_>, _>>();
    entries.map_err(|no_entry| io::Error::new(ErrorKind::InvalidData, no_entry))
}

/// Deletes the copies of a folder that were made before an instant; how many there were. Only what is named as [`name`]
/// does it is touched.
pub(super) async fn delete_old(
    folder: Option<&Path>,
    before: Timestamp,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let Some(folder) = folder.map(Path::to_owned) else { return Ok(0) };
    let deleting = tokio::task::spawn_blocking(move || delete(&folder, before, now));
    deleting.await.map_err(|panic| StoreError::Driver(Box::new(panic)))?.map_err(failed)
}

fn delete(folder: &Path, before: Timestamp, now: Timestamp) -> io::Result<u64> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        entries => entries?,
    };
    let mut deleted = 0;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_old = match name.strip_suffix(".part") {
            Some(name) => made_at(name).is_some_and(|at| at < now - UNFINISHED_KEPT),
            None => made_at(&name).is_some_and(|at| at < before),
        };
        if is_old {
            fs::remove_file(entry.path())?;
            deleted += 1;
        }
    }
    Ok(deleted)
}

fn made_at(name: &str) -> Option<Timestamp> {
    let instant = name.strip_prefix(BEGIN)?.strip_suffix(END)?;
    let at = jiff::civil::DateTime::strptime(INSTANT, instant).ok()?;
    Some(at.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// A folder that fails is told as a database that does.
pub(super) fn failed(error: io::Error) -> StoreError {
    StoreError::Driver(Box::new(error))
}

#[cfg(test)]
mod tests {
    use doorstep_domain::RecipientId;
    use doorstep_store::Forgotten;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn copies_are_deleted_by_their_names_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let (now, before) = (at("2026-11-20T12:00:00Z"), at("2026-11-06T12:00:00Z"));
        let old = at("2026-11-06T11:59:59Z");
        let made =
            [name(old), name(before), name(now), "notes.age".to_owned(), "doorstep-old.age".to_owned()];
        let parts = [old, now].map(|at| format!("{}.part", name(at)));
        for name in made.iter().chain(&parts) {
            fs::write(folder.path().join(name), "").unwrap();
        }
        assert_eq!(delete_old(Some(folder.path()), before, now).await.unwrap(), 2);
        let is_there = |name: &String| folder.path().join(name).exists();
        assert_eq!(made.each_ref().map(is_there), [false, true, true, true, true]);
        assert_eq!(parts.each_ref().map(is_there), [false, true]);
        assert_eq!(delete_old(Some(&folder.path().join("absent")), before, now).await.unwrap(), 0);
    }

    #[test]
    fn the_ledger_is_read_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read_ledger(folder.path()).unwrap(), []);
        let entry = LedgerEntry {
            at: at("2026-11-20T12:00:00Z"),
            what: Forgotten::Person(RecipientId::from_u128(7)),
        };
        write_ledger(folder.path(), &[entry]).unwrap();
        assert_eq!(read_ledger(folder.path()).unwrap(), [entry]);
        fs::write(folder.path().join(LEDGER), "nonsense\n").unwrap();
        assert!(read_ledger(folder.path()).is_err(), "what was forgotten must not be overlooked");
    }
}
