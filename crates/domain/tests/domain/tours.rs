//! What follows from what happens on a tour.

use doorstep_domain::admission::{Draft, Refusal, Source, admit};
use doorstep_domain::tour::{Anomaly, Evidence, StopState};
use doorstep_domain::{
    Because, DriverId, EventId, Happening, HiddenBecause, Instruction, MapView, Outcome, Personal, Phase,
    PlannedStop, RemainingStops, SafePlace, Status, TourState,
};
use jiff::SignedDuration;

use crate::support::{
    GAP_M, along, at, event, fix, instruction, look, parcel, parcel_id, planned_stop, stop_id, tour,
};

fn state_of(tour: &TourState, number: u16) -> StopState {
    tour.stop(stop_id(number)).expect("the stop is on the tour").state
}

fn delivered(number: u16) -> Happening {
    Happening::Delivered { parcel: parcel_id(number), outcome: Outcome::DeliveredToRecipient }
}

fn served(number: u16) -> Happening {
    Happening::Served { stop: stop_id(number) }
}

/// Fixes every five seconds of a van that stands.
fn stands(metres: f64, from: i64, until: i64) -> impl Iterator<Item = (i64, Happening)> {
    (from..=until).step_by(5).map(move |second| (second, fix(metres)))
}

fn count(tour: &TourState, number: u16, second: i64) -> Option<RemainingStops> {
    look(tour, &parcel(number), second).remaining_stops
}

fn told(tour: &TourState, number: u16, second: i64) -> Vec<Because> {
    look(tour, &parcel(number), second).reasons.iter().map(|reason| reason.because).collect()
}

#[test]
fn a_halt_at_a_stop_is_arrival_and_leaving_it_is_service() {
    let halt: Vec<_> = stands(GAP_M, 60, 120).collect();
    let standing = tour(4, halt.clone());
    assert_eq!(state_of(&standing, 1), StopState::Arrived { at: at(60), by: Evidence::Halt });
    assert_eq!(look(&standing, &parcel(1), 121).arrived_at, Some(at(60)));
    let gone = tour(4, halt.into_iter().chain([(130, fix(GAP_M + 200.0))]));
    assert!(matches!(state_of(&gone, 1), StopState::Served { by: Evidence::Halt, .. }));
    assert_eq!(count(&gone, 2, 131), Some(RemainingStops::Exactly(1)));
}

#[test]
fn a_short_halt_and_a_halt_elsewhere_serve_nothing() {
    let at_a_light = stands(GAP_M, 60, 75).chain([(80, fix(GAP_M + 200.0))]);
    assert_eq!(state_of(&tour(4, at_a_light), 1), StopState::Remaining);
    let between = stands(GAP_M * 1.5, 60, 200).chain([(205, fix(GAP_M * 2.5))]);
    let state = tour(4, between);
    assert!((1..=4).all(|number| state_of(&state, number) == StopState::Remaining));
}

#[test]
fn a_scan_outweighs_a_halt_in_either_order() {
    let halt = stands(GAP_M, 60, 120).chain([(130, fix(GAP_M + 200.0))]);
    let state = tour(4, halt.chain([(140, delivered(1))]));
    assert!(
        matches!(state_of(&state, 1), StopState::Served { by: Evidence::Told, at: done, .. } if done == at(140))
    );
    let view = look(&state, &parcel(1), 150);
    assert_eq!(
        (view.status, view.outcome.map(|o| o.outcome)),
        (Status::Delivered, Some(Outcome::DeliveredToRecipient))
    );
}

#[test]
fn a_later_scan_corrects_an_earlier_outcome() {
    let failed = Happening::Attempted { parcel: parcel_id(1), outcome: Outcome::FailedNotHome };
    let state = tour(4, [(100, failed), (160, delivered(1))]);
    let outcome = look(&state, &parcel(1), 170).outcome.expect("it ended");
    assert_eq!((outcome.outcome, outcome.at), (Outcome::DeliveredToRecipient, at(160)));
}

#[test]
fn a_stop_is_done_when_all_its_parcels_are() {
    let second = parcel_id(50);
    let added = Happening::ParcelsAdded { stop: stop_id(1), parcels: vec![second] };
    let mut state = tour(4, [(10, added), (100, delivered(1))]);
    assert!(state_of(&state, 1).is_open());
    state.fold(event(
        90,
        110,
        Happening::Delivered { parcel: second, outcome: Outcome::DeliveredToNeighbour },
    ));
    assert!(matches!(state_of(&state, 1), StopState::Served { .. }));
}

