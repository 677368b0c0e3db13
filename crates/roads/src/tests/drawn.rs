//! One rule of the road after the other.

use doorstep_domain::Place;

use super::town::{SPEED_MPS, Town, at, plain};
use crate::extract::{Passage, RestrictionKind, Signals};
use crate::network::RoadNetwork;
use crate::profile::{Profile, TurnCosts};

/// The way from one place to another takes the time of so many metres, in a route and in a matrix.
#[track_caller]
fn check_metres(network: &RoadNetwork, from: Place, to: Place, metres: f64) {
    let route = network.route(from, to).unwrap();
    let driven = route.duration.as_secs_f64() * SPEED_MPS;
    assert!((driven - metres).abs() < metres / 100.0 + 1.0, "{driven} m instead of {metres} m: {route:?}");
    assert_eq!(network.matrix(&[from], &[to]).unwrap().get(0, 0), Some(route.duration));
    assert_eq!(route.line.last().unwrap().elapsed, route.duration);
}

/// A block of 100 m by 100 m with its corners counted from the south-west, and a dead end of 50 m at each corner.
fn block(town: &mut Town) -> [u32; 4] {
    let corners = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)].map(|(x, y)| town.node(x, y));
    let tips = [(-50.0, 0.0), (150.0, 0.0), (150.0, 100.0), (-50.0, 100.0)].map(|(x, y)| town.node(x, y));
    for (corner, tip) in corners.into_iter().zip(tips) {
        town.street(&[corner, tip]);
    }
    corners
}

#[test]
fn a_one_way_street_is_not_driven_backwards() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    town.one_way(&[a, b]);
    town.street(&[b, c, d, a]);
    let network = town.build(&plain());
    check_metres(&network, at(-20.0, 0.0), at(120.0, 0.0), 140.0);
    check_metres(&network, at(120.0, 0.0), at(-20.0, 0.0), 340.0);
}

#[test]
fn a_goal_behind_the_start_on_a_one_way_street_is_reached_round_the_block() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    town.one_way(&[a, b, c, d, a]);
    let network = town.build(&plain());
    check_metres(&network, at(30.0, 0.0), at(70.0, 0.0), 40.0);
    check_metres(&network, at(70.0, 0.0), at(30.0, 0.0), 360.0);
    check_metres(&network, at(70.0, 0.0), at(70.0, 0.0), 0.0);
}

#[test]
fn on_a_two_way_street_a_van_starts_either_way() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    town.street(&[a, b, c, d, a]);
    let network = town.build(&plain());
    check_metres(&network, at(70.0, 0.0), at(30.0, 0.0), 40.0);
    check_metres(&network, at(30.0, 0.0), at(70.0, 0.0), 40.0);
    check_metres(&network, at(30.0, 0.0), at(0.0, 30.0), 60.0);
}

#[test]
fn a_van_turns_round_at_dead_ends_only() {
    let mut town = Town::default();
    let middle = town.node(0.0, 0.0);
    let tips = [(100.0, 0.0), (0.0, 100.0), (-100.0, 0.0), (0.0, -100.0)].map(|(x, y)| town.node(x, y));
    for tip in tips {
        town.street(&[middle, tip]);
    }
    let network = town.build(&plain());
    for course in network.graph().courses() {
        let turns = network.graph().turns(course);
        let turns_round = turns.iter().any(|turn| turn.to == course.reverse());
        // Every street runs from the middle to its tip.
        assert_eq!(turns_round, course.is_forward());
        assert_eq!(turns.len(), if course.is_forward() { 1 } else { 3 });
    }
}

#[test]
fn turning_round_costs_its_time() {
    let mut town = Town::default();
    let (west, east, far) = (town.node(-100.0, 0.0), town.node(0.0, 0.0), town.node(0.0, 100.0));
    town.one_way(&[west, east]);
    town.street(&[east, far]);
    town.one_way(&[east, west]);
    let profile = Profile { turns: TurnCosts { u_turn_seconds: 30.0, ..plain().turns }, ..plain() };
    let network = town.build(&profile);
    // From the eastward street to the westward one beside it: up the dead end, round, and down again.
    let to = network.route(at(-50.0, 0.0), at(0.0, 80.0)).unwrap();
    assert_eq!(to.duration.as_secs(), 13);
    let back = network.graph().courses().filter(|course| {
        network.graph().turn(*course, course.reverse()).is_some_and(|turn| turn.delay == 30_000)
    });
    assert_eq!(back.count(), 1);
}

#[test]
fn a_forbidden_turn_is_not_taken() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    let south = town.street(&[a, b]);
    let east = town.street(&[b, c]);
    town.street(&[c, d]);
    town.street(&[d, a]);
    town.restrict(RestrictionKind::No, south, b, east);
    let network = town.build(&plain());
    check_metres(&network, at(50.0, 0.0), at(100.0, 20.0), 50.0 + 50.0 * 2.0 + 20.0);
    check_metres(&network, at(100.0, 20.0), at(50.0, 0.0), 70.0);
}

