//! What is believed of stops where nobody saw what happened.

use doorstep_domain::tour::{Evidence, StopState};
use doorstep_domain::{Happening, Plan, PlannedStop, TourState};

use crate::support::{GAP_M, along, at, fix, log, planned_stop, stop_id, tour};

/// Fixes every five seconds of a van that stands.
fn stands(metres: f64, from: i64, until: i64) -> impl Iterator<Item = (i64, Happening)> {
    (from..=until).step_by(5).map(move |second| (second, fix(metres)))
}

fn evidence(tour: &TourState, number: u16) -> Option<Evidence> {
    match tour.stop(stop_id(number)).expect("the stop is on the tour").state {
        StopState::Served { by, .. } => Some(by),
        _ => None,
    }
}

/// The van serves the first stop, is not seen for a while, and stands at the fourth.
fn silent_until(second: i64) -> Vec<(i64, Happening)> {
    stands(GAP_M, 60, 120).chain(stands(GAP_M * 4.0, second, second + 60)).collect()
}

#[test]
fn stops_for_which_there_was_time_while_nobody_saw_are_inferred() {
    let long = tour(6, silent_until(120 + 480));
    assert_eq!([2, 3].map(|number| evidence(&long, number)), [Some(Evidence::Inferred); 2]);
    let StopState::Served { at: done, .. } = long.stop(stop_id(2)).unwrap().state else {
        panic!("it is served")
    };
    assert!(at(120) < done && done < at(600), "{done}");
    let short = tour(6, silent_until(120 + 200));
    assert_eq!([2, 3].map(|number| evidence(&short, number)), [None; 2]);
}

#[test]
fn a_stop_that_was_inferred_is_taken_back_when_the_van_is_seen_to_stand_there() {
    let back = stands(GAP_M * 3.0, 720, 780).chain([(790, fix(GAP_M * 3.0 + 200.0))]);
    let state = tour(6, silent_until(120 + 480).into_iter().chain(back));
    assert_eq!(evidence(&state, 2), Some(Evidence::Inferred));
    assert_eq!(evidence(&state, 3), Some(Evidence::Halt));
}

#[test]
fn a_van_that_is_seen_all_the_way_serves_nothing_unseen() {
    let slowly = (0..80_i32).map(|step| (125 + 5 * i64::from(step), fix(GAP_M + 15.0 * f64::from(step))));
    let state = tour(6, stands(GAP_M, 60, 120).chain(slowly).chain(stands(GAP_M * 4.0, 525, 600)));
    assert_eq!([1, 2, 3].map(|number| evidence(&state, number)), [Some(Evidence::Halt), None, None]);
}

#[test]
fn where_scans_tell_nothing_is_inferred() {
    let scanned = [(118, Happening::Served { stop: stop_id(1) })];
    let state = tour(6, silent_until(120 + 480).into_iter().chain(scanned));
    assert_eq!([1, 2, 3].map(|number| evidence(&state, number)), [Some(Evidence::Told), None, None]);
}

#[test]
fn stops_beside_each_other_are_served_from_one_parking_place_when_there_was_time() {
    let beside = |number: u16| PlannedStop {
        place: Some(along(f64::from(number) * 12.0 + GAP_M)),
        ..planned_stop(number)
    };
    let plan = Plan {
        driver: None,
        vehicle: None,
        start: None,
        stops: (1..=2).map(beside).chain([planned_stop(5)]).collect(),
        travel: None,
    };
    let stood = |seconds: i64| {
        let begun = [(-60, Happening::Planned(Box::new(plan.clone()))), (0, Happening::Started)];
        let left = [(65 + seconds, fix(GAP_M * 2.0))];
        let mut state = TourState::default();
        state.fold_all(log(begun.into_iter().chain(stands(GAP_M + 12.0, 60, 60 + seconds)).chain(left)));
        [1, 2].map(|number| evidence(&state, number))
    };
    assert_eq!(stood(50), [Some(Evidence::Halt), None]);
    assert_eq!(stood(130), [Some(Evidence::Halt); 2]);
}
