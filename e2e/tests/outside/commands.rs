//! Every command: its help, its figures, and its exit status 0 done, 1 failed, 2 wrong use.

use doorstep_e2e::binary::{doorstep, finish, run};
use doorstep_e2e::carrier::Carrier;
use serde_json::Value;

/// Every command there is, with those below it.
const COMMANDS: &[&str] = &[
    "demo",
    "serve",
    "simulate",
    "import",
    "record",
    "replay",
    "explain",
    "roads",
    "roads build",
    "bench",
    "bench fold",
    "bench ingest",
    "bench fanout",
    "bench roads",
    "admin",
    "admin user",
    "admin user add",
    "admin key",
    "admin key create",
    "admin key revoke",
    "admin driver",
    "admin driver add",
    "admin driver code",
    "admin backup",
    "admin backup-key",
    "admin restore",
    "admin forget",
    "doctor",
];

fn status(words: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(folder.path(), words);
    (ran.status, format!("{}{}", ran.stdout, ran.stderr))
}

#[test]
fn every_command_explains_itself() {
    for command in COMMANDS {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let (status, text) = status(&words);
        assert_eq!(status, 0, "{command}: {text}");
        assert!(text.contains("Usage:"), "{command}: {text}");
    }
    assert_eq!(status(&["--version"]).0, 0);
}

#[test]
fn wrong_use_exits_with_two() {
    for words in [
        &["serv"][..],
        &["serve", "--no-such-option"],
        &["demo", "--speed", "0"],
        &["demo", "--tours", "2"],
        &["import"],
        &["replay", "folder"],
        &["bench", "nothing"],
        &["simulate", "--server", "http://127.0.0.1:9"],
        &["admin", "forget", "yesterday"],
        &["explain", "T1", "--at", "yesterday"],
        &["admin", "backup", "copy.db"],
        &["admin", "restore", "copy.db"],
        &["import", "file.txt", "--server", "http://127.0.0.1:9", "--key", "k", "--format", "nothing"],
    ] {
        let (status, text) = status(words);
        assert_eq!(status, 2, "{words:?}: {text}");
        assert!(!text.is_empty(), "{words:?}");
    }
}

#[test]
fn what_fails_exits_with_one_and_says_why() {
    for words in [
        &["replay", "missing", "--predictions", "out.jsonl"][..],
        // A key may begin with a dash: it is base64url.
        &["import", "missing.csv", "--server", "http://127.0.0.1:9", "--key", "-k"],
        &["roads", "build", "missing.osm.pbf"],
        &["explain", "T1", "--database", "sqlite:missing.db"],
        &["bench", "roads", "missing.osm.pbf"],
        &["simulate", "--server", "http://127.0.0.1:9", "--key", "k"],
        &["admin", "key", "revoke", "no such key"],
        &["serve", "--database", "sqlite:/no/such/folder/doorstep.db", "--listen", "127.0.0.1:0"],
    ] {
        let (status, text) = status(words);
        assert_eq!(status, 1, "{words:?}: {text}");
        assert!(text.starts_with("doorstep: "), "{words:?}: {text}");
    }
}

#[test]
fn keys_users_and_drivers_are_looked_after() {
    let carrier = Carrier::new().unwrap();
    let admin = |words: &[&str], input: &str| {
        let words: Vec<&str> =
            ["admin"].iter().chain(words).copied().chain(["--database", carrier.database()]).collect();
        finish(doorstep(carrier.folder(), &words), input)
    };
    let user = ["user", "add", "ada@example.org", "--name", "Ada"];
    assert_eq!(admin(&user, "too short").status, 2);
    assert_eq!(admin(&user, "a long enough password\n").status, 0);
    let again = admin(&user, "a long enough password\n");
    assert_eq!(again.status, 1, "there is one already: {again:?}");
    let driver = admin(&["driver", "add", "Grace"], "");
    assert_eq!(driver.status, 0, "{driver:?}");
    let code = admin(&["driver", "code", driver.stdout.trim()], "");
    assert_eq!((code.status, code.stdout.trim().is_empty()), (0, false), "{code:?}");
    assert_eq!(admin(&["driver", "code", "0123456789abcdef0123456789abcdef"], "").status, 1);
    assert_eq!(admin(&["key", "revoke", "tests"], "").status, 0);
    assert_eq!(admin(&["forget", "2020-01-01"], "").status, 0);
}

#[test]
fn roads_are_prepared_with_figures() {
    let folder = tempfile::tempdir().unwrap();
    let extract = concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/monaco.osm.pbf");
    let ran = run(folder.path(), &["roads", "build", extract, "--prepared", "monaco.roads", "--json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let figures: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(figures["length_km"].as_f64().unwrap_or_default() > 50.0, "{figures}");
    assert!(folder.path().join("monaco.roads").exists());
}
