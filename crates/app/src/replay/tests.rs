use std::fs;
use std::io::Read as _;
use std::path::Path;

use serde_json::{Value, json};

use super::*;

/// Replays the day in a folder.
fn replay(folder: &Path, predictions: &Path) -> Result<Figures> {
    super::replay(&Day::open(folder)?, predictions, WindowLevel::Usual)
}

const PLAN: &str = r#"{"tour":"t","date":"2026-11-20","start":{"lat":43.70,"lon":7.40,"at":"2026-11-20T09:00:00+01:00"},
"stops":[{"stop":"a","lat":43.71,"lon":7.40,"sequence":1,"service_s":60.5,"parcels":1},
{"stop":"b","lat":43.72,"lon":7.40,"sequence":2,"service_s":60,"parcels":2,"window":["2026-11-20T08:00:00Z","2026-11-20T10:00:00Z"]}],
"travel_s":[[0,100,200],[100,0,100],[200,100,null]]}"#;

fn folder(kind: &str, plan: &str, feed: &[Value]) -> tempfile::TempDir {
    folder_of(kind, &plan.replace('\n', ""), feed)
}

/// The same with a plan that is a line for each tour.
fn folder_of(kind: &str, plan: &str, feed: &[Value]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write =
        |name: &str, text: String| fs::write(folder.path().join(name), text).expect("it can be written");
    write("dataset.json", json!({ "name": "x", "kind": kind }).to_string());
    write("plan.jsonl", plan.to_owned());
    write("feed.jsonl", feed.iter().map(Value::to_string).collect::<Vec<_>>().join("\n"));
    folder
}

fn predictions(folder: &Path, name: &str) -> (Figures, Vec<Value>) {
    let path = folder.join(name);
    let figures = replay(folder, &path).expect("the day can be replayed");
    let mut text = String::new();
    let file = fs::File::open(&path).expect("predictions were written");
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("they are gzipped");
    } else {
        std::io::BufReader::new(file).read_to_string(&mut text).expect("they are text");
    }
    (figures, text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect())
}

fn at(minute: u32, (kind, what): (&str, Value)) -> Value {
    let mut item = json!({ "tour": "t", "at": format!("2026-11-20T08:{minute:02}:00Z") });
    item[kind] = what;
    item
}

fn day() -> Vec<Value> {
    vec![
        at(0, ("departed", json!({ "stop": null }))),
        at(2, ("arrived", json!({ "stop": "a" }))),
        at(3, ("served", json!({ "stop": "a" }))),
        at(5, ("fix", json!({ "lat": 43.715, "lon": 7.40 }))),
    ]
}

#[test]
fn predictions_follow_the_driver() {
    let folder = folder("parcel", PLAN, &day());
    let (figures, lines) = predictions(folder.path(), "out.jsonl.gz");
    assert_eq!((figures.items, figures.predictions, figures.refused), (4, 4, 0));
    let next: Vec<&Value> = lines.iter().map(|line| &line["next_stop"]).collect();
    assert_eq!(next, ["a", "b", "b", "b"]);
    assert_eq!(lines[1]["remaining"][0]["stops_away"], 0, "the driver stands at a");
    assert_eq!(lines[1]["remaining"][1]["stops_away"], 1);
    assert_eq!(
        lines[2]["served"][0],
        json!({
            "stop": "a", "arrived_at": "2026-11-20T08:02:00Z", "departed_at": "2026-11-20T08:03:00Z",
        })
    );
    let eta = lines[3]["remaining"][0]["eta"].as_str().expect("an arrival is foretold");
    assert!(("2026-11-20T08:05:00Z".."2026-11-20T08:10:00Z").contains(&eta), "{eta}");
}

#[test]
fn a_feed_that_was_cut_off_gives_the_first_predictions() {
    let whole = folder("parcel", PLAN, &day());
    let cut = folder("parcel", PLAN, &day()[..2]);
    let (_, all) = predictions(whole.path(), "out.jsonl");
    let (_, first) = predictions(cut.path(), "out.jsonl");
    assert_eq!(all[..2], first);
}

#[test]
fn what_is_no_place_or_of_no_tour_is_counted() {
    let mut feed = day();
    feed.push(at(6, ("fix", json!({ "lat": 0, "lon": 0 }))));
    feed.push(at(6, ("served", json!({ "stop": "nowhere" }))));
    feed.push(json!({ "tour": "other", "at": "2026-11-20T08:07:00Z", "served": { "stop": "a" } }));
    let folder = folder("parcel", PLAN, &feed);
    let (figures, _) = predictions(folder.path(), "out.jsonl");
    assert_eq!((figures.refused, figures.of_no_tour), (2, 1));
}

