//! A poorer day, written beside the day that it is made of.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use jiff::{Timestamp, Unit};
use serde::Serialize;

use super::times::Warp;
use super::variant::Variant;
use super::{chance, feed, plan};
use crate::recorded::day::{Dataset, Day, Item};
use crate::recorded::truth::TruthLine;
use crate::recorded::writer::Writer;

/// Writes a day, made poorer, into a folder that is empty or not there. Files that do not change are copied.
///
/// # Errors
/// When the day breaks its format, with file and line, or the folder is not empty or cannot be written.
pub(crate) fn degrade(day: &Day, variant: Variant, seed: u64, out: &Path) -> Result<()> {
    let made = fs::create_dir_all(out).and_then(|()| fs::read_dir(out));
    let mut there = made.with_context(|| format!("{} cannot be written", out.display()))?;
    if there.next().is_some() {
        bail!("{} is not empty", out.display());
    }
    let changed: &[&str] = match variant {
        Variant::PlanActual | Variant::PlanReversed | Variant::PlanZones | Variant::PlanSwap(_) => {
            &["plan.jsonl"]
        }
        Variant::Times(_) => &["feed.jsonl", "truth.jsonl"],
        _ => &["feed.jsonl"],
    };
    copy_others(day, changed, out)?;
    describe(&day.dataset, &format!("{variant}, seed {seed}"), out)?;
    match variant {
        Variant::PlanActual | Variant::PlanReversed | Variant::PlanZones | Variant::PlanSwap(_) => {
            write_plan(day, variant, seed, out)
        }
        Variant::Times(times) => write_times(day, times, seed, out),
        Variant::Cut(percent) => write_lines(&out.join("feed.jsonl.gz"), &cut(items(day)?, percent)),
        _ => write_feed(day, variant, seed, out),
    }
}

fn copy_others(day: &Day, changed: &[&str], out: &Path) -> Result<()> {
    let read = || format!("{} cannot be read", day.folder().display());
    for entry in fs::read_dir(day.folder()).with_context(read)? {
        let path = entry.with_context(read)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file()) else {
            continue;
        };
        if !changed.contains(&name.trim_end_matches(".gz")) && name != "dataset.json" {
            fs::copy(&path, out.join(name))
                .with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    Ok(())
}

fn describe(dataset: &Dataset, how: &str, out: &Path) -> Result<()> {
    let before = dataset.variant.as_ref().map(|before| format!("{before}, ")).unwrap_or_default();
    let dataset = Dataset { variant: Some(format!("{before}{how}")), ..dataset.clone() };
    let path = out.join("dataset.json");
    fs::write(&path, serde_json::to_vec_pretty(&dataset)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn write_feed(day: &Day, variant: Variant, seed: u64, out: &Path) -> Result<()> {
    let mut tours: Vec<(String, Vec<Item>)> = Vec::new();
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for item in items(day)? {
        let number = *numbers.entry(item.tour.clone()).or_insert(tours.len());
        match tours.get_mut(number) {
            Some((_, items)) => items.push(item),
            None => tours.push((item.tour.clone(), vec![item])),
        }
    }
    let changed = tours
        .into_iter()
        .flat_map(|(tour, items)| feed::degraded(items, variant, &mut chance::of_tour(seed, variant, &tour)));
    let mut items: Vec<Item> = changed.collect();
    items.sort_by_key(Item::instant);
    write_lines(&out.join("feed.jsonl.gz"), &items)
}

/// The first items; those of one instant stay together.
fn cut(mut items: Vec<Item>, percent: f64) -> Vec<Item> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is a part of their number"
    )]
    #[expect(clippy::cast_precision_loss, reason = "there are far fewer than 2^52 items")]
    let kept = (items.len() as f64 * percent / 100.0).round() as usize;
    if let Some(end) = items.get(kept).map(Item::instant) {
        items.retain(|item| item.instant() < end);
    }
    items
}

fn write_plan(day: &Day, variant: Variant, seed: u64, out: &Path) -> Result<()> {
    let mut driven: HashMap<String, HashMap<String, u32>> = HashMap::new();
    if variant == Variant::PlanActual {
        for line in truth(day)? {
            if let Some(stop) = line.stop {
                driven.entry(line.tour).or_default().insert(stop, line.sequence);
            }
        }
    }
    let mut writer = Writer::create(&out.join("plan.jsonl.gz"))?;
    day.plan(|line| {
        let driven = driven.remove(&line.tour).unwrap_or_default();
        let mut chance = chance::of_tour(seed, variant, &line.tour);
        writer.write(&plan::degraded(line, variant, &driven, &mut chance)?)
    })?;
    writer.finish()
}

fn write_times(day: &Day, times: f64, seed: u64, out: &Path) -> Result<()> {
    let mut tours: Vec<Vec<TruthLine>> = Vec::new();
    for line in truth(day)? {
        match tours.last_mut() {
            Some(lines) if lines.first().is_some_and(|first| first.tour == line.tour) => lines.push(line),
            _ => tours.push(vec![line]),
        }
    }
    let mut warps: HashMap<String, Warp> = HashMap::new();
    for lines in &mut tours {
        lines.sort_by_key(|line| line.sequence);
        let tour = lines.first().map(|line| line.tour.clone()).unwrap_or_default();
        let mut chance = chance::of_tour(seed, Variant::Times(times), &tour);
        let warp = Warp::draw(lines, times, &mut chance).with_context(|| format!("the tour {tour:?}"))?;
        for line in lines {
            line.arrived_at = line.arrived_at.map(|at| rounded(warp.at(at), Unit::Second));
            line.departed_at = line.departed_at.map(|at| rounded(warp.at(at), Unit::Second));
        }
        if warps.insert(tour.clone(), warp).is_some() {
            bail!("the truth of the tour {tour:?} does not stand together");
        }
    }
    write_lines(&out.join("truth.jsonl.gz"), &tours.concat())?;
    let mut items = items(day)?;
    for item in &mut items {
        let Some(warp) = warps.get(&item.tour) else { continue };
        let unit = if item.fix.is_some() { Unit::Millisecond } else { Unit::Second };
        item.at = rounded(warp.at(item.at), unit);
        item.received_at = item.received_at.map(|at| rounded(warp.at(at), unit));
    }
    items.sort_by_key(Item::instant);
    write_lines(&out.join("feed.jsonl.gz"), &items)
}

fn items(day: &Day) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    day.feed(|_, _, item| {
        items.push(item);
        Ok(())
    })?;
    Ok(items)
}

fn truth(day: &Day) -> Result<Vec<TruthLine>> {
    let (mut lines, bar) = day.lines("truth.jsonl").context("this way is made of the truth")?;
    let mut truth = Vec::new();
    while let Some(line) = lines.next()? {
        truth.push(line);
    }
    bar.finish_and_clear();
    Ok(truth)
}

fn write_lines(path: &Path, lines: &[impl Serialize]) -> Result<()> {
    let mut writer = Writer::create(path)?;
    lines.iter().try_for_each(|line| writer.write(line))?;
    writer.finish()
}

fn rounded(at: Timestamp, unit: Unit) -> Timestamp {
    at.round(unit).unwrap_or(at)
}
