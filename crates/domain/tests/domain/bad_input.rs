//! Tours that planners, phones and people get wrong, and tours that are only unusual: each has a sane answer, and what is
//! wrong has a name.

use doorstep_domain::prediction::{Prediction, Predictor, predict};
use doorstep_domain::tour::{Anomaly, StopState};
use doorstep_domain::visibility::{Offer, Preset};
use doorstep_domain::{
    Because, Fix, Happening, HiddenBecause, MapView, Metres, Outcome, Place, Plan, PlannedStop,
    RemainingStops, Status, TourState, TrackingView, TravelTimes,
};
use jiff::SignedDuration;

use crate::support::{
    GAP_M, LEG_S, along, at, event, fix, log, look, look_under, parcel, parcel_id, plan, planned_stop,
    stop_id, tour,
};

fn folded(happenings: impl IntoIterator<Item = (i64, Happening)>) -> TourState {
    let mut state = TourState::default();
    state.fold_all(log(happenings));
    state
}

/// The plan of a tour, changed.
fn plan_but(stops: u16, change: impl FnOnce(&mut Plan)) -> Happening {
    let Happening::Planned(mut plan) = plan(stops) else { panic!("it is a plan") };
    change(&mut plan);
    Happening::Planned(plan)
}

/// A tour with this plan, started at 0, with what happened since.
fn tour_of(plan: Happening, happenings: impl IntoIterator<Item = (i64, Happening)>) -> TourState {
    folded([(-60, plan), (0, Happening::Started)].into_iter().chain(happenings))
}

fn delivered(number: u16) -> Happening {
    Happening::Delivered { parcel: parcel_id(number), outcome: Outcome::DeliveredToRecipient }
}

/// What a recipient sees of an operator that hides nothing.
fn open_look(tour: &TourState, number: u16, second: i64) -> TrackingView {
    let offer = Offer { policy: Preset::Open.policy(), ..Offer::default() };
    look_under(&offer, tour, &parcel(number), second)
}

fn count(tour: &TourState, number: u16, second: i64) -> Option<RemainingStops> {
    open_look(tour, number, second).remaining_stops
}

fn told(tour: &TourState, number: u16, second: i64) -> Vec<Because> {
    open_look(tour, number, second).reasons.iter().map(|reason| reason.because).collect()
}

fn hidden(tour: &TourState, number: u16, second: i64) -> Option<HiddenBecause> {
    match open_look(tour, number, second).map {
        MapView::Hidden(because) => Some(because),
        MapView::Open { .. } => None,
    }
}

fn numbers(prediction: &Prediction) -> Vec<u16> {
    let known = |stop| (1..=999).find(|number| stop_id(*number) == stop).expect("a stop of the plan");
    prediction.remaining.iter().map(|stop| known(stop.stop)).collect()
}

fn fix_at(lat: f64, lon: f64) -> Happening {
    let place = Place::from_degrees(lat, lon).expect("a place");
    Happening::Fix(Fix { place, accuracy: Some(Metres(6.0)), speed: None, course: None })
}

#[test]
fn a_tour_of_one_stop_is_next_and_then_over() {
    let under_way = tour(1, [(5, fix(100.0))]);
    assert_eq!(count(&under_way, 1, 6), Some(RemainingStops::Exactly(1)));
    let window = open_look(&under_way, 1, 6).forecast.expect("it is foretold").window;
    assert!(window.contains(at(50)) && window.width() <= SignedDuration::from_mins(15), "{window:?}");
    let done = tour(1, [(5, fix(100.0)), (60, delivered(1)), (65, fix(500.0))]);
    assert_eq!(predict(&done, at(70)).remaining, []);
    assert_eq!(open_look(&done, 1, 70).status, Status::Delivered);
}

#[test]
fn a_tour_of_500_stops_counts_all_of_them() {
    let state = tour(500, (1..=20).map(|number| (120 * i64::from(number), delivered(number))));
    let prediction = predict(&state, at(2_401));
    assert_eq!(numbers(&prediction), (21..=500).collect::<Vec<u16>>());
    assert!(prediction.remaining.is_sorted_by_key(|stop| stop.arrival));
    assert_eq!(count(&state, 500, 2_401), Some(RemainingStops::Exactly(480)));
}

