//! A day of tours at real addresses, in an order that a planner would choose.

use anyhow::{Result, bail};
use doorstep_domain::{Place, Window};
use doorstep_roads::{Address, RoadNetwork};
use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};

use crate::order::shortest;

/// How long a stop is planned to take, in seconds.
const SERVICE_S: u32 = 120;
/// The promised window lies at least this far around the planned arrival.
const PROMISE_HALF: SignedDuration = SignedDuration::from_mins(45);
/// It begins and ends at whole multiples of this.
const PROMISE_STEP_S: i64 = 30 * 60;

/// Each tour starts so much after the one before.
const STAGGER: SignedDuration = SignedDuration::from_secs(30);

/// What day is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// How many tours.
    pub tours: usize,
    /// The number of stops of a tour, from and to.
    pub stops: (usize, usize),
    /// When the first tour starts; each further one starts half a minute later.
    pub start_at: Timestamp,
    /// Where all tours start; one of the addresses when it is not said.
    pub depot: Option<Place>,
    /// The seed of every choice.
    pub seed: u64,
}

/// A tour as planned.
#[derive(Debug, Clone)]
pub struct TourPlan {
    /// The operator's name for it.
    pub reference: String,
    /// Who drives.
    pub driver_name: String,
    /// Where it starts.
    pub start: Place,
    /// When it starts.
    pub start_at: Timestamp,
    /// Its stops in order.
    pub stops: Vec<StopPlan>,
    /// Travel times between start (0) and stops (1…), in seconds.
    pub travel_s: Vec<Vec<Option<u64>>>,
}

/// A stop as planned.
#[derive(Debug, Clone)]
pub struct StopPlan {
    /// The address, in lines.
    pub address: String,
    /// The door.
    pub place: Place,
    /// How long the work takes, in seconds.
    pub service_s: u32,
    /// When the vehicle should arrive.
    pub planned_arrival: Timestamp,
    /// What is promised to recipients.
    pub window: Window,
    /// What is brought there; at least one.
    pub parcels: Vec<PlannedParcel>,
}

/// A parcel as planned.
#[derive(Debug, Clone)]
pub struct PlannedParcel {
    /// The number for people.
    pub tracking_number: String,
    /// Who sends it.
    pub sender: String,
    /// `ordinary`, `gift`, `confidential` or `high_value`.
    pub kind: &'static str,
    /// The account that may follow it.
    pub recipient_email: Option<String>,
    /// The account that ordered it for them.
    pub buyer_email: Option<String>,
    /// The order that it belongs to.
    pub order: Option<String>,
}

/// Plans a day.
///
/// # Errors
/// When the extract has too few addresses near its roads.
pub fn day(roads: &RoadNetwork, addresses: &[Address], wanted: Wanted) -> Result<Vec<TourPlan>> {
    let mut random = StdRng::seed_from_u64(wanted.seed);
    let mut reachable: Vec<&Address> = addresses
        .iter()
        .filter(|address| roads.snap(address.place).is_ok_and(|snap| !snap.is_far()))
        .collect();
    reachable.shuffle(&mut random);
    let Some(depot) = wanted.depot.or_else(|| Some(reachable.pop()?.place)) else {
        bail!("the extract has no address near a road; use a bigger one")
    };
    let reachable = both_ways(roads, depot, reachable);
    let lengths: Vec<usize> =
        (0..wanted.tours).map(|_| random.random_range(wanted.stops.0..=wanted.stops.1)).collect();
    let needed: usize = lengths.iter().sum();
    if reachable.len() < needed {
        bail!(
            "the extract has {} addresses near its roads and {needed} stops are wanted; ask for fewer tours",
            reachable.len()
        );
    }
    let mut chosen: Vec<&Address> = reachable.into_iter().take(needed).collect();
    chosen.sort_by(|a, b| bearing(depot, a.place).total_cmp(&bearing(depot, b.place)));
    let mut rest = chosen.into_iter();
    let mut tours = Vec::with_capacity(lengths.len());
    for (index, length) in lengths.into_iter().enumerate() {
        let stops: Vec<&Address> = rest.by_ref().take(length).collect();
        tours.push(tour(roads, depot, &stops, index, wanted, &mut random)?);
    }
    Ok(tours)
}

