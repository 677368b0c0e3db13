//! The code at the door: what a driver can do with a parcel of high value, and what its recipient sees.

use std::collections::BTreeSet;

use doorstep_domain::admission::{Draft, Refusal, Source, admit, admit_all};
use doorstep_domain::{
    EventId, Happening, Outcome, Parcel, ParcelId, ParcelKind, TourEvent, TourState, TrackingView,
};
use proptest::prelude::*;

use crate::support::{DAY, at, event, look, parcel, parcel_id, plan, tour};

const OUTCOMES: [Outcome; 7] = [
    Outcome::DeliveredToRecipient,
    Outcome::DeliveredToNeighbour,
    Outcome::DeliveredToSafePlace,
    Outcome::DeliveredToMailbox,
    Outcome::DeliveredToPickupPoint,
    Outcome::FailedNotHome,
    Outcome::FailedVerification,
];

fn given(is_right: bool) -> Happening {
    Happening::DoorCodeGiven { parcel: parcel_id(1), is_right }
}

fn ended(outcome: Outcome) -> Happening {
    let parcel = parcel_id(1);
    if outcome.is_delivered() {
        Happening::Delivered { parcel, outcome }
    } else {
        Happening::Attempted { parcel, outcome }
    }
}

fn guarded() -> BTreeSet<ParcelId> {
    [parcel_id(1)].into()
}

/// What a driver sends at once, one a second.
fn sends(state: &TourState, whats: &[Happening]) -> Vec<Result<TourEvent, Refusal>> {
    let known = 1_000 * u128::try_from(state.happening_count()).expect("it is small");
    let draft = |(number, what): (u32, &Happening)| {
        let at = at(100 + i64::from(number));
        Draft { id: EventId::from_u128(known + u128::from(number)), at, sent_at: None, what: what.clone() }
    };
    let drafts = (0..).zip(whats).map(draft).collect();
    admit_all(state, drafts, at(200), Source::Driver, &guarded())
}

fn verdicts(state: &TourState, whats: &[Happening]) -> Vec<Result<(), Refusal>> {
    sends(state, whats).into_iter().map(|answer| answer.map(drop)).collect()
}

fn precious() -> Parcel {
    Parcel { kind: ParcelKind::HighValue, ..parcel(1) }
}

#[test]
fn a_driver_hands_it_to_its_recipient_who_told_the_code_or_to_nobody() {
    let state = tour(2, []);
    for outcome in OUTCOMES {
        let without = match outcome {
            Outcome::DeliveredToRecipient => Err(Refusal::DoorCodeMissing),
            _ if outcome.is_delivered() => Err(Refusal::RecipientOnly),
            _ => Ok(()),
        };
        assert_eq!(verdicts(&state, &[ended(outcome)]), [without], "{outcome:?}");
        let with = if without == Err(Refusal::DoorCodeMissing) { Ok(()) } else { without };
        assert_eq!(verdicts(&state, &[given(true), ended(outcome)]), [Ok(()), with], "{outcome:?}");
    }
    let told = tour(2, [(5, given(true))]);
    assert_eq!(verdicts(&told, &[ended(Outcome::DeliveredToRecipient)]), [Ok(())], "also later");
}

#[test]
fn a_code_may_be_missed_five_times_and_the_rest_of_the_batch_is_kept() {
    let state = tour(2, []);
    let handed = ended(Outcome::DeliveredToRecipient);
    let (ok, missing, locked) = (Ok(()), Err(Refusal::DoorCodeMissing), Err(Refusal::DoorCodeLocked));
    let wrong = given(false);
    let all = [&wrong, &wrong, &wrong, &wrong, &given(true), &handed].map(Clone::clone);
    assert_eq!(verdicts(&state, &all), [ok; 6], "the last try may be the right one");
    let all = [&wrong, &wrong, &wrong, &wrong, &wrong, &given(true), &handed].map(Clone::clone);
    assert_eq!(verdicts(&state, &all), [ok, ok, ok, ok, ok, locked, missing]);
    let locked_out = tour(2, (1..=5).map(|second| (second, given(false))));
    let failed = ended(Outcome::FailedVerification);
    assert_eq!(verdicts(&locked_out, &[given(true), failed]), [locked, ok]);
    let renewed = (6, Happening::DoorCodeRenewed { parcel: parcel_id(1) });
    let renewed = tour(2, (1..=5).map(|second| (second, given(false))).chain([renewed]));
    assert_eq!(verdicts(&renewed, &[given(true), handed]), [ok, ok]);
}

