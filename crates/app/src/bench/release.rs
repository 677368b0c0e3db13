//! What recipients get of whole tours, second by second: a scenario driven through the server with a clock that is set.
//!
//! Ingest, fold, view and streams are those of `serve`; only the clock and the database are of this process. Each stop has
//! a recipient whose stream is open all the time; what it carried is written as rows, for attackers to look at.

mod clock;
mod furnish;
#[cfg(test)]
mod pairs;
mod scenario;
mod stage;
mod viewer;

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use crate::commands::bench::ReleaseArgs;
use crate::{lifecycle, output};
use scenario::Scenario;
use stage::{Stage, Sums};

/// Runs a scenario and writes what its recipients got.
///
/// # Errors
/// When the scenario cannot be read, or the file cannot be written.
pub(crate) fn run(args: &ReleaseArgs) -> Result<()> {
    let scenario = Scenario::read(&args.scenario)?;
    lifecycle::one_thread()?.block_on(play(args, &scenario))
}

async fn play(args: &ReleaseArgs, scenario: &Scenario) -> Result<()> {
    let mut out = Out::to(&args.out)?;
    let bar = output::progress(scenario.tours.len() as u64, "tours");
    let streets = Arc::new(scenario.streets());
    let mut sums = Sums::default();
    for tour in &scenario.tours {
        let mut stage = Stage::set(args.policy.as_str(), streets.clone(), tour).await?;
        stage.begin().await?;
        for step in stage.steps() {
            stage.take(&step).await?;
            stage.heard();
            for row in stage.news() {
                out.row(&row)?;
            }
        }
        sums.add(stage.sums());
        bar.inc(1);
    }
    bar.finish_and_clear();
    out.finish()?;
    if args.json {
        return output::json(
            &json!({ "tours": scenario.tours.len(), "houses": streets.house_count(), "streams": sums }),
        );
    }
    println!(
        "{} tours, {} houses: {:.0} messages of {:.0} bytes a viewer and hour",
        scenario.tours.len(),
        streets.house_count(),
        sums.messages_an_hour(),
        sums.bytes_a_message(),
    );
    Ok(())
}

/// The file of rows, compressed where its name says so.
struct Out(Box<dyn Finish>);

trait Finish: std::io::Write {
    fn finish(self: Box<Self>) -> std::io::Result<()>;
}

impl Finish for BufWriter<File> {
    fn finish(mut self: Box<Self>) -> std::io::Result<()> {
        self.flush()
    }
}

impl Finish for GzEncoder<BufWriter<File>> {
    fn finish(self: Box<Self>) -> std::io::Result<()> {
        GzEncoder::finish(*self)?.flush()
    }
}

impl Out {
    fn to(path: &Path) -> Result<Self> {
        let name = path.display();
        let file = File::create(path)
            .with_context(|| format!("{name} cannot be written; name another file with --out"))?;
        let file = BufWriter::new(file);
        let is_compressed = path.extension().is_some_and(|extension| extension == "gz");
        Ok(Self(if is_compressed {
            Box::new(GzEncoder::new(file, Compression::fast()))
        } else {
            Box::new(file)
        }))
    }

    fn row(&mut self, row: &impl serde::Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.0, row)?;
        self.0.write_all(b"\n")?;
        Ok(())
    }

    fn finish(self) -> Result<()> {
        self.0.finish().context("the file cannot be written to its end")
    }
}
