//! The one middleware that enforces the table.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequestParts, MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use bytes::Bytes;
use doorstep_store::TokenHash;
use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, EXPECT, REFERRER_POLICY};
use http::request::Parts;
use http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::browser;
use super::identify::{identify, way_out};
use super::misses::Asker;
use super::origin::is_foreign;
use super::peer::{ClientAddress, is_internal};
use super::table::{self, Access, Row, Verb};
use crate::error::ApiError;
use crate::state::AppState;

/// How much of a body that is too large is read on before its sender is cut off, and for how long.
const LINGER_BYTES: usize = 8 << 20;
const LINGER: Duration = Duration::from_secs(2);

/// Lets a request through to its handler as the row of its route says, with the caller and the whole body in it.
pub(crate) async fn guard(
    State(shared): State<AppState>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Response {
    let row = Verb::of(request.method()).and_then(|verb| table::find(verb, path.as_str()));
    let Some(row) = row else { return no_such_method(next.run(request).await) };
    let limit = shared.request_timeout();
    let mut response = match admitted(&shared, row, request, limit).await {
        Ok(request) => answered(&shared, row, request, next, limit).await,
        Err(error) => refused(row, error),
    };
    if row.access != Access::Open {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if matches!(row.access, Access::Share | Access::Calendar | Access::Embedded) {
        // The address itself is what opens it.
        response.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        let robots = HeaderName::from_static("x-robots-tag");
        response.headers_mut().insert(robots, HeaderValue::from_static("noindex"));
    }
    if row.access == Access::Embedded {
        for_other_sites(&mut response);
    }
    response
}

/// Lets pages of other sites read an answer. No cookie opened it, and whether this site may is decided.
pub(crate) fn for_other_sites(response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("cross-origin"),
    );
}

/// The handler's answer; who asked for what is not theirs too often is told to wait instead.
async fn answered(shared: &AppState, row: &Row, request: Request, next: Next, limit: Duration) -> Response {
    let asker = Asker::of(row, &request, &shared.settings).map(|asker| (asker, request.headers().clone()));
    let answer = tokio::time::timeout(limit, next.run(request)).await;
    let response = answer.unwrap_or_else(|_late| too_busy().into_response());
    let missed = asker.filter(|_| response.status() == StatusCode::NOT_FOUND);
    let Some((asker, headers)) = missed else { return response };
    match asker.missed(shared, &headers).await {
        Ok(()) => response,
        Err(error) => refused(row, error),
    }
}

/// The request with its caller and its body, or why it goes no further.
async fn admitted(
    shared: &AppState,
    row: &Row,
    mut request: Request,
    limit: Duration,
) -> Result<Request, ApiError> {
    if row.access == Access::Internal && !is_internal(request.extensions(), request.headers()) {
        return Err(ApiError::not_found());
    }
    if row.access == Access::Guest {
        be_patient(shared, request.extensions(), request.headers()).await?;
    }
    let caller = identify(shared, row, request.uri().path(), request.headers()).await?;
    if caller.by_cookie && row.minds_who_asks() && is_foreign(request.headers(), &shared.settings) {
        let detail = "This was asked for by a page of another site, so nothing was done.";
        return Err(ApiError::forbidden("foreign_origin", detail));
    }
    request.extensions_mut().insert(caller.principal);
    let (parts, body) = request.into_parts();
    let body = tokio::time::timeout(limit, whole_body(&parts.headers, body, row.body_max));
    let body = body.await.unwrap_or_else(|_late| Err(too_late()))?;
    Ok(Request::from_parts(parts, Body::from(body)))
}

/// Whose tries are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Guest {
    /// Everyone's from an address.
    Address(ClientAddress),
    /// Those of a browser in which someone has logged in before, wherever it is.
    Browser(TokenHash),
}

impl Guest {
    async fn of(shared: &AppState, about: &Extensions, headers: &HeaderMap) -> Result<Self, ApiError> {
        let token = browser::token(headers, &shared.settings);
        let is_known = !browser::known(shared, token).await?.is_empty();
        Ok(match token.filter(|_| is_known) {
            Some(token) => Self::Browser(token),
            None => Self::Address(ClientAddress::of(about, headers, &shared.settings)),
        })
    }
}

impl FromRequestParts<AppState> for Guest {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, ApiError> {
        Self::of(shared, &parts.extensions, &parts.headers).await
    }
}

async fn be_patient(shared: &AppState, about: &Extensions, headers: &HeaderMap) -> Result<(), ApiError> {
    let guest = Guest::of(shared, about, headers).await?;
    shared.guests.take(guest, shared.clock.now()).map_err(|seconds| {
        let detail = "There were too many tries from this address. Wait a minute.";
        ApiError::too_many("too_many_attempts", detail, seconds)
    })
}

/// The body, as far as it is not too large; one that says so itself is not kept at all.
async fn whole_body(headers: &HeaderMap, mut body: Body, limit: usize) -> Result<Bytes, ApiError> {
    let told = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|told| usize::try_from(told).is_ok_and(|told| told > limit) || told > u64::MAX >> 1) {
        // Who waits to be told to go on has not begun, and need not.
        if !headers.contains_key(EXPECT) {
            let_it_end(body).await;
        }
        return Err(ApiError::body_too_large(limit));
    }
    match Limited::new(&mut body, limit).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => {
            let_it_end(body).await;
            Err(ApiError::body_too_large(limit))
        }
        Err(_broken_off) => {
            let detail = "The body broke off before its end.";
            Err(ApiError::new(StatusCode::BAD_REQUEST, "body_incomplete", detail))
        }
    }
}

/// Reads on and forgets, for a while: whoever is cut off in the midst of sending may not see why.
async fn let_it_end(mut body: Body) {
    let mut left = LINGER_BYTES;
    let ends = async {
        while let Some(Ok(frame)) = body.frame().await {
            left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len));
            if left == 0 {
                break;
            }
        }
    };
    // Who is slower than that is cut off.
    let _is_over = tokio::time::timeout(LINGER, ends).await;
}

fn refused(row: &Row, error: ApiError) -> Response {
    match way_out(row, &error) {
        Some(there) => Redirect::to(there).into_response(),
        None => error.into_response(),
    }
}

fn too_late() -> ApiError {
    let detail = "The body took too long to come and was given up. Send it again.";
    ApiError::new(StatusCode::REQUEST_TIMEOUT, "too_slow", detail)
}

fn too_busy() -> ApiError {
    ApiError::unavailable("The answer took too long and was given up. What was begun may have been done.")
}

/// The router answers a known path with an unknown method by itself; only the words are added.
fn no_such_method(response: Response) -> Response {
    if response.status() != StatusCode::METHOD_NOT_ALLOWED {
        return response;
    }
    let allowed = response.headers().get(http::header::ALLOW).cloned();
    let detail = "This path is there, but not for this method. The Allow header names those that it has.";
    let error = ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail);
    let mut response = error.into_response();
    if let Some(allowed) = allowed {
        response.headers_mut().insert(http::header::ALLOW, allowed);
    }
    response
}
