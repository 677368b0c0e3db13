//! What a caller is told when something does not work: RFC 9457 problem documents with a stable code.

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use doorstep_store::StoreError;
use doorstep_wire::problem::{CONTENT_TYPE as PROBLEM_JSON, InputProblem, Problem};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderValue, StatusCode};
use serde_json::Value;

/// Why a request was not answered as asked. What only the log may know is not in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    detail: Cow<'static, str>,
    problems: Vec<InputProblem>,
    retry_after_s: Option<u64>,
    now: Option<Value>,
}

impl ApiError {
    /// A problem with a code that machines read and a sentence for people.
    pub(crate) fn new(status: StatusCode, code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { status, code, detail: detail.into(), problems: Vec::new(), retry_after_s: None, now: None }
    }

    /// It is absent, or not the caller's; the two cannot be told apart.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing here that you may see.")
    }

    /// The caller did not say who they are, or not truly.
    pub(crate) fn unauthenticated() -> Self {
        let detail = "Log in, or send a key or token that is valid.";
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", detail)
    }

    /// The caller is known and may not do this.
    pub(crate) fn forbidden(code: &'static str, detail: &'static str) -> Self {
        Self::new(StatusCode::FORBIDDEN, code, detail)
    }

    /// The body is not the JSON that it claims to be.
    pub(crate) fn malformed_json(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed_json", detail)
    }

    /// The input has problems; all of them are listed.
    pub(crate) fn invalid(problems: Vec<InputProblem>) -> Self {
        if let [only] = problems.as_slice()
            && only.code == InputProblem::MALFORMED
        {
            return Self::malformed_json(only.detail.clone());
        }
        let detail = "The request can be read, and what it says does not fit. Each problem is listed.";
        Self { problems, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", detail) }
    }

    /// It clashes with what is there.
    pub(crate) fn conflict(code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::CONFLICT, code, detail)
    }

    /// The body is too large.
    pub(crate) fn body_too_large(limit: usize) -> Self {
        let detail = format!("The body may have at most {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
    }

    /// Too many requests of a kind.
    pub(crate) fn too_many(code: &'static str, detail: &'static str, retry_after_s: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, code, detail).retry_after(retry_after_s)
    }

    /// Something broke that the caller cannot mend. The log says what.
    pub(crate) fn internal() -> Self {
        let detail = "Something went wrong here. It was noted; try again later.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
    }

    /// The server is stopping or has too much to do.
    pub(crate) fn unavailable(detail: &'static str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail).retry_after(1)
    }

    /// When to try again.
    pub(crate) fn retry_after(self, seconds: u64) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }

    /// What stands now, where someone else changed it meanwhile.
    pub(crate) fn with_now(self, now: Value) -> Self {
        Self { now: Some(now), ..self }
    }

    /// The status.
    #[cfg(test)]
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The code.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    /// The code of what is wrong with the input, where that is one thing; else its own.
    pub(crate) fn reason(&self) -> &str {
        match self.problems.as_slice() {
            [only] => &only.code,
            _ => self.code,
        }
    }
}

impl From<StoreError> for ApiError {
    /// This is where failures of the database are logged, once.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict { what } => Self::conflict("conflict", format!("{what} is there already.")),
            StoreError::Full => {
                tracing::error!("the disk is full");
                let detail = "The disk is full and nothing was written. Send it again later.";
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "disk_full", detail).retry_after(10)
            }
            StoreError::Busy => Self::unavailable("The database cannot keep up and nothing was written."),
            broken => {
                tracing::error!(error = &broken as &dyn std::error::Error, "the database failed");
                Self::internal()
            }
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Problem");
        let mut problem = Problem::new(self.status.as_u16(), self.code, title).with_detail(self.detail);
        problem.problems = self.problems;
        problem.now = self.now;
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after_s {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
