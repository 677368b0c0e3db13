//! Web Push: how a browser asks for messages.

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use doorstep_domain::Personal;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, Text, read};

/// The longest endpoint; no outgoing request goes to a longer one.
const ENDPOINT: Text = Text { chars_max: 2_048, lines: false };
/// A key has 87 letters; nothing much longer is looked at.
const KEY: Text = Text { chars_max: 128, lines: false };
/// Browsers write keys without padding, and some libraries with it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The answer of `GET /v1/push-key`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PushKey {
    /// The public key of this server (VAPID, RFC 8292), as `applicationServerKey` takes it.
    pub public_key: String,
}

/// The body of `PUT /v1/push-subscriptions`: what `PushSubscription.toJSON()` gives.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPushSubscription {
    /// Where messages are sent.
    pub endpoint: Personal,
    /// The bytes of the browser's public key.
    pub key: Vec<u8>,
    /// The bytes of the secret that it shares with this server.
    pub auth: Vec<u8>,
}

/// The same as it is written.
#[derive(Debug, ToSchema)]
pub struct PushSubscriptionBody {
    /// Where messages are sent.
    #[schema(example = "https://push.example.org/send/1")]
    pub endpoint: String,
    /// When it ends by itself; not used.
    #[schema(rename = "expirationTime")]
    pub expiration_time: Option<u64>,
    /// What messages are sealed with.
    pub keys: PushKeysBody,
}

/// What messages to a browser are sealed with, in base64url.
#[derive(Debug, ToSchema)]
pub struct PushKeysBody {
    /// The browser's public key, an uncompressed point of P-256.
    pub p256dh: String,
    /// The secret that it shares with this server, 16 bytes.
    pub auth: String,
}

impl NewPushSubscription {
    /// Reads the body. Whether the key is one is for whoever seals with it to say.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["endpoint", "expirationTime", "keys"])?;
            let endpoint = object.required("endpoint").and_then(|f| f.personal(ENDPOINT));
            let keys = object.required("keys").and_then(|f| f.object(&["p256dh", "auth"]));
            let (key, auth) = match &keys {
                Some(keys) => (
                    keys.required("p256dh").and_then(|f| bytes_of(&f)),
                    keys.required("auth").and_then(|f| bytes_of(&f)),
                ),
                None => (None, None),
            };
            Some(Self { endpoint: endpoint?, key: key?, auth: auth? })
        })
    }
}

impl std::fmt::Debug for NewPushSubscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewPushSubscription(..)")
    }
}

fn bytes_of(field: &Field<'_>) -> Option<Vec<u8>> {
    let text = field.text(KEY)?;
    BASE64
        .decode(text)
        .ok()
        .or_else(|| field.problem("bad_push_key", "a push key that is no key: it is no base64url"))
}

/// The answer of `GET /v1/push-subscriptions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PushSubscriptionsAnswer {
    /// The browsers, the newest first.
    pub subscriptions: Vec<PushSubscriptionJson>,
}

/// A browser that messages are pushed to. Its endpoint and its keys are told to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PushSubscriptionJson {
    /// What it is called when it is to be removed.
    pub id: String,
    /// Which browser it is, roughly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Firefox, Android")]
    pub browser: Option<String>,
    /// When it asked for messages first.
    pub created_at: Timestamp,
    /// When it asked again, or a message to it was done with.
    pub used_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_browsers_give_is_read() {
        let body = br#"{"endpoint":"https://push.example.org/1","expirationTime":null,
            "keys":{"p256dh":"BAEC","auth":"AQI="}}"#;
        let read = NewPushSubscription::read(body).expect("it is right");
        assert_eq!((read.key, read.auth), (vec![4, 1, 2], vec![1, 2]));
        assert_eq!(read.endpoint.reveal(), "https://push.example.org/1");
    }

    #[test]
    fn keys_that_are_no_keys_are_told() {
        let body = br#"{"endpoint":"https://push.example.org/1","keys":{"p256dh":"no key","auth":7}}"#;
        let problems = NewPushSubscription::read(body).expect_err("it is wrong");
        let told: Vec<_> =
            problems.iter().map(|problem| (problem.at.as_str(), problem.code.as_ref())).collect();
        assert_eq!(told.first(), Some(&("keys.p256dh", "bad_push_key")), "{problems:?}");
        assert_eq!(problems.len(), 2);
    }
}
