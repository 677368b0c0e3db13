//! `doorstep replay`: recorded days through the model.

use std::path::PathBuf;
use std::process::ExitCode;

/// The options of `doorstep replay`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of a recorded day
    pub(crate) dir: PathBuf,
    /// Where predictions are written, one JSON object a line
    #[arg(long, value_name = "OUT.jsonl", env = "DOORSTEP_PREDICTIONS")]
    pub(crate) predictions: PathBuf,
    /// Write figures as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    pub(crate) json: bool,
}

/// Replays the days.
///
/// # Errors
/// As [`crate::replay::run`].
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    crate::replay::run(args)
}
