//! Fixes that are late, doubled, out of order, from the future or impossible.

use std::collections::BTreeSet;

use doorstep_domain::admission::{Draft, FIXES_MAX, Refusal, Source, admit, admit_all};
use doorstep_domain::tour::Anomaly;
use doorstep_domain::{EventId, Fix, Folded, Happening, MapView, MetresPerSecond, Place, TourState};
use jiff::SignedDuration;

use crate::support::{along, at, event, fix, look, parcel, plan, tour};

fn position(state: &TourState) -> Place {
    state.position().expect("the tour has a position").place
}

fn is_at(state: &TourState, metres: f64) -> bool {
    position(state).distance_to(along(metres)).0 < 1.0
}

#[test]
fn a_late_fix_never_moves_the_van_back() {
    let mut state = tour(8, [(60, fix(300.0))]);
    assert_eq!(state.fold(event(90, 30, fix(150.0))), Folded::Late);
    assert!(is_at(&state, 300.0));
    assert_eq!(state.fix_count(), 2);
}

#[test]
fn a_doubled_fix_is_one_fix_even_under_another_id() {
    let mut state = tour(8, [(60, fix(300.0))]);
    assert_eq!(state.fold(event(90, 60, fix(300.0))), Folded::Doubled);
    assert_eq!(state.fix_count(), 1);
}

#[test]
fn a_jump_is_counted_and_not_shown() {
    let mut state = tour(8, [(60, fix(300.0)), (65, fix(9_000.0)), (70, fix(330.0))]);
    assert!(is_at(&state, 330.0));
    assert_eq!(state.anomalies().count(Anomaly::Jump), 1);
    let MapView::Open { shown } = look(&state, &parcel(3), 71).map else { panic!("the map is open") };
    let position = shown.at(at(71));
    assert!(position.place.distance_to(along(330.0)).0 < 1.0);

    // A vehicle that really is elsewhere is believed after a few fixes that agree.
    for second in [75, 80, 85] {
        state.fold(event(100 + u32::try_from(second).expect("small"), second, fix(9_000.0)));
    }
    assert!(is_at(&state, 9_000.0));
}

#[test]
fn a_place_that_is_told_again_under_a_new_stamp_is_counted_and_not_shown() {
    let left = [(60, fix(300.0)), (65, fix(340.0)), (70, fix(400.0))];
    let mut state = tour(8, left.into_iter().chain([(75, fix(340.0))]));
    assert!(is_at(&state, 400.0));
    assert_eq!(state.anomalies().count(Anomaly::StaleFix), 1);

    // Who says it twice in a row never left, and the fix between strayed.
    state.fold_all([event(100, 80, fix(400.0)), event(101, 85, fix(340.0))]);
    assert!(is_at(&state, 400.0));
    state.fold(event(102, 90, fix(340.0)));
    assert!(is_at(&state, 340.0));
    assert_eq!(state.anomalies().count(Anomaly::StaleFix), 2);
}

#[test]
fn an_inaccurate_fix_is_counted_and_not_shown() {
    let rough = match fix(500.0) {
        Happening::Fix(mut rough) => {
            rough.accuracy = Some(doorstep_domain::Metres(2_000.0));
            Happening::Fix(rough)
        }
        other => other,
    };
    let state = tour(8, [(60, fix(300.0)), (65, rough)]);
    assert!(is_at(&state, 300.0));
    assert_eq!(state.anomalies().count(Anomaly::InaccurateFix), 1);
}

#[test]
fn a_fix_outside_the_tour_is_counted_and_forgotten() {
    let mut state = TourState::default();
    state.fold_all([event(0, -60, plan(8)), event(1, -30, fix(0.0))]);
    assert_eq!(state.position(), None);
    assert_eq!(state.anomalies().count(Anomaly::FixOutsideTour), 1);
}

fn draft(second: i64, sent_second: Option<i64>) -> Draft {
    Draft { id: EventId::from_u128(77), at: at(second), sent_at: sent_second.map(at), what: fix(300.0) }
}

#[test]
fn a_clock_that_is_wrong_is_corrected_by_when_the_device_sent() {
    let state = tour(8, []);
    // The phone's clock is an hour ahead: it says it sent at 3,720 what arrives at 120.
    let taken = admit(&state, draft(3_700, Some(3_720)), at(120), Source::Driver).expect("it is let in");
    assert_eq!(taken.at, at(100));
}

