//! Remembered answers are sealed with the key that asked for them.
//!
//! Some answers hold a secret that is told once and kept nowhere, such as a device's token; others hold what is
//! personal. Who has only the database reads none of them: the server itself keeps no more than a hash of the API key.

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, Salt};

const PURPOSE: &[u8] = b"doorstep remembered answer 1";

/// Seals an answer.
pub(super) fn seal(api_key: &str, context: &[u8], answer: &[u8]) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE_LEN] = rand::random();
    let mut sealed = answer.to_vec();
    key(api_key)?
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(context), &mut sealed)
        .ok()?;
    sealed.splice(0..0, nonce);
    Some(sealed)
}

/// Opens an answer; `None` when it was sealed with another key or for another request.
pub(super) fn open(api_key: &str, context: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>()?;
    let mut answer = sealed.to_vec();
    let length = key(api_key)?
        .open_in_place(Nonce::assume_unique_for_key(*nonce), Aad::from(context), &mut answer)
        .ok()?
        .len();
    answer.truncate(length);
    Some(answer)
}

/// An API key is 256 random bits: a key of its own follows from it without stretching.
fn key(api_key: &str) -> Option<LessSafeKey> {
    let secret = Salt::new(HKDF_SHA256, PURPOSE).extract(api_key.as_bytes());
    let expanded = secret.expand(&[PURPOSE], &CHACHA20_POLY1305).ok()?;
    Some(LessSafeKey::new(UnboundKey::from(expanded)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_request_open_an_answer() {
        let sealed = seal("key", b"request", b"the device's token").unwrap();
        assert_eq!(open("key", b"request", &sealed).as_deref(), Some(&b"the device's token"[..]));
        assert_eq!(open("another key", b"request", &sealed), None);
        assert_eq!(open("key", b"another request", &sealed), None);
        assert!(!sealed.windows(5).any(|window| window == b"token"));
    }
}
