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
use super::words::Language;
use crate::access::{LANGUAGE_COOKIE, MaybeSession, Session};
use crate::brand::Brand;
use crate::error::ApiError;
use crate::live::Offered;
use crate::state::{AppState, Settings};

/// Someone who asks for a page.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    /// How they read.
    pub(super) reader: Reader,
    /// The languages that they wish for, the best first.
    wishes: Vec<Locale>,
    /// Their login.
    pub(super) session: Option<Session>,
    offered: Option<Arc<Offered>>,
    /// What makes the pages the operator's.
    pub(super) brand: Option<Arc<Brand>>,
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
        let wishes = wishes(&shared.settings, account, headers, offered.as_deref());
        let is_staff = account.is_some_and(|account| account.role != Role::Recipient);
        let locale = best(&wishes, |language| !is_staff || !language.is_draft());
        let zone = account.and_then(|account| TimeZone::get(account.time_zone.as_deref()?).ok());
        let zone =
            zone.or_else(|| offered.as_ref().map(|offered| offered.zone.clone())).unwrap_or(TimeZone::UTC);
        let reader = Reader { locale, zone, now: shared.clock.now() };
        Ok(Self { reader, wishes, session, offered, brand: shared.settings.brand.clone() })
    }

    /// How they read the driver's page, in a language that has its words.
    pub(super) fn driver(&self) -> Reader {
        Reader { locale: best(&self.wishes, Language::has_drivers_words), ..self.reader.clone() }
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
        Frame::new(&self.reader, self.reader.say(title), path)
            .of(self.who(), self.operator())
            .branded(self.brand.clone())
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

/// The language of the account, the one chosen on this device, the browser's, the operator's.
fn wishes(
    settings: &Settings,
    account: Option<&Account>,
    headers: &HeaderMap,
    offered: Option<&Offered>,
) -> Vec<Locale> {
    let own = account.and_then(|account| Locale::from_tag(account.language.as_deref()?));
    let chosen = LANGUAGE_COOKIE.value(headers, settings).and_then(|tag| Locale::from_tag(&tag));
    let operators = offered.and_then(|offered| Locale::from_tag(&offered.operator.language));
    let wishes = own.into_iter().chain(chosen).chain(of_browser(headers)).chain(operators);
    wishes.chain([Locale::default()]).map(|locale| locale.speaking(settings.german)).collect()
}

/// The first of the wished languages that fits a page.
fn best(wishes: &[Locale], fits: impl Fn(Language) -> bool) -> Locale {
    wishes.iter().copied().find(|locale| fits(locale.language)).unwrap_or_default()
}

/// The languages that the browser names.
pub(super) fn of_browser(headers: &HeaderMap) -> Vec<Locale> {
    let header = headers.get(ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
    header.map(Locale::from_accept_language).unwrap_or_default()
}

/// The operator, when there is only one: then even those who are not logged in are its customers.
async fn only_operator(shared: &AppState) -> Result<Option<Arc<Offered>>, ApiError> {
    match shared.store.list_operators().await?.as_slice() {
        [only] => Ok(Some(shared.live.offered(only.id).await?)),
        _ => Ok(None),
    }
}
