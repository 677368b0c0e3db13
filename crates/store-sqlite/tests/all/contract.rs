//! The suite that every store passes.

use std::sync::atomic::{AtomicU32, Ordering};

use doorstep_store::contract;
use doorstep_store_sqlite::SqliteStore;

#[tokio::test(flavor = "multi_thread")]
async fn the_sqlite_store_keeps_every_promise() {
    let folder = tempfile::tempdir().unwrap();
    let count = AtomicU32::new(0);
    let fresh = async || {
        let name = format!("{}.db", count.fetch_add(1, Ordering::Relaxed));
        SqliteStore::open(&folder.path().join(name)).await.unwrap()
    };
    contract::suite(fresh).await;
}
