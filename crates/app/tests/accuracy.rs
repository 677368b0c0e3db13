//! The way of a recorded day from outside: replayed, scored, made poorer, told on a page, and held by a check.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn doorstep(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("DOORSTEP_")) {
        command.env_remove(name);
    }
    command.args(arguments).current_dir(folder).output().expect("the program runs")
}

/// Runs the program, which must do what it is asked; what it says.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = doorstep(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it writes text")
}

/// Runs the program, which must not succeed; its exit status and what it says of it.
fn refused(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = doorstep(folder, arguments);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A folder with a day of two tours, one behind the other; each serves its stops in the order of these letters.
fn day(orders: [&str; 2]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let at = |tour: usize, minute: usize| format!("2026-11-20T{:02}:{minute:02}:00Z", 8 + tour);
    let (mut plan, mut feed, mut truth) = (String::new(), String::new(), String::new());
    let line = |text: &mut String, value: Value| writeln!(text, "{value}").expect("text can be written");
    for (tour, order) in orders.into_iter().enumerate() {
        let stops: Vec<Value> = (1..=4)
            .zip(["a", "b", "c", "d"])
            .map(|(number, stop)| {
                let lat = 43.7 + 0.01 * f64::from(u8::try_from(number).expect("there are four"));
                json!({ "stop": stop, "lat": lat, "lon": 7.4, "sequence": number, "planned_arrival": at(tour, number * 5) })
            })
            .collect();
        let start = json!({ "lat": 43.7, "lon": 7.4, "at": at(tour, 0) });
        let name = tour.to_string();
        line(&mut plan, json!({ "tour": name, "date": "2026-11-20", "start": start, "stops": stops }));
        line(&mut feed, json!({ "tour": name, "at": at(tour, 0), "departed": { "stop": null } }));
        line(&mut truth, json!({ "tour": name, "sequence": 0, "departed_at": at(tour, 0) }));
        for (number, stop) in (1..).zip(order.chars().map(String::from)) {
            let (arrived_at, departed_at) = (at(tour, number * 5), at(tour, number * 5 + 1));
            line(&mut feed, json!({ "tour": name, "at": departed_at, "served": { "stop": stop } }));
            let visit = json!({
                "tour": name, "stop": stop, "sequence": number, "arrived_at": arrived_at, "departed_at": departed_at,
            });
            line(&mut truth, visit);
        }
    }
    let describes = json!({ "name": "small", "kind": "parcel", "gps": "none" }).to_string();
    let files =
        [("dataset.json", describes), ("plan.jsonl", plan), ("feed.jsonl", feed), ("truth.jsonl", truth)];
    fs::create_dir(folder.path().join("day")).expect("a folder can be made");
    for (name, text) in files {
        fs::write(folder.path().join("day").join(name), text).expect("it can be written");
    }
    folder
}

#[test]
fn a_day_is_replayed_and_scored_as_it_is_and_made_poorer() {
    let folder = day(["abcd", "acbd"]);
    let folder = folder.path();
    done(folder, &["replay", "day", "--predictions", "plain.jsonl"]);
    let score = done(folder, &["accuracy", "score", "day", "plain.jsonl", "--json"]);
    let score: Value = serde_json::from_str(&score).expect("it writes JSON");
    assert_eq!((&score["tours"], &score["predictions"]), (&json!(2), &json!(10)));
    let n = |score: &Value| score["figures"]["tours"]["next_stop"]["n"].clone();
    assert_eq!(n(&score), 8, "four instants on each tour, from the start until before the last arrival");

    done(folder, &["accuracy", "degrade", "day", "loss-50", "poorer", "--seed", "2"]);
    done(folder, &["replay", "poorer", "--predictions", "poorer.jsonl.gz"]);
    let poorer = ["accuracy", "score", "poorer", "poorer.jsonl.gz", "--base", "day", "--json"];
    let poorer: Value = serde_json::from_str(&done(folder, &poorer)).expect("it writes JSON");
    assert_eq!((n(&poorer), &poorer["variant"]), (json!(8), &json!("loss-50, seed 2")));
    assert!(poorer["predictions"].as_u64() < score["predictions"].as_u64(), "something was lost");
    assert!(done(folder, &["accuracy", "score", "day", "plain.jsonl"]).contains("next stop"));
}

#[test]
fn a_page_is_written_and_figures_are_held_until_they_change() {
    let folder = day(["abcd", "acbd"]);
    let folder = folder.path();
    done(folder, &["accuracy", "report", "day", "--plain", "--out", "pages/accuracy.md"]);
    let page = fs::read_to_string(folder.join("pages/accuracy.md")).expect("the page was written");
    assert!(
        page.contains("| `plain` | 8 |") && folder.join("pages/accuracy/small-error.svg").exists(),
        "{page}"
    );

    let check = ["accuracy", "check", "day", "--plain", "--expected", "expected.json"];
    assert_eq!(refused(folder, &check).0, Some(1), "nothing is expected yet");
    done(folder, &[&check[..], &["--bless"]].concat());
    assert!(done(folder, &check).contains("figures are as expected"));

    let path = folder.join("expected.json");
    let text = fs::read_to_string(&path).expect("it was written");
    let mut expected: Value = serde_json::from_str(&text).expect("it is JSON");
    expected["small"]["plain"]["arrival"] = json!({ "expected": 99.0, "tolerance": 1.5 });
    fs::write(&path, expected.to_string()).expect("it can be written");
    let (status, told) = refused(folder, &check);
    assert_eq!(status, Some(1));
    assert!(
        told.contains("small [plain]: arrival is ") && told.contains("expected 99 with a tolerance of 1.5"),
        "{told}"
    );
}

#[test]
fn mistakes_are_told_with_their_place_and_wrong_use_as_such() {
    let folder = day(["abcd", "acbd"]);
    let folder = folder.path();
    fs::write(folder.join("bad.jsonl"), "\n{\"tour\":\"0\"\n").expect("it can be written");
    let (status, told) = refused(folder, &["accuracy", "score", "day", "bad.jsonl"]);
    assert!(status == Some(1) && told.contains("bad.jsonl:2"), "{told}");
    let (status, told) = refused(folder, &["accuracy", "degrade", "day", "louder-3", "out"]);
    assert!(status == Some(2) && told.contains("is no way to make a day poorer"), "{told}");
    let (status, told) = refused(folder, &["accuracy", "report", "nowhere"]);
    assert!(status == Some(1) && told.contains("is no recorded day"), "{told}");
    assert_eq!(refused(folder, &["accuracy", "report"]).0, Some(2));
}
