//! Why it is believed: the habits and their weights, the choices that speak for them, how arrivals are made.

use crate::support::{GAP_M, at, fix, log, plan, planned_stop, stop_id, tour};
use doorstep_domain::prediction::{ArrivalBasis, Explanation, Habit, Predictor, predict};
use doorstep_domain::tour::Anomaly;
use doorstep_domain::{Because, Happening, Plan, PlannedStop, StopId, TourState};
use jiff::SignedDuration;
use proptest::prelude::*;

const STOPS: u16 = 8;

/// A tour on which these stops were served, one every two minutes.
fn after(served: &[u16]) -> TourState {
    let serving = (1..).zip(served);
    tour(STOPS, serving.map(|(nth, stop)| (120 * nth, Happening::Served { stop: stop_id(*stop) })))
}

fn explain(state: &TourState, second: i64) -> Explanation {
    Predictor::default().explain(state, at(second))
}

/// Such as `plan` of the support, with planned arrivals every five minutes and no travel times.
fn timetable() -> Happening {
    let stops = (1..=STOPS).map(|number| PlannedStop {
        planned_arrival: Some(at(300 * i64::from(number))),
        ..planned_stop(number)
    });
    let plan = Plan { driver: None, vehicle: None, start: None, stops: stops.collect(), travel: None };
    Happening::Planned(Box::new(plan))
}

#[test]
fn a_plan_that_is_followed_is_the_most_believed_habit() {
    let explained = explain(&after(&[1, 2, 3]), 400);
    let best = explained.habits.first().expect("some habit is possible");
    assert_eq!((best.habit, best.next), (Habit::AsPlanned, Some(stop_id(4))));
    assert_eq!(explained.habits.len(), 7, "nothing is impossible for a van");
    let choices: Vec<(StopId, usize)> =
        explained.choices.iter().map(|choice| (choice.stop, choice.rank)).collect();
    assert_eq!(choices, [(stop_id(3), 0), (stop_id(2), 0), (stop_id(1), 0)], "newest first");
    assert_eq!(explained.choices.first().map(|choice| choice.at), Some(at(360)));
}

#[test]
fn a_plan_that_is_driven_backwards_is_explained_by_it() {
    let explained = explain(&after(&[8, 7, 6]), 400);
    let backwards = explained.habits.iter().find(|share| share.habit == Habit::Backwards);
    let planned = explained.habits.iter().find(|share| share.habit == Habit::AsPlanned);
    let (backwards, planned) = backwards.zip(planned).expect("both are possible");
    assert!(backwards.share > planned.share, "{explained:?}");
    assert_eq!((backwards.next, planned.next), (Some(stop_id(5)), Some(stop_id(1))));
    assert_eq!(explained.choices.last().map(|choice| choice.rank), Some(7), "nobody foretold the first one");
    let told = explained.reasons.first().map(|reason| reason.because);
    assert_eq!(told, Some(Because::DriverChoseAnotherOrder));
    assert_eq!(explained.anomalies.count(Anomaly::OutOfOrderStop), 3);
}

#[test]
fn no_more_choices_are_told_than_are_remembered() {
    assert_eq!(explain(&after(&[1, 2, 3, 4, 5, 6, 7, 8]), 1_000).choices.len(), 7);
    assert_eq!(explain(&after(&[]), 10).choices, []);
}

#[test]
fn the_driver_at_a_door_chose_it() {
    let state = tour(STOPS, [(60, Happening::Arrived { stop: stop_id(2) })]);
    let explained = explain(&state, 70);
    let newest = explained.choices.first().expect("the door");
    assert_eq!((newest.stop, newest.at, newest.rank), (stop_id(2), at(60), 1));
    assert!(explained.habits.iter().all(|share| share.next != Some(stop_id(2))), "it is not next any more");
}

