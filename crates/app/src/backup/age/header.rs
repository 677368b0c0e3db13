//! The head of a file: the file's own key, wrapped for whoever may read it.

use std::io::{BufRead, Read as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use curve25519_dalek::MontgomeryPoint;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::error::Unspecified;
use ring::hmac;

use super::keys::{Identity, Recipient};
use super::{AgeError, VERSION, derive};

const PURPOSE: &[u8] = b"age-encryption.org/v1/X25519";
/// Bodies are broken into lines of this length; a shorter one is the last.
const LINE: usize = 64;
/// The longest head that is read.
const BYTES_MAX: usize = 64 * 1024;

/// The key of one file.
pub(super) type FileKey = [u8; 16];

/// Writes the head for a reader.
pub(super) fn write(key: &FileKey, to: &Recipient) -> Result<String, Unspecified> {
    let ephemeral = Identity::generate()?;
    let share = ephemeral.recipient().0;
    let wrapping = wrapping_key(&ephemeral, &to.0, &share, &to.0).ok_or(Unspecified)?;
    let mut body = key.to_vec();
    wrapping.seal_in_place_append_tag(zero_nonce(), Aad::empty(), &mut body)?;
    let head = format!(
        "{VERSION}\n-> X25519 {}\n{}\n---",
        STANDARD_NO_PAD.encode(share.0),
        STANDARD_NO_PAD.encode(body)
    );
    let mac = STANDARD_NO_PAD.encode(hmac::sign(&mac_key(key), head.as_bytes()));
    Ok(format!("{head} {mac}\n"))
}

/// Reads the head, and the file's key from it.
pub(super) fn read(input: &mut impl BufRead, with: &Identity) -> Result<FileKey, AgeError> {
    let mut head = Head { input, text: String::new() };
    if head.line()? != VERSION {
        return Err(AgeError::Other);
    }
    let mut found = None;
    loop {
        let before = head.text.len();
        let line = head.line()?;
        if let Some(mac) = line.strip_prefix("--- ") {
            let mac = STANDARD_NO_PAD.decode(mac).map_err(|_text| AgeError::Damaged)?;
            let key = found.ok_or(AgeError::WrongKey)?;
            let signed = head.text.get(..before + 3).unwrap_or_default();
            return match hmac::verify(&mac_key(&key), signed.as_bytes(), &mac) {
                Ok(()) => Ok(key),
                Err(Unspecified) => Err(AgeError::Damaged),
            };
        }
        let kind = line.strip_prefix("-> ").ok_or(AgeError::Damaged)?;
        let body = head.body()?;
        if let Some(share) = kind.strip_prefix("X25519 ")
            && found.is_none()
        {
            found = unwrap(share, body, with)?;
        }
    }
}

/// The lines of a head that is read.
struct Head<'a, R> {
    input: &'a mut R,
    text: String,
}

impl<R: BufRead> Head<'_, R> {
    fn line(&mut self) -> Result<String, AgeError> {
        let begin = self.text.len();
        let room = u64::try_from(BYTES_MAX.saturating_sub(begin)).unwrap_or_default();
        // What is no text is no head; what cannot be read at all is told by whoever reads on.
        self.input.by_ref().take(room).read_line(&mut self.text).map_err(|_binary| AgeError::Other)?;
        let line = self.text.get(begin..).and_then(|line| line.strip_suffix('\n'));
        line.map(str::to_owned).ok_or(if begin == 0 { AgeError::Other } else { AgeError::Cut })
    }

    fn body(&mut self) -> Result<Vec<u8>, AgeError> {
        let mut text = String::new();
        loop {
            let line = self.line()?;
            text.push_str(&line);
            if line.len() != LINE {
                return STANDARD_NO_PAD.decode(text).map_err(|_text| AgeError::Damaged);
            }
        }
    }
}

/// The file's key, when it was wrapped for this reader.
fn unwrap(share: &str, mut body: Vec<u8>, with: &Identity) -> Result<Option<FileKey>, AgeError> {
    let share = STANDARD_NO_PAD.decode(share).ok().and_then(|share| share.try_into().ok());
    let share = MontgomeryPoint(share.ok_or(AgeError::Damaged)?);
    let Some(wrapping) = wrapping_key(with, &share, &share, &with.recipient().0) else {
        return Err(AgeError::Damaged);
    };
    let key = wrapping.open_in_place(zero_nonce(), Aad::empty(), &mut body).ok();
    Ok(key.and_then(|key| FileKey::try_from(&*key).ok()))
}

fn wrapping_key(
    own: &Identity,
    other: &MontgomeryPoint,
    share: &MontgomeryPoint,
    recipient: &MontgomeryPoint,
) -> Option<LessSafeKey> {
    let shared = own.shared_with(other)?;
    let key = derive(&shared, &[share.0, recipient.0].concat(), PURPOSE);
    UnboundKey::new(&CHACHA20_POLY1305, &key).ok().map(LessSafeKey::new)
}

/// Each wrapping key is used once.
fn zero_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

fn mac_key(key: &FileKey) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, &derive(key, &[], b"header"))
}
