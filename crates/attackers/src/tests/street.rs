//! One straight street with a house every ten metres, on alternating sides, and tours along it.

use std::path::Path;

use crate::judge::Case;
use crate::scenario::{HouseRow, Meta, Scenario, StopRow, StreetRow, Stretch, TourRow, Track, TrackRow};

pub(super) const WINDOW: usize = 5;
const SPACING_M: f64 = 10.0;
const SPEED_MPS: f64 = 6.0;
const DWELL_S: i64 = 60;

/// Latitude and longitude of metres east and north of the beginning.
fn place(east: f64, north: f64) -> (f64, f64) {
    const DEGREE_M: f64 = 111_195.08;
    (50.0 + north / DEGREE_M, 10.0 + east / (DEGREE_M * 50.0_f64.to_radians().cos()))
}

fn kerb_m(house: u32) -> f64 {
    SPACING_M.mul_add(f64::from(house), 5.0)
}

/// The scenario of a street with so many houses; each tour is driven on its own day and stops at these.
pub(super) fn scenario(houses: u32, tours: &[Vec<u32>]) -> Scenario {
    let house = |house: u32| {
        let (lat, lon) = place(kerb_m(house), if house % 2 == 1 { 12.0 } else { -12.0 });
        HouseRow { id: format!("h{house}"), lat, lon, street: "s0".to_owned(), kerb_m: kerb_m(house) }
    };
    let driven: Vec<(TourRow, TrackRow)> =
        tours.iter().zip(0..).map(|(stops, day)| driven(stops, day)).collect();
    let (tours, tracks) = driven.into_iter().unzip();
    Scenario {
        meta: Meta {
            name: "straight".to_owned(),
            seed: 0,
            lat0: 50.0,
            lon0: 10.0,
            window_stops: WINDOW,
            source: String::new(),
            licence: "made up".to_owned(),
        },
        streets: vec![StreetRow {
            id: "s0".to_owned(),
            from: "n0".to_owned(),
            to: "n1".to_owned(),
            oneway: false,
            kmh: 24.0,
            line: vec![place(0.0, 0.0), place(f64::from(houses) * SPACING_M, 0.0)],
        }],
        houses: (0..houses).map(house).collect(),
        tours,
        tracks,
    }
}

/// The case of it.
pub(super) fn case(houses: u32, tours: &[Vec<u32>]) -> Case {
    Case::of(&scenario(houses, tours), Path::new("straight")).unwrap()
}

/// One tour at eight houses.
pub(super) fn one_tour() -> Case {
    case(60, &[vec![2, 9, 15, 24, 30, 41, 50, 57]])
}

#[expect(clippy::cast_possible_truncation, reason = "a street is short")]
fn driven(stops: &[u32], day: u32) -> (TourRow, TrackRow) {
    let name = format!("t{day}");
    let t0 = 1_000 + i64::from(day) * 86_400;
    let (mut now, mut at_m) = (t0, 0.0);
    let mut line = vec![place(0.0, 0.0)];
    let mut rows = Vec::new();
    for (house, n) in stops.iter().zip(1..) {
        let to_m = kerb_m(*house);
        let seconds = ((to_m - at_m) / SPEED_MPS).round();
        let share = |second: i64| at_m + (to_m - at_m) * second as f64 / seconds;
        line.extend((1..=seconds as i64).map(|second| place(share(second), 0.0)));
        line.extend((0..DWELL_S).map(|_| place(to_m, 0.0)));
        let arrive = now + seconds as i64;
        let (lat, lon) = place(to_m, 0.0);
        rows.push(StopRow {
            n,
            house: format!("h{house}"),
            arrive,
            depart: arrive + DWELL_S,
            lat,
            lon,
            path: vec![Stretch("s0".to_owned(), at_m, to_m)],
        });
        (now, at_m) = (arrive + DWELL_S, to_m);
    }
    let tour = TourRow { tour: name.clone(), route: day % 2, day, stops: rows };
    (tour, TrackRow { tour: name, t0, line: Track::of(&line) })
}
