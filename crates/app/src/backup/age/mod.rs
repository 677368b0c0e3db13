//! The age file format (<https://age-encryption.org/v1>): a file that whoever holds the secret key can read, written by
//! whoever knows the public one. `age` and `rage` read and write the same files.
//!
//! Only recipients of the kind X25519 are known here; others in a header are passed over.

mod header;
mod keys;
mod stream;

use ring::digest::{SHA256, SHA256_OUTPUT_LEN};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use thiserror::Error;

pub(crate) use keys::{Identity, NoKey, Recipient};
pub(crate) use stream::{Opened, Sealed};

/// What every file begins with.
const VERSION: &str = "age-encryption.org/v1";

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum AgeError {
    /// It is something else.
    #[error("this is no file of the age format")]
    Other,
    /// None of the keys that open it is this one.
    #[error("this key does not open it; it was made for another one")]
    WrongKey,
    /// Bytes were changed.
    #[error("it was changed or damaged after it was made")]
    Damaged,
    /// The end is missing.
    #[error("it is cut: its end is missing")]
    Cut,
}

/// A key for a purpose, made from a secret.
fn derive(secret: &[u8], salt: &[u8], purpose: &[u8]) -> [u8; SHA256_OUTPUT_LEN] {
    let mut key = [0; SHA256_OUTPUT_LEN];
    let made =
        Salt::new(HKDF_SHA256, salt).extract(secret).expand(&[purpose], Length).map(|okm| okm.fill(&mut key));
    debug_assert!(matches!(made, Ok(Ok(()))), "so short a key can always be made");
    key
}

struct Length;

impl KeyType for Length {
    fn len(&self) -> usize {
        SHA256.output_len()
    }
}

#[cfg(test)]
mod tests;
