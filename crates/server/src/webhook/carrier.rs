//! The channel of the operator's own system.

use doorstep_domain::Personal;
use doorstep_store::{Channel, Message, QueuedMessage};
use http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use http::{HeaderMap, Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;

use super::body::Body;
use super::settings::{InvalidWebhookSettings, WebhookSettings};
use crate::error::ApiError;
use crate::messages::{Carrier, Told, Tried, Worth, name, page, retry_after, told};
use crate::outbound::OutboundError;
use crate::state::AppState;

/// So long a system that says that it is gone gets nothing; then one message asks anew, since it may be back.
const GONE_PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// The way to the operator's own system.
pub(crate) struct Webhook {
    shared: AppState,
    settings: WebhookSettings,
    /// Until when it gets nothing, after it said that it wants no more.
    silent_until: Mutex<Option<Timestamp>>,
}

impl Webhook {
    /// The way to the system of these settings.
    ///
    /// # Errors
    /// When it may not be asked.
    pub(crate) fn new(shared: AppState, settings: &WebhookSettings) -> Result<Self, InvalidWebhookSettings> {
        shared.outbound.check_by_https(settings.url.as_str())?;
        Ok(Self { shared, settings: settings.clone(), silent_until: Mutex::new(None) })
    }
}

impl Carrier for Webhook {
    const CHANNEL: Channel = Channel::Sms;
    /// All go to one host.
    const AT_ONCE: usize = 8;

    async fn carry(&self, queued: &QueuedMessage) -> Result<Tried, ApiError> {
        if self.is_gone() {
            return Ok(Tried::GivenUp);
        }
        let phone = self.shared.store.phone(queued.message.recipient).await?;
        // A channel with a name of its own needs no number.
        if phone.is_none() && self.settings.name.is_none() {
            return Ok(Tried::GivenUp);
        }
        match told(&self.shared, &queued.message).await? {
            Worth::Now(told) => self.hand_over(&queued.message, &told, phone).await,
            Worth::Later => Ok(Tried::PutOff(None)),
            Worth::Never => Ok(Tried::GivenUp),
        }
    }
}

impl Webhook {
    fn is_gone(&self) -> bool {
        self.silent_until.lock().is_some_and(|until| self.shared.clock.now() < until)
    }

    async fn hand_over(
        &self,
        message: &Message,
        told: &Told,
        phone: Option<Personal>,
    ) -> Result<Tried, ApiError> {
        let Some(request) = self.request(message, told, phone)? else { return Ok(Tried::GivenUp) };
        match self.shared.outbound.send(request).await {
            Ok(answer) => Ok(self.judge(answer.status(), answer.headers())),
            Err(error) => {
                tracing::warn!(%error, "the webhook was not reached");
                Ok(match error {
                    OutboundError::Unreachable(_) => Tried::PutOff(Some(SignedDuration::ZERO)),
                    // It was handed over, and what became of it nobody knows: rather none than the same twice.
                    OutboundError::Refused(_) | OutboundError::TooLong => Tried::GivenUp,
                })
            }
        }
    }

    fn request(
        &self,
        message: &Message,
        told: &Told,
        phone: Option<Personal>,
    ) -> Result<Option<Request<Vec<u8>>>, ApiError> {
        let phone = phone.filter(|_| self.settings.name.is_none());
        let link = page(self.shared.settings.public_url.as_ref(), told.saying);
        let body = Body::of(told, phone, link.as_ref().map(url::Url::as_str), message.at);
        let body = serde_json::to_vec(&body).map_err(|_broken| ApiError::internal())?;
        let (id, now) = (format!("msg_{}", name(message)), self.shared.clock.now());
        let request = Request::post(self.settings.url.as_str())
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .header("webhook-id", &id)
            .header("webhook-timestamp", now.as_second())
            .header("webhook-signature", self.settings.signer.sign(&id, now, &body))
            .body(body);
        Ok(request.ok())
    }

    /// What an answer means (Standard Webhooks, "Deliverability").
    fn judge(&self, status: StatusCode, headers: &HeaderMap) -> Tried {
        if status.is_success() {
            return Tried::Sent;
        }
        tracing::warn!(status = status.as_u16(), "the webhook did not take a message");
        match status {
            StatusCode::GONE => {
                tracing::error!("the webhook wants no more messages; it gets none for an hour");
                *self.silent_until.lock() = Some(self.shared.clock.now() + GONE_PAUSE);
                Tried::GivenUp
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => {
                self.put_off(headers)
            }
            busy if busy.is_server_error() => self.put_off(headers),
            // A redirect is followed nowhere: the signature would go with it.
            _ => Tried::GivenUp,
        }
    }

    fn put_off(&self, headers: &HeaderMap) -> Tried {
        let asked = headers.get(RETRY_AFTER).and_then(|text| text.to_str().ok());
        let asked = asked.and_then(|text| retry_after(text, self.shared.clock.now()));
        Tried::PutOff(Some(asked.unwrap_or_default()))
    }
}
