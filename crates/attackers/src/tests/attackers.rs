use super::street::{WINDOW, case, one_tour};
use crate::attack::{Attack, Attacker, Side, Source};
use crate::judge::{Case, Court, Options, hits};
use crate::picture::{Picture, Profile};
use crate::released::View;
use crate::town::Spot;

const OPTIONS: Options = Options { seed: 1, viewers: 1_000, has_control: false };

/// The view of the last recipient, of the place itself.
fn last(case: &Case) -> View {
    case.raw(case.recipients().into_iter()).pop().unwrap()
}

/// How many of the five stops before the last recipient's an attack finds.
fn found(case: &Case, view: &View, attack: Attack) -> usize {
    let picture = Picture::of(&case.town, view, WINDOW, None);
    let named = Attacker::new(&picture, 7).name(attack);
    let stops = &case.tours[view.tour].stops[view.stop - WINDOW..view.stop];
    let houses: Vec<usize> = stops.iter().map(|stop| stop.house).collect();
    hits(&case.town, &named, &houses)
}

/// Tours of two routes on six days, which share some houses.
fn six_days() -> Case {
    let day = |first: u32| {
        let some = (0..14).map(move |stop| first + 10 * stop);
        let mut houses: Vec<u32> = some.chain([77, 125, 145]).collect();
        houses.sort_unstable();
        houses.dedup();
        houses
    };
    case(150, &[day(1), day(5), day(2), day(6), day(4), day(8)])
}

#[test]
fn a_house_that_is_named_stands_for_three() {
    let town = one_tour().town;
    for house in 0..town.houses.count() {
        let mut three = town.houses.named[house].to_vec();
        three.sort_unstable();
        three.dedup();
        assert_eq!(three.len(), 3);
    }
    assert!(town.houses.is_hit(10, 9) && town.houses.is_hit(10, 11) && !town.houses.is_hit(10, 12));
}

#[test]
fn a_drive_takes_as_long_as_the_map_says() {
    let town = one_tour().town;
    let drive = town.drive(Spot { street: 0, at_m: 25.0 }, Spot { street: 0, at_m: 95.0 });
    assert!((drive.metres - 70.0).abs() < 0.1, "{drive:?}");
    assert!((drive.seconds - 70.0 / (24.0 / 3.6)).abs() < 0.1, "{drive:?}");
}

#[test]
fn guessing_hits_as_often_as_can_be_reckoned() {
    let case = one_tour();
    let views = [last(&case)];
    let verdict = Court::new(&case, &views, OPTIONS).verdict();
    // Five of the 48 houses along the way, each of which stands for three.
    assert!((verdict.guess.along_the_way - 15.0 / 48.0).abs() < 0.1, "{:?}", verdict.guess);
}

#[test]
fn attacker_a_finds_where_the_dot_stays() {
    let case = one_tour();
    assert_eq!(found(&case, &last(&case), Attack::Dwell { radius_m: 12.0, long_s: 25.0 }), 5);
}

#[test]
fn attacker_b_finds_what_driving_does_not_explain() {
    let case = one_tour();
    let attack = Attack::Timing { profile: Profile::AfterStart(0.0), late_s: None };
    assert_eq!(found(&case, &last(&case), attack), 5);
}

#[test]
fn attacker_b_finds_the_middle_of_a_gap() {
    let case = one_tour();
    let mut view = last(&case);
    let stops = &case.tours[0].stops;
    view.shown.retain(|shown| {
        let dot = shown.dot.unwrap();
        stops.iter().all(|stop| case.town.houses.kerbs[stop.house].distance_to(dot) > 33.0)
    });
    for shown in &mut view.shown {
        shown.away = None;
    }
    let attack = Attack::Timing { profile: Profile::Middle, late_s: None };
    assert!(found(&case, &view, attack) >= 3, "guessing finds 1.6");
}

#[test]
fn attacker_c_finds_where_the_van_was_when_the_count_fell() {
    let case = one_tour();
    let attack = Attack::HandOver { side: Side::Before, back_m: 0.0, source: Source::Count, spread_m: 12.0 };
    assert!(found(&case, &last(&case), attack) >= 4);
}

#[test]
fn attacker_d_finds_what_lies_between_two_who_pool() {
    let case = six_days();
    let views = case.raw(case.recipients().into_iter());
    let verdict = Court::new(&case, &views, OPTIONS).verdict();
    for outcome in verdict.attacks.iter().filter(|outcome| outcome.attack.starts_with('d')) {
        assert!(outcome.excess > 0.4, "{outcome}");
    }
    assert_eq!(verdict.attacks.iter().filter(|outcome| outcome.attack.starts_with('d')).count(), 2);
}

#[test]
fn attacker_e_finds_who_gets_parcels_again_and_again() {
    let case = six_days();
    let views = case.raw(case.recipients().into_iter());
    let verdict = Court::new(&case, &views, OPTIONS).verdict();
    let outcome = verdict.attacks.iter().find(|outcome| outcome.attack.starts_with('e')).unwrap();
    assert!(outcome.excess > 0.3, "{outcome}");
}

#[test]
fn whoever_is_shown_nothing_finds_no_more_than_by_chance() {
    let case = six_days();
    let mut views = case.raw(case.recipients().into_iter());
    for view in &mut views {
        view.shown.clear();
    }
    let verdict = Court::new(&case, &views, OPTIONS).verdict();
    for outcome in verdict.attacks.iter().filter(|outcome| "abc".contains(&outcome.attack[..1])) {
        assert!(outcome.excess < 0.05, "{outcome}");
    }
    assert!(verdict.usefulness.dot_shown < 1e-9 && verdict.usefulness.longest_freeze_s.is_none());
}

#[test]
fn the_place_itself_is_as_useful_as_can_be() {
    let case = case(90, &[(0..8).map(|stop| 12 * stop).collect()]);
    let views = case.raw(case.recipients().into_iter());
    let of_it = Court::new(&case, &views, OPTIONS).verdict().usefulness;
    let shares = [of_it.within_100m, of_it.within_100m_last_5_min, of_it.dot_shown, of_it.exact_approach];
    assert!(shares.iter().all(|share| *share > 0.99), "{of_it}");
    assert!(of_it.count_right > 0.99 && of_it.error_p95_m.unwrap() < 1.0, "{of_it}");
}

#[test]
fn the_same_seed_gives_the_same_verdict() {
    let case = six_days();
    let views = case.raw(case.recipients().into_iter());
    let verdict = || Court::new(&case, &views, Options { has_control: true, ..OPTIONS }).verdict();
    assert_eq!(verdict(), verdict());
}
