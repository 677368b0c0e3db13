//! Logging in and out.

use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use http::header::SET_COOKIE;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::frame::Frame;
use super::icons::Icon;
use super::onward::{Onward, arrive, lead_on};
use super::visit::{Visit, draw};
use crate::access::{Browser, SESSION_COOKIE, Session, log_in, log_out};
use crate::error::ApiError;
use crate::oidc::Oidc;
use crate::state::AppState;

/// The login page.
#[derive(Template)]
#[template(path = "pages/login.html")]
pub(crate) struct LoginPage<'a> {
    frame: Frame<'a>,
    trouble: Option<LoginTrouble>,
    email: String,
    passkeys: bool,
    sends_links: bool,
    /// The words of the way to the other provider.
    provider: Option<String>,
}

/// The ways to log in beside a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Ways<'a> {
    /// Whether a link can be sent by e-mail.
    pub(crate) links: bool,
    /// Whether browsers keep passkeys for this server.
    pub(crate) passkeys: bool,
    /// What another provider is called.
    pub(crate) provider: Option<&'a str>,
}

impl<'a> Ways<'a> {
    /// Those that a server has.
    pub(super) fn of(shared: &'a AppState) -> Self {
        let provider = shared.oidc.as_ref().map(Oidc::name);
        Self { links: shared.sends_links(), passkeys: shared.passkeys.is_some(), provider }
    }
}

/// Why a login did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LoginTrouble {
    /// Unknown, or the wrong password; nobody is told which.
    Wrong,
    /// There were too many tries.
    Wait,
    /// The other provider did not answer as it must.
    Provider,
    /// Nobody has an account with the address that the other provider vouches for.
    NoAccount,
}

impl LoginTrouble {
    fn key(self) -> &'static str {
        match self {
            Self::Wrong => "login-failed",
            Self::Wait => "login-wait",
            Self::Provider => "login-provider-failed",
            Self::NoAccount => "login-provider-no-account",
        }
    }

    /// The status of the page that tells it.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::Wrong | Self::Provider | Self::NoAccount => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Wait => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

impl<'a> LoginPage<'a> {
    /// The page with the other ways to log in.
    pub(crate) fn new(frame: Frame<'a>, ways: Ways<'_>) -> Self {
        let named = |name: &str| frame.reader.say_with("login-provider", [("name", name.to_owned().into())]);
        let provider = ways.provider.map(named);
        let Ways { links: sends_links, passkeys, .. } = ways;
        Self { frame, trouble: None, email: String::new(), passkeys, sends_links, provider }
    }

    /// The page after a login that did not work, with what was typed, except the password.
    pub(crate) fn again(self, trouble: LoginTrouble, email: String) -> Self {
        Self { trouble: Some(trouble), email, ..self }
    }
}

/// What a link to the login may ask for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct LoginQuery {
    /// Where to go afterwards.
    #[serde(default)]
    next: String,
}

/// The form.
#[derive(Deserialize)]
pub(super) struct LoginForm {
    email: String,
    password: String,
}

/// `GET /login`
pub(super) async fn get(
    State(shared): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
    Query(query): Query<LoginQuery>,
) -> Result<Response, ApiError> {
    if let Some(session) = &visit.session {
        return Ok(lead_on(&shared, &headers, session.account.role));
    }
    let page = draw(&LoginPage::new(visit.frame("login-title", "/login"), Ways::of(&shared)))?;
    let waits = Onward::to(&query.next).map(|onward| [(SET_COOKIE, onward.wait(&shared.settings))]);
    Ok((waits.map(AppendHeaders), page).into_response())
}

/// `POST /login`
pub(super) async fn post(
    State(shared): State<AppState>,
    visit: Visit,
    browser: Browser,
    headers: HeaderMap,
    Form(form): Form<LoginForm>,
) -> Result<Response, ApiError> {
    let trouble = match log_in(&shared, &browser, &form.email, &form.password).await {
        Ok(logged_in) => return Ok(arrive(&shared, &headers, &logged_in)),
        Err(error) => match error.code() {
            "wrong_login" => LoginTrouble::Wrong,
            "too_many_attempts" => LoginTrouble::Wait,
            _ => return Err(error),
        },
    };
    let page = LoginPage::new(visit.frame("login-title", "/login"), Ways::of(&shared));
    Ok((trouble.status(), draw(&page.again(trouble, form.email))?).into_response())
}

/// `POST /logout`
pub(super) async fn leave(State(shared): State<AppState>, session: Session) -> Result<Response, ApiError> {
    log_out(&shared, &session).await?;
    let cookie = SESSION_COOKIE.ended(&shared.settings);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to("/login")).into_response())
}

/// The address to go to, if it is one of ours: a path, and nothing that a browser could read as another host.
pub(crate) fn own_path(address: &str) -> Option<&str> {
    let is_path = address.starts_with('/') && !address.starts_with("//");
    let is_plain =
        address.len() <= 200 && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (is_path && is_plain).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_led_to() {
        assert_eq!(own_path("/parcels/0a?saved=1#choices"), Some("/parcels/0a?saved=1#choices"));
        for foreign in
            ["", "//evil.example", "/\\evil.example", "https://evil.example", "orders", "/a\r\nb", "/ä"]
        {
            assert_eq!(own_path(foreign), None, "{foreign}");
        }
    }
}
