//! What holds of when is asked, whatever the carriers, the parcels and the clock do.

use std::collections::BTreeMap;

use doorstep_domain::{ParcelId, Status};
use doorstep_store::{AskedCarrier, ToAsk};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::super::source::{Away, NoAnswer, Unreadable};
use super::after::after;
use super::budget::{HELD_MAX, later};
use super::choice::{choose, next_due};
use super::{Budget, Pace};

const DAY: SignedDuration = SignedDuration::from_hours(24);
const START: Timestamp = Timestamp::constant(1_795_478_400, 0);

fn a_status() -> impl Strategy<Value = Status> {
    prop::sample::select(vec![
        Status::PreTransit,
        Status::InTransit,
        Status::OutForDelivery,
        Status::Attempted,
        Status::AvailableForPickup,
        Status::Delayed,
        Status::OnHold,
        Status::Unknown,
    ])
}

fn a_result() -> impl Strategy<Value = Result<Status, NoAnswer>> {
    let hold = prop::option::of((0..i64::from(u32::MAX)).prop_map(SignedDuration::from_secs));
    prop_oneof![
        a_status().prop_map(Ok),
        Just(Err(NoAnswer::UnknownNumber)),
        Just(Err(NoAnswer::Refused)),
        Just(Err(NoAnswer::Unreachable(Away::Silent))),
        Just(Err(NoAnswer::Unreadable(Unreadable::NoJson))),
        hold.prop_map(|hold| Err(NoAnswer::Limited(hold))),
    ]
}

fn parcels() -> impl Strategy<Value = Vec<ToAsk>> {
    let one = (a_status(), -200_000_i64..200_000);
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let one = |(number, (status, due_in))| ToAsk {
            parcel: ParcelId::from_u128(number),
            status,
            due_at: START + SignedDuration::from_secs(due_in),
            failures: 0,
        };
        (1..).zip(all).map(one).collect()
    })
}

/// When a carrier is asked that is asked whenever it may be, and looked at after these pauses in seconds; the server starts
/// anew before each look, so that it knows what is in the database alone.
fn asked_at(budget: Budget, pauses: &[u32]) -> Vec<Timestamp> {
    let (mut now, mut kept, mut asked) = (START, None, Vec::new());
    for pause in pauses {
        now += SignedDuration::from_secs((*pause).into());
        while budget.free_at(kept.as_ref(), now) <= now {
            kept = Some(budget.spend(kept.as_ref(), now));
            asked.push(now);
        }
    }
    asked
}

fn most_within(asked: &[Timestamp], window: SignedDuration) -> usize {
    let within =
        |from: &Timestamp| asked.iter().filter(|at| *at >= from && **at < later(*from, window)).count();
    asked.iter().map(within).max().unwrap_or(0)
}

