//! Answers as carriers document them, and such as nobody documents.

use doorstep_domain::Status;
use doorstep_wire::carrier::{CarrierEventsRead, Vocabulary};
use http::header::RETRY_AFTER;
use http::{HeaderName, Response, StatusCode};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::*;

const DELIVERED: &str = include_str!("../../../tests/answers/dhl_delivered.json");
const NEWEST_BESIDE: &str = include_str!("../../../tests/answers/dhl_newest_beside.json");
const NOT_FOUND: &str = include_str!("../../../tests/answers/dhl_not_found.json");
const PARCEL: &str = include_str!("../../../tests/answers/json_parcel.json");

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

fn dhl() -> Dhl {
    let address =
        Address::new("https://api-eu.dhl.com/track/shipments?trackingNumber={tracking_number}").unwrap();
    let key = Key::new(HeaderName::from_static("dhl-api-key"), "secret").unwrap();
    Dhl { address, key, zone: berlin() }
}

fn described() -> Json {
    let pointer = |text: &str| Pointer::new(text).unwrap();
    Json {
        address: Address::new("https://bikes.example.org/{tracking_number}").unwrap(),
        key: None,
        pointers: Pointers {
            events: pointer("/parcel/history~1all"),
            at: pointer("/when"),
            status: pointer("/state/text"),
            description: Some(pointer("/note")),
            place: Some(pointer("/where")),
            id: None,
        },
        words: Words::new([("in zustellung".to_owned(), Status::OutForDelivery)], Vocabulary::Karrio),
        zone: berlin(),
    }
}

fn of(number: &str) -> Origin<'_> {
    Origin { carrier: "DHL", number }
}

fn now() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

fn with(status: StatusCode, body: impl Into<Vec<u8>>) -> Response<Vec<u8>> {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response
}

fn reads(
    source: &dyn Source,
    number: &str,
    status: StatusCode,
    body: impl Into<Vec<u8>>,
) -> Result<CarrierEventsRead, NoAnswer> {
    answer(source, &of(number), Ok(with(status, body)), now())
}

/// Each event that was read: when, how the parcel stood, what was said and where.
fn told(read: &CarrierEventsRead) -> Vec<(String, Status, String, String)> {
    let text = |text: &Option<doorstep_domain::Personal>| {
        text.as_ref().map(|text| text.reveal().to_owned()).unwrap_or_default()
    };
    let events = read.events.iter().flatten();
    events
        .map(|event| (event.at.to_string(), event.status, text(&event.description), text(&event.place)))
        .collect()
}

fn row(at: &str, status: Status, said: &str, place: &str) -> (String, Status, String, String) {
    (at.to_owned(), status, said.to_owned(), place.to_owned())
}

#[test]
fn dhl_tells_a_delivery() {
    let read = reads(&dhl(), "JD0140001", StatusCode::OK, DELIVERED).unwrap();
    assert_eq!(read.vocabulary, Vocabulary::Dhl);
    let expected = [
        row("2026-11-24T08:12:00Z", Status::Delivered, "Left with the recipient", "Rostock"),
        row("2026-11-24T06:40:00Z", Status::InTransit, "Loaded", "Rostock"),
        row("2026-11-23T20:05:00Z", Status::InTransit, "IN TRANSIT", ""),
        row("2026-11-22T15:00:00Z", Status::PreTransit, "Announced", ""),
    ];
    assert_eq!((told(&read).as_slice(), read.unknown_words), (expected.as_slice(), 0));
}

#[test]
fn of_several_shipments_the_one_with_the_number_is_read() {
    let read = reads(&dhl(), "jd 0140002", StatusCode::OK, NEWEST_BESIDE).unwrap();
    let expected = [
        row("2026-11-24T07:30:00Z", Status::OutForDelivery, "On the van", ""),
        row("2026-11-24T04:30:00Z", Status::InTransit, "ARRIVED", ""),
        row("2026-11-24T02:30:00Z", Status::Unknown, "A WORD OF TOMORROW", ""),
    ];
    assert_eq!(told(&read), expected);
    assert_eq!(read.events.iter().filter(|event| event.is_err()).count(), 2, "these lose no other");
    assert_eq!(read.unknown_words, 1);
    let of_another = reads(&dhl(), "JD0149998", StatusCode::OK, NEWEST_BESIDE);
    assert_eq!(of_another, Err(NoAnswer::UnknownNumber));
}

#[test]
fn pointers_find_what_they_point_to() {
    let read = reads(&described(), "1", StatusCode::OK, PARCEL).unwrap();
    let expected = [
        row("2026-11-24T07:30:00Z", Status::OutForDelivery, "On the way to you", "Hub North"),
        row("2026-11-24T00:00:00Z", Status::InTransit, "", ""),
    ];
    assert_eq!(told(&read), expected);
}

#[test]
fn an_event_has_the_same_identity_however_often_it_is_asked_for() {
    let ids = |origin: Origin<'_>, source: &dyn Source, body: &str| -> Vec<_> {
        let read = answer(source, &origin, Ok(with(StatusCode::OK, body)), now()).unwrap();
        read.events.iter().flatten().map(|event| event.id).collect()
    };
    let known = ids(of("JD0140001"), &dhl(), DELIVERED);
    assert_eq!(known, ids(of("JD0140001"), &dhl(), DELIVERED));
    let elsewhere = Dhl { zone: TimeZone::UTC, ..dhl() };
    let mut by_another_clock = ids(of("JD0140001"), &elsewhere, DELIVERED);
    assert_eq!(known.len(), by_another_clock.len());
    by_another_clock.retain(|id| !known.contains(id));
    assert_eq!(by_another_clock, [], "a setting that is mended tells nothing a second time");
    let others = ids(Origin { carrier: "Express", number: "JD0140001" }, &dhl(), DELIVERED);
    assert!(others.iter().all(|id| !known.contains(id)));
    let mut all = [known, others].concat();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 8);

    let mut named = described();
    named.pointers.id = Some(Pointer::new("/no").unwrap());
    let renamed = PARCEL.replace("On the way to you", "Worded anew");
    assert_eq!(ids(of("1"), &named, PARCEL), ids(of("1"), &named, &renamed));
    assert_ne!(ids(of("1"), &described(), PARCEL), ids(of("1"), &described(), &renamed));
}