#[test]
fn who_was_told_that_the_driver_is_there_is_told_why_not_any_more() {
    let passing = tour(4, stands(GAP_M * 2.0, 60, 75));
    assert_eq!(look(&passing, &parcel(2), 76).arrived_at, Some(at(60)));
    let gone = tour(4, stands(GAP_M * 2.0, 60, 75).chain([(80, fix(GAP_M * 2.0 + 200.0))]));
    assert_eq!(look(&gone, &parcel(2), 81).arrived_at, None);
    assert_eq!(told(&gone, 2, 81).first(), Some(&Because::DriverChoseAnotherOrder));
    let elsewhere =
        [(60, Happening::Arrived { stop: stop_id(2) }), (70, Happening::Arrived { stop: stop_id(3) })];
    assert_eq!(told(&tour(4, elsewhere), 2, 71).first(), Some(&Because::DriverChoseAnotherOrder));
}

#[test]
fn who_leaves_the_plan_is_not_counted_by_it() {
    let state = tour(8, [(60, served(2)), (65, fix(850.0))]);
    assert_eq!(count(&state, 5, 70), Some(RemainingStops::Between { fewest: 2, most: 5 }));
    assert_eq!(count(&state, 8, 70), Some(RemainingStops::Between { fewest: 4, most: 7 }));
    let long = tour(40, [(60, served(2)), (65, fix(850.0))]);
    assert_eq!(count(&long, 30, 70), None);
    assert!(told(&state, 5, 70).contains(&Because::DriverChoseAnotherOrder));
    // Back in the planned order, the number is honest again.
    let back = tour(8, [(60, served(2)), (120, served(1)), (180, served(3)), (185, fix(1_300.0))]);
    assert_eq!(count(&back, 5, 190), Some(RemainingStops::Exactly(2)));
}

#[test]
fn a_skipped_stop_moves_the_others_up_and_its_own_recipient_is_told() {
    let state = tour(8, [(60, Happening::Skipped { stop: stop_id(1) }), (65, fix(100.0))]);
    assert_eq!(count(&state, 3, 70), Some(RemainingStops::Exactly(2)));
    assert!(told(&state, 3, 70).contains(&Because::StopsDroppedBefore(1)));
    let own = look(&state, &parcel(1), 70);
    assert_eq!((own.status, own.remaining_stops), (Status::Delayed, None));
    assert!(told(&state, 1, 70).contains(&Because::StopSkipped));
}

#[test]
fn a_skipped_stop_can_still_be_delivered() {
    let state = tour(4, [(60, Happening::Skipped { stop: stop_id(1) }), (600, delivered(1))]);
    assert!(matches!(state_of(&state, 1), StopState::Served { by: Evidence::Told, .. }));
    assert_eq!(look(&state, &parcel(1), 610).status, Status::Delivered);
}

#[test]
fn stops_added_before_are_counted_and_told_only_to_those_behind() {
    let between = |number| PlannedStop { place: Some(along(GAP_M * 2.5)), ..planned_stop(number) };
    let added = Happening::StopsAdded { after: Some(stop_id(2)), stops: vec![between(30), between(31)] };
    let state = tour(6, [(60, added), (65, fix(100.0))]);
    assert_eq!(count(&state, 2, 70), Some(RemainingStops::Exactly(2)));
    assert_eq!(count(&state, 3, 70), Some(RemainingStops::Exactly(5)));
    assert!(told(&state, 3, 70).contains(&Because::StopsAddedBefore(2)));
    assert!(!told(&state, 2, 70).contains(&Because::StopsAddedBefore(2)));
}

#[test]
fn stops_removed_and_another_order_change_the_count() {
    let removed = Happening::StopsRemoved { stops: vec![stop_id(1)] };
    let order = Happening::Resequenced { order: vec![stop_id(4), stop_id(2)] };
    let state = tour(6, [(60, removed), (61, order), (65, fix(100.0))]);
    assert_eq!(count(&state, 4, 70), Some(RemainingStops::Exactly(1)));
    assert_eq!(count(&state, 3, 70), Some(RemainingStops::Exactly(3)));
    assert!(told(&state, 3, 70).contains(&Because::Resequenced));
}

#[test]
fn a_moved_stop_is_served_at_its_new_place() {
    let moved = Happening::StopMoved { stop: stop_id(1), place: along(GAP_M * 0.5) };
    let halt = stands(GAP_M * 0.5, 60, 120).chain([(130, fix(GAP_M))]);
    let state = tour(4, [(10, moved)].into_iter().chain(halt));
    assert!(matches!(state_of(&state, 1), StopState::Served { .. }));
}