#[test]
fn stops_at_one_door_are_told_apart_by_scans() {
    let here = Some(along(GAP_M));
    let one_door = |plan: &mut Plan| {
        plan.travel = None;
        plan.stops.iter_mut().for_each(|stop| stop.place = here);
    };
    let stands = (60..600).step_by(10).map(|second| (second, fix(GAP_M)));
    let scans = (1..=10).map(|number| (600 + i64::from(number), delivered(number)));
    let state = tour_of(plan_but(30, one_door), stands.chain(scans).chain([(615, fix(GAP_M))]));
    let served = |number| matches!(state.stop(stop_id(number)).unwrap().state, StopState::Served { .. });
    assert!((1..=10).all(served) && !(11..=30).any(served));
    assert_eq!(count(&state, 30, 616), Some(RemainingStops::Exactly(20)));
    let arrivals: Vec<_> = predict(&state, at(616)).remaining.iter().map(|stop| stop.arrival).collect();
    assert!(arrivals.is_sorted_by(|a, b| a < b), "each takes its time: {arrivals:?}");
    assert_eq!(state.anomalies().count(Anomaly::OutOfOrderStop), 0);
}

/// The second of four stops is known by its address only.
fn one_held() -> Happening {
    plan_but(4, |plan| plan.stops.iter_mut().skip(1).take(1).for_each(|stop| stop.place = None))
}

#[test]
fn a_stop_without_a_place_is_held_back_and_nobody_counts_it() {
    let state = tour_of(one_held(), [(5, fix(100.0))]);
    assert!(state.stop(stop_id(2)).unwrap().is_held());
    assert_eq!(state.anomalies().count(Anomaly::StopWithoutPlace), 1);
    assert_eq!(numbers(&predict(&state, at(6))), [1, 3, 4]);
    assert_eq!(count(&state, 3, 6), Some(RemainingStops::Exactly(2)));
    let own = open_look(&state, 2, 6);
    assert_eq!((own.status, own.forecast, own.remaining_stops), (Status::OutForDelivery, None, None));
    assert_eq!(own.map, MapView::Hidden(HiddenBecause::PlaceUnknown));
    let planned = folded([(-60, one_held())]);
    assert_eq!(hidden(&planned, 2, -30), Some(HiddenBecause::PlaceUnknown), "no map is promised either");
    // Who passes it by leaves no plan.
    let on = tour_of(one_held(), [(60, delivered(1)), (180, delivered(3)), (185, fix(GAP_M * 3.2))]);
    assert_eq!(on.anomalies().count(Anomaly::OutOfOrderStop), 0);
    assert_eq!(count(&on, 4, 190), Some(RemainingStops::Exactly(1)));
}

#[test]
fn a_stop_that_gets_its_place_is_foretold_and_those_behind_are_told_why_they_wait() {
    let moved = Happening::StopMoved { stop: stop_id(2), place: along(GAP_M * 2.0) };
    let state = tour_of(one_held(), [(5, fix(100.0)), (10, moved)]);
    assert_eq!(state.anomalies().count(Anomaly::StopWithoutPlace), 0);
    assert_eq!(numbers(&predict(&state, at(11))), [1, 2, 3, 4]);
    assert_eq!(count(&state, 2, 11), Some(RemainingStops::Exactly(2)));
    assert_eq!(count(&state, 3, 11), Some(RemainingStops::Exactly(3)));
    assert_eq!(told(&state, 3, 11).first(), Some(&Because::StopsAddedBefore(1)));
    assert_eq!(hidden(&state, 2, 11), None);
    // A later plan that does not know the place takes it away from nobody.
    let planned_anew = tour_of(
        one_held(),
        [(10, Happening::StopMoved { stop: stop_id(2), place: along(GAP_M * 2.0) }), (20, one_held())],
    );
    assert!(!planned_anew.stop(stop_id(2)).unwrap().is_held());
}

