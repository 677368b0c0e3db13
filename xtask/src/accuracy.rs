//! The page about accuracy, made by one command.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process::{self, cargo, program};

/// The page; its plots lie in the folder of the same name.
const PAGE: &str = "docs/accuracy.md";

/// Writes the page about recorded days.
pub(crate) fn run(given: &[String]) -> Result<()> {
    let days = days(given)?;
    process::run(&mut cargo(&[
        "build",
        "--release",
        "--package",
        "doorstep",
        "--bin",
        "doorstep",
        "--quiet",
    ]))?;
    let mut report = program(process::built("release/doorstep"));
    process::run(report.args(["accuracy", "report"]).args(&days).args(["--out", PAGE]))
}

/// The folders of the days: those that are given, as seen from where the command was called.
fn days(given: &[String]) -> Result<Vec<PathBuf>> {
    let days: Vec<PathBuf> = given.iter().map(std::path::absolute).collect::<std::io::Result<_>>()?;
    if days.is_empty() {
        bail!("name the folders of recorded days; docs/measuring.md says what is in them");
    }
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
        let refused = |given: &[&str]| {
            let given: Vec<String> = given.iter().map(|day| (*day).to_owned()).collect();
            days(&given).expect_err("it is refused").to_string()
        };
        assert!(refused(&[]).contains("name the folders"));
        assert!(refused(&["nowhere"]).contains("is no recorded day"));
    }
}
