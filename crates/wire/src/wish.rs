//! What recipients ask for, as JSON.

use doorstep_domain::{AccessNotes, Instruction, Personal, PhotoId, PickupPointId, Place, PlaceMark, Wishes};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Object, Text, read};
use crate::pickup::PickupPointJson;
use crate::shapes::{PlaceJson, WindowJson};
use crate::words::{ChoiceWord, SafePlaceWord};

/// What a recipient asks the driver to do with the parcel: a safe place, or a neighbour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum InstructionJson {
    /// Leave it at a safe place.
    SafePlace {
        /// Where to leave the parcel when nobody is at home.
        safe_place: SafePlaceWord,
        /// A short note to the driver.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, max_length = 140)]
        note: Option<Personal>,
    },
    /// Hand it to a neighbour.
    Neighbour {
        /// The neighbour's name.
        #[schema(value_type = String, max_length = 60)]
        neighbour: Personal,
        /// Which house or flat, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, max_length = 60)]
        house: Option<Personal>,
    },
}

/// The body of `PUT /v1/parcels/{id}/instruction`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InstructionRequest {
    /// What is asked for.
    #[serde(flatten)]
    pub instruction: InstructionJson,
    /// The `wishes_version` that its sender saw; a newer one is not overwritten then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// How to get to the door.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct AccessJson {
    /// The name at the bell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 60)]
    pub doorbell: Option<Personal>,
    /// The floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 40)]
    pub floor: Option<Personal>,
    /// Anything else about the way; no codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 140)]
    pub way: Option<Personal>,
}

/// The body of `PUT /v1/parcels/{id}/access`. What is left out is said no more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct AccessRequest {
    /// How to get to the door.
    #[serde(flatten)]
    pub access: AccessJson,
    /// The `wishes_version` that its sender saw; a newer one is not overwritten then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// What stands after a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WishesAnswer {
    /// What the driver is asked to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruction: Option<InstructionJson>,
    /// Where exactly the safe place is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<MarkJson>,
    /// How to get to the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<AccessJson>,
    /// The day on which it is wished for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Where it will be picked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pickup_point: Option<PickupPointJson>,
    /// How often any of it was changed: to be sent along with the next change.
    pub version: u32,
}

/// Where exactly a safe place is.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct MarkJson {
    /// Where it is, at most 250 m from the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<PlaceJson>,
    /// The photo of it, as `PUT /v1/parcels/{id}/place-photo` named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub photo: Option<PhotoId>,
}

/// The body of `PUT /v1/parcels/{id}/mark`. What is left out is shown no more.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, ToSchema)]
pub struct MarkRequest {
    /// Where it is, at most 250 m from the door.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<PlaceJson>)]
    pub pin: Option<Place>,
    /// The photo of it, as `PUT /v1/parcels/{id}/place-photo` named it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub photo: Option<PhotoId>,
    /// The `wishes_version` that its sender saw; a newer one is not overwritten then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// The answer of `PUT /v1/parcels/{id}/place-photo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacePhotoAnswer {
    /// The identity of the photo, for the mark that shows it.
    #[schema(value_type = String)]
    pub photo: PhotoId,
}

/// The body of `PUT /v1/parcels/{id}/day`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DayRequest {
    /// One of the `other_days` of the tracking answer.
    pub day: Date,
    /// The `wishes_version` that its sender saw; a newer one is not overwritten then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// The body of `PUT /v1/parcels/{id}/pickup-point`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ToPickupPointRequest {
    /// One of those that `GET /v1/parcels/{id}/pickup-points` tells.
    #[schema(value_type = String)]
    pub pickup_point: PickupPointId,
    /// The `wishes_version` that its sender saw; a newer one is not overwritten then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
}

/// The body of `POST /v1/parcels/{id}/later`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LaterRequest {
    /// How much later: `home_soon` is not before ten minutes from now, `later_on_tour` at least half an hour later.
    pub wish: ChoiceWord,
}

/// When the driver comes then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LaterAnswer {
    /// The new window.
    pub window: WindowJson,
    /// Before when the driver is asked not to come.
    pub not_before: Timestamp,
}

impl LaterRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["wish"])?;
            let wish = object.required("wish")?;
            match wish.word()? {
                later @ (ChoiceWord::HomeSoon | ChoiceWord::LaterOnTour) => Some(Self { wish: later }),
                _ => wish.problem("unknown_word", "this must be one of home_soon, later_on_tour"),
            }
        })
    }
}

impl MarkRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["pin", "photo", "version"])?;
            let pin = object.optional("pin").and_then(Field::place);
            let photo = object.optional("photo").and_then(|f| f.id());
            Some(Self { pin, photo, version: version(&object) })
        })
    }

    /// The mark.
    pub fn mark(&self) -> PlaceMark {
        PlaceMark { pin: self.pin, photo: self.photo }
    }
}

