//! Pick-up points, as JSON.

use doorstep_domain::{PickupPoint, PickupPointId, Place};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Text, read};
use crate::shapes::PlaceJson;

/// The body of `POST /v1/pickup-points` and of `PUT /v1/pickup-points/{id}`.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PickupPointRequest {
    /// Its name, as people know it.
    #[schema(max_length = 80)]
    pub name: String,
    /// Its address, in lines.
    #[schema(max_length = 300)]
    pub address: String,
    /// When it is open, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub hours: Option<String>,
    /// Where it is.
    #[schema(value_type = PlaceJson)]
    pub place: Place,
}

/// A shop, a locker or a counter where parcels wait for their recipients.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PickupPointJson {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: PickupPointId,
    /// Its name.
    pub name: String,
    /// Its address, in lines.
    pub address: String,
    /// When it is open, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// Where it is.
    pub place: PlaceJson,
}

/// Pick-up points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PickupPointsAnswer {
    /// The points: an operator's by name, those that a recipient may choose the nearest first.
    pub pickup_points: Vec<PickupPointJson>,
}

impl PickupPointRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["name", "address", "hours", "place"])?;
            let text = |name, chars_max, lines| {
                object.required(name).and_then(|field| field.text(Text { chars_max, lines }))
            };
            let name = text("name", PickupPoint::NAME_CHARS_MAX, false);
            let address = text("address", PickupPoint::ADDRESS_CHARS_MAX, true);
            let hours = Text { chars_max: PickupPoint::HOURS_CHARS_MAX, lines: false };
            let hours = object.optional("hours").and_then(|field| field.text(hours));
            let place = object.required("place").and_then(Field::place);
            Some(Self { name: name?, address: address?, hours, place: place? })
        })
    }

    /// The point of this identity.
    pub fn of_id(self, id: PickupPointId) -> PickupPoint {
        let Self { name, address, hours, place } = self;
        PickupPoint { id, name, address, hours, place }
    }
}

/// A point as it is kept beside a parcel.
///
/// # Panics
/// Never: a point can always be written as JSON.
pub fn point_to_keep(point: &PickupPoint) -> String {
    serde_json::to_string(&PickupPointJson::from(point)).expect("a point can be written as JSON")
}

/// A point that was kept; `None` where it cannot be read.
pub fn kept_point(text: &str) -> Option<PickupPoint> {
    let PickupPointJson { id, name, address, hours, place } = serde_json::from_str(text).ok()?;
    Some(PickupPoint { id, name, address, hours, place: Place::from_degrees(place.lat, place.lon).ok()? })
}

impl From<&PickupPoint> for PickupPointJson {
    fn from(point: &PickupPoint) -> Self {
        let PickupPoint { id, name, address, hours, place } = point.clone();
        Self { id, name, address, hours, place: place.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_that_is_kept_comes_back_as_it_was() {
        let place = Place::from_degrees(43.738_412_3, -7.424_619_9).expect("it is a place");
        let (name, address) = ("Corner shop".to_owned(), "1 Quay\nMonaco".to_owned());
        for hours in [None, Some("9 to 19".to_owned())] {
            let id = PickupPointId::from_u128(7);
            let point = PickupPoint { id, name: name.clone(), address: address.clone(), hours, place };
            assert_eq!(kept_point(&point_to_keep(&point)), Some(point));
        }
        for broken in ["", "{}", "null"] {
            assert_eq!(kept_point(broken), None);
        }
    }
}