#[test]
fn a_mistake_is_told_with_its_place() {
    let refusal = |plan: &str, feed: &[Value]| {
        let folder = folder("bus", plan, feed);
        format!("{:#}", replay(folder.path(), &folder.path().join("out")).expect_err("it is refused"))
    };
    let backwards = [at(5, ("departed", json!({}))), at(4, ("departed", json!({})))];
    assert!(refusal(PLAN, &backwards).contains("feed.jsonl:2: the instant of receipt goes backwards"));
    assert!(refusal("{\"tour\":1}", &[]).contains("plan.jsonl:1"));
    let doubled = PLAN.replace(r#""stop":"b""#, r#""stop":"a""#);
    assert!(refusal(&doubled, &[]).contains("a stop stands on the tour twice"));
    let nowhere = tempfile::tempdir().expect("a temporary folder can be made");
    let refused = replay(nowhere.path(), &nowhere.path().join("out")).expect_err("it is empty");
    assert!(refused.to_string().contains("is no recorded day"), "{refused}");
}

#[test]
fn a_halt_is_told_at_once_and_looked_at_again() {
    let fix = |second: u32, lat: f64| json!({ "tour": "t", "at": format!("2026-11-20T08:00:{second:02}Z"), "fix": { "lat": lat, "lon": 7.40 } });
    let driving = (0..4).map(|step| fix(step * 5, 43.70 + 0.001 * f64::from(step)));
    let standing = (4..12).map(|step| fix(step * 5, 43.704));
    let feed: Vec<Value> = driving.chain(standing).collect();
    let folder = folder("stop-detection", "", &feed);
    let (_, lines) = predictions(folder.path(), "out.jsonl");
    let said_of = |second: &str| -> Vec<(&str, &str)> {
        lines
            .iter()
            .filter(|line| line["at"].as_str().is_some_and(|at| at.ends_with(second)))
            .filter_map(|line| Some((line["state"].as_str()?, line["known_at"].as_str()?)))
            .collect()
    };
    let first = [("stopped", "2026-11-20T08:00:00Z"), ("moving", "2026-11-20T08:00:05Z")];
    assert_eq!(said_of("08:00:00Z"), first, "nothing was known of it at first");
    assert_eq!(said_of("08:00:10Z"), [("moving", "2026-11-20T08:00:10Z")]);
    assert_eq!(said_of("08:00:55Z"), [("stopped", "2026-11-20T08:00:55Z")]);
}

#[test]
fn what_earlier_dates_taught_is_used_and_nothing_of_the_same_date() {
    let tour = |name: &str, date: &str| {
        PLAN.replace(r#""tour":"t","date":"2026-11-20""#, &format!(r#""tour":"{name}","date":"{date}""#))
            .replace('\n', "")
    };
    let plan = format!(
        "{}\n{}\n{}",
        tour("first", "2026-11-20"),
        tour("same", "2026-11-20"),
        tour("next", "2026-11-21")
    );
    let drive = |name: &str, day: u32, hour: u32| {
        let at = move |minute: u32| format!("2026-11-{day}T{hour:02}:{minute:02}:00Z");
        let item = move |minute, kind: &str, what: Value| {
            let mut item = json!({ "tour": name, "at": at(minute) });
            item[kind] = what;
            item
        };
        [
            item(0, "departed", json!({ "stop": null })),
            item(2, "arrived", json!({ "stop": "a" })),
            item(7, "served", json!({ "stop": "a" })),
            item(12, "arrived", json!({ "stop": "b" })),
            item(18, "served", json!({ "stop": "b" })),
        ]
    };
    let feed: Vec<Value> =
        [drive("first", 20, 8), drive("same", 20, 9), drive("next", 21, 8)].into_iter().flatten().collect();
    let folder = folder_of("parcel", &plan, &feed);
    let (_, lines) = predictions(folder.path(), "out.jsonl");
    let eta_s = |line: usize| {
        let instant = |value: &Value| {
            value.as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok()).expect("an instant")
        };
        let last = &lines[line]["remaining"][1];
        instant(&last["eta"]).duration_since(instant(&lines[line]["at"])).as_secs()
    };
    assert_eq!(eta_s(0), eta_s(5), "of the same date nothing is known");
    assert!(eta_s(10) > eta_s(5), "{} and {}", eta_s(10), eta_s(5));
}
