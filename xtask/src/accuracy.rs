//! The page about accuracy, made by one command.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::process::{self, program};

/// The page; its plots lie in the folder of the same name.
const PAGE: &str = "docs/accuracy.md";

/// What is expected of the simulated day.
const EXPECTED: &str = "docs/accuracy/expected.json";
/// Where the simulated day is recorded, in the target folder.
const SIMULATED: &str = "accuracy/simulated";
/// The simulated day: drivers of all habits, with scans and fixes.
const RECORDING: [&str; 6] = ["--tours", "30", "--seed", "7", "--events", "both"];

/// Writes the page about the simulated day and recorded ones.
pub(crate) fn run(given: &[String]) -> Result<()> {
    let given = days(given)?;
    let doorstep = process::released()?;
    let simulated = record(&doorstep)?;
    let mut report = program(&doorstep);
    process::run(report.args(["accuracy", "report"]).arg(simulated).args(given).args(["--out", PAGE]))
}

/// Fails when predictions of the simulated day, by the program that was just built, are not as good as they were.
pub(crate) fn check(doorstep: &Path) -> Result<()> {
    let simulated = record(doorstep)?;
    let mut check = program(doorstep);
    process::run(check.args(["accuracy", "check"]).arg(simulated).args(["--plain", "--expected", EXPECTED]))
}

/// Records the simulated day; where it is.
fn record(doorstep: &Path) -> Result<PathBuf> {
    let day = process::built(SIMULATED);
    if day.exists() {
        std::fs::remove_dir_all(&day).with_context(|| format!("{} cannot be removed", day.display()))?;
    }
    process::run(program(doorstep).arg("record").arg(&day).args(RECORDING))?;
    Ok(day)
}

/// The folders of the days that are given, as seen from where the command was called.
fn days(given: &[String]) -> Result<Vec<PathBuf>> {
    let days: Vec<PathBuf> = given.iter().map(std::path::absolute).collect::<std::io::Result<_>>()?;
    if let Some(day) = days.iter().find(|day| !day.join("dataset.json").is_file()) {
        bail!("{} is no recorded day: it has no dataset.json", day.display());
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_no_days_are_refused_before_anything_is_built() {
        assert_eq!(days(&[]).expect("the simulated day is enough"), Vec::<PathBuf>::new());
        let refused = days(&["nowhere".to_owned()]).expect_err("it is refused");
        assert!(refused.to_string().contains("is no recorded day"));
    }
}
