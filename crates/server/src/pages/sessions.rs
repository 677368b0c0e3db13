//! Where someone is logged in, and how that ends.

use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use serde::Deserialize;

use super::frame::Frame;
use super::icons::Icon;
use super::saved::Saved;
use super::visit::{Visit, draw};
use crate::access::{
    self, OwnPasskey, OwnSession, Session, end_other_sessions, end_session, own_passkeys, own_sessions,
};
use crate::error::ApiError;
use crate::state::AppState;

/// The list of sessions.
#[derive(Template)]
#[template(path = "pages/sessions.html")]
pub(crate) struct SessionsPage<'a> {
    frame: Frame<'a>,
    is_saved: bool,
    rows: Vec<Row>,
    has_others: bool,
    passkeys: Vec<PasskeyRow>,
    /// What a passkey that is added here would be called.
    own_browser: String,
    /// Whether a passkey can be added.
    offers_passkeys: bool,
}

struct Row {
    id: String,
    browser: String,
    began: String,
    used: String,
    is_this: bool,
}

struct PasskeyRow {
    id: String,
    name: String,
    created: String,
    used: String,
}

impl<'a> SessionsPage<'a> {
    /// The page of these sessions; `is_saved` when one has just been ended.
    pub(crate) fn new(frame: Frame<'a>, sessions: &[OwnSession], is_saved: bool) -> Self {
        let when = |key, when: String| frame.reader.say_with(key, [("when", when.into())]);
        let row = |session: &OwnSession| Row {
            id: session.id.clone(),
            browser: match session.browser.as_str() {
                "" => frame.reader.say("sessions-unknown").into_owned(),
                browser => browser.to_owned(),
            },
            began: when("sessions-began", frame.reader.moment(session.began_at)),
            used: when("sessions-used", frame.reader.day(session.used_at)),
            is_this: session.is_this,
        };
        let rows = sessions.iter().map(row).collect();
        let has_others = sessions.iter().any(|session| !session.is_this);
        let own = sessions.iter().find(|session| session.is_this);
        let own_browser = own.map(|session| session.browser.clone()).unwrap_or_default();
        Self { frame, is_saved, rows, has_others, passkeys: Vec::new(), own_browser, offers_passkeys: false }
    }

    /// The same with one's passkeys, and whether one can be added.
    pub(crate) fn with(self, passkeys: &[OwnPasskey], offers_passkeys: bool) -> Self {
        let reader = self.frame.reader;
        let when = |key, when: String| reader.say_with(key, [("when", when.into())]);
        let row = |passkey: &OwnPasskey| PasskeyRow {
            id: passkey.id.clone(),
            name: passkey.name.reveal().to_owned(),
            created: when("passkey-created", reader.moment(passkey.created_at)),
            used: match passkey.used_at {
                Some(at) => when("sessions-used", reader.day(at)),
                None => reader.say("passkey-unused").into_owned(),
            },
        };
        let passkeys = passkeys.iter().map(row).collect();
        Self { passkeys, offers_passkeys, ..self }
    }
}

/// Which sessions shall end: one, or all others.
#[derive(Default, Deserialize)]
pub(super) struct EndForm {
    #[serde(default)]
    end: Option<String>,
}

/// `GET /sessions`
pub(super) async fn get(
    State(shared): State<AppState>,
    session: Session,
    visit: Visit,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let sessions = own_sessions(&shared, &session).await?;
    let passkeys = own_passkeys(&shared, &session).await?;
    let page = SessionsPage::new(visit.frame("sessions-title", "/sessions"), &sessions, saved.is_saved());
    draw(&page.with(&passkeys, shared.passkeys.is_some()))
}

/// `POST /sessions`: ends the session that is named, or all others when none is.
pub(super) async fn post(
    State(shared): State<AppState>,
    session: Session,
    Form(form): Form<EndForm>,
) -> Result<Redirect, ApiError> {
    match form.end {
        Some(id) => match end_session(&shared, &session, &id).await {
            // It ended meanwhile, and that was what was wanted.
            Err(error) if error.code() == "not_found" => {}
            ended => ended?,
        },
        None => end_other_sessions(&shared, &session).await?,
    }
    Ok(Redirect::to("/sessions?saved=1"))
}

/// Which passkey shall be removed.
#[derive(Deserialize)]
pub(super) struct RemoveForm {
    remove: String,
}

/// `POST /sessions/passkeys`: removes a passkey.
pub(super) async fn remove_passkey(
    State(shared): State<AppState>,
    session: Session,
    Form(form): Form<RemoveForm>,
) -> Result<Redirect, ApiError> {
    match access::remove_passkey(&shared, &session, &form.remove).await {
        // It was removed meanwhile, and that was what was wanted.
        Err(error) if error.code() == "not_found" => {}
        removed => removed?,
    }
    Ok(Redirect::to("/sessions#passkeys"))
}
