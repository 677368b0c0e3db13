//! Tables: made, brought up to date, and refused.

use crate::common::{append, connect, fix, logged, run};
use doorstep_store::{EventLog as _, Store as _, StoreError};
use doorstep_store_sqlite::SqliteStore;

#[tokio::test]
async fn an_empty_file_becomes_a_database() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["absent", "empty"] {
        let path = folder.path().join(name);
        if name == "empty" {
            std::fs::write(&path, "").unwrap();
        }
        let store = SqliteStore::open(&path).await.unwrap();
        store.check().await.unwrap();
        store.close().await;
        SqliteStore::open(&path).await.unwrap().check().await.unwrap();
    }
}

#[tokio::test]
async fn the_database_is_as_durable_as_it_must_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let _store = SqliteStore::open(&path).await.unwrap();
    let mut db = connect(&path).await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut db).await.unwrap();
    assert_eq!(mode, "wal");
}

#[tokio::test]
async fn notes_are_found_without_reading_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.append(append(1, vec![fix(1)])).await.unwrap();
    let mut db = connect(&path).await;
    let index = "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name LIKE 'log_2%'";
    let indexes: Vec<(String, String)> = sqlx::query_as(index).fetch_all(&mut db).await.unwrap();
    assert_eq!(indexes.len(), 1, "the log has no other index");
    let (table, sql) = &indexes[0];
    let (_, condition) = sql.split_once(" WHERE ").unwrap();
    let find =
        format!("EXPLAIN QUERY PLAN SELECT id, tour, body FROM {table} WHERE {condition} ORDER BY +id");
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(find)).fetch_all(&mut db).await.unwrap();
    assert!(plan[0].3.contains(&format!("INDEX notes_of_{table}")), "{plan:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_start_together_make_the_tables_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let (a, b, c) =
        tokio::join!(SqliteStore::open(&path), SqliteStore::open(&path), SqliteStore::open(&path));
    for store in [a, b, c] {
        store.unwrap().check().await.unwrap();
    }
}

#[tokio::test]
async fn a_newer_database_is_refused_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    SqliteStore::open(&path).await.unwrap().close().await;
    run(&path, "PRAGMA user_version = 4711").await;
    let before = std::fs::read(&path).unwrap();
    let error = SqliteStore::open(&path).await.err().unwrap();
    assert!(matches!(error, StoreError::TooNew { found: 4711, known: 1.. }), "{error:?}");
    assert!(error.to_string().contains("schema 4711"), "{error}");
    assert!(std::fs::read(&path).unwrap() == before);
}

#[tokio::test]
async fn a_file_of_something_else_is_refused_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    run(&path, "CREATE TABLE cookies (id INTEGER PRIMARY KEY)").await;
    assert!(matches!(SqliteStore::open(&path).await, Err(StoreError::Driver(_))));
    let mut db = connect(&path).await;
    let tables: Vec<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_schema").fetch_all(&mut db).await.unwrap();
    assert_eq!(tables, ["cookies"]);

    let text = folder.path().join("text");
    std::fs::write(&text, "no database, but text that is long enough to have a header".repeat(20)).unwrap();
    assert!(matches!(SqliteStore::open(&text).await, Err(StoreError::Driver(_))));
    let missing = folder.path().join("no folder").join("db");
    assert!(matches!(SqliteStore::open(&missing).await, Err(StoreError::Driver(_))));
}

#[tokio::test]
async fn the_index_is_made_anew_from_the_logs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    for number in 0..30 {
        store.append(append(number % 3, vec![fix(number)])).await.unwrap();
    }
    let expected = [0, 1, 2_u32].map(|tour| (tour..30).step_by(3).map(u128::from).collect::<Vec<_>>());

    for damage in ["DELETE FROM log_ends", "UPDATE log_ends SET last_seq = 1, last_id = 1"] {
        run(&path, damage).await;
        store.rebuild_index().await.unwrap();
        for (number, expected) in (0..).zip(&expected) {
            assert_eq!(logged(&store, number).await.unwrap(), *expected, "{damage}");
        }
    }
    assert_eq!(store.append(append(2, vec![fix(32)])).await.unwrap().last_seq, 11);
}

#[tokio::test]
async fn an_index_that_does_not_agree_is_mended_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.append(append(1, vec![fix(1), fix(2)])).await.unwrap();
    store.close().await;
    for damage in [
        "DELETE FROM log_ends",
        "UPDATE log_ends SET last_id = 1",
        "INSERT INTO log_ends VALUES ('2020-01-01', x'00', 1, 1)",
    ] {
        run(&path, damage).await;
        let store = SqliteStore::open(&path).await.unwrap();
        assert_eq!(logged(&store, 1).await.unwrap(), [1, 2], "{damage}");
        store.close().await;
        let mut db = connect(&path).await;
        let ends: i64 = sqlx::query_scalar("SELECT count(*) FROM log_ends").fetch_one(&mut db).await.unwrap();
        assert_eq!(ends, 1, "{damage}");
    }
}

#[tokio::test]
async fn a_log_with_a_hole_is_an_error_and_no_shorter_log() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.append(append(1, (0..5).map(fix).collect())).await.unwrap();
    run(&path, "DELETE FROM log_20260314 WHERE id = 3").await;
    let error = logged(&store, 1).await.unwrap_err();
    assert!(matches!(error, StoreError::Inconsistent { table: "log", .. }), "{error:?}");
}
