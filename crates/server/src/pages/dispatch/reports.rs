//! The dispatcher's page of reports: what recipients report, what can be told of each attempt, and the answers.

use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use doorstep_domain::{ParcelId, Personal, ReportAnswer};
use doorstep_store::{Account, ReportedParcel};
use http::StatusCode;
use serde::Deserialize;

use crate::access::{Author, Dispatcher};
use crate::error::ApiError;
use crate::looks::{self, Look};
use crate::pages::frame::Frame;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::pages::tracking::{outcome_key, said};
use crate::pages::visit::{Visit, draw};
use crate::pages::witness::{reported_words, witness_words};
use crate::reports;
use crate::state::AppState;

/// So many open reports are shown.
const OPEN_MAX: u32 = 100;
/// And so many of those that were answered last.
const ANSWERED_MAX: u32 = 20;

/// The page.
#[derive(Template)]
#[template(path = "pages/reports.html")]
pub(crate) struct ReportsPage<'a> {
    frame: Frame<'a>,
    open: Vec<ReportLine>,
    answered: Vec<ReportLine>,
    more: Option<String>,
    answer_max: usize,
}

/// A report in the reader's words.
struct ReportLine {
    parcel: ParcelId,
    number: String,
    words: String,
    outcome: String,
    witness: Vec<String>,
    answer: String,
    trouble: Option<String>,
}

/// What was sent as an answer and refused.
pub(crate) struct RefusedAnswer {
    parcel: ParcelId,
    typed: String,
}

impl<'a> ReportsPage<'a> {
    /// Makes the page of these reports, of which more are open than these when `is_cut`.
    pub(crate) fn new(
        frame: Frame<'a>,
        open: &[ReportedParcel],
        answered: &[ReportedParcel],
        is_cut: bool,
        refused: Option<&RefusedAnswer>,
    ) -> Self {
        let reader = frame.reader;
        let lines = |reports: &[ReportedParcel]| {
            reports.iter().map(|report| ReportLine::of(report, refused, reader)).collect()
        };
        let more = is_cut.then(|| reader.say_with("reports-more", [("count", open.len().into())]));
        let (open, answered) = (lines(open), lines(answered));
        Self { frame, open, answered, more, answer_max: ReportAnswer::CHARS_MAX }
    }
}

impl ReportLine {
    fn of(reported: &ReportedParcel, refused: Option<&RefusedAnswer>, reader: &Reader) -> Self {
        let ReportedParcel { parcel, tracking_number, report } = reported;
        let refused = refused.filter(|refused| refused.parcel == *parcel && report.answer.is_none());
        let answered = report.answer.as_ref().map(|answer| answer.text.reveal().to_owned());
        let limit = [("limit", ReportAnswer::CHARS_MAX.into())];
        Self {
            parcel: *parcel,
            number: tracking_number.clone(),
            words: reported_words(report, reader),
            outcome: reader.say(outcome_key(report.about.outcome)).into_owned(),
            witness: witness_words(report.about, report.witness, reader),
            answer: refused.map(|refused| refused.typed.clone()).or(answered).unwrap_or_default(),
            trouble: refused.map(|_| reader.say_with("reports-answer-needed", limit)),
        }
    }
}

/// `GET /dispatch/reports`
pub(in crate::pages) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
) -> Result<Response, ApiError> {
    page(&shared, &account, &visit, None).await
}

/// An answer, as the form sends it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages) struct AnswerForm {
    answer: String,
}

/// `POST /dispatch/parcels/{id}/report`: answers the newest report about a parcel.
pub(in crate::pages) async fn answer(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
    Path(id): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response, ApiError> {
    let parcel: ParcelId = id.parse().map_err(|_no_id| ApiError::not_found())?;
    let Some(text) = read(&form.answer) else {
        shared
            .store
            .find_parcel_of_operator(account.operator, parcel)
            .await?
            .ok_or_else(ApiError::not_found)?;
        let refused = RefusedAnswer { parcel, typed: form.answer };
        let page = page(&shared, &account, &visit, Some(&refused)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    reports::answer(&shared, account.operator, parcel, text).await?;
    Ok(Redirect::to("/dispatch/reports").into_response())
}

/// The words of an answer; `None` where there are none, or too many.
fn read(typed: &str) -> Option<Personal> {
    said(typed, ReportAnswer::CHARS_MAX).ok().flatten()
}

async fn page(
    shared: &AppState,
    account: &Account,
    visit: &Visit,
    refused: Option<&RefusedAnswer>,
) -> Result<Response, ApiError> {
    looks::record(shared, &Author::from(account), Look::Over(visit.reader.today())).await?;
    let open = shared.store.list_reports(account.operator, true, None, OPEN_MAX).await?;
    let answered = shared.store.list_reports(account.operator, false, None, ANSWERED_MAX).await?;
    let frame = visit.frame("reports-title", "/dispatch/reports");
    let page = ReportsPage::new(frame, &open.rows, &answered.rows, open.next.is_some(), refused);
    Ok(draw(&page)?.into_response())
}
