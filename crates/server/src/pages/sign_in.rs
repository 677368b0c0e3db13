//! Signing in by a link from an e-mail.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::frame::Frame;
use super::icons::Icon;
use super::onward::arrive;
use super::visit::{Visit, draw};
use crate::access::{Browser, ask_for_link, is_link, sign_in};
use crate::error::ApiError;
use crate::state::AppState;

/// The page after a link was asked for, and the one that a link leads to.
#[derive(Template)]
#[template(path = "pages/sign_in.html")]
pub(crate) struct SignInPage<'a> {
    frame: Frame<'a>,
    state: LinkState,
}

/// What is the matter with a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkState {
    /// It was asked for. Whether it was sent is told by the mailbox alone.
    Asked,
    /// It can be used, by a button at this address.
    Ready {
        /// Where the button leads.
        action: String,
    },
    /// It was used, or is too old, or never was one.
    Over,
}

impl<'a> SignInPage<'a> {
    /// The page for a link in this state.
    pub(crate) fn new(frame: Frame<'a>, state: LinkState) -> Self {
        Self { frame, state }
    }
}

/// The form on the login page.
#[derive(Deserialize)]
pub(super) struct LinkForm {
    email: String,
}

/// `POST /login/link`
pub(super) async fn ask(
    State(shared): State<AppState>,
    visit: Visit,
    Form(form): Form<LinkForm>,
) -> Result<Html<String>, ApiError> {
    if !shared.sends_links() {
        return Err(ApiError::not_found());
    }
    ask_for_link(&shared, &form.email)?;
    draw(&SignInPage::new(visit.frame("sign-in-title", "/login"), LinkState::Asked))
}

/// `GET /login/link/{token}`: looking does not use the link up.
pub(super) async fn get(
    State(shared): State<AppState>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    if !is_link(&shared, &token).await? {
        return over(&visit);
    }
    let action = format!("/login/link/{token}");
    let frame = visit.frame("sign-in-title", &action);
    Ok(draw(&SignInPage::new(frame, LinkState::Ready { action }))?.into_response())
}

/// `POST /login/link/{token}`
pub(super) async fn post(
    State(shared): State<AppState>,
    visit: Visit,
    browser: Browser,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, ApiError> {
    let Some(logged_in) = sign_in(&shared, &browser, &token).await? else { return over(&visit) };
    Ok(arrive(&shared, &headers, &logged_in))
}

fn over(visit: &Visit) -> Result<Response, ApiError> {
    let page = SignInPage::new(visit.frame("sign-in-title", "/login"), LinkState::Over);
    Ok((StatusCode::GONE, draw(&page)?).into_response())
}
