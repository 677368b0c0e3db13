//! `doorstep accuracy`: how good predictions are, on recorded days.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;

use crate::accuracy::degrade::{Variant, degrade};
use crate::accuracy::runs::{Measured, measure};
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
    /// Make a recorded day poorer, to see how predictions bear it
    Degrade(DegradeArgs),
    /// Replay and score days, as recorded and made poorer, and write a page about it
    Report(ReportArgs),
    /// Compare the figures of days with those that are expected
    Check(CheckArgs),
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

/// The options of `doorstep accuracy degrade`.
#[derive(Debug, clap::Args)]
#[command(after_help = VARIANTS)]
struct DegradeArgs {
    /// The folder of a recorded day
    day: PathBuf,
    /// The way in which it is made poorer
    variant: Variant,
    /// Where the poorer day goes, a folder that is empty or not there
    out: PathBuf,
    /// The same seed gives the same day
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    seed: u64,
}

/// Which days are measured, and how.
#[derive(Debug, clap::Args)]
struct DaysArgs {
    /// The folders of recorded days, with their truth
    #[arg(required = true)]
    days: Vec<PathBuf>,
    /// Only the days as recorded, not made poorer
    #[arg(long, env = "DOORSTEP_PLAIN")]
    plain: bool,
    /// The same seed gives the same poorer days
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    seed: u64,
}

/// The options of `doorstep accuracy report`.
#[derive(Debug, clap::Args)]
struct ReportArgs {
    #[command(flatten)]
    days: DaysArgs,
    /// The page; its plots go into a folder of the same name
    #[arg(long, value_name = "FILE.md", default_value = "docs/accuracy.md", env = "DOORSTEP_OUT")]
    out: PathBuf,
    /// Write all figures as JSON on standard output, too
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// The options of `doorstep accuracy check`.
#[derive(Debug, clap::Args)]
struct CheckArgs {
    #[command(flatten)]
    days: DaysArgs,
    /// The figures that are expected, and how far others may be off
    #[arg(long, value_name = "FILE.json", env = "DOORSTEP_EXPECTED")]
    expected: PathBuf,
    /// Expect from now on what is measured now
    #[arg(long, env = "DOORSTEP_BLESS")]
    bless: bool,
}

const VARIANTS: &str = "\
Ways, N is a number:
  thin-N         fixes at least N seconds apart
  loss-N         N of 100 fixes are lost; on tours without fixes, N of 100 events at stops
  blackout-N     N minutes without network in each hour: fixes are lost, events come when it is over
  jumps-N        N of 100 fixes lie 500 to 5,000 m off
  sigma-N        N times the noise of fixes
  duplicates-N   N of 100 items come again, 1 to 60 s later
  disorder-N     N of 100 items come 5 to 180 s late, so out of order
  clock-N        the device's clock is N seconds ahead (clock--N: behind)
  plan-actual    the plan in the order that was really driven
  plan-reversed  the plan the other way round
  plan-zones     the plan's zones in random order; blocks of 8 stops where there are none
  plan-swap-N    N of 100 stops change places
  times-N        real times scatter N times as much as usual; the truth changes with them
  cut-N          the feed ends after N of 100 items
Score it with --base DAY, so that it is asked the same as the day that it is made of; after times-N without.";

/// Does it.
///
/// # Errors
/// When a file is missing or breaks its format.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.what {
        What::Score(args) => score(&args),
        What::Degrade(args) => {
            degrade(&Day::open(&args.day)?, args.variant, args.seed, &args.out)?;
            Ok(ExitCode::SUCCESS)
        }
        What::Report(args) => report(&args),
        What::Check(args) => check(&args),
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

fn report(args: &ReportArgs) -> anyhow::Result<ExitCode> {
    let measured = args.days.measure()?;
    accuracy::report::write(&measured, args.days.seed, &args.out)?;
    if args.json {
        output::json(&measured)?;
    } else {
        println!("{} days measured: {}", measured.len(), args.out.display());
    }
    Ok(ExitCode::SUCCESS)
}

fn check(args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let measured = args.days.measure()?;
    let count = if args.bless {
        accuracy::check::bless(&measured, &args.expected)?
    } else {
        accuracy::check::compare(&measured, &args.expected)?
    };
    println!("{count} figures are {}", if args.bless { "expected from now on" } else { "as expected" });
    Ok(ExitCode::SUCCESS)
}

impl DaysArgs {
    fn measure(&self) -> anyhow::Result<Vec<Measured>> {
        measure(&self.days, self.plain, self.seed)
    }
}
