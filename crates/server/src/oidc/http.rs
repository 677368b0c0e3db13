//! Asking a provider: no redirects, with limits on time and size.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::redirect::Policy;
use thiserror::Error;

/// No question may take longer.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes.
const ANSWER_BYTES_MAX: usize = 1 << 20;

/// The way to a provider.
#[derive(Debug)]
pub(super) struct Http(reqwest::Client);

/// Why a provider did not answer.
#[derive(Debug, Error)]
pub(super) enum HttpError {
    /// It could not be reached, or its answer broke off.
    #[error("the provider cannot be reached")]
    Unreachable(#[from] reqwest::Error),
    /// The answer is too long.
    #[error("the provider's answer is too long")]
    TooLong,
    /// The answer is no answer.
    #[error("the provider's answer cannot be read")]
    Unreadable(#[from] http::Error),
}

impl Http {
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder().redirect(Policy::none()).timeout(TIMEOUT).build()?;
        Ok(Self(client))
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (parts, body) = request.into_parts();
        let asked = self.0.request(parts.method, parts.uri.to_string()).headers(parts.headers).body(body);
        let answer = asked.send().await?;
        let mut response = http::Response::builder().status(answer.status());
        if let Some(headers) = response.headers_mut() {
            headers.clone_from(answer.headers());
        }
        let mut body = Vec::new();
        let mut pieces = answer.bytes_stream();
        while let Some(piece) = pieces.next().await {
            body.extend_from_slice(&piece?);
            if body.len() > ANSWER_BYTES_MAX {
                return Err(HttpError::TooLong);
            }
        }
        Ok(response.body(body)?)
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpError;
    type Future = BoxFuture<'c, Result<HttpResponse, HttpError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}