/// The addresses that can be driven to from the depot and back.
fn both_ways<'a>(roads: &RoadNetwork, depot: Place, addresses: Vec<&'a Address>) -> Vec<&'a Address> {
    let there_and_back = |address: &&Address| {
        roads.travel_time(depot, address.place).is_ok() && roads.travel_time(address.place, depot).is_ok()
    };
    addresses.into_iter().filter(there_and_back).collect()
}

fn tour(
    roads: &RoadNetwork,
    depot: Place,
    addresses: &[&Address],
    index: usize,
    wanted: Wanted,
    random: &mut StdRng,
) -> Result<TourPlan> {
    let places: Vec<Place> =
        std::iter::once(depot).chain(addresses.iter().map(|address| address.place)).collect();
    let matrix = roads.matrix(&places, &places)?;
    let seconds = |from: usize, to: usize| matrix.get(from, to).map(|time| time.as_secs());
    let order = shortest(addresses.len(), &seconds);
    let start_at = wanted.start_at + STAGGER * i32::try_from(index)?;
    let mut at = start_at;
    let mut here = 0;
    let mut stops = Vec::with_capacity(order.len());
    for position in &order {
        let Some(address) = addresses.get(position - 1) else { continue };
        let driving = i64::try_from(seconds(here, *position).unwrap_or_default())?;
        at += SignedDuration::from_secs(driving);
        stops.push(stop(address, at, index, stops.len(), random));
        at += SignedDuration::from_secs(i64::from(SERVICE_S));
        here = *position;
    }
    let rows = std::iter::once(0).chain(order.iter().copied());
    let travel_s = rows.clone().map(|from| rows.clone().map(|to| seconds(from, to)).collect()).collect();
    Ok(TourPlan {
        reference: format!("T{:02}", index + 1),
        driver_name: format!("Driver {}", index + 1),
        start: depot,
        start_at,
        stops,
        travel_s,
    })
}

fn stop(
    address: &Address,
    arrival: Timestamp,
    tour: usize,
    position: usize,
    random: &mut StdRng,
) -> StopPlan {
    let count = if random.random_bool(0.2) { 2 } else { 1 };
    let parcels = (0..count)
        .map(|nth| PlannedParcel {
            tracking_number: format!("EX{:02}{:03}{}", tour + 1, position + 1, nth + 1),
            sender: "Example Shop".to_owned(),
            kind: "ordinary",
            recipient_email: None,
            buyer_email: None,
            order: None,
        })
        .collect();
    StopPlan {
        address: lines(address),
        place: address.place,
        service_s: SERVICE_S,
        planned_arrival: arrival,
        window: promise(arrival),
        parcels,
    }
}

/// What is promised to recipients: hours as people say them.
fn promise(arrival: Timestamp) -> Window {
    let step = |at: Timestamp, up: i64| {
        let second = (at.as_second() + up).div_euclid(PROMISE_STEP_S) * PROMISE_STEP_S;
        Timestamp::from_second(second).unwrap_or(at)
    };
    Window::between(step(arrival - PROMISE_HALF, 0), step(arrival + PROMISE_HALF, PROMISE_STEP_S - 1))
}

/// The address as it stands on a label; what the extract does not know is left out.
fn lines(address: &Address) -> String {
    let joined = |parts: [&Option<String>; 2]| {
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        parts.join(" ")
    };
    let name = address.name.clone().unwrap_or_default();
    let street = joined([&address.street, &address.housenumber]);
    let town = joined([&address.postcode, &address.city]);
    let lines: Vec<String> = [name, street, town].into_iter().filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The direction from one place to another, good enough to sort by.
fn bearing(from: Place, to: Place) -> f64 {
    (to.lon() - from.lon()).atan2(to.lat() - from.lat())
}
