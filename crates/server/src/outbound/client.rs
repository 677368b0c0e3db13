//! The client.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use http::{HeaderMap, Request, Response};
use reqwest::redirect::Policy;
use thiserror::Error;

use super::allowed::Allowed;
use super::lookup::{Directory, Guarded, System};
use super::target::{self, Refusal};

/// No question may take longer, its answer included.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);
/// Nor the way there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// The longest body of an answer, in bytes.
pub(super) const BODY_BYTES_MAX: usize = 1 << 20;
/// The longest head of an answer, in bytes; the client itself reads no more than some 400 KiB.
pub(super) const HEAD_BYTES_MAX: usize = 32 << 10;
/// The most lines that the head of an answer may have.
pub(super) const HEAD_LINES_MAX: usize = 100;

/// The client. Copies share their connections.
#[derive(Debug, Clone)]
pub(crate) struct Outbound {
    allowed: Arc<Allowed>,
    client: reqwest::Client,
}

/// Why there is no answer. No text of the other end is in it.
#[derive(Debug, Error)]
pub(crate) enum OutboundError {
    /// The target is not asked.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// It could not be reached in time, or its answer broke off.
    #[error("the target cannot be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The answer is too long.
    #[error("the answer of the target is too long")]
    TooLong,
}

impl Outbound {
    /// A client that may ask these targets beside public ones.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub(crate) fn new(allowed: &Allowed) -> Result<Self, reqwest::Error> {
        Self::with(allowed, System)
    }

    pub(super) fn with(allowed: &Allowed, directory: impl Directory) -> Result<Self, reqwest::Error> {
        // The program may have chosen before how TLS is done; whoever uses this as a library need not.
        let _chosen_before = rustls::crypto::ring::default_provider().install_default();
        let allowed = Arc::new(allowed.clone());
        let client = reqwest::Client::builder()
            .dns_resolver(Guarded { allowed: allowed.clone(), directory })
            .no_proxy()
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_only()
            .http1_max_headers(HEAD_LINES_MAX)
            .timeout(TIMEOUT)
            .connect_timeout(CONNECT_TIMEOUT)
            .build()?;
        Ok(Self { allowed, client })
    }

    /// Whether a target may be asked, as far as its text tells. Where it is set, it should be told at once.
    ///
    /// # Errors
    /// Why it may not.
    pub(crate) fn check(&self, target: &str) -> Result<(), Refusal> {
        target::checked(&self.allowed, target).map(|_url| ())
    }

    /// The same, and by https alone: in the operator's own network, where `outbound.allow` names the host, one may do
    /// without.
    ///
    /// # Errors
    /// Why it may not.
    pub(crate) fn check_by_https(&self, target: &str) -> Result<(), Refusal> {
        let url = target::checked(&self.allowed, target)?;
        let is_fine = url.scheme() == "https" || self.allowed.names_host_of(&url);
        if is_fine { Ok(()) } else { Err(Refusal::Plain) }
    }

    /// Asks a target.
    ///
    /// # Errors
    /// When it may not be asked, or does not answer within the limits.
    pub(crate) async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, OutboundError> {
        let (parts, body) = request.into_parts();
        let url = target::checked(&self.allowed, &parts.uri.to_string())?;
        let asked = self.client.request(parts.method, url).headers(parts.headers).body(body);
        let answer = asked.send().await.map_err(why)?;
        if head_bytes(answer.headers()) > HEAD_BYTES_MAX {
            return Err(OutboundError::TooLong);
        }
        let mut response = Response::new(Vec::new());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        let mut pieces = answer.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let (piece, body) = (piece.map_err(why)?, response.body_mut());
            if body.len() + piece.len() > BODY_BYTES_MAX {
                return Err(OutboundError::TooLong);
            }
            body.extend_from_slice(&piece);
        }
        Ok(response)
    }
}

fn head_bytes(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

/// A refusal of the look-up comes back wrapped in the client's own errors. These would tell the target, which may be a
/// secret: the endpoint of a push subscription is.
fn why(error: reqwest::Error) -> OutboundError {
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(at) = cause {
        if let Some(refusal) = at.downcast_ref::<Refusal>() {
            return OutboundError::Refused(*refusal);
        }
        cause = at.source();
    }
    OutboundError::Unreachable(error.without_url())
}
