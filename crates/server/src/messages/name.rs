//! What a message is called, where it leads, and when it is tried again: the same by every channel.

use doorstep_store::{Message, Topic};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::told::Saying;
use crate::secret::hex_hash;

/// The name of a message, which tells nothing of it: the same each time it is sent.
pub(crate) fn name(message: &Message) -> String {
    let essence = match message.topic {
        Topic::Parcel(parcel, kind) => format!("{} {parcel} {}", message.recipient, kind.as_str()),
        Topic::Delayed(parcel, turn) => format!("{} {parcel} delayed {turn}", message.recipient),
        Topic::Bought(parcel) => format!("{} {parcel} bought", message.recipient),
        Topic::SignIn(id) => format!("{} {id} sign_in", message.recipient),
    };
    hex_hash(essence.as_bytes())
}

/// The page that what is said leads to; none without a public address.
pub(crate) fn page(public_url: Option<&Url>, saying: Saying) -> Option<Url> {
    let path = match saying {
        Saying::Parcel { parcel, .. } => format!("/parcels/{parcel}"),
        // No page of the parcel is theirs, so the link leads to their own list.
        Saying::Bought => "/orders".to_owned(),
    };
    public_url?.join(&path).ok()
}

/// How long to wait by a header of `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
pub(crate) fn retry_after(text: &str, now: Timestamp) -> Option<SignedDuration> {
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(SignedDuration::from_secs(seconds.into()));
    }
    let until = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    Some(until.duration_since(now).max(SignedDuration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_end_may_ask_for_time_in_both_ways() {
        let now = "2026-11-24T08:00:00Z".parse().unwrap();
        for (text, seconds) in [
            ("0", Some(0)),
            ("120", Some(120)),
            ("Tue, 24 Nov 2026 08:02:00 GMT", Some(120)),
            ("Tue, 24 Nov 2026 07:00:00 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
            ("4294967296", None),
        ] {
            assert_eq!(retry_after(text, now), seconds.map(SignedDuration::from_secs), "{text}");
        }
    }
}
