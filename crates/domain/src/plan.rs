//! The plan of a tour: what was meant to happen.

use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{DriverId, ParcelId, Place, StopId, VehicleId, Window};

/// The plan of a tour as the dispatcher made it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Who drives.
    pub driver: Option<DriverId>,
    /// In what.
    pub vehicle: Option<VehicleId>,
    /// Where and when the tour starts.
    pub start: Option<PlannedStart>,
    /// The stops in planned order, at most [`Plan::STOPS_MAX`].
    pub stops: Vec<PlannedStop>,
    /// Driving times between start and stops, where the planner knew them.
    pub travel: Option<TravelTimes>,
}

impl Plan {
    /// The largest number of stops of one tour.
    pub const STOPS_MAX: usize = 1_000;

    /// Whether its travel times are not those between its places: most of the ways along it, and from its start, would be
    /// driven faster than any vehicle or slower than on foot. So are times in another unit, distances, or times of
    /// another plan.
    pub fn contradicts_itself(&self) -> bool {
        let speeds: Vec<f64> = self.ways().filter_map(|(from, to)| self.speed(from, to)).collect();
        let odd = speeds.iter().filter(|speed| !SPEEDS_MPS.contains(speed)).count();
        2 * odd > speeds.len()
    }

    /// The ways from the start to each stop and from each stop to the next one, by their places in the travel times.
    fn ways(&self) -> impl Iterator<Item = (usize, usize)> {
        let stops = 1..=self.stops.len();
        stops.clone().map(|stop| (0, stop)).chain(stops.clone().zip(stops.skip(1)))
    }

    /// How fast a vehicle would be as the crow flies; nothing where the plan does not say, or where it is not far.
    fn speed(&self, from: usize, to: usize) -> Option<f64> {
        let distance_m = self.place(from)?.distance_to(self.place(to)?).0;
        let seconds = self.travel.as_ref()?.between(from, to)?.as_secs_f64();
        (distance_m >= FAR_M).then(|| distance_m / seconds.max(0.1))
    }

    /// The place with this number in the travel times.
    fn place(&self, number: usize) -> Option<Place> {
        match number.checked_sub(1) {
            Some(stop) => self.stops.get(stop)?.place,
            None => self.start.map(|start| start.place),
        }
    }
}

/// How fast vehicles are as the crow flies: from a walk with a handcart to a motorway at night.
const SPEEDS_MPS: RangeInclusive<f64> = 0.8..=50.0;
/// Between nearer places, one-way streets and parking decide.
const FAR_M: f64 = 200.0;

/// Where and when a tour starts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PlannedStart {
    /// The depot.
    pub place: Place,
    /// The planned departure.
    pub at: Option<Timestamp>,
}

/// A stop as planned. Its address stays in the records: the log of a tour holds no personal text of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlannedStop {
    /// Its identity.
    pub id: StopId,
    /// Where the vehicle halts; `None` where only the address is known. Such a stop is held back: nothing is foretold of
    /// it before it has a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// How long the work takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<SignedDuration>,
    /// When the vehicle should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_arrival: Option<Timestamp>,
    /// What was promised to the recipients.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The delivery zone, as the planner names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What is brought there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parcels: Vec<ParcelId>,
}

/// Driving times from each place of a plan to each other: 0 is the start, k the k-th stop of the plan it came with.
/// Times of up to 13 minutes are kept to a tenth of a second: between neighbouring doors that decides which is nearer.
/// Longer ones are kept to one part in 4,000, and none is longer than 29 hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Vec<Option<f64>>>", into = "Vec<Vec<Option<Seconds>>>")]
pub struct TravelTimes {
    places: usize,
    times: Arc<[Rounded]>,
}

/// A length of time in two bytes: tenths of a second, and above them how often they are doubled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rounded(u16);

impl Rounded {
    const UNKNOWN: Self = Self(u16::MAX);
    /// So many bits of a number are kept.
    const KEPT: u32 = 13;

