//! What other carriers say of the parcels that they bring.

use doorstep_domain::view::BuyerView;
use doorstep_domain::{
    Carrier, CarrierEvent, CarrierLog, EventId, Heard, OtherCarrier, Parcel, ParcelKind, Personal, Status,
};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::support::{at, look, parcel, tour};

const STATUSES: [Status; 11] = [
    Status::PreTransit,
    Status::InTransit,
    Status::OutForDelivery,
    Status::Delivered,
    Status::AvailableForPickup,
    Status::Attempted,
    Status::Delayed,
    Status::OnHold,
    Status::Returned,
    Status::Cancelled,
    Status::Unknown,
];

fn event(number: u128, second: i64, status: Status) -> CarrierEvent {
    CarrierEvent {
        id: EventId::from_u128(number),
        at: at(second),
        status,
        description: Some(Personal::new(format!("said {number}"))),
        place: None,
    }
}

fn elsewhere() -> Parcel {
    Parcel { carrier: Carrier::Other(OtherCarrier::named("Another carrier")), ..parcel(1) }
}

/// Events with few instants, so that many are of the same one; each number is one event.
fn events() -> impl Strategy<Value = Vec<CarrierEvent>> {
    let one = (0_i64..20, prop_oneof![3 => Just(Status::Unknown), 1 => prop::sample::select(&STATUSES[..])]);
    prop::collection::vec(one, 1..90).prop_map(|events| {
        events.into_iter().zip(1..).map(|((second, status), number)| event(number, second, status)).collect()
    })
}

proptest! {
    #[test]
    fn any_order_of_arrival_in_any_batches_ends_in_the_same_parcel(
        (events, shuffled) in events().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        size in 1_usize..20,
    ) {
        let (mut whole, mut pieces) = (elsewhere(), elsewhere());
        whole.hear(events.clone());
        for batch in shuffled.chunks(size) {
            pieces.hear(batch.to_vec());
            pieces.hear(batch.to_vec());
        }
        prop_assert_eq!(&whole, &pieces);
        pieces.hear(events);
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn the_newest_are_kept_and_the_newest_that_says_something_counts(events in events()) {
        let log = CarrierLog::of(events.clone());
        prop_assert!(log.events().len() <= CarrierLog::EVENTS_MAX);
        prop_assert!(log.events().windows(2).all(|pair| pair[0].at >= pair[1].at));
        let oldest = log.events().last().map(|event| event.at);
        let left_out = events.iter().filter(|event| !log.events().contains(event));
        for event in left_out {
            prop_assert!(Some(event.at) <= oldest);
        }
        let newest = log.events().iter().filter(|event| event.status != Status::Unknown).map(|event| event.at).max();
        prop_assert_eq!(log.status().map(|(_, at)| at), newest);
    }
}

#[test]
fn what_came_of_each_is_told() {
    let mut parcel = elsewhere();
    let many: Vec<CarrierEvent> = (1..=50).map(|n| event(n, 100, Status::InTransit)).collect();
    assert_eq!(parcel.hear(many), Some(vec![Heard::Taken; 50]));
    let more = vec![
        event(51, 99, Status::InTransit),
        event(50, 100, Status::Delivered),
        event(52, 101, Status::OnHold),
    ];
    assert_eq!(parcel.hear(more), Some(vec![Heard::TooOld, Heard::Doubled, Heard::Taken]));
    let twice = vec![event(60, 200, Status::Delivered), event(60, 200, Status::Delivered)];
    assert_eq!(parcel.hear(twice), Some(vec![Heard::Taken, Heard::Doubled]));
    assert_eq!(parcel.status, Status::Delivered);

    let mut own = Parcel { carrier: Carrier::Own, ..self::parcel(1) };
    assert_eq!(own.hear(vec![event(1, 1, Status::Delivered)]), None);
    assert_eq!(own, self::parcel(1));
}

#[test]
fn a_status_that_the_operator_told_stands_until_something_newer_is_said() {
    let told = OtherCarrier { status_at: Some(at(100)), ..OtherCarrier::named("Another carrier") };
    let mut parcel = Parcel { carrier: Carrier::Other(told), status: Status::OnHold, ..elsewhere() };
    parcel.hear(vec![event(1, 50, Status::InTransit)]);
    assert_eq!(parcel.status, Status::OnHold);
    parcel.hear(vec![event(2, 100, Status::OutForDelivery)]);
    assert_eq!(parcel.status, Status::OutForDelivery);
    parcel.hear(vec![event(3, 200, Status::Unknown)]);
    assert_eq!(parcel.status, Status::OutForDelivery, "what nobody understands says nothing");
}

#[test]
fn a_buyer_learns_of_high_value_an_hour_after_its_carrier_said_so() {
    let mut parcel = Parcel { kind: ParcelKind::HighValue, ..elsewhere() };
    parcel.hear(vec![event(1, 100, Status::Delivered)]);
    let view = look(&tour(2, []), &parcel, 100);
    let bought = |second| BuyerView::of(&view, &parcel, &TimeZone::UTC, at(second)).status;
    assert_eq!((bought(3_699), bought(3_700)), (Status::InTransit, Status::Delivered));
}

#[test]
fn of_one_instant_what_is_further_counts() {
    let mut parcel = elsewhere();
    parcel.hear(vec![event(1, 10, Status::Delivered), event(9, 10, Status::OutForDelivery)]);
    assert_eq!(parcel.status, Status::Delivered);
}

#[test]
fn a_recipient_sees_what_was_said_and_of_gifts_nothing() {
    let mut parcel = elsewhere();
    if let Carrier::Other(other) = &mut parcel.carrier {
        other.tracking_number = Some("0034".to_owned());
        other.url = Some("https://carrier.example.org/0034".to_owned());
    }
    parcel.hear((1..=30).map(|number| event(number, 10, Status::InTransit)).collect());
    for kind in [ParcelKind::Ordinary, ParcelKind::HighValue] {
        let view = look(&tour(2, []), &Parcel { kind, ..parcel.clone() }, 10);
        let told = view.told.expect("it was told");
        assert_eq!(told.events.len(), 20, "so many are shown");
        assert_eq!((told.tracking_number.as_deref(), told.url.is_some()), (Some("0034"), true));
        assert_eq!(view.status_at, Some(at(10)));
    }
    for kind in [ParcelKind::Gift, ParcelKind::Confidential] {
        let view = look(&tour(2, []), &Parcel { kind, ..parcel.clone() }, 10);
        assert_eq!(view.told, None, "{kind:?}");
        assert_eq!(view.status, Status::InTransit);
    }
}
