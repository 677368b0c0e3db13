//! A tour as a dispatcher's system plans it.

use doorstep_domain::{ParcelId, Plan, PlannedStart, PlannedStop, StopId, TravelTimes, Window};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::Wanted;
use super::town::{DoorNo, Spot, Town};
use crate::order::shortest;

/// What a planner gives to finish a zone before the next one. With so much the routes of a public data set of parcel
/// tours are met best.
const ZONE_PRICE_MS: u32 = 300 * 1000;
/// Planned service: for the stop, and for each of its parcels. With [`PARCELS`] it is 93 s in the mean.
const SERVICE_S: u32 = 42;
const SERVICE_PER_PARCEL_S: u32 = 30;
/// Of a hundred stops so many have 1, 2, 3, 4 and 5 parcels; 1.7 in the mean.
const PARCELS: [u32; 5] = [55, 28, 11, 4, 2];
/// So many stops have a time window, as in public data of parcel tours.
const WITH_WINDOW: f64 = 0.05;
const WINDOW: SignedDuration = SignedDuration::from_hours(3);
const WINDOW_STEP_S: i64 = 30 * 60;
/// Tours start between half past seven and half past nine.
const FIRST_START: SignedDuration = SignedDuration::from_mins(7 * 60 + 30);
const LAST_START_MIN: i64 = 120;

/// A tour as planned.
pub(super) struct PlannedTour {
    pub(super) plan: Plan,
    pub(super) start_at: Timestamp,
    /// The doors in planned order; the one of place k is at k - 1.
    pub(super) doors: Vec<DoorNo>,
    pub(super) drives: Drives,
}

/// How long drives take on a usual day: from each place of a tour to each other, 0 the depot.
pub(super) struct Drives {
    places: usize,
    ms: Vec<u32>,
}

impl Drives {
    fn between(town: &Town, doors: &[DoorNo]) -> Self {
        let spots: Vec<Spot> =
            std::iter::once(Spot::Depot).chain(doors.iter().copied().map(Spot::Door)).collect();
        let from = |from: &Spot| spots.iter().map(|to| town.drive_ms(*from, *to)).collect::<Vec<_>>();
        Self { places: spots.len(), ms: spots.iter().flat_map(from).collect() }
    }

    /// In milliseconds.
    pub(super) fn ms(&self, from: usize, to: usize) -> u32 {
        self.ms.get(from * self.places + to).copied().unwrap_or(u32::MAX)
    }

    /// What the drives cost someone to whom it is worth so much to finish a zone before the next one.
    pub(super) fn with_zones_at(&self, price_ms: u32, town: &Town, doors: &[DoorNo]) -> Self {
        let zones: Vec<_> =
            std::iter::once(None).chain(doors.iter().map(|door| Some(town.door(*door).zone))).collect();
        let legs = zones.iter().flat_map(|from| zones.iter().map(move |to| from.is_some() && from != to));
        let ms = self.ms.iter().zip(legs).map(|(ms, leaves)| ms + if leaves { price_ms } else { 0 });
        Self { places: self.places, ms: ms.collect() }
    }

    /// What the drives cost someone who takes each for another length.
    pub(super) fn taken_for(&self, mut length: impl FnMut(u32) -> u32) -> Self {
        Self { places: self.places, ms: self.ms.iter().map(|ms| length(*ms)).collect() }
    }

    /// A good order of the places.
    pub(super) fn shortest(&self) -> Vec<usize> {
        shortest(self.places - 1, &|from, to| Some(u64::from(self.ms(from, to))))
    }

    /// The same with the places in another order.
    fn ordered(&self, order: &[usize]) -> Self {
        let places = || std::iter::once(0).chain(order.iter().copied());
        let ms = places().flat_map(|from| places().map(move |to| self.ms(from, to)));
        Self { places: self.places, ms: ms.collect() }
    }

