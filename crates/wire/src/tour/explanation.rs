//! What was believed of a tour at an instant, and why, for its operator.

use doorstep_domain::prediction::{ArrivalBasis, Habit};
use doorstep_domain::visibility::Nearness;
use doorstep_domain::{ParcelId, Personal, StopId, TourId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{AnomaliesJson, TourPosition};
use crate::tracking::{ReasonJson, TrackingJson};
use crate::words::{ArrivalBasisWord, HabitWord, PhaseWord};

/// The answer of `GET /v1/tours/{id}/explanation`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplanationAnswer {
    /// The tour.
    #[schema(value_type = String)]
    pub id: TourId,
    /// The operator's own name for it.
    pub reference: String,
    /// The service day.
    pub day: Date,
    /// The instant that all of this is of.
    pub at: Timestamp,
    /// Where the tour was in its life.
    pub phase: PhaseWord,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Where the vehicle was last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<ExplainedPosition>,
    /// Whether the believed order is sure enough to count by.
    pub order_is_sure: bool,
    /// How probable it is that the next stop is the one believed, 0 to 1.
    pub confidence: f64,
    /// The stops that remain, in the believed order; none once the tour ended.
    pub remaining: Vec<ExplainedStop>,
    /// The stops that are held back because nobody knows where they are, in planned order; none once the tour ended.
    pub held: Vec<HeldStop>,
    /// The habits that a driver may have, the most believed first.
    pub habits: Vec<ExplainedHabit>,
    /// What the driver chose last, newest first.
    pub choices: Vec<ExplainedChoice>,
    /// How the arrivals are made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrivals: Option<ExplainedArrivals>,
    /// What the recipients of the whole tour were told, newest first.
    pub reasons: Vec<ReasonJson>,
    /// What did not fit.
    pub anomalies: AnomaliesJson,
    /// What the recipient of the parcel saw that was asked for, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parcel: Option<ExplainedParcel>,
}

/// Where a vehicle was last.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedPosition {
    /// Where and when.
    #[serde(flatten)]
    pub position: TourPosition,
    /// How many seconds before the instant of the explanation.
    pub age_s: i64,
}

/// A stop that remains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedStop {
    /// Which.
    #[schema(value_type = String)]
    pub stop: StopId,
    /// Its address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
    /// Since when the driver is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
    /// When the vehicle is believed to arrive.
    pub arrival: Timestamp,
    /// The first instant of the window around it.
    pub from: Timestamp,
    /// The last instant of that window, which holds eight of ten arrivals.
    pub until: Timestamp,
    /// The first instant of the window that holds nine of ten.
    pub wide_from: Timestamp,
    /// The last instant of that window.
    pub wide_until: Timestamp,
}

/// A stop of which only the address is known: nothing is foretold of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldStop {
    /// Which.
    #[schema(value_type = String)]
    pub stop: StopId,
    /// Its address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
}

/// How much a habit is believed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedHabit {
    /// Which.
    pub habit: HabitWord,
    /// Its weight among all that are possible, 0 to 1.
    pub share: f64,
    /// Which of the remaining stops it says is next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub next: Option<StopId>,
}

/// A stop that the driver chose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedChoice {
    /// Which.
    #[schema(value_type = String)]
    pub stop: StopId,
    /// Its address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
    /// When it was served, or since when the driver is there.
    pub at: Timestamp,
    /// How many stops the order that was believed before put in front of it: 0 means that it was foretold.
    pub rank: usize,
}

/// How arrivals are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedArrivals {
    /// Of what.
    pub by: ArrivalBasisWord,
    /// By a timetable: how many seconds later than planned the next stop is believed to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_s: Option<i64>,
}

/// What the recipient of a parcel saw, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedParcel {
    /// The parcel.
    #[schema(value_type = String)]
    pub id: ParcelId,
    /// The operator's number for it.
    pub tracking_number: String,
    /// The stop that it goes to.
    #[schema(value_type = String)]
    pub stop: StopId,
    /// The rules at its door; absent where no live map is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub rules: Option<Value>,
    /// What the rules were held against.
    pub near: ExplainedNearness,
    /// What its recipient saw.
    pub tracking: TrackingJson,
}

/// How near the driver was.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedNearness {
    /// Stops until and with the recipient's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops: Option<u16>,
    /// Seconds until the believed arrival.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_s: Option<i64>,
    /// Metres between vehicle and stop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<f64>,
    /// How sure the believed next stop is, 0 to 1.
    pub confidence: f64,
}

impl From<Habit> for HabitWord {
    fn from(habit: Habit) -> Self {
        match habit {
            Habit::AsPlanned => Self::AsPlanned,
            Habit::OnFromHere => Self::OnFromHere,
            Habit::Backwards => Self::Backwards,
            Habit::Shortest => Self::Shortest,
            Habit::NearPlan => Self::NearPlan,
            Habit::ZoneByZone => Self::ZoneByZone,
            Habit::NearFirst => Self::NearFirst,
        }
    }
}

impl From<ArrivalBasis> for ExplainedArrivals {
    fn from(basis: ArrivalBasis) -> Self {
        match basis {
            ArrivalBasis::Timetable { late } => {
                Self { by: ArrivalBasisWord::Timetable, late_s: Some(late.as_secs()) }
            }
            ArrivalBasis::TravelTimes => Self { by: ArrivalBasisWord::TravelTimes, late_s: None },
        }
    }
}

impl From<Nearness> for ExplainedNearness {
    fn from(near: Nearness) -> Self {
        Self {
            stops: near.stops,
            duration_s: near.duration.map(|left| left.as_secs()),
            distance_m: near.distance.map(|left| left.0.round()),
            confidence: near.confidence,
        }
    }
}
