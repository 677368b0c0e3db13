//! What requests hold, beside who sent them.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path, Query};
use bytes::Bytes;
use doorstep_store::PAGE_MAX;
use doorstep_wire::problem::InputProblem;
use http::request::Parts;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::task::spawn_blocking;

use crate::error::ApiError;
use crate::state::AppState;

/// Larger bodies are read where blocking is allowed.
const READ_INLINE_MAX: usize = 64 << 10;
/// How many rows a page has when nobody says.
const LIMIT: u32 = 100;
/// The longest cursor that is looked at.
const AFTER_CHARS_MAX: usize = 200;

/// Reads a body.
///
/// # Errors
/// `malformed_json` or `invalid`, with all problems.
pub(super) async fn read<T: Send + 'static>(
    body: Bytes,
    reader: fn(&[u8]) -> Result<T, Vec<InputProblem>>,
) -> Result<T, ApiError> {
    aside(body, reader).await?.map_err(ApiError::invalid)
}

/// Does something with a body, where blocking is allowed when the body is large.
///
/// # Errors
/// When the work breaks off.
pub(super) async fn aside<T: Send + 'static>(body: Bytes, work: fn(&[u8]) -> T) -> Result<T, ApiError> {
    if body.len() <= READ_INLINE_MAX {
        return Ok(work(&body));
    }
    spawn_blocking(move || work(&body)).await.map_err(|error| {
        tracing::error!(%error, "reading a body broke off");
        ApiError::internal()
    })
}

/// The id in the path. A text that is none names nothing that is there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Id<T>(pub(super) T);

impl<T: FromStr + Send> FromRequestParts<AppState> for Id<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        let path = Path::<String>::from_request_parts(parts, shared).await;
        let id = path.ok().and_then(|Path(text)| text.parse().ok());
        id.map(Self).ok_or_else(ApiError::not_found)
    }
}

/// Which page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paging {
    /// Of which day, where the list is one of days.
    pub(super) day: Option<Date>,
    /// Behind which row it begins.
    pub(super) after: Option<String>,
    /// How many rows it has at most.
    pub(super) limit: u32,
}

#[derive(Deserialize)]
struct RawPaging {
    day: Option<String>,
    after: Option<String>,
    limit: Option<String>,
}

impl FromRequestParts<AppState> for Paging {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        query::<RawPaging>(parts, shared).await?.read().map_err(ApiError::invalid)
    }
}

/// The query as it was asked.
///
/// # Errors
/// `bad_query` when it cannot be read.
pub(super) async fn query<T: DeserializeOwned>(parts: &mut Parts, shared: &AppState) -> Result<T, ApiError> {
    let query = Query::<T>::from_request_parts(parts, shared).await;
    query.map(|Query(raw)| raw).map_err(|_unreadable| {
        ApiError::invalid(vec![InputProblem::new("", "bad_query", "the query cannot be read")])
    })
}

impl RawPaging {
    fn read(self) -> Result<Paging, Vec<InputProblem>> {
        let mut problems = Vec::new();
        let mut problem = |at: &str, code, detail: String| problems.push(InputProblem::new(at, code, detail));
        let day = self.day.and_then(|text| match text.parse::<Date>() {
            Ok(day) if text.len() == 10 => Some(day),
            _ => {
                problem("day", "bad_day", "this must be a day such as 2026-05-04".to_owned());
                None
            }
        });
        let limit = self.limit.map_or(LIMIT, |text| match text.parse::<u32>() {
            Ok(limit) if (1..=PAGE_MAX).contains(&limit) => limit,
            _ => {
                problem("limit", "out_of_range", format!("this must be a whole number from 1 to {PAGE_MAX}"));
                LIMIT
            }
        });
        let after = self.after.filter(|after| !after.is_empty());
        if after.as_ref().is_some_and(|after| after.chars().count() > AFTER_CHARS_MAX) {
            problem("after", "too_long", "this is no cursor that a page gave".to_owned());
        }
        if problems.is_empty() { Ok(Paging { day, after, limit }) } else { Err(problems) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(
        day: Option<&str>,
        after: Option<&str>,
        limit: Option<&str>,
    ) -> Result<Paging, Vec<InputProblem>> {
        let text = |text: Option<&str>| text.map(str::to_owned);
        RawPaging { day: text(day), after: text(after), limit: text(limit) }.read()
    }

    #[test]
    fn a_page_has_a_size_between_1_and_the_largest() {
        let page = read(Some("2026-05-04"), Some(""), None).unwrap();
        assert_eq!(
            (page.day.map(|day| day.to_string()).as_deref(), page.after, page.limit),
            (Some("2026-05-04"), None, 100)
        );
        assert_eq!(read(None, None, Some("500")).unwrap().limit, 500);
        for limit in ["0", "501", "-1", "ten", ""] {
            assert!(read(None, None, Some(limit)).is_err(), "{limit}");
        }
    }

    #[test]
    fn all_problems_of_a_query_are_told() {
        let problems = read(Some("4 May"), Some(&"x".repeat(201)), Some("no")).unwrap_err();
        let at: Vec<&str> = problems.iter().map(|problem| problem.at.as_str()).collect();
        assert_eq!(at, ["day", "limit", "after"]);
    }
}
