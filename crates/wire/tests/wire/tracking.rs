//! What a recipient gets: exactly what the view holds, and nothing in the place of what it does not.

use doorstep_domain::visibility::Rules;
use doorstep_domain::visibility::{Choice, Choices, Offer};
use doorstep_domain::{
    AccessNotes, Because, Elsewhere, Forecast, HiddenBecause, Instruction, MapView, Metres, Outcome,
    OutcomeView, ParcelId, ParcelKind, Personal, PickupPoint, PickupPointId, Place, PlaceMark, Reason,
    ReleasedPosition, RemainingStops, SafePlace, Shown, Status, TrackingView, Window, Wishes,
};
use doorstep_wire::tracking::{OrderParcelJson, TrackingJson};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::{Value, json};

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_777_888_800 + 60 * minute).expect("an instant")
}

fn bare() -> TrackingView {
    TrackingView {
        parcel: ParcelId::from_u128(0xb),
        kind: ParcelKind::Ordinary,
        status: Status::OutForDelivery,
        operator: "Example Carrier".to_owned(),
        delivered_by_own_network: true,
        status_at: None,
        told: None,
        sender: Some(Personal::new("Example Shop")),
        promise: None,
        forecast: None,
        remaining_stops: None,
        driver_name: None,
        map: MapView::Hidden(HiddenBecause::TooFar),
        reasons: Vec::new(),
        wishes: Wishes::default(),
        wishes_seen_at: None,
        instruction_open: true,
        access_open: true,
        choices: Choices::ALL,
        later: Choices::NONE,
        elsewhere: Elsewhere::default(),
        not_before: None,
        outcome: None,
        photo_at: None,
        rating: None,
        rating_until: None,
        report: None,
        may_report: None,
        witness: None,
        door_code: None,
        arrived_at: None,
        updated_at: None,
    }
}

fn full() -> TrackingView {
    let position = ReleasedPosition {
        place: Place::from_degrees(43.738_412_345, 7.424_612_345).expect("a place"),
        accuracy: Metres(6.4),
        observed_at: at(0),
    };
    TrackingView {
        status_at: Some(at(-60)),
        promise: Some(Window { from: at(0), until: at(120) }),
        forecast: Some(Forecast {
            window: Window { from: at(10), until: at(25) },
            confidence: 0.8,
            kept_of_five: None,
        }),
        remaining_stops: Some(RemainingStops::Exactly(4)),
        driver_name: Some(Personal::new("Dora")),
        map: MapView::Open { shown: Shown::Exact(position) },
        reasons: vec![
            Reason { at: at(-1), because: Because::StopsAddedBefore(2) },
            Reason { at: at(-30), because: Because::TourStarted },
        ],
        wishes: Wishes {
            instruction: Some(Instruction::SafePlace {
                safe_place: SafePlace::Garage,
                note: Some(Personal::new("left of the door")),
            }),
            mark: PlaceMark { pin: Some(point().place), photo: None },
            access: AccessNotes { floor: Some(Personal::new("2nd")), ..AccessNotes::default() },
            day: Some(date(2026, 5, 6)),
            pickup_point: Some(point()),
            version: 2,
        },
        wishes_seen_at: Some(at(1)),
        choices: [Choice::SafePlace, Choice::HomeSoon, Choice::AnotherDay].into_iter().collect(),
        later: [Choice::HomeSoon, Choice::LaterOnTour].into_iter().collect(),
        elsewhere: Elsewhere { days: vec![date(2026, 5, 7)], pickup_point: true },
        not_before: Some(at(20)),
        outcome: Some(OutcomeView { outcome: Outcome::DeliveredToNeighbour, at: at(3) }),
        door_code: None,
        arrived_at: Some(at(2)),
        updated_at: Some(at(3)),
        ..bare()
    }
}

fn point() -> PickupPoint {
    let place = Place::from_degrees(43.738_412, 7.424_612).expect("a place");
    let (name, address) = ("Corner shop".to_owned(), "1 Quay".to_owned());
    PickupPoint { id: PickupPointId::from_u128(7), name, address, hours: None, place }
}

fn json_of(view: &TrackingView) -> Value {
    serde_json::to_value(TrackingJson::of(view, Timestamp::UNIX_EPOCH)).expect("JSON")
}

#[test]
fn everything_that_a_view_holds_is_there() {
    assert_eq!(
        json_of(&full()),
        json!({
            "parcel_id": "0000000000000000000000000000000b",
            "kind": "ordinary",
            "status": "out_for_delivery",
            "operator": "Example Carrier",
            "delivered_by_own_network": true,
            "status_at": "2026-05-04T09:00:00Z",
            "sender": "Example Shop",
            "promise": { "from": "2026-05-04T10:00:00Z", "until": "2026-05-04T12:00:00Z" },
            "forecast": { "from": "2026-05-04T10:10:00Z", "until": "2026-05-04T10:25:00Z", "confidence": 0.8 },
            "remaining_stop_count": 4,
            "position": { "lat": 43.738_412, "lon": 7.424_612, "accuracy_m": 6.0, "observed_at": "2026-05-04T10:00:00Z" },
            "driver_name": "Dora",
            "map": { "state": "open", "release": "exact" },
            "reasons": [
                { "at": "2026-05-04T09:59:00Z", "because": "stops_added_before", "stops": 2 },
                { "at": "2026-05-04T09:30:00Z", "because": "tour_started" },
            ],
            "instruction": { "safe_place": "garage", "note": "left of the door" },
            "mark": { "pin": { "lat": 43.738_412, "lon": 7.424_612 } },
            "instruction_open": true,
            "access": { "floor": "2nd" },
            "access_open": true,
            "wishes_version": 2,
            "wishes_seen_at": "2026-05-04T10:01:00Z",
            "locked": ["neighbour", "access_notes", "later_on_tour", "pickup_point", "rating", "report"],
            "later": ["home_soon"],
            "other_days": ["2026-05-07"],
            "chosen_day": "2026-05-06",
            "pickup_open": true,
            "pickup_point": {
                "id": "00000000000000000000000000000007", "name": "Corner shop", "address": "1 Quay",
                "place": { "lat": 43.738_412, "lon": 7.424_612 },
            },
            "not_before": "2026-05-04T10:20:00Z",
            "outcome": { "outcome": "delivered_to_neighbour", "at": "2026-05-04T10:03:00Z" },
            "arrived_at": "2026-05-04T10:02:00Z",
            "updated_at": "2026-05-04T10:03:00Z",
        })
    );
}

