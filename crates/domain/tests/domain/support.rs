//! A straight street with a tour along it.

use doorstep_domain::release::Bulletin;
use doorstep_domain::view::{OnTour, ViewContext};
use doorstep_domain::visibility::Offer;
use doorstep_domain::visibility::Rules;
use doorstep_domain::{
    Carrier, EventId, Fix, Happening, Instruction, Metres, OperatorId, Parcel, ParcelId, ParcelKind,
    Personal, Place, Plan, PlannedStart, PlannedStop, ReleasePolicy, SafePlace, Status, StopId, TourEvent,
    TourState, TrackingView, TravelTimes,
};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};

/// Metres between two stops.
pub(crate) const GAP_M: f64 = 400.0;
/// Planned driving seconds between two neighbouring stops.
pub(crate) const LEG_S: u32 = 60;
/// The service day.
pub(crate) const DAY: Date = date(2026, 11, 24);

/// So many seconds after the planned departure.
pub(crate) fn at(second: i64) -> Timestamp {
    let departure: Timestamp = "2026-11-24T08:00:00Z".parse().expect("an instant");
    departure + SignedDuration::from_secs(second)
}

/// So many metres along the street from the depot.
pub(crate) fn along(metres: f64) -> Place {
    Place::from_degrees(45.0, 5.0 + metres / (111_195.0 * 45.0_f64.to_radians().cos())).expect("in Europe")
}

pub(crate) fn stop_id(number: u16) -> StopId {
    StopId::from_u128(u128::from(number))
}

/// The parcel that the plan brings to the stop of this number.
pub(crate) fn parcel_id(number: u16) -> ParcelId {
    ParcelId::from_u128(1_000 + u128::from(number))
}

pub(crate) fn event(number: u32, second: i64, what: Happening) -> TourEvent {
    TourEvent {
        id: EventId::from_u128(u128::from(number) + 1),
        at: at(second),
        received_at: at(second),
        what,
    }
}

pub(crate) fn fix(metres: f64) -> Happening {
    Happening::Fix(Fix { place: along(metres), accuracy: Some(Metres(6.0)), speed: None, course: None })
}

pub(crate) fn planned_stop(number: u16) -> PlannedStop {
    PlannedStop {
        id: stop_id(number),
        place: Some(along(GAP_M * f64::from(number))),
        service: Some(SignedDuration::from_secs(60)),
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: vec![parcel_id(number)],
    }
}

/// A tour to the stops 1 to `stops`, one parcel each.
pub(crate) fn plan(stops: u16) -> Happening {
    let row = |from: u16| (0..=stops).map(|to| Some(LEG_S * u32::from(from.abs_diff(to)))).collect();
    let travel = TravelTimes::try_from((0..=stops).map(row).collect::<Vec<Vec<Option<u32>>>>());
    Happening::Planned(Box::new(Plan {
        driver: None,
        vehicle: None,
        start: Some(PlannedStart { place: along(0.0), at: Some(at(0)) }),
        stops: (1..=stops).map(planned_stop).collect(),
        travel: Some(travel.expect("a square table")),
    }))
}

pub(crate) fn parcel(number: u16) -> Parcel {
    Parcel {
        id: parcel_id(number),
        operator: OperatorId::from_u128(1),
        tracking_number: format!("EX{number:04}"),
        order: None,
        recipient: None,
        buyer: None,
        sender: Personal::new("Example Shop"),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: Some(DAY),
        promise: None,
        status: Status::InTransit,
        door: Some(along(GAP_M * f64::from(number))),
        address: None,
        on_tour: None,
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    }
}

pub(crate) fn instruction(safe_place: SafePlace) -> Instruction {
    Instruction::SafePlace { safe_place, note: None }
}

/// The events of the numbers 0, 1, 2 … at their seconds.
pub(crate) fn log(happenings: impl IntoIterator<Item = (i64, Happening)>) -> Vec<TourEvent> {
    (0..).zip(happenings).map(|(number, (second, what))| event(number, second, what)).collect()
}

/// A tour to `stops` stops, started at 0, with what happened since.
pub(crate) fn tour(stops: u16, happenings: impl IntoIterator<Item = (i64, Happening)>) -> TourState {
    let mut state = TourState::default();
    state.fold_all(log([(-60, plan(stops)), (0, Happening::Started)].into_iter().chain(happenings)));
    state
}

/// What the recipient of a parcel sees under the rules of an offer, with everything told at once: what the release holds
/// back is not what these tests are about.
pub(crate) fn look_under(offer: &Offer, tour: &TourState, parcel: &Parcel, second: i64) -> TrackingView {
    look_as_it_is(&at_once(offer), tour, parcel, second)
}

/// The same under the release policy of the offer.
pub(crate) fn look_as_it_is(offer: &Offer, tour: &TourState, parcel: &Parcel, second: i64) -> TrackingView {
    let driver = Personal::new("Dora");
    let context = ViewContext {
        offer,
        operator_name: "Example Express",
        driver_name: Some(&driver),
        settled: None,
        report: None,
        today: DAY,
        now: at(second),
    };
    let prediction = doorstep_domain::prediction::predict(tour, context.now);
    let now = Bulletin::of(tour, &prediction, context.now);
    let on_tour = OnTour { tour, now: &now, minute: &now, release: None };
    doorstep_domain::view::view(Some(on_tour), parcel, &context)
}

/// What the recipient of a parcel sees where the operator changed nothing.
pub(crate) fn look(tour: &TourState, parcel: &Parcel, second: i64) -> TrackingView {
    look_under(&Offer::default(), tour, parcel, second)
}

fn at_once(offer: &Offer) -> Offer {
    let mut offer = offer.clone();
    offer.policy.release = ReleasePolicy::Exact;
    for region in &mut offer.regions {
        region.rules.release = None;
    }
    offer
}
