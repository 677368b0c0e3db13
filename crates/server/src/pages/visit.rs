//! Who asks for a page: their login if they have one, and how they read.

use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::response::Html;
use doorstep_store::{Account, Role};
use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;
use http::request::Parts;
use jiff::tz::TimeZone;

use super::frame::{Frame, Who};
use super::reader::{Locale, Reader};
use crate::access::{LANGUAGE_COOKIE, MaybeSession, Session};
use crate::error::ApiError;
use crate::live::Offered;
use crate::state::{AppState, Settings};

/// Someone who asks for a page.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// How they read.
    pub(super) reader: Reader,
    /// Their login.
    pub(super) session: Option<Session>,
    offered: Option<Arc<Offered>>,
}

impl Visit {
    /// The visit of someone with these headers and this login.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn new(
        shared: &AppState,
        headers: &HeaderMap,
        session: Option<Session>,
    ) -> Result<Self, ApiError> {
        let offered = match &session {
            Some(session) => Some(shared.live.offered(session.account.operator).await?),
            None => only_operator(shared).await?,
        };
        let account = session.as_ref().map(|session| &session.account);
        let locale = locale(&shared.settings, account, headers, offered.as_deref());
        let zone = account.and_then(|account| TimeZone::get(account.time_zone.as_deref()?).ok());
        let zone =
            zone.or_else(|| offered.as_ref().map(|offered| offered.zone.clone())).unwrap_or(TimeZone::UTC);
        let reader = Reader { locale, zone, now: shared.clock.now() };
        let is_staff = account.is_some_and(|account| account.role != Role::Recipient);
        let reader = if is_staff { reader.of_complete() } else { reader };
        Ok(Self { reader, session, offered })
    }

    /// The name of the operator whose customer or dispatcher they are; of the only one there is, for everyone else.
    pub(super) fn operator(&self) -> Option<&str> {
        self.offered.as_ref().map(|offered| offered.operator.name.as_str())
    }

    /// What the bar shows of their login.
    pub(super) fn who(&self) -> Who {
        match self.session.as_ref().map(|session| session.account.role) {
            Some(Role::Recipient) => Who::Recipient,
            Some(Role::Dispatcher | Role::Admin) => Who::Dispatcher,
            None => Who::Nobody,
        }
    }

    /// The frame of a page of theirs.
    pub(super) fn frame(&self, title: &str, path: impl Into<String>) -> Frame<'_> {
        Frame::new(&self.reader, self.reader.say(title), path).of(self.who(), self.operator())
    }
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let Ok(MaybeSession(session)) = MaybeSession::from_request_parts(parts, shared).await;
        Self::new(shared, &parts.headers, session).await
    }
}

/// Draws a page.
///
/// # Errors
/// Only when formatting fails, which strings do not.
pub(super) fn draw(page: &impl Template) -> Result<Html<String>, ApiError> {
    page.render().map(Html).map_err(|error| cannot_draw(&error))
}

/// A page that cannot be drawn is a fault of ours, and the log says which.
pub(super) fn cannot_draw(error: &askama::Error) -> ApiError {
    tracing::error!(%error, "a page cannot be drawn");
    ApiError::internal()
}

/// The language of the account, else the one chosen on this device, else the browser's, else the operator's.
fn locale(
    settings: &Settings,
    account: Option<&Account>,
    headers: &HeaderMap,
    offered: Option<&Offered>,
) -> Locale {
    let own = account.and_then(|account| Locale::from_tag(account.language.as_deref()?));
    own.or_else(|| Locale::from_tag(&LANGUAGE_COOKIE.value(headers, settings)?))
        .or_else(|| of_browser(headers))
        .or_else(|| Locale::from_tag(&offered?.operator.language))
        .unwrap_or_default()
        .speaking(settings.german)
}

/// The best of the languages that the browser names.
pub(super) fn of_browser(headers: &HeaderMap) -> Option<Locale> {
    Locale::from_accept_language(headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?)
}

/// The operator, when there is only one: then even those who are not logged in are its customers.
async fn only_operator(shared: &AppState) -> Result<Option<Arc<Offered>>, ApiError> {
    match shared.store.list_operators().await?.as_slice() {
        [only] => Ok(Some(shared.live.offered(only.id).await?)),
        _ => Ok(None),
    }
}
