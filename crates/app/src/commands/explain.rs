//! `doorstep explain`: what was believed of a tour, and why.

use std::process::ExitCode;

use jiff::Timestamp;

use super::ConfigArgs;
use crate::explain::{self, Question};
use crate::{lifecycle, output};

/// The options of `doorstep explain`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "It reads the database and works beside a running server. Of the log, only what had been received \
    by then is looked at; addresses, parcels and rules are those of today."
)]
pub(crate) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// The tour: its id, or the reference of a tour of the day of --at
    tour: String,
    /// A parcel, by id or tracking number: also tell what its recipient saw
    #[arg(long, value_name = "PARCEL", env = "DOORSTEP_PARCEL")]
    parcel: Option<String>,
    /// The instant, such as 2026-11-20T14:10:00Z [default: when the newest event was received]
    #[arg(long, value_name = "INSTANT", env = "DOORSTEP_AT")]
    at: Option<Timestamp>,
    /// Write it as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// Explains.
///
/// # Errors
/// When there is no such tour or parcel, the instant does not fit the log, or the database fails.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let config = args.config.load()?;
    let question = Question { tour: args.tour, parcel: args.parcel, at: args.at };
    let explained = lifecycle::runtime()?.block_on(explain::ask(&config, &question))?;
    if args.json {
        output::json(&explained.answer)?;
    } else {
        print!("{}", explained.page());
    }
    Ok(ExitCode::SUCCESS)
}
