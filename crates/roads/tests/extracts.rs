//! From the bytes of an extract to answers, and what happens when the bytes are wrong.

mod support;

use std::io::Write as _;
use std::time::Duration;

use doorstep_domain::Place;
use doorstep_roads::{Address, BuildError, ExtractError, Profile, RoadNetwork, addresses};
use proptest::prelude::*;
use support::Extract;

fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file");
    file.write_all(bytes).expect("a small file can be written");
    file
}

fn build(bytes: &[u8]) -> Result<RoadNetwork, BuildError> {
    RoadNetwork::build(file(bytes).path(), &Profile::default())
}

fn place(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).expect("a place on the earth")
}

/// A crossing of two streets of four arms, each some 111 m long, numbered clockwise from the north.
fn crossing() -> Extract {
    let mut extract = Extract::default();
    extract.node(1, 49.001, 8.0, &[]).node(2, 49.0, 8.001, &[]).node(3, 48.999, 8.0, &[]).node(
        4,
        49.0,
        7.999,
        &[],
    );
    extract.node(5, 49.0, 8.0, &[("highway", "traffic_signals")]);
    for arm in 1..=4 {
        extract.way(arm, &[arm, 5], &[("highway", "residential"), ("name", "Ring")]);
    }
    extract
}

fn seconds(network: &RoadNetwork, from: Place, to: Place) -> f64 {
    network.route(from, to).expect("there is a way").duration.as_secs_f64()
}

#[test]
fn an_extract_becomes_a_network() {
    let network = build(&crossing().bytes()).unwrap();
    assert_eq!(network.size().segments, 4);
    let route = network.route(place(48.9995, 8.0), place(49.0005, 8.0)).unwrap();
    // 111 m at 25 km/h and a signal.
    assert_eq!(route.duration.as_secs(), 20);
    assert_eq!(route.start.street.as_deref(), Some("Ring"));
}

#[test]
fn a_restriction_of_an_extract_is_obeyed() {
    let (south, north) = (place(48.9995, 8.0), place(49.0005, 8.0));
    let free = build(&crossing().bytes()).unwrap();
    let restricted = build(&crossing().restriction(3, 5, 1, "no_straight_on").bytes()).unwrap();
    assert!(seconds(&restricted, south, north) > seconds(&free, south, north) + 20.0);
    assert!((seconds(&restricted, north, south) - seconds(&free, north, south)).abs() < 0.01);
}

#[test]
fn an_extract_with_missing_or_displaced_nodes_is_used_as_far_as_it_goes() {
    let mut extract = crossing();
    extract.way(9, &[1, 77, 2], &[("highway", "residential")]);
    extract.way(10, &[78, 79], &[("highway", "residential")]);
    extract.node(80, -49.0, 8.0, &[]).way(11, &[1, 80, 2], &[("highway", "residential")]);
    assert_eq!(build(&extract.bytes()).unwrap().size().segments, 4);
}

#[test]
fn an_extract_without_roads_is_told_as_such() {
    let mut houses = Extract::default();
    houses.node(1, 49.0, 8.0, &[("addr:housenumber", "1")]).way(1, &[1, 2], &[("building", "yes")]);
    let mut only_one_way = Extract::default();
    only_one_way.node(1, 49.0, 8.0, &[]).node(2, 49.001, 8.0, &[]);
    only_one_way.way(1, &[1, 2], &[("highway", "primary"), ("oneway", "yes")]);
    for extract in [houses, only_one_way] {
        let error = build(&extract.bytes()).err().unwrap();
        assert!(matches!(error, BuildError::Extract(ExtractError::NoRoads { .. })), "{error}");
    }
}

#[test]
fn an_extract_that_needs_more_than_we_can_is_refused() {
    let error = build(&crossing().bytes_that_require("HistoricalInformation")).err().unwrap();
    assert!(error.to_string().contains("HistoricalInformation"), "{error}");
}