#[test]
fn a_fix_from_the_future_is_now_or_nothing() {
    let state = tour(8, []);
    let soon = admit(&state, draft(160, None), at(100), Source::Driver).expect("a minute is forgiven");
    assert_eq!(soon.at, at(160));
    let clamped = admit(&state, draft(100 + 3_600, None), at(100), Source::Driver).expect("it is set to now");
    assert_eq!(clamped.at, at(100));
    let next_year = admit(&state, draft(365 * 86_400, None), at(100), Source::Driver);
    assert!(
        matches!(next_year, Err(Refusal::ClockAhead { ahead }) if ahead > SignedDuration::from_hours(8_000))
    );
    assert_eq!(admit(&state, draft(-4 * 86_400, None), at(100), Source::Driver), Err(Refusal::TooOld));
}

#[test]
fn how_fast_a_driver_goes_and_where_to_is_kept_of_nobody() {
    let Happening::Fix(plain) = fix(300.0) else { panic!("it is a fix") };
    let told = Fix { speed: Some(MetresPerSecond(31.0)), course: Some(90.0), ..plain };
    for source in [Source::Driver, Source::Operator] {
        let draft = Draft { what: Happening::Fix(told), ..draft(100, None) };
        let taken = admit(&tour(8, []), draft, at(100), source).expect("it is let in");
        assert_eq!(taken.what, Happening::Fix(plain));
    }
}

#[test]
fn nobody_may_tell_where_a_driver_is_outside_the_tour() {
    let mut state = TourState::default();
    state.fold_all([event(0, -60, plan(8))]);
    for source in [Source::Driver, Source::Operator] {
        assert_eq!(admit(&state, draft(10, None), at(20), source), Err(Refusal::TourNotStarted));
    }
    let resting = tour(8, [(5, Happening::BreakBegun)]);
    let over = tour(8, [(5, Happening::Ended)]);
    for source in [Source::Driver, Source::Operator] {
        assert_eq!(admit(&resting, draft(10, None), at(20), source), Err(Refusal::OnBreak));
        assert_eq!(admit(&over, draft(10, None), at(20), source), Err(Refusal::TourEnded));
    }
}

#[test]
fn a_batch_cannot_fill_a_tour_beyond_its_limit() {
    let mut state = tour(8, []);
    let fixes = |from: usize, count: usize| {
        (from..from + count).map(|number| Draft {
            id: EventId::from_u128(1_000 + u128::try_from(number).expect("small")),
            at: at(1) + SignedDuration::from_millis(i64::try_from(number).expect("small")),
            sent_at: None,
            what: fix(300.0),
        })
    };
    let now = at(120);
    let kept = FIXES_MAX - 10;
    let first: Vec<_> = admit_all(&state, fixes(0, kept).collect(), now, Source::Driver, &BTreeSet::new());
    state.fold_all(first.into_iter().flatten());
    assert_eq!(state.fix_count(), kept);
    // Ten that are known already take no room.
    let batch: Vec<Draft> = fixes(kept - 10, 10).chain(fixes(kept, 20)).collect();
    let answers = admit_all(&state, batch, now, Source::Driver, &BTreeSet::new());
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 20);
    assert_eq!(answers.iter().filter(|answer| **answer == Err(Refusal::TourFull)).count(), 10);
}

#[test]
fn what_may_not_be_said_lets_nothing_else_in() {
    let mut state = TourState::default();
    state.fold_all([event(0, -60, plan(8))]);
    let draft =
        |number: u128, what| Draft { id: EventId::from_u128(number), at: at(10), sent_at: None, what };
    let given =
        Happening::InstructionGiven { parcel: crate::support::parcel_id(1), instruction: None, version: 1 };
    let batch = vec![draft(1, Happening::Started), draft(2, fix(10.0)), draft(3, given)];
    // A recipient cannot start a tour, so the fix beside it stays outside of one.
    let answers = admit_all(&state, batch, at(20), Source::Recipient, &BTreeSet::new());
    let refused: Vec<bool> = answers.iter().map(Result::is_err).collect();
    assert_eq!(refused, [true, true, false]);
    let added = Happening::StopsAdded { after: None, stops: vec![crate::support::planned_stop(30)] };
    let arrived = Happening::Arrived { stop: crate::support::stop_id(30) };
    let started = tour(8, []);
    let answers = admit_all(
        &started,
        vec![draft(1, added), draft(2, arrived)],
        at(20),
        Source::Driver,
        &BTreeSet::new(),
    );
    assert_eq!(answers, [Err(Refusal::NotAllowed), Err(Refusal::UnknownStop)]);
}
