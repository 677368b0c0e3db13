//! Where a carrier is asked about a number.

use std::fmt::Write as _;

use thiserror::Error;
use url::Url;

/// What stands in place of the number.
const NUMBER: &str = "{tracking_number}";

/// The address of a carrier, with a place for the number of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::carriers) struct Address {
    before: String,
    after: String,
}

/// A text that is no such address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "it must be an address with `{{tracking_number}}` once in its path or behind the question mark, such as \
     https://carrier.example.org/parcels/{{tracking_number}}"
)]
pub struct NoAddress;

impl Address {
    /// The address of a text.
    ///
    /// # Errors
    /// When it is none, or the number would not stand in its path or its query.
    pub(in crate::carriers) fn new(text: &str) -> Result<Self, NoAddress> {
        let (before, after) = text.trim().split_once(NUMBER).ok_or(NoAddress)?;
        let address = Self { before: before.to_owned(), after: after.to_owned() };
        let (one, other) = (address.with("a"), address.with("b"));
        let (one, other) = one.zip(other).ok_or(NoAddress)?;
        let is_asked = |url: &Url| url.has_host() && url.fragment().is_none();
        let is_same_place = one.origin() == other.origin() && one.username() == other.username();
        let differs = (one.path(), one.query()) != (other.path(), other.query());
        if after.contains(NUMBER) || !is_asked(&one) || !is_same_place || !differs {
            return Err(NoAddress);
        }
        Ok(address)
    }

    /// The address about a number; `None` where the number would lead to another place.
    pub(in crate::carriers) fn of(&self, number: &str) -> Option<Url> {
        let number = number.trim();
        // A segment of dots alone leads upwards, however it is written.
        if number.is_empty() || number.bytes().all(|byte| byte == b'.') {
            return None;
        }
        self.with(&encoded(number))
    }

    fn with(&self, number: &str) -> Option<Url> {
        Url::parse(&format!("{}{number}{}", self.before, self.after)).ok()
    }
}

/// A text of which nothing means anything in an address (RFC 3986, section 2.3).
fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _infallible = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stays_in_its_place_whatever_it_is() {
        let in_path = Address::new("https://carrier.example.org/v1/{tracking_number}/events?x=1").unwrap();
        let in_query = Address::new("https://carrier.example.org/v1?number={tracking_number}").unwrap();
        for number in
            ["JD 01", "a/../../b", "../x", "?a=b#c", "%2e%2e", "@evil.example.org", "ü\n", "\\", "a..b"]
        {
            for address in [&in_path, &in_query] {
                let url = address.of(number).unwrap();
                assert_eq!(url.host_str(), Some("carrier.example.org"), "{url}");
                assert!(url.path().starts_with("/v1") && url.fragment().is_none(), "{url}");
            }
            let url = in_path.of(number).unwrap();
            assert_eq!((url.path().split('/').count(), url.query()), (4, Some("x=1")), "{url}");
        }
        let told = in_query.of("JD 01&é").unwrap();
        assert_eq!(told.as_str(), "https://carrier.example.org/v1?number=JD%2001%26%C3%A9");
        for nowhere in ["", " ", ".", "..", "..."] {
            assert_eq!(in_path.of(nowhere), None, "{nowhere:?}");
        }
    }

    #[test]
    fn an_address_without_one_place_for_the_number_is_none() {
        for wrong in [
            "",
            "carrier",
            "https://carrier.example.org/",
            "https://{tracking_number}.example.org/",
            "https://{tracking_number}@carrier.example.org/",
            "https://carrier.example.org:{tracking_number}/",
            "https://carrier.example.org/#{tracking_number}",
            "https://carrier.example.org/{tracking_number}/{tracking_number}",
            "mailto:{tracking_number}",
            "{tracking_number}",
        ] {
            assert_eq!(Address::new(wrong), Err(NoAddress), "{wrong}");
        }
    }
}
