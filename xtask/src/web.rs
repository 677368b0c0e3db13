//! The pages: their own checks and tests, and that the committed build is what the sources give.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{output, program, root, run};
use crate::setup::with_node;

/// Builds the pages into `web/dist`.
pub(crate) fn build() -> Result<()> {
    packages()?;
    run(npm().args(["run", "--silent", "build"]))
}

/// Types, lints and formatting.
pub(crate) fn check() -> Result<()> {
    packages()?;
    run(npm().args(["run", "--silent", "check"]))
}

/// Tests without a browser.
pub(crate) fn unit_tests() -> Result<()> {
    packages()?;
    run(npm().args(["test", "--silent"]))
}

/// Builds and finds whatever differs from the committed pages.
pub(crate) fn fresh() -> Result<()> {
    build()?;
    let changed = output(program("git").args(["status", "--porcelain", "--", "web/dist"]))
        .context("`git status` tells nothing")?;
    if !changed.is_empty() {
        bail!("web/dist is stale; run `cargo xtask web` and commit it:\n{changed}");
    }
    Ok(())
}

/// Tests in a real browser, against the binary that was just built.
pub(crate) fn browser() -> Result<()> {
    packages()?;
    run(npm().args(["run", "--silent", "browser"]))
}

/// Installs exactly the packages of the lock file, unless that was done since it changed.
fn packages() -> Result<()> {
    let lock = root().join("web/package-lock.json");
    let stamp = root().join("web/node_modules/.package-lock.json");
    let changed = |path: &std::path::Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    if changed(&stamp).is_some_and(|stamp| changed(&lock).is_some_and(|lock| stamp >= lock)) {
        return Ok(());
    }
    run(npm().args(["ci", "--loglevel=error"]))
}

fn npm() -> Command {
    let mut command = with_node("npm");
    command.current_dir(root().join("web"));
    command
}
