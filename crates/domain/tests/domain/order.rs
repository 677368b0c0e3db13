//! The order that is believed of the rest, when the driver keeps to the plan and when not.

use crate::support::{along, at, plan, planned_stop, stop_id, tour};
use doorstep_domain::prediction::{Prediction, Predictor, predict};
use doorstep_domain::{Happening, Place, Plan, PlannedStop, StopId, TourState};
use proptest::prelude::*;

const STOPS: u16 = 12;

/// A tour on which these stops were served, one every two minutes.
fn after(plan: Happening, served: &[u16]) -> TourState {
    let mut state = TourState::default();
    let begun = [(-60, plan), (0, Happening::Started)];
    let serving =
        (1..).zip(served).map(|(nth, stop)| (120 * nth, Happening::Served { stop: stop_id(*stop) }));
    state.fold_all(crate::support::log(begun.into_iter().chain(serving)));
    state
}

fn foretold(state: &TourState) -> Prediction {
    predict(state, at(3_600))
}

fn order(state: &TourState) -> Vec<StopId> {
    foretold(state).remaining.iter().map(|stop| stop.stop).collect()
}

fn ids(numbers: impl IntoIterator<Item = u16>) -> Vec<StopId> {
    numbers.into_iter().map(stop_id).collect()
}

/// A plan of stops where someone drove to and fro for no reason that a map could tell.
fn zigzag() -> (Happening, Vec<u16>) {
    let stops: Vec<u16> = vec![6, 1, 11, 4, 9, 2, 12, 5, 8, 3, 10, 7];
    let planned = stops.iter().map(|number| planned_stop(*number)).collect();
    let plan = Plan { driver: None, vehicle: None, start: None, stops: planned, travel: None };
    (Happening::Planned(Box::new(plan)), stops)
}

#[test]
fn a_plan_that_is_followed_is_believed_even_where_a_shorter_way_is_known() {
    let (plan, stops) = zigzag();
    for served in 0..stops.len() {
        let state = after(plan.clone(), &stops[..served]);
        assert_eq!(order(&state), ids(stops[served..].iter().copied()), "after {served} stops");
        assert!(foretold(&state).order_is_sure);
    }
}

#[test]
fn a_driver_who_drives_the_plan_backwards_is_followed_after_two_stops() {
    let state = after(plan(STOPS), &[STOPS, STOPS - 1]);
    assert_eq!(order(&state), ids((1..STOPS - 1).rev()));
}

#[test]
fn a_driver_who_ignores_the_plan_is_believed_to_take_the_short_way() {
    let (plan, _) = zigzag();
    let state = after(plan, &[1, 2, 3, 4]);
    assert_eq!(order(&state), ids(5..=STOPS));
}

#[test]
fn the_order_is_not_sure_right_after_the_driver_left_the_plan() {
    assert!(foretold(&after(plan(STOPS), &[1, 2, 3])).order_is_sure);
    assert!(!foretold(&after(plan(STOPS), &[1, 2, 3, 9])).order_is_sure);
}

#[test]
fn a_zone_is_finished_before_the_next_one() {
    let in_zone = |number: u16, metres: f64, zone: &str| PlannedStop {
        place: Some(along(metres)),
        zone: Some(zone.to_owned()),
        ..planned_stop(number)
    };
    // Stops 4 and 5 lie in another zone, between those of the first one.
    let stops = vec![
        in_zone(1, 100.0, "N-1A"),
        in_zone(4, 450.0, "S-7C"),
        in_zone(2, 300.0, "N-1A"),
        in_zone(5, 550.0, "S-7C"),
        in_zone(3, 600.0, "N-1A"),
        in_zone(6, 800.0, "N-1A"),
    ];
    let plan = Plan { driver: None, vehicle: None, start: None, stops, travel: None };
    let state = after(Happening::Planned(Box::new(plan)), &[1, 2]);
    assert_eq!(order(&state), ids([3, 6, 5, 4]));
}

#[test]
fn the_driver_at_a_door_is_there_and_goes_on_from_there() {
    let state = tour(5, [(60, Happening::Arrived { stop: stop_id(4) })]);
    let foretold = foretold(&state);
    assert_eq!(foretold.remaining.first().map(|stop| stop.stop), Some(stop_id(4)));
    assert!(foretold.remaining.first().is_some_and(|stop| stop.arrived_at.is_some()));
    assert_eq!(foretold.remaining.len(), 5);
}

/// Stops all over a town, some of them at one place.
fn town() -> impl Strategy<Value = (Happening, Vec<u16>)> {
    let place = (0_u16..40, 0_u16..40).prop_map(|(north, east)| {
        Place::from_degrees(45.0 + f64::from(north) / 1e3, 5.0 + f64::from(east) / 1e3).expect("in Europe")
    });
    proptest::collection::vec(place, 1..40).prop_flat_map(|places| {
        let numbers: Vec<u16> = (1..).take(places.len()).collect();
        let stops = numbers
            .iter()
            .zip(places)
            .map(|(number, place)| PlannedStop { place: Some(place), ..planned_stop(*number) });
        let plan = Plan { driver: None, vehicle: None, start: None, stops: stops.collect(), travel: None };
        let served = proptest::sample::subsequence(numbers.clone(), 0..=numbers.len()).prop_shuffle();
        (Just(Happening::Planned(Box::new(plan))), served)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn who_followed_along_and_who_begins_now_believe_the_same((plan, served) in town(), skipped in 0..40_u16) {
        let mut follower = Predictor::default();
        for count in 0..=served.len() {
            let state = after(plan.clone(), &served[..count]);
            prop_assert_eq!(follower.predict(&state, at(9_000)), predict(&state, at(9_000)));
        }
        let mut state = after(plan, &served);
        let skip = crate::support::event(9_000, 9_000, Happening::Skipped { stop: stop_id(skipped) });
        state.fold(skip);
        prop_assert_eq!(follower.predict(&state, at(9_000)), predict(&state, at(9_000)));
    }

    #[test]
    fn every_open_stop_is_foretold_once((plan, served) in town()) {
        let state = after(plan, &served);
        let mut foretold = order(&state);
        let open = state.stops().filter(|stop| stop.state.is_open()).map(|stop| stop.planned.id);
        let mut open: Vec<StopId> = open.collect();
        foretold.sort_unstable();
        open.sort_unstable();
        prop_assert_eq!(foretold, open);
    }
}
