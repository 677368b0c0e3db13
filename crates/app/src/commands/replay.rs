//! `doorstep replay`: recorded days through the model.

use std::path::PathBuf;
use std::process::ExitCode;

use doorstep_domain::prediction::WindowLevel;

/// The options of `doorstep replay`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The folder of a recorded day
    pub(crate) dir: PathBuf,
    /// Where predictions are written, one JSON object a line
    #[arg(long, value_name = "OUT.jsonl", env = "DOORSTEP_PREDICTIONS")]
    pub(crate) predictions: PathBuf,
    /// How often the windows that are told hold the arrival: 0.8, as recipients are told, or 0.9
    #[arg(long, value_name = "SHARE", default_value = "0.8", value_parser = level, env = "DOORSTEP_LEVEL")]
    pub(crate) level: WindowLevel,
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

fn level(text: &str) -> Result<WindowLevel, String> {
    let share: Option<f64> = text.parse().ok();
    [WindowLevel::Usual, WindowLevel::Wide]
        .into_iter()
        .find(|level| share.is_some_and(|share| (share - level.probability()).abs() < 1e-9))
        .ok_or_else(|| "windows are told for 0.8 or for 0.9 of the arrivals".to_owned())
}