#[test]
fn what_may_not_be_seen_is_absent_and_never_null() {
    let mut view = bare();
    view.sender = None;
    assert_eq!(
        json_of(&view),
        json!({
            "parcel_id": "0000000000000000000000000000000b",
            "kind": "ordinary",
            "status": "out_for_delivery",
            "operator": "Example Carrier",
            "delivered_by_own_network": true,
            "map": { "state": "hidden", "hidden_because": "too_far" },
            "reasons": [],
            "instruction_open": true,
            "access_open": true,
            "wishes_version": 0,
            "pickup_open": false,
        })
    );
}

#[test]
fn where_no_single_number_is_honest_the_fewest_and_the_most_are_told() {
    let told = |remaining: RemainingStops| {
        let json = json_of(&TrackingView { remaining_stops: Some(remaining), ..bare() });
        assert_eq!(json.get("remaining_stop_count"), None);
        json["remaining_stops"].clone()
    };
    assert_eq!(told(RemainingStops::Between { fewest: 3, most: 6 }), json!({ "fewest": 3, "most": 6 }));
    assert_eq!(told(RemainingStops::AtLeast(11)), json!({ "fewest": 11 }));
}

#[test]
fn invariant_5_gift_and_confidential_have_the_shape_and_size_of_an_ordinary_hidden_map() {
    let ordinary = TrackingJson::of(&bare(), Timestamp::UNIX_EPOCH);
    for (kind, because) in [
        (ParcelKind::Gift, HiddenBecause::Gift),
        (ParcelKind::Confidential, HiddenBecause::Confidential),
        (ParcelKind::HighValue, HiddenBecause::HighValue),
    ] {
        let view = TrackingView { kind, map: MapView::Hidden(because), sender: None, ..bare() };
        let hidden = TrackingJson::of(&view, Timestamp::UNIX_EPOCH);
        assert_eq!(hidden.to_padded_json().len(), ordinary.to_padded_json().len());
        let mut keys = json_of(&view);
        let mut expected = json_of(&bare());
        for (name, value) in [("kind", &json!(0)), ("map", &json!(0)), ("sender", &json!(0))] {
            keys[name] = value.clone();
            expected[name] = value.clone();
        }
        assert_eq!(keys, expected);
    }
}

#[test]
fn a_padded_answer_is_the_same_json() {
    for view in [bare(), full()] {
        let tracking = TrackingJson::of(&view, Timestamp::UNIX_EPOCH);
        let padded = tracking.to_padded_json();
        assert_eq!(padded.len() % TrackingJson::PADDED_TO, 0);
        assert!(!padded.contains('\n'), "a message of a stream is one line");
        assert_eq!(serde_json::from_str::<TrackingJson>(&padded).ok(), Some(tracking));
    }
}

#[test]
fn a_parcel_of_an_order_is_a_tracking_view_with_a_number() {
    let parcel = OrderParcelJson {
        tracking_number: "EX1".to_owned(),
        tracking: TrackingJson::of(&bare(), Timestamp::UNIX_EPOCH),
    };
    let json = serde_json::to_value(parcel).expect("JSON");
    assert_eq!((&json["tracking_number"], &json["status"]), (&json!("EX1"), &json!("out_for_delivery")));
}

/// The smallest parcel of all.
pub(super) fn record() -> doorstep_domain::Parcel {
    doorstep_domain::Parcel {
        id: ParcelId::from_u128(1),
        operator: doorstep_domain::OperatorId::from_u128(2),
        tracking_number: "EX1".to_owned(),
        order: None,
        recipient: None,
        buyer: None,
        sender: Personal::new("Example Shop"),
        kind: ParcelKind::Gift,
        visibility: Rules::default(),
        carrier: doorstep_domain::Carrier::Own,
        day: None,
        promise: None,
        status: Status::PreTransit,
        door: None,
        address: None,
        on_tour: None,
        wishes: Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

#[test]
fn the_smallest_parcel_of_all_has_a_view_that_can_be_written() {
    let offer = Offer::default();
    let parcel = record();
    let context = doorstep_domain::view::ViewContext {
        offer: &offer,
        driver_name: None,
        operator_name: "Example Carrier",
        settled: None,
        report: None,
        today: jiff::civil::date(2026, 5, 4),
        now: at(0),
    };
    let json = json_of(&doorstep_domain::view::view(None, &parcel, &context));
    assert_eq!(json["map"], json!({ "state": "hidden", "hidden_because": "gift" }));
    assert_eq!(json.get("sender"), None);
}
