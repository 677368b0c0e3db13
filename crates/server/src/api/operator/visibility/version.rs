//! The version of rules, as HTTP tells it: `ETag` and `If-Match` (RFC 9110, section 13.1.1).

use axum::extract::FromRequestParts;
use doorstep_wire::problem::InputProblem;
use http::header::{ETAG, IF_MATCH};
use http::request::Parts;
use http::{HeaderName, HeaderValue};

use crate::error::ApiError;
use crate::state::AppState;

/// The version that a change must replace, where the caller names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IfMatch(pub(super) Option<u32>);

/// The header that tells a version.
pub(super) fn etag(version: u32) -> (HeaderName, HeaderValue) {
    let value = HeaderValue::try_from(format!("\"{version}\"")).unwrap_or(HeaderValue::from_static("\"\""));
    (ETAG, value)
}

impl FromRequestParts<AppState> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _shared: &AppState) -> Result<Self, ApiError> {
        let Some(asked) = parts.headers.get(IF_MATCH) else { return Ok(Self(None)) };
        let version = asked.to_str().ok().and_then(|text| version(text.trim()));
        version.map(|version| Self(Some(version))).ok_or_else(|| {
            let detail = "this must be the version that an ETag told, such as \"3\"";
            ApiError::invalid(vec![InputProblem::new("If-Match", "bad_version", detail)])
        })
    }
}

fn version(text: &str) -> Option<u32> {
    text.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_as_it_is_written() {
        let (_, written) = etag(17);
        assert_eq!(version(written.to_str().unwrap()), Some(17));
        for other in ["17", "*", "\"\"", "\"-1\"", "W/\"1\"", "\"1\", \"2\"", "\"4294967296\""] {
            assert_eq!(version(other), None, "{other}");
        }
    }
}