#[test]
fn a_stop_without_a_place_is_served_by_those_who_find_it() {
    let arrived = Happening::Arrived { stop: stop_id(2) };
    let there = tour_of(one_held(), [(60, arrived.clone())]);
    assert_eq!(open_look(&there, 2, 61).arrived_at, Some(at(60)));
    let done = tour_of(one_held(), [(60, arrived), (90, delivered(2)), (95, fix(100.0))]);
    assert_eq!(open_look(&done, 2, 96).status, Status::Delivered);
    assert_eq!(done.anomalies().count(Anomaly::StopWithoutPlace), 0);
    assert_eq!(count(&done, 1, 96), Some(RemainingStops::Exactly(1)));
    let skipped = tour_of(one_held(), [(60, Happening::Skipped { stop: stop_id(2) }), (65, fix(100.0))]);
    assert!(!told(&skipped, 3, 66).contains(&Because::StopsDroppedBefore(1)), "nobody waited for it");
}

#[test]
fn a_plan_that_arrives_after_the_start_holds_for_what_happened_before() {
    let stands = (60..=120).step_by(5).map(|second| (second, fix(GAP_M)));
    let before: Vec<_> = [(0, Happening::Started)]
        .into_iter()
        .chain(stands)
        .chain([(130, fix(GAP_M + 200.0)), (180, delivered(2)), (185, fix(GAP_M * 2.1))])
        .collect();
    let late = folded(before.iter().cloned().chain([(400, plan(6))]));
    assert!((1..=2).all(|number| !late.stop(stop_id(number)).unwrap().state.is_open()));
    assert_eq!(open_look(&late, 2, 401).status, Status::Delivered);
    assert_eq!(count(&late, 3, 401), Some(RemainingStops::Exactly(1)));
    let odd = late.anomalies();
    assert_eq!((odd.count(Anomaly::PlanAfterStart), odd.count(Anomaly::UnknownParcel)), (1, 0));
    // It is the same tour as the one that was planned in time.
    let in_time = folded(before.into_iter().chain([(-60, plan(6))]));
    assert_eq!(predict(&late, at(401)), predict(&in_time, at(401)));
    assert_eq!(in_time.anomalies().count(Anomaly::PlanAfterStart), 0);
}

#[test]
fn a_tour_that_is_planned_anew_on_its_way_keeps_what_is_done_and_says_so() {
    let state = tour(6, [(60, delivered(1)), (100, plan(6)), (105, fix(GAP_M * 1.5))]);
    assert_eq!(count(&state, 3, 106), Some(RemainingStops::Exactly(2)));
    assert_eq!(told(&state, 3, 106).first(), Some(&Because::Resequenced));
    assert_eq!(state.anomalies().count(Anomaly::PlanAfterStart), 1);
}

/// Fixes every five seconds, by turns of so many from one place and from another one 9 km away.
fn two_vans(turn: i64) -> Vec<(i64, Happening)> {
    let metres = |nth: i64| if (nth / turn) % 2 == 0 { 100.0 } else { 9_000.0 };
    (0..60).map(|nth| (5 + 5 * nth, fix(metres(nth)))).collect()
}

#[test]
fn two_vans_on_one_tour_are_named_and_neither_is_shown() {
    for turn in [1, 2, 3, 5] {
        let state = tour(8, two_vans(turn));
        assert!(state.anomalies().count(Anomaly::AlternatingFix) >= 10, "{turn}: {:?}", state.anomalies());
        assert_eq!(hidden(&state, 4, 301), Some(HiddenBecause::PositionDoubtful), "{turn}");
        // One of them falls silent, and the other one is shown again.
        let alone = (305..=450).step_by(5).map(|second| (second, fix(110.0)));
        let state = tour(8, two_vans(turn).into_iter().chain(alone));
        assert_eq!(hidden(&state, 4, 451), None, "{turn}");
    }
}

#[test]
fn one_jump_makes_no_second_van() {
    let state = tour(8, [(60, fix(300.0)), (65, fix(9_000.0)), (70, fix(330.0)), (75, fix(340.0))]);
    assert_eq!(state.anomalies().count(Anomaly::AlternatingFix), 0);
    assert_eq!(hidden(&state, 4, 76), None);
}

