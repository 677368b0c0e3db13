//! Every request gets a number, a line in the log and a place in the counts; never with what it asked for.

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use tracing::Instrument as _;

use crate::access::table::{self, Verb};
use crate::state::AppState;

/// Counts and logs one request.
pub(crate) async fn observe(State(shared): State<AppState>, request: Request, next: Next) -> Response {
    let number = format!("{:016x}", rand::random::<u64>());
    let row = Verb::of(request.method()).and_then(|verb| {
        let path = request.extensions().get::<MatchedPath>()?;
        table::find(verb, path.as_str())
    });
    let (method, path) = row.map_or(("other", "unknown"), |row| (row.verb.name(), row.path));
    let span = tracing::info_span!("request", %number, method, path);
    let begun = shared.clock.now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let seconds = shared.clock.now().duration_since(begun).as_secs_f64();
    let status = response.status().as_u16();
    shared.metrics.count_request(method, path, status, seconds);
    let _entered = span.entered();
    if status >= 500 {
        tracing::error!(status, seconds, "answered");
    } else {
        tracing::debug!(status, seconds, "answered");
    }
    if let Ok(number) = HeaderValue::try_from(number) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), number);
    }
    response
}
