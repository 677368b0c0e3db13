//! The commands as a stranger meets them: the program itself, from outside.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder of its own, without the environment's settings.
fn doorstep(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("DOORSTEP_")) {
        command.env_remove(name);
    }
    command.args(arguments).current_dir(folder).output().expect("the program runs")
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder can be made")
}

fn told(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The words of a command in the contract.
const COMMANDS: &[&[&str]] = &[
    &["demo", "--listen", "--speed", "--tours", "--data"],
    &["serve", "--config", "--listen", "--database", "--nats"],
    &["simulate", "--server", "--tours", "--speed", "--seed"],
    &["import", "--server", "--key"],
    &["record", "--tours", "--seed", "--events", "--impair"],
    &["replay", "--predictions"],
    &["accuracy score", "--base", "--split", "--json"],
    &["accuracy degrade", "--seed"],
    &["accuracy report", "--out", "--plain", "--seed"],
    &["accuracy check", "--expected", "--bless"],
    &["explain", "--parcel", "--at", "--database", "--json"],
    &["roads build"],
    &["bench fold"],
    &["bench ingest"],
    &["bench fanout"],
    &["bench roads"],
    &["bench absence"],
    &["admin user"],
    &["admin key"],
    &["admin driver"],
    &["admin backup", "--database"],
    &["admin backup-key"],
    &["admin restore", "--key", "--replace", "--database"],
    &["admin forget"],
    &["admin privacy-report", "--out", "--database"],
    &["admin export"],
    &["admin retention", "--json"],
    &["doctor"],
];

#[test]
fn every_command_of_the_contract_is_there_with_its_options() {
    let folder = folder();
    for command in COMMANDS {
        let (name, options) = command.split_first().expect("a command has a name");
        let mut arguments: Vec<&str> = name.split(' ').collect();
        arguments.push("--help");
        let help = doorstep(folder.path(), &arguments);
        assert!(help.status.success(), "{name}: {}", told(&help));
        for option in options {
            assert!(told(&help).contains(option), "{name} has no {option}");
        }
    }
}

#[test]
fn what_comes_later_says_so_and_is_wrong_use() {
    let folder = folder();
    let vroom = folder.path().join("solution.json");
    std::fs::write(&vroom, r#"{"code":0,"summary":{},"routes":[]}"#).expect("it can be written");
    let later: &[&[&str]] = &[
        &["serve", "--nats", "nats://127.0.0.1:4222"],
        &["serve", "--database", "postgres://127.0.0.1/doorstep"],
        &["import", "solution.json", "--server", "http://127.0.0.1:9", "--key", "k"],
    ];
    for arguments in later {
        let output = doorstep(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", told(&output));
        assert!(told(&output).contains("later version"), "{arguments:?}: {}", told(&output));
    }
}

#[test]
fn wrong_use_exits_with_two_and_says_what_would_be_right() {
    let folder = folder();
    std::fs::write(folder.path().join("doorstep.toml"), "[http]\nlistne = \"127.0.0.1:1\"\n")
        .expect("it can be written");
    for (arguments, words) in [
        (&["serve"][..], "did you mean `http.listen`?"),
        (&["demo", "--speed", "0"], "must lie between"),
        (&["fly"], "unrecognized subcommand"),
        (&["replay"], "--predictions"),
        (&["record", "day", "--impair", "rain"], "is none of thin-N"),
        (&["record", "day", "--tours", "10001"], "1..=10000"),
    ] {
        let output = doorstep(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", told(&output));
        assert!(told(&output).contains(words), "{arguments:?}: {}", told(&output));
    }
}

#[test]
fn a_port_in_use_is_told_in_a_sentence() {
    let folder = folder();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it has an address").to_string();
    for command in ["serve", "demo"] {
        let output = doorstep(folder.path(), &[command, "--listen", &address]);
        assert_eq!(output.status.code(), Some(1), "{command}: {}", told(&output));
        let text = told(&output);
        assert!(
            text.contains(&address) && text.contains("Another program listens there"),
            "{command}: {text}"
        );
    }
}

#[test]
fn a_file_with_mistakes_is_told_line_by_line_and_nothing_is_sent() {
    let folder = folder();
    let rows = "tour,day,stop,address,lat,lon,tracking_number,sender\n\
        T1,2026-11-20,1,Street 1,43.7,7.4,A1,Shop\n\
        T1,2026-11-20,2,Street 2,91,7.4,A2,Shop\n\
        T2,never,1,Street 3,43.7,7.4,A3,Shop\n";
    std::fs::write(folder.path().join("tours.csv"), rows).expect("it can be written");
    // Nobody listens on port 9 here: that it is not missed shows that nothing was sent.
    let output =
        doorstep(folder.path(), &["import", "tours.csv", "--server", "http://127.0.0.1:9", "--key", "k"]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    let text = told(&output);
    for part in ["tours.csv: line 3: lat:", "tours.csv: line 4: day:", "2 mistakes; nothing was sent"] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

#[test]
fn keys_and_drivers_are_made_and_a_user_needs_a_password() {
    let folder = folder();
    let database = ["--database", "sqlite:test.db"];
    let run = |arguments: &[&str]| doorstep(folder.path(), &[arguments, &database].concat());
    let key = run(&["admin", "key", "create", "planning"]);
    assert!(key.status.success(), "{}", told(&key));
    assert!(
        String::from_utf8_lossy(&key.stdout).trim().len() >= 40,
        "standard output is the key and nothing else"
    );
    assert!(run(&["admin", "key", "revoke", "planning"]).status.success());
    let unknown = run(&["admin", "key", "revoke", "plannnig"]);
    assert_eq!(unknown.status.code(), Some(1), "{}", told(&unknown));
    // Standard input is closed here: no password is read from it.
    let user = run(&["admin", "user", "add", "a@example.org", "--name", "A"]);
    assert_eq!(user.status.code(), Some(2), "{}", told(&user));
    let driver = run(&["admin", "driver", "add", "Driver 1"]);
    assert!(driver.status.success(), "{}", told(&driver));
    let id = String::from_utf8_lossy(&driver.stdout).trim().to_owned();
    let code = run(&["admin", "driver", "code", &id]);
    assert!(code.status.success(), "{}", told(&code));
}

#[test]
fn figures_are_json_when_asked_for() {
    let folder = folder();
    let output = doorstep(folder.path(), &["bench", "fold", "--fixes", "2000", "--stops", "5", "--json"]);
    assert!(output.status.success(), "{}", told(&output));
    let figures: serde_json::Value = serde_json::from_slice(&output.stdout).expect("standard output is JSON");
    assert!(figures["fixes_per_second"].as_f64().is_some_and(|figure| figure > 0.0), "{figures}");
}

#[test]
fn a_day_is_recorded_once_and_can_be_replayed() {
    let folder = folder();
    for (events, impair, stop_events_only) in
        [("served", "blackout", true), ("fixes", "thin-60,clock", false), ("both", "thin-60,doubled", false)]
    {
        let record = ["record", events, "--tours", "3", "--events", events, "--impair", impair, "--json"];
        let output = doorstep(folder.path(), &record);
        assert!(output.status.success(), "{}", told(&output));
        let figures: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("standard output is JSON");
        assert_eq!(figures["figures"]["tours"], 3, "{figures}");
        let again = doorstep(folder.path(), &record);
        assert_eq!(again.status.code(), Some(1), "{}", told(&again));
        assert!(told(&again).contains("is not empty"), "{}", told(&again));

        let output = doorstep(folder.path(), &["replay", events, "--predictions", "out.jsonl", "--json"]);
        assert!(output.status.success(), "{}", told(&output));
        let replayed: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("standard output is JSON");
        assert_eq!(replayed["figures"]["items"], figures["figures"]["items"]);
        assert_eq!(replayed["figures"]["of_no_tour"], 0);
        let feed =
            std::fs::read_to_string(folder.path().join(events).join("feed.jsonl")).expect("it is there");
        assert_eq!(!feed.contains("\"fix\""), stop_events_only);
    }
}
