//! `doorstep admin export`: all that is stored of one person, as JSON.

use anyhow::Result;

use super::super::ConfigArgs;
use crate::{accounts, output, person};

/// The options of `doorstep admin export`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// The e-mail address of someone who logs in; or a driver, by name or id
    who: String,
}

/// Writes it on standard output.
pub(super) async fn run(args: Args) -> Result<()> {
    let store = super::database(&args.config).await?;
    let store = store.as_ref();
    if args.who.contains('@') {
        let account = person::account(store, args.who.trim()).await?;
        return output::json(&person::of_account(store, &account).await?);
    }
    let operator = accounts::the_operator(store).await?;
    let driver = person::driver(store, operator.id, args.who.trim()).await?;
    output::json(&person::of_driver(store, operator.id, driver).await?)
}
