//! `doorstep admin retention`: what is stored of people, for how long, and when it was forgotten last.

use anyhow::Result;
use doorstep_server::retention::{KINDS, Kind, Retention, Term};
use doorstep_store::Forgetting;
use jiff::Timestamp;
use serde::Serialize;

use super::super::ConfigArgs;
use crate::database::sqlite_path;
use crate::{output, wiring};

/// The options of `doorstep admin retention`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// Write the table as JSON on standard output
    #[arg(long, env = "DOORSTEP_JSON")]
    json: bool,
}

/// A kind of data with what is set and what was done.
#[derive(Debug, Serialize)]
struct Row {
    kind: &'static str,
    what: &'static str,
    why: &'static str,
    kept_for: String,
    setting: Option<&'static str>,
    ceiling_days: Option<u16>,
    then: &'static str,
    looked_at: Option<Timestamp>,
    forgot_at: Option<Timestamp>,
    count: u64,
}

/// Shows the table.
pub(super) async fn run(args: Args) -> Result<()> {
    let config = args.config.load()?;
    let retention = wiring::retention(&config);
    let store = wiring::open_database(&sqlite_path(&config.database.url)?).await?;
    let done = store.list_forgettings().await?;
    let rows: Vec<Row> = KINDS.iter().map(|kind| row(kind, &retention, &done)).collect();
    if args.json {
        return output::json(&rows);
    }
    rows.iter().for_each(tell);
    Ok(())
}

fn row(kind: &Kind, retention: &Retention, done: &[Forgetting]) -> Row {
    let done = done.iter().find(|done| done.kind == kind.data.as_str());
    let (kept_for, setting, ceiling_days) = match kind.term {
        Term::Fixed(words) => (words.to_owned(), None, None),
        Term::Set { setting, ceiling, .. } => {
            (format!("{} days", retention.days(kind.data)), Some(setting), Some(ceiling))
        }
    };
    Row {
        kind: kind.data.as_str(),
        what: kind.what,
        why: kind.why,
        kept_for,
        setting,
        ceiling_days,
        then: kind.then,
        looked_at: done.map(|done| done.looked_at),
        forgot_at: done.and_then(|done| done.forgot_at),
        count: done.map_or(0, |done| done.count),
    }
}

fn tell(row: &Row) {
    println!("{}: {}", row.kind, row.what);
    println!("  why:       {}", row.why);
    match (row.setting, row.ceiling_days) {
        (Some(setting), Some(ceiling)) => {
            println!("  kept for:  {} ({setting}, at most {ceiling})", row.kept_for);
        }
        _ => println!("  kept for:  {}", row.kept_for),
    }
    println!("  then:      {}", row.then);
    let at = |at: Option<Timestamp>| at.map_or_else(|| "never".to_owned(), |at| format!("{at:.0}"));
    println!(
        "  forgotten: {} so far, last {}; looked at {}",
        row.count,
        at(row.forgot_at),
        at(row.looked_at)
    );
}
