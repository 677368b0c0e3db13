//! Things to store. Equal numbers make equal things; what a case is about, it changes.

use doorstep_domain::event::Fix;
use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, CarrierEvent, DeviceId, DriverId, EventId, Happening, Metres, OnTour, OperatorId, Outcome,
    OutcomeView, Parcel, ParcelId, ParcelKind, Personal, PickupPoint, PickupPointId, Place, Plan,
    PlannedStop, RecipientId, RegionId, Status, StopId, TourEvent, TourId,
};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};

use crate::{
    Account, ApiKey, Append, Device, Message, MessageKind, NewTour, Operator, Region, Role, Scope, Settled,
    StopDetails, Store, StoreError, Target, TokenHash, Topic, TourRecord,
};

pub(super) const DAY: Date = date(2026, 3, 14);

pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * 20_000) + SignedDuration::from_secs(seconds)
}

pub(super) fn hash(number: u8) -> TokenHash {
    TokenHash([number; 32])
}

pub(super) fn operator_id(number: u128) -> OperatorId {
    OperatorId::from_u128(0x0b00 + number)
}

pub(super) fn recipient_id(number: u128) -> RecipientId {
    RecipientId::from_u128(0xacc0 + number)
}

pub(super) fn driver_id(number: u128) -> DriverId {
    DriverId::from_u128(0xd100 + number)
}

pub(super) fn parcel_id(number: u128) -> ParcelId {
    ParcelId::from_u128(0xba00 + number)
}

pub(super) fn tour_id(number: u128) -> TourId {
    TourId::from_u128(0x7000 + number)
}

pub(super) fn stop_id(number: u128) -> StopId {
    StopId::from_u128(0x5000 + number)
}

pub(super) fn operator(number: u128) -> Operator {
    Operator {
        id: operator_id(number),
        name: format!("Carrier {number}"),
        time_zone: "Europe/Monaco".to_owned(),
        language: "en".to_owned(),
    }
}

/// The recipient of a number, customer of the first operator.
pub(super) fn account(number: u128) -> Account {
    Account {
        id: recipient_id(number),
        operator: operator_id(1),
        role: Role::Recipient,
        email: Personal::new(format!("recipient{number}@example.org")),
        name: Personal::new(format!("Recipient {number}")),
        password_hash: "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA".to_owned(),
        language: None,
        time_zone: Some("Europe/Berlin".to_owned()),
    }
}

pub(super) fn key(number: u8) -> ApiKey {
    ApiKey {
        token: hash(number),
        operator: operator_id(1),
        label: format!("key {number}"),
        scopes: vec![Scope::OperatorRead, Scope::OperatorWrite],
        sender: None,
        revoked_at: None,
    }
}

pub(super) fn device(number: u128) -> Device {
    Device {
        id: DeviceId::from_u128(0xde00 + number),
        operator: operator_id(1),
        driver: driver_id(1),
        label: format!("phone {number}"),
        revoked_at: None,
    }
}

pub(super) fn region(number: u128) -> Region {
    Region {
        id: RegionId::from_u128(0x4e00 + number),
        operator: operator_id(1),
        name: format!("Region {number}"),
        area: r#"{"type":"Polygon","coordinates":[[[7.4,43.7],[7.5,43.7],[7.5,43.8],[7.4,43.7]]]}"#
            .to_owned(),
        live_from: DAY,
    }
}

pub(super) fn pickup_point(number: u128) -> PickupPoint {
    PickupPoint {
        id: PickupPointId::from_u128(0x9100 + number),
        name: format!("Corner shop {number}"),
        address: "2 Quay\nMonaco".to_owned(),
        hours: Some("Mon to Sat 9:00 to 19:00".to_owned()),
        place: Place::from_degrees(43.738_1, 7.424_2).expect("it is a place"),
    }
}

