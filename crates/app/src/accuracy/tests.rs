use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::scene::{driven, folder, lines, minute, planned, predicted, scanned};
use super::score::{Figures, Score, TourScore, score};
use super::table;
use crate::recorded::day::Day;
use crate::recorded::truth::Part;

/// A tour that serves a, c, b although the plan says a, b, c.
fn day() -> tempfile::TempDir {
    folder(
        "parcel",
        &[
            ("plan.jsonl", &[planned("t", "abc")]),
            ("feed.jsonl", &scanned("t", "acb")),
            ("truth.jsonl", &driven("t", "acb")),
        ],
    )
}

fn judged(day: &Path, predictions: &[Value]) -> Result<Score> {
    let path = day.join("predictions.jsonl");
    std::fs::write(&path, lines(predictions)).expect("it can be written");
    score(&Day::open(day)?, &path, None, Part::Test)
}

fn tours(score: &Score) -> &TourScore {
    match &score.figures {
        Figures::Tours(tours) => tours,
        Figures::Tracks(_) => panic!("these are tours"),
    }
}

#[test]
fn the_last_prediction_until_an_instant_counts_and_a_later_one_never() {
    let day = day();
    let said = [
        predicted("t", 0, "abc", 5),
        predicted("t", 6, "abc", 7),
        predicted("t", 6, "bc", 12),
        predicted("t", 11, "b", 15),
        predicted("t", 16, "", 0),
    ];
    let score = judged(day.path(), &said).expect("the predictions keep the format");
    assert_eq!((score.tours, score.predictions), (1, 5));
    let tours = tours(&score);
    // Pings at 0, 6 and 11: a is right, b is wrong (c was next), b is right.
    let next = tours.next_stop.as_ref().expect("pings were judged");
    assert_eq!((next.accuracy.value, next.n, next.deviating), (0.6667, 3, Some(0.6667)));
    assert_eq!((next.after_stop, next.n_after_stop), (Some(0.5), 2));
    // At 6: c is shown as 2, is 1; b is shown as 1, is 2. At 11: b is right.
    let away = tours.stops_away.as_ref().expect("stops were judged");
    assert_eq!((away.mae.value, away.n, away.exact), (0.6667, 3, Some(0.3333)));
    assert_eq!((away.n_steps, away.raise_rate.map(|rate| rate.value)), (1, Some(0.0)), "b stays at 1");
    // At 0: 0, 5 and -5 minutes (c at 10 was foretold for 15, b at 15 for 10). At 6: c 7, b -3. At 11: b 0.
    let arrival = tours.arrival.as_ref().expect("arrivals were judged");
    assert_eq!((arrival.mae.value, arrival.bias.value, arrival.more.n), (3.3333, 0.6667, 6));
    let windows = tours.windows.as_ref().expect("windows were judged");
    assert_eq!((windows.coverage.value, windows.mean_width.value, windows.n), (0.3333, 2.0, 6));
    assert!(tours.is_complete && tours.served.is_none());
    let told = table::of(&score);
    assert!(
        told.contains("small: 1 tours, 5 predictions, 3 instants judged") && told.contains("0.667"),
        "{told}"
    );
}

#[test]
fn no_prediction_counts_as_an_empty_one() {
    let day = day();
    let score = judged(day.path(), &[predicted("t", 11, "b", 15)]).expect("the predictions keep the format");
    let tours = tours(&score);
    assert_eq!((tours.counts.pings, tours.counts.pings_without_prediction), (3, 2));
    assert!(!tours.is_complete);
    assert_eq!(tours.next_stop.as_ref().map(|next| next.accuracy.value), Some(0.3333));
    assert_eq!(tours.arrival.as_ref().map(|arrival| (arrival.more.n, arrival.missing)), Some((1, 5)));
    assert!(table::of(&score).contains("incomplete"));
}

#[test]
fn a_prediction_is_old_when_something_was_received_long_after_it() {
    let day = day();
    let said = [predicted("t", 0, "abc", 5), predicted("t", 6, "cb", 10)];
    let score = judged(day.path(), &said).expect("the predictions keep the format");
    assert_eq!(tours(&score).counts.pings_with_old_prediction, 1, "at 11 nothing new was said");
}

