//! Where messages go that the operator's own system sends on.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;
use url::Url;

use super::sign::Signer;
use crate::outbound::Refusal;

/// What a secret begins with.
const PREFIX: &str = "whsec_";
/// How many bytes a secret may have (Standard Webhooks, "Signature scheme").
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 24..=64;

/// Where messages go that the operator's own system sends on.
#[derive(Clone)]
pub struct WebhookSettings {
    pub(super) url: Url,
    pub(super) signer: Signer,
    pub(super) name: Option<String>,
}

/// Why nothing can be sent with these settings.
#[derive(Debug, Error)]
pub enum InvalidWebhookSettings {
    /// The address is none.
    #[error("the address must be one, such as https://sms.example.org/doorstep")]
    Url,
    /// The secret is none that the standard knows.
    #[error(
        "the secret must be `whsec_` and 24 to 64 bytes in base64, as `openssl rand -base64 32` makes them"
    )]
    Secret,
    /// The name is empty, or longer than a column is wide.
    #[error("the name must have 1 to 20 characters")]
    Name,
    /// The address may not be asked.
    #[error("the address cannot be asked: {0}")]
    Refused(#[from] Refusal),
}

impl WebhookSettings {
    /// The longest name of a channel, in characters.
    const NAME_CHARS_MAX: usize = 20;

    /// An address and the secret that requests to it are signed with. Where the channel has a name, it is not SMS, and no
    /// phone number is sent.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(
        url: &str,
        secret: &SecretString,
        name: Option<String>,
    ) -> Result<Self, InvalidWebhookSettings> {
        let url = Url::parse(url).map_err(|_no_address| InvalidWebhookSettings::Url)?;
        let secret = secret.expose_secret().strip_prefix(PREFIX).and_then(|text| BASE64.decode(text).ok());
        let secret = secret.filter(|secret| SECRET_BYTES.contains(&secret.len()));
        let secret = secret.ok_or(InvalidWebhookSettings::Secret)?;
        let name = name.map(|name| name.trim().to_owned());
        if name.as_ref().is_some_and(|name| !(1..=Self::NAME_CHARS_MAX).contains(&name.chars().count())) {
            return Err(InvalidWebhookSettings::Name);
        }
        Ok(Self { url, signer: Signer::new(&secret), name })
    }

    /// How messages are sent on.
    pub(crate) fn channel(&self) -> Handover {
        self.name.clone().map_or(Handover::Sms, Handover::Named)
    }
}

/// How the operator's own system sends messages on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Handover {
    /// As SMS, to those whose number is known.
    Sms,
    /// By something that people know by this name; it knows by itself where to.
    Named(String),
}

impl fmt::Debug for WebhookSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebhookSettings").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}
