//! The one writer: groups, limits, and other processes beside it.

use crate::common::{append, fix, logged, run};
use doorstep_domain::Personal;
use doorstep_store::{
    Account, Accounts as _, EventLog as _, Operators as _, Outbox as _, Store as _, StoreError,
};
use doorstep_store_sqlite::SqliteStore;
use doorstep_testkit::{DAY, Ids, operator, recipient};

#[tokio::test]
async fn a_refused_write_fails_no_other_of_its_group() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("db")).await.unwrap();
    let mut ids = Ids::seeded(1);
    let carrier = operator(&mut ids);
    store.put_operator(carrier.clone()).await.unwrap();
    let (first, third) = (recipient(&mut ids, carrier.id), recipient(&mut ids, carrier.id));
    let second = Account { email: first.email.clone(), ..recipient(&mut ids, carrier.id) };

    // On one thread all of them are queued before the writer sees the first.
    let (a, b, c, d) = tokio::join!(
        store.insert_account(first.clone()),
        store.insert_account(second),
        store.append(append(1, vec![fix(1)])),
        store.insert_account(third.clone()),
    );
    a.unwrap();
    assert!(matches!(b, Err(StoreError::Conflict { .. })), "{b:?}");
    assert_eq!(c.unwrap().last_seq, 1);
    d.unwrap();
    assert_eq!(store.find_account(third.id).await.unwrap(), Some(third));
    assert_eq!(logged(&store, 1).await.unwrap(), [1]);
}

#[tokio::test]
async fn an_append_that_fails_fails_no_other_of_its_group() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.append(append(1, vec![fix(1)])).await.unwrap();
    run(
        &path,
        "CREATE TRIGGER broken BEFORE INSERT ON log_20260314 WHEN NEW.tour = CAST(zeroblob(15) || x'02' AS BLOB) \
         BEGIN SELECT RAISE(ABORT, 'broken'); END",
    )
    .await;
    let (a, b, c) = tokio::join!(
        store.append(append(1, vec![fix(2)])),
        store.append(append(2, vec![fix(3)])),
        store.append(append(3, vec![fix(4)])),
    );
    assert_eq!((a.unwrap().last_seq, c.unwrap().last_seq), (2, 1));
    assert!(matches!(b, Err(StoreError::Driver(_))), "{b:?}");
    assert_eq!(logged(&store, 1).await.unwrap(), [1, 2]);
    assert_eq!(logged(&store, 2).await.unwrap(), Vec::<u128>::new());
    assert_eq!(logged(&store, 3).await.unwrap(), [4]);
}

#[tokio::test]
async fn a_full_queue_says_so_and_keeps_what_it_took() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("db")).await.unwrap();
    let events: Vec<_> = (0..10_000).map(fix).collect();
    let append = || store.append(append(1, events.clone()));
    let seven = tokio::join!(append(), append(), append(), append(), append(), append(), append());
    let taken =
        [seven.0, seven.1, seven.2, seven.3, seven.4, seven.5].map(|appended| appended.unwrap().last_seq);
    assert_eq!(taken, [10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
    assert!(matches!(seven.6, Err(StoreError::Busy)), "{:?}", seven.6);
    assert_eq!(append().await.unwrap().last_seq, 70_000, "there is room again");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_write_the_same_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let one = SqliteStore::open(&path).await.unwrap();
    let other = SqliteStore::open(&path).await.unwrap();
    let write = async |store: &SqliteStore, from: u32| {
        for number in from..from + 100 {
            store.append(append(1, vec![fix(number)])).await.unwrap();
        }
    };
    tokio::join!(write(&one, 0), write(&other, 100));
    let mut ids = logged(&one, 1).await.unwrap();
    assert_eq!(ids, logged(&other, 1).await.unwrap());
    ids.sort_unstable();
    assert_eq!(ids, (0..200).collect::<Vec<_>>());
}

#[tokio::test]
async fn another_process_may_forget_the_day_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let server = SqliteStore::open(&path).await.unwrap();
    let admin = SqliteStore::open(&path).await.unwrap();
    server.append(append(1, vec![fix(1)])).await.unwrap();
    admin.forget_day(DAY).await.unwrap();
    assert_eq!(server.append(append(1, vec![fix(2)])).await.unwrap().last_seq, 1);
    assert_eq!(logged(&server, 1).await.unwrap(), [2]);
}

#[tokio::test]
async fn what_was_queued_is_written_before_the_store_closes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    let (appended, ()) = tokio::join!(store.append(append(1, vec![fix(1)])), store.close());
    assert_eq!(appended.unwrap().last_seq, 1);
    assert!(matches!(store.append(append(1, vec![fix(2)])).await, Err(StoreError::Driver(_))));
    assert!(store.check().await.is_err());
    assert!(!folder.path().join("db-wal").exists());

    let again = SqliteStore::open(&path).await.unwrap();
    assert_eq!(logged(&again, 1).await.unwrap(), [1]);
}

#[tokio::test]
async fn the_store_says_when_it_takes_no_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.check().await.unwrap();
    run(&path, "DROP TABLE readiness").await;
    assert!(store.check().await.is_err());
}

#[tokio::test]
async fn a_forgotten_day_leaves_no_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    let needle = fix(77).id.to_string();
    let holds = || {
        let files = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|file| std::fs::read(file.unwrap().path()).unwrap());
        files.into_iter().any(|bytes| bytes.windows(needle.len()).any(|window| window == needle.as_bytes()))
    };
    store.append(append(1, (0..500).map(fix).collect())).await.unwrap();
    assert!(holds());
    store.forget_day(DAY).await.unwrap();
    assert!(!holds());
    store.enqueue(Vec::new()).await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_reads_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("db")).await.unwrap();
    store.check().await.unwrap();
    let modes: Vec<u32> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().metadata().unwrap().permissions().mode() & 0o777)
        .collect();
    assert_eq!(modes, [0o600; 3], "the database, its write-ahead log and what readers share");
}

#[tokio::test]
async fn a_row_that_nobody_writes_is_told_without_its_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    let mut ids = Ids::seeded(1);
    let carrier = operator(&mut ids);
    store.put_operator(carrier.clone()).await.unwrap();
    let account = Account { name: Personal::new("secret"), ..recipient(&mut ids, carrier.id) };
    store.insert_account(account.clone()).await.unwrap();
    run(&path, "UPDATE accounts SET role = 'secret'").await;
    let error = store.find_account(account.id).await.unwrap_err();
    assert!(matches!(error, StoreError::Inconsistent { table: "accounts", column: "role", .. }), "{error:?}");
    assert!(!format!("{error:?} {error}").contains("secret"));
}
