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
use crate::access::{OwnSession, Session, end_other_sessions, end_session, own_sessions};
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
}

struct Row {
    id: String,
    browser: String,
    began: String,
    used: String,
    is_this: bool,
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
        Self { frame, is_saved, rows, has_others: sessions.iter().any(|session| !session.is_this) }
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
    draw(&SessionsPage::new(visit.frame("sessions-title", "/sessions"), &sessions, saved.is_saved()))
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