proptest! {
    #[test]
    fn no_24_hours_hold_more_questions_than_a_day_allows(
        per_day in 1_u32..200,
        every_s in 1_u32..900,
        pauses in prop::collection::vec(prop_oneof![0_u32..10, 0_u32..4_000, 0_u32..100_000], 1..300),
    ) {
        let asked = asked_at(Budget::new(per_day, every_s), &pauses);
        prop_assert!(most_within(&asked, DAY) <= per_day as usize);
        let spacing = SignedDuration::from_secs(every_s.into());
        for pair in asked.windows(2) {
            prop_assert!(pair[1].duration_since(pair[0]) >= spacing);
        }
    }

    #[test]
    fn a_day_is_used_and_not_used_up_in_the_morning(per_day in 10_u32..300) {
        let each_minute = vec![60; 3 * 24 * 60];
        let asked = asked_at(Budget::new(per_day, 5), &each_minute);
        let by = |hours: i64| {
            let end = START + SignedDuration::from_hours(hours);
            f64::from(u32::try_from(asked.iter().filter(|at| **at <= end).count()).unwrap())
        };
        let all = f64::from(per_day);
        prop_assert!(by(6) <= all * 0.1 + all * 0.25 + 2.0, "{} of {per_day} in the first quarter", by(6));
        prop_assert!(by(72) >= all * 3.0 * 0.85 - 3.0, "{} of {per_day} a day in three days", by(72));
    }

    #[test]
    fn a_carrier_is_left_alone_as_long_as_it_says(seconds in 0_i64..10_000_000, failures in 0_u32..40) {
        let kept = AskedCarrier { asked_at: START, used_until: START, held_until: None, failures };
        let one = ToAsk { parcel: ParcelId::from_u128(1), status: Status::InTransit, due_at: START, failures: 0 };
        let told = Err(NoAnswer::Limited(Some(SignedDuration::from_secs(seconds))));
        let next = after(told, &one, &kept, Pace::new(10), START, 0.5);
        prop_assert_eq!(next.parcel, None, "the parcel has done nothing");
        let free_at = Budget::new(250, 5).free_at(Some(&next.carrier), START);
        let asked_for = SignedDuration::from_secs(seconds).min(HELD_MAX);
        prop_assert!(free_at >= START + asked_for);
        prop_assert!(free_at <= START + HELD_MAX);
    }

    #[test]
    fn whatever_is_kept_a_carrier_is_asked_again_within_a_week(
        asked_in in any::<i32>(), used_in in any::<i32>(), held_in in prop::option::of(any::<i32>()),
        per_day in 1_u32..1_000, every_s in 1_u32..3_600,
    ) {
        let at = |seconds: i32| START + SignedDuration::from_secs(seconds.into());
        let kept = AskedCarrier {
            asked_at: at(asked_in), used_until: at(used_in), held_until: held_in.map(at), failures: 0,
        };
        let budget = Budget::new(per_day, every_s);
        let free_at = budget.free_at(Some(&kept), START);
        prop_assert!(free_at >= START && free_at <= START + HELD_MAX, "{free_at}");
        let then = budget.free_at(Some(&budget.spend(Some(&kept), free_at)), free_at);
        prop_assert!(then > free_at);
    }

    #[test]
    fn the_one_that_is_asked_about_is_due_and_waits_longest_for_its_status(waiting in parcels()) {
        let pace = Pace::new(10);
        let Some(chosen) = choose(&waiting, pace, START) else {
            prop_assert!(next_due(&waiting).is_none_or(|due_at| due_at > START));
            return Ok(());
        };
        prop_assert!(chosen.due_at <= START);
        for other in waiting.iter().filter(|other| other.status == chosen.status) {
            prop_assert!(chosen.due_at <= other.due_at);
        }
        let mut reversed = waiting.clone();
        reversed.reverse();
        prop_assert_eq!(choose(&reversed, pace, START), Some(chosen), "the order of the list does not matter");
    }

    #[test]
    fn no_parcel_is_forgotten_while_too_many_wait(
        statuses in prop::collection::vec(a_status(), 1..15), lateness_h in 0_i64..100,
    ) {
        let (pace, mut now) = (Pace::new(10), START);
        let due_at = START - SignedDuration::from_hours(lateness_h);
        let one = |(number, status)| ToAsk { parcel: ParcelId::from_u128(number), status, due_at, failures: 0 };
        let mut waiting: Vec<ToAsk> = (1..).zip(statuses).map(one).collect();
        let mut counts: BTreeMap<ParcelId, u32> = waiting.iter().map(|one| (one.parcel, 0)).collect();
        // A question every two hours is far too few for all of them.
        for _ in 0..600 {
            now += SignedDuration::from_hours(2);
            let Some(chosen) = choose(&waiting, pace, now) else { continue };
            *counts.entry(chosen.parcel).or_default() += 1;
            let asked = waiting.iter_mut().find(|one| one.parcel == chosen.parcel).unwrap();
            asked.due_at = now + pace.interval(asked.status);
        }
        for one in &waiting {
            prop_assert!(counts[&one.parcel] >= 2, "{:?} was asked about {} times", one.status, counts[&one.parcel]);
            for other in waiting.iter().filter(|other| other.status == one.status) {
                prop_assert!(counts[&one.parcel].abs_diff(counts[&other.parcel]) <= 1);
            }
        }
    }

    #[test]
    fn after_each_answer_the_next_question_lies_ahead_and_not_for_ever(
        results in prop::collection::vec(a_result(), 1..80), chance in any::<f64>(), status in a_status(),
    ) {
        let (pace, budget) = (Pace::new(10), Budget::new(250, 5));
        let mut one = ToAsk { parcel: ParcelId::from_u128(1), status, due_at: START, failures: 0 };
        let mut kept = budget.spend(None, START);
        let mut now = START;
        for result in results {
            let next = after(result, &one, &kept, pace, now, chance);
            if let Some(asked) = next.parcel {
                prop_assert!(asked.next_at > now && asked.next_at <= now + SignedDuration::from_hours(90));
                prop_assert_eq!(asked.failures == 0, result.is_ok());
                (one.due_at, one.failures) = (asked.next_at, asked.failures);
            }
            let free_at = budget.free_at(Some(&next.carrier), now);
            now = free_at.max(one.due_at);
            kept = budget.spend(Some(&next.carrier), now);
        }
    }
}

#[test]
fn an_unknown_number_is_asked_about_less_and_less() {
    let kept = Budget::new(250, 5).spend(None, START);
    let mut one =
        ToAsk { parcel: ParcelId::from_u128(1), status: Status::PreTransit, due_at: START, failures: 0 };
    let mut pauses = Vec::new();
    for _ in 0..9 {
        let next = after(Err(NoAnswer::UnknownNumber), &one, &kept, Pace::new(10), START, 0.0);
        let asked = next.parcel.unwrap();
        one.failures = asked.failures;
        pauses.push(asked.next_at.duration_since(START).as_hours());
        assert_eq!(next.carrier.held_until, None, "others are asked about as before");
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64, 72, 72]);
}

#[test]
fn a_van_that_is_out_is_asked_about_often_and_a_printed_label_seldom() {
    let pace = Pace::new(10);
    let minutes = |status| pace.interval(status).as_mins();
    assert_eq!(minutes(Status::OutForDelivery), 72);
    assert_eq!(minutes(Status::InTransit), 360);
    assert_eq!(minutes(Status::PreTransit), 720);
    assert_eq!(Pace::new(96).interval(Status::OutForDelivery).as_secs(), 450);
}
