//! Whole runs: a day, and each way in which it is made poorer, replayed and scored.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::prediction::WindowLevel;
use indicatif::ProgressBar;
use serde::{Serialize, Serializer};

use super::degrade::{Variant, degrade};
use super::score::{Score, score};
use crate::output;
use crate::recorded::day::{Dataset, Day, Kind};
use crate::recorded::truth::Part;
use crate::replay;

/// The largest number of days of a run.
const DAYS_MAX: usize = 100;

const OF_PARCELS: &[Variant] = &[
    Variant::Thin(30.0),
    Variant::Thin(120.0),
    Variant::Loss(20.0),
    Variant::Blackout(5.0),
    Variant::Jumps(1.0),
    Variant::Sigma(3.0),
    Variant::Duplicates(10.0),
    Variant::Disorder(20.0),
    Variant::Clock(3600.0),
    Variant::PlanActual,
    Variant::PlanReversed,
    Variant::PlanZones,
    Variant::PlanSwap(10.0),
    Variant::PlanSwap(50.0),
    Variant::Times(1.0),
];
const OF_BUSES: &[Variant] = &[
    Variant::Thin(240.0),
    Variant::Loss(20.0),
    Variant::Blackout(5.0),
    Variant::Jumps(1.0),
    Variant::Sigma(3.0),
    Variant::Duplicates(10.0),
    Variant::Disorder(20.0),
    Variant::Clock(3600.0),
];
const OF_TRACKS: &[Variant] = &[
    Variant::Thin(30.0),
    Variant::Loss(20.0),
    Variant::Jumps(1.0),
    Variant::Sigma(3.0),
    Variant::Duplicates(10.0),
    Variant::Disorder(20.0),
];

/// How a day is run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Way {
    /// As it was recorded.
    Plain,
    /// Made poorer.
    Poorer(Variant),
}

/// A day that was run.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) dataset: Dataset,
    /// Plain first.
    pub(crate) runs: Vec<Run>,
}

/// One run of a day.
#[derive(Debug, Serialize)]
pub(crate) struct Run {
    pub(crate) way: Way,
    pub(crate) score: Score,
}

impl std::fmt::Display for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Plain => f.write_str("plain"),
            Self::Poorer(variant) => variant.fmt(f),
        }
    }
}

impl Serialize for Way {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Runs days, plain and, unless only that is wanted, in every way that makes sense for them, as many at a time as the
/// machine has cores.
///
/// # Errors
/// When a day cannot be replayed or scored.
pub(crate) fn measure(days: &[PathBuf], is_plain_only: bool, seed: u64) -> Result<Vec<Measured>> {
    if days.len() > DAYS_MAX {
        bail!("at most {DAYS_MAX} days are measured at a time");
    }
    let opened: Vec<Day> = days.iter().map(|day| Ok(Day::open(day)?.quietly())).collect::<Result<_>>()?;
    let mut jobs: Vec<(usize, Way)> = Vec::new();
    for (number, day) in opened.iter().enumerate() {
        let name = &day.dataset.name;
        if opened.iter().take(number).any(|before| before.dataset.name == *name) {
            bail!("two days have the name {name:?}");
        }
        let poorer = if is_plain_only { Vec::new() } else { poorer(&day.dataset) };
        jobs.extend(std::iter::once(Way::Plain).chain(poorer).map(|way| (number, way)));
    }
    let bar = output::progress(jobs.len() as u64, "measuring");
    let scores = in_parallel(&jobs, &bar, |(number, way)| {
        let day = opened.get(*number).context("a job is of a day")?;
        run(day, *way, seed).with_context(|| format!("{} [{way}]", day.dataset.name))
    })?;
    bar.finish_and_clear();
    let mut measured: Vec<Measured> =
        opened.into_iter().map(|day| Measured { dataset: day.dataset, runs: Vec::new() }).collect();
    for ((number, way), score) in jobs.into_iter().zip(scores) {
        if let Some(day) = measured.get_mut(number) {
            day.runs.push(Run { way, score });
        }
    }
    Ok(measured)
}

/// The ways that make a day poorer and that make sense for it.
fn poorer(dataset: &Dataset) -> Vec<Way> {
    let all = match dataset.kind {
        Kind::Parcel => OF_PARCELS,
        Kind::Bus => OF_BUSES,
        Kind::StopDetection => OF_TRACKS,
    };
    let makes_sense = |variant: &Variant| match variant {
        Variant::Thin(_) | Variant::Jumps(_) | Variant::Sigma(_) => dataset.gps != "none",
        Variant::Times(_) => dataset.times.starts_with("derived"),
        _ => true,
    };
    all.iter().copied().filter(makes_sense).map(Way::Poorer).collect()
}

fn run(day: &Day, way: Way, seed: u64) -> Result<Score> {
    let folder = tempfile::tempdir().context("no temporary folder can be made")?;
    let predictions = folder.path().join("predictions.jsonl.gz");
    let Way::Poorer(variant) = way else { return replay_and_score(day, &predictions, None) };
    let out = folder.path().join("day");
    degrade(day, variant, seed, &out)?;
    let poorer = Day::open(&out)?.quietly();
    replay_and_score(&poorer, &predictions, variant.keeps_truth().then_some(day))
}

fn replay_and_score(day: &Day, predictions: &Path, base: Option<&Day>) -> Result<Score> {
    replay::replay(day, predictions, WindowLevel::Usual)?;
    score(day, predictions, base, Part::Test)
}

/// Does jobs, as many at a time as there are cores; their results in the order of the jobs.
fn in_parallel<J: Sync, R: Send>(
    jobs: &[J],
    bar: &ProgressBar,
    work: impl Fn(&J) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<Option<Result<R>>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let take = || {
        let number = next.fetch_add(1, Ordering::Relaxed);
        jobs.get(number).zip(results.get(number))
    };
    let work_on = || {
        while let Some((job, slot)) = take() {
            let result = work(job);
            if result.is_err() {
                // What is left is not begun.
                next.store(jobs.len(), Ordering::Relaxed);
            }
            if let Ok(mut slot) = slot.lock() {
                *slot = Some(result);
            }
            bar.inc(1);
        }
    };
    thread::scope(|scope| {
        (0..cores.min(jobs.len())).for_each(|_| drop(scope.spawn(work_on)));
    });
    let done = results.into_iter().filter_map(|slot| slot.into_inner().ok().flatten());
    let done: Vec<R> = done.collect::<Result<_>>()?;
    if done.len() < jobs.len() {
        bail!("a run broke off");
    }
    Ok(done)
}
