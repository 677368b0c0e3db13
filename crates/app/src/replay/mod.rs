//! Recorded days through the model: every item of the feed goes the way that a phone's events go, by admission and
//! fold, and what is believed after it is written down.
//!
//! What a prediction says depends on the items up to its own instant and on nothing else: the folder needs no truth,
//! and the predictions of a feed that was cut off are the first ones of the whole feed.
//!
//! [`tour`] is a tour of parcels or a bus on its line, [`spell`] a track of which only moving and standing are asked.

mod schooling;
mod spell;
mod tour;

use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use doorstep_domain::prediction::WindowLevel;
use serde::Serialize;

use crate::commands::replay::Args;
use crate::output;
use crate::recorded::day::{Day, Kind};
use crate::recorded::writer::Writer;
use schooling::Schooling;
use spell::Track;
use tour::Tour;

/// What a replay did.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct Figures {
    /// Items of the feed.
    items: u64,
    /// Items that were not let in, or that changed nothing because they were known already.
    refused: u64,
    /// Items of tours that are not in the plan.
    of_no_tour: u64,
    /// Lines of predictions.
    predictions: u64,
}

/// Replays a day.
///
/// # Errors
/// When the folder is no recorded day, or the predictions cannot be written.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let began = Instant::now();
    let figures = replay(&Day::open(&args.dir)?, &args.predictions, args.level)?;
    let seconds = began.elapsed().as_secs_f64();
    if args.json {
        output::json(&serde_json::json!({ "day": args.dir, "figures": figures, "seconds": seconds }))?;
    } else {
        println!(
            "{} items of the feed replayed in {seconds:.1} s, {} predictions written to {}",
            figures.items,
            figures.predictions,
            args.predictions.display()
        );
        if figures.refused + figures.of_no_tour > 0 {
            println!("{} items were refused, {} are of no tour", figures.refused, figures.of_no_tour);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Replays a day that is open, with windows of a level.
///
/// # Errors
/// As [`run`].
pub(crate) fn replay(day: &Day, predictions: &Path, level: WindowLevel) -> Result<Figures> {
    let out = Writer::create(predictions)?;
    match day.dataset.kind {
        Kind::StopDetection => replay_tracks(day, out),
        Kind::Parcel | Kind::Bus => replay_tours(day, out, level),
    }
}

fn replay_tours(day: &Day, mut out: Writer, level: WindowLevel) -> Result<Figures> {
    let mut tours: HashMap<String, Tour> = HashMap::new();
    day.plan(|line| {
        let name = line.tour.clone();
        if tours.insert(name.clone(), Tour::planned(line, level)?).is_some() {
            bail!("the tour {name:?} stands in the plan twice");
        }
        Ok(())
    })?;
    let mut figures = Figures::default();
    let mut schooling = Schooling::default();
    day.feed(|number, now, item| {
        figures.items += 1;
        let new = tours.get(&item.tour).filter(|tour| tour.is_new()).map(Tour::date);
        let experience = new.map(|date| schooling.of(date, &tours));
        let Some(tour) = tours.get_mut(&item.tour) else {
            figures.of_no_tour += 1;
            return Ok(());
        };
        if let Some(experience) = experience {
            tour.begin(experience);
        }
        figures.refused += u64::from(!tour.take(number, now, &item));
        if let Some(shown) = tour.shown(now, &item) {
            out.write(&shown)?;
            figures.predictions += 1;
        }
        Ok(())
    })?;
    out.finish()?;
    Ok(figures)
}

fn replay_tracks(day: &Day, mut out: Writer) -> Result<Figures> {
    let mut tracks: HashMap<String, Track> = HashMap::new();
    let mut figures = Figures::default();
    day.feed(|number, now, item| {
        figures.items += 1;
        let said = tracks.entry(item.tour.clone()).or_default().take(number, now, &item);
        figures.refused += u64::from(said.is_none());
        for state in said.into_iter().flatten() {
            out.write(&state)?;
            figures.predictions += 1;
        }
        Ok(())
    })?;
    out.finish()?;
    Ok(figures)
}

#[cfg(test)]
mod tests;
