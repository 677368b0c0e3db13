//! `doorstep record`: simulated tours with their truth, as a recorded day.

use std::path::PathBuf;
use std::process::ExitCode;

use doorstep_simulator::recording::{Impairment, Received, TOURS_MAX};

/// The options of `doorstep record`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder that is made
    pub(crate) dir: PathBuf,
    /// How many tours are driven
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=i64::from(TOURS_MAX)), env = "DOORSTEP_TOURS")]
    pub(crate) tours: u32,
    /// The seed of the town, of the drivers and of every chance
    #[arg(long, default_value_t = 1, env = "DOORSTEP_SEED")]
    pub(crate) seed: u64,
    /// What the system receives: served, fixes or both
    #[arg(long, default_value_t = Received::Served, env = "DOORSTEP_EVENTS")]
    pub(crate) events: Received,
    /// Let drives and work take longer in some zones than in others, unknown to any plan
    #[arg(long, env = "DOORSTEP_UNEVEN")]
    pub(crate) uneven: bool,
    /// What goes wrong on the way: thin-N, loss-N, blackout, jumps, noise, doubled, disorder, clock
    #[arg(long, value_name = "WHAT", value_delimiter = ',', env = "DOORSTEP_IMPAIR")]
    pub(crate) impair: Vec<Impairment>,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// Records.
///
/// # Errors
/// As [`crate::record::run`].
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    crate::record::run(args)
}
