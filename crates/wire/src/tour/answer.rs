//! What operators read of tours.

use doorstep_domain::tour::{Anomalies, Anomaly, Evidence, Position, StopProgress, StopState};
use doorstep_domain::{DriverId, ParcelId, Personal, Phase, StopId, TourId, VehicleId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::shapes::{OutcomeJson, PlaceJson, WindowJson};
use crate::wish::{AccessJson, InstructionJson};
use crate::words::{EvidenceWord, KindWord, PhaseWord, StopStateWord};

/// The answer to a new tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TourCreated {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: TourId,
    /// The operator's own name for it.
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// Its stops in planned order.
    pub stops: Vec<TourCreatedStop>,
}

/// A stop of a new tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TourCreatedStop {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: StopId,
    /// Its parcels, in the order in which they were brought.
    pub parcels: Vec<TourCreatedParcel>,
}

/// A parcel of a new tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TourCreatedParcel {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: ParcelId,
    /// The operator's number for it.
    pub tracking_number: String,
}

/// A page of tours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ToursAnswer {
    /// The tours, by reference.
    pub tours: Vec<TourSummary>,
    /// What `after` must be to get the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A tour in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TourSummary {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: TourId,
    /// The operator's own name for it.
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// Where it is in its life.
    pub phase: PhaseWord,
    /// Who drives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverName>,
    /// How many stops are served or skipped.
    pub stops_done: usize,
    /// How many stops there are.
    pub stops: usize,
}

/// A driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DriverName {
    /// Their identity.
    #[schema(value_type = String)]
    pub id: DriverId,
    /// Their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Personal>,
}

/// Everything that an operator reads of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TourAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: TourId,
    /// The operator's own name for it.
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// Where it is in its life.
    pub phase: PhaseWord,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Who drives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub driver: Option<DriverName>,
    /// In what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub vehicle: Option<VehicleId>,
    /// Where it starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PlaceJson>,
    /// When it should start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_at: Option<Timestamp>,
    /// Where the vehicle was last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<TourPosition>,
    /// Its stops in the believed order.
    pub stops: Vec<TourStopAnswer>,
    /// Whether that order is sure enough to count by.
    pub order_is_sure: bool,
    /// What did not fit.
    pub anomalies: AnomaliesJson,
    /// How many people have its map open now.
    pub watchers: usize,
    /// Whether the driver closed the map for everyone.
    pub map_hidden: bool,
}

/// Where a vehicle was, for its operator.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TourPosition {
    /// Where.
    #[serde(flatten)]
    pub place: PlaceJson,
    /// How far the true place may lie from it, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy_m: Option<f64>,
    /// When.
    pub at: Timestamp,
}

/// A stop of a tour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TourStopAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: StopId,
    /// The address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
    /// Notes for the driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Personal>,
    /// Where the vehicle halts, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceJson>,
    /// What became of it.
    pub state: StopStateWord,
    /// How that is known of a stop that was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceWord>,
    /// When the vehicle arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
    /// When it was served or skipped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_at: Option<Timestamp>,
    /// When the vehicle should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_arrival: Option<Timestamp>,
    /// What was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowJson>,
    /// The delivery zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// When the vehicle is believed to arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicted: Option<PredictedJson>,
    /// What is brought there.
    pub parcels: Vec<TourStopParcel>,
}

/// A believed arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PredictedJson {
    /// The instant.
    pub arrival: Timestamp,
    /// The first instant of its window.
    pub from: Timestamp,
    /// The last instant of its window.
    pub until: Timestamp,
}

/// A parcel of a stop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TourStopParcel {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: ParcelId,
    /// The operator's number for it.
    pub tracking_number: String,
    /// How much may be said about it.
    pub kind: KindWord,
    /// What its recipient asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<InstructionJson>,
    /// How to get to the door, as its recipient says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<AccessJson>,
    /// How its story ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeJson>,
}

