//! Small tours for tests: hand-made days in folders, and a tour at an instant.

use std::collections::BTreeMap;
use std::fs;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::moment::Moment;
use super::shown::{Listed, Shown};
use super::truth::{Truth, Visit};
use crate::recorded::prediction::Away;

/// An instant, in minutes after eight.
pub(super) fn minute(minute: i64) -> Timestamp {
    let eight: Timestamp = "2026-11-20T08:00:00Z".parse().expect("it is an instant");
    eight + SignedDuration::from_mins(minute)
}

pub(super) fn visit(stop: usize, arrived: i64, departed: i64) -> Visit {
    Visit { stop, arrived_at: Some(minute(arrived)), departed_at: Some(minute(departed)) }
}

pub(super) fn truth(visits: &[Visit]) -> Truth {
    Truth::new(None, visits.to_vec())
}

/// A stop that is shown to be so many stops away, and nothing else of it.
pub(super) fn listed(away: u32) -> Listed {
    Listed { away: Away::Exactly(away), eta: None, window: None }
}

/// The same, with an arrival.
pub(super) fn arriving(away: u32, eta: i64) -> Listed {
    Listed { eta: Some(minute(eta)), ..listed(away) }
}

/// The same, with a window.
pub(super) fn within(away: u32, from: i64, until: i64) -> Listed {
    Listed { window: Some((minute(from), minute(until))), ..arriving(away, from) }
}

/// A tour at an instant.
pub(super) struct Scene {
    at: Timestamp,
    remaining: Vec<Visit>,
}

impl Scene {
    pub(super) fn at(at: i64, remaining: &[Visit]) -> Self {
        Self { at: minute(at), remaining: remaining.to_vec() }
    }

    /// The tour at a later instant.
    pub(super) fn later(self, at: i64) -> Self {
        let remains = |visit: &Visit| visit.arrived_at > Some(minute(at));
        Self { at: minute(at), remaining: self.remaining.into_iter().filter(remains).collect() }
    }

    pub(super) fn moment<'a>(&'a self, shown: &'a Shown) -> Moment<'a> {
        Moment { tour: 0, at: self.at, shown, remaining: &self.remaining, follows_plan: true }
    }
}

/// What could be shown of a tour.
pub(super) fn showing(next: Option<usize>, listed: &[(usize, Listed)]) -> Shown {
    let stops: BTreeMap<usize, Listed> = listed.iter().copied().collect();
    let level = stops.values().any(|listed| listed.window.is_some()).then_some(0.8);
    Shown { next, order: listed.iter().map(|(stop, _)| *stop).collect(), stops, level }
}

/// Values as lines of text.
pub(super) fn lines(values: &[Value]) -> String {
    values.iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
}

/// A recorded day in a folder: the kind of it, and its files.
pub(super) fn folder(kind: &str, files: &[(&str, &[Value])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let describes = json!({ "name": "small", "kind": kind, "source": "made by hand", "licence": "MIT" });
    let write =
        |name: &str, text: String| fs::write(folder.path().join(name), text).expect("it can be written");
    write("dataset.json", describes.to_string());
    for (name, values) in files {
        write(name, lines(values));
    }
    folder
}

/// A tour with a stop for each letter, a kilometre and five minutes apart.
pub(super) fn planned(tour: &str, stops: &str) -> Value {
    let stop = |(sequence, name): (i64, char)| {
        let lat = 43.7 + 0.009 * f64::from(i32::try_from(sequence).expect("it is small"));
        json!({
            "stop": name.to_string(), "lat": lat, "lon": 7.4, "sequence": sequence, "service_s": 60, "parcels": 1,
            "planned_arrival": minute(sequence * 5),
        })
    };
    let stops: Vec<Value> = (1..).zip(stops.chars()).map(stop).collect();
    json!({ "tour": tour, "date": "2026-11-20", "start": { "lat": 43.7, "lon": 7.4, "at": minute(0) }, "stops": stops })
}

/// The truth of a tour that served its stops in this order, one every five minutes, and stayed for one.
pub(super) fn driven(tour: &str, stops: &str) -> Vec<Value> {
    let start = json!({ "tour": tour, "sequence": 0, "departed_at": minute(0) });
    let visit = |(sequence, name): (i64, char)| {
        json!({
            "tour": tour, "stop": name.to_string(), "sequence": sequence,
            "arrived_at": minute(sequence * 5), "departed_at": minute(sequence * 5 + 1),
        })
    };
    std::iter::once(start).chain((1..).zip(stops.chars()).map(visit)).collect()
}

/// The feed of such a tour: its start, and a scan when a stop is done.
pub(super) fn scanned(tour: &str, stops: &str) -> Vec<Value> {
    let start = json!({ "tour": tour, "at": minute(0), "departed": { "stop": null } });
    let scan = |(sequence, name): (i64, char)| json!({ "tour": tour, "at": minute(sequence * 5 + 1), "served": { "stop": name.to_string() } });
    std::iter::once(start).chain((1..).zip(stops.chars()).map(scan)).collect()
}

/// A prediction at a minute: what remains, in this order, one stop every five minutes from `next` on.
pub(super) fn predicted(tour: &str, at: i64, stops: &str, next: i64) -> Value {
    let remaining = |(away, name): (i64, char)| {
        let eta = next + (away - 1) * 5;
        json!({
            "stop": name.to_string(), "stops_away": away, "eta": minute(eta), "from": minute(eta - 1),
            "until": minute(eta + 1), "level": 0.8,
        })
    };
    let next_stop = stops.chars().next().map(String::from);
    let remaining: Vec<Value> = (1..).zip(stops.chars()).map(remaining).collect();
    json!({ "tour": tour, "at": minute(at), "next_stop": next_stop, "remaining": remaining })
}
