//! A parcel tour through a town, made up without chance: what [`super::fold`] measures with.
//!
//! The planner knows the driving times. The driver leaves the plan at every fifth stop, drives and halts, and the phone
//! tells a place every five seconds, as far off as receivers in a town are.

use std::f64::consts::TAU;

use doorstep_domain::{
    EventId, Fix, Happening, Metres, MetresPerSecond, ParcelId, Place, Plan, PlannedStart, PlannedStop,
    StopId, TourEvent, TravelTimes,
};
use jiff::{SignedDuration, Timestamp};

/// The share of the time between two stops that the vehicle drives; the rest it stands at the second.
const DRIVING: f64 = 0.6;
/// The town is a square with sides of so many metres; so many streets run across it.
const SIDE_M: f64 = 4_000.0;
const STREETS: u16 = 10;
/// Metres in a degree, north and east, at 45 degrees.
const NORTH_M: f64 = 111_195.0;
const EAST_M: f64 = 78_627.0;
/// Metres that a vehicle makes in a second.
const PACE_MPS: f64 = 7.0;
/// Seconds between two fixes.
const FIX_EVERY_S: i64 = 5;
/// How far off a fix is at most, in metres, and how far off the phone's instants, in milliseconds.
const NOISE_M: f64 = 5.0;
const JITTER_MS: f64 = 40.0;

/// The day of a tour: its plan, its start at the depot, and its fixes.
pub(super) fn day(stops: u16, fixes: u32) -> Vec<TourEvent> {
    let doors: Vec<(f64, f64)> = (0..stops).map(|stop| door(stop, stops)).collect();
    let way: Vec<(f64, f64)> = std::iter::once((0.0, 0.0))
        .chain(driven(stops).into_iter().filter_map(|stop| doors.get(stop).copied()))
        .collect();
    let drive = (0..fixes).map(|number| {
        let gaps = f64::from(stops) * f64::from(number) / f64::from(fixes);
        event(number + 2, Happening::Fix(fix(number, on_the_way(&way, gaps))))
    });
    [event(0, Happening::Planned(Box::new(plan(&doors)))), event(1, Happening::Started)]
        .into_iter()
        .chain(drive)
        .collect()
}

/// Where a stop is, in metres east and north of the depot: up one street and down the next.
fn door(stop: u16, stops: u16) -> (f64, f64) {
    let along = f64::from(STREETS) * (f64::from(stop) + chance(u32::from(stop))) / f64::from(stops);
    let up = if along.rem_euclid(2.0) < 1.0 { along.fract() } else { 1.0 - along.fract() };
    (SIDE_M * along.floor() / f64::from(STREETS) + 40.0 * chance(u32::from(stop) + 7), SIDE_M * up)
}

/// The order in which stops are served: every fifth stop changes places with the third one behind it.
fn driven(stops: u16) -> Vec<usize> {
    let mut order: Vec<usize> = (0..usize::from(stops)).collect();
    for stop in (4..order.len().saturating_sub(3)).step_by(5) {
        order.swap(stop, stop + 3);
    }
    order
}

fn plan(doors: &[(f64, f64)]) -> Plan {
    let planned = doors.iter().zip(1_u128..).map(|(door, number)| PlannedStop {
        id: StopId::from_u128(number),
        place: Some(place(*door)),
        service: Some(SignedDuration::from_secs(75)),
        planned_arrival: None,
        window: None,
        zone: None,
        parcels: vec![ParcelId::from_u128(number)],
    });
    let places: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(doors.iter().copied()).collect();
    let row = |from: &(f64, f64)| places.iter().map(|to| Some(seconds(*from, *to))).collect();
    let rows: Vec<Vec<Option<f64>>> = places.iter().map(row).collect();
    Plan {
        driver: None,
        vehicle: None,
        start: Some(PlannedStart { place: place((0.0, 0.0)), at: None }),
        stops: planned.collect(),
        travel: Some(TravelTimes::try_from(rows).expect("there are as many rows as places")),
    }
}

/// Streets run east and north.
fn seconds(from: (f64, f64), to: (f64, f64)) -> f64 {
    ((from.0 - to.0).abs() + (from.1 - to.1).abs()) / PACE_MPS
}

/// Where the vehicle is after so many gaps between stops.
fn on_the_way(way: &[(f64, f64)], gaps: f64) -> (f64, f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as many gaps as stops")]
    let gap = gaps as usize;
    let from = way.get(gap).copied().unwrap_or_default();
    let to = way.get(gap + 1).copied().unwrap_or(from);
    let share = (gaps.fract() / DRIVING).min(1.0);
    (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1))
}

fn fix(number: u32, (east, north): (f64, f64)) -> Fix {
    let (off_m, angle) = (NOISE_M * chance(number), TAU * chance(number + 1));
    Fix {
        place: place((east + off_m * angle.cos(), north + off_m * angle.sin())),
        accuracy: Some(Metres(3.0 + 6.0 * chance(number + 2))),
        speed: Some(MetresPerSecond(8.0)),
        course: Some(90.0),
    }
}

fn place((east, north): (f64, f64)) -> Place {
    Place::from_degrees(45.0 + north / NORTH_M, 5.0 + east / EAST_M).expect("the town lies in Europe")
}

fn event(number: u32, what: Happening) -> TourEvent {
    #[expect(clippy::cast_possible_truncation, reason = "some milliseconds")]
    let jitter = SignedDuration::from_millis((JITTER_MS * chance(number)) as i64);
    let at = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(FIX_EVERY_S * i64::from(number)) + jitter;
    let id = EventId::from_u128(u128::from(number) << 64 | 7);
    TourEvent { id, at, received_at: at + SignedDuration::from_secs(1), what }
}

/// A number from 0 to 1 that looks drawn, and is the same in every run.
fn chance(number: u32) -> f64 {
    let mut mixed = number.wrapping_mul(0x9e37_79b9) ^ 0x5bd1_e995;
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xc2b2_ae35);
    f64::from(mixed ^ (mixed >> 16)) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use doorstep_domain::TourState;
    use doorstep_domain::tour::{Anomaly, StopState};

    use super::*;

    #[test]
    fn nearly_every_stop_of_the_day_is_served_and_some_out_of_order() {
        let mut state = TourState::default();
        state.fold_all(day(150, 5_760));
        let served = state.stops().filter(|stop| matches!(stop.state, StopState::Served { .. })).count();
        assert!(served >= 140, "{served}");
        assert!(state.anomalies().count(Anomaly::OutOfOrderStop) > 20, "{:?}", state.anomalies());
    }
}