/// The parcel of a number, of the first operator and with as little as possible.
pub(super) fn parcel(number: u128) -> Parcel {
    Parcel {
        id: parcel_id(number),
        operator: operator_id(1),
        tracking_number: format!("P{number:04}"),
        order: None,
        recipient: None,
        buyer: None,
        sender: Personal::new("A shop"),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: None,
        promise: None,
        status: Status::PreTransit,
        door: None,
        address: None,
        on_tour: None,
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

/// Something that another carrier said at a second.
pub(super) fn carrier_event(number: u128, second: i64, status: Status) -> CarrierEvent {
    CarrierEvent {
        id: EventId::from_u128(number),
        at: at(second),
        status,
        description: Some(Personal::new(format!("said {number}"))),
        place: Some(Personal::new("Hub South")),
    }
}

pub(super) fn tour(number: u128) -> TourRecord {
    TourRecord {
        id: tour_id(number),
        operator: operator_id(1),
        reference: format!("T{number:02}"),
        day: DAY,
        driver: None,
        ended_at: None,
    }
}

pub(super) fn stop(number: u128) -> StopDetails {
    StopDetails {
        stop: stop_id(number),
        address: Personal::new(format!("{number} Quay\nMonaco")),
        note: None,
    }
}

/// A tour without stops and with an empty plan.
pub(super) fn new_tour(number: u128) -> NewTour {
    NewTour {
        record: tour(number),
        stops: Vec::new(),
        parcels: Vec::new(),
        append: append(number, vec![planned(number, &[])]),
    }
}

pub(super) fn event(number: u128, what: Happening) -> TourEvent {
    let seconds = i64::try_from(number % 1_000_000).unwrap_or(0);
    TourEvent { id: EventId::from_u128(number), at: at(seconds), received_at: at(seconds + 2), what }
}

pub(super) fn fix(number: u128) -> TourEvent {
    let place = Place::from_degrees(43.7384, 7.4246).ok();
    let fix = |place| Fix { place, accuracy: Some(Metres(4.5)), speed: None, course: None };
    event(number, place.map_or(Happening::Started, |place| Happening::Fix(fix(place))))
}

/// A plan with these stops and the parcels on each.
pub(super) fn planned(number: u128, stops: &[(StopId, &[ParcelId])]) -> TourEvent {
    let place = Place::from_degrees(43.7384, 7.4246).ok();
    let stops = stops.iter().map(|(id, parcels)| PlannedStop {
        id: *id,
        place,
        service: None,
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: parcels.to_vec(),
    });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: stops.collect(), travel: None };
    event(number, Happening::Planned(Box::new(plan)))
}

pub(super) fn append(number: u128, events: Vec<TourEvent>) -> Append {
    Append { tour: tour_id(number), day: DAY, events, settled: Vec::new(), messages: Vec::new() }
}

/// An append of nothing but what became of a parcel.
pub(super) fn settle(parcel: u128, status: Status, outcome: Option<OutcomeView>) -> Append {
    Append { settled: vec![Settled { parcel: parcel_id(parcel), status, outcome }], ..append(1, Vec::new()) }
}

pub(super) fn outcome(outcome: Outcome, seconds: i64) -> OutcomeView {
    OutcomeView { outcome, at: at(seconds) }
}

pub(super) fn message(parcel: u128, seconds: i64) -> Message {
    Message {
        recipient: recipient_id(1),
        target: Target::Email,
        topic: Topic::Parcel(parcel_id(parcel), MessageKind::MapOpen),
        at: at(seconds),
    }
}

pub(super) fn on_tour(tour: u128, stop: u128) -> OnTour {
    OnTour { tour: tour_id(tour), stop: stop_id(stop) }
}

/// Two operators, two recipients and a driver of the first.
pub(super) async fn settle_in(store: &dyn Store) -> Result<(), StoreError> {
    store.put_operator(operator(1)).await?;
    store.put_operator(operator(2)).await?;
    store.insert_account(account(1)).await?;
    store.insert_account(account(2)).await?;
    store.put_driver(driver_id(1), operator_id(1), Personal::new("Driver 1")).await
}
