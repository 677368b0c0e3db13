//! The envelope of the log: every version that was ever written is read for ever.

use doorstep_domain::{
    AccessNotes, DriverId, EventId, Fix, Happening, Instruction, Metres, MetresPerSecond, Outcome, ParcelId,
    Personal, PhotoId, Place, PlaceMark, Plan, PlannedStart, PlannedStop, SafePlace, StopId, TourEvent,
    TravelTimes, VehicleId, Window,
};
use doorstep_wire::stored::{StoredError, VERSION, decode, encode};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

/// The logs that the versions wrote. They never change.
const V1: &str = include_str!("../golden/stored-v1.jsonl");
const V2: &str = include_str!("../golden/stored-v2.jsonl");
const V3: &str = include_str!("../golden/stored-v3.jsonl");
const V4: &str = include_str!("../golden/stored-v4.jsonl");
const V5: &str = include_str!("../golden/stored-v5.jsonl");
const V6: &str = include_str!("../golden/stored-v6.jsonl");

fn place(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).expect("a place")
}

fn at(millisecond: i64) -> Timestamp {
    Timestamp::from_millisecond(1_780_000_000_000 + millisecond).expect("an instant")
}

fn stop(number: u128) -> StopId {
    StopId::from_u128(number)
}

fn parcel(number: u128) -> ParcelId {
    ParcelId::from_u128(number)
}

fn planned_stop() -> PlannedStop {
    PlannedStop {
        id: stop(1),
        place: Some(place(43.7384, 7.4246)),
        service: Some(SignedDuration::from_secs(75)),
        planned_arrival: Some(at(600_000)),
        window: Some(Window { from: at(0), until: at(7_200_000) }),
        zone: Some("A-1.2D".to_owned()),
        parcels: vec![parcel(11), parcel(12)],
    }
}

fn plan() -> Plan {
    let table =
        vec![vec![Some(0), Some(60), None], vec![Some(61), Some(0), Some(5)], vec![None, Some(7), Some(0)]];
    let bare = PlannedStop {
        id: stop(2),
        place: Some(place(-43.1, 172.5)),
        service: None,
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: Vec::new(),
    };
    Plan {
        driver: Some(DriverId::from_u128(7)),
        vehicle: Some(VehicleId::from_u128(8)),
        start: Some(PlannedStart { place: place(43.73, 7.42), at: Some(at(0)) }),
        stops: vec![planned_stop(), bare],
        travel: Some(TravelTimes::try_from(table).expect("a square")),
    }
}

/// One event of every kind, and of every shape that a kind has.
fn every_kind() -> Vec<Happening> {
    use Happening as H;
    let bare_fix = Fix { place: place(43.738_412_3, 7.424_6), accuracy: None, speed: None, course: None };
    let full_fix = Fix {
        accuracy: Some(Metres(4.5)),
        speed: Some(MetresPerSecond(8.25)),
        course: Some(271.5),
        ..bare_fix
    };
    let garage = Instruction::SafePlace {
        safe_place: SafePlace::Garage,
        note: Some(Personal::new("behind the \"blue\" bin")),
    };
    vec![
        H::Planned(Box::new(plan())),
        H::Planned(Box::new(Plan {
            driver: None,
            vehicle: None,
            start: None,
            stops: Vec::new(),
            travel: None,
        })),
        H::Started,
        H::Fix(bare_fix),
        H::Fix(full_fix),
        H::Arrived { stop: stop(1) },
        H::Departed { stop: Some(stop(1)) },
        H::Departed { stop: None },
        H::Scanned { parcel: parcel(11) },
        H::Attempted { parcel: parcel(11), outcome: Outcome::FailedNotHome },
        H::Delivered { parcel: parcel(12), outcome: Outcome::DeliveredToSafePlace },
        H::Served { stop: stop(1) },
        H::Skipped { stop: stop(2) },
        H::Resequenced { order: vec![stop(2), stop(1)] },
        H::StopsAdded { after: Some(stop(1)), stops: vec![planned_stop()] },
        H::StopsAdded { after: None, stops: Vec::new() },
        H::StopsRemoved { stops: vec![stop(2)] },
        H::StopMoved { stop: stop(1), place: place(43.7, 7.4) },
        H::ParcelsAdded { stop: stop(1), parcels: vec![parcel(13)] },
        H::ParcelsRemoved { parcels: vec![parcel(13)] },
        H::ParcelMoved { parcel: parcel(12), stop: stop(2) },
        H::BreakBegun,
        H::BreakEnded,
        H::HandedOver { driver: Some(DriverId::from_u128(9)), vehicle: None },
        H::InstructionGiven { parcel: parcel(11), instruction: Some(garage), version: 0 },
        H::InstructionGiven { parcel: parcel(11), instruction: None, version: 0 },
        H::Ended,
    ]
}

/// What version 2 added: a stop of which only the address is known.
fn since_version_2() -> Vec<Happening> {
    let held = PlannedStop { place: None, ..planned_stop() };
    let plan = Plan { stops: vec![held.clone()], travel: None, ..plan() };
    vec![
        Happening::Planned(Box::new(plan)),
        Happening::StopsAdded { after: Some(stop(1)), stops: vec![PlannedStop { id: stop(3), ..held }] },
    ]
}

/// What version 3 added: the driver's hand before the map.
fn since_version_3() -> Vec<Happening> {
    vec![Happening::MapHidden, Happening::MapShown]
}

/// What version 4 added: the code at the door.
fn since_version_4() -> Vec<Happening> {
    let given = |is_right| Happening::DoorCodeGiven { parcel: parcel(11), is_right };
    vec![given(false), Happening::DoorCodeRenewed { parcel: parcel(11) }, given(true)]
}

