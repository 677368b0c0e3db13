//! Passwords, tokens, codes and ids: made from the system's randomness, kept only as hashes.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_store::TokenHash;
use sha2::{Digest as _, Sha256};

/// The longest password that is looked at, in bytes.
pub const PASSWORD_BYTES_MAX: usize = 1_024;

/// The letters of one-time codes: no two that are read or heard alike.
const CODE_LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Twelve letters of 32 are 60 bits, for the fifteen minutes that a code lives.
const CODE_LEN: usize = 12;

/// The argon2id hash of a password in PHC form. It takes tens of milliseconds: call it where blocking is allowed.
///
/// # Panics
/// When the system gives no randomness; nothing safe can be done without.
pub fn hash_password(password: &str) -> String {
    Argon2::default()
        .hash_password(password.as_bytes())
        .expect("argon2 takes every password when the system gives randomness")
        .to_string()
}

/// Whether a password has this hash. It takes as long as [`hash_password`].
pub fn verify_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// A fresh token of 256 random bits, in letters that URLs and headers take as they are.
pub fn fresh_token() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// What is kept of a token.
pub fn token_hash(token: &str) -> TokenHash {
    TokenHash(Sha256::digest(token.as_bytes()).into())
}

/// A fresh one-time code for people to type, such as `7KQ2-M9XW-4HTB`.
pub fn fresh_code() -> String {
    let mut code = String::with_capacity(CODE_LEN + 2);
    for (index, byte) in rand::random::<[u8; CODE_LEN]>().into_iter().enumerate() {
        if index > 0 && index % 4 == 0 {
            code.push('-');
        }
        let letter = CODE_LETTERS.get(usize::from(byte) % CODE_LETTERS.len()).copied().unwrap_or(b'2');
        code.push(char::from(letter));
    }
    code
}

/// What is kept of a one-time code, however it is typed: case, spaces and dashes do not matter.
pub fn code_hash(code: &str) -> TokenHash {
    let typed: String = code
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '\u{2010}'..='\u{2015}'))
        .flat_map(char::to_uppercase)
        .take(64)
        .collect();
    token_hash(&typed)
}

/// The bits of a fresh id.
pub fn fresh_id() -> u128 {
    rand::random()
}

/// The SHA-256 of bytes, as hexadecimal digits.
pub(crate) fn hex_hash(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().take(16).fold(String::with_capacity(32), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_by_its_hash_alone() {
        let hash = hash_password("correct horse");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify_password("correct horse", &hash));
        assert!(!verify_password("correct horsf", &hash));
        assert!(!verify_password("correct horse", "no hash at all"));
        assert_ne!(hash, hash_password("correct horse"), "the salt is fresh each time");
    }

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let code = fresh_code();
        assert_eq!(code.len(), 14);
        assert_eq!(code_hash(&code), code_hash(&format!(" {} ", code.to_lowercase().replace('-', " "))));
        assert_ne!(code_hash(&code), code_hash(&fresh_code()));
    }

    /// Whether each bit of what is drawn is now 0, now 1. What is random fails this about once in 2^90 times.
    fn has_all_its_bits<const BYTES: usize>(draw: impl Fn() -> [u8; BYTES]) -> bool {
        let (mut ever, mut always) = ([0_u8; BYTES], [0xff_u8; BYTES]);
        for drawn in std::iter::repeat_with(draw).take(100) {
            for ((ever, always), byte) in ever.iter_mut().zip(&mut always).zip(drawn) {
                *ever |= byte;
                *always &= byte;
            }
        }
        ever.iter().all(|byte| *byte == 0xff) && always.iter().all(|byte| *byte == 0)
    }

    #[test]
    fn every_bit_of_an_id_and_of_a_token_is_random() {
        assert!(has_all_its_bits(|| fresh_id().to_be_bytes()), "128 bits");
        assert!(
            has_all_its_bits::<32>(|| URL_SAFE_NO_PAD.decode(fresh_token()).unwrap().try_into().unwrap()),
            "256 bits"
        );
        assert!(!has_all_its_bits(|| (fresh_id() & !1).to_be_bytes()), "a bit that never changes is found");
    }

    #[test]
    fn tokens_are_256_bits_and_never_the_same() {
        let (one, other) = (fresh_token(), fresh_token());
        assert_eq!(URL_SAFE_NO_PAD.decode(&one).map(|bytes| bytes.len()), Ok(32));
        assert_ne!(token_hash(&one), token_hash(&other));
    }
}
