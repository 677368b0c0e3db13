//! The shapes of a recorded day's files: what each line is, as `docs/recording.md` says.

use doorstep_domain::{Fix, Happening, Place, StopId, TourEvent, TravelTimes};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::{Received, RecordedTour, Wanted};

/// `dataset.json`: what was recorded.
#[derive(Debug, Serialize)]
pub struct Dataset {
    name: String,
    source: &'static str,
    licence: &'static str,
    attribution: &'static str,
    timezone: &'static str,
    kind: &'static str,
    times: &'static str,
    gps: &'static str,
    notes: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<String>,
}

impl Dataset {
    /// Describes the day that is wanted.
    pub fn of(wanted: &Wanted) -> Self {
        let impairments: Vec<String> = wanted.impairments.iter().map(ToString::to_string).collect();
        Self {
            name: format!("simulated-{}-{}", wanted.seed, wanted.received),
            source: "doorstep record",
            licence: "none needed: made by a program, and no real place, person or parcel is in it",
            attribution: "none needed",
            timezone: "UTC",
            kind: "parcel",
            times: "recorded",
            gps: if wanted.received == Received::Served { "none" } else { "synthetic" },
            notes: "Simulated: a made-up town, a dispatcher's plan in zones, and drivers who follow it or have habits of \
                their own (order, breaks, detours, several stops on foot, stops that are scanned early or never). \
                Services scatter log-normally around other values than the planned ones (0.55 in the logarithm), legs \
                (0.25) with the hour, whole tours (0.1). Truth is what the driver really did. Nothing was fitted to it: \
                all of it is for testing; record another seed for fitting.",
            variant: (!impairments.is_empty()).then(|| impairments.join(", ")),
        }
    }
}

/// `split.json`: which dates are scored.
#[derive(Debug, Default, Serialize)]
pub struct Split {
    train: Vec<Date>,
    test: Vec<Date>,
}

impl Split {
    /// Scores the date of a tour as well.
    pub fn add(&mut self, tour: &RecordedTour) {
        if self.test.last() != Some(&tour.date) {
            self.test.push(tour.date);
        }
    }
}

/// A line of `plan.jsonl`.
#[derive(Debug, Serialize)]
pub struct PlanLine<'a> {
    tour: &'a str,
    date: Date,
    group: &'static str,
    start: Option<Start>,
    stops: Vec<Stop<'a>>,
    travel_s: Option<&'a TravelTimes>,
}

#[derive(Debug, Serialize)]
struct Start {
    #[serde(flatten)]
    place: Place,
    at: Option<Timestamp>,
}

#[derive(Debug, Serialize)]
struct Stop<'a> {
    #[serde(rename = "stop")]
    name: String,
    #[serde(flatten)]
    place: Place,
    sequence: usize,
    planned_arrival: Option<Timestamp>,
    service_s: Option<i64>,
    window: Option<[Timestamp; 2]>,
    zone: Option<&'a str>,
    parcels: usize,
}

impl<'a> PlanLine<'a> {
    /// The plan of a tour.
    pub fn of(tour: &'a RecordedTour) -> Self {
        let stops = tour.plan.stops.iter().zip(1..).filter_map(|(stop, sequence)| {
            Some(Stop {
                name: name(stop.id),
                place: stop.place?,
                sequence,
                planned_arrival: stop.planned_arrival,
                service_s: stop.service.map(|service| service.as_secs()),
                window: stop.window.map(|window| [window.from, window.until]),
                zone: stop.zone.as_deref(),
                parcels: stop.parcels.len(),
            })
        });
        Self {
            tour: &tour.name,
            date: tour.date,
            group: "town",
            start: tour.plan.start.map(|start| Start { place: start.place, at: start.at }),
            stops: stops.collect(),
            travel_s: tour.plan.travel.as_ref(),
        }
    }
}

/// A line of `feed.jsonl`.
#[derive(Debug, Serialize)]
pub struct FeedLine<'a> {
    tour: &'a str,
    at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    received_at: Option<Timestamp>,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum What<'a> {
    Fix(&'a Fix),
    Served { stop: String },
    Arrived { stop: String },
    Departed { stop: Option<String> },
}

impl<'a> FeedLine<'a> {
    /// An event of a tour; `None` for what a feed does not tell.
    pub fn of(tour: &'a str, event: &'a TourEvent) -> Option<Self> {
        let what = match &event.what {
            Happening::Fix(fix) => What::Fix(fix),
            Happening::Served { stop } => What::Served { stop: name(*stop) },
            Happening::Arrived { stop } => What::Arrived { stop: name(*stop) },
            Happening::Departed { stop } => What::Departed { stop: stop.map(name) },
            _ => return None,
        };
        let received_at = (event.received_at != event.at).then_some(event.received_at);
        Some(Self { tour, at: event.at, received_at, what })
    }
}

/// A line of `truth.jsonl`.
#[derive(Debug, Serialize)]
pub struct TruthLine<'a> {
    tour: &'a str,
    stop: Option<String>,
    sequence: usize,
    arrived_at: Option<Timestamp>,
    departed_at: Timestamp,
}

impl<'a> TruthLine<'a> {
    /// What really happened on a tour: leaving the depot, then stop by stop.
    pub fn all(tour: &'a RecordedTour) -> impl Iterator<Item = Self> {
        let left = Self {
            tour: &tour.name,
            stop: None,
            sequence: 0,
            arrived_at: None,
            departed_at: tour.truth.left_at,
        };
        let visits = tour.truth.visits.iter().zip(1..).map(|(visit, sequence)| Self {
            tour: &tour.name,
            stop: Some(name(visit.stop)),
            sequence,
            arrived_at: Some(visit.arrived_at),
            departed_at: visit.departed_at,
        });
        std::iter::once(left).chain(visits)
    }
}

/// How a stop is called. The same door has the same name on every tour.
fn name(stop: StopId) -> String {
    format!("d{}", stop.as_u128())
}
