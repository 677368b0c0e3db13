//! What a driver's phone sends beside events, and what it gets.

use doorstep_domain::tour::DoorCode;
use doorstep_domain::{DriverId, ParcelId, Personal, StopId, TourId};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{InputProblem, LABEL, Text, read};
use crate::secret::Secret;
use crate::shapes::{OutcomeJson, PlaceJson, WindowJson};
use crate::wish::{AccessJson, InstructionJson, MarkJson};
use crate::words::{KeptWord, KindWord, LookerWord, PhaseWord, StopStateWord};

/// The body of `POST /v1/driver/session`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DriverLogin {
    /// The one-time code.
    #[schema(value_type = String)]
    pub code: Secret,
    /// What people will call the phone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

impl DriverLogin {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["code", "label"])?;
            let code = object.required("code").and_then(|f| f.text(Text { chars_max: 64, lines: false }));
            let label = object.optional("label").and_then(|f| f.text(LABEL));
            Some(Self { code: Secret::new(code?), label })
        })
    }
}

/// The answer to a driver who logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DriverSession {
    /// The driver.
    pub driver: DriverSelf,
    /// The operator they drive for.
    pub operator: OperatorName,
}

/// The driver, to themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DriverSelf {
    /// Their identity.
    #[schema(value_type = String)]
    pub id: DriverId,
    /// Their name.
    #[schema(value_type = String)]
    pub name: Personal,
}

/// An operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OperatorName {
    /// Its name, as recipients know it.
    pub name: String,
}

/// The answer of `GET /v1/driver/tour`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DriverTourAnswer {
    /// The driver.
    pub driver: DriverSelf,
    /// The tour under way, else the first of today that has not ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tour: Option<DriverTour>,
}

/// A tour, as its driver sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DriverTour {
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
    /// Where it starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PlaceJson>,
    /// How many people have its map open now.
    pub watchers: usize,
    /// Whether the driver closed the map for everyone.
    pub map_hidden: bool,
    /// Its stops in the believed order.
    pub stops: Vec<DriverStop>,
}

/// A stop, as its driver sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DriverStop {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: StopId,
    /// The address, in lines.
    #[schema(value_type = String)]
    pub address: Personal,
    /// Bell, floor and other notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub note: Option<Personal>,
    /// Where the vehicle halts, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceJson>,
    /// What became of it; one without a place remains to be served as any other, and is never `place_unknown` here.
    pub state: StopStateWord,
    /// When the vehicle arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<Timestamp>,
    /// When the vehicle should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_arrival: Option<Timestamp>,
    /// What was promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowJson>,
    /// The live window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<WindowJson>,
    /// What is brought there.
    pub parcels: Vec<DriverParcel>,
}

/// A parcel, as its driver sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DriverParcel {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: ParcelId,
    /// The operator's number for it.
    pub tracking_number: String,
    /// How much may be said about it.
    pub kind: KindWord,
    /// To whom it goes, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub recipient: Option<Personal>,
    /// Who may take it in for the recipient, by the names that the recipient gave; one without is "a neighbour".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takers: Vec<TakerJson>,
    /// What is known of the code that its recipient tells, where it is handed over only against one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door_code: Option<DoorCodeJson>,
    /// What its recipient asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<InstructionJson>,
    /// Where exactly the safe place is; the photo is at `/v1/driver/parcels/{id}/place-photo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<MarkJson>,
    /// How to get to the door, as its recipient says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<AccessJson>,
    /// Before when its recipient asks the driver not to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Timestamp>,
    /// How often any of it was changed: what `instruction_seen` tells.
    pub wishes_version: u32,
    /// Whether it is known that the driver's phone showed them.
    pub wishes_seen: bool,
    /// How its story ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<OutcomeJson>,
    /// Whether a photo of its delivery may be added.
    pub photo: bool,
}

/// Someone who may take a parcel in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TakerJson {
    /// What the recipient calls them, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Personal>,
}

/// What is known of a code that a recipient tells at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DoorCodeJson {
    /// Whether the right one was told.
    pub verified: bool,
    /// How many wrong ones are still listened to.
    pub tries_left: u32,
}

impl From<DoorCode> for DoorCodeJson {
    fn from(code: DoorCode) -> Self {
        Self { verified: code.is_verified(), tries_left: code.tries_left() }
    }
}

/// The answer of `GET /v1/driver/privacy`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DriverPrivacy {
    /// How many people have the map of the tour of now open.
    pub watchers: usize,
    /// What is kept of the driver on the tour of now, or else of today; nothing when there is none.
    pub kept: Vec<KeptOfDriver>,
    /// Who of the staff looked today, newest first, at most 50.
    pub looks: Vec<LookAtDriver>,
}

/// Something that is kept of a driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptOfDriver {
    /// What.
    pub what: KeptWord,
    /// Its last day.
    pub until: Date,
    /// What for, in the operator's words, where they had to say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
}

/// How long someone of the staff looked at where a driver was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LookAtDriver {
    /// Since when.
    pub from: Timestamp,
    /// When they looked last; looks at most two minutes apart are one.
    pub until: Timestamp,
    /// What kind of access it was.
    pub by: LookerWord,
    /// The name of the account or key, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Personal>,
}
