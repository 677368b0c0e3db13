//! No reader panics, whatever it gets.

use doorstep_wire::account::{Login, Notifications};
use doorstep_wire::dialect::{osmand, owntracks, traccar};
use doorstep_wire::driver::DriverLogin;
use doorstep_wire::event::read_batch;
use doorstep_wire::import::{from_csv, from_json};
use doorstep_wire::operator::{DeviceRequest, DriverRequest, RecipientRequest, RegionRequest};
use doorstep_wire::parcel::{ParcelPatch, ParcelsRequest};
use doorstep_wire::passkeys::{NewPasskey, PasskeyLogin};
use doorstep_wire::stored::decode;
use doorstep_wire::tour::{TourJson, TourPatch};
use doorstep_wire::visibility::read_rules;
use doorstep_wire::wish::{AccessRequest, InstructionRequest};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Lets every reader read; what each says is not looked at, only that it says something.
fn read_by_all(bytes: &[u8]) {
    let now = Timestamp::UNIX_EPOCH;
    let _ = read_batch(bytes).map(drop);
    let _ = TourJson::read(bytes).map(drop);
    let _ = TourPatch::read(bytes).map(drop);
    let _ = ParcelsRequest::read(bytes).map(drop);
    let _ = ParcelPatch::read(bytes).map(drop);
    let _ = RegionRequest::read(bytes).map(drop);
    let _ = RecipientRequest::read(bytes).map(drop);
    let _ = DeviceRequest::read(bytes).map(drop);
    let _ = DriverRequest::read(bytes).map(drop);
    let _ = DriverLogin::read(bytes).map(drop);
    let _ = Login::read(bytes).map(drop);
    let _ = NewPasskey::read(bytes).map(drop);
    let _ = PasskeyLogin::read(bytes).map(drop);
    let _ = Notifications::read(bytes).map(drop);
    let _ = InstructionRequest::read(bytes).map(drop);
    let _ = AccessRequest::read(bytes).map(drop);
    let _ = owntracks::read(bytes).map(drop);
    let _ = osmand::read(bytes, now).map(drop);
    let _ = traccar::read(bytes, now).map(drop);
    let _ = from_json(bytes).map(drop);
    let _ = from_csv(bytes).map(drop);
    let _ = decode(bytes).map(drop);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = read_rules(text).map(drop);
    }
}

/// Names that some reader looks for, so that arbitrary values get deep.
const NAMES: [&str; 42] = [
    "ceremony",
    "credential",
    "events",
    "id",
    "kind",
    "at",
    "lat",
    "lon",
    "stop",
    "parcel",
    "outcome",
    "stops",
    "place",
    "address",
    "parcels",
    "window",
    "from",
    "until",
    "travel_s",
    "driver",
    "start",
    "reference",
    "day",
    "tracking_number",
    "sender",
    "door",
    "carrier",
    "name",
    "status_at",
    "_type",
    "tst",
    "acc",
    "location",
    "coords",
    "latitude",
    "longitude",
    "timestamp",
    "area",
    "map",
    "count",
    "all",
    "what",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        prop_oneof![
            "fix",
            "planned",
            "stops_added",
            "location",
            "other",
            "always",
            "gift",
            "2026-05-04T09:30:00Z",
            "[0-9a-f]{32}",
            ".{0,20}"
        ]
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let name =
            prop_oneof![9 => proptest::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => ".{0,8}"];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<String, Value>>())),
        ]
    })
}

/// Rows of cells, well formed or not.
fn any_csv() -> impl Strategy<Value = String> {
    let header = proptest::sample::subsequence(
        vec![
            "tour",
            "day",
            "driver",
            "stop",
            "address",
            "lat",
            "lon",
            "start_lat",
            "tracking_number",
            "sender",
            "carrier",
        ],
        1..11,
    );
    let cell = prop_oneof!["", "[0-9]{1,3}", "2026-05-04", "North", "\"", "[ -~]{0,12}", ".{0,6}"];
    (header, proptest::collection::vec(proptest::collection::vec(cell, 0..12), 0..20)).prop_map(
        |(header, rows)| {
            let rows = rows.into_iter().map(|row| row.join(","));
            std::iter::once(header.join(",")).chain(rows).collect::<Vec<_>>().join("\n")
        },
    )
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_answered_by_every_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_by_all(&bytes);
    }

    #[test]
    fn arbitrary_text_is_answered_by_every_reader(text in ".{0,200}") {
        read_by_all(text.as_bytes());
    }

    #[test]
    fn arbitrary_json_is_answered_by_every_reader(value in any_json()) {
        read_by_all(value.to_string().as_bytes());
        read_by_all(json!({ "events": [value] }).to_string().as_bytes());
    }

    #[test]
    fn arbitrary_rows_are_read_or_told_and_never_both(csv in any_csv()) {
        if let Err(problems) = from_csv(csv.as_bytes()) {
            prop_assert!(!problems.is_empty());
        }
        read_by_all(csv.as_bytes());
    }

    #[test]
    fn arbitrary_queries_are_answered(
        lat in any::<f64>(), lon in any::<f64>(), timestamp in any::<f64>(), speed in any::<f64>(), text in ".{0,20}"
    ) {
        for query in [
            format!("id=1&lat={lat}&lon={lon}&timestamp={timestamp}&speed={speed}&bearing={speed}&accuracy={speed}"),
            format!("id={text}&lat=45&lon=7&timestamp={text}"),
            format!("location={text}"),
        ] {
            if let Ok(message) = osmand::read(query.as_bytes(), Timestamp::UNIX_EPOCH) {
                for reading in message.readings {
                    prop_assert!((-90.0..=90.0).contains(&reading.fix.place.lat()));
                }
            }
        }
    }

    #[test]
    fn every_event_of_a_batch_gets_an_answer(events in proptest::collection::vec(any_json(), 0..20)) {
        let count = events.len();
        let batch = read_batch(json!({ "events": events }).to_string().as_bytes());
        prop_assert_eq!(batch.expect("it is a batch").events.len(), count);
    }
}
