//! Another day and pick-up points: until a driver has the parcel, and again once it came back.

use doorstep_domain::visibility::{Offer, Weekdays};
use doorstep_domain::{
    Carrier, Choice, Destination, Elsewhere, Happening, Instruction, OtherCarrier, Outcome, Parcel,
    ParcelKind, PickupPoint, PickupPointId, SafePlace, Status, TourState, TrackingView, Wishes,
};
use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::support::{DAY, along, log, look_under, parcel, parcel_id, plan, tour};

fn offer(days_ahead: u16) -> Offer {
    let mut offer = Offer::default();
    offer.policy.days_ahead = days_ahead;
    offer
}

/// So many days after the service day, which is a Tuesday.
fn day(after: i64) -> Date {
    DAY.saturating_add(after.days())
}

fn planned() -> TourState {
    let mut state = TourState::default();
    state.fold_all(log([(-60, plan(4))]));
    state
}

fn ended_with(outcome: Outcome) -> TourState {
    let parcel = parcel_id(2);
    let what = if outcome.is_delivered() {
        Happening::Delivered { parcel, outcome }
    } else {
        Happening::Attempted { parcel, outcome }
    };
    tour(4, [(100, what)])
}

fn days(view: &TrackingView) -> &[Date] {
    view.other_days()
}

#[test]
fn other_days_are_offered_as_far_ahead_as_the_operator_says_and_on_its_days() {
    let seen = |ahead| look_under(&offer(ahead), &planned(), &parcel(2), -30);
    assert_eq!(days(&seen(0)), [] as [Date; 0], "an operator who says nothing offers none");
    assert_eq!(days(&seen(3)), [1, 2, 3].map(day));
    assert_eq!(days(&seen(6)), [1, 2, 3, 4, 6].map(day), "the fifth is a Sunday");
    assert_eq!(days(&seen(60)).len(), Elsewhere::DAYS_MAX);
    let mut rare = offer(14);
    rare.policy.weekdays = Weekdays::named(["sun"]).expect("it is a day");
    assert_eq!(days(&look_under(&rare, &planned(), &parcel(2), -30)), [5, 12].map(day));
}

#[test]
fn until_the_driver_sets_out_and_again_after_an_attempt() {
    let seen = |state: &TourState| look_under(&offer(2), state, &parcel(2), 200);
    assert_eq!((days(&seen(&planned())).len(), seen(&planned()).may_pick_up()), (2, true));
    let under_way = seen(&tour(4, []));
    assert_eq!((days(&under_way).len(), under_way.may_pick_up()), (0, false));
    let failed = seen(&ended_with(Outcome::FailedNotHome));
    assert_eq!((days(&failed).len(), failed.may_pick_up()), (2, true));
    let delivered = seen(&ended_with(Outcome::DeliveredToNeighbour));
    assert_eq!((days(&delivered).len(), delivered.may_pick_up()), (0, false));
    let left_over = seen(&tour(4, [(150, Happening::Ended)]));
    assert_eq!((days(&left_over).len(), left_over.may_pick_up()), (2, true));
}

#[test]
fn what_is_locked_or_goes_from_hand_to_hand_is_not_offered() {
    let mut locked = offer(2);
    locked.policy.choices = [Choice::SafePlace].into_iter().collect();
    let seen = look_under(&locked, &planned(), &parcel(2), -30);
    assert_eq!((days(&seen).len(), seen.may_pick_up()), (0, false));
    assert_eq!(seen.elsewhere.days.len(), 2, "the page tells that it is locked");
    let precious = Parcel { kind: ParcelKind::HighValue, ..parcel(2) };
    let seen = look_under(&offer(2), &planned(), &precious, -30);
    assert_eq!((days(&seen).len(), seen.may_pick_up()), (2, false));
    let elsewhere = Parcel { carrier: Carrier::Other(OtherCarrier::named("Other")), ..parcel(2) };
    assert_eq!(look_under(&offer(2), &planned(), &elsewhere, -30).elsewhere, Elsewhere::default());
}

#[test]
fn a_point_that_was_chosen_may_be_given_up_where_points_are_locked_by_now() {
    let mut locked = offer(0);
    locked.policy.choices = [Choice::SafePlace].into_iter().collect();
    let wishes = Wishes { pickup_point: Some(point()), version: 1, ..Wishes::default() };
    let chosen = Parcel { wishes, ..parcel(9) };
    assert!(look_under(&locked, &planned(), &chosen, -30).may_pick_up());
}