    /// What is no length of time, or is too long for one, is not known.
    fn from_seconds(seconds: f64) -> Self {
        let tenths = (seconds * 10.0).round();
        if !(0.0..f64::from(u32::MAX)).contains(&tenths) {
            return Self::UNKNOWN;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
        let tenths = tenths as u32;
        let doubled = (u32::BITS - tenths.leading_zeros()).saturating_sub(Self::KEPT);
        let kept = tenths >> doubled;
        u16::try_from(doubled << Self::KEPT | kept).map_or(Self::UNKNOWN, Self)
    }

    fn tenths(self) -> Option<u32> {
        let (doubled, kept) = (self.0 >> Self::KEPT, self.0 & ((1 << Self::KEPT) - 1));
        (self != Self::UNKNOWN).then(|| u32::from(kept) << doubled)
    }
}

impl TravelTimes {
    /// The driving time from one place of the plan to another, or `None` where it is not known.
    pub fn between(&self, from: usize, to: usize) -> Option<SignedDuration> {
        if to >= self.places {
            return None;
        }
        let time = self.times.get(from.checked_mul(self.places)?.checked_add(to)?)?;
        time.tenths().map(|tenths| SignedDuration::from_millis(100 * i64::from(tenths)))
    }

    /// Whether the other one is a copy of this table, without looking into it.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.times, &other.times)
    }

    /// How many places the table has, the start included.
    pub fn places(&self) -> usize {
        self.places
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        self.times.len() * size_of::<Rounded>()
    }
}

impl<T: Into<f64>> TryFrom<Vec<Vec<Option<T>>>> for TravelTimes {
    type Error = String;

    /// From seconds; what is no length of time is not known.
    fn try_from(rows: Vec<Vec<Option<T>>>) -> Result<Self, String> {
        let places = rows.len();
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != places) {
            return Err(format!(
                "travel times must be a square table: row {index} has {} of {places} entries",
                row.len()
            ));
        }
        let time =
            |cell: Option<T>| cell.map_or(Rounded::UNKNOWN, |seconds| Rounded::from_seconds(seconds.into()));
        Ok(Self { places, times: rows.into_iter().flatten().map(time).collect() })
    }
}

/// Seconds as they are written: whole ones without a fraction.
#[derive(Serialize)]
#[serde(untagged)]
enum Seconds {
    Whole(u32),
    Tenths(f64),
}

impl From<TravelTimes> for Vec<Vec<Option<Seconds>>> {
    fn from(table: TravelTimes) -> Self {
        let seconds = |tenths: u32| match tenths % 10 {
            0 => Seconds::Whole(tenths / 10),
            _ => Seconds::Tenths(f64::from(tenths) / 10.0),
        };
        let cell = |time: &Rounded| time.tenths().map(seconds);
        table.times.chunks(table.places.max(1)).map(|row| row.iter().map(cell).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn travel_times_are_kept_to_a_tenth_and_written_as_they_came() {
        let written = "[[0,61,null],[60.4,0,5],[null,0.1,0]]";
        let table: TravelTimes = serde_json::from_str(written).unwrap();
        assert_eq!(table.between(1, 0), Some(SignedDuration::from_millis(60_400)));
        assert_eq!(serde_json::to_string(&table).unwrap(), written);
    }

    #[test]
    fn a_long_travel_time_is_kept_to_one_part_in_4000_up_to_its_limit() {
        let kept = |seconds: f64| {
            let table = TravelTimes::try_from(vec![vec![Some(seconds)]]).unwrap();
            table.between(0, 0).map(|time| time.as_secs_f64())
        };
        assert_eq!(kept(819.1), Some(819.1));
        assert_eq!(kept(819.3), Some(819.2));
        for seconds in [1_000.7, 3_600.3, 10_000.9, 86_399.9] {
            let off = (kept(seconds).unwrap() - seconds).abs();
            assert!(off <= seconds / 4_000.0, "{seconds} s are kept {off} s off");
        }
        assert_eq!(kept(104_793.5), Some(104_780.8));
        assert_eq!(kept(104_857.6), None);
    }

    #[test]
    fn what_is_no_length_of_time_is_not_known() {
        let odd = [-1.0, f64::NAN, f64::INFINITY, 1e12].map(|cell| vec![vec![Some(cell)]]);
        for rows in odd {
            assert_eq!(TravelTimes::try_from(rows).unwrap().between(0, 0), None);
        }
    }
}
