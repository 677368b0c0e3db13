//! `doorstep roads`: prepare an extract.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context as _;
use clap::Subcommand;
use doorstep_roads::{Key, Profile, RoadNetwork};
use serde_json::json;

use crate::output;
use crate::wiring::prepared_path;

/// The options of `doorstep roads`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

/// What to do with roads.
#[derive(Debug, Subcommand)]
enum What {
    /// Read an OpenStreetMap extract and keep its roads, prepared for the server
    Build(BuildArgs),
}

/// The options of `doorstep roads build`.
#[derive(Debug, clap::Args)]
struct BuildArgs {
    /// The extract
    #[arg(value_name = "EXTRACT.osm.pbf", env = "DOORSTEP_EXTRACT")]
    extract: PathBuf,
    /// Where the prepared roads go [default: beside the extract]
    #[arg(long, value_name = "FILE", env = "DOORSTEP_PREPARED")]
    prepared: Option<PathBuf>,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// Prepares roads.
///
/// # Errors
/// When the extract cannot be read or the prepared roads cannot be written.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let What::Build(args) = args.what;
    let prepared = args.prepared.unwrap_or_else(|| prepared_path(&args.extract));
    let profile = Profile::default();
    let bar = output::spinner("reading the extract");
    let began = Instant::now();
    let network = RoadNetwork::build(&args.extract, &profile)?;
    let key = Key::of(&args.extract, &profile).context("the extract cannot be read again")?;
    network.save(&prepared, &key)?;
    bar.finish_and_clear();
    let (size, seconds) = (network.size(), began.elapsed().as_secs_f64());
    if args.json {
        output::json(&json!({
            "prepared": prepared, "segments": size.segments, "turns": size.turns,
            "length_km": size.length.0 / 1000.0, "seconds": seconds,
        }))?;
    } else {
        println!(
            "{} km of roads in {} segments with {} turns, prepared in {seconds:.1} s: {}",
            (size.length.0 / 1000.0).round(),
            size.segments,
            size.turns,
            prepared.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}