#[test]
fn a_day_that_was_chosen_may_be_moved_again() {
    let wishes = Wishes { day: Some(day(3)), version: 1, ..Wishes::default() };
    let chosen = Parcel { day: Some(day(3)), wishes, ..parcel(9) };
    let seen = look_under(&offer(4), &planned(), &chosen, -30);
    assert_eq!(days(&seen), [1, 2, 4].map(day), "sooner or later than the chosen one");
    let promised = Parcel { day: Some(day(3)), ..parcel(9) };
    assert_eq!(days(&look_under(&offer(4), &planned(), &promised, -30)), [day(4)], "nobody has it sooner");
}

#[test]
fn whoever_chose_is_bound_for_there() {
    let point = Destination::PickupPoint(Box::new(point()));
    let mut wishes = Wishes::default();
    for (version, destination) in (1..).zip([Destination::Day(day(1)), point, Destination::Door]) {
        let before = wishes.clone();
        wishes = wishes.bound_for(destination.clone(), version);
        assert!(wishes.is_bound_for(&destination) && wishes.version == version);
        assert!(!before.is_bound_for(&destination) || before == Wishes::default());
    }
    assert_eq!(wishes, Wishes { day: Some(day(1)), version: 3, ..Wishes::default() });
}

#[test]
fn what_goes_to_a_point_asks_nothing_of_the_driver() {
    let place = Instruction::SafePlace { safe_place: SafePlace::Shed, note: None };
    let asked = Wishes { instruction: Some(place.clone()), version: 1, ..Wishes::default() };
    let sent = asked.clone().bound_for(Destination::PickupPoint(Box::new(point())), 2);
    assert_eq!((sent.instruction.clone(), sent.version), (None, 2));
    let what = Happening::InstructionGiven { parcel: parcel_id(2), instruction: Some(place), version: 1 };
    let failed = Happening::Attempted { parcel: parcel_id(2), outcome: Outcome::FailedNotHome };
    for (state, at) in [(planned(), -30), (tour(4, [(50, what), (100, failed)]), 200)] {
        let seen = |wishes: &Wishes| {
            look_under(&offer(2), &state, &Parcel { wishes: wishes.clone(), ..parcel(2) }, at)
        };
        assert_eq!(seen(&asked).wishes.instruction, asked.instruction);
        let seen = seen(&sent);
        assert_eq!(seen.wishes, sent);
        assert_eq!((seen.instruction_open, seen.access_open), (false, false));
    }
}

#[test]
fn a_parcel_that_was_picked_up_is_delivered() {
    let state = ended_with(Outcome::DeliveredToPickupPoint);
    let seen = |status| look_under(&offer(2), &state, &Parcel { status, ..parcel(2) }, 200).status;
    assert_eq!(seen(Status::InTransit), Status::AvailableForPickup);
    assert_eq!(seen(Status::AvailableForPickup), Status::AvailableForPickup);
    assert_eq!(seen(Status::Delivered), Status::Delivered);
}

fn point() -> PickupPoint {
    PickupPoint {
        id: PickupPointId::from_u128(1),
        name: "Corner shop".to_owned(),
        address: "1 High Street".to_owned(),
        hours: None,
        place: along(100.0),
    }
}

proptest! {
    /// Whatever is offered is after today and the planned day, within reach, on one of the days, and told once.
    #[test]
    fn no_day_is_offered_that_cannot_be(ahead in 0_u16..90, planned_after in -20_i64..40, bits in 0_u8..128) {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let some = names.into_iter().zip(0..).filter(|(_, bit)| bits & (1 << bit) != 0).map(|(name, _)| name);
        let mut offer = offer(ahead);
        offer.policy.weekdays = Weekdays::named(some).expect("they are days");
        let waiting = Parcel { day: Some(day(planned_after)), ..parcel(9) };
        let seen = look_under(&offer, &planned(), &waiting, -30);
        let last = DAY.saturating_add(i64::from(ahead).days());
        for offered in days(&seen) {
            prop_assert!(*offered > DAY && *offered > day(planned_after) && *offered <= last);
            prop_assert!(offer.policy.weekdays.hold(*offered));
        }
        prop_assert!(days(&seen).is_sorted_by(|a, b| a < b) && days(&seen).len() <= Elsewhere::DAYS_MAX);
    }
}
