//! Cookies: what they are called, and what browsers are told about them.
//!
//! Where people come by https, every name begins with `__Host-`: browsers take such a cookie only from this very host,
//! over TLS and for all paths, so that no neighbouring host and nobody in between can put one there. Over plain http
//! (this machine, a first try) browsers would refuse it, and the names go without. Only one of the two is ever looked
//! at.

use axum_extra::extract::cookie::CookieJar;
use http::{HeaderMap, HeaderValue};

use crate::state::Settings;

/// The cookie of a login.
pub(crate) const SESSION_COOKIE: CookieName = CookieName("__Host-doorstep_session");
/// The cookie of a driver's phone.
pub(crate) const DEVICE_COOKIE: CookieName = CookieName("__Host-doorstep_device");
/// The cookie of a browser in which someone has logged in.
pub(crate) const BROWSER_COOKIE: CookieName = CookieName("__Host-doorstep_browser");
/// The cookie of a try to log in with another provider.
pub(crate) const OIDC_COOKIE: CookieName = CookieName("__Host-doorstep_oidc");
/// The cookie of a page that was asked for before the login.
pub(crate) const NEXT_COOKIE: CookieName = CookieName("__Host-doorstep_next");
/// The cookie of a language that was chosen on this device, for pages before the login.
pub(crate) const LANGUAGE_COOKIE: CookieName = CookieName("__Host-doorstep_language");

const PREFIX: &str = "__Host-";
/// Tokens are 43 letters and pages at most 267; nothing much longer is looked at.
const VALUE_LEN_MAX: usize = 272;

/// A cookie, by its name where people come by https.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CookieName(&'static str);

impl CookieName {
    /// The name that is documented.
    pub(crate) fn documented(self) -> &'static str {
        self.0
    }

    /// What a browser brought under this name; nothing when it is empty or too long.
    pub(crate) fn value(self, headers: &HeaderMap, settings: &Settings) -> Option<String> {
        let jar = CookieJar::from_headers(headers);
        let value = jar.get(self.on(settings))?.value();
        (!value.is_empty() && value.len() <= VALUE_LEN_MAX).then(|| value.to_owned())
    }

    /// The value of `Set-Cookie` that keeps a value for so many seconds.
    pub(crate) fn set(self, value: &str, seconds: u64, settings: &Settings) -> HeaderValue {
        let (name, secure) = (self.on(settings), if settings.is_https() { "; Secure" } else { "" });
        let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
        HeaderValue::from_str(&text).unwrap_or_else(|_not_a_token| HeaderValue::from_static(""))
    }

    /// The value of `Set-Cookie` that makes a browser forget.
    pub(crate) fn ended(self, settings: &Settings) -> HeaderValue {
        self.set("", 0, settings)
    }

    fn on(self, settings: &Settings) -> &'static str {
        if settings.is_https() { self.0 } else { self.0.strip_prefix(PREFIX).unwrap_or(self.0) }
    }
}

#[cfg(test)]
mod tests {
    use http::header::COOKIE;

    use super::*;

    const ALL: [CookieName; 6] =
        [SESSION_COOKIE, DEVICE_COOKIE, BROWSER_COOKIE, OIDC_COOKIE, NEXT_COOKIE, LANGUAGE_COOKIE];

    fn https() -> Settings {
        Settings { public_url: "https://track.example.org".parse().ok(), ..Settings::default() }
    }

    #[test]
    fn cookies_are_for_this_host_alone() {
        for cookie in ALL {
            let name = cookie.documented();
            assert!(name.starts_with("__Host-doorstep_"), "{name}");
            let set = cookie.set("token", 60, &https());
            let expected = format!("{name}=token; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure");
            assert_eq!(set, expected.as_str());
            let plain = expected.replace("__Host-", "").replace("; Secure", "");
            assert_eq!(cookie.set("token", 60, &Settings::default()), plain.as_str());
            assert!(
                cookie
                    .ended(&https())
                    .to_str()
                    .unwrap()
                    .contains("=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
            );
        }
    }

    #[test]
    fn only_one_of_the_two_names_is_looked_at() {
        let both = "doorstep_session=plain; __Host-doorstep_session=host";
        let headers: HeaderMap = [(COOKIE, HeaderValue::from_static(both))].into_iter().collect();
        assert_eq!(SESSION_COOKIE.value(&headers, &https()).as_deref(), Some("host"));
        assert_eq!(SESSION_COOKIE.value(&headers, &Settings::default()).as_deref(), Some("plain"));
        let plain: HeaderMap =
            [(COOKIE, HeaderValue::from_static("doorstep_session=plain"))].into_iter().collect();
        assert_eq!(SESSION_COOKIE.value(&plain, &https()), None);
    }

    #[test]
    fn what_is_too_long_is_not_looked_at() {
        for (length, is_taken) in [(0, false), (1, true), (VALUE_LEN_MAX, true), (VALUE_LEN_MAX + 1, false)] {
            let line = format!("doorstep_session={}", "x".repeat(length));
            let headers: HeaderMap = [(COOKIE, line.parse().unwrap())].into_iter().collect();
            assert_eq!(SESSION_COOKIE.value(&headers, &Settings::default()).is_some(), is_taken, "{length}");
        }
    }
}
