//! `doorstep admin driver`.

use anyhow::{Context as _, Result};
use clap::Subcommand;
use doorstep_domain::{DriverId, Personal};
use jiff::{SignedDuration, Timestamp};

use super::super::ConfigArgs;
use crate::accounts;

/// How long a one-time code is good for.
const CODE_LIFE: SignedDuration = SignedDuration::from_mins(15);

/// The options of `doorstep admin driver`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add a driver
    Add(AddArgs),
    /// Make a one-time code with which a driver's phone logs in
    Code(CodeArgs),
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// The driver's name
    name: String,
}

#[derive(Debug, clap::Args)]
struct CodeArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// The driver's id, as `driver add` tells it
    driver: String,
}

/// Looks after drivers.
pub(super) async fn run(args: Args) -> Result<()> {
    match args.what {
        What::Add(args) => add(args).await,
        What::Code(args) => code(args).await,
    }
}

async fn add(args: AddArgs) -> Result<()> {
    let store = super::database(&args.config).await?;
    let operator = accounts::the_operator(store.as_ref()).await?;
    let id = DriverId::from_u128(accounts::random_bits());
    store.put_driver(id, operator.id, Personal::new(args.name)).await?;
    println!("{id}");
    Ok(())
}

async fn code(args: CodeArgs) -> Result<()> {
    let store = super::database(&args.config).await?;
    let id: DriverId = args.driver.parse()?;
    store.find_driver(id).await?.with_context(|| format!("there is no driver {id}"))?;
    let code = accounts::fresh_code();
    store.insert_driver_code(accounts::code_hash(&code), id, Timestamp::now() + CODE_LIFE).await?;
    eprintln!("The code, good once and for {} minutes:", CODE_LIFE.as_mins());
    println!("{code}");
    Ok(())
}
