//! `doorstep admin user`.

use std::io::{IsTerminal as _, Read as _};

use anyhow::{Context as _, Result};
use clap::{Subcommand, ValueEnum};
use doorstep_store::Role;

use super::super::ConfigArgs;
use crate::accounts::{self, NewUser};
use crate::failure::WrongUse;

/// The longest password that is read, in bytes.
const PASSWORD_MAX: u64 = 1_024;
/// The shortest password, in characters.
const PASSWORD_MIN: usize = 10;

/// The options of `doorstep admin user`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to do.
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add someone who logs in. The password is read from standard input; on a terminal one is made and shown
    Add(AddArgs),
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    #[command(flatten)]
    config: ConfigArgs,
    /// The e-mail address to log in with
    email: String,
    /// How pages address them
    #[arg(long, env = "DOORSTEP_NAME")]
    name: String,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleWord::Recipient, env = "DOORSTEP_ROLE")]
    role: RoleWord,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum RoleWord {
    /// Follow their own parcels
    Recipient,
    /// Watch all tours
    Dispatcher,
    /// Watch all tours, and decide what recipients may see
    Admin,
}

/// Looks after users.
pub(super) async fn run(args: Args) -> Result<()> {
    let What::Add(args) = args.what;
    let (password, made) = password()?;
    let store = super::database(&args.config).await?;
    let role = match args.role {
        RoleWord::Recipient => Role::Recipient,
        RoleWord::Dispatcher => Role::Dispatcher,
        RoleWord::Admin => Role::Admin,
    };
    let user = NewUser { email: args.email.clone(), name: args.name, role, password: password.clone() };
    accounts::create_user(store.as_ref(), &user).await?;
    println!("{} can log in now.", args.email);
    if made {
        println!("The password, shown this once: {password}");
    }
    Ok(())
}

/// The password from standard input, or on a terminal a fresh one: what is typed there could be read over a
/// shoulder. Tells whether it was made.
fn password() -> Result<(String, bool)> {
    let input = std::io::stdin();
    if input.is_terminal() {
        return Ok((accounts::fresh_password(), true));
    }
    let mut text = String::new();
    input
        .take(PASSWORD_MAX)
        .read_to_string(&mut text)
        .context("the password cannot be read from standard input")?;
    let password = text.trim_end_matches(['\n', '\r']).to_owned();
    if password.chars().count() < PASSWORD_MIN {
        let what = format!("standard input holds no password of at least {PASSWORD_MIN} characters");
        return Err(WrongUse(what).into());
    }
    Ok((password, false))
}
