//! What can be told of an attempt, and that it tells of no other door.

use doorstep_domain::visibility::{Offer, Policy};
use doorstep_domain::{
    Fix, Happening, Metres, Outcome, Parcel, ParcelKind, ReleasePolicy, ReportKind, SeenNear, TourEvent,
    TourState, Witness,
};
use proptest::prelude::*;

use super::support::{GAP_M, along, event, log, look, look_as_it_is, parcel, parcel_id, plan, stop_id};

/// The door of the stop whose recipient reports.
const OWN: u16 = 3;
/// When its driver noted that nobody opened.
const NOTED: i64 = 1_000;

fn fix_of(metres: f64, accuracy: f64) -> Happening {
    let accuracy = Some(Metres(accuracy));
    Happening::Fix(Fix { place: along(metres), accuracy, speed: None, course: None })
}

/// A fix so many metres behind the own door.
fn off(metres: f64) -> Happening {
    fix_of(GAP_M * f64::from(OWN) + metres, 6.0)
}

fn noted(outcome: Outcome) -> (i64, Happening) {
    (NOTED, Happening::Attempted { parcel: parcel_id(OWN), outcome })
}

fn tour(happenings: Vec<(i64, Happening)>) -> TourState {
    let begin = [(-60, plan(5)), (0, Happening::Started)];
    let mut state = TourState::default();
    state.fold_all(log(begin.into_iter().chain(happenings).chain([noted(Outcome::FailedNotHome)])));
    state
}

fn witness(happenings: Vec<(i64, Happening)>) -> Option<Witness> {
    look(&tour(happenings), &parcel(OWN), NOTED + 60).witness
}

fn seen(happenings: Vec<(i64, Happening)>) -> Option<SeenNear> {
    witness(happenings).expect("an ordinary parcel tells").seen
}

fn near(within_m: u16, stayed_min: u8, accuracy_m: Option<u16>) -> SeenNear {
    SeenNear { within_m, stayed_min, accuracy_m }
}

#[test]
fn how_near_how_long_and_how_exact_is_told_in_steps() {
    assert_eq!(seen(vec![(900, off(49.0))]), Some(near(50, 0, Some(20))));
    assert_eq!(seen(vec![(900, off(-51.0))]), Some(near(150, 0, Some(20))));
    assert_eq!(seen(vec![(900, off(151.0))]), None);
    let halt = |seconds: i64| (0..=seconds / 10).map(|step| (900 - 10 * step, off(5.0))).collect::<Vec<_>>();
    assert_eq!(seen(halt(50)), Some(near(50, 0, Some(20))));
    assert_eq!(seen(halt(60)), Some(near(50, 1, Some(20))));
    assert_eq!(seen(halt(110)), Some(near(50, 1, Some(20))));
    for long in [120, 300, 600] {
        assert_eq!(seen(halt(long)), Some(near(50, 2, Some(20))), "longer halts are not told apart");
    }
    let rough = |accuracy| seen(vec![(900, fix_of(GAP_M * f64::from(OWN), accuracy))]);
    assert_eq!(rough(20.0), Some(near(50, 0, Some(20))));
    assert_eq!(rough(21.0), Some(near(50, 0, Some(50))));
    assert_eq!(rough(101.0), Some(near(50, 0, None)));
}

#[test]
fn only_the_minutes_before_the_note_count() {
    assert_eq!(seen(vec![(NOTED - 601, off(0.0)), (NOTED + 1, off(0.0))]), None);
    assert!(seen(vec![(NOTED - 600, off(0.0))]).is_some() && seen(vec![(NOTED, off(0.0))]).is_some());
    let twice = vec![(NOTED - 300, off(0.0)), (NOTED - 100, off(0.0))];
    assert_eq!(seen(twice), Some(near(50, 0, Some(20))), "nobody saw where it was in between");
}

