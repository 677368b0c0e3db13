//! The dispatcher's list of today's tours: what each does now, how far it is, and what does not fit; the page of each;
//! how well forecasts held; what recipients see, and what they read.

pub(super) mod accuracy;
pub(super) mod codes;
pub(super) mod messages;
mod odd;
pub(super) mod page;
pub(super) mod reports;
mod tour;
pub(in crate::pages) mod visibility;
mod why;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use doorstep_store::TourRecord;

use super::frame::Frame;
use super::icons::Icon;
use super::visit::{Visit, draw};
use crate::access::{Author, Dispatcher};
use crate::error::ApiError;
use crate::live::Known;
use crate::looks::{self, Look};
use crate::state::AppState;
#[cfg(test)]
pub(crate) use accuracy::AccuracyPage;
#[cfg(test)]
pub(crate) use messages::{MessagesPage, Offered, Preview, previews};
#[cfg(test)]
pub(crate) use page::TourPage;
#[cfg(test)]
pub(crate) use reports::ReportsPage;
pub(crate) use tour::TourFacts;
use tour::TourLine;

/// The longest list.
const TOURS_MAX: u32 = 200;
/// So many open reports are counted.
const REPORTS_COUNTED: u32 = 99;

/// The list.
#[derive(Template)]
#[template(path = "pages/dispatch.html")]
pub(crate) struct DispatchPage<'a> {
    frame: Frame<'a>,
    title: String,
    tours: Vec<TourLine>,
    more: Option<String>,
    reports: String,
}

impl<'a> DispatchPage<'a> {
    /// Makes the list of these tours, of which there are more than these when `is_cut`, beside so many open reports.
    pub(crate) fn new(mut frame: Frame<'a>, tours: &[TourFacts], is_cut: bool, open_reports: usize) -> Self {
        let reader = frame.reader;
        let title = reader.say_with("dispatch-title", [("day", reader.long_date(reader.today()).into())]);
        frame.title.clone_from(&title);
        let more = is_cut.then(|| reader.say_with("dispatch-more", [("count", tours.len().into())]));
        let reports = reader.say_with("reports-link", [("count", open_reports.into())]);
        let tours = tours.iter().map(|tour| TourLine::of(tour, reader)).collect();
        Self { frame, title, tours, more, reports }
    }
}

/// `GET /dispatch`
pub(super) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
) -> Result<Html<String>, ApiError> {
    let today = visit.reader.today();
    looks::record(&shared, &Author::from(&account), Look::Over(today)).await?;
    let page = shared.store.list_tours(account.operator, today, None, TOURS_MAX).await?;
    let mut tours = Vec::new();
    for record in page.rows {
        tours.extend(facts(&shared, record).await?);
    }
    let open = shared.store.list_reports(account.operator, true, None, REPORTS_COUNTED).await?.rows.len();
    draw(&DispatchPage::new(visit.frame("dispatch-tour", "/dispatch"), &tours, page.next.is_some(), open))
}

/// What is told of a tour; nothing when its log is forgotten.
async fn facts(shared: &AppState, record: TourRecord) -> Result<Option<TourFacts>, ApiError> {
    let details = shared.store.stop_details(record.id).await?;
    let driver = match record.driver {
        Some(driver) => shared.store.find_driver(driver).await?.map(|(_operator, name)| name),
        None => None,
    };
    let id = record.id;
    let read = |known: &Known| TourFacts::of(record, driver, &known.told.state, &details);
    shared.live.tour(id, read).await
}
