//! Keys: the public one that a backup is made for, and the secret one that opens it.

use std::fmt;
use std::str::FromStr;

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use curve25519_dalek::MontgomeryPoint;
use ring::rand::{SecureRandom, SystemRandom};
use secrecy::{ExposeSecret as _, SecretBox, SecretString};
use thiserror::Error;

const PUBLIC: &str = "age";
const SECRET: &str = "age-secret-key-";

/// A text is no key of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum NoKey {
    /// Not a public one.
    #[error("is not a public key such as `doorstep admin backup-key` shows; it begins with age1")]
    Public,
    /// Not a secret one.
    #[error("holds no secret key; its line begins with AGE-SECRET-KEY-1")]
    Secret,
}

/// The public key of whoever can read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recipient(pub(super) MontgomeryPoint);

impl FromStr for Recipient {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let key = bytes_of(text, PUBLIC).ok_or(NoKey::Public)?;
        Ok(Self(MontgomeryPoint(key)))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text_of(PUBLIC, &self.0.0))
    }
}

/// A secret key.
pub(crate) struct Identity(SecretBox<[u8; 32]>);

impl Identity {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub(crate) fn generate() -> Result<Self, ring::error::Unspecified> {
        let mut key = [0; 32];
        SystemRandom::new().fill(&mut key)?;
        Ok(Self::of(key))
    }

    pub(super) fn of(key: [u8; 32]) -> Self {
        Self(SecretBox::new(Box::new(key)))
    }

    /// The public key that goes with it.
    pub(crate) fn recipient(&self) -> Recipient {
        Recipient(MontgomeryPoint::mul_base_clamped(*self.0.expose_secret()))
    }

    /// What both sides know and nobody else; `None` when the other side's key is one of the few that make it known.
    pub(super) fn shared_with(&self, other: &MontgomeryPoint) -> Option<[u8; 32]> {
        let shared = other.mul_clamped(*self.0.expose_secret()).0;
        (shared != [0; 32]).then_some(shared)
    }

    /// It as text, as its file has it.
    pub(crate) fn to_text(&self) -> SecretString {
        text_of(SECRET, self.0.expose_secret()).to_uppercase().into()
    }
}

/// Reads a file of keys: lines that are empty or begin with `#` are passed over.
impl FromStr for Identity {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = lines.next().and_then(|line| bytes_of(line, SECRET)).ok_or(NoKey::Secret)?;
        Ok(Self::of(key))
    }
}

fn bytes_of(text: &str, kind: &str) -> Option<[u8; 32]> {
    let checked = CheckedHrpstring::new::<Bech32>(text.trim()).ok()?;
    let bytes: Vec<u8> = checked.byte_iter().collect();
    (checked.hrp().to_lowercase() == kind).then_some(())?;
    bytes.try_into().ok()
}

fn text_of(kind: &str, key: &[u8; 32]) -> String {
    Hrp::parse(kind)
        .ok()
        .and_then(|kind| bech32::encode::<Bech32>(kind, key).ok())
        .expect("32 bytes and one of our two kinds make a text")
}
