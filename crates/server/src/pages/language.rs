//! `POST /language`: pages in another language from now on.

use axum::Form;
use axum::extract::State;
use axum::response::Redirect;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::HeaderMap;
use serde::Deserialize;

use super::login::own_path;
use super::reader::Locale;
use super::visit::of_browser;
use crate::access::MaybeSession;
use crate::error::ApiError;
use crate::state::AppState;

/// The cookie of a language that was chosen on this device, for pages before the login.
pub(super) const LANGUAGE_COOKIE: &str = "doorstep_language";

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
    jar: CookieJar,
    Form(form): Form<LanguageForm>,
) -> Result<(CookieJar, Redirect), ApiError> {
    let back = Redirect::to(own_path(&form.back).unwrap_or("/"));
    let Some(chosen) = Locale::from_tag(&form.language) else { return Ok((jar, back)) };
    // Whoever's browser speaks the same language with customs of its own keeps them.
    let chosen = of_browser(&headers).filter(|browser| browser.language == chosen.language).unwrap_or(chosen);
    if let Some(session) = session {
        shared.store.set_language(session.account.id, chosen.tag().to_owned()).await?;
    }
    let mut cookie = Cookie::new(LANGUAGE_COOKIE, chosen.tag());
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(shared.settings.is_https());
    cookie.make_permanent();
    Ok((jar.add(cookie), back))
}
