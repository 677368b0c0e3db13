//! Where someone goes once they are logged in: to the page that they asked for before, else to where their own begin.
//!
//! The page waits in a cookie, so that every way of logging in leads there: by a password, by a passkey, by a link that
//! is opened out of a letter, by another provider. It must be one of the pages that ask for a login; whatever else an
//! address or a cookie names is as good as nothing.

use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_store::Role;
use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};

use super::home::home_of;
use super::login::own_path;
use crate::access::{LoggedIn, NEXT_COOKIE, table};
use crate::state::{AppState, Settings};

/// So long a page waits: as long as a link in a letter is good.
const LIFE_S: u64 = 15 * 60;

/// A page that someone asked for before they were logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Onward(String);

impl Onward {
    /// The page of an address, if it is one that one must be logged in for.
    pub(super) fn to(address: &str) -> Option<Self> {
        let path = own_path(address)?.split(['?', '#']).next()?;
        table::is_page_behind_the_login(path).then(|| Self(address.to_owned()))
    }

    /// The page that waits in a browser.
    fn waiting(headers: &HeaderMap, settings: &Settings) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(NEXT_COOKIE.value(headers, settings)?).ok()?;
        Self::to(std::str::from_utf8(&bytes).ok()?)
    }

    /// Lets it wait in a browser, as the value of `Set-Cookie`.
    pub(super) fn wait(&self, settings: &Settings) -> HeaderValue {
        NEXT_COOKIE.set(&URL_SAFE_NO_PAD.encode(&self.0), LIFE_S, settings)
    }
}

/// Leads on whoever is logged in; nothing waits any more then.
pub(super) fn lead_on(shared: &AppState, headers: &HeaderMap, role: Role) -> Response {
    let onward = Onward::waiting(headers, &shared.settings);
    let there = Redirect::to(onward.as_ref().map_or(home_of(Some(role)), |onward| &onward.0));
    (AppendHeaders([(SET_COOKIE, NEXT_COOKIE.ended(&shared.settings))]), there).into_response()
}

/// Leads on whoever has just logged in.
pub(super) fn arrive(shared: &AppState, headers: &HeaderMap, logged_in: &LoggedIn) -> Response {
    let there = lead_on(shared, headers, logged_in.account.role);
    (AppendHeaders(logged_in.cookies(&shared.settings)), there).into_response()
}

#[cfg(test)]
mod tests {
    use http::header::COOKIE;

    use super::*;

    /// What leads to another site, or to what is no page behind the login.
    const HOSTILE: [&str; 30] = [
        "",
        "/",
        "orders",
        "//evil.example",
        "///evil.example",
        "//evil.example/orders",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "https://evil.example",
        "https:evil.example",
        "HTTPS://evil.example/orders",
        "javascript:alert(1)",
        "data:text/html,x",
        "/orders\r\nset-cookie: a=b",
        "/orders\0",
        "/orders/../../evil",
        "/parcels//evil.example",
        "/parcels/",
        "/parcels/0a/stream",
        "/orders@evil.example",
        "/.evil.example",
        "/%2f/evil.example",
        "/%5cevil.example",
        "/login",
        "/login/oidc",
        "/logout",
        "/v1/orders",
        "/ordërs",
    ];

    fn brought(value: &str) -> HeaderMap {
        [(COOKIE, format!("doorstep_next={value}").parse().unwrap())].into_iter().collect()
    }

    #[test]
    fn nothing_but_a_page_of_ours_is_led_to() {
        let settings = Settings::default();
        for address in HOSTILE {
            assert_eq!(Onward::to(address), None, "{address:?}");
            let waiting = Onward::waiting(&brought(&URL_SAFE_NO_PAD.encode(address)), &settings);
            assert_eq!(waiting, None, "{address:?}");
        }
        for broken in ["/orders", "%2Forders", "L29yZGVycw==", "_w"] {
            assert_eq!(Onward::waiting(&brought(broken), &settings), None, "{broken}");
        }
    }

    #[test]
    fn a_page_waits_as_it_was_asked_for() {
        let settings = Settings::default();
        let longest = format!("/parcels/0a?q={}", "x".repeat(200 - "/parcels/0a?q=".len()));
        for address in ["/orders", "/dispatch", "/sessions?saved=1", "/parcels/0a/shares#top", &longest] {
            let onward = Onward::to(address).unwrap();
            let set = onward.wait(&settings);
            let value = set.to_str().unwrap().split(['=', ';']).nth(1).unwrap();
            assert_eq!(Onward::waiting(&brought(value), &settings), Some(onward), "{address}");
        }
        assert_eq!(Onward::to(&format!("{longest}x")), None);
    }
}