impl MarkJson {
    /// The mark, where it shows something.
    pub fn of(mark: &PlaceMark) -> Option<Self> {
        let PlaceMark { pin, photo } = *mark;
        (!mark.is_empty()).then_some(Self { pin: pin.map(PlaceJson::from), photo })
    }
}

impl DayRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["day", "version"])?;
            let day = object.required("day").and_then(|f| f.date());
            let version = version(&object);
            Some(Self { day: day?, version })
        })
    }
}

impl ToPickupPointRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["pickup_point", "version"])?;
            let point = object.required("pickup_point").and_then(|f| f.id());
            let version = version(&object);
            Some(Self { pickup_point: point?, version })
        })
    }
}

const fn line(chars_max: usize) -> Text {
    Text { chars_max, lines: false }
}

fn version(object: &Object<'_>) -> Option<u32> {
    object.optional("version").and_then(|f| f.whole(u32::MAX))
}

impl InstructionRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, Self::from_field)
    }

    fn from_field(field: Field<'_>) -> Option<Self> {
        let object = field.object(&["safe_place", "note", "neighbour", "house", "version"])?;
        let is_neighbour = object.optional("neighbour").is_some();
        let foreign = if is_neighbour { ["safe_place", "note"] } else { ["house", "house"] };
        if let Some(foreign) = foreign.into_iter().find_map(|name| object.optional(name)) {
            return foreign.problem("not_one_choice", "name a safe place, or a neighbour and their house");
        }
        let instruction = if is_neighbour {
            InstructionJson::next_door(&object)
        } else {
            InstructionJson::at_place(&object)
        };
        Some(Self { version: version(&object), instruction: instruction? })
    }
}

impl InstructionJson {
    fn at_place(object: &Object<'_>) -> Option<Self> {
        let safe_place = object.required("safe_place").and_then(|f| f.word());
        let note = object.said("note", Text { chars_max: Instruction::NOTE_CHARS_MAX, lines: true });
        Some(Self::SafePlace { safe_place: safe_place?, note })
    }

    fn next_door(object: &Object<'_>) -> Option<Self> {
        let rule = line(Instruction::NEIGHBOUR_CHARS_MAX);
        let neighbour = object.required("neighbour").and_then(|f| f.personal(rule));
        let house = object.said("house", rule);
        Some(Self::Neighbour { neighbour: neighbour?, house })
    }
}

impl AccessRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, Self::from_field)
    }

    fn from_field(field: Field<'_>) -> Option<Self> {
        let object = field.object(&["doorbell", "floor", "way", "version"])?;
        let access = AccessJson {
            doorbell: object.said("doorbell", line(AccessNotes::DOORBELL_CHARS_MAX)),
            floor: object.said("floor", line(AccessNotes::FLOOR_CHARS_MAX)),
            way: object.said("way", Text { chars_max: AccessNotes::WAY_CHARS_MAX, lines: true }),
        };
        Some(Self { access, version: version(&object) })
    }
}

impl From<&Instruction> for InstructionJson {
    fn from(instruction: &Instruction) -> Self {
        match instruction.clone() {
            Instruction::SafePlace { safe_place, note } => {
                Self::SafePlace { safe_place: safe_place.into(), note }
            }
            Instruction::Neighbour { neighbour, house } => Self::Neighbour { neighbour, house },
        }
    }
}

impl From<InstructionJson> for Instruction {
    fn from(instruction: InstructionJson) -> Self {
        match instruction {
            InstructionJson::SafePlace { safe_place, note } => {
                Self::SafePlace { safe_place: safe_place.into(), note }
            }
            InstructionJson::Neighbour { neighbour, house } => Self::Neighbour { neighbour, house },
        }
    }
}

impl From<&Wishes> for WishesAnswer {
    fn from(wishes: &Wishes) -> Self {
        Self {
            instruction: wishes.instruction.as_ref().map(InstructionJson::from),
            mark: MarkJson::of(&wishes.mark),
            access: AccessJson::of(&wishes.access),
            day: wishes.day,
            pickup_point: wishes.pickup_point.as_ref().map(PickupPointJson::from),
            version: wishes.version,
        }
    }
}

impl AccessJson {
    /// The notes, where they say something.
    pub fn of(access: &AccessNotes) -> Option<Self> {
        let AccessNotes { doorbell, floor, way } = access.clone();
        (!access.is_empty()).then_some(Self { doorbell, floor, way })
    }
}

impl From<AccessJson> for AccessNotes {
    fn from(access: AccessJson) -> Self {
        let AccessJson { doorbell, floor, way } = access;
        Self { doorbell, floor, way }
    }
}
