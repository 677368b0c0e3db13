//! What pages of shops ask for and get.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;
use utoipa::ToSchema;

use crate::input::{Field, InputProblem, LABEL, TRACKING_NUMBER, Text, read};
use crate::shapes::WindowJson;
use crate::words::StatusWord;

/// The longest origin that is read, in characters.
const ORIGIN: Text = Text { chars_max: 200, ..LABEL };

/// The body of `POST /v1/embed-tokens`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EmbedTokenRequest {
    /// The number on the parcel's label.
    #[schema(max_length = 64)]
    pub tracking_number: String,
    /// Where the page comes from that shall show it, such as `https://shop.example.org`.
    #[schema(max_length = 200, example = "https://shop.example.org")]
    pub origin: String,
}

impl EmbedTokenRequest {
    /// Reads the body.
    ///
    /// # Errors
    /// All problems of the input.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<InputProblem>> {
        read(bytes, |field| {
            let object = field.object(&["tracking_number", "origin"])?;
            let tracking_number = object.required("tracking_number").and_then(|f| f.text(TRACKING_NUMBER));
            let origin = object.required("origin").and_then(|f| origin(&f));
            Some(Self { tracking_number: tracking_number?, origin: origin? })
        })
    }
}

/// Scheme, host and port as browsers write them. Over plain http only this very machine is one, for those who build a
/// shop there.
fn origin(field: &Field<'_>) -> Option<String> {
    let text = field.text(ORIGIN)?;
    let url = Url::parse(&text).ok().filter(|url| {
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let is_local = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let is_named = url.username().is_empty() && url.password().is_none();
        is_bare && is_named && (url.scheme() == "https" || url.scheme() == "http" && is_local)
    });
    match url {
        Some(url) => Some(url.origin().ascii_serialization()),
        None => {
            field.problem("bad_origin", "an origin is https:// and a host, such as https://shop.example.org")
        }
    }
}

/// A token for one page of a shop, told this one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmbedToken {
    /// The token.
    pub token: String,
    /// When it ends. The tracker asks for a new one by itself.
    pub expires_at: Timestamp,
}

/// What a page of a shop may show of a parcel: how it stands, in words of the reader's language. Where the van is, is
/// not in it; the map is a page of its own, which the tracker frames.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EmbeddedJson {
    /// Its status.
    pub status: StatusWord,
    /// Whether there is nothing to wait for any more.
    pub is_over: bool,
    /// The name of the carrier that brings it.
    pub operator: String,
    /// When it comes, where that may be said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowJson>,
    /// How many stops remain, the recipient's own included: 1 means that they are next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1)]
    pub remaining_stop_count: Option<u16>,
    /// Whether the live map is open.
    pub map_open: bool,
    /// The same in words.
    pub words: EmbeddedWords,
    /// The language of the words, a BCP 47 tag.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The server's clock.
    pub now: Timestamp,
}

/// What stands on the tracker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmbeddedWords {
    /// What stands above the largest words, such as "Arrives today between".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// The largest words: when, or how it ended.
    pub hero: String,
    /// What is not normal, in few words each.
    pub flags: Vec<FlagJson>,
    /// How many stops come before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stops: Option<String>,
    /// What else there is to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<String>,
    /// The newest reason for a change, and when it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who brings it.
    pub by: String,
    /// What the map is called.
    pub map: String,
    /// What leads to the carrier's own page of the parcel.
    pub more: String,
    /// What is said when the server is not heard any more; `{time}` stands for when it was heard last.
    pub away: String,
    /// All of it in one breath, for those who listen.
    pub announcement: String,
}

/// A sign with a word for what is not normal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FlagJson {
    /// `good`, `warn`, `bad`, `live` or `calm`.
    pub tone: String,
    /// Its words.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_origin(origin: &str) -> Result<String, Vec<InputProblem>> {
        let body = serde_json::json!({ "tracking_number": "N1", "origin": origin });
        EmbedTokenRequest::read(body.to_string().as_bytes()).map(|request| request.origin)
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for (told, read) in [
            ("https://shop.example.org", "https://shop.example.org"),
            ("https://Shop.Example.org:443/", "https://shop.example.org"),
            ("https://shop.example.org:8443", "https://shop.example.org:8443"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
        ] {
            assert_eq!(read_origin(told).unwrap(), read);
        }
    }

    #[test]
    fn what_is_no_origin_is_told() {
        let long = format!("https://{}.example.org", "a".repeat(200));
        for (told, code) in [
            ("http://shop.example.org", "bad_origin"),
            ("https://shop.example.org/orders", "bad_origin"),
            ("https://shop.example.org?a=b", "bad_origin"),
            ("https://ada@shop.example.org", "bad_origin"),
            ("shop.example.org", "bad_origin"),
            ("javascript:alert(1)", "bad_origin"),
            ("*", "bad_origin"),
            ("null", "bad_origin"),
            ("", "empty"),
            (&long, "too_long"),
        ] {
            let problems = read_origin(told).unwrap_err();
            assert_eq!((problems.len(), &*problems[0].code), (1, code), "{told}");
        }
    }
}
