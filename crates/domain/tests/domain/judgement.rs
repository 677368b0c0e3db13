//! How well a tour was foretold.

use std::sync::Arc;

use crate::support::{GAP_M, LEG_S, at, event, fix, log, plan, stop_id};
use doorstep_domain::prediction::{ArrivalScore, Judgement, judge, predict};
use doorstep_domain::tour::{Evidence, StopState};
use doorstep_domain::{Happening, TourEvent, TourState};

/// How well a tour was foretold by its plan.
fn judged(events: &[TourEvent]) -> Judgement {
    judge(events, Arc::default())
}

/// Planned work at a stop, in seconds.
const SERVICE_S: i64 = 60;

/// A tour to `stops` stops on which these were reached and served at these seconds, and that ended a minute later.
fn driven(stops: u16, visits: &[(u16, i64, i64)]) -> Vec<TourEvent> {
    let mut happenings = vec![(-60, plan(stops)), (0, Happening::Started)];
    for (stop, arrived, served) in visits {
        happenings.push((*arrived, Happening::Arrived { stop: stop_id(*stop) }));
        happenings.push((*served, Happening::Served { stop: stop_id(*stop) }));
    }
    let end = visits.last().map_or(0, |(_, _, served)| served + 60);
    happenings.push((end, Happening::Ended));
    crate::support::log(happenings)
}

/// The visits of a driver who keeps to plan and times, but for `late` more seconds on each leg.
fn as_planned(stops: u16, late: i64) -> Vec<(u16, i64, i64)> {
    let leg = i64::from(LEG_S) + late;
    let arrival = |stop: u16| leg * i64::from(stop) + SERVICE_S * i64::from(stop - 1);
    (1..=stops).map(|stop| (stop, arrival(stop), arrival(stop) + SERVICE_S)).collect()
}

#[test]
fn who_keeps_to_the_plan_is_foretold_to_the_second() {
    let judgement = judged(&driven(5, &as_planned(5, 0)));
    let all = judgement.all_arrivals();
    assert_eq!((all.windows, all.kept, all.error_s), (4 + 3 + 2 + 1, 10, 0));
    let counts = judgement.counts;
    assert_eq!((counts.told, counts.exact, counts.within_one, counts.untold), (10, 10, 10, 0));
}

#[test]
fn each_forecast_stands_in_the_bin_of_its_distance() {
    let judgement = judged(&driven(30, &as_planned(30, 0)));
    let expected = [29, 28, 27, 26 + 25, 24 + 23 + 22 + 21 + 20, (10..=19).sum(), (1..=9).sum()];
    assert_eq!(judgement.arrivals.map(|bin| bin.windows), expected);
    let told = (20..=29).sum::<u64>();
    assert_eq!(judgement.counts.told, told, "only counts up to ten are judged");
    let bins: Vec<_> = (0..8).map(Judgement::bin).collect();
    assert_eq!(
        bins,
        [
            Some((1, Some(1))),
            Some((2, Some(2))),
            Some((3, Some(3))),
            Some((4, Some(5))),
            Some((6, Some(10))),
            Some((11, Some(20))),
            Some((21, None)),
            None,
        ]
    );
}

#[test]
fn the_error_is_how_far_believed_and_true_arrivals_lie_apart() {
    // After the first stop, the second is foretold one leg later; it took 20 seconds more.
    let visits = [(1, 60, 120), (2, 120 + 60 + 20, 300)];
    let first = judged(&driven(2, &visits)).arrivals.first().copied().expect("there is a first bin");
    let mut state = TourState::default();
    state.fold_all(driven(2, &visits).into_iter().take(4));
    let foretold = predict(&state, at(120)).remaining.first().copied().expect("one stop remains");
    let width_s = u64::try_from(foretold.window.width().as_secs()).expect("a width is not negative");
    assert_eq!(first, ArrivalScore { windows: 1, kept: 1, width_s, error_s: 20 });
    let late = judged(&driven(2, &[(1, 60, 120), (2, 120 + 60 + 1_800, 2_100)]));
    assert_eq!((late.all_arrivals().kept, late.all_arrivals().error_s), (0, 1_800));
}

