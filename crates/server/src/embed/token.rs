//! The tokens of trackers in pages of shops: nothing is kept of them, they say themselves what they open and until when,
//! and are signed with a secret of the server.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_domain::ParcelId;
use jiff::Timestamp;
use ring::hmac;

/// What tokens of this making begin with.
const VERSION: u8 = 1;
const TAG_LEN: usize = 32;
/// Version, instant and parcel.
const HEAD_LEN: usize = 1 + 8 + 16;

/// What a token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opened {
    /// The parcel.
    pub(crate) parcel: ParcelId,
    /// Where the page comes from that may show it.
    pub(crate) origin: String,
    /// When the token ends, to the second.
    pub(crate) expires_at: Timestamp,
}

/// Makes tokens and reads them again.
#[derive(Clone)]
pub(crate) struct EmbedTokens(hmac::Key);

impl EmbedTokens {
    /// Tokens that are signed with this secret.
    pub(super) fn of(secret: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// The token that opens this.
    pub(super) fn write(&self, opened: &Opened) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(opened.expires_at.as_second().to_be_bytes());
        bytes.extend(opened.parcel.to_bytes());
        bytes.extend(opened.origin.as_bytes());
        let tag = hmac::sign(&self.0, &bytes);
        bytes.extend(tag.as_ref());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// What a token opens at an instant; none where it has ended or is none of ours.
    pub(super) fn read(&self, token: &str, now: Timestamp) -> Option<Opened> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (said, tag) = bytes.split_at_checked(bytes.len().checked_sub(TAG_LEN)?)?;
        hmac::verify(&self.0, said, tag).ok()?;
        let (head, origin) = said.split_at_checked(HEAD_LEN)?;
        let (version, head) = head.split_first()?;
        let (expires_at, parcel) = head.split_first_chunk()?;
        let opened = Opened {
            parcel: ParcelId::from_bytes(parcel.try_into().ok()?),
            origin: String::from_utf8(origin.to_vec()).ok()?,
            expires_at: Timestamp::from_second(i64::from_be_bytes(*expires_at)).ok()?,
        };
        (*version == VERSION && now < opened.expires_at).then_some(opened)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(origin: &str) -> Opened {
        Opened {
            parcel: ParcelId::from_u128(7),
            origin: origin.to_owned(),
            expires_at: Timestamp::from_second(1_000).unwrap(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_token_opens_what_it_was_made_for_until_it_ends() {
        let tokens = EmbedTokens::of(&[1; 32]);
        for origin in ["https://shop.example.org", "", &"o".repeat(200)] {
            let token = tokens.write(&opened(origin));
            assert_eq!(tokens.read(&token, at(999)), Some(opened(origin)));
            assert_eq!(tokens.read(&token, at(1_000)), None);
        }
    }

    #[test]
    fn whatever_is_changed_of_a_token_opens_nothing() {
        let tokens = EmbedTokens::of(&[1; 32]);
        let token = tokens.write(&opened("https://shop.example.org"));
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for index in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[index] ^= 1;
            assert_eq!(tokens.read(&URL_SAFE_NO_PAD.encode(&changed), at(0)), None, "{index}");
            assert_eq!(tokens.read(&URL_SAFE_NO_PAD.encode(&bytes[..index]), at(0)), None, "{index}");
        }
        assert_eq!(EmbedTokens::of(&[2; 32]).read(&token, at(0)), None);
        for none in ["", "a", "not a token", "\u{1f4e6}", &"A".repeat(400)] {
            assert_eq!(tokens.read(none, at(0)), None);
        }
    }
}
