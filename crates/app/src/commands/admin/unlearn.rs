//! `doorstep admin unlearn`.

use anyhow::Result;
use doorstep_store::{Forgotten, LedgerEntry};
use jiff::Timestamp;

use super::super::ConfigArgs;
use crate::accounts;

/// The options of `doorstep admin unlearn`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
}

/// Deletes what past days taught.
pub(super) async fn run(args: Args) -> Result<()> {
    let store = super::database(&args.config).await?;
    let operator = accounts::the_operator(store.as_ref()).await?;
    let entry = LedgerEntry { at: Timestamp::now(), what: Forgotten::Lessons(operator.id) };
    store.note_forgotten(entry).await?;
    let days = store.delete_lessons(operator.id).await?;
    println!(
        "What {days} days taught is forgotten. A server that runs may use it for the tours of today until it is \
         started anew."
    );
    Ok(())
}
