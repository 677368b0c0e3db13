//! `doorstep import`: tours and parcels from a file to a server, over its public interface.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use doorstep_wire::import::{LineProblem, from_csv, from_json};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::failure::WrongUse;
use crate::import::{self, Outcome};
use crate::{lifecycle, output};

/// The largest file that is read, in bytes.
const FILE_MAX: u64 = 256 * 1024 * 1024;

/// The options of `doorstep import`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "All of the file is read and checked before anything is sent; every mistake is told with its \
    line, field and reason.\nEach tour is brought whole or not at all, and bringing the same file again within a day \
    changes nothing.\nSolutions of VROOM come with a later version."
)]
pub(crate) struct Args {
    /// The file: tours as JSON, or a CSV with one row per parcel
    file: PathBuf,
    /// What the file is [default: what its name ends in]
    #[arg(long, value_enum, env = "DOORSTEP_FORMAT")]
    format: Option<Format>,
    /// The address of the server, with its scheme and port
    #[arg(long, value_name = "URL", env = "DOORSTEP_SERVER")]
    server: String,
    /// An API key of the operator that may write; better in the environment, where no list of processes shows it
    #[arg(
        long,
        value_name = "KEY",
        env = "DOORSTEP_KEY",
        hide_env_values = true,
        allow_hyphen_values = true
    )]
    key: SecretString,
    /// Write figures and mistakes as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// What a file can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tours as the operator interface takes them
    Json,
    /// One row per parcel
    Csv,
    /// A solution of VROOM (comes with a later version)
    Vroom,
}

/// Brings a file to a server.
///
/// # Errors
/// When the file has mistakes, or the server refuses.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    let content = read(&args.file)?;
    let format = match args.format {
        Some(format) => format,
        None => format_of(&args.file, &content)?,
    };
    let read = match format {
        Format::Csv => from_csv(&content),
        Format::Json => from_json(&content),
        Format::Vroom => {
            return Err(WrongUse::later("Importing solutions of VROOM", "Bring the tours as JSON or CSV."));
        }
    };
    let import = match read {
        Ok(import) => import,
        Err(problems) => return tell_problems(args, &problems),
    };
    let bar = output::progress(import::requests(&import) as u64, "bringing");
    let sent = import::send(&args.server, &args.key, &import, &bar);
    let outcomes = lifecycle::runtime()?.block_on(sent)?;
    bar.finish_and_clear();
    tell_outcomes(args, &outcomes)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    let size = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    if size > FILE_MAX {
        bail!("{} is larger than {} MiB; split it", file.display(), FILE_MAX / 1024 / 1024);
    }
    std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
}

/// What a file is, by its name and by what it holds.
fn format_of(file: &Path, content: &[u8]) -> Result<Format> {
    let extension = file.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase);
    match extension.as_deref() {
        Some("csv") => Ok(Format::Csv),
        Some("json") if is_vroom(content) => Ok(Format::Vroom),
        Some("json") => Ok(Format::Json),
        _ => {
            Err(WrongUse(format!("what {} holds is not clear; say it with --format", file.display())).into())
        }
    }
}

/// A solution of VROOM has routes and a summary where a tour has stops.
fn is_vroom(content: &[u8]) -> bool {
    let value: Option<Value> = serde_json::from_slice(content).ok();
    value.is_some_and(|value| value.get("routes").is_some() && value.get("summary").is_some())
}

fn tell_problems(args: &Args, problems: &[LineProblem]) -> Result<ExitCode> {
    if args.json {
        output::json(&json!({ "tours": 0, "stops": 0, "parcels": 0, "problems": problems }))?;
    }
    for problem in problems {
        eprintln!("{}: {problem}", args.file.display());
    }
    bail!("{} has {}; nothing was sent", args.file.display(), counted(problems.len(), "mistake"));
}

fn tell_outcomes(args: &Args, outcomes: &[Outcome]) -> Result<ExitCode> {
    let brought = outcomes.iter().filter(|outcome| outcome.refusal.is_none());
    let (tours, stops, parcels) = brought.fold((0, 0, 0), |(tours, stops, parcels), next| {
        (tours + next.tours, stops + next.stops, parcels + next.parcels)
    });
    let refused: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.refusal.is_some()).collect();
    if args.json {
        output::json(&json!({ "tours": tours, "stops": stops, "parcels": parcels, "refused": refused }))?;
    } else {
        let (tours, stops) = (counted(tours, "tour"), counted(stops, "stop"));
        println!("{tours} with {stops} and {} are on the server", counted(parcels, "parcel"));
    }
    for outcome in &refused {
        eprintln!("{}: {}", outcome.what, outcome.refusal.as_deref().unwrap_or_default());
    }
    if !refused.is_empty() {
        bail!(
            "{} of {} parts were refused; each of the others was brought whole",
            refused.len(),
            outcomes.len()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// A number with its noun.
fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name_and_content() {
        let known = |name: &str, content: &str| format_of(Path::new(name), content.as_bytes());
        assert_eq!(known("a.CSV", "").expect("it is clear"), Format::Csv);
        assert_eq!(known("a.json", "{\"tours\":[]}").expect("it is clear"), Format::Json);
        assert_eq!(known("a.json", r#"{"summary":{},"routes":[]}"#).expect("it is clear"), Format::Vroom);
        let unclear = known("a.txt", "").expect_err("it is not clear");
        assert!(unclear.is::<WrongUse>() && unclear.to_string().contains("--format"), "{unclear}");
    }

    #[test]
    fn numbers_fit_their_nouns() {
        assert_eq!(counted(1, "stop"), "1 stop");
        assert_eq!(counted(2, "stop"), "2 stops");
    }
}
