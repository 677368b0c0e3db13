//! A day planned on the roads of the demo.

use std::collections::BTreeSet;
use std::path::Path;

use doorstep_roads::{Profile, RoadNetwork, addresses};
use doorstep_simulator::plan::{TourPlan, Wanted, day};
use jiff::Timestamp;

fn planned(seed: u64) -> Vec<TourPlan> {
    let extract = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/monaco.osm.pbf"));
    let roads = RoadNetwork::build(extract, &Profile::default()).expect("the demo's extract has roads");
    let addresses = addresses(extract).expect("the demo's extract has addresses");
    let wanted = Wanted { tours: 4, stops: (15, 25), start_at: Timestamp::UNIX_EPOCH, depot: None, seed };
    day(&roads, &addresses, wanted).expect("the extract has addresses enough")
}

#[test]
fn a_day_has_tours_of_real_addresses_in_a_good_order() {
    let tours = planned(1);
    assert_eq!(tours.len(), 4);
    let mut doors = BTreeSet::new();
    for tour in &tours {
        assert!((15..=25).contains(&tour.stops.len()), "{} stops", tour.stops.len());
        assert_eq!(tour.travel_s.len(), tour.stops.len() + 1);
        assert!(tour.stops.iter().all(|stop| !stop.address.is_empty() && !stop.parcels.is_empty()));
        assert!(tour.stops.is_sorted_by_key(|stop| stop.planned_arrival));
        doors.extend(tour.stops.iter().map(|stop| (stop.place.lat().to_bits(), stop.place.lon().to_bits())));
        let planned = driving(tour, &(0..=tour.stops.len()).collect::<Vec<_>>());
        let mut by_address: Vec<usize> = (1..=tour.stops.len()).collect();
        by_address.sort_by(|a, b| tour.stops[a - 1].address.cmp(&tour.stops[b - 1].address));
        by_address.insert(0, 0);
        assert!(planned < driving(tour, &by_address), "the order is no better than the alphabet");
    }
    assert_eq!(
        doors.len(),
        tours.iter().map(|tour| tour.stops.len()).sum::<usize>(),
        "a door is visited twice"
    );
}

#[test]
fn the_seed_decides_the_day() {
    let labels = |seed| -> Vec<String> {
        planned(seed).into_iter().flat_map(|tour| tour.stops).map(|stop| stop.address).collect()
    };
    assert_eq!(labels(5), labels(5));
    assert_ne!(labels(5), labels(6));
}

/// The driving time through stops in this order of their numbers; 0 is the start.
fn driving(tour: &TourPlan, order: &[usize]) -> u64 {
    let leg = |from: usize, to: usize| tour.travel_s.get(from)?.get(to).copied().flatten();
    let ends = order.iter().zip(order.iter().skip(1));
    ends.map(|(from, to)| leg(*from, *to).expect("every stop can be reached")).sum()
}
