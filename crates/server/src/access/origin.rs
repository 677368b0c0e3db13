//! Whether a request that a cookie vouches for was made by our own pages.
//!
//! Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A request with neither was
//! not made by a browser, and nobody but its sender put the cookie into it.

use http::HeaderMap;
use http::header::{HOST, ORIGIN};

use crate::state::Settings;

/// Whether a request may have been forged by another site.
pub(super) fn is_foreign(headers: &HeaderMap, settings: &Settings) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN) else { return false };
    let Ok(origin) = origin.to_str() else { return true };
    let is_public = settings
        .public_url
        .as_ref()
        .is_some_and(|public| public.origin().ascii_serialization().eq_ignore_ascii_case(origin));
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_host = host.is_some_and(|host| {
        origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host))
    });
    !is_public && !is_host
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (http::HeaderName::from_static(name), http::HeaderValue::from_static(value)))
            .collect();
        let public_url = url::Url::parse("https://track.example.org/").ok();
        is_foreign(&headers, &Settings { public_url, ..Settings::default() })
    }

    #[test]
    fn what_browsers_say_decides() {
        let cases: [(&[(&str, &str)], bool); 11] = [
            (&[], false),
            (&[("sec-fetch-site", "same-origin")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "same-site")], true),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://track.example.org")], true),
            (&[("origin", "https://track.example.org")], false),
            (&[("origin", "https://evil.example")], true),
            (&[("origin", "null")], true),
            (&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], false),
            (&[("origin", "http://127.0.0.1:8081"), ("host", "127.0.0.1:8080")], true),
            (&[("origin", "https://track.example.org.evil.example")], true),
        ];
        for (headers, expected) in cases {
            assert_eq!(foreign(headers), expected, "{headers:?}");
        }
    }
}
