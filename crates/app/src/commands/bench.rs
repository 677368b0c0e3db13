//! `doorstep bench`: figures of this machine.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;

use crate::bench;

/// The options of `doorstep bench`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What is measured.
    #[command(subcommand)]
    what: What,
}

/// What is measured.
#[derive(Debug, Subcommand)]
enum What {
    /// What a fix costs on one core, folded and foretold, and what a live tour weighs
    Fold(FoldArgs),
    /// Acknowledged, fsynced fixes per second over HTTP, against a bare answer of the same machine
    Ingest(IngestArgs),
    /// Cost of idle viewers and of delivered messages, against bare socket writes
    Fanout(FanoutArgs),
    /// Time of a matrix of travel times
    Roads(RoadsArgs),
    /// A scenario for attackers: the streets and houses of an extract, and tours through them on several days
    Scenario(ScenarioArgs),
    /// What the recipients of a scenario get, row by row, for attackers to look at
    Release(ReleaseArgs),
    /// Whether time tells a parcel of someone else from one that never was
    Absence(AbsenceArgs),
    /// How well attackers find other stops in what was released of a scenario
    Attack(AttackArgs),
    /// The viewers of `fanout`, which starts them itself
    #[command(hide = true)]
    Viewers,
    /// The bare sockets of `fanout`, which starts them itself
    #[command(hide = true)]
    Sockets,
}

/// The options of `doorstep bench fold`.
#[derive(Debug, clap::Args)]
pub(crate) struct FoldArgs {
    /// How many fixes there are, at least
    #[arg(long, default_value_t = 1_000_000, env = "DOORSTEP_FIXES")]
    pub(crate) fixes: u32,
    /// How many stops the tour has
    #[arg(long, default_value_t = 150, value_parser = clap::value_parser!(u16).range(1..=1000), env = "DOORSTEP_STOPS")]
    pub(crate) stops: u16,
    /// How many fixes a tour has [an eight-hour shift at one every five seconds]
    #[arg(long, default_value_t = 5_760, value_parser = clap::value_parser!(u32).range(1..=50_000), env = "DOORSTEP_SHIFT_FIXES")]
    pub(crate) shift_fixes: u32,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench ingest`.
#[derive(Debug, clap::Args)]
pub(crate) struct IngestArgs {
    /// How long each part is measured, in seconds
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=600), env = "DOORSTEP_SECONDS")]
    pub(crate) seconds: u64,
    /// How many connections send at a time
    #[arg(long, default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..=1000), env = "DOORSTEP_CONNECTIONS")]
    pub(crate) connections: u16,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench fanout`.
#[derive(Debug, clap::Args)]
pub(crate) struct FanoutArgs {
    /// How many pages are open
    #[arg(long, default_value_t = 15_000, value_parser = clap::value_parser!(u32).range(1..=100_000), env = "DOORSTEP_VIEWERS")]
    pub(crate) viewers: u32,
    /// How long messages are delivered, in seconds
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600), env = "DOORSTEP_SECONDS")]
    pub(crate) seconds: u64,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench roads`.
#[derive(Debug, clap::Args)]
pub(crate) struct RoadsArgs {
    /// The extract [default: the one of the demo]
    #[arg(value_name = "EXTRACT.osm.pbf", env = "DOORSTEP_EXTRACT")]
    pub(crate) extract: Option<PathBuf>,
    /// How many places the matrix has on each side
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u16).range(2..=1000), env = "DOORSTEP_PLACES")]
    pub(crate) places: u16,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench release`.
#[derive(Debug, clap::Args)]
pub(crate) struct ReleaseArgs {
    /// The folder of the scenario
    #[arg(value_name = "SCENARIO", env = "DOORSTEP_SCENARIO")]
    pub(crate) scenario: PathBuf,
    /// The file that is written, compressed when it ends in .gz
    #[arg(long, value_name = "RELEASED.jsonl.gz", env = "DOORSTEP_OUT")]
    pub(crate) out: PathBuf,
    /// What a position may say
    #[arg(long, default_value = "glide", value_parser = ["exact", "glide", "coarse", "off"], env = "DOORSTEP_POLICY")]
    pub(crate) policy: String,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench absence`.
#[derive(Debug, clap::Args)]
pub(crate) struct AbsenceArgs {
    /// How many of each are asked for, about
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(100..=10_000_000), env = "DOORSTEP_PAIRS")]
    pub(crate) pairs: u32,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench scenario`.
#[derive(Debug, clap::Args)]
pub(crate) struct ScenarioArgs {
    /// The extract [default: the one of the demo]
    #[arg(value_name = "EXTRACT.osm.pbf", env = "DOORSTEP_EXTRACT")]
    pub(crate) extract: Option<PathBuf>,
    /// The folder that is made
    #[arg(long, value_name = "SCENARIO", env = "DOORSTEP_OUT")]
    pub(crate) out: PathBuf,
    /// Its name [default: that of the extract]
    #[arg(long, env = "DOORSTEP_NAME")]
    pub(crate) name: Option<String>,
    /// How many districts there are, each with a vehicle of its own
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100), env = "DOORSTEP_ROUTES")]
    pub(crate) routes: u32,
    /// On how many days each is driven
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100), env = "DOORSTEP_DAYS")]
    pub(crate) days: u32,
    /// The seed of every chance
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    pub(crate) seed: u64,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// The options of `doorstep bench attack`.
#[derive(Debug, clap::Args)]
pub(crate) struct AttackArgs {
    /// The folder of the scenario
    #[arg(value_name = "SCENARIO", env = "DOORSTEP_SCENARIO")]
    pub(crate) scenario: PathBuf,
    /// What was released of it
    #[arg(value_name = "RELEASED.jsonl.gz", env = "DOORSTEP_RELEASED")]
    pub(crate) released: PathBuf,
    /// The seed of every chance
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    pub(crate) seed: u64,
    /// How many recipients are judged, drawn from all
    #[arg(long, default_value_t = 800, value_parser = clap::value_parser!(u32).range(1..=100_000), env = "DOORSTEP_VIEWERS")]
    pub(crate) viewers: u32,
    /// Do not attack the place itself, which shows that the attackers are sharp
    #[arg(long, env = "DOORSTEP_NO_CONTROL")]
    pub(crate) no_control: bool,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// Measures.
///
/// # Errors
/// When this machine does not allow what is measured.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    match args.what {
        What::Fold(args) => bench::fold::run(&args),
        What::Ingest(args) => bench::ingest::run(&args),
        What::Fanout(args) => bench::fanout::run(&args),
        What::Roads(args) => bench::roads::run(&args),
        What::Scenario(args) => bench::scenario::run(&args),
        What::Release(args) => bench::release::run(&args),
        What::Absence(args) => bench::absence::run(&args),
        What::Attack(args) => bench::attack::run(&args),
        What::Viewers => bench::viewers::run(),
        What::Sockets => bench::sockets::run(),
    }?;
    Ok(ExitCode::SUCCESS)
}
