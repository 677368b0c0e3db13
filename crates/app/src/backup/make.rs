//! Making a backup.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use doorstep_server::retention::copies;
use doorstep_store_sqlite::Copied;
use jiff::Timestamp;

use super::age::Recipient;
use super::archive;

/// Makes an encrypted copy of a database, which may be in use; how large it is, in bytes. It has its name when it is whole
/// and on the disk, and not before.
///
/// # Errors
/// When there is a file of that name, or the database cannot be read or the file not written.
pub(crate) async fn make(database: &Path, to: &Path, key: Recipient, made_at: Timestamp) -> Result<u64> {
    if to.exists() {
        bail!("{} is there already and is not overwritten. Name another file.", to.display());
    }
    if !database.exists() {
        bail!("there is no database {}. Name it with --database.", database.display());
    }
    let copied = doorstep_store_sqlite::copy(database)
        .await
        .with_context(|| format!("{} cannot be copied", database.display()))?;
    let to = to.to_owned();
    let written = tokio::task::spawn_blocking(move || {
        write(copied, &to, key, made_at).with_context(|| format!("{} cannot be written", to.display()))
    });
    written.await.context("the copy was not written")?
}

fn write(mut copied: Copied, to: &Path, key: Recipient, made_at: Timestamp) -> io::Result<u64> {
    let part = copies::unfinished(to);
    let mut file = private(&part)?;
    let written = archive::write(&mut copied.file, copied.schema, made_at, &key, &mut file)
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&part, to));
    if let Err(error) = written {
        // Whatever is left is encrypted; that it cannot be deleted is not what went wrong.
        let _gone = fs::remove_file(&part);
        return Err(error);
    }
    sync_folder(to)?;
    Ok(file.metadata()?.len())
}

/// A new file that only its owner reads, in the place of one that was not finished.
pub(super) fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Has the name of a file on the disk as well.
pub(super) fn sync_folder(of: &Path) -> io::Result<()> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.map_or_else(|| PathBuf::from("."), Path::to_owned))?.sync_all()
}
