//! `doorstep accuracy`: how good predictions are, on recorded days.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;

use crate::accuracy::{self, table};
use crate::output;
use crate::recorded::day::Day;
use crate::recorded::truth::Part;

/// The options of `doorstep accuracy`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum What {
    /// Score predictions against what really happened
    Score(ScoreArgs),
}

/// The options of `doorstep accuracy score`.
#[derive(Debug, clap::Args)]
struct ScoreArgs {
    /// The folder of a recorded day, with its truth
    day: PathBuf,
    /// What `doorstep replay` wrote
    predictions: PathBuf,
    /// The day that this one was made of, whose feed says at which instants is asked
    #[arg(long, value_name = "DAY", env = "DOORSTEP_BASE")]
    base: Option<PathBuf>,
    /// Which tours are scored
    #[arg(long, value_enum, default_value_t = Part::Test, env = "DOORSTEP_SPLIT")]
    split: Part,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// Does it.
///
/// # Errors
/// When a file is missing or breaks its format.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.what {
        What::Score(args) => score(&args),
    }
}

fn score(args: &ScoreArgs) -> anyhow::Result<ExitCode> {
    let base = args.base.as_deref().map(Day::open).transpose()?;
    let score = accuracy::score(&Day::open(&args.day)?, &args.predictions, base.as_ref(), args.split)?;
    if args.json {
        output::json(&score)?;
    } else {
        print!("{}", table::of(&score));
    }
    Ok(ExitCode::SUCCESS)
}