#[test]
fn arrivals_are_explained_by_what_they_were_made_of() {
    let added_up = explain(&after(&[1]), 130);
    assert_eq!(added_up.arrivals, Some(ArrivalBasis::TravelTimes));

    let mut state = TourState::default();
    let served = Happening::Served { stop: stop_id(1) };
    state.fold_all(log([(-60, timetable()), (0, Happening::Started), (420, served)]));
    let explained = explain(&state, 430);
    let Some(ArrivalBasis::Timetable { late }) = explained.arrivals else {
        panic!("the plan is a timetable: {explained:?}")
    };
    assert!((60..=120).contains(&late.as_secs()), "two minutes late, and some of it is caught up: {late:?}");
    let next = explained.prediction.remaining.first().expect("seven stops remain");
    assert_eq!(next.arrival, at(600) + late);
}

#[test]
fn when_nothing_remains_nothing_is_next() {
    let explained = explain(&after(&[1, 2, 3, 4, 5, 6, 7, 8]), 1_000);
    assert_eq!(explained.arrivals, None);
    assert!(explained.prediction.remaining.is_empty());
    assert!(explained.habits.iter().all(|share| share.next.is_none()));
}

#[test]
fn the_age_of_the_position_is_told_where_there_is_one() {
    let state = tour(STOPS, [(60, fix(GAP_M / 2.0))]);
    assert_eq!(explain(&state, 95).position_age, Some(SignedDuration::from_secs(35)));
    assert_eq!(explain(&after(&[1]), 130).position_age, None);
}

#[test]
fn nearness_counts_the_stop_itself_and_stops_that_are_done_are_not_near() {
    let state = tour(STOPS, [(60, Happening::Served { stop: stop_id(1) }), (90, fix(1.5 * GAP_M))]);
    let explained = explain(&state, 100);
    let near = explained.nearness(&state, stop_id(4), at(100));
    assert_eq!(near.stops, Some(3));
    let arrival = explained.prediction.remaining.get(2).expect("seven remain").arrival;
    assert_eq!(near.duration, Some(arrival.duration_since(at(100))));
    assert!(near.distance.is_some_and(|distance| (990.0..1_010.0).contains(&distance.0)), "{near:?}");
    assert_eq!(explained.nearness(&state, stop_id(1), at(100)).stops, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_explanation_says_what_the_prediction_does_and_its_shares_add_up(
        served in proptest::sample::subsequence((1..=STOPS).collect::<Vec<_>>(), 0..=8).prop_shuffle()
    ) {
        let mut follower = Predictor::default();
        for count in 0..=served.len() {
            let state = after(&served[..count]);
            let explained = follower.explain(&state, at(2_000));
            prop_assert_eq!(&explained.prediction, &predict(&state, at(2_000)));
            prop_assert_eq!(&explained, &explain(&state, 2_000), "who begins now is told the same");
            let sum: f64 = explained.habits.iter().map(|share| share.share).sum();
            prop_assert!((sum - 1.0).abs() < 1e-5, "{}", sum);
            prop_assert!(explained.habits.is_sorted_by(|a, b| a.share >= b.share));
            prop_assert_eq!(explained.choices.len(), count.min(7));
            prop_assert_eq!(explained.habits.len(), 7);
        }
    }
}

#[test]
fn a_bus_on_its_line_has_one_habit() {
    let stop = |number| PlannedStop { service: None, parcels: Vec::new(), ..planned_stop(number) };
    let stops = (1..=STOPS).map(stop);
    let Happening::Planned(street) = plan(STOPS) else { unreachable!("a plan is a plan") };
    let line = Plan { stops: stops.collect(), ..*street };
    let mut state = TourState::default();
    state.fold_all(log([(-60, Happening::Planned(Box::new(line))), (0, Happening::Started)]));
    let explained = explain(&state, 10);
    let habits: Vec<(Habit, f64)> = explained.habits.iter().map(|share| (share.habit, share.share)).collect();
    assert_eq!(habits, [(Habit::AsPlanned, 1.0)]);
}
