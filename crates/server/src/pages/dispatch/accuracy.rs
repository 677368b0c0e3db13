//! The dispatcher's page of figures: how well forecasts held in the last days.

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use doorstep_domain::prediction::WindowLevel;
use doorstep_wire::accuracy::{AccuracyAhead, AccuracyAnswer, AccuracyDay, ArrivalsJson};
use jiff::ToSpan as _;

use super::why::hundredths;
use crate::access::Dispatcher;
use crate::accuracy::figures;
use crate::error::ApiError;
use crate::pages::frame::Frame;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::pages::visit::{Visit, draw};
use crate::state::AppState;

/// So many days are shown, today included.
const DAYS: i64 = 30;

/// The page.
#[derive(Template)]
#[template(path = "pages/accuracy.html")]
pub(crate) struct AccuracyPage<'a> {
    frame: Frame<'a>,
    summary: String,
    has_regions: bool,
    days: Vec<DayLine>,
    aheads: Vec<AheadLine>,
}

/// A day in the reader's words.
struct DayLine {
    day: String,
    region: String,
    arrivals: ArrivalCells,
    counts: [String; 2],
}

/// Forecasts of so many stops ahead in the reader's words.
struct AheadLine {
    stops: String,
    arrivals: ArrivalCells,
}

/// What the cells of a row say of windows and arrivals.
struct ArrivalCells {
    kept: String,
    width: String,
    error: String,
}

impl<'a> AccuracyPage<'a> {
    /// Makes the page of these figures.
    pub(crate) fn new(frame: Frame<'a>, told: &AccuracyAnswer) -> Self {
        let reader = frame.reader;
        Self {
            summary: summary(&told.total.arrivals, reader),
            has_regions: told.days.iter().any(|day| day.region.is_some()),
            days: told.days.iter().map(|day| DayLine::of(day, reader)).collect(),
            aheads: told.by_stops_ahead.iter().map(|ahead| AheadLine::of(ahead, reader)).collect(),
            frame,
        }
    }
}

impl DayLine {
    fn of(day: &AccuracyDay, reader: &Reader) -> Self {
        let counts = &day.accuracy.counts;
        let count = |rate| rate_of(rate, counts.n, reader);
        Self {
            day: reader.day_of(day.day),
            region: day.region.clone().unwrap_or_else(|| reader.say("accuracy-no-region").into_owned()),
            arrivals: ArrivalCells::of(&day.accuracy.arrivals, reader),
            counts: [count(counts.exact_rate), count(counts.within_one_rate)],
        }
    }
}

impl AheadLine {
    fn of(ahead: &AccuracyAhead, reader: &Reader) -> Self {
        let from = ahead.stops_from.to_string();
        let stops = match ahead.stops_until {
            None => reader.say_with("accuracy-stops-more", [("from", from.into())]),
            Some(until) if until == ahead.stops_from => from,
            Some(until) => reader.say_with(
                "accuracy-stops-span",
                [("from", from.into()), ("until", until.to_string().into())],
            ),
        };
        Self { stops, arrivals: ArrivalCells::of(&ahead.arrivals, reader) }
    }
}

impl ArrivalCells {
    fn of(arrivals: &ArrivalsJson, reader: &Reader) -> Self {
        let minutes = |seconds: Option<f64>| match seconds {
            Some(seconds) => {
                reader.say_with("accuracy-minutes", [("value", reader.decimal(seconds / 60.0).into())])
            }
            None => reader.say("accuracy-nothing").into_owned(),
        };
        Self {
            kept: rate_of(arrivals.hit_rate, arrivals.n, reader),
            width: minutes(arrivals.width_s_mean),
            error: minutes(arrivals.error_s_mean),
        }
    }
}

/// `GET /dispatch/accuracy`
pub(crate) async fn get(
    State(shared): State<AppState>,
    Dispatcher(account): Dispatcher,
    visit: Visit,
) -> Result<Html<String>, ApiError> {
    let until = visit.reader.today();
    let from = until.checked_sub((DAYS - 1).days()).unwrap_or(until);
    let told = figures(shared.store.as_ref(), account.operator, from, until).await?;
    draw(&AccuracyPage::new(visit.frame("accuracy-title", "/dispatch/accuracy"), &told))
}

fn summary(arrivals: &ArrivalsJson, reader: &Reader) -> String {
    let Some(rate) = arrivals.hit_rate else {
        return reader.say_with("accuracy-none", [("count", DAYS.into())]);
    };
    reader.say_with(
        "accuracy-summary",
        [
            ("kept", arrivals.kept.to_string().into()),
            ("all", arrivals.n.to_string().into()),
            ("count", DAYS.into()),
            ("percent", hundredths(rate).into()),
            ("level", hundredths(WindowLevel::Usual.probability()).to_string().into()),
        ],
    )
}

/// A share with what it is a share of.
fn rate_of(rate: Option<f64>, n: u64, reader: &Reader) -> String {
    match rate {
        Some(rate) => reader
            .say_with("accuracy-rate", [("percent", hundredths(rate).into()), ("all", n.to_string().into())]),
        None => reader.say("accuracy-nothing").into_owned(),
    }
}
