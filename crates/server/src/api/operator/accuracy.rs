//! `GET /v1/accuracy`: how well forecasts held on the operator's own tours.

use axum::Json;
use axum::extract::{FromRequestParts, State};
use doorstep_wire::accuracy::AccuracyAnswer;
use doorstep_wire::problem::InputProblem;
use http::request::Parts;
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use super::super::input::query;
use crate::access::Staff;
use crate::accuracy::figures;
use crate::error::ApiError;
use crate::state::AppState;

/// So many days are told when nobody says which.
const DAYS: i64 = 30;
/// So many days may be asked for.
const DAYS_MAX: i32 = 400;

/// Read how well forecasts held: windows, arrivals and numbers of stops, by day and region
///
/// A tour is judged a quarter of an hour after it ended. Windows are judged before they are rounded for recipients.
#[utoipa::path(
    get, path = "/v1/accuracy", tag = "operator",
    params(
        ("from" = Option<String>, Query, description = "The first service day; 29 days before the last one when nothing is said"),
        ("until" = Option<String>, Query, description = "The last service day, at most 400 days with the first; today when nothing is said"),
    ),
    responses((status = 200, description = "How well they held", body = AccuracyAnswer))
)]
pub(crate) async fn read(
    State(shared): State<AppState>,
    Staff(author): Staff,
    days: RawSpan,
) -> Result<Json<AccuracyAnswer>, ApiError> {
    let zone = shared.live.offered(author.operator).await?.zone.clone();
    let today = shared.clock.now().to_zoned(zone).date();
    let (from, until) = days.read(today)?;
    figures(shared.store.as_ref(), author.operator, from, until).await.map(Json)
}

/// Which days are asked for, as the query says it.
#[derive(Deserialize)]
pub(crate) struct RawSpan {
    from: Option<String>,
    until: Option<String>,
}

impl RawSpan {
    /// The first and the last day.
    ///
    /// # Errors
    /// When they are no days, too many or none.
    pub(crate) fn read(self, today: Date) -> Result<(Date, Date), ApiError> {
        span(self.from, self.until, today).map_err(ApiError::invalid)
    }
}

impl FromRequestParts<AppState> for RawSpan {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        query(parts, shared).await
    }
}

fn span(from: Option<String>, until: Option<String>, today: Date) -> Result<(Date, Date), Vec<InputProblem>> {
    let mut problems = Vec::new();
    let mut day = |at: &str, text: Option<String>| {
        let text = text?;
        let day = text.parse::<Date>().ok().filter(|_| text.len() == 10);
        if day.is_none() {
            problems.push(InputProblem::new(at, "bad_day", "this must be a day such as 2026-05-04"));
        }
        day
    };
    let (from, until) = (day("from", from), day("until", until));
    if !problems.is_empty() {
        return Err(problems);
    }
    let until = until.unwrap_or(today);
    let from = from.unwrap_or_else(|| until.checked_sub((DAYS - 1).days()).unwrap_or(until));
    let days = from.until(until).map_or(i32::MAX, |span| span.get_days());
    let problem = |detail: String| Err(vec![InputProblem::new("from", "out_of_range", detail)]);
    match days {
        ..0 => problem("the first day lies behind the last one".to_owned()),
        0..DAYS_MAX => Ok((from, until)),
        _ => problem(format!("at most {DAYS_MAX} days may be asked for")),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn asked(from: Option<&str>, until: Option<&str>) -> Result<(Date, Date), Vec<String>> {
        let text = |text: Option<&str>| text.map(str::to_owned);
        let asked = span(text(from), text(until), date(2026, 11, 24));
        asked.map_err(|problems| problems.iter().map(|problem| problem.at.clone()).collect())
    }

    #[test]
    fn thirty_days_are_told_unless_others_are_asked_for() {
        assert_eq!(asked(None, None), Ok((date(2026, 10, 26), date(2026, 11, 24))));
        assert_eq!(asked(None, Some("2026-03-30")), Ok((date(2026, 3, 1), date(2026, 3, 30))));
        assert_eq!(asked(Some("2026-11-24"), None), Ok((date(2026, 11, 24), date(2026, 11, 24))));
    }

    #[test]
    fn at_most_four_hundred_days_are_told() {
        assert!(asked(Some("2025-10-21"), None).is_ok(), "that and 399 more");
        assert_eq!(asked(Some("2025-10-20"), None), Err(vec!["from".to_owned()]));
        assert_eq!(asked(Some("-9999-01-01"), Some("9999-12-31")), Err(vec!["from".to_owned()]));
        assert_eq!(
            asked(Some("2026-11-25"), None),
            Err(vec!["from".to_owned()]),
            "it lies behind the last day"
        );
        let both = asked(Some("soon"), Some("2026-11-24T08:00"));
        assert_eq!(both, Err(vec!["from".to_owned(), "until".to_owned()]));
    }
}
