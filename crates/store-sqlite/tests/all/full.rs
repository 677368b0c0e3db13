//! A full disk: no acknowledgement, nothing half-written, and it heals by itself when there is room again.

use std::path::Path;
use std::process::Command;

use crate::common::{append, fix, logged, tour};
use doorstep_domain::{ParcelId, RecipientId, Status};
use doorstep_store::{
    Append, Channel, EventLog as _, Message, MessageKind, Outbox as _, Parcels as _, Settled, Store as _,
    StoreError, Target, Topic,
};
use doorstep_store_sqlite::{Settings, SqliteStore};
use doorstep_testkit::{DAY, Ids, MORNING, parcel, settle_in};

const MOUNTED: &str = "DOORSTEP_SMALL_DISK";
const BATCH: u32 = 50;

/// Appends batches, each on a tour of its own, until the disk is full; how many were acknowledged.
async fn fill(store: &SqliteStore) -> u32 {
    for number in 1..10_000 {
        match store.append(append(number, (0..BATCH).map(fix).collect())).await {
            Ok(_) => {}
            Err(StoreError::Full) => return number - 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    panic!("the disk is never full")
}

/// Every acknowledged batch is there and whole, and nothing of the refused one.
async fn assert_whole(store: &SqliteStore, acknowledged: u32) {
    for number in 1..=acknowledged {
        assert_eq!(logged(store, number).await.expect("it reads").len(), BATCH as usize, "batch {number}");
    }
    assert_eq!(logged(store, acknowledged + 1).await.expect("it reads").len(), 0);
    assert_eq!(store.load_day(DAY).await.expect("it reads").len(), acknowledged as usize);
}

#[tokio::test]
async fn a_database_at_its_largest_size_takes_nothing_by_halves() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { bytes_max: Some(1024 * 1024), ..Settings::default() };
    let store = SqliteStore::open_with(&folder.path().join("db"), &settings).await.unwrap();
    let mut ids = Ids::seeded(1);
    let (operator, account, _) = settle_in(&store, &mut ids).await.unwrap();
    let parcel = parcel(&mut ids, operator.id);
    store.insert_parcels(vec![parcel.clone()], MORNING).await.unwrap();

    let acknowledged = fill(&store).await;
    assert!(acknowledged > 10, "{acknowledged}");
    let with_all = Append {
        settled: vec![Settled { parcel: parcel.id, status: Status::OutForDelivery, outcome: None }],
        messages: vec![message(account.id, parcel.id)],
        ..append(acknowledged + 1, (0..10 * BATCH).map(fix).collect())
    };
    assert!(matches!(store.append(with_all.clone()).await, Err(StoreError::Full)));
    assert_whole(&store, acknowledged).await;
    assert_eq!(store.find_parcel(parcel.id).await.unwrap(), Some(parcel.clone()));
    assert_eq!(store.due(Channel::Email, MORNING, 10).await.unwrap(), []);

    store.forget_day(DAY).await.unwrap();
    assert_eq!(store.append(with_all).await.unwrap().last_seq, u64::from(10 * BATCH));
    assert_eq!(store.due(Channel::Email, MORNING, 10).await.unwrap().len(), 1);
    assert_eq!(store.find_parcel(parcel.id).await.unwrap().unwrap().status, Status::OutForDelivery);
}

#[tokio::test]
async fn a_full_disk_fails_the_whole_group_and_the_next_one_is_tried() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { bytes_max: Some(1024 * 1024), ..Settings::default() };
    let store = SqliteStore::open_with(&folder.path().join("db"), &settings).await.unwrap();
    let large = || append(1, (0..10_000).map(fix).collect());
    let (a, b) = tokio::join!(store.append(append(2, vec![fix(1)])), store.append(large()));
    assert!(matches!((&a, &b), (Err(StoreError::Full), Err(StoreError::Full))), "{a:?} {b:?}");
    assert_eq!(store.append(append(2, vec![fix(1)])).await.unwrap().last_seq, 1);
    assert!(matches!(store.append(large()).await, Err(StoreError::Full)));
    assert_eq!(store.load_tour(tour(1), DAY).await.unwrap(), []);
}

/// Starts [`fills_a_small_disk`] in a process that mounted a disk of 4 MiB, where the machine lets it.
#[test]
fn a_disk_that_is_really_full_heals_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=4m none \"$0\" || exit 77\nexec \"$@\"";
    let child = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
        .arg(folder.path())
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full::fills_a_small_disk", "--nocapture"])
        .env(MOUNTED, folder.path())
        .output();
    let may_not = |child: &std::process::Output| {
        child.status.code() == Some(77) || String::from_utf8_lossy(&child.stderr).contains("unshare")
    };
    match child {
        Ok(child) if may_not(&child) => eprintln!("not tried: this machine lets nobody mount a small disk"),
        Ok(child) => {
            let said = String::from_utf8_lossy(&child.stdout).into_owned();
            assert!(child.status.success(), "{said}\n{}", String::from_utf8_lossy(&child.stderr));
            assert!(said.contains("acknowledged before the disk was full"), "{said}");
        }
        Err(error) => eprintln!("not tried: {error}"),
    }
}

#[tokio::test]
async fn fills_a_small_disk() {
    let Ok(disk) = std::env::var(MOUNTED) else { return };
    let disk = Path::new(&disk);
    let ballast = disk.join("ballast");
    std::fs::write(&ballast, vec![1; 1024 * 1024]).unwrap();
    let store = SqliteStore::open(&disk.join("db")).await.unwrap();

    let acknowledged = fill(&store).await;
    println!("{acknowledged} batches acknowledged before the disk was full");
    assert!(acknowledged > 10, "{acknowledged}");
    assert_whole(&store, acknowledged).await;
    assert!(matches!(store.check().await, Err(StoreError::Full) | Ok(())));

    std::fs::remove_file(&ballast).unwrap();
    let again = (0..BATCH).map(fix).collect();
    assert_eq!(store.append(append(acknowledged + 1, again)).await.unwrap().last_seq, u64::from(BATCH));
    store.close().await;
    let store = SqliteStore::open(&disk.join("db")).await.unwrap();
    assert_whole(&store, acknowledged + 1).await;
}

fn message(recipient: RecipientId, parcel: ParcelId) -> Message {
    Message {
        recipient,
        target: Target::Email,
        topic: Topic::Parcel(parcel, MessageKind::MapOpen),
        at: MORNING,
    }
}