    fn table(&self) -> TravelTimes {
        let seconds = |ms: &u32| Some(f64::from(*ms) / 1000.0);
        let rows: Vec<Vec<Option<f64>>> =
            self.ms.chunks(self.places).map(|row| row.iter().map(seconds).collect()).collect();
        TravelTimes::try_from(rows).expect("there are as many rows as places")
    }
}

impl PlannedTour {
    /// Plans a tour of some day.
    pub(super) fn drawn(town: &Town, date: Date, wanted: &Wanted, chance: &mut StdRng) -> Self {
        let doors = town.doors_together(stop_count(wanted, chance), chance);
        let drives = Drives::between(town, &doors);
        let order = drives.with_zones_at(ZONE_PRICE_MS, town, &doors).shortest();
        let drives = drives.ordered(&order);
        let doors: Vec<DoorNo> =
            order.iter().filter_map(|place| doors.get(place.checked_sub(1)?).copied()).collect();
        let start_at = start_of(date) + FIRST_START + minutes(chance.random_range(0..=LAST_START_MIN));
        let mut at = start_at;
        let mut stops = Vec::with_capacity(doors.len());
        for (before, door) in doors.iter().enumerate() {
            at += SignedDuration::from_millis(i64::from(drives.ms(before, before + 1)));
            let stop = stop(town, *door, at, chance);
            at += stop.service.unwrap_or_default();
            stops.push(stop);
        }
        let start = PlannedStart { place: town.point(Spot::Depot).place(), at: Some(start_at) };
        let plan =
            Plan { driver: None, vehicle: None, start: Some(start), stops, travel: Some(drives.table()) };
        Self { plan, start_at, doors, drives }
    }

    /// The stop at a place; places are counted from 1.
    pub(super) fn stop(&self, place: usize) -> (DoorNo, &PlannedStop) {
        let index = place.wrapping_sub(1);
        let door = self.doors.get(index).copied();
        door.zip(self.plan.stops.get(index)).expect("orders are made of the places of the tour")
    }
}

/// Short tours are as frequent as long ones: the logarithm of the number is uniform.
fn stop_count(wanted: &Wanted, chance: &mut StdRng) -> usize {
    let (least, most) = wanted.stops;
    let ln = |count: u8| f64::from(count.max(1)).ln();
    let drawn = (ln(least) + (ln(most) - ln(least)) * chance.random::<f64>()).exp().round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between both bounds"
    )]
    let count = drawn as usize;
    count
}

fn stop(town: &Town, door: DoorNo, arrival: Timestamp, chance: &mut StdRng) -> PlannedStop {
    let parcels = parcel_count(chance);
    let zone = town.door(door).zone.name();
    let has_window = chance.random_bool(WITH_WINDOW);
    let early = minutes(chance.random_range(30..=90));
    let number = u128::from(door.0) + 1;
    PlannedStop {
        id: StopId::from_u128(number),
        place: Some(town.door(door).point.place()),
        service: Some(SignedDuration::from_secs(i64::from(SERVICE_S + SERVICE_PER_PARCEL_S * parcels))),
        planned_arrival: Some(whole(arrival)),
        window: has_window.then(|| window(arrival - early)),
        zone: Some(zone),
        parcels: (0..u128::from(parcels)).map(|nth| ParcelId::from_u128(number << 32 | nth)).collect(),
    }
}

fn parcel_count(chance: &mut StdRng) -> u32 {
    let mut left = chance.random_range(0..PARCELS.iter().sum());
    for (count, share) in (1..).zip(PARCELS) {
        if left < share {
            return count;
        }
        left -= share;
    }
    unreachable!("what was drawn is less than all shares together")
}

/// What was promised to a recipient: some hours that begin at a half or whole one.
fn window(about: Timestamp) -> Window {
    let second = about.as_second().div_euclid(WINDOW_STEP_S) * WINDOW_STEP_S;
    let from = Timestamp::from_second(second).unwrap_or(about);
    Window::between(from, from + WINDOW)
}

fn start_of(date: Date) -> Timestamp {
    date.to_zoned(TimeZone::UTC).expect("recorded days lie in this century").timestamp()
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}