#[test]
fn what_makes_the_decoder_panic_is_a_damaged_extract() {
    let bytes = crossing().restriction_of_types(3, 5, 1, "no_straight_on", [1, 101, 1]).bytes();
    let error = build(&bytes).err().unwrap();
    assert!(matches!(error, BuildError::Extract(ExtractError::NotAnExtract { .. })), "{error}");
}

#[test]
fn an_impossible_profile_is_refused_before_anything_is_read() {
    let profile = Profile { top_speed_kmh: f64::NAN, ..Profile::default() };
    let error = RoadNetwork::build(std::path::Path::new("/nowhere"), &profile).err().unwrap();
    assert!(matches!(error, BuildError::Profile(_)), "{error}");
}

#[test]
fn addresses_are_houses_and_businesses() {
    let mut extract = Extract::default();
    let house = |street, number| [("addr:street", street), ("addr:housenumber", number)];
    extract.node(1, 49.0, 8.0, &house("Ring", "10"));
    extract.node(2, 49.001, 8.0, &house("Ring", "9"));
    extract.node(3, 49.0, 8.00001, &house("Ring", "10"));
    extract.node(4, 49.0, 8.002, &[("shop", "books"), ("name", "Book Corner"), ("addr:city", "Town")]);
    extract.node(5, 49.0, 8.003, &[("amenity", "bench"), ("name", "Bench")]);
    extract.node(6, 49.0, 8.004, &[("shop", "books")]);
    extract.node(7, 49.0, 8.005, &[("addr:housenumber", "3")]);
    for (id, lat, lon) in [(11, 49.01, 8.0), (12, 49.01, 8.001), (13, 49.011, 8.001), (14, 49.011, 8.0)] {
        extract.node(id, lat, lon, &[]);
    }
    extract.way(
        1,
        &[11, 12, 13, 14, 11],
        &[("building", "yes"), ("addr:place", "Hill"), ("addr:housenumber", "1")],
    );
    let plain = |place, street: &str, number: &str| Address {
        place,
        name: None,
        street: Some(street.to_owned()),
        housenumber: Some(number.to_owned()),
        postcode: None,
        city: None,
    };
    let shop = Address {
        place: place(49.0, 8.002),
        name: Some("Book Corner".to_owned()),
        street: None,
        housenumber: None,
        postcode: None,
        city: Some("Town".to_owned()),
    };
    let found = addresses(file(&extract.bytes()).path()).unwrap();
    let written =
        |address: &Address| (address.name.clone(), address.street.clone(), address.housenumber.clone());
    let expected = [
        shop,
        plain(place(49.0105, 8.0005), "Hill", "1"),
        plain(place(49.001, 8.0), "Ring", "9"),
        plain(place(49.0, 8.0), "Ring", "10"),
    ];
    assert_eq!(
        found.iter().map(written).collect::<Vec<_>>(),
        expected.iter().map(written).collect::<Vec<_>>()
    );
    for (found, expected) in found.iter().zip(&expected) {
        assert!(found.place.distance_to(expected.place).0 < 0.1);
        assert_eq!(found.city, expected.city);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever the bytes are: an answer or an error, never a panic.
    #[test]
    fn damaged_extracts_do_no_harm(
        changes in prop::collection::vec((0_usize..2_000, any::<u8>()), 1..6),
        cut in prop::option::of(0_usize..2_000),
    ) {
        let mut extract = crossing();
        extract.restriction(3, 5, 1, "no_straight_on").node(6, 49.0, 8.002, &[("shop", "books"), ("name", "Books")]);
        let mut bytes = extract.bytes();
        let length = bytes.len();
        for (at, value) in changes {
            bytes[at % length] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut % length);
        }
        if let Ok(network) = build(&bytes) {
            let snap = network.snap(place(49.0, 8.0));
            if let Ok(snap) = snap {
                let matrix = network.matrix(&[snap.place], &[snap.place]).unwrap();
                prop_assert_eq!(matrix.get(0, 0), Some(Duration::ZERO));
            }
        }
        let _ = addresses(file(&bytes).path());
    }
}
