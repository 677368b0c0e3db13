//! What past days taught.

use std::sync::Arc;

use crate::support::{DAY, GAP_M, LEG_S, along, at, plan, planned_stop, stop_id, tour};
use doorstep_domain::prediction::{District, Door, Experience, Lessons, Predictor, Sums, predict};
use doorstep_domain::{Happening, Plan, PlannedStop, TourState};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::Offset;
use proptest::prelude::*;

const STOPS: u16 = 20;
const SERVICE_S: i64 = 60;

fn days_before(days: i32) -> Date {
    DAY.saturating_sub(days.days())
}

/// A whole tour on which each leg takes `leg_s` and the work at each stop as many seconds as `work_s` says.
fn driven(leg_s: i64, work_s: impl Fn(u16) -> i64) -> TourState {
    let mut second = 0;
    let mut happenings = Vec::new();
    for number in 1..=STOPS {
        let stop = stop_id(number);
        second += leg_s;
        happenings.push((second, Happening::Arrived { stop }));
        second += work_s(number);
        happenings.push((second, Happening::Served { stop }));
    }
    tour(STOPS, happenings)
}

fn as_planned() -> TourState {
    driven(i64::from(LEG_S), |_| SERVICE_S)
}

/// What is expected on the day after the same tour was driven on each of so many days.
fn after_days(days: i32, tour: &TourState) -> Experience {
    let lessons = Lessons::of(tour, &Experience::default());
    Experience::of_day(DAY, Offset::UTC, (1..=days).map(|day| (days_before(day), &lessons)))
}

/// How many seconds after its start a tour is believed to reach its last stop.
fn last_arrival(experience: Experience) -> i64 {
    let foretold = Predictor::new(Arc::new(experience)).predict(&tour(STOPS, []), at(0));
    let last = foretold.remaining.last().expect("all stops remain");
    last.arrival.duration_since(at(0)).as_secs()
}

#[test]
fn without_lessons_everything_is_as_planned() {
    let state = driven(90, |_| 80);
    let foretold =
        Predictor::new(Arc::new(Experience::of_day(DAY, Offset::UTC, []))).predict(&state, at(600));
    assert_eq!(foretold, predict(&state, at(600)));
    let planned = i64::from(STOPS) * i64::from(LEG_S) + i64::from(STOPS - 1) * SERVICE_S;
    assert_eq!(last_arrival(Experience::default()), planned);
}

#[test]
fn what_took_as_long_as_planned_changes_no_arrival() {
    assert_eq!(last_arrival(after_days(20, &as_planned())), last_arrival(Experience::default()));
}

#[test]
fn slow_drives_and_slow_work_are_expected_to_be_slow_and_not_doubly_so() {
    // Each district is driven in its own hour: either may be slow, and together they must not be slow twice.
    let slow = driven(90, |_| 120);
    let truth = i64::from(STOPS) * 90 + i64::from(STOPS - 1) * 120;
    let known = last_arrival(after_days(20, &slow));
    assert!((truth - truth / 20..=truth + truth / 20).contains(&known), "{known} s, and in truth {truth} s");
    let planned = last_arrival(Experience::default());
    let hardly_known = last_arrival(after_days(1, &slow));
    assert!(planned < hardly_known && hardly_known < known, "{planned} < {hardly_known} < {known}");
}

#[test]
fn windows_become_narrower_where_days_are_alike() {
    let width = |experience: Experience| {
        let foretold = Predictor::new(Arc::new(experience)).predict(&tour(STOPS, []), at(0));
        foretold.remaining.last().expect("all stops remain").window.width()
    };
    assert!(width(after_days(20, &as_planned())) < width(Experience::default()));
}

#[test]
fn a_day_is_taught_by_days_before_it_that_are_not_too_long_ago() {
    let lessons = Lessons::of(&driven(90, |_| 120), &Experience::default());
    let tours = |day: Date| Experience::of_day(DAY, Offset::UTC, [(day, &lessons)]).tours();
    assert!(tours(DAY) <= 0.0, "nothing learnt from a day is used on that day");
    assert!(tours(DAY.tomorrow().unwrap()) <= 0.0);
    let last = i32::from(Experience::DAYS_MAX);
    assert!(tours(days_before(last + 1)) <= 0.0);
    assert!((tours(days_before(last)) - 0.125).abs() < 1e-9, "after three half-lives");
    assert!((tours(days_before(28)) - 0.5).abs() < 1e-9, "after one");
}

#[test]
fn the_hour_is_that_of_the_operator() {
    let lessons = Lessons::of(&as_planned(), &Experience::of_day(DAY, Offset::constant(-8), []));
    assert!(
        lessons.drives.keys().all(|(_, hour)| *hour == 0),
        "8 o'clock in UTC is midnight there: {lessons:?}"
    );
}

#[test]
fn a_door_has_a_history_from_the_third_day_on() {
    let hard = 7;
    let slow_at_one = driven(i64::from(LEG_S), |stop| if stop == hard { 240 } else { SERVICE_S });
    let door_of = |number| Door::of(planned_stop(number).place.expect("it has a place"));
    let door = door_of(hard);
    assert!(after_days(2, &slow_at_one).doors().is_empty());
    let third = after_days(3, &slow_at_one);
    let (known, other) = (third.doors()[&door], third.doors()[&door_of(hard + 1)]);
    assert!(known.value > 1.2 && other.value < 1.05, "{known:?} {other:?}");
}

