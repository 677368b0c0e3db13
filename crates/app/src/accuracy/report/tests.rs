use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::super::runs::{Way, measure};
use super::super::scene::{driven, folder, minute, planned, scanned};
use super::*;

fn parcels() -> tempfile::TempDir {
    folder(
        "parcel",
        &[
            ("plan.jsonl", &[planned("t", "abcdefgh")]),
            ("feed.jsonl", &scanned("t", "acbdefgh")),
            ("truth.jsonl", &driven("t", "acbdefgh")),
        ],
    )
}

fn tracks() -> tempfile::TempDir {
    let line = |at: i64, key: &str, value: Value| json!({ "tour": "t", "at": minute(at), key: value });
    let fixes = |at: i64| line(at, "fix", json!({ "lat": 43.7, "lon": 7.4 }));
    let day = folder(
        "stop-detection",
        &[
            ("feed.jsonl", &(0..9).map(fixes).collect::<Vec<_>>()),
            ("labels.jsonl", &(0..9).map(|at| line(at, "state", json!("stopped"))).collect::<Vec<_>>()),
        ],
    );
    let described = json!({ "name": "tracks", "kind": "stop-detection", "notes": "with <b> and\na break" });
    fs::write(day.path().join("dataset.json"), described.to_string()).expect("it can be written");
    day
}

/// The files that a page of these days is made of, by their names.
fn page(days: &[&Path]) -> BTreeMap<String, String> {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let days: Vec<_> = days.iter().map(|day| (*day).to_owned()).collect();
    let measured = measure(&days, false, 1).expect("the days can be measured");
    write(&measured, 1, &out.path().join("page.md")).expect("it can be written");
    let read = |folder: &Path| -> Vec<(String, String)> {
        let files = fs::read_dir(folder).expect("it was made").filter_map(|entry| Some(entry.ok()?.path()));
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        files.filter_map(|path| Some((name(&path)?, fs::read_to_string(&path).ok()?))).collect()
    };
    read(out.path()).into_iter().chain(read(&out.path().join("page"))).collect()
}

#[test]
fn the_same_days_give_the_same_page() {
    let (parcels, tracks) = (parcels(), tracks());
    let days = [parcels.path(), tracks.path()];
    assert_eq!(page(&days), page(&days));
}

#[test]
fn every_way_has_a_row_and_every_plot_a_file() {
    let (parcels, tracks) = (parcels(), tracks());
    let files = page(&[parcels.path(), tracks.path()]);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["page.md", "small-calibration.svg", "small-error.svg", "small-width.svg", "tracks-delay.svg"]
    );
    let text = &files["page.md"];
    for row in ["plain", "loss-20", "plan-reversed", "thin-30"] {
        assert!(text.contains(&format!("\n| `{row}` | ")), "{row}: {text}");
    }
    for said in ["1 parcel tours.", "Source: made by hand.", "Licence: MIT.", "with &lt;b> and a break"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for image in names.iter().filter(|name| **name != "page.md") {
        assert!(text.contains(&format!("](page/{image})")), "{image}");
    }
    assert!(!text.contains(&*parcels.path().to_string_lossy()), "no path of this machine");
    let tables = text.lines().filter(|line| line.starts_with('|'));
    let cells: BTreeMap<usize, usize> = tables.fold(BTreeMap::new(), |mut cells, line| {
        *cells.entry(line.matches('|').count()).or_default() += 1;
        cells
    });
    assert_eq!(
        cells.keys().copied().collect::<Vec<_>>(),
        [7, 9, 13],
        "rows are as wide as their heads, and no column is empty"
    );
}

#[test]
fn a_day_is_made_poorer_in_ways_that_make_sense_for_it() {
    let day = parcels();
    let described = json!({ "name": "scans", "kind": "parcel", "gps": "none", "times": "derived" });
    fs::write(day.path().join("dataset.json"), described.to_string()).expect("it can be written");
    let measured = measure(&[day.path().to_owned()], false, 1).expect("the day can be measured");
    let ways: Vec<String> = measured[0].runs.iter().map(|run| run.way.to_string()).collect();
    assert_eq!(measured[0].runs[0].way, Way::Plain);
    assert!(!ways.iter().any(|way| way.starts_with("jumps") || way.starts_with("thin")), "{ways:?}");
    assert!(ways.contains(&"times-1".to_owned()) && ways.contains(&"blackout-5".to_owned()), "{ways:?}");
}

#[test]
fn days_that_cannot_stand_on_one_page_are_refused() {
    let day = parcels();
    let twice = measure(&[day.path().to_owned(), day.path().to_owned()], true, 1);
    assert!(twice.expect_err("it is there twice").to_string().contains("two days have the name \"small\""));
    let mut measured = measure(&[day.path().to_owned()], true, 1).expect("the day can be measured");
    let out = day.path().join("page.md");
    assert!(write(&measured, 1, &day.path().join("page")).is_err());
    for name in ["../up", "", ".hidden", "a b"] {
        name.clone_into(&mut measured[0].dataset.name);
        let refused = write(&measured, 1, &out).expect_err("it is no name of a file");
        assert!(refused.to_string().contains("cannot be that of a file"), "{refused}");
    }
}

#[test]
fn a_run_that_fails_is_told_with_its_day_and_its_way() {
    let day = parcels();
    fs::write(day.path().join("truth.jsonl"), "no JSON\n").expect("it can be written");
    let refused =
        format!("{:#}", measure(&[day.path().to_owned()], true, 1).expect_err("the truth is broken"));
    assert!(refused.contains("small [plain]") && refused.contains("truth.jsonl:1"), "{refused}");
}
