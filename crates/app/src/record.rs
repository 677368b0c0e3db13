//! Simulated tours as a recorded day: a folder that `doorstep replay` and any scorer of the format can read.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::TourEvent;
use doorstep_simulator::recording::lines::{Dataset, FeedLine, PlanLine, Split, TruthLine};
use doorstep_simulator::recording::{RecordedTour, Recorder, Wanted};
use serde::Serialize;

use crate::commands::record::Args;
use crate::output;

/// The largest number of items of a feed.
const ITEMS_MAX: u64 = 5_000_000;

/// What was recorded.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Figures {
    tours: u64,
    stops: u64,
    items: u64,
}

/// Records a day.
///
/// # Errors
/// When the folder is there and not empty, or cannot be written, or the feed would be too long.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let wanted = Wanted {
        seed: args.seed,
        is_uneven: args.uneven,
        received: args.events,
        impairments: args.impair.clone(),
        ..Wanted::default()
    };
    let figures = record(&args.dir, &Recorder::new(wanted), args.tours)?;
    if args.json {
        output::json(&serde_json::json!({ "day": args.dir, "figures": figures }))?;
    } else {
        let Figures { tours, stops, items } = figures;
        println!("{tours} tours with {stops} stops and {items} items recorded in {}", args.dir.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn record(folder: &Path, recorder: &Recorder, tours: u32) -> Result<Figures> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let mut there = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    if there.next().is_some() {
        bail!("{} is not empty; name a new folder", folder.display());
    }
    let mut day = Day::begun(folder)?;
    let bar = output::progress(u64::from(tours), "recording");
    let mut date: Vec<RecordedTour> = Vec::new();
    for number in 0..tours {
        let tour = recorder.tour(number);
        if date.last().is_some_and(|before| before.date != tour.date) {
            day.add(&std::mem::take(&mut date))?;
        }
        date.push(tour);
        bar.inc(1);
    }
    day.add(&date)?;
    bar.finish_and_clear();
    day.finish(folder, recorder.wanted())
}

/// The files of a day while they are written. The last of them is the one without which a folder is no recorded day.
struct Day {
    plan: Lines,
    feed: Lines,
    truth: Lines,
    split: Split,
    figures: Figures,
}

impl Day {
    fn begun(folder: &Path) -> Result<Self> {
        Ok(Self {
            plan: Lines::create(folder, "plan.jsonl")?,
            feed: Lines::create(folder, "feed.jsonl")?,
            truth: Lines::create(folder, "truth.jsonl")?,
            split: Split::default(),
            figures: Figures::default(),
        })
    }

    /// Adds the tours of a date. The feed is in order of receipt over all of them, and no tour reaches into the next
    /// date.
    fn add(&mut self, tours: &[RecordedTour]) -> Result<()> {
        for tour in tours {
            self.plan.write(&PlanLine::of(tour))?;
            TruthLine::all(tour).try_for_each(|line| self.truth.write(&line))?;
            self.split.add(tour);
            self.figures.tours += 1;
            self.figures.stops += tour.plan.stops.len() as u64;
        }
        let items = tours.iter().flat_map(|tour| tour.events.iter().map(move |event| (tour, event)));
        let mut feed: Vec<(&RecordedTour, &TourEvent)> = items.collect();
        feed.sort_by_key(|(_, event)| event.received_at);
        for line in feed.into_iter().filter_map(|(tour, event)| FeedLine::of(&tour.name, event)) {
            if self.figures.items == ITEMS_MAX {
                bail!("a feed has at most {ITEMS_MAX} items; ask for fewer tours, or for `--events served`");
            }
            self.feed.write(&line)?;
            self.figures.items += 1;
        }
        Ok(())
    }

    fn finish(self, folder: &Path, wanted: &Wanted) -> Result<Figures> {
        for lines in [self.plan, self.feed, self.truth] {
            lines.finish()?;
        }
        write_json(folder, "split.json", &self.split)?;
        write_json(folder, "dataset.json", &Dataset::of(wanted))?;
        Ok(self.figures)
    }
}

/// A file with one object a line.
struct Lines {
    out: BufWriter<File>,
    path: PathBuf,
}

impl Lines {
    fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let file = File::create(&path).with_context(|| cannot_be_written(&path))?;
        Ok(Self { out: BufWriter::with_capacity(1 << 16, file), path })
    }

    fn write(&mut self, line: &impl Serialize) -> Result<()> {
        let written = serde_json::to_writer(&mut self.out, line).map_err(std::io::Error::from);
        written.and_then(|()| self.out.write_all(b"\n")).with_context(|| cannot_be_written(&self.path))
    }

    fn finish(mut self) -> Result<()> {
        self.out.flush().with_context(|| cannot_be_written(&self.path))
    }
}

fn write_json(folder: &Path, name: &str, value: &impl Serialize) -> Result<()> {
    let path = folder.join(name);
    let text = serde_json::to_string_pretty(value)? + "\n";
    fs::write(&path, text).with_context(|| cannot_be_written(&path))
}

fn cannot_be_written(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}
