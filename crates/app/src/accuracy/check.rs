//! Figures compared with those that are expected: a change of the model that makes predictions worse is seen when it
//! is made.
//!
//! How far a figure may be off is its noise, half of the 95 % interval over tours, as it was when the file was written.
//! A figure that got better by more is no mistake, but the file must say so: it is written anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

use super::pooled::rounded;
use super::runs::Measured;

/// A difference that is not seen in any table is none.
const TOLERANCE_MIN: f64 = 0.001;

/// The figures of days: by day, way and measure.
type Days<T> = BTreeMap<String, BTreeMap<String, BTreeMap<String, T>>>;

/// A figure that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    expected: f64,
    /// How far it may be off.
    tolerance: f64,
}

/// Expects from now on what was measured; how many figures that are.
///
/// # Errors
/// When the noise cannot be told, since a day has one tour only, or the file cannot be written.
pub(crate) fn bless(days: &[Measured], file: &Path) -> Result<usize> {
    let expected = figures(days)?;
    let text = format!("{}\n", serde_json::to_string_pretty(&expected)?);
    fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(count(&expected))
}

/// Compares what was measured with what a file expects; how many figures there are.
///
/// # Errors
/// When a figure is not as expected: each is told.
pub(crate) fn compare(days: &[Measured], file: &Path) -> Result<usize> {
    let text = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let expected: Days<Expected> = serde_json::from_slice(&text)
        .with_context(|| format!("{} does not say what is expected", file.display()))?;
    let got = figures(days)?;
    let problems = problems(&expected, &got);
    if !problems.is_empty() {
        bail!(
            "figures are not as expected; if that is meant, run it again with --bless:\n  {}",
            problems.join("\n  ")
        );
    }
    Ok(count(&got))
}

fn figures(days: &[Measured]) -> Result<Days<Expected>> {
    let mut figures: Days<Expected> = Days::new();
    for day in days {
        let of_day = figures.entry(day.dataset.name.clone()).or_default();
        for run in &day.runs {
            let of_run = of_day.entry(run.way.to_string()).or_default();
            for measure in run.score.figures.measures() {
                let Some(estimate) = measure.of(&run.score) else { continue };
                let noise = estimate.noise().with_context(|| {
                    format!("the day {:?} has one tour: how much is chance cannot be told", day.dataset.name)
                })?;
                let tolerance = noise.max(TOLERANCE_MIN);
                of_run.insert(measure.key.to_owned(), Expected { expected: estimate.value, tolerance });
            }
        }
    }
    Ok(figures)
}

/// What is not as expected, a sentence each.
fn problems(expected: &Days<Expected>, got: &Days<Expected>) -> Vec<String> {
    let mut got = flat(got);
    let mut problems = Vec::new();
    for (name, Expected { expected, tolerance }) in flat(expected) {
        match got.remove(&name) {
            None => problems.push(format!("{name} is not there, expected {expected}")),
            Some(got) if rounded((got.expected - expected).abs()) > tolerance => problems.push(format!(
                "{name} is {}, expected {expected} with a tolerance of {tolerance}",
                got.expected
            )),
            Some(_) => {}
        }
    }
    problems.extend(
        got.into_iter().map(|(name, got)| format!("{name} is {}, and nothing is expected", got.expected)),
    );
    problems
}

/// All figures, each with its full name.
fn flat(days: &Days<Expected>) -> BTreeMap<String, Expected> {
    let mut all = BTreeMap::new();
    for (day, runs) in days {
        for (way, figures) in runs {
            all.extend(
                figures.iter().map(|(measure, figure)| (format!("{day} [{way}]: {measure}"), *figure)),
            );
        }
    }
    all
}