#[test]
fn nothing_is_told_of_what_shows_no_place() {
    let (tour, own) = (tour(vec![(900, off(5.0))]), parcel(OWN));
    for kind in [ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue] {
        let seen = look(&tour, &Parcel { kind, ..own.clone() }, NOTED + 60);
        assert_eq!(seen.witness, None);
        assert_eq!(seen.may_report.map(|(kind, _)| kind), Some(ReportKind::NobodyCame), "it can be reported");
    }
    let nowhere = Parcel { door: None, ..own };
    assert!(look(&tour, &nowhere, NOTED + 60).witness.is_some(), "the place of the stop will do");
    let waiting = TourState::default();
    assert_eq!(look(&waiting, &parcel(OWN), NOTED).witness, None);
}

#[test]
fn an_attempt_at_no_door_is_not_reported() {
    let begin = [(-60, plan(5)), (0, Happening::Started)];
    let look_at = |outcome| {
        let mut state = TourState::default();
        state.fold_all(log(begin.clone().into_iter().chain([noted(outcome)])));
        look(&state, &parcel(OWN), NOTED + 60).may_report
    };
    assert!(look_at(Outcome::FailedNoAccess).is_some());
    assert_eq!(look_at(Outcome::FailedNoTime), None);
}

/// Something that happens elsewhere: at other stops, or far from the own door.
fn elsewhere() -> impl Strategy<Value = (i64, Happening)> {
    let other = (1..=5_u16).prop_filter("another stop", |number| *number != OWN);
    let metres = (0.0..2_200.0).prop_filter("far from the own door", |metres: &f64| {
        (metres - GAP_M * f64::from(OWN)).abs() > f64::from(Witness::REACH_M) + 1.0
    });
    let what = prop_oneof![
        4 => (metres, 1.0..200.0).prop_map(|(metres, accuracy)| fix_of(metres, accuracy)),
        1 => other.clone().prop_map(|number| Happening::Arrived { stop: stop_id(number) }),
        1 => other.clone().prop_map(|number| Happening::Served { stop: stop_id(number) }),
        1 => other.clone().prop_map(|number| Happening::Skipped { stop: stop_id(number) }),
        1 => other.clone().prop_map(|number| Happening::StopMoved {
            stop: stop_id(number),
            place: along(GAP_M * f64::from(OWN) + 20.0),
        }),
        1 => other.prop_map(|number| Happening::Delivered {
            parcel: parcel_id(number),
            outcome: Outcome::DeliveredToRecipient,
        }),
    ];
    (1..NOTED + 300, what)
}

/// What the vehicle does near the own door.
fn here() -> impl Strategy<Value = (i64, Happening)> {
    let fix = (-140.0..140.0, 1.0..200.0);
    (1..NOTED + 300, fix)
        .prop_map(|(second, (metres, accuracy))| (second, fix_of(GAP_M * f64::from(OWN) + metres, accuracy)))
}

fn told(events: &[TourEvent]) -> Option<Witness> {
    let mut state = TourState::default();
    state.fold_all(events.iter().cloned());
    look(&state, &parcel(OWN), NOTED + 300).witness
}

proptest! {
    #[test]
    fn what_happens_elsewhere_changes_no_witness(
        near in prop::collection::vec(here(), 0..12),
        far in prop::collection::vec(elsewhere(), 0..40),
    ) {
        let begin = [(-60, plan(5)), (0, Happening::Started), noted(Outcome::FailedNotHome)];
        let own = log(begin.into_iter().chain(near));
        let others = (1_000..).zip(far).map(|(number, (second, what))| event(number, second, what));
        let all: Vec<TourEvent> = own.iter().cloned().chain(others).collect();
        prop_assert_eq!(told(&own), told(&all));
    }
}

#[test]
fn where_nothing_live_is_told_nothing_is_told_of_an_attempt() {
    let tour = tour(vec![(900, off(5.0))]);
    let policy = Policy { release: ReleasePolicy::Off, ..Policy::default() };
    let offer = Offer { policy, ..Offer::default() };
    assert!(look(&tour, &parcel(OWN), NOTED + 60).witness.is_some());
    assert_eq!(look_as_it_is(&offer, &tour, &parcel(OWN), NOTED + 60).witness, None);
}