#[test]
fn fixes_from_another_continent_are_named_and_move_nothing() {
    let sydney = || (5..=60).step_by(5).map(|second| (second, fix_at(-33.87, 151.21)));
    let lost = tour(4, sydney());
    assert_eq!((lost.position(), lost.anomalies().count(Anomaly::FarFix)), (None, 12));
    assert_eq!(predict(&lost, at(61)), predict(&tour(4, []), at(61)));
    let both = tour(4, sydney().chain([(70, fix(100.0))]));
    assert!(both.position().expect("it is believed").place.distance_to(along(100.0)).0 < 1.0);
}

/// The plan of six stops with its travel times multiplied.
fn times(factor: f64) -> Happening {
    let seconds = |from: u32, to: u32| Some(f64::from(LEG_S * from.abs_diff(to)) * factor);
    let rows: Vec<Vec<Option<f64>>> =
        (0..=6).map(|from| (0..=6).map(|to| seconds(from, to)).collect()).collect();
    plan_but(6, |plan| plan.travel = TravelTimes::try_from(rows).ok())
}

#[test]
fn travel_times_that_disagree_with_the_places_are_named_and_not_believed() {
    let without = || tour_of(plan_but(6, |plan| plan.travel = None), [(5, fix(100.0))]);
    // Minutes, and milliseconds, given as seconds.
    for factor in [1.0 / 60.0, 1_000.0] {
        let state = tour_of(times(factor), [(5, fix(100.0))]);
        assert_eq!(state.anomalies().count(Anomaly::DoubtfulTravelTimes), 1, "{factor}");
        assert_eq!(predict(&state, at(6)), predict(&without(), at(6)), "{factor}");
    }
    // A traffic jam and an empty road are no errors.
    for factor in [0.3, 1.0, 5.0] {
        let state = tour_of(times(factor), [(5, fix(100.0))]);
        assert_eq!(state.anomalies().count(Anomaly::DoubtfulTravelTimes), 0, "{factor}");
        assert!(state.travel().is_some(), "{factor}");
    }
}

#[test]
fn planned_arrivals_beside_times_that_are_not_believed_are_no_timetable() {
    let Happening::Planned(mut plan) = times(1.0 / 60.0) else { panic!("it is a plan") };
    for (number, stop) in (1..).zip(&mut plan.stops) {
        stop.planned_arrival = Some(at(number));
    }
    let state = tour_of(Happening::Planned(plan), [(5, fix(100.0))]);
    let last = predict(&state, at(6)).remaining.last().map(|stop| stop.arrival).expect("it is foretold");
    assert!(last > at(500), "six stops take their time: {last}");
}

#[test]
fn who_followed_along_knows_when_travel_times_are_taken_back() {
    let planned = |plan: &mut Plan| {
        (1..).zip(&mut plan.stops).for_each(|(number, stop)| stop.planned_arrival = Some(at(300 * number)));
    };
    let Happening::Planned(mut doubtful) = times(1_000.0) else { panic!("it is a plan") };
    planned(&mut doubtful);
    let mut state = tour_of(Happening::Planned(doubtful), [(5, fix(100.0))]);
    let mut follower = Predictor::default();
    follower.predict(&state, at(6));
    let timetable = plan_but(6, |plan| {
        plan.travel = None;
        planned(plan);
    });
    state.fold(event(90, 10, timetable));
    assert_eq!(follower.predict(&state, at(11)), predict(&state, at(11)));
}

#[test]
fn a_plan_may_name_the_farthest_stop_of_all() {
    let far = PlannedStop { place: Some(along(400_000.0)), ..planned_stop(2) };
    let state = tour_of(plan_but(2, |plan| plan.stops[1] = far), [(5, fix(100.0)), (9_000, fix(399_000.0))]);
    assert_eq!(state.anomalies().count(Anomaly::FarFix), 0);
    assert!(look(&state, &parcel(2), 9_001).forecast.is_some());
}
