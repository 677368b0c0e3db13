//! Houses along streets, on the map and not.

use doorstep_domain::Place;

use super::town::{Town, at, plain};
use crate::Address;

fn number(place: Place) -> Address {
    Address {
        place,
        street: Some("Street 0".to_owned()),
        housenumber: Some("1".to_owned()),
        name: None,
        postcode: None,
        city: None,
    }
}

/// A residential street of 300 m in two pieces, and a road of 300 m from its end.
fn town() -> Town {
    let mut town = Town::default();
    let nodes = [0.0, 150.0, 300.0, 600.0].map(|east_m| town.node(east_m, 0.0));
    let side = town.node(150.0, 100.0);
    town.residential(&nodes[..3]);
    town.street(&nodes[2..]);
    town.street(&[nodes[1], side]);
    town
}

#[test]
fn a_residential_street_that_the_map_knows_no_house_of_has_one_every_thirty_metres() {
    let roads = town().build(&plain());
    assert_eq!(roads.streets(&[], &[]).house_count(), 10, "and other roads have none");
}

#[test]
fn a_street_with_one_house_on_the_map_has_that_one_on_all_its_pieces() {
    let roads = town().build(&plain());
    assert_eq!(roads.streets(&[number(at(20.0, 5.0))], &[]).house_count(), 1);
    assert_eq!(roads.streets(&[], &[at(20.0, 5.0)]).house_count(), 1);
    assert_eq!(roads.streets(&[], &[at(450.0, 5.0)]).house_count(), 11, "one on the road and the ten");
}