#[test]
fn what_breaks_the_format_is_told_with_file_and_line() {
    let day = day();
    let good = predicted("t", 6, "abc", 7);
    let changed = |change: fn(&mut Value)| {
        let mut line = good.clone();
        change(&mut line);
        line
    };
    let cases: [(Value, &str); 13] = [
        (predicted("other", 6, "abc", 7), "the tour \"other\" is not in the plan"),
        (predicted("t", 7, "abc", 7), "is not the instant of an item of the feed"),
        (predicted("t", 0, "abc", 7), "goes backwards on the tour \"t\""),
        (predicted("t", 6, "abx", 7), "the stop \"x\" is not on the tour \"t\""),
        (predicted("t", 6, "aba", 7), "the stop \"a\" is listed twice"),
        (changed(|line| line["next_stop"] = json!("x")), "the stop \"x\" is not on the tour \"t\""),
        (
            changed(|line| line["served"] = json!([{ "stop": "x" }])),
            "the stop \"x\" is not on the tour \"t\"",
        ),
        (
            changed(|line| line["remaining"][0]["stops_away"] = json!(-1)),
            "stops_away must be a whole number or a range",
        ),
        (
            changed(|line| line["remaining"][0]["stops_away"] = json!([2, 1])),
            "its range of stops away ends before it begins",
        ),
        (
            changed(|line| line["remaining"][0]["level"] = json!(0.5)),
            "a window needs from, until, and the level 0.8 or 0.9",
        ),
        (changed(|line| line["remaining"][0]["from"] = json!(null)), "a window needs from, until"),
        (
            changed(|line| line["remaining"][0]["until"] = json!(minute(1))),
            "its window ends before it begins",
        ),
        (
            changed(|line| line["remaining"][0]["level"] = json!(0.9)),
            "its window has another level than the one before",
        ),
    ];
    for (line, problem) in cases {
        let refused =
            judged(day.path(), &[good.clone(), line.clone()]).err().map(|error| format!("{error:#}"));
        let told = refused.unwrap_or_else(|| panic!("{line} was not refused"));
        assert!(told.contains("predictions.jsonl:2") && told.contains(problem), "{told}");
    }
    std::fs::write(day.path().join("p"), "no JSON\n").expect("it can be written");
    let refused =
        score(&Day::open(day.path()).expect("it is a day"), &day.path().join("p"), None, Part::Test);
    assert!(format!("{:#}", refused.expect_err("it is no JSON")).contains("p:1"));
}

#[test]
fn a_truth_that_is_missing_or_wrong_is_told() {
    let refused = |truth: Option<Vec<Value>>| {
        let day = day();
        let path = day.path().join("truth.jsonl");
        match truth {
            Some(truth) => std::fs::write(path, lines(&truth)),
            None => std::fs::remove_file(path),
        }
        .expect("it can be changed");
        format!("{:#}", judged(day.path(), &[]).expect_err("it is refused"))
    };
    assert!(refused(None).contains("a day is judged by its truth: "));
    let mut truth = driven("t", "acx");
    assert!(refused(Some(truth.clone())).contains("truth.jsonl:4: the stop \"x\" is not on the tour"));
    truth = driven("t", "acb");
    truth[2]["arrived_at"] = json!(minute(1));
    assert!(
        refused(Some(truth.clone())).contains("truth.jsonl:3: the arrivals of the tour \"t\" go backwards")
    );
    truth = driven("t", "aab");
    assert!(refused(Some(truth)).contains("truth.jsonl:3: a stop, or a place in the order, is there twice"));
    assert!(refused(Some(Vec::new())).contains("there is nothing to score"));
}

#[test]
fn only_the_part_that_was_asked_for_is_scored() {
    let day = folder(
        "parcel",
        &[
            ("plan.jsonl", &[planned("t", "abc"), planned("u", "abc")]),
            ("feed.jsonl", &scanned("t", "abc")),
            ("truth.jsonl", &[driven("t", "abc"), driven("u", "abc")].concat()),
            ("split.json", &[json!({ "train": ["2026-11-20"], "test": ["t"] })]),
        ],
    );
    let path = day.path().join("predictions.jsonl");
    std::fs::write(&path, "").expect("it can be written");
    let tours = |part| {
        let day = Day::open(day.path()).expect("it is a day");
        score(&day, &path, None, part).expect("it can be scored").tours
    };
    assert_eq!([Part::Test, Part::Train, Part::All].map(tours), [1, 2, 2]);
}

#[test]
fn a_poorer_day_is_asked_what_its_base_is_asked() {
    let base = day();
    let poorer = day();
    let feed = lines(&scanned("t", "acb").split_off(2));
    std::fs::write(poorer.path().join("feed.jsonl"), feed).expect("it can be written");
    let path = poorer.path().join("predictions.jsonl");
    std::fs::write(&path, format!("{}\n", predicted("t", 11, "b", 15))).expect("it can be written");
    let open = |folder: &tempfile::TempDir| Day::open(folder.path()).expect("it is a day");
    let pings = |base: Option<&Day>| {
        let score = score(&open(&poorer), &path, base, Part::Test).expect("it can be scored");
        tours(&score).counts.pings
    };
    assert_eq!((pings(None), pings(Some(&open(&base)))), (1, 3));
}

#[test]
fn tracks_are_scored_by_their_labels() {
    let line = |at: i64, more: (&str, Value)| {
        let mut line = json!({ "tour": "t", "at": minute(at) });
        line[more.0] = more.1;
        line
    };
    let feed: Vec<Value> = (0..4).map(|at| line(at, ("fix", json!({ "lat": 43.7, "lon": 7.4 })))).collect();
    let labels: Vec<Value> = (0..4).map(|at| line(at, ("state", json!("stopped")))).collect();
    let day = folder("stop-detection", &[("feed.jsonl", &feed), ("labels.jsonl", &labels)]);
    let said = |at: i64, state: &str| line(at, ("state", json!(state)));
    let score = judged(day.path(), &[said(0, "stopped"), said(2, "moving")]).expect("it keeps the format");
    let Figures::Tracks(known) = &score.figures else { panic!("these are tracks") };
    assert_eq!(known.first().map(|known| (known.accuracy.value, known.silent)), Some((0.5, 2)));
    let refused =
        judged(day.path(), &[said(0, "stopped"), said(9, "moving")]).expect_err("there is no such fix");
    assert!(format!("{refused:#}").contains("predictions.jsonl:2"));
    assert!(table::of(&score).contains("at once"));
}