#[test]
fn each_status_has_its_meaning() {
    let judged = |status, body: &str| reads(&dhl(), "JD0140001", status, body);
    for (status, expected) in [
        (StatusCode::NOT_FOUND, NoAnswer::UnknownNumber),
        (StatusCode::GONE, NoAnswer::UnknownNumber),
        (StatusCode::UNAUTHORIZED, NoAnswer::Refused),
        (StatusCode::FORBIDDEN, NoAnswer::Refused),
        (StatusCode::TOO_MANY_REQUESTS, NoAnswer::Limited(None)),
        (StatusCode::INTERNAL_SERVER_ERROR, NoAnswer::Unreachable(Away::Fault(500))),
        (StatusCode::BAD_GATEWAY, NoAnswer::Unreachable(Away::Fault(502))),
        (StatusCode::SERVICE_UNAVAILABLE, NoAnswer::Unreachable(Away::Fault(503))),
        (StatusCode::FOUND, NoAnswer::Unreadable(Unreadable::Status(302))),
        (StatusCode::BAD_REQUEST, NoAnswer::Unreadable(Unreadable::Status(400))),
    ] {
        assert_eq!(judged(status, NOT_FOUND), Err(expected), "{status}");
    }
    for status in [StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE] {
        let mut limited = with(status, "");
        limited.headers_mut().insert(RETRY_AFTER, "120".parse().unwrap());
        let told = answer(&dhl(), &of("JD0140001"), Ok(limited), now());
        assert_eq!(told, Err(NoAnswer::Limited(Some(SignedDuration::from_secs(120)))));
    }
    assert_eq!(judged(StatusCode::NO_CONTENT, "").unwrap().events, []);
    let too_long = answer(&dhl(), &of("1"), Err(OutboundError::TooLong), now());
    assert_eq!(too_long, Err(NoAnswer::Unreadable(Unreadable::TooLong)));
}

#[test]
fn what_is_no_answer_is_told_and_nothing_panics() {
    let deep = "[".repeat(100_000);
    let no_json = ["", "<!doctype html><p>Sorry", "{\"shipments\":", "\u{feff}{}", "\0", "[1,", &deep];
    let no_events = [
        "{}",
        "[]",
        "null",
        "7",
        "{\"shipments\":{}}",
        "{\"shipments\":[7]}",
        "{\"parcel\":{\"history/all\":{}}}",
    ];
    for source in [&dhl() as &dyn Source, &described()] {
        let judged = |body: &str| reads(source, "1", StatusCode::OK, body);
        for body in no_json {
            assert_eq!(judged(body), Err(NoAnswer::Unreadable(Unreadable::NoJson)));
        }
        for body in no_events {
            assert_eq!(judged(body), Err(NoAnswer::Unreadable(Unreadable::NoEvents)), "{body}");
        }
    }
    let none_readable =
        json!({ "shipments": [{ "id": "1", "events": [{}, { "timestamp": 7 }] }] }).to_string();
    let told = reads(&dhl(), "1", StatusCode::OK, none_readable);
    assert_eq!(told, Err(NoAnswer::Unreadable(Unreadable::NoneReadable)));
    let nothing_yet = json!({ "shipments": [{ "id": "1" }] }).to_string();
    let told = reads(&dhl(), "1", StatusCode::OK, nothing_yet).unwrap();
    assert_eq!(told.events, [], "it is announced, and nothing has happened");
    let bytes = reads(&dhl(), "1", StatusCode::OK, vec![0xff, 0xfe, b'{']);
    assert_eq!(bytes, Err(NoAnswer::Unreadable(Unreadable::NoJson)));
}

#[test]
fn of_thousands_of_events_the_newest_are_taken() {
    let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
    let at = |minute: i64| first + SignedDuration::from_mins(minute);
    let mut events: Vec<Value> =
        (0..5_000).map(|minute| json!({ "timestamp": at(minute), "statusCode": "transit" })).collect();
    events.extend((0..5_000).map(|_| json!({})));
    let body = json!({ "shipments": [{ "id": "1", "events": events }] }).to_string();
    let read = reads(&dhl(), "1", StatusCode::OK, body).unwrap();
    let taken: Vec<Timestamp> = read.events.iter().flatten().map(|event| event.at).collect();
    assert_eq!(taken, (4_950..5_000).rev().map(at).collect::<Vec<_>>());
    assert_eq!(read.events.len(), 100, "and of those that cannot be read some are told");
}

#[test]
fn a_secret_is_shown_nowhere() {
    let asked = question(&dhl(), "JD 01").unwrap();
    assert_eq!(asked.headers()["dhl-api-key"], "secret");
    assert_eq!(asked.uri(), "https://api-eu.dhl.com/track/shipments?trackingNumber=JD%2001");
    assert!(!format!("{:?}{asked:?}", dhl()).contains("secret"));
    assert!(question(&described(), "..").is_none());
    for why in [NoAnswer::UnknownNumber, NoAnswer::Refused, NoAnswer::Unreadable(Unreadable::NoJson)] {
        assert!(!why.to_string().contains("JD"));
    }
}
