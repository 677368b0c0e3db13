use std::fs;
use std::path::Path;

use serde_json::Value;

use super::super::scene::{driven, folder, lines, planned, scanned};
use super::degrade;
use crate::recorded::day::{Day, Item};
use crate::recorded::lines::Lines;

fn day() -> tempfile::TempDir {
    let (t, u) = (scanned("t", "acbedf"), scanned("u", "abcdef"));
    // Both tours drive at the same time: their items take turns.
    let feed: Vec<Value> = t.into_iter().zip(u).flat_map(|(t, u)| [t, u]).collect();
    folder(
        "parcel",
        &[
            ("plan.jsonl", &[planned("t", "abcdef"), planned("u", "abcdef")]),
            ("feed.jsonl", &feed),
            ("truth.jsonl", &[driven("t", "acbedf"), driven("u", "abcdef")].concat()),
        ],
    )
}

/// Makes a day poorer; the folder that holds it as `out`.
fn poorer(day: &Path, variant: &str, seed: u64) -> tempfile::TempDir {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let day = Day::open(day).expect("it is a day");
    degrade(&day, variant.parse().expect("it is a way"), seed, &out.path().join("out"))
        .expect("it can be written");
    out
}

fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str) -> Vec<T> {
    let mut file = Lines::open(folder, name, &indicatif::ProgressBar::hidden()).expect("the file is there");
    std::iter::from_fn(|| file.next().expect("each line is an object")).collect()
}

#[test]
fn the_same_seed_gives_the_same_day_and_another_seed_another_one() {
    let day = day();
    let feed = |seed| {
        let out = poorer(day.path(), "disorder-50", seed);
        fs::read(out.path().join("out/feed.jsonl.gz")).expect("the feed was written")
    };
    assert_eq!(feed(1), feed(1));
    assert_ne!(feed(1), feed(2));
}

#[test]
fn late_items_stand_where_they_are_received() {
    let out = poorer(day().path(), "disorder-50", 1);
    let items: Vec<Item> = read(&out.path().join("out"), "feed.jsonl");
    assert_eq!(items.len(), 14);
    assert!(items.is_sorted_by_key(Item::instant));
    assert!(items.iter().step_by(2).any(|item| item.tour == "u"), "t came first, and too late");
}

#[test]
fn what_does_not_change_is_copied_and_the_day_says_how_it_was_made() {
    let day = day();
    let first = poorer(day.path(), "loss-20", 3);
    let second = poorer(&first.path().join("out"), "plan-reversed", 1);
    let out = second.path().join("out");
    let described = Day::open(&out).expect("it is a day").dataset;
    assert_eq!(described.variant.as_deref(), Some("loss-20, seed 3, plan-reversed, seed 1"));
    assert_eq!((described.name.as_str(), described.licence.as_str()), ("small", "MIT"));
    let same = |name: &str, other: &Path| fs::read(out.join(name)).ok() == fs::read(other.join(name)).ok();
    assert!(same("truth.jsonl", day.path()) && same("feed.jsonl.gz", &first.path().join("out")));
    assert!(!out.join("plan.jsonl").exists() && !out.join("feed.jsonl").exists(), "one file of a kind");
    let plan: Vec<Value> = read(&out, "plan.jsonl");
    assert_eq!(plan[0]["stops"][0]["stop"], "f");
}

#[test]
fn the_plan_that_was_driven_is_taken_from_the_truth() {
    let out = poorer(day().path(), "plan-actual", 1);
    let plan: Vec<Value> = read(&out.path().join("out"), "plan.jsonl");
    let names: Vec<&str> =
        plan[0]["stops"].as_array().into_iter().flatten().filter_map(|stop| stop["stop"].as_str()).collect();
    assert_eq!(names, ["a", "c", "b", "e", "d", "f"]);
}

#[test]
fn a_feed_is_cut_between_instants() {
    let items = |variant| {
        let out = poorer(day().path(), variant, 1);
        read::<Item>(&out.path().join("out"), "feed.jsonl").len()
    };
    assert_eq!(
        ["cut-0", "cut-50", "cut-60", "cut-100"].map(items),
        [0, 6, 8, 14],
        "always two at an instant"
    );
}

#[test]
fn scattered_times_change_truth_and_feed_alike() {
    let out = poorer(day().path(), "times-1", 1);
    let folder = out.path().join("out");
    let (items, truth): (Vec<Item>, Vec<Value>) = (read(&folder, "feed.jsonl"), read(&folder, "truth.jsonl"));
    assert_eq!((items.len(), truth.len()), (14, 14));
    for item in &items {
        let Some(served) = &item.served else { continue };
        let of_stop = |line: &&Value| line["tour"] == item.tour && line["stop"] == served.stop;
        let line = truth.iter().find(of_stop).expect("it was served");
        assert_eq!(line["departed_at"], item.at.to_string(), "a scan still stands at the end of the stay");
    }
    let first = |tour: &str| {
        truth
            .iter()
            .find(|line| line["tour"] == tour && line["sequence"] == 1)
            .map(|line| line["arrived_at"].clone())
    };
    assert_ne!(first("t"), first("u"), "each tour has its own chance");
}

#[test]
fn what_cannot_be_done_is_told() {
    let day = day();
    let refused = |variant: &str, out: &Path| {
        let opened = Day::open(day.path()).expect("it is a day");
        let refused = degrade(&opened, variant.parse().expect("it is a way"), 1, out);
        format!("{:#}", refused.expect_err("it is refused"))
    };
    assert!(refused("loss-20", day.path()).contains("is not empty"));
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let mut truth = driven("t", "abcdef");
    truth[2]["arrived_at"] = Value::Null;
    fs::write(day.path().join("truth.jsonl"), lines(&truth)).expect("it can be written");
    let told = refused("times-1", &out.path().join("a"));
    assert!(told.contains("the tour \"t\": the arrival at a stop is not known"), "{told}");
    fs::remove_file(day.path().join("truth.jsonl")).expect("it can be removed");
    assert!(refused("plan-actual", &out.path().join("b")).contains("truth.jsonl cannot be read"));
}
