//! Whether the vehicle moves or stands, by its fixes.

use doorstep_domain::tour::{LOOK_AHEAD, Moment, Motion};
use doorstep_domain::{Fix, Happening, Metres, TourEvent, TourState};
use proptest::prelude::*;

use crate::support::{along, at, event, fix, tour};

/// Seconds and metres along the street: a minute of driving, a halt of 70 s with a walk to a door and back, and driving on.
fn halt() -> Vec<(i64, f64)> {
    track(200, |second| match second {
        ..60 => 8.0 * f64::from(second),
        60..130 => 480.0 + f64::from((second - 60).min(130 - second).min(15)),
        _ => 480.0 + 8.0 * f64::from(second - 130),
    })
}

/// A fix every five seconds, by the way after so many of them.
fn track(seconds: i32, way: impl Fn(i32) -> f64) -> Vec<(i64, f64)> {
    (0..seconds).step_by(5).map(|second| (i64::from(second) + 60, way(second))).collect()
}

fn driven(way: &[(i64, f64)]) -> TourState {
    tour(3, way.iter().map(|(second, metres)| (*second, fix(*metres))))
}

fn standing(moments: &[Moment]) -> Vec<i64> {
    let standing = moments.iter().filter(|moment| moment.motion == Motion::Standing);
    standing.map(|moment| moment.at.duration_since(at(0)).as_secs()).collect()
}

#[test]
fn a_driver_who_walks_to_a_door_and_back_stands() {
    let seconds = standing(&driven(&halt()).motion(at(0)));
    let (first, last) = (seconds[0], seconds[seconds.len() - 1]);
    assert!((110..=130).contains(&first) && (180..=195).contains(&last), "{first} {last}");
    assert_eq!(seconds.len(), usize::try_from((last - first) / 5).expect("small") + 1, "one halt");
}

#[test]
fn who_waits_shorter_than_a_halt_moves() {
    let driven_for = |second: i32| if second < 100 { second } else { (second - 20).max(100) };
    let waits = track(240, |second| 8.0 * f64::from(driven_for(second)));
    assert!(standing(&driven(&waits).motion(at(0))).is_empty());
}

#[test]
fn what_is_said_of_a_fix_stays_after_the_time_that_is_looked_ahead() {
    let way = halt();
    let all = driven(&way).motion(at(0));
    for known in 20..way.len() {
        let newest = at(way[known - 1].0);
        let then = driven(&way[..known]).motion(at(0));
        // The halt is long by then: it cannot turn out to be too short.
        let stays = |moment: &&Moment| newest.duration_since(moment.at) >= LOOK_AHEAD;
        let (before, after): (Vec<_>, Vec<_>) = (then.iter().filter(stays).collect(), all.iter().collect());
        assert_eq!(before, after[..before.len()], "after {known} fixes");
    }
}

#[test]
fn a_rough_fix_neither_ends_a_halt_nor_begins_one() {
    let mut events: Vec<(i64, Happening)> =
        halt().into_iter().map(|(second, metres)| (second, fix(metres))).collect();
    let rough = Fix { place: along(600.0), accuracy: Some(Metres(120.0)), speed: None, course: None };
    events.push((152, Happening::Fix(rough)));
    let seconds = standing(&tour(3, events).motion(at(0)));
    assert!([145, 150, 152, 160, 165].iter().all(|second| seconds.contains(second)), "{seconds:?}");
}

#[test]
fn noise_that_a_device_does_not_tell_of_is_learnt() {
    // Up to 25 m this way and that, without a word of it.
    let strays =
        |second: i64| [20.0, -20.0, 5.0, -25.0, 25.0, -5.0][usize::try_from(second / 5 % 6).expect("small")];
    let silent =
        |metres: f64| Happening::Fix(Fix { place: along(metres), accuracy: None, speed: None, course: None });
    let parked = (60..400).step_by(5).map(|second| (second, silent(1_000.0 + strays(second))));
    let moments = tour(3, parked).motion(at(150));
    assert_eq!(standing(&moments).len(), moments.len());
}

#[test]
fn nothing_is_believed_without_fixes_or_after_the_last() {
    assert_eq!(tour(3, []).motion(at(0)), []);
    assert_eq!(driven(&halt()).motion(at(1_000)), []);
}

#[test]
fn of_more_fixes_than_the_limit_the_newest_are_looked_at() {
    let parked = |count: u32| {
        let mut state = tour(3, []);
        let moved =
            (0..count).map(|number| event(100 + number, 60 + i64::from(number), fix(f64::from(number % 2))));
        state.fold_all(moved);
        state.motion(at(0))
    };
    assert_eq!(parked(2_000).len(), 2_000);
    let more = parked(2_001);
    assert_eq!((more.len(), more[0].at), (2_000, at(61)));
}

proptest! {
    #[test]
    fn neither_order_nor_doubles_change_what_is_believed(
        order in Just((0..40_usize).chain(0..40).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let way = halt();
        let mut state = tour(3, []);
        let arriving = order.iter().map(|index| -> TourEvent {
            event(100 + u32::try_from(*index).expect("small"), way[*index].0, fix(way[*index].1))
        });
        state.fold_all(arriving);
        prop_assert_eq!(state.motion(at(0)), driven(&way).motion(at(0)));
    }

    #[test]
    fn any_fixes_give_one_belief_each(
        fixes in prop::collection::vec((60..200_i64, -1e5..1e5_f64, prop::option::of(0.0..150.0_f64)), 0..40),
    ) {
        let told = fixes.iter().map(|(second, metres, accuracy)| {
            let fix = Fix { place: along(*metres), accuracy: accuracy.map(Metres), speed: None, course: None };
            (*second, Happening::Fix(fix))
        });
        let state = tour(3, told);
        prop_assert!(state.motion(at(0)).len() <= state.fix_count());
    }
}
