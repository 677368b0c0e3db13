//! The folders with packages of npm, each with a lock file of its own.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process::{root, run};
use crate::setup::with_node;

/// An npm in a folder whose packages are there.
///
/// # Errors
/// When they cannot be installed.
pub(crate) fn npm(folder: &str) -> Result<Command> {
    packages(folder)?;
    Ok(bare(folder))
}

/// Installs exactly the packages of the lock file, unless that was done since it changed.
fn packages(folder: &str) -> Result<()> {
    let folder_path = root().join(folder);
    let lock = folder_path.join("package-lock.json");
    let stamp = folder_path.join("node_modules/.package-lock.json");
    let changed = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    if changed(&stamp).is_some_and(|stamp| changed(&lock).is_some_and(|lock| stamp >= lock)) {
        return Ok(());
    }
    run(bare(folder).args(["ci", "--loglevel=error"]))
}

fn bare(folder: &str) -> Command {
    let mut command = with_node("npm");
    command.current_dir(root().join(folder));
    command
}
