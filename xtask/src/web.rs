//! The pages: their own checks and tests, and that the committed build is what the sources give.

use anyhow::{Context, Result, bail};

use crate::npm::npm;
use crate::process::{output, program, run};

const FOLDER: &str = "web";

/// Builds the pages into `web/dist`.
pub(crate) fn build() -> Result<()> {
    run(npm(FOLDER)?.args(["run", "--silent", "build"]))
}

/// Types, lints and formatting.
pub(crate) fn check() -> Result<()> {
    run(npm(FOLDER)?.args(["run", "--silent", "check"]))
}

/// Tests without a browser.
pub(crate) fn unit_tests() -> Result<()> {
    run(npm(FOLDER)?.args(["test", "--silent"]))
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
    run(npm(FOLDER)?.args(["run", "--silent", "browser"]))
}
