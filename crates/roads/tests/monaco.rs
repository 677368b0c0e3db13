//! The embedded network on a real extract: the demo's.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use doorstep_domain::Place;
use doorstep_roads::{Key, Origin, Profile, RoadNetwork, Roads, RoadsError, SavedError, addresses, open};

static MONACO: LazyLock<RoadNetwork> =
    LazyLock::new(|| RoadNetwork::build(&extract(), &Profile::default()).expect("the demo has roads"));

fn extract() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/monaco.osm.pbf")
}

fn place(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).expect("a place on the earth")
}

/// Places spread evenly over the town, on and off its roads.
fn places(count: u32) -> Vec<Place> {
    let part = |step: u32, factor: f64| (f64::from(step) * factor).fract();
    (1..=count)
        .map(|step| place(43.725 + 0.025 * part(step, 0.618_034), 7.405 + 0.035 * part(step, 0.754_878)))
        .collect()
}

#[test]
fn a_cell_of_the_matrix_is_the_duration_of_the_route() {
    let (sources, targets) = (places(25), places(40));
    let matrix = MONACO.matrix(&sources, &targets).unwrap();
    for (row, from) in sources.iter().enumerate() {
        for (column, to) in targets.iter().enumerate() {
            let route = MONACO.route(*from, *to).unwrap();
            assert_eq!(matrix.get(row, column), Some(route.duration), "from {row} to {column}");
        }
    }
}

#[test]
fn a_line_runs_from_the_start_to_the_end_and_never_back_in_time() {
    let places = places(30);
    for pair in places.windows(2) {
        let route = MONACO.route(pair[0], pair[1]).unwrap();
        let (first, last) = (route.line[0], route.line[route.line.len() - 1]);
        assert!(route.line.len() >= 2);
        assert_eq!((first.place, first.elapsed), (route.start.place, Duration::ZERO));
        assert_eq!((last.place, last.elapsed), (route.end.place, route.duration));
        assert!(route.line.is_sorted_by_key(|vertex| vertex.elapsed));
        let drawn: f64 = route.line.windows(2).map(|two| two[0].place.distance_to(two[1].place).0).sum();
        assert!((drawn - route.length.0).abs() < 1.0 + drawn / 1000.0, "{drawn} m drawn, {:?}", route.length);
    }
}

#[test]
fn a_van_is_on_its_way_at_every_moment() {
    let places = places(2);
    let route = MONACO.route(places[0], places[1]).unwrap();
    assert_eq!(route.place_at(Duration::ZERO), route.line[0].place);
    assert_eq!(route.place_at(route.duration), route.end.place);
    assert_eq!(route.place_at(route.duration * 2), route.end.place);
    let step = Duration::from_millis(500);
    let mut driven = 0.0;
    let mut at = Duration::ZERO;
    while at < route.duration {
        let metres = route.place_at(at).distance_to(route.place_at(at + step)).0;
        assert!(metres < 20.0, "{metres} m in half a second");
        driven += metres;
        at += step;
    }
    assert!((driven / route.length.0 - 1.0).abs() < 0.05, "{driven} m of {:?}", route.length);
}

#[test]
fn a_way_by_a_third_place_is_never_quicker() {
    let places = places(40);
    let matrix = MONACO.matrix(&places, &places).unwrap();
    let time = |from, to| matrix.get(from, to).unwrap();
    // A stop at the third place lets the van turn round there, which the direct way may not: hence the slack.
    let slack = Duration::from_mins(1);
    for from in 0..40 {
        assert_eq!(time(from, from), Duration::ZERO);
        for to in 0..40 {
            for by in 0..40 {
                assert!(
                    time(from, to) <= time(from, by) + time(by, to) + slack,
                    "from {from} to {to} by {by}"
                );
            }
        }
    }
}

#[test]
fn speeds_are_those_of_a_town() {
    let route = MONACO.route(place(43.7274, 7.4154), place(43.7510, 7.4385)).unwrap();
    let kmh = route.length.0 / route.duration.as_secs_f64() * 3.6;
    assert!((15.0..50.0).contains(&kmh), "{kmh} km/h");
    assert!((3_000.0..9_000.0).contains(&route.length.0), "{:?}", route.length);
}

#[test]
fn building_twice_gives_the_same_and_saving_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("monaco.roads");
    let first = open(&extract(), &Profile::default(), &saved).unwrap();
    assert!(matches!(first.origin, Origin::Built { because: SavedError::Unreadable { .. } }));
    assert!(first.not_saved.is_none());
    let second = open(&extract(), &Profile::default(), &saved).unwrap();
    assert!(matches!(second.origin, Origin::Saved));
    let places = places(20);
    let expected = MONACO.matrix(&places, &places).unwrap();
    assert_eq!(first.network.matrix(&places, &places).unwrap(), expected);
    assert_eq!(second.network.matrix(&places, &places).unwrap(), expected);
    assert_eq!(second.network.route(places[0], places[1]), MONACO.route(places[0], places[1]));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left in the folder");
}

