//! Plain HTTP to a server, with errors that a person can act on.

use std::time::Duration;

use anyhow::Context as _;
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::Value;

/// How long a request may take.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The server, by its address.
#[derive(Debug, Clone)]
pub struct Http {
    client: Client,
    base: String,
}

/// Why a request was not answered as hoped.
#[derive(Debug)]
pub enum ApiError {
    /// The server could not be reached, or its answer broke off; trying again may help.
    Unreachable(reqwest::Error),
    /// The server refused.
    Refused {
        /// The HTTP status.
        status: StatusCode,
        /// The problem document's code, where there is one.
        code: String,
        /// What it says.
        detail: String,
    },
}

impl ApiError {
    /// Whether the same request may succeed later.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused { status, .. } => {
                status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS
            }
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreachable(error) => write!(f, "the server cannot be reached: {error}"),
            Self::Refused { status, code, detail } => {
                write!(f, "the server answered {status} ({code}): {detail}")
            }
        }
    }
}

impl std::error::Error for ApiError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreachable(error) => Some(error),
            Self::Refused { .. } => None,
        }
    }
}

impl From<reqwest::Error> for ApiError {
    fn from(error: reqwest::Error) -> Self {
        Self::Unreachable(error)
    }
}

impl Http {
    /// The server at this address, such as `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// When no HTTP client can be made on this machine.
    pub fn to(base: &str) -> anyhow::Result<Self> {
        // Another part of the process may have chosen one already; theirs is as good.
        let _chosen = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(TIMEOUT).build().context("no HTTP client can be made")?;
        Ok(Self { client, base: base.trim_end_matches('/').to_owned() })
    }

    /// Begins a request to a path of the server.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    /// Sends a request and reads the JSON of its answer; `Null` when there is none.
    pub(crate) async fn json(request: RequestBuilder) -> Result<Value, ApiError> {
        let answer = accepted(request.send().await?).await?;
        let body = answer.bytes().await?;
        Ok(serde_json::from_slice(&body).unwrap_or(Value::Null))
    }
}

/// The answer, when it is not a refusal.
pub(crate) async fn accepted(answer: Response) -> Result<Response, ApiError> {
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    let problem: Value = answer.json().await.unwrap_or(Value::Null);
    let text = |name: &str| problem.get(name).and_then(Value::as_str).map(str::to_owned);
    let detail = text("detail").or_else(|| text("title")).unwrap_or_default();
    Err(ApiError::Refused { status, code: text("code").unwrap_or_else(|| "no_code".to_owned()), detail })
}