#[test]
fn a_parcel_goes_where_it_is_moved_and_nowhere_once_removed() {
    let moved = Happening::ParcelMoved { parcel: parcel_id(1), stop: stop_id(3) };
    let removed = Happening::ParcelsRemoved { parcels: vec![parcel_id(2)] };
    let state = tour(4, [(10, moved), (11, removed), (20, fix(50.0))]);
    assert_eq!(count(&state, 1, 25), Some(RemainingStops::Exactly(3)));
    let off = look(&state, &parcel(2), 25);
    assert_eq!((off.remaining_stops, off.forecast), (None, None));
    assert!(matches!(off.map, MapView::Hidden(_)));
}

#[test]
fn a_break_is_a_phase_with_reasons_and_ends() {
    let state = tour(
        4,
        [(60, fix(100.0)), (70, Happening::BreakBegun), (700, Happening::BreakEnded), (705, fix(100.0))],
    );
    assert_eq!(state.phase_at(at(300)), Phase::OnBreak { since: at(70) });
    assert!(state.phase().is_underway());
    let reasons = told(&state, 2, 710);
    assert!(reasons.contains(&Because::BreakBegun) && reasons.contains(&Because::BreakEnded), "{reasons:?}");
    assert!(matches!(look(&state, &parcel(2), 710).map, MapView::Open { .. }));
}

#[test]
fn another_driver_goes_on_where_the_first_one_was() {
    let driver = DriverId::from_u128(9);
    let handed = Happening::HandedOver { driver: Some(driver), vehicle: None };
    let state = tour(4, [(60, served(1)), (70, handed), (75, fix(450.0))]);
    assert_eq!(state.driver(), Some(driver));
    assert_eq!(count(&state, 2, 80), Some(RemainingStops::Exactly(1)));
    assert!(told(&state, 2, 80).contains(&Because::HandedOver));
}

#[test]
fn oddities_are_counted_and_never_an_error() {
    let state = tour(
        2,
        [
            (10, Happening::Arrived { stop: stop_id(99) }),
            (11, Happening::Scanned { parcel: parcel_id(99) }),
            (12, Happening::BreakEnded),
            (13, Happening::Ended),
            (14, Happening::Started),
        ],
    );
    let odd = state.anomalies();
    assert_eq!(
        (
            odd.count(Anomaly::UnknownStop),
            odd.count(Anomaly::UnknownParcel),
            odd.count(Anomaly::MisplacedTurn)
        ),
        (1, 1, 2)
    );
    assert_eq!(state.phase(), Phase::Ended { at: at(13) });
}

#[test]
fn the_forecast_follows_the_van_and_narrows() {
    let width =
        |tour: &TourState, second| look(tour, &parcel(6), second).forecast.expect("it is on its way").window;
    let early = tour(8, [(5, fix(30.0))]);
    let late = tour(8, (1..=5).map(|n| (120 * i64::from(n), served(n))).chain([(610, fix(GAP_M * 5.2))]));
    let (first, last) = (width(&early, 6), width(&late, 611));
    assert!(last.width() <= first.width(), "{first:?} {last:?}");
    assert!(last.contains(at(650)), "{last:?}");
    assert!(first.width() >= SignedDuration::from_mins(10));
}

fn instruct(state: &TourState, given: Instruction, second: i64) -> Result<(), Refusal> {
    let what = Happening::InstructionGiven { parcel: parcel_id(1), instruction: Some(given), version: 1 };
    let draft = Draft { id: EventId::from_u128(500), at: at(second), sent_at: None, what };
    admit(state, draft, at(second), Source::Recipient).map(drop)
}

#[test]
fn a_safe_place_may_be_named_until_the_driver_is_at_the_door() {
    let garage = || instruction(SafePlace::Garage);
    assert_eq!(instruct(&tour(4, []), garage(), 50), Ok(()));
    let at_the_door = tour(4, [(60, Happening::Arrived { stop: stop_id(1) })]);
    assert_eq!(instruct(&at_the_door, garage(), 70), Err(Refusal::TooLate));
    assert!(!look(&at_the_door, &parcel(1), 70).instruction_open);
    assert_eq!(instruct(&tour(4, [(60, delivered(1))]), garage(), 70), Err(Refusal::TooLate));
    let note = Some(Personal::new("x".repeat(141)));
    let long = Instruction::SafePlace { safe_place: SafePlace::Garage, note };
    assert_eq!(instruct(&tour(4, []), long, 50), Err(Refusal::NoteTooLong));
}