#[test]
fn a_mandatory_turn_is_taken() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    let south = town.street(&[a, b]);
    let east = town.street(&[b, c]);
    town.street(&[c, d]);
    town.street(&[d, a]);
    town.restrict(RestrictionKind::Only, south, b, east);
    let network = town.build(&plain());
    // The dead end east of `b` may be entered from the north, but not straight on,
    // so the van goes north and turns round in the dead end there.
    check_metres(&network, at(80.0, 0.0), at(120.0, 0.0), 20.0 + 100.0 + 50.0 * 2.0 + 100.0 + 20.0);
    check_metres(&network, at(100.0, 20.0), at(120.0, 0.0), 40.0);
}

#[test]
fn a_mandatory_turn_into_a_road_that_is_missing_is_no_prison() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    let south = town.street(&[a, b]);
    town.street(&[b, c, d, a]);
    town.restrict(RestrictionKind::Only, south, b, 999);
    let network = town.build(&plain());
    check_metres(&network, at(80.0, 0.0), at(120.0, 0.0), 40.0);
}

/// A detour of 500 m from (-100, 0) to (100, 0), with dead ends to turn round in.
fn detour(town: &mut Town) -> (u32, u32) {
    let (west, east) = (town.node(-100.0, 0.0), town.node(100.0, 0.0));
    let (north_west, north_east) = (town.node(-100.0, 150.0), town.node(100.0, 150.0));
    let (tip_west, tip_east) = (town.node(-150.0, 150.0), town.node(150.0, 150.0));
    town.street(&[west, north_west, north_east, east]);
    town.street(&[north_west, tip_west]);
    town.street(&[north_east, tip_east]);
    (west, east)
}

#[test]
fn a_private_road_is_the_last_resort_and_its_penalty_is_not_told_as_time() {
    let mut town = Town::default();
    let (west, east) = detour(&mut town);
    town.private(&[west, east]);
    let network = town.build(&plain());
    check_metres(&network, at(-100.0, 50.0), at(100.0, 50.0), 400.0);
    check_metres(&network, at(-100.0, 50.0), at(0.0, 0.0), 150.0);
    check_metres(&network, at(0.0, 0.0), at(100.0, 50.0), 150.0);
}

#[test]
fn a_bollard_closes_a_road_and_a_gate_is_a_last_resort() {
    for (passage, metres) in [(Passage::Open, 100.0), (Passage::Closed, 600.0), (Passage::Gate, 600.0)] {
        let mut town = Town::default();
        let (west, east) = detour(&mut town);
        let middle = town.node(0.0, 0.0);
        town.street(&[west, middle, east]);
        town.barrier(middle, passage);
        check_metres(&town.build(&plain()), at(-50.0, 0.0), at(50.0, 0.0), metres);
    }
}

#[test]
fn a_gate_opens_for_a_house_behind_it() {
    let mut town = Town::default();
    let (west, _) = detour(&mut town);
    let (gate, house) = (town.node(-100.0, -50.0), town.node(-100.0, -80.0));
    town.street(&[west, gate, house]);
    town.barrier(gate, Passage::Gate);
    let network = town.build(&Profile { gate_seconds: 7.0, ..plain() });
    check_metres(&network, at(-100.0, 50.0), at(-100.0, -80.0), 130.0 + 7.0 * SPEED_MPS);
}

#[test]
fn signals_make_those_wait_that_they_are_for() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    let inner = town.node(50.0, 0.0);
    town.street(&[a, inner, b]);
    town.street(&[b, c, d, a]);
    town.signals(inner, Signals { forward: true, backward: false });
    let network = town.build(&Profile { signal_seconds: 5.0, ..plain() });
    check_metres(&network, at(-20.0, 0.0), at(120.0, 0.0), 140.0 + 5.0 * SPEED_MPS);
    check_metres(&network, at(120.0, 0.0), at(-20.0, 0.0), 140.0);
}

#[test]
fn a_gap_in_a_cut_extract_is_not_bridged() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    let missing = town.missing_node();
    town.street(&[a, missing, b]);
    town.street(&[b, c, d, a]);
    check_metres(&town.build(&plain()), at(-20.0, 0.0), at(120.0, 0.0), 340.0);
}

#[test]
fn roads_that_lead_nowhere_are_not_snapped_to() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    town.street(&[a, b, c, d, a]);
    let trap = town.node(50.0, 30.0);
    let south = town.node(50.0, -30.0);
    town.one_way(&[south, trap]);
    let network = town.build(&plain());
    let snap = network.snap(at(50.0, 10.0)).unwrap();
    assert!((snap.distance.0 - 10.0).abs() < 0.1, "{:?}", snap.distance);
    assert_eq!(snap.street.as_deref(), Some("Street 4"));
}

#[test]
fn a_street_is_preferred_by_its_name_unless_it_is_much_farther() {
    let mut town = Town::default();
    let [a, b, c, d] = block(&mut town);
    town.street(&[a, b]);
    town.street(&[b, c, d, a]);
    let network = town.build(&plain());
    let street = |place, name| network.snap_to_street(place, name).unwrap().street;
    assert_eq!(street(at(50.0, 20.0), "Street 5").as_deref(), Some("Street 5"));
    assert_eq!(street(at(50.0, 20.0), "street-5").as_deref(), Some("Street 5"));
    assert_eq!(street(at(50.0, 20.0), "Street 6").as_deref(), Some("Street 4"));
    assert_eq!(street(at(50.0, -50.0), "Street 5").as_deref(), Some("Street 5"));
    assert_eq!(street(at(-50.0, -130.0), "Street 7").as_deref(), Some("Street 0"));
}
