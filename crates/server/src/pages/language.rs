//! `POST /language`: pages in another language from now on.

use axum::Form;
use axum::extract::State;
use axum::response::{AppendHeaders, IntoResponse as _, Redirect, Response};
use http::HeaderMap;
use http::header::SET_COOKIE;
use serde::Deserialize;

use super::login::own_path;
use super::reader::Locale;
use super::visit::of_browser;
use crate::access::{LANGUAGE_COOKIE, MaybeSession};
use crate::error::ApiError;
use crate::state::AppState;

/// How long a device remembers its language, in seconds: a year.
const REMEMBERED_S: u64 = 365 * 24 * 60 * 60;

/// The form at the foot of every page.
#[derive(Debug, Deserialize)]
pub(super) struct LanguageForm {
    language: String,
    #[serde(default)]
    back: String,
}

/// Remembers the language: in the account of whoever has one, and on the device for everyone.
pub(super) async fn post(
    State(shared): State<AppState>,
    MaybeSession(session): MaybeSession,
    headers: HeaderMap,
    Form(form): Form<LanguageForm>,
) -> Result<Response, ApiError> {
    let back = Redirect::to(own_path(&form.back).unwrap_or("/"));
    let Some(chosen) = Locale::from_tag(&form.language) else { return Ok(back.into_response()) };
    // Whoever's browser speaks the same language with customs of its own keeps them.
    let chosen = of_browser(&headers)
        .into_iter()
        .find(|browser| browser.language == chosen.language)
        .unwrap_or(chosen);
    if let Some(session) = session {
        shared.store.set_language(session.account.id, chosen.tag()).await?;
    }
    let cookie = LANGUAGE_COOKIE.set(&chosen.tag(), REMEMBERED_S, &shared.settings);
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), back).into_response())
}
