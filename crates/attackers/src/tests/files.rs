use std::path::Path;

use serde_json::{Value, json};

use super::street::scenario;
use crate::scenario::{Scenario, StreetRow};
use crate::town::{HOUSES_MAX, JUNCTIONS_MAX};
use crate::{Case, Options, ReleasedRow, judge};

fn row() -> Value {
    json!({ "viewer": "t0:8", "tour": "t0", "at": 1_200, "lat": null, "lon": null, "accuracy_m": null, "age_s": null,
        "stops_away": null, "eta_from": null, "eta_until": null, "state": "hidden" })
}

/// What is said of a released file of one row.
fn said(row: &Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("released.jsonl");
    std::fs::write(&path, format!("{row}\n")).unwrap();
    let case = Case::of(&scenario(60, &[vec![2, 9, 15, 24, 30, 41, 50, 57]]), Path::new("straight")).unwrap();
    let options = Options { seed: 1, viewers: 10, has_control: false };
    judge(&case, &path, options).map_or_else(|error| error.to_string(), |_| "judged".to_owned())
}

#[test]
fn a_row_is_read() {
    let read: ReleasedRow = serde_json::from_value(row()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), row());
    assert_eq!(said(&row()), "judged");
}

#[test]
fn rows_that_contradict_the_scenario_are_refused() {
    for (field, value, why) in [
        ("lat", json!(50.0), "half a place"),
        ("tour", json!("t1"), "no recipient of the tour t1"),
        ("at", json!("noon"), "line 1"),
        ("viewer", json!("t0:1"), "nobody in it is judged"),
    ] {
        let mut row = row();
        row[field] = value;
        assert!(said(&row).contains(why), "{field}: {}", said(&row));
    }
}

#[test]
fn a_scenario_is_read_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let written = scenario(60, &[vec![2, 9], vec![3, 12]]);
    written.write(folder.path()).unwrap();
    assert_eq!(Scenario::read(folder.path()).unwrap(), written);
}

#[test]
fn what_is_no_scenario_is_told_by_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let error = Case::read(folder.path()).unwrap_err().to_string();
    assert!(error.contains("meta.json"), "{error}");
    let mut lost = scenario(60, &[vec![2, 9]]);
    lost.tours[0].stops[0].house = "h99".to_owned();
    let error = Case::of(&lost, Path::new("straight")).unwrap_err().to_string();
    assert!(error.contains("there is no house h99"), "{error}");
    let mut trackless = scenario(60, &[vec![2, 9]]);
    trackless.tracks.clear();
    let error = Case::of(&trackless, Path::new("straight")).unwrap_err().to_string();
    assert!(error.contains("t0 has no track"), "{error}");
    let mut small = scenario(60, &[]);
    small.houses.truncate(2);
    assert!(Case::of(&small, Path::new("straight")).unwrap_err().to_string().contains("2 houses"));
}

#[test]
fn a_town_that_is_too_large_is_refused() {
    let refused = |scenario: &Scenario| Case::of(scenario, Path::new("straight")).unwrap_err().to_string();
    let mut wide = scenario(60, &[]);
    let street = wide.streets[0].clone();
    wide.streets.extend((0..JUNCTIONS_MAX / 2).map(|number| StreetRow {
        id: format!("x{number}"),
        from: format!("x{number}a"),
        to: format!("x{number}b"),
        ..street.clone()
    }));
    assert!(refused(&wide).contains("12002 junctions"), "{}", refused(&wide));
    let mut dense = scenario(60, &[]);
    let house = dense.houses[0].clone();
    dense.houses.extend((60..=HOUSES_MAX).map(|_| house.clone()));
    assert!(refused(&dense).contains("100001 houses"), "{}", refused(&dense));
}
