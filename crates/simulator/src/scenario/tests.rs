use doorstep_domain::MetresPerSecond;
use doorstep_domain::streets::Street;

use super::*;

const ROWS: u32 = 7;
const BLOCK_M: f64 = 100.0;

fn corner(east: u32, north: u32) -> Place {
    let degrees = |blocks: u32| f64::from(blocks) * BLOCK_M / 111_195.0;
    Place::from_degrees(50.0 + degrees(north), 10.0 + degrees(east) / 50.0_f64.to_radians().cos()).unwrap()
}

/// A town of square blocks with a house every 20 m; streets that lead north are one-way.
fn town(rows: u32) -> Streets {
    let number = |east: u32, north: u32| east * rows + north;
    let mut streets = Vec::new();
    let mut street = |from: (u32, u32), to: (u32, u32), is_one_way| {
        streets.push(Street {
            from: number(from.0, from.1),
            to: number(to.0, to.1),
            line: vec![corner(from.0, from.1), corner(to.0, to.1)],
            is_one_way,
            speed: MetresPerSecond::from_kmh(24.0),
        });
    };
    for east in 0..rows {
        for north in 0..rows {
            if east + 1 < rows {
                street((east, north), (east + 1, north), false);
            }
            if north + 1 < rows {
                street((east, north), (east, north + 1), east % 2 == 1);
            }
        }
    }
    let houses = (0..u32::try_from(streets.len()).unwrap())
        .flat_map(|street| [10.0, 30.0, 50.0, 70.0, 90.0].map(|at_m| Spot { street, at_m }));
    Streets::new(&streets, houses.collect::<Vec<_>>())
}

const WANTED: Wanted = Wanted { seed: 5, routes: 2, days: 3 };

#[test]
fn every_stop_is_where_the_van_stood_then() {
    let streets = town(ROWS);
    let houses: Vec<Spot> = streets.houses().collect();
    let driven = tours(&streets, WANTED).unwrap();
    assert_eq!(driven.len(), 6);
    for tour in &driven {
        assert!(tour.stops.len() >= STOPS_MIN, "{}", tour.stops.len());
        for stop in &tour.stops {
            assert!(stop.departed_s >= stop.arrived_s + 14, "{stop:?}");
            assert_eq!(houses[stop.house], stop.spot);
            let place = streets.place(stop.spot).unwrap();
            for second in stop.arrived_s..=stop.departed_s {
                let there = tour.track[usize::try_from(second).unwrap()];
                assert!(
                    there.distance_to(place).0 < 1.0,
                    "{stop:?} at {second}: {}",
                    there.distance_to(place).0
                );
            }
        }
    }
}

#[test]
fn ways_lead_from_stop_to_stop_and_nobody_flies() {
    let streets = town(ROWS);
    for tour in tours(&streets, WANTED).unwrap() {
        for pair in tour.stops.windows(2) {
            let (first, last) = (pair[1].way.first().unwrap(), pair[1].way.last().unwrap());
            assert_eq!((first.street, last.street), (pair[0].spot.street, pair[1].spot.street));
            assert!((last.to_m - pair[1].spot.at_m).abs() < 1e-6);
        }
        for pair in tour.track.windows(2) {
            assert!(pair[0].distance_to(pair[1]).0 < 15.0);
        }
    }
}

#[test]
fn some_houses_get_parcels_again_and_again() {
    let driven = tours(&town(ROWS), Wanted { routes: 1, days: 8, ..WANTED }).unwrap();
    let days =
        |house: usize| driven.iter().filter(|tour| tour.stops.iter().any(|stop| stop.house == house)).count();
    let often = (0..1_000).filter(|house| days(*house) >= 3).count();
    assert!(often >= 5, "{often} houses on three days and more");
}

#[test]
fn a_seed_gives_the_same_tours_and_another_one_others() {
    let streets = town(ROWS);
    let driven = tours(&streets, WANTED).unwrap();
    assert_eq!(driven, tours(&streets, WANTED).unwrap());
    assert_ne!(driven, tours(&streets, Wanted { seed: 6, ..WANTED }).unwrap());
}

#[test]
fn a_hamlet_is_too_small() {
    assert_eq!(tours(&town(2), WANTED), Err(TooSmall::Houses { found: 20, least: 24 }));
    assert!(tours(&town(1), WANTED).is_err());
}
