//! A recipient's calendar: the page on which they get its address, and what is read there.

mod feed;

use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use doorstep_store::Calendar;
use http::{HeaderMap, header};
use serde::Deserialize;

use super::frame::Frame;
use super::icons::Icon;
use super::saved::Saved;
use super::visit::{Visit, draw};
use crate::access::{CalendarHolder, Recipient};
use crate::calendars;
use crate::error::ApiError;
use crate::state::AppState;
use feed::{Entry, feed};

/// The newest parcels, as many as are in a calendar.
const PARCELS_MAX: usize = 100;

/// The page.
#[derive(Template)]
#[template(path = "pages/calendar.html")]
pub(crate) struct CalendarPage<'a> {
    frame: Frame<'a>,
    /// The address, just after it was made.
    given: Option<String>,
    is_ended: bool,
    /// When it was made and read last.
    known: Option<(String, String)>,
}

impl<'a> CalendarPage<'a> {
    /// The page of someone who has this calendar, or none.
    pub(crate) fn new(
        frame: Frame<'a>,
        calendar: Option<&Calendar>,
        given: Option<String>,
        is_ended: bool,
    ) -> Self {
        let reader = frame.reader;
        let known = calendar.map(|calendar| {
            let created = [("when", reader.moment(calendar.created_at).into())];
            let used = [("when", reader.day(calendar.used_at).into())];
            (reader.say_with("calendar-made", created), reader.say_with("calendar-read", used))
        });
        Self { frame, given, is_ended, known }
    }
}

/// The form: a new address, or the end.
#[derive(Deserialize)]
pub(super) struct CalendarForm {
    end: Option<String>,
}

/// `GET /calendar`
pub(super) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    Query(saved): Query<Saved>,
) -> Result<Html<String>, ApiError> {
    let calendar = shared.store.calendar_of(account.id).await?;
    let frame = visit.frame("calendar-title", "/calendar");
    draw(&CalendarPage::new(frame, calendar.as_ref(), None, saved.is_saved()))
}

/// `POST /calendar`: makes a calendar, or ends it. Its address is on the page that answers and nowhere else.
pub(super) async fn post(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<CalendarForm>,
) -> Result<Response, ApiError> {
    if form.end.is_some() {
        shared.store.delete_calendar(account.id).await?;
        return Ok(axum::response::Redirect::to("/calendar?saved=1").into_response());
    }
    let path = calendars::give(&shared, &account).await?;
    let url = shared.settings.address_of(&path, &headers);
    let calendar = shared.store.calendar_of(account.id).await?;
    let frame = visit.frame("calendar-title", "/calendar");
    Ok(draw(&CalendarPage::new(frame, calendar.as_ref(), Some(url), false))?.into_response())
}

/// `GET /calendar/{token}`: what a calendar reads.
pub(super) async fn read(
    State(shared): State<AppState>,
    CalendarHolder { calendar, account }: CalendarHolder,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    calendars::note_reading(&shared, &calendar).await?;
    let offered = shared.live.offered(account.operator).await?;
    let reader = crate::messages::reader(&shared, &account, &offered.operator);
    let mut entries = Vec::new();
    for parcel in shared.store.list_parcels_of_recipient(account.id).await?.into_iter().take(PARCELS_MAX) {
        let view = shared.live.glance(&parcel).await?;
        let url = shared.settings.address_of(&format!("/parcels/{}", parcel.id), &headers);
        entries.push(Entry { parcel, view, url });
    }
    let body = feed(&entries, &offered.operator.name, &reader);
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], body).into_response())
}
