//! `doorstep admin`: users, keys, drivers and data, straight on the database.
//!
//! It works beside a running server: both keep to the database's own order.

mod backup;
mod driver;
mod export;
mod forget;
mod key;
mod privacy;
mod retention;
mod unlearn;
mod user;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use doorstep_store::Store;

use super::ConfigArgs;
use crate::database::sqlite_path;
use crate::{lifecycle, wiring};

/// The options of `doorstep admin`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

/// What can be looked after.
#[derive(Debug, Subcommand)]
enum What {
    /// People who log in
    User(user::Args),
    /// API keys of the operator's own systems
    Key(key::Args),
    /// Drivers and their phones
    Driver(driver::Args),
    /// Write an encrypted copy of the database; the server may run
    Backup(backup::BackupArgs),
    /// Make the key that opens copies
    BackupKey(backup::KeyArgs),
    /// Bring a copy of the database back, without what was forgotten since it was made
    Restore(backup::RestoreArgs),
    /// Delete the logs of a service day, or forget one person, for good
    Forget(forget::Args),
    /// Write all that is stored of one person, as JSON
    Export(export::Args),
    /// Show what is stored of people, for how long, and when it was forgotten last
    Retention(retention::Args),
    /// Write what is kept of people and who sees it, for the data-protection officer and the works council
    PrivacyReport(privacy::Args),
    /// Delete what past days taught of how long things take
    Unlearn(unlearn::Args),
}

/// Looks after it.
///
/// # Errors
/// When the database fails or refuses.
pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    lifecycle::runtime()?.block_on(async {
        match args.what {
            What::User(args) => user::run(args).await,
            What::Key(args) => key::run(args).await,
            What::Driver(args) => driver::run(args).await,
            What::Backup(args) => backup::backup(args).await,
            What::BackupKey(args) => backup::make_key(&args),
            What::Restore(args) => backup::restore(args).await,
            What::Forget(args) => forget::run(args).await,
            What::Export(args) => export::run(args).await,
            What::Retention(args) => retention::run(args).await,
            What::PrivacyReport(args) => privacy::run(&args).await,
            What::Unlearn(args) => unlearn::run(args).await,
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The database that the configuration names, with its operator.
async fn database(args: &ConfigArgs) -> anyhow::Result<Arc<dyn Store>> {
    let config = args.load()?;
    let store = wiring::open_database(&sqlite_path(&config.database.url)?).await?;
    crate::accounts::ensure_operator(store.as_ref(), &config.operator).await?;
    Ok(store)
}
