//! Small shapes that several interfaces share.

use doorstep_domain::{Instruction, OutcomeView, Personal, Place, Window};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Text, read};
use crate::words::{OutcomeWord, SafePlaceWord};

/// A place, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"lat": 43.7384, "lon": 7.4246}))]
pub struct PlaceJson {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
}

impl From<Place> for PlaceJson {
    fn from(place: Place) -> Self {
        Self { lat: place.lat(), lon: place.lon() }
    }
}

/// A span of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WindowJson {
    /// Its first instant.
    pub from: Timestamp,
    /// Its last instant.
    pub until: Timestamp,
}

impl From<Window> for WindowJson {
    fn from(window: Window) -> Self {
        Self { from: window.from, until: window.until }
    }
}

impl From<WindowJson> for Window {
    fn from(window: WindowJson) -> Self {
        Self::between(window.from, window.until)
    }
}

/// What a recipient asks the driver to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InstructionJson {
    /// Where to leave the parcel when nobody is at home.
    pub safe_place: SafePlaceWord,
    /// A short note to the driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 140)]
    pub note: Option<Personal>,
}

impl InstructionJson {
    /// Reads the body of `PUT /v1/parcels/{id}/instruction`.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, Self::from_field)
    }

    fn from_field(field: Field<'_>) -> Option<Self> {
        let object = field.object(&["safe_place", "note"])?;
        let safe_place = object.required("safe_place").and_then(|f| f.word());
        let note =
            object.optional("note").filter(|f| f.value.as_str().is_none_or(|text| !text.trim().is_empty()));
        let rule = Text { chars_max: Instruction::NOTE_CHARS_MAX, lines: true };
        let note = note.and_then(|f| f.personal(rule));
        Some(Self { safe_place: safe_place?, note })
    }
}

impl From<&Instruction> for InstructionJson {
    fn from(instruction: &Instruction) -> Self {
        Self { safe_place: instruction.safe_place.into(), note: instruction.note.clone() }
    }
}

impl From<InstructionJson> for Instruction {
    fn from(instruction: InstructionJson) -> Self {
        Self { safe_place: instruction.safe_place.into(), note: instruction.note }
    }
}

/// The answer to an instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InstructionAnswer {
    /// What the driver sees.
    pub instruction: InstructionJson,
}

/// The answer of `/healthz` and `/readyz`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Health {
    /// Always `ok`; what is not is told by a problem.
    #[schema(example = "ok")]
    pub status: &'static str,
}

impl Health {
    /// All is well.
    pub const OK: Self = Self { status: "ok" };
}

/// How a parcel's story ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutcomeJson {
    /// How.
    pub outcome: OutcomeWord,
    /// When.
    pub at: Timestamp,
}

impl From<OutcomeView> for OutcomeJson {
    fn from(view: OutcomeView) -> Self {
        Self { outcome: view.outcome.into(), at: view.at }
    }
}