/// How often something did not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AnomaliesJson {
    /// Stops still to come that have no place yet.
    pub stops_without_place: u32,
    /// Events that name a stop that is not on the tour.
    pub unknown_stops: u32,
    /// Events that name a parcel that is not on the tour.
    pub unknown_parcels: u32,
    /// Fixes from outside the started tour.
    pub fixes_outside_tour: u32,
    /// Fixes from so far away that they are of no vehicle of this tour.
    pub far_fixes: u32,
    /// Fixes that go to and fro between two places far apart, as those of two vehicles do.
    pub alternating_fixes: u32,
    /// Fixes whose accuracy radius is too large.
    pub inaccurate_fixes: u32,
    /// Fixes that repeat a place which the vehicle has left.
    pub stale_fixes: u32,
    /// Fixes that the vehicle cannot have sent from there at that time.
    pub jumps: u32,
    /// Stops that were served although others came first.
    pub out_of_order_stops: u32,
    /// Starts, breaks and ends that do not fit the phase.
    pub misplaced_turns: u32,
    /// Plans that were made after the start.
    pub plans_after_start: u32,
    /// Plans whose travel times disagree with their places; they are not believed.
    pub doubtful_travel_times: u32,
}

impl From<Anomalies> for AnomaliesJson {
    fn from(anomalies: Anomalies) -> Self {
        Self {
            stops_without_place: anomalies.count(Anomaly::StopWithoutPlace),
            unknown_stops: anomalies.count(Anomaly::UnknownStop),
            unknown_parcels: anomalies.count(Anomaly::UnknownParcel),
            fixes_outside_tour: anomalies.count(Anomaly::FixOutsideTour),
            far_fixes: anomalies.count(Anomaly::FarFix),
            alternating_fixes: anomalies.count(Anomaly::AlternatingFix),
            inaccurate_fixes: anomalies.count(Anomaly::InaccurateFix),
            stale_fixes: anomalies.count(Anomaly::StaleFix),
            jumps: anomalies.count(Anomaly::Jump),
            out_of_order_stops: anomalies.count(Anomaly::OutOfOrderStop),
            misplaced_turns: anomalies.count(Anomaly::MisplacedTurn),
            plans_after_start: anomalies.count(Anomaly::PlanAfterStart),
            doubtful_travel_times: anomalies.count(Anomaly::DoubtfulTravelTimes),
        }
    }
}

impl From<&Position> for TourPosition {
    fn from(position: &Position) -> Self {
        Self {
            place: position.place.into(),
            accuracy_m: position.accuracy.map(|accuracy| accuracy.0),
            at: position.at,
        }
    }
}

impl From<Phase> for PhaseWord {
    fn from(phase: Phase) -> Self {
        match phase {
            Phase::NotStarted => Self::NotStarted,
            Phase::Underway { .. } => Self::Underway,
            Phase::OnBreak { .. } => Self::OnBreak,
            Phase::Ended { .. } => Self::Ended,
        }
    }
}

impl PhaseWord {
    /// Since when a tour is in its phase.
    pub fn since(phase: Phase) -> Option<Timestamp> {
        match phase {
            Phase::NotStarted => None,
            Phase::Underway { since } | Phase::OnBreak { since } => Some(since),
            Phase::Ended { at } => Some(at),
        }
    }
}

impl From<Evidence> for EvidenceWord {
    fn from(evidence: Evidence) -> Self {
        match evidence {
            Evidence::Told => Self::Told,
            Evidence::Halt => Self::Halt,
            Evidence::Passed => Self::Passed,
            Evidence::Inferred => Self::Inferred,
        }
    }
}

impl From<StopState> for StopStateWord {
    fn from(state: StopState) -> Self {
        match state {
            StopState::Remaining => Self::Remaining,
            StopState::Arrived { .. } => Self::Arrived,
            StopState::Served { .. } => Self::Served,
            StopState::Skipped { .. } => Self::Skipped,
        }
    }
}

impl StopStateWord {
    /// What became of a stop, or that it is held back.
    pub fn of(stop: &StopProgress) -> Self {
        if stop.is_held() { Self::PlaceUnknown } else { stop.state.into() }
    }

    /// When the vehicle arrived at a stop, where that is known.
    pub fn arrived_at(state: StopState) -> Option<Timestamp> {
        match state {
            StopState::Arrived { at, .. } => Some(at),
            StopState::Served { arrived_at, .. } => arrived_at,
            StopState::Remaining | StopState::Skipped { .. } => None,
        }
    }

    /// When a stop was served or skipped.
    pub fn done_at(state: StopState) -> Option<Timestamp> {
        match state {
            StopState::Served { at, .. } | StopState::Skipped { at } => Some(at),
            StopState::Remaining | StopState::Arrived { .. } => None,
        }
    }
}