fn count(days: &Days<Expected>) -> usize {
    days.values().flat_map(BTreeMap::values).map(BTreeMap::len).sum()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::runs::measure;
    use super::super::scene::{driven, folder, planned, scanned};
    use super::*;

    /// A day with two tours, of which one leaves the plan.
    fn day() -> tempfile::TempDir {
        let feed = scanned("t", "acbd").into_iter().zip(scanned("u", "abcd")).flat_map(|(t, u)| [t, u]);
        folder(
            "parcel",
            &[
                ("plan.jsonl", &[planned("t", "abcd"), planned("u", "abcd")]),
                ("feed.jsonl", &feed.collect::<Vec<_>>()),
                ("truth.jsonl", &[driven("t", "acbd"), driven("u", "abcd")].concat()),
            ],
        )
    }

    fn measured(day: &tempfile::TempDir) -> Vec<Measured> {
        measure(&[day.path().to_owned()], true, 1).expect("the day can be measured")
    }

    fn blessed(days: &[Measured], folder: &Path) -> PathBuf {
        let file = folder.join("expected.json");
        assert!(bless(days, &file).expect("it can be written") >= 10, "most measures have a figure");
        file
    }

    /// Changes one figure of what is expected.
    fn expecting(file: &Path, measure: &str, change: impl Fn(&mut Expected)) {
        let text = fs::read(file).expect("it is there");
        let mut days: Days<Expected> = serde_json::from_slice(&text).expect("it was written so");
        let runs = days.get_mut("small").expect("it is the name of the day");
        let plain = runs.get_mut("plain").expect("it was run as it is");
        change(plain.get_mut(measure).expect("there is such a measure"));
        fs::write(file, serde_json::to_string(&days).expect("it is plain")).expect("it can be written");
    }

    #[test]
    fn what_was_blessed_is_as_expected() {
        let day = day();
        let days = measured(&day);
        let file = blessed(&days, day.path());
        let count = compare(&days, &file).expect("nothing changed");
        assert_eq!(count, bless(&days, &file).expect("it can be written"));
    }

    #[test]
    fn a_figure_that_is_off_by_more_than_its_tolerance_is_told_with_all_that_matters() {
        let day = day();
        let days = measured(&day);
        let file = blessed(&days, day.path());
        let refused = || compare(&days, &file).err().map(|error| error.to_string());
        expecting(&file, "next_stop", |figure| {
            (figure.expected, figure.tolerance) = (figure.expected - 0.05, 0.05);
        });
        assert_eq!(refused(), None, "on the edge is within");
        expecting(&file, "next_stop", |figure| (figure.expected, figure.tolerance) = (0.25, 0.01));
        let told = refused().expect("it is refused");
        let got = days[0].runs[0].score.figures.measures()[0]
            .of(&days[0].runs[0].score)
            .expect("it is there")
            .value;
        let sentence = format!("small [plain]: next_stop is {got}, expected 0.25 with a tolerance of 0.01");
        assert!(told.contains(&sentence) && told.contains("--bless"), "{told}");
        assert_eq!(told.lines().count(), 2, "nothing else is off: {told}");
    }

    #[test]
    fn a_figure_that_is_gone_or_new_is_told() {
        let day = day();
        let days = measured(&day);
        let all = figures(&days).expect("there are two tours");
        let mut fewer = all.clone();
        let plain = fewer.get_mut("small").and_then(|day| day.get_mut("plain")).expect("it was run as it is");
        let gone = plain.remove("coverage").expect("windows were judged");
        let expected = gone.expected;
        assert_eq!(
            problems(&all, &fewer),
            [format!("small [plain]: coverage is not there, expected {expected}")]
        );
        assert_eq!(
            problems(&fewer, &all),
            [format!("small [plain]: coverage is {expected}, and nothing is expected")]
        );
    }

    #[test]
    fn one_tour_says_nothing_of_chance() {
        let one = folder(
            "parcel",
            &[
                ("plan.jsonl", &[planned("t", "ab")]),
                ("feed.jsonl", &scanned("t", "ab")),
                ("truth.jsonl", &driven("t", "ab")),
            ],
        );
        let refused =
            bless(&measured(&one), &one.path().join("expected.json")).expect_err("chance is not known");
        assert!(refused.to_string().contains("has one tour"), "{refused}");
    }

    #[test]
    fn a_file_that_expects_nothing_is_refused() {
        let day = day();
        let file = day.path().join("expected.json");
        let days = measured(&day);
        assert!(compare(&days, &file).expect_err("it is not there").to_string().contains("cannot be read"));
        fs::write(&file, "[]").expect("it can be written");
        assert!(compare(&days, &file).expect_err("it is no map").to_string().contains("does not say"));
    }
}
