//! The dispatcher's page of one tour: what it does, which stops are next, and why.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use doorstep_domain::TourId;
use doorstep_wire::tour::{ExplainedStop, ExplanationAnswer};

use super::codes::CodeLine;
use super::facts;
use super::tour::{TourFacts, TourLine};
use super::why::{Why, first_line};
use crate::access::{Author, Dispatcher};
use crate::error::ApiError;
use crate::explain::explain_now;
use crate::live::AwaitedCode;
use crate::looks::{self, Look};
use crate::pages::frame::Frame;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::pages::visit::{Visit, draw};
use crate::state::AppState;

/// So many of the remaining stops are shown.
const STOPS_SHOWN: usize = 10;

/// The page.
#[derive(Template)]
#[template(path = "pages/dispatch_tour.html")]
pub(crate) struct TourPage<'a> {
    frame: Frame<'a>,
    tour: TourLine,
    progress: String,
    stops: Vec<StopLine>,
    more: Option<String>,
    /// The addresses of stops that are held back.
    held: Vec<String>,
    codes: Vec<CodeLine>,
    why: Why,
}

/// A remaining stop in the reader's words.
struct StopLine {
    address: String,
    arrival: String,
    window: String,
    is_here: bool,
}

impl<'a> TourPage<'a> {
    /// Makes the page of a tour.
    pub(crate) fn new(
        mut frame: Frame<'a>,
        tour: &TourFacts,
        told: &ExplanationAnswer,
        codes: &[AwaitedCode],
    ) -> Self {
        let reader = frame.reader;
        frame.title = reader.say_with("dispatch-tour-title", [("reference", tour.reference.clone().into())]);
        let more = told.remaining.len().saturating_sub(STOPS_SHOWN);
        let tour = TourLine::of(tour, reader);
        let progress = [("done", tour.done.to_string().into()), ("all", tour.stops.to_string().into())];
        Self {
            progress: reader.say_with("dispatch-stops-done", progress),
            tour,
            stops: told.remaining.iter().take(STOPS_SHOWN).map(|stop| StopLine::of(stop, reader)).collect(),
            more: (more > 0).then(|| reader.say_with("dispatch-more-stops", [("count", more.into())])),
            held: told.held.iter().map(|stop| first_line(&stop.address)).collect(),
            codes: codes.iter().map(|awaited| CodeLine::of(awaited, reader)).collect(),
            why: Why::of(told, reader),
            frame,
        }
    }
}

impl StopLine {
    fn of(stop: &ExplainedStop, reader: &Reader) -> Self {
        let window = doorstep_domain::Window { from: stop.from, until: stop.until };
        Self {
            address: first_line(&stop.address),
            arrival: match stop.arrived_at {
                Some(at) => reader.say_with("dispatch-there", [("time", reader.time(at).into())]),
                None => reader.time(stop.arrival),
            },
            window: reader.window(window),
            is_here: stop.arrived_at.is_some(),
        }
    }
}

/// `GET /dispatch/tours/{id}`
pub(crate) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Html<String>, ApiError> {
    let id: TourId = id.parse().map_err(|_no_id| ApiError::not_found())?;
    let record = shared.store.find_tour_of_operator(account.operator, id).await?;
    let record = record.ok_or_else(ApiError::not_found)?;
    looks::record(&shared, &Author::from(&account), Look::At(id)).await?;
    let told = explain_now(&shared, record.clone(), None).await?;
    let tour = facts(&shared, record).await?.ok_or_else(ApiError::not_found)?;
    let codes = shared.live.awaited_codes(id).await?;
    let frame = visit.frame("dispatch-tour", format!("/dispatch/tours/{id}"));
    draw(&TourPage::new(frame, &tour, &told, &codes))
}
