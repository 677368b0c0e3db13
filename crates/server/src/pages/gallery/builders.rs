//! The records and views that the gallery is made of.

use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Because, Carrier, Forecast, HiddenBecause, MapView, Metres, OnTour, OperatorId, Outcome, OutcomeView,
    Parcel, ParcelId, ParcelKind, Personal, Place, Rating, Reason, ReleasedPosition, RemainingStops, Report,
    ReportAnswer, ReportKind, SeenNear, Shown, Status, StopId, TourId, TrackingView, Window, Witness,
};
use jiff::Timestamp;

/// The name of the sender; no page of a gift may hold it.
pub(super) const SENDER: &str = "Bookshop Example";

/// An instant of the gallery's day, by the clock of Monaco.
pub(super) fn at(time: &str) -> Timestamp {
    format!("2026-11-24T{time}:00+01:00").parse().unwrap()
}

/// A window of the gallery's day.
pub(super) fn window(from: &str, until: &str) -> Window {
    Window { from: at(from), until: at(until) }
}

/// A window of another day of that month.
pub(super) fn window_on(day: u8, from: &str, until: &str) -> Window {
    let at = |time: &str| format!("2026-11-{day:02}T{time}:00+01:00").parse().unwrap();
    Window { from: at(from), until: at(until) }
}

/// The recipient's door.
pub(super) fn door() -> Place {
    Place::from_degrees(43.735_3, 7.421_6).unwrap()
}

/// Ordinary, ours, on today's tour.
pub(crate) fn parcel(number: u128) -> Parcel {
    Parcel {
        id: ParcelId::from_u128(number),
        operator: OperatorId::from_u128(1),
        tracking_number: format!("DS 4821 {number:04}"),
        order: None,
        recipient: None,
        buyer: None,
        sender: Personal::new(SENDER),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: Some(jiff::civil::date(2026, 11, 24)),
        promise: Some(window("13:00", "15:00")),
        status: Status::InTransit,
        door: Some(door()),
        address: None,
        on_tour: Some(OnTour { tour: TourId::from_u128(1), stop: StopId::from_u128(number) }),
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

/// Out for delivery, too far for the map.
pub(super) fn underway(parcel: &Parcel) -> TrackingView {
    TrackingView {
        parcel: parcel.id,
        kind: parcel.kind,
        status: Status::OutForDelivery,
        operator: "Example Express".to_owned(),
        delivered_by_own_network: true,
        status_at: None,
        told: None,
        sender: Some(parcel.sender.clone()),
        promise: Some(window("13:30", "15:30")),
        forecast: Some(Forecast { window: window("13:30", "15:30"), confidence: 0.9, kept_of_five: None }),
        remaining_stops: Some(RemainingStops::Exactly(22)),
        driver_name: None,
        map: MapView::Hidden(HiddenBecause::TooFar),
        reasons: vec![because("08:12", Because::TourStarted)],
        wishes: doorstep_domain::Wishes::default(),
        wishes_seen_at: None,
        instruction_open: true,
        access_open: true,
        choices: doorstep_domain::visibility::Choices::ALL,
        later: doorstep_domain::visibility::Choices::NONE,
        elsewhere: doorstep_domain::Elsewhere::default(),
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
        updated_at: Some(at("13:48")),
    }
}

/// A reason at a time of the day.
pub(super) fn because(time: &str, because: Because) -> Reason {
    Reason { at: at(time), because }
}

/// The map is open, with so many stops remaining.
pub(crate) fn open(remaining: u16, parcel: &Parcel) -> TrackingView {
    TrackingView {
        forecast: Some(Forecast { window: window("14:10", "14:35"), confidence: 0.9, kept_of_five: Some(4) }),
        remaining_stops: Some(RemainingStops::Exactly(remaining)),
        driver_name: Some(Personal::new("Dora Example")),
        map: MapView::Open {
            shown: Shown::Exact(ReleasedPosition {
                place: Place::from_degrees(43.737_1, 7.418_9).unwrap(),
                accuracy: Metres(8.0),
                observed_at: "2026-11-24T12:52:31Z".parse().unwrap(),
            }),
        },
        reasons: vec![
            because("13:20", Because::StopsAddedBefore(2)),
            because("12:05", Because::DriverChoseAnotherOrder),
            because("08:12", Because::TourStarted),
        ],
        updated_at: Some("2026-11-24T12:52:31Z".parse().unwrap()),
        ..underway(parcel)
    }
}

/// The map is closed for a reason.
pub(super) fn hidden(because: HiddenBecause, parcel: &Parcel) -> TrackingView {
    TrackingView { map: MapView::Hidden(because), ..underway(parcel) }
}

/// It ended like this.
pub(super) fn ended(outcome: Outcome, time: &str, parcel: &Parcel) -> TrackingView {
    let outcome_at = OutcomeView { outcome, at: at(time) };
    TrackingView {
        status: outcome.status(),
        forecast: None,
        remaining_stops: None,
        map: MapView::Hidden(HiddenBecause::Delivered),
        instruction_open: false,
        access_open: false,
        outcome: Some(outcome_at),
        rating_until: Rating::open_until(Some(outcome_at), at(time)),
        may_report: Report::open(Some(outcome_at), None, at(time)),
        witness: Some(witness()),
        updated_at: Some(at(time)),
        ..underway(parcel)
    }
}

/// A vehicle that was at the door.
fn witness() -> Witness {
    let seen = SeenNear { within_m: 50, stayed_min: 1, accuracy_m: Some(20) };
    Witness { seen: Some(seen), has_photo: false }
}

/// Nobody came, says the recipient.
pub(super) fn report() -> Report {
    let about = OutcomeView { outcome: Outcome::FailedNotHome, at: at("13:42") };
    let (kind, witness) = (ReportKind::NobodyCame, Some(witness()));
    Report { kind, about, at: at("13:50"), witness, answer: None }
}

/// What the operator answers.
pub(super) fn answer() -> ReportAnswer {
    ReportAnswer { text: Personal::new("It comes again tomorrow morning."), at: at("13:52") }
}

/// A kind that tells the time only.
pub(super) fn quiet(kind: ParcelKind, because: HiddenBecause, parcel: &Parcel) -> TrackingView {
    let sender = (kind == ParcelKind::HighValue).then(|| parcel.sender.clone());
    TrackingView {
        kind,
        sender,
        remaining_stops: None,
        forecast: Some(Forecast { window: window("16:00", "18:00"), confidence: 0.9, kept_of_five: None }),
        promise: Some(window("16:00", "18:00")),
        map: MapView::Hidden(because),
        ..underway(parcel)
    }
}
