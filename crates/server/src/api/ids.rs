//! Identities that follow from what they name.

use sha2::{Digest as _, Sha256};

/// Bits of an identity that follows from its parts, so that the same thing said twice is the same thing.
pub(crate) fn derived(purpose: &str, parts: &[&[u8]]) -> u128 {
    let mut hash = Sha256::new();
    hash.update(purpose.as_bytes());
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().iter().take(16).fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_parts_give_the_same_identity_and_others_another() {
        let id = derived("stop", &[b"ab", b"c"]);
        assert_eq!(id, derived("stop", &[b"ab", b"c"]));
        assert_ne!(id, derived("stop", &[b"a", b"bc"]));
        assert_ne!(id, derived("parcel", &[b"ab", b"c"]));
    }
}
