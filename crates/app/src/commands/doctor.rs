//! `doorstep doctor`: is everything in order?

use std::process::ExitCode;

use super::ConfigArgs;
use crate::doctor::{Finding, State, examine};
use crate::{config, lifecycle, output};

/// The options of `doorstep doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// Write findings as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
    /// Write the document of all settings instead
    #[arg(long, env = "DOORSTEP_DOCUMENT")]
    document: bool,
}

/// Examines the configuration and what it points to.
///
/// # Errors
/// When the configuration itself has mistakes.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if args.document {
        print!("{}", config::document());
        return Ok(ExitCode::SUCCESS);
    }
    let config = args.config.load()?;
    let findings = lifecycle::runtime()?.block_on(examine(&config));
    if args.json {
        output::json(&findings)?;
    } else {
        findings.iter().for_each(tell);
    }
    let wrong = findings.iter().any(|finding| finding.state == State::Wrong);
    Ok(if wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn tell(finding: &Finding) {
    let word = match finding.state {
        State::Fine => "fine ",
        State::Note => "note ",
        State::Wrong => "WRONG",
    };
    println!("{word}  {}: {}", finding.concern, finding.found);
    if !finding.mend.is_empty() {
        println!("       {}", finding.mend);
    }
}
