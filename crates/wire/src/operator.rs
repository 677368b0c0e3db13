//! What operators' own systems tell of drivers, devices, recipients and regions.

use doorstep_domain::visibility::{Area, Rules};
use doorstep_domain::{DeviceId, DriverId, Personal, RecipientId, RegionId};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::account::password;
use crate::input::{Field, InputProblem, LABEL, NAME, Text, read};
use crate::secret::Secret;
use crate::visibility::rules;

/// The body of `POST /v1/drivers`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DriverRequest {
    /// The driver's name.
    #[schema(value_type = String, max_length = 200)]
    pub name: Personal,
}

/// A driver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DriverAnswer {
    /// Their identity.
    #[schema(value_type = String)]
    pub id: DriverId,
    /// Their name.
    #[schema(value_type = String)]
    pub name: Personal,
}

/// A one-time code with which a driver's phone logs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodeAnswer {
    /// The code.
    #[schema(value_type = String)]
    pub code: Secret,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// The body of `POST /v1/devices`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DeviceRequest {
    /// The driver that it writes for.
    #[schema(value_type = String)]
    pub driver: DriverId,
    /// What people call it.
    #[schema(max_length = 100)]
    pub label: String,
}

/// A new device, with the token that is told this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeviceCreated {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: DeviceId,
    /// The driver that it writes for.
    #[schema(value_type = String)]
    pub driver: DriverId,
    /// What people call it.
    pub label: String,
    /// Its token.
    #[schema(value_type = String)]
    pub device_token: Secret,
}

/// The operator's devices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DevicesAnswer {
    /// The devices, by label.
    pub devices: Vec<DeviceAnswer>,
}

/// A device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeviceAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: DeviceId,
    /// The driver that it writes for.
    #[schema(value_type = String)]
    pub driver: DriverId,
    /// What people call it.
    pub label: String,
    /// Since when it may no longer write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Timestamp>,
}

/// The body of `POST /v1/recipients`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RecipientRequest {
    /// The e-mail address, with which they log in.
    #[schema(value_type = String)]
    pub email: Personal,
    /// How the pages address them.
    #[schema(value_type = String, max_length = 200)]
    pub name: Personal,
    /// Their password.
    #[schema(value_type = String, min_length = 8, max_length = 256)]
    pub password: Secret,
    /// Their language, a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Their time zone, an IANA name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The number that SMS go to when they ask for some, as E.164 has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "+4930123456")]
    pub phone: Option<Personal>,
}

/// The body of `PUT /v1/recipients/{id}/phone`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PhoneRequest {
    /// The number that SMS go to when they ask for some, as E.164 has it; left out, there is none any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "+4930123456")]
    pub phone: Option<Personal>,
}

/// A recipient's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RecipientAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: RecipientId,
    /// The e-mail address.
    #[schema(value_type = String)]
    pub email: Personal,
}

/// The body of `POST /v1/regions`.
#[derive(Debug, Clone, PartialEq, ToSchema)]
pub struct RegionRequest {
    /// What people call it.
    pub name: String,
    /// The first day on which the live map is offered there.
    pub live_from: Date,
    /// The area, as GeoJSON text that [`Area::from_geojson`] reads.
    #[schema(value_type = Object)]
    pub area: String,
    /// What holds there, where it differs from the operator's.
    #[schema(value_type = Option<Object>)]
    pub visibility: Option<Rules>,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RegionAnswer {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: RegionId,
    /// What people call it.
    pub name: String,
    /// The first day on which the live map is offered there.
    pub live_from: Date,
    /// The area, as GeoJSON.
    #[schema(value_type = Object)]
    pub area: Value,
    /// What holds there, where it differs from the operator's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub visibility: Option<Value>,
}

/// The operator's regions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RegionsAnswer {
    /// The regions, by name.
    pub regions: Vec<RegionAnswer>,
}

/// The answer of `GET /v1/audit`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditAnswer {
    /// The records, newest first.
    pub records: Vec<AuditJson>,
    /// What `after` must be to get the next page, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// A record of what staff did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditJson {
    /// When.
    pub at: Timestamp,
    /// Who: `key:` and the label of a key, `account:` and an identity, or `command` for whoever works at the server itself.
    pub by: String,
    /// What: `previewed`, `looked`, `region_added`, `region_removed` or `person_forgotten`.
    pub deed: String,
    /// The parcel, region or tour, or the service day; empty of people who were forgotten.
    pub subject: String,
}

impl DriverRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["name"])?;
            let name = object.required("name").and_then(|f| f.personal(NAME));
            Some(Self { name: name? })
        })
    }
}

impl DeviceRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["driver", "label"])?;
            let driver = object.required("driver").and_then(|f| f.id());
            let label = object.required("label").and_then(|f| f.text(LABEL));
            Some(Self { driver: driver?, label: label? })
        })
    }
}

impl RecipientRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["email", "name", "password", "language", "time_zone", "phone"])?;
            let email = object.required("email").and_then(|f| f.email());
            let name = object.required("name").and_then(|f| f.personal(NAME));
            let password = object.required("password").and_then(|f| password(&f));
            let language = object.optional("language").and_then(|f| language(&f));
            let time_zone = object.optional("time_zone").and_then(|f| time_zone(&f));
            let phone = object.optional("phone").and_then(|f| f.phone());
            Some(Self { email: email?, name: name?, password: password?, language, time_zone, phone })
        })
    }
}

impl PhoneRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["phone"])?;
            Some(Self { phone: object.optional("phone").and_then(|f| f.phone()) })
        })
    }
}

impl RegionRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["name", "live_from", "area", "visibility"])?;
            let name = object.required("name").and_then(|f| f.text(NAME));
            let live_from = object.required("live_from").and_then(|f| f.date());
            let area = object.required("area").and_then(|f| area(&f));
            let visibility = object.optional("visibility").and_then(rules);
            Some(Self { name: name?, live_from: live_from?, area: area?, visibility })
        })
    }
}

fn area(field: &Field<'_>) -> Option<String> {
    let text = field.value.to_string();
    match Area::from_geojson(&text).and_then(|area| area.check_border()) {
        Ok(()) => Some(text),
        Err(error) => field.problem("bad_area", error.to_string()),
    }
}

fn language(field: &Field<'_>) -> Option<String> {
    let tag = field.text(Text { chars_max: 35, lines: false })?;
    let looks_right = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if looks_right {
        Some(tag)
    } else {
        field.problem("bad_language", "this must be a language tag such as en or de-CH")
    }
}

fn time_zone(field: &Field<'_>) -> Option<String> {
    let name = field.text(Text { chars_max: 64, lines: false })?;
    match TimeZone::get(&name) {
        Ok(_) => Some(name),
        Err(_) => {
            field.problem("bad_time_zone", "this must be the IANA name of a time zone such as Europe/Berlin")
        }
    }
}
