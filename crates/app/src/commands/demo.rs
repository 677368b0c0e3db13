//! `doorstep demo`: the whole story, with simulated drivers.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use doorstep_simulator::Pace;

use crate::config::LogConfig;
use crate::failure::WrongUse;
use crate::{demo, lifecycle, telemetry};

/// The options of `doorstep demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where the server listens; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080", env = "DOORSTEP_LISTEN")]
    listen: SocketAddr,
    /// How much faster than the world the demo runs
    #[arg(long, default_value_t = 10.0, env = "DOORSTEP_SPEED")]
    speed: f64,
    /// How many tours there are, 3 to 12
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u8).range(3..=12), env = "DOORSTEP_TOURS")]
    tours: u8,
    /// Where the demo lives, to go on after a restart [default: a temporary folder]
    #[arg(long, value_name = "DIR", env = "DOORSTEP_DATA")]
    data: Option<PathBuf>,
    /// The seed of every chance
    #[arg(long, default_value_t = 3, env = "DOORSTEP_SEED")]
    seed: u64,
}

/// Runs the demo until it is told to stop.
///
/// # Errors
/// When the folder, the port or the database fails.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    check_speed(args.speed)?;
    telemetry::start(&LogConfig { filter: "warn".to_owned(), ..LogConfig::default() })?;
    let wish = demo::Wish {
        listen: args.listen,
        speed: args.speed,
        tours: usize::from(args.tours),
        data: args.data,
        seed: args.seed,
    };
    lifecycle::runtime()?.block_on(async { demo::run(wish, lifecycle::stop_on_signals()?).await })?;
    Ok(ExitCode::SUCCESS)
}

/// A speed that a simulation can keep.
///
/// # Errors
/// When it is none, which is wrong use.
pub(crate) fn check_speed(speed: f64) -> anyhow::Result<()> {
    if Pace::RATES.contains(&speed) {
        return Ok(());
    }
    let (slowest, fastest) = (Pace::RATES.start(), Pace::RATES.end());
    Err(WrongUse(format!("--speed is {speed} and must lie between {slowest} and {fastest}")).into())
}
