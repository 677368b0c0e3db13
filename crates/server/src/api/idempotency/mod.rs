//! `Idempotency-Key`: an operator's system that did not hear the answer sends the same request again, and hears it.
//!
//! An answer is remembered for a day under the API key and the `Idempotency-Key` together. Only answers to what was
//! done are: after a refusal nothing was done, and the key is still free. Two requests under one key at the same time
//! are not both done; the second is sent away. What was begun is finished and remembered, also when the caller goes
//! away meanwhile: they are the very ones who ask again.

mod seal;

use std::collections::HashSet;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::handler::Handler;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use doorstep_domain::OperatorId;
use doorstep_store::{RememberedAnswer, StoreError, TokenHash};
use doorstep_wire::problem::InputProblem;
use futures_util::future::BoxFuture;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use jiff::SignedDuration;
use parking_lot::Mutex;
use sha2::{Digest as _, Sha256};
use tokio::task::JoinError;

use crate::access::{OperatorKey, Principal};
use crate::error::ApiError;
use crate::state::AppState;

/// The header.
const HEADER: &str = "idempotency-key";
/// Says that an answer was given before.
const REPLAYED: &str = "idempotency-replayed";
/// The longest key, in characters.
const KEY_CHARS_MAX: usize = 255;
/// How long an answer is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// Larger answers are not remembered. None of ours is.
const ANSWER_BYTES_MAX: usize = 4 << 20;

/// A handler whose answer is remembered under the caller's `Idempotency-Key`, where there is one.
pub(super) fn once<H>(handler: H) -> Once<H> {
    Once(handler)
}

/// What [`once`] makes.
#[derive(Debug, Clone)]
pub(super) struct Once<H>(H);

impl<H, T> Handler<T, AppState> for Once<H>
where
    H: Handler<T, AppState>,
    T: 'static,
{
    type Future = BoxFuture<'static, Response>;

    fn call(self, request: Request, shared: AppState) -> Self::Future {
        Box::pin(async move {
            match Asked::of(&request) {
                Ok(None) => self.0.call(request, shared).await,
                Ok(Some(asked)) => {
                    let answering = tokio::spawn(asked.answer(self.0, request, shared));
                    answering
                        .await
                        .unwrap_or_else(|error| broken_off(&error))
                        .unwrap_or_else(IntoResponse::into_response)
                }
                Err(error) => error.into_response(),
            }
        })
    }
}

/// Keys whose requests are being done at this moment.
#[derive(Debug, Clone, Default)]
pub(crate) struct InFlight(Arc<Mutex<HashSet<(OperatorId, String)>>>);

impl InFlight {
    fn begin(&self, operator: OperatorId, slot: &str) -> Result<Doing, ApiError> {
        let key = (operator, slot.to_owned());
        if !self.0.lock().insert(key.clone()) {
            let detail = "A request with this Idempotency-Key is being answered. Send it again in a moment.";
            return Err(ApiError::conflict("idempotency_key_in_use", detail).retry_after(1));
        }
        Ok(Doing { all: self.clone(), key })
    }
}

struct Doing {
    all: InFlight,
    key: (OperatorId, String),
}

impl Drop for Doing {
    fn drop(&mut self) {
        self.all.0.lock().remove(&self.key);
    }
}

/// What a request asks to be remembered by.
struct Asked {
    operator: OperatorId,
    api_key: String,
    /// Where the answer is kept: of API key and `Idempotency-Key`, so that keys do not read each other's.
    slot: String,
}

impl Asked {
    fn of(request: &Request) -> Result<Option<Self>, ApiError> {
        let Some(key) = request.headers().get(HEADER) else { return Ok(None) };
        let Some(Principal::Operator(OperatorKey { operator, .. })) = request.extensions().get() else {
            return Ok(None);
        };
        let bearer = request.headers().get(AUTHORIZATION).and_then(|header| header.to_str().ok());
        let Some((_, api_key)) = bearer.and_then(|bearer| bearer.split_once(' ')) else { return Ok(None) };
        let api_key = api_key.trim();
        let key = key.to_str().unwrap_or_default().trim();
        if key.is_empty() || key.chars().count() > KEY_CHARS_MAX {
            let detail = format!("this must be 1 to {KEY_CHARS_MAX} visible ASCII characters");
            return Err(ApiError::invalid(vec![InputProblem::new(
                "Idempotency-Key",
                "bad_idempotency_key",
                detail,
            )]));
        }
        let slot = hex(&Sha256::new().chain_update(api_key).chain_update([0]).chain_update(key).finalize());
        Ok(Some(Self { operator: *operator, api_key: api_key.to_owned(), slot }))
    }

    async fn answer<H, T>(self, handler: H, request: Request, shared: AppState) -> Result<Response, ApiError>
    where
        H: Handler<T, AppState>,
    {
        let _doing = shared.in_flight.begin(self.operator, &self.slot)?;
        let (parts, body) = request.into_parts();
        let body = whole(body).await?;
        let asked = TokenHash(
            Sha256::new()
                .chain_update(parts.method.as_str())
                .chain_update([0])
                .chain_update(parts.uri.path())
                .chain_update([0])
                .chain_update(&body)
                .finalize()
                .into(),
        );
        if let Some(known) = shared.store.find_answer(self.operator, &self.slot, shared.clock.now()).await? {
            return self.again(&asked, &known);
        }
        let request = Request::from_parts(parts, body.into());
        let response = handler.call(request, shared.clone()).await;
        if response.status().is_success() {
            self.remember(&shared, asked, response).await
        } else {
            Ok(response)
        }
    }

    fn again(&self, asked: &TokenHash, known: &RememberedAnswer) -> Result<Response, ApiError> {
        if known.request != *asked {
            let detail = "This Idempotency-Key was used for another request within the last day.";
            return Err(ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "idempotency_key_reused", detail));
        }
        let Some(body) = seal::open(&self.api_key, &asked.0, &known.body) else {
            tracing::error!("a remembered answer cannot be opened");
            return Err(ApiError::internal());
        };
        let status = StatusCode::from_u16(known.status).unwrap_or(StatusCode::OK);
        let mut response = (status, [(REPLAYED, "true")], body).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        Ok(response)
    }

    /// Remembers an answer. What was done is done: when it cannot be remembered, the caller hears it all the same.
    async fn remember(
        &self,
        shared: &AppState,
        request: TokenHash,
        response: Response,
    ) -> Result<Response, ApiError> {
        let (parts, body) = response.into_parts();
        let body = whole(body).await?;
        if let Some(sealed) = seal::seal(&self.api_key, &request.0, &body) {
            let expires_at = shared.clock.now() + REMEMBERED;
            let answer =
                RememberedAnswer { request, status: parts.status.as_u16(), body: sealed, expires_at };
            match shared.store.remember_answer(self.operator, &self.slot, answer).await {
                Ok(()) | Err(StoreError::Conflict { .. }) => {}
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "an answer is not remembered");
                }
            }
        }
        Ok(Response::from_parts(parts, body.into()))
    }
}

fn broken_off(error: &JoinError) -> Result<Response, ApiError> {
    tracing::error!(%error, "a request under an Idempotency-Key broke off");
    Err(ApiError::internal())
}

async fn whole(body: axum::body::Body) -> Result<Bytes, ApiError> {
    // Requests were measured by the guard; the largest of them is twice as large as an answer may be.
    to_bytes(body, 2 * ANSWER_BYTES_MAX).await.map_err(|error| {
        tracing::error!(%error, "a body cannot be held");
        ApiError::internal()
    })
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
