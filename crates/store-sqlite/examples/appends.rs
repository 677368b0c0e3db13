//! How many acknowledged, fsynced fixes the store takes in a second, by writers that each wait for their
//! acknowledgement before they send more, and how quickly logs are read.
//!
//! `cargo run --release -p doorstep-store-sqlite --example appends [FOLDER]`; the folder decides which disk is measured.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use doorstep_domain::{EventId, Fix, Happening, TourEvent, TourId};
use doorstep_store::{Append, EventLog as _, StoreError};
use doorstep_store_sqlite::SqliteStore;
use doorstep_testkit::{DAY, MORNING, door};
use jiff::SignedDuration;
use tokio::task::JoinSet;

const TIME: Duration = Duration::from_secs(4);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    for (writers, batch) in [(1, 1), (64, 1), (512, 1), (1, 50), (64, 50), (8, 1_000)] {
        let path = folder.join(format!("doorstep-appends-{}-{writers}-{batch}.db", std::process::id()));
        measure(Arc::new(SqliteStore::open(&path).await?), writers, batch).await?;
        for end in ["", "-wal", "-shm"] {
            let _absent = std::fs::remove_file(format!("{}{end}", path.display()));
        }
    }
    Ok(())
}

async fn measure(
    store: Arc<SqliteStore>,
    writers: u32,
    batch: u32,
) -> Result<(), Box<dyn std::error::Error>> {
    let began = Instant::now();
    let mut tasks = JoinSet::new();
    for writer in 0..writers {
        tasks.spawn(write(store.clone(), writer, batch, began));
    }
    let mut waits = Vec::new();
    for done in tasks.join_all().await {
        waits.extend(done?);
    }
    let seconds = began.elapsed().as_secs_f64();
    waits.sort_unstable();
    let wait = |per_mille: usize| waits.get(waits.len() * per_mille / 1_000).copied().unwrap_or_default();
    let fixes = f64::from(u32::try_from(waits.len())? * batch);
    println!(
        "{writers} writers, batches of {batch}: {:.0} fixes/s, wait p50 {:?} p99 {:?}",
        fixes / seconds,
        wait(500),
        wait(990)
    );

    let began = Instant::now();
    let events = store.load_tour(TourId::from_u128(0), DAY).await?.len();
    let one = began.elapsed();
    let began = Instant::now();
    let tours = store.load_day(DAY).await?.len();
    println!("  read: a tour of {events} events in {one:?}, a day of {tours} tours in {:?}", began.elapsed());
    store.close().await;
    Ok(())
}

/// How long each append waited.
async fn write(
    store: Arc<SqliteStore>,
    writer: u32,
    batch: u32,
    began: Instant,
) -> Result<Vec<Duration>, StoreError> {
    let mut waits = Vec::new();
    let mut number = 0;
    while began.elapsed() < TIME {
        let events = (number..number + batch).map(fix).collect();
        let tour = TourId::from_u128(writer.into());
        let sent = Instant::now();
        let append = Append { tour, day: DAY, events, settled: Vec::new(), messages: Vec::new() };
        store.append(append).await?;
        waits.push(sent.elapsed());
        number += batch;
    }
    Ok(waits)
}

fn fix(number: u32) -> TourEvent {
    let at = MORNING + SignedDuration::from_secs(i64::from(number));
    let fix = Fix { place: door(number % 100), accuracy: None, speed: None, course: None };
    TourEvent { id: EventId::from_u128(number.into()), at, received_at: at, what: Happening::Fix(fix) }
}
