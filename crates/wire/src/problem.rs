//! Errors, as RFC 9457 problem documents with a stable code.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub use crate::input::{InputProblem, PROBLEMS_MAX};

/// The media type of a problem document.
pub const CONTENT_TYPE: &str = "application/problem+json";

/// What went wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the code says more than an address would.
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "about:blank")]
    pub kind: Cow<'static, str>,
    /// What went wrong, the same words for every such problem.
    pub title: String,
    /// The HTTP status.
    #[schema(example = 404)]
    pub status: u16,
    /// The code that machines read; it never changes.
    #[schema(value_type = String, example = "not_found")]
    pub code: Cow<'static, str>,
    /// What went wrong this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Everything that is wrong with the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<InputProblem>,
    /// What stands now, where someone else changed it meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub now: Option<Value>,
}

impl Problem {
    /// A problem.
    pub fn new(status: u16, code: &'static str, title: impl Into<String>) -> Self {
        Self {
            kind: Cow::Borrowed("about:blank"),
            title: title.into(),
            status,
            code: Cow::Borrowed(code),
            detail: None,
            problems: Vec::new(),
            now: None,
        }
    }

    /// The problem with what went wrong this time.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The problem of an input: 400 when it is no JSON, otherwise 422.
    pub fn of_input(problems: Vec<InputProblem>) -> Self {
        if let [only] = problems.as_slice()
            && only.code == InputProblem::MALFORMED
        {
            return Self::new(400, InputProblem::MALFORMED, "This is not JSON")
                .with_detail(only.detail.clone());
        }
        Self { problems, ..Self::new(422, "invalid", "The input has problems") }
    }
}