#[test]
fn an_instruction_is_seen_and_can_be_taken_back() {
    let given = |instruction| Happening::InstructionGiven { parcel: parcel_id(2), instruction, version: 1 };
    let state = tour(4, [(10, given(Some(instruction(SafePlace::Shed))))]);
    assert_eq!(look(&state, &parcel(2), 20).wishes.instruction, Some(instruction(SafePlace::Shed)));
    let state = tour(4, [(10, given(Some(instruction(SafePlace::Shed)))), (30, given(None))]);
    let mut recorded = parcel(2);
    recorded.wishes.instruction = Some(instruction(SafePlace::Garage));
    let view = look(&state, &recorded, 40);
    assert_eq!(view.wishes.instruction, None, "what the record holds is older");
    assert!(told(&state, 2, 40).contains(&Because::InstructionWithdrawn));
}

#[test]
fn left_at_the_safe_place_is_an_outcome_of_its_own() {
    let left = Happening::Delivered { parcel: parcel_id(1), outcome: Outcome::DeliveredToSafePlace };
    let view = look(&tour(4, [(100, left)]), &parcel(1), 110);
    assert_eq!(view.status, Status::Delivered);
    assert_eq!(view.outcome.map(|outcome| outcome.outcome), Some(Outcome::DeliveredToSafePlace));
    assert_eq!(view.map, MapView::Hidden(HiddenBecause::Delivered));
}

#[test]
fn a_driver_may_not_do_what_only_the_operator_may() {
    let state = tour(4, []);
    let say = |what, source| {
        admit(&state, Draft { id: EventId::from_u128(1), at: at(5), sent_at: None, what }, at(5), source)
    };
    for what in [
        Happening::Resequenced { order: vec![stop_id(2)] },
        Happening::StopsRemoved { stops: vec![stop_id(2)] },
        Happening::HandedOver { driver: None, vehicle: None },
    ] {
        assert_eq!(say(what.clone(), Source::Driver), Err(Refusal::NotAllowed));
        assert!(say(what, Source::Operator).is_ok());
    }
    for what in [Happening::MapHidden, Happening::MapShown] {
        assert_eq!(say(what.clone(), Source::Operator), Err(Refusal::NotAllowed));
        assert!(say(what, Source::Driver).is_ok());
    }
    let mismatch = Happening::Delivered { parcel: parcel_id(1), outcome: Outcome::FailedRefused };
    assert_eq!(say(mismatch, Source::Driver), Err(Refusal::OutcomeMismatch));
    assert_eq!(say(Happening::Arrived { stop: stop_id(99) }, Source::Driver), Err(Refusal::UnknownStop));
}

#[test]
fn a_scan_that_was_forgotten_keeps_nobody_behind_waiting() {
    let forgotten = [(55, fix(GAP_M)), (60, Happening::Arrived { stop: stop_id(1) })];
    let at_the_door = tour(6, forgotten.clone().into_iter().chain([(200, fix(GAP_M + 60.0))]));
    assert_eq!(state_of(&at_the_door, 1), StopState::Arrived { at: at(60), by: Evidence::Told });

    let gone = [(65, fix(GAP_M)), (200, fix(GAP_M + 200.0)), (260, delivered(2)), (265, fix(GAP_M * 2.1))];
    let state = tour(6, forgotten.into_iter().chain(gone));
    assert!(matches!(state_of(&state, 1), StopState::Served { by: Evidence::Halt, .. }));
    assert_eq!(count(&state, 4, 270), Some(RemainingStops::Exactly(2)));
    assert_eq!(state.anomalies().count(Anomaly::OutOfOrderStop), 0);
}

#[test]
fn who_leaves_a_stop_was_there_even_if_nobody_said_so() {
    let state = tour(4, [(60, Happening::Departed { stop: Some(stop_id(1)) }), (65, fix(GAP_M + 50.0))]);
    assert!(matches!(state_of(&state, 1), StopState::Served { arrived_at: None, .. }));
    assert_eq!(count(&state, 2, 70), Some(RemainingStops::Exactly(1)));
}

