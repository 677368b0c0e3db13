//! `doorstep replay`: a recorded day goes through the model, and its predictions can be scored.

use std::fs;

use doorstep_e2e::binary::run;
use serde_json::{Value, json};

const DAY: &str = "2026-05-04";

fn lines(rows: &[Value]) -> String {
    rows.iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
}

/// Three stops on a line, driven in order; the feed is sparse, as buses' are.
fn write_day(folder: &std::path::Path) {
    let dataset = json!({
        "name": "a line", "source": "made here", "licence": "CC0-1.0", "attribution": "", "timezone": "UTC",
        "kind": "parcel", "times": "derived", "gps": "synthetic", "notes": "",
    });
    fs::write(folder.join("dataset.json"), dataset.to_string()).unwrap();
    let place = |index: i32| (43.73 + 0.002 * f64::from(index), 7.41);
    let stops: Vec<Value> = (1..=3)
        .map(|index| {
            let (lat, lon) = place(index);
            json!({
                "stop": format!("s{index}"), "lat": lat, "lon": lon, "sequence": index, "parcels": 1,
                "planned_arrival": format!("{DAY}T09:{:02}:00Z", index * 5), "service_s": 60,
            })
        })
        .collect();
    let start = json!({ "lat": 43.73, "lon": 7.41, "at": format!("{DAY}T09:00:00Z") });
    let plan = json!({ "tour": "t1", "date": DAY, "start": start, "stops": stops, "travel_s": null });
    fs::write(folder.join("plan.jsonl"), lines(&[plan])).unwrap();
    let mut feed =
        vec![json!({ "tour": "t1", "at": format!("{DAY}T09:00:00Z"), "departed": { "stop": null } })];
    for index in 1..=3 {
        let (lat, lon) = place(index);
        let minute = index * 5 + 1;
        feed.push(json!({ "tour": "t1", "at": format!("{DAY}T09:{minute:02}:00Z"), "fix": { "lat": lat, "lon": lon } }));
        feed.push(json!({ "tour": "t1", "at": format!("{DAY}T09:{minute:02}:40Z"), "served": { "stop": format!("s{index}") } }));
    }
    fs::write(folder.join("feed.jsonl"), lines(&feed)).unwrap();
}

#[test]
fn a_recorded_day_gives_predictions() {
    let folder = tempfile::tempdir().unwrap();
    write_day(folder.path());
    let out = folder.path().join("out.jsonl");
    let ran = run(folder.path(), &["replay", ".", "--predictions", "out.jsonl", "--json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let predictions: Vec<Value> =
        fs::read_to_string(out).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(predictions.len() >= 4, "one after each stop event: {predictions:?}");
    let first = &predictions[0];
    assert_eq!((&first["tour"], &first["next_stop"]), (&json!("t1"), &json!("s1")), "{first}");
    let away: Vec<i64> = first["remaining"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|stop| stop["stops_away"].as_i64())
        .collect();
    assert_eq!(away, [1, 2, 3], "the own stop counts: {first}");
    let last = predictions.last().unwrap();
    assert!(last["next_stop"].is_null() && last["remaining"].as_array().is_some_and(Vec::is_empty), "{last}");
}

#[test]
fn a_damaged_day_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    write_day(folder.path());
    fs::write(folder.path().join("feed.jsonl"), "{\"tour\": \"t1\"\n").unwrap();
    let ran = run(folder.path(), &["replay", ".", "--predictions", "out.jsonl"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.stderr.contains("feed.jsonl"), "{}", ran.stderr);
}