#[test]
fn a_count_is_right_one_off_or_not_told() {
    // The fourth stop is served before the third.
    let visits = [(1, 60, 120), (2, 180, 240), (4, 360, 420), (3, 480, 540), (5, 660, 720)];
    let counts = judged(&driven(5, &visits)).counts;
    // After the first stop: 2 and 5 are right, 3 and 4 one off; after the second: 5 is right, 3 and 4 one off.
    assert_eq!((counts.told, counts.exact, counts.within_one), (4 + 3, 2 + 1, 7));
    assert_eq!(counts.untold, 2 + 1, "after the driver left the plan, and then went back, no number is told");
}

#[test]
fn a_stop_that_was_left_out_is_not_judged_and_counts_for_nobody() {
    let mut events = driven(3, &[(1, 60, 120), (3, 300, 360)]);
    let skipped = event(90, 130, Happening::Skipped { stop: stop_id(2) });
    events.push(skipped);
    events.sort_by_key(|event| event.received_at);
    let judgement = judged(&events);
    assert_eq!(judgement.all_arrivals().windows, 1, "the third stop, after the first");
    assert_eq!(
        (judgement.counts.exact, judgement.counts.within_one),
        (0, 1),
        "one was said to come before it"
    );
}

#[test]
fn a_stop_that_was_only_inferred_is_no_truth() {
    let stands =
        |stop: f64, from: i64| (from..=from + 60).step_by(5).map(move |second| (second, fix(GAP_M * stop)));
    // Seen at the first, second and fifth stop, and not in between.
    let seen =
        stands(1.0, 60).chain(stands(2.0, 180)).chain(stands(5.0, 900)).chain([(970, fix(GAP_M * 5.5))]);
    let begun = [(-60, plan(5)), (0, Happening::Started)];
    let events = log(begun.into_iter().chain(seen).chain([(1_000, Happening::Ended)]));
    let mut state = TourState::default();
    state.fold_all(events.clone());
    let inferred =
        state.stops().filter(|stop| matches!(stop.state, StopState::Served { by: Evidence::Inferred, .. }));
    assert_eq!(inferred.count(), 2);
    assert_eq!(judged(&events).all_arrivals().windows, 1, "the fifth stop, after the first");
}

#[test]
fn what_is_received_together_is_judged_once() {
    let mut events = driven(4, &as_planned(4, 0));
    let last = events.iter().map(|event| event.received_at).max().expect("it ended");
    let offline =
        |event: &TourEvent| matches!(event.what, Happening::Served { .. } | Happening::Arrived { .. });
    let until = at(60 + 2 * (SERVICE_S + i64::from(LEG_S)));
    for event in events.iter_mut().filter(|event| offline(event) && event.at < until) {
        event.received_at = until;
    }
    events.sort_by_key(|event| event.received_at);
    let judgement = judged(&events);
    assert!(until < last);
    assert_eq!(judgement.all_arrivals().windows, 1 + 1, "once after two stops, once after the third");
}

#[test]
fn nothing_is_judged_where_nothing_was_served() {
    assert_eq!(judged(&[]), Judgement::default());
    assert_eq!(judged(&driven(3, &[])), Judgement::default());
}

#[test]
fn judgements_add_up() {
    let (one, other) = (judged(&driven(5, &as_planned(5, 0))), judged(&driven(8, &as_planned(8, 30))));
    let mut sum = one;
    sum += other;
    let all = sum.all_arrivals();
    assert_eq!(all.windows, 10 + 28);
    assert_eq!(all.error_s, one.all_arrivals().error_s + other.all_arrivals().error_s);
    assert_eq!(sum.counts.told, one.counts.told + other.counts.told);
    let mut turned = other;
    turned += one;
    assert_eq!(sum, turned);
}
