//! Who sends: the key of this server, by which push services know it again (VAPID, RFC 8292).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use jiff::{SignedDuration, Timestamp};
use p256::SecretKey;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point as _;
use serde_json::json;
use url::Url;

use super::seal;
use crate::error::ApiError;
use crate::state::AppState;

/// The name of the secret that the key is.
const SECRET: &str = "push_key";
/// So long a signed word is good; 24 hours at most (RFC 8292, section 2).
const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// The key of this server.
#[derive(Clone)]
pub(crate) struct Vapid {
    key: SigningKey,
    /// Its public half, as browsers take it.
    public: String,
}

impl Vapid {
    pub(super) fn of(key: &SecretKey) -> Self {
        let public = BASE64.encode(key.public_key().to_sec1_point(false).as_bytes());
        Self { key: SigningKey::from(key), public }
    }

    /// Its public half, in base64url.
    pub(crate) fn public(&self) -> &str {
        &self.public
    }

    /// The value of `Authorization` for a push service. `contact` is where its operator finds ours.
    pub(super) fn authorization(&self, endpoint: &Url, contact: Option<&Url>, now: Timestamp) -> String {
        let mut claims = json!({
            "aud": endpoint.origin().ascii_serialization(),
            "exp": (now + LIFE).as_second(),
        });
        if let (Some(contact), Some(claims)) = (contact, claims.as_object_mut()) {
            claims.insert("sub".to_owned(), contact.as_str().into());
        }
        let head = BASE64.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
        let signed = format!("{head}.{}", BASE64.encode(claims.to_string()));
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("vapid t={signed}.{}, k={}", BASE64.encode(signature.to_bytes()), self.public)
    }
}

/// The key of this server, which is drawn when it is needed first.
///
/// # Errors
/// When the database fails.
pub(crate) async fn vapid(shared: &AppState) -> Result<&Vapid, ApiError> {
    let kept = shared.vapid.get_or_try_init(|| async {
        let kept = shared.store.secret(SECRET, seal::key().to_bytes().into()).await?;
        let key = SecretKey::from_slice(&kept).map_err(|_no_key| {
            tracing::error!("the stored key for push messages is none");
            ApiError::internal()
        })?;
        Ok::<_, ApiError>(Vapid::of(&key))
    });
    kept.await
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::VerifyingKey;
    use p256::ecdsa::signature::Verifier as _;
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_push_service_can_check_who_sends() {
        let vapid = Vapid::of(&seal::key());
        let endpoint = "https://push.example.org:8443/send/secret?x=1".parse().unwrap();
        let contact = "https://track.example.org/".parse().unwrap();
        let now: Timestamp = "2026-11-24T08:00:00Z".parse().unwrap();
        let said = vapid.authorization(&endpoint, Some(&contact), now);
        let (token, key) = said.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        let key = VerifyingKey::from_sec1_bytes(&BASE64.decode(key).unwrap()).unwrap();
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let signature = Signature::from_slice(&BASE64.decode(signature).unwrap()).unwrap();
        key.verify(signed.as_bytes(), &signature).unwrap();
        let claims = BASE64.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: Value = serde_json::from_slice(&claims).unwrap();
        let expires = "2026-11-24T20:00:00Z".parse::<Timestamp>().unwrap().as_second();
        let expected = json!({
            "aud": "https://push.example.org:8443", "exp": expires, "sub": "https://track.example.org/"
        });
        assert_eq!(claims, expected, "and nothing of the endpoint but its origin");
        assert!(!vapid.authorization(&endpoint, None, now).contains(&BASE64.encode("sub")));
    }
}
