//! Batches of events.

use doorstep_domain::{EventId, Fix, Happening, Metres, Outcome, ParcelId, Place, StopId};
use doorstep_wire::event::{
    BatchAnswer, BatchError, EVENTS_MAX, EventProblem, EventResult, Incoming, ReadEvent, read_batch,
};
use doorstep_wire::problem::Problem;
use serde_json::{Value, json};

fn id(number: u128) -> String {
    format!("{number:032x}")
}

fn event(number: u128, kind: &str, fields: Value) -> Value {
    let mut event = json!({ "id": id(number), "kind": kind, "at": "2026-05-04T09:30:00Z" });
    let (Some(event_fields), Value::Object(fields)) = (event.as_object_mut(), fields) else {
        panic!("objects")
    };
    event_fields.extend(fields);
    event
}

fn read(events: &[Value]) -> Vec<Incoming> {
    let body = json!({ "sent_at": "2026-05-04T09:30:05Z", "events": events });
    read_batch(body.to_string().as_bytes()).expect("it is a batch").events
}

fn read_one(event: Value) -> Result<ReadEvent, EventProblem> {
    let [incoming] = <[Incoming; 1]>::try_from(read(&[event])).expect("one event has one answer");
    incoming.draft
}

fn happening(kind: &str, fields: Value) -> Happening {
    match read_one(event(1, kind, fields)).expect("it can be read") {
        ReadEvent::Draft(draft) => draft.what,
        other => panic!("{other:?} needs more than reading"),
    }
}

fn problem(event: Value) -> (String, String) {
    let problem = read_one(event).expect_err("it cannot be read");
    (problem.code, problem.detail)
}

#[test]
fn every_kind_is_read() {
    use Happening as H;
    let (stop, parcel) = (StopId::from_u128(5), ParcelId::from_u128(6));
    let (at_stop, of_parcel) = (json!({ "stop": id(5) }), json!({ "parcel": id(6) }));
    for (kind, expected) in [
        ("started", H::Started),
        ("break_begun", H::BreakBegun),
        ("break_ended", H::BreakEnded),
        ("ended", H::Ended),
    ] {
        assert_eq!(happening(kind, json!({})), expected);
    }
    assert_eq!(happening("arrived", at_stop.clone()), H::Arrived { stop });
    assert_eq!(happening("departed", at_stop.clone()), H::Departed { stop: Some(stop) });
    assert_eq!(happening("departed", json!({})), H::Departed { stop: None });
    assert_eq!(happening("scanned", of_parcel.clone()), H::Scanned { parcel });
    assert_eq!(happening("served", at_stop.clone()), H::Served { stop });
    assert_eq!(happening("skipped", at_stop), H::Skipped { stop });
    let settled = |outcome: &str| json!({ "parcel": id(6), "outcome": outcome });
    assert_eq!(
        happening("delivered", settled("delivered_to_safe_place")),
        H::Delivered { parcel, outcome: Outcome::DeliveredToSafePlace }
    );
    assert_eq!(happening("door_code_renewed", of_parcel.clone()), H::DoorCodeRenewed { parcel });
    assert_eq!(
        happening("attempted", settled("failed_not_home")),
        H::Attempted { parcel, outcome: Outcome::FailedNotHome }
    );
}

