//! `doorstep serve`: the server.

use std::process::ExitCode;
use std::sync::Arc;

use doorstep_server::SystemClock;

use super::ConfigArgs;
use crate::failure::WrongUse;
use crate::wiring::Server;
use crate::{commands, lifecycle, telemetry};

/// The options of `doorstep serve`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// Where the server listens; port 0 takes a free one
    #[arg(long, value_name = "ADDR", env = "DOORSTEP_LISTEN")]
    listen: Option<String>,
    /// NATS, for several nodes (comes with a later version)
    #[arg(long, value_name = "URL", env = "DOORSTEP_NATS")]
    nats: Option<String>,
}

/// Serves until it is told to stop.
///
/// # Errors
/// When the configuration has mistakes, or the port or the database fails.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    if args.nats.is_some() {
        return Err(WrongUse::later("Running several nodes with NATS", "Leave --nats out to run one node."));
    }
    let config = commands::load(&args.config.layers().with("--listen", "http.listen", args.listen))?;
    telemetry::start(&config.log)?;
    lifecycle::runtime()?.block_on(async {
        let stop = lifecycle::stop_on_signals()?;
        let server = Server::assemble(&config, Arc::new(SystemClock), None).await?;
        let bound = server.bind(config.http.listen).await?;
        println!("Doorstep listens on {}", bound.base());
        bound.serve(stop).await
    })?;
    Ok(ExitCode::SUCCESS)
}
