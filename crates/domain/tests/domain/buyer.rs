//! What someone sees who ordered a parcel for somebody else.

use doorstep_domain::view::BuyerView;
use doorstep_domain::{
    Happening, HiddenBecause, MapView, Outcome, OutcomeView, Parcel, ParcelKind, Status, TourEvent,
    TourState, TrackingView,
};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use crate::invariants::any_log;
use crate::support::{DAY, at, look, parcel, parcel_id, tour};

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const KINDS: [ParcelKind; 4] =
    [ParcelKind::Ordinary, ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue];

fn of_kind(kind: ParcelKind) -> Parcel {
    Parcel { kind, ..parcel(1) }
}

fn bought(seen: &TrackingView, parcel: &Parcel, now: Timestamp) -> BuyerView {
    BuyerView::of(seen, parcel, &TimeZone::UTC, now)
}

/// A tour that delivers the parcel, or tries to, after ten seconds.
fn ended(outcome: Outcome) -> TourState {
    let parcel = parcel_id(1);
    let what = if outcome.is_delivered() {
        Happening::Delivered { parcel, outcome }
    } else {
        Happening::Attempted { parcel, outcome }
    };
    tour(2, [(10, what)])
}

/// A view that holds nothing but what a buyer may be told from.
fn bare(seen: &TrackingView) -> TrackingView {
    let outcome = seen.outcome.map(|ended| OutcomeView { outcome: Outcome::FailedOther, ..ended });
    TrackingView {
        parcel: parcel_id(9),
        kind: seen.kind,
        status: seen.status,
        operator: String::new(),
        delivered_by_own_network: false,
        status_at: None,
        told: None,
        sender: None,
        promise: None,
        forecast: None,
        remaining_stops: None,
        driver_name: None,
        map: MapView::Hidden(HiddenBecause::LinkExpired),
        reasons: Vec::new(),
        wishes: doorstep_domain::Wishes::default(),
        wishes_seen_at: None,
        instruction_open: false,
        access_open: false,
        choices: doorstep_domain::visibility::Choices::ALL,
        later: doorstep_domain::visibility::Choices::NONE,
        elsewhere: doorstep_domain::Elsewhere::default(),
        not_before: None,
        outcome,
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

/// A record that holds nothing but the day.
fn bare_record(parcel: &Parcel) -> Parcel {
    Parcel { day: parcel.day, status: Status::Unknown, door: None, ..crate::support::parcel(9) }
}

#[test]
fn a_buyer_sees_the_status_and_the_day_of_every_kind_and_of_high_value_an_hour_later() {
    let (on_the_way, now) = (tour(2, []), at(20));
    for kind in KINDS {
        let own = of_kind(kind);
        let is_late = kind == ParcelKind::HighValue;
        let seen = bought(&look(&on_the_way, &own, 20), &own, now);
        let status = if is_late { Status::InTransit } else { Status::OutForDelivery };
        assert_eq!(seen, BuyerView { status, day: Some(DAY) }, "{kind:?}");
        for (outcome, told) in [
            (Outcome::DeliveredToRecipient, Status::Delivered),
            (Outcome::DeliveredToPickupPoint, Status::AvailableForPickup),
            (Outcome::FailedVerification, Status::Attempted),
        ] {
            let view = look(&ended(outcome), &own, 20);
            assert_eq!(view.status, told, "its recipient is told at once");
            let later = at(10) + HOUR;
            let before = bought(&view, &own, later - SignedDuration::from_nanos(1));
            assert_eq!(before.status, if is_late { Status::InTransit } else { told }, "{kind:?}");
            assert_eq!(bought(&view, &own, later), BuyerView { status: told, day: Some(DAY) }, "{kind:?}");
        }
    }
}

#[test]
fn the_day_is_that_of_the_delivery_where_the_carrier_is() {
    let own = parcel(1);
    let view = look(&ended(Outcome::DeliveredToRecipient), &own, 20);
    let day_in = |zone: &str| BuyerView::of(&view, &own, &TimeZone::get(zone).unwrap(), at(20)).day;
    assert_eq!(day_in("Europe/Paris"), Some(DAY));
    assert_eq!(day_in("Pacific/Honolulu"), DAY.yesterday().ok(), "it is 22 o'clock of the day before there");
    let unknown = Parcel { day: None, ..own };
    assert_eq!(bought(&look(&tour(2, []), &unknown, 20), &unknown, at(20)).day, None);
}

#[test]
fn of_high_value_nothing_is_told_whose_end_has_no_instant() {
    let own = of_kind(ParcelKind::HighValue);
    let seen = |status| {
        let view = TrackingView { status, outcome: None, ..look(&tour(2, []), &own, 20) };
        bought(&view, &own, at(20)).status
    };
    for status in [Status::Delivered, Status::AvailableForPickup, Status::Attempted, Status::Delayed] {
        assert_eq!(seen(status), Status::InTransit);
    }
    for status in [Status::PreTransit, Status::OnHold, Status::Returned, Status::Cancelled] {
        assert_eq!(seen(status), status);
    }
}

proptest! {
    #[test]
    fn nothing_but_status_and_day_changes_what_a_buyer_sees(
        log in any_log(), second in -300_i64..7_200, kind in proptest::sample::select(&KINDS[..]),
    ) {
        let (own, now) = (of_kind(kind), at(second));
        let state = folded(log);
        let seen = look(&state, &own, second);
        prop_assert_eq!(bought(&seen, &own, now), bought(&bare(&seen), &bare_record(&own), now));
    }

    #[test]
    fn of_high_value_no_tour_is_told_before_the_hour(log in any_log(), second in -300_i64..7_200) {
        let (own, now) = (of_kind(ParcelKind::HighValue), at(second));
        let seen = look(&folded(log), &own, second);
        if seen.outcome.is_none_or(|ended| now < ended.at + HOUR) {
            let told = bought(&seen, &own, now);
            prop_assert_eq!(told, BuyerView { status: Status::InTransit, day: Some(DAY) });
        }
    }
}

fn folded(log: Vec<TourEvent>) -> TourState {
    let mut state = TourState::default();
    state.fold_all(log);
    state
}