#[test]
fn a_network_that_cannot_be_saved_works_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let opened = open(&extract(), &Profile::default(), &folder.path().join("absent/monaco.roads")).unwrap();
    assert!(matches!(opened.not_saved, Some(SavedError::Unwritable { .. })));
    assert_eq!(opened.network.size(), MONACO.size());
}

#[test]
fn many_may_ask_at_once() {
    let places = places(12);
    let expected = MONACO.matrix(&places, &places).unwrap();
    std::thread::scope(|scope| {
        let ask = || (0..20).all(|_| MONACO.matrix(&places, &places).unwrap() == expected);
        let asking: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        assert!(asking.into_iter().all(|answer| answer.join().unwrap()));
    });
}

#[test]
fn a_saved_file_that_does_not_fit_is_refused_and_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let saved = folder.path().join("monaco.roads");
    let key = Key::of(&extract(), &Profile::default()).unwrap();
    MONACO.save(&saved, &key).unwrap();
    let good = std::fs::read(&saved).unwrap();
    let reason = |bytes: &[u8]| {
        std::fs::write(&saved, bytes).unwrap();
        RoadNetwork::load(&saved, &key).err().unwrap()
    };
    let mut flipped = good.clone();
    *flipped.last_mut().unwrap() ^= 1;
    let mut older = good.clone();
    older[8] ^= 1;
    assert!(matches!(reason(&flipped), SavedError::Damaged { .. }));
    assert!(matches!(reason(&good[..good.len() / 2]), SavedError::Damaged { .. }));
    assert!(matches!(reason(&good[..20]), SavedError::Damaged { .. }));
    assert!(matches!(reason(&older), SavedError::Outdated { .. }));
    assert!(matches!(reason(b"PK\x03\x04"), SavedError::Foreign { .. }));
    assert!(matches!(reason(b""), SavedError::Foreign { .. }));

    let other = Profile { signal_seconds: 9.0, ..Profile::default() };
    std::fs::write(&saved, &good).unwrap();
    let reopened = open(&extract(), &other, &saved).unwrap();
    assert!(matches!(reopened.origin, Origin::Built { because: SavedError::Outdated { .. } }));
}

#[test]
fn a_place_off_the_road_is_told() {
    let near = MONACO.snap(place(43.7384, 7.4246)).unwrap();
    assert!(!near.is_far(), "{:?}", near.distance);
    let at_sea = MONACO.snap(place(43.7250, 7.4400)).unwrap();
    assert!(at_sea.is_far(), "{:?}", at_sea.distance);
    let berlin = place(52.52, 13.40);
    assert!(matches!(MONACO.snap(berlin), Err(RoadsError::NoRoadNear { .. })));
    assert!(matches!(MONACO.route(berlin, near.place), Err(RoadsError::NoRoadNear { .. })));
    let matrix = MONACO.matrix(&[near.place, berlin], &[near.place]).unwrap();
    assert_eq!((matrix.get(0, 0), matrix.get(1, 0)), (Some(Duration::ZERO), None));
}

#[test]
fn an_address_is_snapped_to_its_own_street() {
    let (mut nearest, mut told) = (0, 0);
    for address in addresses(&extract()).unwrap() {
        let Some(street) = address.street else { continue };
        let of_street = |snap: doorstep_roads::Snap| usize::from(snap.street.as_ref() == Some(&street));
        nearest += of_street(MONACO.snap(address.place).unwrap());
        told += of_street(MONACO.snap_to_street(address.place, &street).unwrap());
    }
    assert!(told > nearest * 5 / 4, "{told} by name, {nearest} by distance");
}

#[test]
fn a_matrix_has_a_limit() {
    let many = vec![place(43.7384, 7.4246); 2_001];
    assert_eq!(
        MONACO.matrix(&many, &many).unwrap_err(),
        RoadsError::MatrixTooBig { sources: 2_001, targets: 2_001 }
    );
    assert_eq!(MONACO.matrix(&[], &many).unwrap().rows().count(), 0);
}

#[test]
fn addresses_are_real_and_always_in_the_same_order() {
    let found = addresses(&extract()).unwrap();
    assert_eq!(found, addresses(&extract()).unwrap());
    let houses = found.iter().filter(|address| address.housenumber.is_some() && address.street.is_some());
    assert!((50..=62).contains(&houses.count()));
    assert!(found.iter().filter(|address| address.name.is_some()).count() > 150);
    assert!(found.iter().all(|address| address.name.is_some() || address.housenumber.is_some()));
}

#[test]
fn the_network_stands_behind_the_door() {
    fn is_shared<T: Send + Sync + ?Sized>(_: &T) {}
    let door: &dyn Roads = &*MONACO;
    is_shared(door);
}