#[test]
fn only_drivers_tell_codes_and_only_operators_make_new_ones() {
    let state = tour(2, []);
    let renewed = Happening::DoorCodeRenewed { parcel: parcel_id(1) };
    let says = |what: &Happening, source| {
        let draft = Draft { id: EventId::from_u128(900), at: at(5), sent_at: None, what: what.clone() };
        admit(&state, draft, at(5), source).is_ok()
    };
    for (source, gives, renews) in
        [(Source::Driver, true, false), (Source::Operator, false, true), (Source::Recipient, false, false)]
    {
        assert_eq!((says(&given(true), source), says(&renewed, source)), (gives, renews), "{source:?}");
    }
    let draft = |what| Draft { id: EventId::from_u128(901), at: at(5), sent_at: None, what };
    let by_hand = vec![draft(ended(Outcome::DeliveredToNeighbour))];
    let answers = admit_all(&state, by_hand, at(5), Source::Operator, &guarded());
    assert!(answers.iter().all(Result::is_ok), "the operator answers for what it says");
}

#[test]
fn the_code_is_asked_for_while_the_parcel_is_on_its_way_on_its_day() {
    let asked = |tour: &TourState, parcel: &Parcel| look(tour, parcel, 30).door_code.is_some();
    let mut waiting = TourState::default();
    waiting.fold(event(0, -60, plan(2)));
    assert!(!asked(&waiting, &precious()), "not before the tour began");
    assert!(asked(&tour(2, []), &precious()));
    assert!(asked(&tour(2, [(5, Happening::BreakBegun)]), &precious()), "a break does not take it away");
    let other_day = DAY.checked_add(jiff::Span::new().days(2)).ok();
    assert!(!asked(&tour(2, []), &Parcel { day: other_day, ..precious() }));
    assert!(!asked(&tour(2, [(5, Happening::Skipped { stop: crate::support::stop_id(1) })]), &precious()));
    assert!(!asked(&tour(2, [(5, ended(Outcome::FailedNotHome))]), &precious()));
    for kind in [ParcelKind::Ordinary, ParcelKind::Gift, ParcelKind::Confidential] {
        assert!(!asked(&tour(2, []), &Parcel { kind, ..parcel(1) }), "{kind:?}");
    }
}

#[test]
fn what_is_told_of_codes_moves_nothing_that_others_see() {
    let without = |view: TrackingView| TrackingView { door_code: None, ..view };
    let (quiet, told) = (tour(3, []), tour(3, [(5, given(false)), (6, given(true))]));
    for number in 1..=3 {
        let own = parcel(number);
        assert_eq!(without(look(&told, &own, 30)), without(look(&quiet, &own, 30)), "{number}");
    }
}

proptest! {
    #[test]
    fn no_log_of_a_driver_folds_to_delivered_without_a_right_code(
        whats in proptest::collection::vec(
            prop_oneof![
                2 => any::<bool>().prop_map(given),
                3 => proptest::sample::select(&OUTCOMES[..]).prop_map(ended),
                1 => Just(Happening::Served { stop: crate::support::stop_id(1) }),
                1 => Just(Happening::Scanned { parcel: parcel_id(1) }),
            ],
            0..30,
        ),
        cut in 0_usize..30,
    ) {
        let mut state = tour(2, []);
        let (first, rest) = whats.split_at(cut.min(whats.len()));
        for batch in [first, rest] {
            state.fold_all(sends(&state, batch).into_iter().flatten().collect::<Vec<_>>());
        }
        let known = state.parcel(parcel_id(1)).unwrap();
        if let Some(ended) = known.outcome.filter(|ended| ended.outcome.is_delivered()) {
            prop_assert_eq!(ended.outcome, Outcome::DeliveredToRecipient);
            prop_assert!(known.door_code.is_verified());
        }
        prop_assert!(known.door_code.tries_left() <= 5);
    }
}