#[test]
fn pauses_and_scans_in_the_van_teach_nothing() {
    let mut second = 0;
    let mut served = |stop: u16, after: i64| {
        second += after;
        (second, Happening::Served { stop: stop_id(stop) })
    };
    let odd = tour(STOPS, [served(1, 120), served(2, 5), served(3, 7_200), served(4, 120)]);
    let lessons = Lessons::of(&odd, &Experience::default());
    let sums: Vec<Sums> = lessons.drives.into_values().collect();
    assert_eq!(sums, [Sums { seen: 1, planned_s: 60, taken_s: 60 }], "the last leg alone");
}

/// A line of stops two minutes apart, as its timetable says.
fn line() -> Happening {
    let stop = |number: u16| PlannedStop {
        service: None,
        parcels: Vec::new(),
        planned_arrival: Some(at(120 * i64::from(number))),
        ..planned_stop(number)
    };
    let Happening::Planned(tour) = plan(STOPS) else { unreachable!("it is a plan") };
    Happening::Planned(Box::new(Plan { stops: (1..=STOPS).map(stop).collect(), travel: None, ..*tour }))
}

/// A bus that was at its first stops at these seconds.
fn bus(reached: &[i64]) -> TourState {
    let mut state = TourState::default();
    let visits = (1..).zip(reached).flat_map(|(stop, second)| {
        let stop = stop_id(stop);
        [(*second, Happening::Arrived { stop }), (*second, Happening::Served { stop })]
    });
    let opening = [(-60, line()), (0, Happening::Started)];
    state.fold_all(crate::support::log(opening.into_iter().chain(visits)));
    state
}

#[test]
fn a_link_that_is_always_slow_is_expected_to_be_slow_again() {
    // A minute is lost between the third and the fourth stop.
    let slow = bus(&[120, 240, 360, 540, 660, 780]);
    assert!(after_days(2, &slow).links().is_empty(), "two days may have had causes of their own");
    let experience = Arc::new(after_days(20, &slow));
    let link = (Door::of(along(3.0 * GAP_M)), Door::of(along(4.0 * GAP_M)));
    assert!((25.0..=60.0).contains(&experience.links()[&link].value), "{:?}", experience.links()[&link]);
    let arrivals = |experience: Arc<Experience>| -> Vec<i64> {
        let foretold = Predictor::new(experience).predict(&bus(&[120]), at(130));
        foretold.remaining.iter().map(|stop| stop.arrival.duration_since(at(0)).as_secs()).collect()
    };
    let (by_plan, learnt) = (arrivals(Arc::default()), arrivals(experience));
    assert_eq!(by_plan[..2], learnt[..2], "before the link");
    assert!(learnt[2] > by_plan[2] + 25, "{learnt:?} {by_plan:?}");
}

/// Lessons of a tour somewhere in a town, of some stops that may be those of other tours.
fn lessons() -> impl Strategy<Value = Lessons> {
    (1_i64..200, 20_i64..300, 0_u16..STOPS).prop_map(|(leg_s, work_s, slow)| {
        let state = driven(leg_s, |stop| if stop < slow { work_s } else { SERVICE_S });
        Lessons::of(&state, &Experience::default())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_tours_of_a_day_changes_nothing(
        tours in proptest::collection::vec(lessons(), 1..8),
        split in 0_usize..8,
    ) {
        let sum = |tours: &[Lessons]| tours.iter().fold(Lessons::default(), |mut sum, tour| {
            sum += tour.clone();
            sum
        });
        let backwards: Vec<Lessons> = tours.iter().rev().cloned().collect();
        prop_assert_eq!(sum(&tours), sum(&backwards));
        let (first, rest) = tours.split_at(split.min(tours.len()));
        prop_assert_eq!(sum(&tours), sum(&[sum(first), sum(rest)]));
    }
}

#[test]
fn where_there_are_more_entries_than_are_kept_the_same_ones_stay_in_any_order() {
    let some = |from: i32, until: i32| {
        let sums = Sums { seen: 1, planned_s: 60, taken_s: 60 };
        let doors = (from..until).map(|lat| ((Door { lat, lon: 0 }, 1), sums));
        Lessons { doors: doors.collect(), ..Lessons::default() }
    };
    let most = i32::try_from(Lessons::ENTRIES_MAX).unwrap();
    let added = |parts: [Lessons; 3]| {
        parts.into_iter().fold(Lessons::default(), |mut sum, part| {
            sum += part;
            sum
        })
    };
    assert_eq!(
        added([some(0, most), some(0, 1), some(0, 0)]).doors.len(),
        Lessons::ENTRIES_MAX,
        "at the limit"
    );
    let parts = [some(0, most), some(most / 2, 2 * most), some(0, 3)];
    let [a, b, c] = parts.clone();
    let sum = added(parts);
    assert_eq!(sum.doors.len(), Lessons::ENTRIES_MAX);
    assert_eq!(sum, added([c, b, a]));
    let north = sum.doors.keys().filter(|(door, _)| door.lat >= most).count();
    assert!((most / 3..2 * most / 3).contains(&i32::try_from(north).unwrap()), "of {north} from both halves");
}

#[test]
fn squares_south_and_west_of_zero_are_as_large_as_others() {
    let place = |lat, lon| doorstep_domain::Place::from_degrees(lat, lon).unwrap();
    assert_eq!(Door::of(place(-0.000_01, -0.000_01)), Door { lat: -1, lon: -1 });
    assert_eq!(District::of(place(-0.000_01, 0.009_99)), District { lat: -1, lon: 0 });
    assert_eq!(Door::of(place(90.0, -180.0)), Door { lat: 900_000, lon: -1_800_000 });
}
