//! `doorstep admin key`.

use anyhow::{Result, bail};
use clap::Subcommand;
use doorstep_store::Scope;
use jiff::Timestamp;

use super::super::ConfigArgs;
use crate::accounts;

/// The options of `doorstep admin key`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Make an API key, shown this once
    Create(CreateArgs),
    /// Let an API key open nothing any more
    Revoke(RevokeArgs),
}

#[derive(Debug, clap::Args)]
struct CreateArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// What people call it, such as "planning system"
    label: String,
    /// Whether it may only read
    #[arg(long, env = "DOORSTEP_READ_ONLY")]
    read_only: bool,
    /// The shop that it is for, named as on its parcels: its pages may show how those stand, and it may do nothing else
    #[arg(long, env = "DOORSTEP_SHOP", value_name = "NAME", conflicts_with = "read_only")]
    shop: Option<String>,
}

#[derive(Debug, clap::Args)]
struct RevokeArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// What people call it
    label: String,
}

/// Looks after keys.
pub(super) async fn run(args: Args) -> Result<()> {
    match args.what {
        What::Create(args) => create(args).await,
        What::Revoke(args) => revoke(args).await,
    }
}

async fn create(args: CreateArgs) -> Result<()> {
    let store = super::database(&args.config).await?;
    let store = store.as_ref();
    let key = match &args.shop {
        Some(shop) => accounts::create_shop_key(store, &args.label, shop).await?,
        None => accounts::create_key(store, &args.label, scopes(&args)).await?,
    };
    eprintln!("The key {:?}, shown this once:", args.label);
    println!("{key}");
    Ok(())
}

fn scopes(args: &CreateArgs) -> Vec<Scope> {
    if args.read_only { vec![Scope::OperatorRead] } else { vec![Scope::OperatorRead, Scope::OperatorWrite] }
}

async fn revoke(args: RevokeArgs) -> Result<()> {
    let store = super::database(&args.config).await?;
    let operator = accounts::the_operator(store.as_ref()).await?;
    if !store.revoke_key(operator.id, args.label.clone(), Timestamp::now()).await? {
        bail!("there is no key {:?}", args.label);
    }
    println!("The key {:?} opens nothing any more.", args.label);
    Ok(())
}
