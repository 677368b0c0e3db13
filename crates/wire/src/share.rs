//! Shares, as recipients give and read them.

use doorstep_domain::{Personal, ShareId};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::input::{InputProblem, SHARE_NAME, read};
use crate::words::PermissionWord;

/// The body of `POST /v1/parcels/{id}/shares`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct NewShare {
    /// What it lets its holder do.
    pub permission: PermissionWord,
    /// What the recipient calls whoever gets it, at most 140 characters. Who may take the parcel in is told to the driver
    /// by this name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, max_length = 140)]
    pub name: Option<Personal>,
    /// When it ends, at most 7 days from now; at the end of the day of delivery when nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
}

impl NewShare {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["permission", "name", "expires_at"])?;
            let permission = object.required("permission").and_then(|f| f.word());
            let name = match object.optional("name") {
                Some(field) => Some(field.personal(SHARE_NAME)?),
                None => None,
            };
            let expires_at = match object.optional("expires_at") {
                Some(field) => Some(field.instant()?),
                None => None,
            };
            Some(Self { permission: permission?, name, expires_at })
        })
    }
}

/// The answer to a share that was given. Its address is told this one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct GivenShare {
    /// The address to hand on.
    #[schema(example = "https://track.example.org/s/…")]
    pub url: String,
    /// The share.
    pub share: ShareJson,
}

/// The answer of `GET /v1/parcels/{id}/shares`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SharesAnswer {
    /// The shares, the newest first; those that expired are told for 7 days.
    pub shares: Vec<ShareJson>,
}

/// A share, as whoever gave it sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ShareJson {
    /// Its identity.
    #[schema(value_type = String)]
    pub id: ShareId,
    /// What it lets its holder do.
    pub permission: PermissionWord,
    /// What the recipient calls whoever has it; forgotten a day after the delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Personal>,
    /// When it was given.
    pub created_at: Timestamp,
    /// When it ends or ended.
    pub expires_at: Timestamp,
    /// How often it was opened.
    pub opening_count: u32,
    /// When it was opened last, newest first.
    #[schema(max_items = 10)]
    pub openings: Vec<Timestamp>,
}
