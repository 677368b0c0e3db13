//! The browser that someone logs in with: what the list of sessions calls it, and whether it was here before.
//!
//! A browser in which someone has logged in carries a cookie of its own, which stays when they log out. It opens
//! nothing. It only has tries of its own, so that whoever guesses elsewhere, for the same account or from behind the
//! same address, does not use up those of its owner.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use doorstep_domain::RecipientId;
use doorstep_store::{KnownBrowser, TokenHash};
use http::HeaderMap;
use http::header::USER_AGENT;
use http::request::Parts;
use jiff::SignedDuration;

use super::cookies::BROWSER_COOKIE;
use crate::error::ApiError;
use crate::secret::{fresh_token, token_hash};
use crate::state::{AppState, Settings};

/// A browser in which nobody logs in for so long is a stranger again.
pub(super) const BROWSER_LIFE: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Browsers by what they call themselves, those that also call themselves something else first.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser that someone logs in with.
#[derive(Debug, Clone, Default)]
pub(crate) struct Browser {
    /// Roughly what it is, such as `Firefox, Android`; empty when it does not say.
    pub(super) name: String,
    /// What is kept of its token, when it brought one.
    pub(super) token: Option<TokenHash>,
}

impl Browser {
    /// The browser that sent these headers.
    pub(super) fn of(headers: &HeaderMap, settings: &Settings) -> Self {
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        Self { name: name(agent), token: token(headers, settings) }
    }

    /// Roughly what it is; empty when it does not say.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl FromRequestParts<AppState> for Browser {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers, &shared.settings))
    }
}

/// The accounts that have logged in with the browser that sent these headers, if anyone has.
pub(super) async fn known(shared: &AppState, token: Option<TokenHash>) -> Result<Vec<RecipientId>, ApiError> {
    match token {
        Some(token) => Ok(shared.store.accounts_of_browser(token, shared.clock.now()).await?),
        None => Ok(Vec::new()),
    }
}

/// What is kept of the token that a browser brings.
pub(super) fn token(headers: &HeaderMap, settings: &Settings) -> Option<TokenHash> {
    BROWSER_COOKIE.value(headers, settings).map(|token| token_hash(&token))
}

/// Remembers that an account has logged in with a browser: its new token.
pub(super) async fn remember(
    shared: &AppState,
    browser: &Browser,
    account: RecipientId,
) -> Result<String, ApiError> {
    let token = fresh_token();
    let expires_at = shared.clock.now() + BROWSER_LIFE;
    let known = KnownBrowser { token: token_hash(&token), account, expires_at };
    shared.store.remember_browser(known, browser.token).await?;
    Ok(token)
}

fn name(agent: &str) -> String {
    let find = |names: &[(&str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let (browser, system) = (find(&BROWSERS), find(&SYSTEMS));
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart_roughly() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 \
                 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iOS",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Safari/605.1.15",
                "Safari, macOS",
            ),
            ("curl/8.17.0", ""),
            ("", ""),
        ];
        for (agent, expected) in cases {
            assert_eq!(name(agent), expected, "{agent}");
        }
    }
}
