//! What was believed of a tour, looked up in the database.

mod page;
mod parcel;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use doorstep_domain::streets::Streets;
use doorstep_domain::{OperatorId, ParcelId, TourId};
use doorstep_server::explain::look_back;
use doorstep_server::looks::record_by_hand;
use doorstep_store::{Operator, PAGE_MAX, Store, TourRecord};
use doorstep_wire::tour::ExplanationAnswer;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::config::Config;
use crate::database::sqlite_path;
use crate::{accounts, wiring};

/// Why nothing is told when a look cannot be recorded.
const NOT_RECORDED: &str = "who looks at a tour is recorded first, and that could not be written, so nothing is shown; \
    see that the database can be written and the disk has room";

/// What is asked.
pub(crate) struct Question {
    /// The tour, by id or reference.
    pub(crate) tour: String,
    /// A parcel of it, by id or tracking number.
    pub(crate) parcel: Option<String>,
    /// The instant; that of the newest receipt when nothing is said.
    pub(crate) at: Option<Timestamp>,
}

/// What was believed, and the zone by whose clock it is told.
pub(crate) struct Explained {
    /// What was believed.
    pub(crate) answer: ExplanationAnswer,
    zone: TimeZone,
}

impl Explained {
    /// A page for a person.
    pub(crate) fn page(&self) -> String {
        page::page(&self.answer, &self.zone)
    }
}

/// Looks it up in the database that the configuration names. It is not made when it is not there.
///
/// # Errors
/// When there is no such database, tour or parcel, or the instant does not fit the log.
pub(crate) async fn ask(config: &Config, question: &Question) -> Result<Explained> {
    let path = sqlite_path(&config.database.url)?;
    if !path.exists() {
        bail!("there is no database at {}; name the server's own with --database", path.display());
    }
    let store = wiring::open_database(&path).await?;
    // Only what a recipient saw depends on the streets, and they take a while to read.
    let (_, streets) = match question.parcel {
        Some(_) => wiring::roads(config).await?.unzip(),
        None => (None, None),
    };
    ask_store(store.as_ref(), question, Timestamp::now(), streets).await
}

async fn ask_store(
    store: &dyn Store,
    question: &Question,
    now: Timestamp,
    streets: Option<Arc<Streets>>,
) -> Result<Explained> {
    let operator = accounts::the_operator(store).await?;
    let zone = TimeZone::get(&operator.time_zone).unwrap_or(TimeZone::UTC);
    let day = question.at.unwrap_or(now).to_zoned(zone.clone()).date();
    let tour = find_tour(store, &operator, &question.tour, day).await?;
    let parcel = match &question.parcel {
        Some(name) => Some(find_parcel(store, operator.id, name).await?),
        None => None,
    };
    // The driver reads who looked, whichever way they came.
    record_by_hand(store, &tour, now).await.context(NOT_RECORDED)?;
    let answer = look_back(store, tour, parcel, question.at, now, streets).await?;
    Ok(Explained { answer, zone })
}

async fn find_tour(store: &dyn Store, operator: &Operator, name: &str, day: Date) -> Result<TourRecord> {
    if let Ok(id) = name.parse::<TourId>()
        && let Some(found) = store.find_tour_of_operator(operator.id, id).await?
    {
        return Ok(found);
    }
    let mut after = None;
    loop {
        let page = store.list_tours(operator.id, day, after, PAGE_MAX).await?;
        if let Some(found) = page.rows.into_iter().find(|tour| tour.reference == name) {
            return Ok(found);
        }
        after = page.next;
        if after.is_none() {
            bail!("there is no tour {name:?}; give its id, or the reference of a tour of {day}");
        }
    }
}

async fn find_parcel(store: &dyn Store, operator: OperatorId, name: &str) -> Result<ParcelId> {
    if let Ok(id) = name.parse::<ParcelId>()
        && store.find_parcel_of_operator(operator, id).await?.is_some()
    {
        return Ok(id);
    }
    let found = store.find_parcel_by_number(operator, name).await?;
    let unknown = || format!("there is no parcel {name:?}; give its id or tracking number");
    Ok(found.with_context(unknown)?.id)
}