#[test]
fn a_stop_is_done_when_the_last_parcel_it_waited_for_goes_elsewhere() {
    let second = parcel_id(50);
    let two =
        [(10, Happening::ParcelsAdded { stop: stop_id(1), parcels: vec![second] }), (100, delivered(1))];
    for change in [
        Happening::ParcelsRemoved { parcels: vec![second] },
        Happening::ParcelMoved { parcel: second, stop: stop_id(3) },
    ] {
        let state = tour(4, two.clone().into_iter().chain([(120, change), (125, fix(GAP_M))]));
        assert!(matches!(state_of(&state, 1), StopState::Served { by: Evidence::Told, .. }));
        assert_eq!(count(&state, 2, 130), Some(RemainingStops::Exactly(1)));
    }
    // A stop that never had work is not done because nothing is left of it.
    let emptied = Happening::ParcelsRemoved { parcels: vec![parcel_id(1)] };
    assert_eq!(state_of(&tour(4, [(10, emptied)]), 1), StopState::Remaining);
}

#[test]
fn those_behind_are_told_how_many_stops_were_taken_off_before_them() {
    let removed = Happening::StopsRemoved { stops: vec![stop_id(1), stop_id(3), stop_id(99)] };
    let state = tour(6, [(60, removed), (65, fix(100.0))]);
    assert!(told(&state, 2, 70).contains(&Because::StopsDroppedBefore(1)));
    assert!(told(&state, 5, 70).contains(&Because::StopsDroppedBefore(2)));
    assert_eq!(count(&state, 5, 70), Some(RemainingStops::Exactly(3)));
    assert_eq!(state.anomalies().count(Anomaly::UnknownStop), 1);
}

#[test]
fn what_was_delivered_stays_delivered_whatever_is_planned_later() {
    let fewer = match crate::support::plan(4) {
        Happening::Planned(mut plan) => {
            plan.stops.retain(|stop| stop.id != stop_id(1));
            plan.travel = None;
            for stop in &mut plan.stops {
                stop.parcels.retain(|parcel| *parcel != parcel_id(2));
            }
            Happening::Planned(plan)
        }
        other => other,
    };
    let extra = Happening::ParcelsAdded { stop: stop_id(1), parcels: vec![parcel_id(50)] };
    let extra_done = Happening::Delivered { parcel: parcel_id(50), outcome: Outcome::DeliveredToNeighbour };
    let done = [(10, extra), (100, delivered(1)), (101, extra_done), (200, delivered(2))];
    for later in [fewer, Happening::StopsRemoved { stops: vec![stop_id(1), stop_id(2)] }] {
        let state = tour(4, done.clone().into_iter().chain([(300, later)]));
        for number in [1, 2, 50] {
            assert_eq!(look(&state, &parcel(number), 310).status, Status::Delivered, "parcel {number}");
        }
        assert_eq!(state.stops().filter(|stop| stop.state.is_open()).count(), 2);
    }
}

#[test]
fn a_parcel_that_goes_to_an_added_stop_keeps_its_instruction() {
    let given = Happening::InstructionGiven {
        parcel: parcel_id(2),
        instruction: Some(instruction(SafePlace::Reception)),
        version: 1,
    };
    let elsewhere =
        PlannedStop { parcels: vec![parcel_id(2)], place: Some(along(GAP_M * 3.5)), ..planned_stop(30) };
    let added = Happening::StopsAdded { after: Some(stop_id(3)), stops: vec![elsewhere] };
    let state = tour(4, [(10, given), (20, added), (25, fix(50.0))]);
    assert_eq!(look(&state, &parcel(2), 30).wishes.instruction, Some(instruction(SafePlace::Reception)));
    assert_eq!(count(&state, 2, 30), Some(RemainingStops::Exactly(4)));
}

#[test]
fn what_is_kept_of_a_tour_that_changes_for_ever_has_a_limit() {
    let mut state = tour(3, []);
    let before = state.bytes();
    for round in 0..200_u32 {
        let stop = PlannedStop { parcels: Vec::new(), ..planned_stop(30) };
        let second = 10 + i64::from(round) * 2;
        state.fold(event(
            1_000 + 2 * round,
            second,
            Happening::StopsAdded { after: None, stops: vec![stop] },
        ));
        let removed = Happening::StopsRemoved { stops: vec![stop_id(30)] };
        state.fold(event(1_001 + 2 * round, second + 1, removed));
    }
    assert!(look(&state, &parcel(3), 500).reasons.len() <= doorstep_domain::TrackingView::REASONS_MAX);
    assert_eq!(state.stops().count(), 3);
    assert!(state.bytes() - before < 400 * 400, "{} bytes more", state.bytes() - before);
}
