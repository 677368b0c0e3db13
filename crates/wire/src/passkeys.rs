//! Passkeys: what browsers are asked for, and what they answer.

use doorstep_domain::Personal;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Text, read};
use crate::secret::Secret;

/// The longest name of a passkey.
const NAME: Text = Text { chars_max: 60, lines: false };
/// The name of a ceremony has 43 letters; nothing much longer is looked at.
const CEREMONY: Text = Text { chars_max: 128, lines: false };

/// The begin of a ceremony: what the browser is to ask its authenticators for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CeremonyBegun {
    /// What the ceremony is called when it is finished. It is good once, for five minutes.
    #[schema(value_type = String)]
    pub ceremony: Secret,
    /// The options of `navigator.credentials.create` or `get`, as `WebAuthn` writes them in JSON.
    #[schema(value_type = Object)]
    pub options: Value,
}

/// The body of `POST /v1/session/passkey`.
#[derive(Debug, Clone, PartialEq, Eq, ToSchema)]
pub struct PasskeyLogin {
    /// The ceremony that was begun.
    #[schema(value_type = String)]
    pub ceremony: Secret,
    /// What the authenticator answered, as `WebAuthn` writes it in JSON.
    #[schema(value_type = Object)]
    pub credential: Value,
}

/// The body of `POST /v1/passkeys`.
#[derive(Debug, Clone, PartialEq, Eq, ToSchema)]
pub struct NewPasskey {
    /// The ceremony that was begun.
    #[schema(value_type = String)]
    pub ceremony: Secret,
    /// What the authenticator answered, as `WebAuthn` writes it in JSON.
    #[schema(value_type = Object)]
    pub credential: Value,
    /// What its owner calls it.
    #[schema(value_type = String, max_length = 60)]
    pub name: Personal,
}

/// The answer of `GET /v1/passkeys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PasskeysAnswer {
    /// The passkeys, the newest first.
    pub passkeys: Vec<PasskeyJson>,
}

/// A passkey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PasskeyJson {
    /// What it is called when it is to be removed.
    pub id: String,
    /// What its owner calls it.
    #[schema(value_type = String)]
    pub name: Personal,
    /// When it was added.
    pub created_at: Timestamp,
    /// The hour in which it was used last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
}

impl PasskeyLogin {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["ceremony", "credential"])?;
            let ceremony = object.required("ceremony").and_then(|f| f.text(CEREMONY));
            let credential = object.required("credential").and_then(an_object);
            Some(Self { ceremony: Secret::new(ceremony?), credential: credential? })
        })
    }
}

impl NewPasskey {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["ceremony", "credential", "name"])?;
            let ceremony = object.required("ceremony").and_then(|f| f.text(CEREMONY));
            let credential = object.required("credential").and_then(an_object);
            let name = object.required("name").and_then(|f| f.personal(NAME));
            Some(Self { ceremony: Secret::new(ceremony?), credential: credential?, name: name? })
        })
    }
}

fn an_object(field: Field<'_>) -> Option<Value> {
    if field.value.is_object() { Some(field.value.clone()) } else { field.not_a("an object") }
}
