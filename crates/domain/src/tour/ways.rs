//! Driving times between the places of a tour: those of the plan, else an estimate from the distance.

use jiff::SignedDuration;

use super::StopProgress;
use crate::{Place, TourState, TravelTimes};

/// Roads are this much longer than the crow's flight in a town.
const DETOUR: f64 = 1.4;
/// The mean pace of a van in a town, stops at lights included.
const PACE_MPS: f64 = 7.0;
/// Parking, and walking back.
const PARKING_S: f64 = 15.0;
/// The standard deviations of driving and service times, as shares of what is planned: on real tours those of their
/// logarithms are 0.25 and 0.55.
pub(crate) const DRIVE_SPREAD: f32 = 0.25;
pub(crate) const SERVICE_SPREAD: f32 = 0.6;
/// The median of planned service at real delivery stops is 78 s, with 1.7 parcels.
const SERVICE_PER_STOP: SignedDuration = SignedDuration::from_secs(50);
const SERVICE_PER_PARCEL: SignedDuration = SignedDuration::from_secs(20);

/// A place of the tour, and where it stands in the plan's table of travel times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub(crate) index: Option<usize>,
    pub(crate) place: Place,
}

impl Spot {
    pub(crate) fn of(stop: &StopProgress) -> Option<Self> {
        Some(Self { index: stop.travel_index, place: stop.planned.place? })
    }

    pub(crate) fn of_start(state: &TourState) -> Option<Self> {
        state.start().map(|start| Self { index: Some(0), place: start.place })
    }
}

/// The driving times of a tour.
#[derive(Debug, Clone)]
pub(crate) struct Ways {
    table: Option<TravelTimes>,
}

impl Ways {
    pub(crate) fn of(state: &TourState) -> Self {
        Self::by(state.travel())
    }

    /// Those of a plan's table, or estimates where it has none.
    pub(crate) fn by(table: Option<&TravelTimes>) -> Self {
        Self { table: table.cloned() }
    }

    /// How long the drive takes.
    pub(crate) fn travel(&self, from: Spot, to: Spot) -> SignedDuration {
        let planned = self.table.as_ref().and_then(|table| table.between(from.index?, to.index?));
        planned.unwrap_or_else(|| estimate(from.place, to.place))
    }

    /// Whether these are the times of the same table.
    pub(crate) fn are_of(&self, state: &TourState) -> bool {
        match (&self.table, state.travel()) {
            (Some(own), Some(other)) => own.is_same_as(other),
            (None, None) => true,
            _ => false,
        }
    }
}

/// How long a drive takes about.
pub(crate) fn estimate(from: Place, to: Place) -> SignedDuration {
    let seconds = PARKING_S + from.distance_to(to).0 * DETOUR / PACE_MPS;
    SignedDuration::try_from_secs_f64(seconds).unwrap_or_default()
}

/// How long the work at a stop takes: as planned, else an estimate from its parcels.
pub(crate) fn service(stop: &StopProgress) -> SignedDuration {
    let parcels = i32::try_from(stop.planned.parcels.len()).unwrap_or(i32::MAX);
    stop.planned.service.unwrap_or(SERVICE_PER_STOP + SERVICE_PER_PARCEL * parcels)
}
