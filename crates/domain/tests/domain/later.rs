//! Coming later on the same tour: where it is offered, what it costs, and what it changes.

use doorstep_domain::admission::{Draft, Refusal, Source, admit};
use doorstep_domain::prediction::predict;
use doorstep_domain::release::Bulletin;
use doorstep_domain::view::{OnTour, ViewContext, later};
use doorstep_domain::visibility::{Choice, Choices, Offer};
use doorstep_domain::{Because, EventId, Happening, ReleasePolicy, StopId, TourState};

use crate::support::{DAY, at, fix, look, look_under, parcel, parcel_id, stop_id, tour};

fn under_way() -> TourState {
    tour(40, [(5, fix(30.0))])
}

fn offered(state: &TourState, number: u16, detour_minutes: u16) -> Choices {
    let mut offer = Offer::default();
    offer.policy.detour_minutes = detour_minutes;
    look_under(&offer, state, &parcel(number), 10).later
}

fn put_later(order: Vec<StopId>) -> Happening {
    Happening::PutLater { parcel: parcel_id(3), not_before: at(1_800), order, version: 1 }
}

#[test]
fn it_is_offered_where_it_costs_no_more_than_the_limit() {
    let state = under_way();
    assert_eq!(offered(&state, 3, 0), Choices::NONE, "an operator who says nothing offers none of it");
    assert!(offered(&state, 3, 60).holds(Choice::LaterOnTour));
    let limits = (0..=60).map(|limit| offered(&state, 3, limit).holds(Choice::LaterOnTour));
    assert!(limits.is_sorted(), "what is cheap enough stays so under a higher limit");
}

#[test]
fn the_next_stop_and_one_that_was_put_later_have_no_later() {
    let state = under_way();
    assert_eq!(offered(&state, 1, 60), Choices::NONE, "the driver is on the way there");
    let put = tour(40, [(5, fix(30.0)), (8, put_later(vec![stop_id(4), stop_id(3)]))]);
    assert_eq!(offered(&put, 3, 60), Choices::NONE);
    let ended = tour(40, [(5, fix(30.0)), (8, Happening::Ended)]);
    assert_eq!(offered(&ended, 3, 60), Choices::NONE);
}

#[test]
fn the_order_changes_and_its_recipient_alone_is_told_why() {
    let order = [1, 2, 4, 5, 3].map(stop_id).to_vec();
    let state = tour(8, [(5, fix(30.0)), (8, put_later(order))]);
    let stops: Vec<StopId> = state.stops().map(|stop| stop.planned.id).collect();
    assert_eq!(stops, [1, 2, 4, 5, 3, 6, 7, 8].map(stop_id));
    let because = |number| look(&state, &parcel(number), 20).reasons.into_iter().map(|reason| reason.because);
    assert!(because(3).any(|because| because == Because::PutLater));
    assert!(because(4).all(|because| because == Because::TourStarted), "to others it is one stop less");
    assert_eq!(look(&state, &parcel(3), 20).not_before, Some(at(1_800)));
    let before = look(&tour(8, [(5, fix(30.0))]), &parcel(3), 20).forecast.expect("it is on its way");
    let after = look(&state, &parcel(3), 20).forecast.expect("it is on its way");
    assert!(after.window.until > before.window.until);
}

#[test]
fn a_recipient_may_ask_once_and_nobody_else_for_them() {
    let asked = |state: &TourState, source| {
        let what =
            Happening::PutLater { parcel: parcel_id(3), not_before: at(900), order: Vec::new(), version: 2 };
        let draft = Draft { id: EventId::from_u128(500), at: at(50), sent_at: None, what };
        admit(state, draft, at(50), source).map(drop)
    };
    assert_eq!(asked(&under_way(), Source::Recipient), Ok(()));
    assert_eq!(asked(&under_way(), Source::Driver), Err(Refusal::NotAllowed));
    assert_eq!(asked(&under_way(), Source::Operator), Err(Refusal::NotAllowed));
    let put = tour(40, [(8, put_later(Vec::new()))]);
    assert_eq!(asked(&put, Source::Recipient), Err(Refusal::TooLate));
}

#[test]
fn when_the_driver_would_come_is_told_in_steps_of_five_minutes() {
    let mut offer = Offer::default();
    (offer.policy.detour_minutes, offer.policy.release) = (60, ReleasePolicy::Exact);
    let (tour, now) = (&under_way(), at(10));
    let context = ViewContext {
        offer: &offer,
        operator_name: "Example Express",
        driver_name: None,
        settled: None,
        report: None,
        today: DAY,
        now,
    };
    let bulletin = Bulletin::of(tour, &predict(tour, now), now);
    let on_tour = OnTour { tour, now: &bulletin, minute: &bulletin, release: None };
    let found = later(Some(on_tour), &parcel(3), &context, Choice::LaterOnTour);
    let (not_before, later) = found.expect("there is a place");
    for told in [not_before, later.window.from, later.window.until] {
        assert_eq!(told.as_second() % 300, 0, "{told}");
    }
}