/// What version 5 added: a neighbour, the way to the door, and what the phone showed of it.
fn since_version_5() -> Vec<Happening> {
    let parcel = parcel(11);
    let text = |text: &str| Some(Personal::new(text));
    let next_door = |house| Instruction::Neighbour { neighbour: Personal::new("Ada"), house };
    let given = |instruction, version| Happening::InstructionGiven { parcel, instruction, version };
    let access = AccessNotes { doorbell: text("Example"), floor: text("2nd"), way: text("through the yard") };
    vec![
        given(Some(next_door(text("no. 7"))), 1),
        given(Some(next_door(None)), 2),
        Happening::AccessNoted { parcel, access, version: 3 },
        Happening::AccessNoted { parcel, access: AccessNotes::default(), version: 4 },
        Happening::InstructionSeen { parcel, version: 4 },
        Happening::PutLater { parcel, not_before: at(600_000), order: vec![stop(2), stop(1)], version: 5 },
    ]
}

/// What version 6 added: where exactly a safe place is.
fn since_version_6() -> Vec<Happening> {
    let mark = PlaceMark { pin: Some(place(43.7384, 7.4246)), photo: Some(PhotoId::from_u128(42)) };
    let marked = |mark, version| Happening::PlaceMarked { parcel: parcel(11), mark, version };
    vec![marked(mark, 6), marked(PlaceMark::default(), 7)]
}

fn golden_events(happenings: Vec<Happening>) -> Vec<TourEvent> {
    let event = |(number, what): (i64, Happening)| TourEvent {
        id: EventId::from_u128(0xabc0 + u128::try_from(number).expect("it is small")),
        at: at(1_000 * number),
        received_at: at(1_000 * number + 250),
        what,
    };
    (0..).zip(happenings).map(event).collect()
}

fn of_version_4() -> Vec<Happening> {
    [every_kind(), since_version_2(), since_version_3(), since_version_4()].concat()
}

fn golden_events_of_now() -> Vec<TourEvent> {
    golden_events([of_version_4(), since_version_5(), since_version_6()].concat())
}

#[test]
fn events_of_every_version_are_read_for_ever() {
    let of_version_2 = golden_events([every_kind(), since_version_2()].concat());
    let of_version_3 = golden_events([every_kind(), since_version_2(), since_version_3()].concat());
    for (golden, expected) in [
        (V1, golden_events(every_kind())),
        (V2, of_version_2),
        (V3, of_version_3),
        (V4, golden_events(of_version_4())),
        (V5, golden_events([of_version_4(), since_version_5()].concat())),
        (V6, golden_events_of_now()),
    ] {
        let read: Vec<TourEvent> =
            golden.lines().map(|line| decode(line.as_bytes()).expect("it is an event")).collect();
        assert_eq!(read, expected);
    }
}

#[test]
fn events_are_written_as_the_golden_file_of_the_version_shows() {
    assert_eq!(
        VERSION, 6,
        "a new version needs a golden file of its own, and this test must compare with that one"
    );
    let written: Vec<String> = golden_events_of_now()
        .iter()
        .map(|event| String::from_utf8(encode(event)).expect("JSON is UTF-8"))
        .collect();
    assert_eq!(written.join("\n") + "\n", V6);
}

#[test]
fn an_event_of_a_newer_version_is_not_guessed_at() {
    let newer = br#"{"v":7,"id":"00000000000000000000000000000001","something":"else"}"#;
    assert_eq!(decode(newer), Err(StoredError::Newer { found: 7 }));
    let told = StoredError::Newer { found: 7 }.to_string();
    assert!(told.contains("version 7") && told.contains("newer program"), "{told}");
}

#[test]
fn a_damaged_event_tells_where_and_nothing_of_what() {
    let whole = encode(&golden_events_of_now()[4]);
    for cut in 0..whole.len() {
        let error = decode(&whole[..cut]).expect_err("a part is no event");
        assert!(matches!(error, StoredError::Damaged { .. }));
        assert!(!error.to_string().contains("43.7"), "{error}");
    }
    assert!(decode(br#"{"v":0}"#).is_err());
    assert!(decode(br#"{"v":2,"id":"1","at":"x"}"#).is_err());
}

prop_compose! {
    fn any_fix()(
        lat in -90.0..=90.0_f64,
        lon in -180.0..=180.0_f64,
        accuracy in proptest::option::of(0.0..1e6_f64),
        speed in proptest::option::of(0.0..200.0_f64),
        course in proptest::option::of(0.0..360.0_f32),
    ) -> Option<Fix> {
        let place = Place::from_degrees(lat, lon).ok()?;
        Some(Fix { place, accuracy: accuracy.map(Metres), speed: speed.map(MetresPerSecond), course })
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_to_the_last_bit(
        fix in any_fix(),
        kind in 0..every_kind().len(),
        id in any::<u128>(),
        nanosecond in 0..4_000_000_000_000_000_000_i128,
        delay_ms in -1_000_000_000_i64..1_000_000_000,
    ) {
        let instant = Timestamp::from_nanosecond(nanosecond).expect("in range");
        let received_at = instant + SignedDuration::from_millis(delay_ms);
        for what in fix.map(Happening::Fix).into_iter().chain([every_kind()[kind].clone()]) {
            let event = TourEvent { id: EventId::from_u128(id), at: instant, received_at, what };
            prop_assert_eq!(decode(&encode(&event)), Ok(event));
        }
    }
}
