//! What several of these tests need.

use std::path::Path;

use doorstep_domain::{EventId, Fix, Happening, TourEvent, TourId};
use doorstep_store::{Append, EventLog as _, StoreError};
use doorstep_store_sqlite::SqliteStore;
use doorstep_testkit::{DAY, MORNING, door};
use jiff::SignedDuration;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, SqliteConnection};

pub(crate) fn tour(number: u32) -> TourId {
    TourId::from_u128(u128::from(number))
}

/// The fix of a number, a second after the one before.
pub(crate) fn fix(number: u32) -> TourEvent {
    let at = MORNING + SignedDuration::from_secs(i64::from(number));
    let fix = Fix { place: door(number % 100), accuracy: None, speed: None, course: None };
    TourEvent { id: EventId::from_u128(number.into()), at, received_at: at, what: Happening::Fix(fix) }
}

pub(crate) fn append(number: u32, events: Vec<TourEvent>) -> Append {
    Append { tour: tour(number), day: DAY, events, settled: Vec::new(), messages: Vec::new() }
}

/// The numbers of the fixes in a tour's log.
pub(crate) async fn logged(store: &SqliteStore, number: u32) -> Result<Vec<u128>, StoreError> {
    Ok(store.load_tour(tour(number), DAY).await?.iter().map(|event| event.id.as_u128()).collect())
}

/// A connection that knows nothing of the store.
pub(crate) async fn connect(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .connect()
        .await
        .expect("the file opens")
}

pub(crate) async fn run(path: &Path, sql: &'static str) {
    let mut db = connect(path).await;
    sqlx::raw_sql(sql).execute(&mut db).await.expect("the statement is right");
    db.close().await.expect("it closes");
}
