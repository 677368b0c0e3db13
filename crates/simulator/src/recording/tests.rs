//! What is simulated has the shape of what was measured, and one chance does not change another.

use std::collections::BTreeSet;

use doorstep_domain::Fix;

use super::*;

fn tours(count: usize, received: Received, impairments: &[Impairment]) -> Vec<RecordedTour> {
    let impairments = impairments.to_vec();
    let recorder = Recorder::new(Wanted { received, impairments, stops: (10, 60), ..Wanted::default() });
    recorder.tours().take(count).collect()
}

/// The value below which so many of a hundred lie.
fn percentile(values: &mut [f64], percent: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() * percent / 100]
}

fn fixes(tour: &RecordedTour) -> Vec<(Timestamp, Fix)> {
    let fix = |event: &TourEvent| match event.what {
        Happening::Fix(fix) => Some((event.at, fix)),
        _ => None,
    };
    tour.events.iter().filter_map(fix).collect()
}

#[test]
fn services_scatter_as_those_of_deliveries_do() {
    let mut seconds: Vec<f64> = Vec::new();
    let mut logs: Vec<f64> = Vec::new();
    for tour in tours(200, Received::Served, &[]) {
        for visit in &tour.truth.visits {
            let service_s = visit.departed_at.duration_since(visit.arrived_at).as_secs_f64();
            let stop = tour.plan.stops.iter().find(|stop| stop.id == visit.stop).expect("it is planned");
            seconds.push(service_s);
            logs.push((service_s / stop.service.expect("it is planned").as_secs_f64()).ln());
        }
    }
    let median = percentile(&mut seconds, 50);
    assert!((70.0..=82.0).contains(&median), "the median is {median} s");
    let spread = (percentile(&mut logs, 84) - percentile(&mut logs, 16)) / 2.0;
    assert!((0.50..=0.60).contains(&spread), "the spread of the logarithm is {spread}");
}

#[test]
fn receivers_err_as_those_of_phones_do() {
    let (mut radii, mut impossible, mut steps) = (Vec::new(), 0_u32, 0_u32);
    for tour in tours(40, Received::Fixes, &[]) {
        let fixes = fixes(&tour);
        radii.extend(fixes.iter().filter_map(|(_, fix)| Some(fix.accuracy?.0)));
        for pair in fixes.windows(2) {
            let seconds = pair[1].0.duration_since(pair[0].0).as_secs_f64();
            steps += 1;
            impossible += u32::from(pair[0].1.place.distance_to(pair[1].1.place).0 / seconds > 40.0);
        }
    }
    for (percent, wanted_m) in [(10, 4.0), (50, 9.0), (90, 40.0)] {
        let got_m = percentile(&mut radii, percent);
        assert!((0.8 * wanted_m..=1.25 * wanted_m).contains(&got_m), "{percent} %: {got_m} m");
    }
    let share = f64::from(impossible) / f64::from(steps);
    assert!((0.007..=0.02).contains(&share), "{share} of all steps are impossible");
}

#[test]
fn a_driver_at_a_door_is_near_it() {
    for tour in tours(10, Received::Fixes, &[]) {
        let fixes = fixes(&tour);
        for visit in &tour.truth.visits {
            let stop = tour.plan.stops.iter().find(|stop| stop.id == visit.stop).expect("it is planned");
            let there = fixes.iter().filter(|(at, _)| (visit.arrived_at..visit.departed_at).contains(at));
            let mut errors: Vec<f64> = there
                .filter(|(_, fix)| fix.accuracy.is_some_and(|radius| radius.0 < 15.0))
                .filter_map(|(_, fix)| Some(fix.place.distance_to(stop.place?).0))
                .collect();
            if errors.len() >= 5 {
                assert!(percentile(&mut errors, 50) < 40.0, "{errors:?}");
            }
        }
    }
}

#[test]
fn what_is_received_changes_nothing_of_the_truth() {
    let served = tours(8, Received::Served, &[]);
    let all = [Impairment::Lost(50), Impairment::Blackout, Impairment::Doubled, Impairment::Clock];
    for other in [tours(8, Received::Fixes, &[]), tours(8, Received::Both, &all)] {
        for (a, b) in served.iter().zip(&other) {
            assert_eq!((&a.truth, &a.plan, a.habits), (&b.truth, &b.plan, b.habits));
        }
    }
}

#[test]
fn all_habits_are_there_and_most_drivers_follow_the_plan() {
    let habits: Vec<Habits> = tours(300, Received::Served, &[]).iter().map(|tour| tour.habits).collect();
    let orders: BTreeSet<OrderHabit> = habits.iter().map(|habits| habits.order).collect();
    let ways: BTreeSet<WayHabit> = habits.iter().map(|habits| habits.way).collect();
    let scannings: BTreeSet<ScanHabit> = habits.iter().map(|habits| habits.scanning).collect();
    assert_eq!((orders.len(), ways.len(), scannings.len()), (6, 4, 3));
    let following = habits.iter().filter(|habits| habits.order == OrderHabit::FollowsPlan).count();
    assert!((110..=180).contains(&following), "{following} of 300");
}

#[test]
fn scans_are_told_as_the_habit_has_it() {
    for tour in tours(120, Received::Served, &[]) {
        let scanned =
            |stop: StopId| tour.events.iter().find(|event| event.what == Happening::Served { stop });
        let visits = tour.truth.visits.iter();
        let scans: Vec<_> = visits.map(|visit| (visit, scanned(visit.stop).map(|event| event.at))).collect();
        let right = scans.iter().filter(|(visit, at)| *at == Some(visit.departed_at)).count();
        let early = scans.iter().filter(|(visit, at)| at.is_some_and(|at| at < visit.departed_at)).count();
        let missing = scans.iter().filter(|(_, at)| at.is_none()).count();
        let (wrong, is_long) = (scans.len() - right, scans.len() >= 40);
        match tour.habits.scanning {
            ScanHabit::WhenDone => assert_eq!(wrong, 0),
            ScanHabit::ForgetsSome => assert!(wrong == missing && (missing > 0 || !is_long)),
            ScanHabit::InTheVan => assert!(wrong == early && (early > 0 || !is_long)),
        }
    }
}