#[test]
fn every_kind_of_the_operator_is_read() {
    use Happening as H;
    let (stop, parcel) = (StopId::from_u128(5), ParcelId::from_u128(6));
    assert_eq!(happening("resequenced", json!({ "order": [id(5)] })), H::Resequenced { order: vec![stop] });
    assert_eq!(
        happening("stops_removed", json!({ "stops": [id(5)] })),
        H::StopsRemoved { stops: vec![stop] }
    );
    let place = Place::from_degrees(43.7, 7.4).expect("a place");
    assert_eq!(
        happening("stop_moved", json!({ "stop": id(5), "place": { "lat": 43.7, "lon": 7.4 } })),
        H::StopMoved { stop, place }
    );
    let both = json!({ "stop": id(5), "parcels": [id(6)] });
    assert_eq!(happening("parcels_added", both), H::ParcelsAdded { stop, parcels: vec![parcel] });
    assert_eq!(
        happening("parcels_removed", json!({ "parcels": [id(6)] })),
        H::ParcelsRemoved { parcels: vec![parcel] }
    );
    assert_eq!(
        happening("parcel_moved", json!({ "stop": id(5), "parcel": id(6) })),
        H::ParcelMoved { parcel, stop }
    );
    let driver = Some(doorstep_domain::DriverId::from_u128(7));
    assert_eq!(happening("handed_over", json!({ "driver": id(7) })), H::HandedOver { driver, vehicle: None });

    let stop = json!({ "address": "1 Example Street", "place": { "lat": 43.7, "lon": 7.4 }, "parcels": [{ "id": id(6) }] });
    let events = read(&[
        event(1, "stops_added", json!({ "after": id(5), "stops": [stop] })),
        event(2, "planned", json!({ "stops": [stop] })),
    ]);
    let Ok(ReadEvent::StopsAdded { after: Some(_), stops, head }) = &events[0].draft else {
        panic!("{events:?}")
    };
    assert_eq!((stops.len(), head.id), (1, EventId::from_u128(1)));
    let Ok(ReadEvent::Planned { plan, .. }) = &events[1].draft else { panic!("{events:?}") };
    assert_eq!(plan.stops.len(), 1);
}

#[test]
fn a_fix_keeps_what_makes_sense_and_drops_what_a_device_does_not_know() {
    let place = Place::from_degrees(43.7384, 7.4246).expect("a place");
    let fields = json!({ "lat": 43.7384, "lon": 7.4246, "accuracy_m": 6, "speed_mps": -1, "course_deg": 400, "battery": 3 });
    let expected = Fix { place, accuracy: Some(Metres(6.0)), speed: None, course: None };
    assert_eq!(happening("fix", fields), Happening::Fix(expected));
    let unsure = json!({ "lat": 43.7384, "lon": 7.4246, "accuracy_m": 0, "speed_mps": null });
    assert_eq!(happening("fix", unsure), Happening::Fix(Fix { accuracy: None, ..expected }));
}

#[test]
fn a_bad_event_keeps_its_id_and_says_what_is_wrong_and_loses_no_other() {
    let events = read(&[
        event(1, "fix", json!({ "lat": 43.7, "lon": 7.4 })),
        event(2, "fix", json!({ "lat": 91, "lon": 7.4 })),
        event(3, "teleported", json!({})),
        event(4, "ended", json!({})),
    ]);
    let ids: Vec<Option<EventId>> = events.iter().map(|event| event.id).collect();
    assert_eq!(ids, (1..=4).map(|number| Some(EventId::from_u128(number))).collect::<Vec<_>>());
    assert_eq!(
        events.iter().map(|event| event.draft.is_ok()).collect::<Vec<_>>(),
        [true, false, false, true]
    );
}

#[test]
fn each_way_to_be_bad_has_a_code() {
    let fix = |lat: Value, lon: Value| event(1, "fix", json!({ "lat": lat, "lon": lon }));
    let without = |name: &str| {
        let mut bad = event(1, "started", json!({}));
        bad.as_object_mut().expect("an object").remove(name);
        bad
    };
    let with = |name: &str, value: Value| {
        let mut bad = event(1, "started", json!({}));
        bad[name] = value;
        bad
    };
    let cases = [
        (fix(json!(91), json!(7)), "bad_latitude", "lat"),
        (fix(json!(43), json!(180.5)), "bad_longitude", "lon"),
        (fix(json!(0), json!(0)), "null_island", "did not know"),
        (fix(json!("NaN"), json!(7)), "wrong_type", "lat: this must be a number"),
        (fix(Value::Null, json!(7)), "missing", "lat"),
        (event(1, "fix", json!({ "lat": 43, "lon": 7, "accuracy_m": -1 })), "no_position", "accuracy"),
        (event(1, "arrived", json!({})), "missing", "stop"),
        (
            event(1, "delivered", json!({ "parcel": id(1), "outcome": "eaten" })),
            "unknown_word",
            "delivered_to_recipient",
        ),
        (event(1, "handed_over", json!({})), "missing", "driver or a vehicle"),
        (event(1, "teleported", json!({})), "unknown_kind", "break_begun"),
        (event(1, "instruction_given", json!({})), "unknown_kind", "kinds"),
        (without("id"), "missing", "id"),
        (without("at"), "missing", "at"),
        (without("kind"), "missing", "kind"),
        (with("id", json!("7")), "bad_id", "32 hexadecimal digits"),
        (with("at", json!("yesterday")), "bad_instant", "2026-05-04T09:30:00Z"),
        (with("at", json!("9999-12-30T00:00:00Z")), "absurd_instant", "2199"),
        (with("at", json!("-009999-01-02T01:59:59Z")), "absurd_instant", "1970"),
        (with("at", json!(1_770_000_000)), "wrong_type", "instant"),
        (json!("started"), "wrong_type", "an object"),
    ];
    for (bad, expected_code, expected_detail) in cases {
        let told = bad.to_string();
        let (code, detail) = problem(bad);
        assert_eq!(code, expected_code, "{told}: {detail}");
        assert!(detail.contains(expected_detail), "{told}: {detail}");
    }
}

