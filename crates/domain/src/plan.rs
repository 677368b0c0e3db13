//! The plan of a tour: what was meant to happen.

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
}

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
    /// Where the vehicle halts.
    pub place: Place,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Vec<Option<u32>>>", into = "Vec<Vec<Option<u32>>>")]
pub struct TravelTimes {
    places: usize,
    seconds: Arc<[u32]>,
}

impl TravelTimes {
    const UNREACHABLE: u32 = u32::MAX;

    /// The driving time from one place of the plan to another, or `None` where it is not known.
    pub fn between(&self, from: usize, to: usize) -> Option<SignedDuration> {
        if to >= self.places {
            return None;
        }
        self.seconds
            .get(from.checked_mul(self.places)?.checked_add(to)?)
            .filter(|seconds| **seconds != Self::UNREACHABLE)
            .map(|seconds| SignedDuration::from_secs(i64::from(*seconds)))
    }

    /// Whether the other one is a copy of this table, without looking into it.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.seconds, &other.seconds)
    }

    /// How many places the table has, the start included.
    pub fn places(&self) -> usize {
        self.places
    }
}

impl TryFrom<Vec<Vec<Option<u32>>>> for TravelTimes {
    type Error = String;

    fn try_from(rows: Vec<Vec<Option<u32>>>) -> Result<Self, String> {
        let places = rows.len();
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != places) {
            return Err(format!(
                "travel times must be a square table: row {index} has {} of {places} entries",
                row.len()
            ));
        }
        let seconds = rows.iter().flatten().map(|cell| cell.unwrap_or(Self::UNREACHABLE)).collect();
        Ok(Self { places, seconds })
    }
}

impl From<TravelTimes> for Vec<Vec<Option<u32>>> {
    fn from(table: TravelTimes) -> Self {
        table
            .seconds
            .chunks(table.places.max(1))
            .map(|row| {
                row.iter().map(|cell| Some(*cell).filter(|s| *s != TravelTimes::UNREACHABLE)).collect()
            })
            .collect()
    }
}
