//! `doorstep admin backup`, `restore` and `unlearn`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::ConfigArgs;
use crate::accounts;
use crate::failure::WrongUse;

/// The options of `doorstep admin backup`.
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// Where the copy goes
    to: PathBuf,
}

/// The options of `doorstep admin restore`.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The copy
    from: PathBuf,
}

/// The options of `doorstep admin unlearn`.
#[derive(Debug, clap::Args)]
pub(super) struct UnlearnArgs {
    #[command(flatten)]
    config: ConfigArgs,
}

/// Says that it comes later.
pub(super) fn backup(args: &BackupArgs) -> Result<()> {
    let instead = format!(
        "Until then, stop the server and copy its database file and the -wal file beside it to {}.",
        args.to.display()
    );
    Err(WrongUse::later("`admin backup`", &instead))
}

/// Says that it comes later.
pub(super) fn restore(args: &RestoreArgs) -> Result<()> {
    let instead = format!(
        "Until then, stop the server and put {} in the place of its database file.",
        args.from.display()
    );
    Err(WrongUse::later("`admin restore`", &instead))
}

/// Deletes what past days taught.
pub(super) async fn unlearn(args: UnlearnArgs) -> Result<()> {
    let store = super::database(&args.config).await?;
    let operator = accounts::the_operator(store.as_ref()).await?;
    let days = store.delete_lessons(operator.id).await?;
    println!(
        "What {days} days taught is forgotten. A server that runs may use it for the tours of today until it is \
         started anew."
    );
    Ok(())
}
