//! What was acknowledged is in the database after any crash, and nothing is counted twice (invariant 6).
//!
//! This test starts itself as a process that appends and says so, has it die in the midst of that, and looks at what the
//! next process finds. Every other round it is killed with SIGKILL, at whatever it does just then; in those between, it
//! dies of itself with the very next instruction after an acknowledgement.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::common::{append, fix, logged};
use doorstep_store::EventLog as _;
use doorstep_store_sqlite::SqliteStore;

const DATABASE: &str = "DOORSTEP_CRASH_DATABASE";
const ROUND: &str = "DOORSTEP_CRASH_ROUND";
const ROUNDS: u32 = 16;
const TOURS: u32 = 8;
/// More than any process appends before it is killed.
const EVENTS_OF_A_ROUND: u32 = 1_000_000;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("db");
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        acknowledged.extend(append_until_killed(&path, round));
        let store = SqliteStore::open(&path).await.unwrap();
        let mut found = BTreeSet::new();
        for tour in 0..TOURS {
            for id in logged(&store, tour).await.unwrap() {
                assert!(found.insert(id), "event {id} is in the log twice");
            }
        }
        let lost: Vec<_> = acknowledged.difference(&found).collect();
        assert!(
            lost.is_empty(),
            "round {round}: of {} acknowledged events {lost:?} are lost",
            acknowledged.len()
        );
        store.close().await;
    }
}

/// The events that a process acknowledged before it was killed.
fn append_until_killed(path: &Path, round: u32) -> Vec<u128> {
    let mut child = Command::new(std::env::current_exe().expect("this program has a path"))
        .args(["--exact", "crash::appends_until_it_is_killed", "--nocapture"])
        .env(DATABASE, path)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts again");
    let mut output = BufReader::new(child.stdout.take().expect("its output is piped"));
    let mut acknowledged = Vec::new();
    let mut line = String::new();
    while output.read_line(&mut line).expect("it writes text") > 0 {
        // The line that the kill cut off was not said.
        if let Some(id) = line.strip_prefix("acknowledged ").and_then(|id| id.strip_suffix('\n')) {
            acknowledged.push(id.parse().expect("it writes numbers"));
        }
        if !dies_of_itself(round) && acknowledged.len() == enough(round) {
            child.kill().expect("it can be killed");
        }
        line.clear();
    }
    assert!(!child.wait().expect("it ends").success(), "it died");
    assert!(acknowledged.len() >= enough(round), "only {} were acknowledged", acknowledged.len());
    acknowledged
}

/// How many acknowledgements a round waits for; another number each time.
fn enough(round: u32) -> usize {
    20 + 37 * round as usize
}

fn dies_of_itself(round: u32) -> bool {
    round % 2 == 1
}

#[tokio::test(flavor = "multi_thread")]
async fn appends_until_it_is_killed() {
    let Ok(path) = std::env::var(DATABASE) else { return };
    let round: u32 = std::env::var(ROUND).unwrap().parse().unwrap();
    let store = SqliteStore::open(Path::new(&path)).await.unwrap();
    let acknowledged = AtomicUsize::new(0);
    let writer = async |tour: u32| {
        let first = round * EVENTS_OF_A_ROUND + tour;
        for number in (first..).step_by(TOURS as usize) {
            store.append(append(tour, vec![fix(number)])).await.unwrap();
            writeln!(std::io::stdout(), "acknowledged {number}").unwrap();
            if acknowledged.fetch_add(1, Ordering::Relaxed) + 1 >= enough(round) && dies_of_itself(round) {
                std::process::abort();
            }
        }
    };
    tokio::join!(writer(0), writer(1), writer(2), writer(3), writer(4), writer(5), writer(6), writer(7));
}