#[test]
fn breaks_are_taken_away_from_stops() {
    let recorder = Recorder::new(Wanted { stops: (10, 60), ..Wanted::default() });
    let mut seen = 0;
    for number in 0..80 {
        let (habits, planned) = (recorder.tour(number).habits, recorder.planned(number));
        let mut chance = recorder.chance(number, Chance::Drive);
        let (_, steps) = drive::drive(habits, &recorder.town, &planned, &mut chance);
        assert!(steps.windows(2).all(|pair| pair[0].until == pair[1].from), "time has gaps");
        for step in steps.iter().skip(1) {
            let drive::Doing::Stands(spot) = step.doing else { continue };
            assert_eq!(habits.way, WayHabit::TakesBreaks);
            let kerbs = planned.doors.iter().map(|door| recorder.town.door(*door).kerb);
            let nearest =
                kerbs.map(|kerb| kerb.distance_to(recorder.town.point(spot))).fold(f64::MAX, f64::min);
            assert!(nearest > 30.0, "a break {nearest} m from a stop");
            seen += 1;
        }
    }
    assert!(seen > 5);
}

#[test]
fn impairments_do_what_they_say() {
    let whole = tours(6, Received::Both, &[]);
    let with = |impairment| tours(6, Received::Both, &[impairment]);
    let count = |tours: &[RecordedTour]| tours.iter().map(|tour| tour.events.len()).sum::<usize>();
    for tour in with(Impairment::Thinned(30)) {
        let gaps = fixes(&tour).windows(2).map(|pair| pair[1].0.duration_since(pair[0].0)).min();
        assert!(gaps >= Some(SignedDuration::from_secs(30)));
    }
    let share = |part: usize, of: usize| {
        f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(of).unwrap())
    };
    assert!((0.75..0.85).contains(&share(count(&with(Impairment::Lost(20))), count(&whole))));
    assert!((1.08..1.12).contains(&share(count(&with(Impairment::Doubled)), count(&whole))));
    let late = |tours: Vec<RecordedTour>| {
        let events = tours.into_iter().flat_map(|tour| tour.events);
        events.map(|event| event.received_at.duration_since(event.at).as_secs()).collect::<Vec<_>>()
    };
    let delays = late(with(Impairment::Disorder));
    assert!(delays.iter().all(|delay| (0..=180).contains(delay)));
    assert!((0.18..0.22).contains(&share(delays.iter().filter(|delay| **delay > 0).count(), delays.len())));
    assert!(late(with(Impairment::Clock)).iter().all(|delay| delay.abs() == 3_600));
    for (tour, whole) in with(Impairment::Blackout).iter().zip(&whole) {
        assert!(tour.events.len() < whole.events.len());
        let told = |tour: &RecordedTour| tour.events.len() - fixes(tour).len();
        assert_eq!(told(tour), told(whole), "stop events come at the end of a blackout");
        assert!(tour.events.iter().all(|event| event.received_at.duration_since(event.at).as_secs() <= 300));
    }
}

#[test]
fn impairments_are_read_as_they_are_written() {
    for text in ["thin-30", "loss-20", "blackout", "jumps", "noise", "doubled", "disorder", "clock"] {
        assert_eq!(text.parse::<Impairment>().map(|read| read.to_string()), Ok(text.to_owned()));
    }
    for text in ["", "thin-", "thin-5", "thin-3601", "loss-0", "loss-100", "Clock"] {
        assert!(text.parse::<Impairment>().is_err(), "{text}");
    }
    for text in ["served", "fixes", "both"] {
        assert_eq!(text.parse::<Received>().map(|read| read.to_string()), Ok(text.to_owned()));
    }
}

#[test]
fn numbers_of_stops_are_brought_into_their_range() {
    for (asked, got) in [((0, 0), 1..=1), ((255, 255), 200..=200), ((9, 3), 3..=9)] {
        let recorder = Recorder::new(Wanted { stops: asked, ..Wanted::default() });
        assert!(recorder.tours().take(5).all(|tour| got.contains(&tour.plan.stops.len())), "{asked:?}");
    }
}

#[test]
fn a_day_ends_at_its_limit() {
    assert_eq!(date(0), FIRST_DATE);
    assert_eq!(date(TOURS_MAX - 1), FIRST_DATE.saturating_add(499.days()));
    let recorder = Recorder::new(Wanted { stops: (1, 1), ..Wanted::default() });
    assert_eq!(recorder.tours().count(), 10_000);
}

#[test]
fn in_an_uneven_town_the_same_tours_are_planned_and_take_another_time() {
    let uneven = Recorder::new(Wanted { is_uneven: true, stops: (10, 60), ..Wanted::default() });
    let even = tours(20, Received::Served, &[]);
    let work_s = |tour: &RecordedTour| -> i64 {
        tour.truth
            .visits
            .iter()
            .map(|visit| visit.departed_at.duration_since(visit.arrived_at).as_secs())
            .sum()
    };
    let mut longer = 0;
    for (even, uneven) in even.iter().zip(uneven.tours()) {
        assert_eq!(even.plan, uneven.plan);
        longer += u32::from(work_s(&uneven) > work_s(even));
    }
    assert!((1..20).contains(&longer), "in some zones it takes longer, in others not: {longer} of 20 tours");
}
