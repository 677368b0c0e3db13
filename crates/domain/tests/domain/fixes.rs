//! Fixes that are late, doubled, out of order, from the future or impossible.

use doorstep_domain::admission::{Draft, Refusal, Source, admit};
use doorstep_domain::{EventId, Folded, Happening, MapView, Place, TourState};
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
    assert_eq!(state.anomalies().jumps, 1);
    let MapView::Open { position, .. } = look(&state, &parcel(3), 71).map else { panic!("the map is open") };
    assert!(position.place.distance_to(along(330.0)).0 < 1.0);

    // A vehicle that really is elsewhere is believed after a few fixes that agree.
    for second in [75, 80, 85] {
        state.fold(event(100 + u32::try_from(second).expect("small"), second, fix(9_000.0)));
    }
    assert!(is_at(&state, 9_000.0));
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
    assert_eq!(state.anomalies().inaccurate_fixes, 1);
}

#[test]
fn a_fix_outside_the_tour_is_counted_and_forgotten() {
    let mut state = TourState::default();
    state.fold_all([event(0, -60, plan(8)), event(1, -30, fix(0.0))]);
    assert_eq!(state.position(), None);
    assert_eq!(state.anomalies().fixes_outside_tour, 1);
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
