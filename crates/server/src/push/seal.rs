//! Sealing a message for one browser: RFC 8291 on top of the content coding `aes128gcm` (RFC 8188).

use doorstep_store::PushSubscription;
use p256::elliptic_curve::sec1::ToSec1Point as _;
use p256::{PublicKey, SecretKey};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::error::Unspecified;
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};

/// The one record of a message is never longer, so neither is what push services must take (RFC 8291, section 4).
const RECORD_BYTES: u32 = 4_096;
/// What ends the text of the last record; zeros follow (RFC 8188, section 2).
const LAST_RECORD: u8 = 2;
const SALT_BYTES: usize = 16;

/// What is drawn anew for each message.
pub(super) struct Fresh {
    salt: [u8; SALT_BYTES],
    key: SecretKey,
}

impl Fresh {
    /// Drawn from the system's source of randomness. Of the bytes that are no key there are some two in 2^32.
    pub(super) fn draw() -> Self {
        Self { salt: rand::random(), key: key() }
    }
}

/// A secret key of P-256.
pub(super) fn key() -> SecretKey {
    loop {
        if let Ok(key) = SecretKey::from_slice(&rand::random::<[u8; 32]>()) {
            return key;
        }
    }
}

/// Seals a text, filled up to a length, for a browser.
///
/// # Errors
/// When the text is too long.
pub(super) fn seal(
    text: &[u8],
    filled_up_to: usize,
    browser: &PublicKey,
    auth: &[u8; PushSubscription::AUTH_BYTES],
    fresh: &Fresh,
) -> Result<Vec<u8>, Unspecified> {
    if text.len() > filled_up_to || filled_up_to + 1 + AES_128_GCM.tag_len() > RECORD_BYTES as usize {
        return Err(Unspecified);
    }
    let own = fresh.key.public_key().to_sec1_point(false);
    let own = own.as_bytes();
    let theirs = browser.to_sec1_point(false);
    let shared = fresh.key.diffie_hellman(browser);
    let about = [b"WebPush: info\0", theirs.as_bytes(), own];
    let secret: [u8; 32] = derive(auth, shared.raw_secret_bytes(), &about)?;
    let key: [u8; 16] = derive(&fresh.salt, &secret, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; NONCE_LEN] = derive(&fresh.salt, &secret, &[b"Content-Encoding: nonce\0"])?;
    let mut record = text.to_vec();
    record.push(LAST_RECORD);
    record.resize(filled_up_to + 1, 0);
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key)?);
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)?;
    let own_length = u8::try_from(own.len()).map_err(|_longer| Unspecified)?;
    Ok([&fresh.salt, RECORD_BYTES.to_be_bytes().as_slice(), &[own_length], own, &record].concat())
}

/// So many bytes of HKDF with SHA-256 (RFC 5869).
fn derive<const N: usize>(salt: &[u8], secret: &[u8], about: &[&[u8]]) -> Result<[u8; N], Unspecified> {
    let mut bytes = [0; N];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(about, Length(N))?.fill(&mut bytes)?;
    Ok(bytes)
}

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        BASE64.decode(text).unwrap()
    }

    /// RFC 8291, appendix A.
    #[test]
    fn the_example_of_the_standard_comes_out_byte_for_byte() {
        let fresh = Fresh {
            salt: bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap(),
            key: SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap(),
        };
        let browser =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
        let browser = PublicKey::from_sec1_bytes(&bytes(browser)).unwrap();
        let auth = bytes("BTBZMqHH6r4Tts7J_aSIgg").try_into().unwrap();
        let text = b"When I grow up, I want to be a watermelon";
        let sealed = seal(text, text.len(), &browser, &auth, &fresh).unwrap();
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz\
                        AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(BASE64.encode(sealed), expected);
    }

    #[test]
    fn whatever_it_says_it_has_one_length() {
        let browser = key().public_key();
        let sealed = |text: &str| seal(text.as_bytes(), 100, &browser, &[7; 16], &Fresh::draw());
        assert_eq!(sealed("").unwrap().len(), sealed(&"x".repeat(100)).unwrap().len());
        assert!(sealed(&"x".repeat(101)).is_err(), "and no other");
        assert!(seal(b"", 4_096, &browser, &[7; 16], &Fresh::draw()).is_err());
        assert_ne!(sealed("x").unwrap(), sealed("x").unwrap(), "and is never the same");
    }
}
