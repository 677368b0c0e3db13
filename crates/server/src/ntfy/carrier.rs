//! Publishing, and what the answers mean.

use doorstep_store::{Message, NtfyTopic};
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, Request, StatusCode};
use jiff::SignedDuration;
use url::Url;

use super::body::Body;
use crate::error::ApiError;
use crate::messages::{Told, Tried, page, retry_after};
use crate::outbound::OutboundError;
use crate::push::topic_of;
use crate::state::AppState;

/// Publishes what is told to a topic.
///
/// # Errors
/// When the message cannot be written.
pub(crate) async fn publish(
    shared: &AppState,
    message: &Message,
    topic: &NtfyTopic,
    server: &Url,
    told: &Told,
) -> Result<Tried, ApiError> {
    let Some(request) = request(shared, message, topic, server, told)? else { return Ok(Tried::GivenUp) };
    match shared.outbound.send(request).await {
        Ok(answer) => Ok(judge(shared, answer.status(), answer.headers())),
        Err(error) => {
            tracing::warn!(%error, "an ntfy server was not reached");
            Ok(match error {
                OutboundError::Unreachable(_) => Tried::PutOff(Some(SignedDuration::ZERO)),
                // It was handed over, and what became of it nobody knows: rather none than the same twice.
                OutboundError::Refused(_) | OutboundError::TooLong => Tried::GivenUp,
            })
        }
    }
}

/// The request; `None` when nothing can be sent like this.
fn request(
    shared: &AppState,
    message: &Message,
    topic: &NtfyTopic,
    server: &Url,
    told: &Told,
) -> Result<Option<Request<Vec<u8>>>, ApiError> {
    let (name, sequence) = (topic.topic.reveal(), topic_of(topic.id, message.topic));
    let page = page(shared.settings.public_url.as_ref(), told.saying);
    let body = serde_json::to_vec(&Body::of(told, name, &sequence, page));
    let body = body.map_err(|_broken| ApiError::internal())?;
    let mut request =
        Request::post(server.as_str()).header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Some(authorization) = shared.ntfy.as_ref().and_then(|ntfy| ntfy.authorization()) {
        request = request.header(AUTHORIZATION, authorization);
    }
    Ok(request.body(body).ok())
}

fn judge(shared: &AppState, status: StatusCode, headers: &HeaderMap) -> Tried {
    if status.is_success() {
        return Tried::Sent;
    }
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            tracing::error!(
                status = status.as_u16(),
                "an ntfy server refuses what is published; look at `ntfy.token` and at what it lets anyone write"
            );
            shared.metrics.count_message("ntfy", "refused");
            // Once its operator mended that, what is still true is told.
            Tried::PutOff(Some(SignedDuration::ZERO))
        }
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => {
            put_off(shared, headers)
        }
        busy if busy.is_server_error() => put_off(shared, headers),
        _ => {
            tracing::warn!(status = status.as_u16(), "an ntfy server did not take a message");
            Tried::GivenUp
        }
    }
}

fn put_off(shared: &AppState, headers: &HeaderMap) -> Tried {
    tracing::warn!("an ntfy server asks for time");
    let asked = headers.get(RETRY_AFTER).and_then(|text| text.to_str().ok());
    let asked = asked.and_then(|text| retry_after(text, shared.clock.now()));
    Tried::PutOff(Some(asked.unwrap_or_default()))
}