#[test]
fn all_that_is_wrong_with_an_event_is_told() {
    let (_, detail) = problem(json!({ "kind": "fix", "at": "soon", "lat": 91 }));
    for part in ["id: this is missing", "at: this must be an instant", "lon: this is missing"] {
        assert!(detail.contains(part), "{detail}");
    }
}

#[test]
fn a_body_that_is_no_batch_is_refused_as_a_whole() {
    let invalid = |body: &str| match read_batch(body.as_bytes()) {
        Err(BatchError::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    };
    assert_eq!(invalid("{")[0].code, "malformed_json");
    assert_eq!(invalid(r#"{"events":[{"lat":NaN}]}"#)[0].code, "malformed_json");
    assert_eq!(invalid("[]")[0].code, "wrong_type");
    assert_eq!((invalid("{}")[0].at.as_str(), invalid("{}")[0].code.as_ref()), ("events", "missing"));
    let both = invalid(r#"{"sent_at":1,"tour":"x","events":[]}"#);
    assert_eq!(both.iter().map(|problem| problem.at.as_str()).collect::<Vec<_>>(), ["sent_at", "tour"]);
}

#[test]
fn ten_thousand_events_are_a_batch_and_one_more_is_not() {
    let body = |count: usize| json!({ "events": vec![json!(1); count] }).to_string();
    assert_eq!(read_batch(body(EVENTS_MAX).as_bytes()).expect("a batch").events.len(), EVENTS_MAX);
    let error = read_batch(body(EVENTS_MAX + 1).as_bytes()).expect_err("too many");
    assert_eq!(error, BatchError::TooMany { count: EVENTS_MAX + 1 });
    let told = Problem::from(error);
    assert_eq!((told.status, told.code.as_ref()), (413, "too_many_events"));
}

#[test]
fn an_answer_has_one_result_for_each_event_and_counts_them() {
    let known = EventId::from_u128(1);
    let answer = BatchAnswer::of(vec![
        EventResult::taken(known),
        EventResult::doubled(known),
        EventResult::refused(None, "missing", "id: this is missing"),
    ]);
    assert_eq!(
        serde_json::to_value(&answer).expect("JSON"),
        json!({
            "results": [
                { "id": id(1), "result": "taken" },
                { "id": id(1), "result": "doubled" },
                { "result": "refused", "code": "missing", "detail": "id: this is missing" },
            ],
            "taken": 1, "doubled": 1, "refused": 1,
        })
    );
}

#[test]
fn a_code_at_the_door_is_read_and_shown_in_no_log() {
    let given = json!({ "parcel": id(6), "code": " 482 913 " });
    let read = read_one(event(1, "door_code_given", given)).expect("it can be read");
    assert!(!format!("{read:?}").contains("482"), "{read:?}");
    let ReadEvent::DoorCode { parcel, code, .. } = read else { panic!("{read:?}") };
    assert_eq!((parcel, code.reveal()), (ParcelId::from_u128(6), "482 913"));
    for (code, expected) in [
        (json!("1".repeat(32)), None),
        (json!("1".repeat(33)), Some("too_long")),
        (json!(482_913), Some("wrong_type")),
    ] {
        let read = read_one(event(1, "door_code_given", json!({ "parcel": id(6), "code": code })));
        assert_eq!(read.err().map(|problem| problem.code).as_deref(), expected);
    }
}
