//! `doorstep admin forget`: a service day, or one person.

use std::convert::Infallible;
use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use doorstep_server::retention::copies;
use doorstep_store::{Account, Actor, AuditEntry, Deed, Forgotten, LedgerEntry, Store};
use jiff::Timestamp;
use jiff::civil::Date;

use super::super::ConfigArgs;
use crate::config::Config;
use crate::failure::WrongUse;
use crate::person;

/// How often it is tried to leave nothing in the files, and the pause between two tries.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(250);

/// The options of `doorstep admin forget`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    config: ConfigArgs,
    /// A service day, such as 2026-11-20, of which the logs go; or the e-mail address of whom to forget
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Day(Date),
    Person(String),
    Neither(String),
}

impl FromStr for What {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(match text.parse() {
            Ok(day) => Self::Day(day),
            Err(_no_day) if text.contains('@') => Self::Person(text.trim().to_owned()),
            Err(_no_day) => Self::Neither(text.to_owned()),
        })
    }
}

/// Forgets it.
pub(super) async fn run(args: Args) -> Result<()> {
    let config = args.config.load()?;
    match args.what {
        What::Day(day) => {
            let store = super::database(&args.config).await?;
            note(store.as_ref(), &config, Forgotten::Day(day)).await?;
            store.forget_day(day).await?;
            println!("Everything that happened on the tours of {day} is forgotten.");
        }
        What::Person(email) => {
            let store = super::database(&args.config).await?;
            forget_person(store.as_ref(), &config, &email).await?;
            println!(
                "{email} is forgotten. Copies of the database hold them until those are deleted; \
                 `doorstep admin restore` forgets them again."
            );
            if !leaves_nothing(store.as_ref()).await? {
                println!(
                    "A running server holds the database, so its files may tell of them for up to an hour; \
                     run `doorstep admin forget {email}` with the server stopped to be sure at once."
                );
            }
        }
        What::Neither(text) => {
            let what = format!(
                "{text:?} is neither a service day nor an e-mail address; write for example 2026-11-20 or \
                 ada@example.org"
            );
            return Err(WrongUse(what).into());
        }
    }
    Ok(())
}

/// Forgets one person, and records that someone was forgotten.
async fn forget_person(store: &dyn Store, config: &Config, email: &str) -> Result<()> {
    let account = person::account(store, email).await?;
    refuse_while_on_the_way(store, &account).await?;
    let entry = AuditEntry {
        operator: account.operator,
        at: Timestamp::now(),
        by: Actor::Command,
        deed: Deed::PersonForgotten,
        subject: String::new(),
    };
    store.record(entry).await?;
    note(store, config, Forgotten::Person(account.id)).await?;
    store.forget_person(account.id).await?;
    Ok(())
}

/// Notes what is forgotten, in the database and beside the copies of it.
async fn note(store: &dyn Store, config: &Config, what: Forgotten) -> Result<()> {
    store.note_forgotten(LedgerEntry { at: Timestamp::now(), what }).await?;
    if let Some(folder) = &config.backup.directory {
        let written = copies::write_ledger(folder, &store.list_forgotten().await?);
        written.with_context(|| format!("it cannot be noted in {}, and is not done", folder.display()))?;
    }
    Ok(())
}

/// A driver who is on the way needs the address, and would not find it.
async fn refuse_while_on_the_way(store: &dyn Store, account: &Account) -> Result<()> {
    for parcel in store.list_parcels_of_recipient(account.id).await? {
        let Some(on_tour) = parcel.on_tour else { continue };
        let tour = store.find_tour(on_tour.tour).await?.filter(|tour| tour.ended_at.is_none());
        if let Some(tour) = tour {
            bail!(
                "the parcel {} is on the tour {} of {}, which has not ended. Take it off that tour, or wait until the \
                 tour has ended",
                parcel.tracking_number,
                tour.reference,
                tour.day
            );
        }
    }
    Ok(())
}

/// Leaves nothing of what was deleted in the files; `false` when others do not let it.
async fn leaves_nothing(store: &dyn Store) -> Result<bool> {
    for _ in 0..TRIES {
        if store.erase_traces().await? {
            return Ok(true);
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(false)
}
