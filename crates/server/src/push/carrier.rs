//! The channel of devices: browsers by Web Push, and topics of ntfy servers.

use doorstep_domain::{PushId, RecipientId};
use doorstep_store::{
    Channel, Message, MessageKind, NtfyTopic, PushSubscription, QueuedMessage, Target, Topic,
};
use http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, Request, StatusCode};
use jiff::SignedDuration;
use p256::PublicKey;
use url::Url;

use super::payload::{Notification, TEXT_BYTES};
use super::seal::{Fresh, seal};
use super::vapid;
use crate::error::ApiError;
use crate::messages::{Carrier, Lanes, Told, Tried, Worth, retry_after, told};
use crate::ntfy;
use crate::outbound::OutboundError;
use crate::secret::hex_hash;
use crate::state::AppState;

/// So long a push service keeps a message for a browser that is away, in seconds: what is said of a delivery is soon
/// not true any more.
const TTL_S: u32 = 30 * 60;
/// The length of a topic (RFC 8030, section 5.4: 32 at most).
const TOPIC_CHARS: usize = 32;

/// The way to the push services.
pub(crate) struct Push {
    shared: AppState,
    lanes: Lanes,
}

impl Push {
    /// The way to the push services.
    pub(crate) fn new(shared: AppState) -> Self {
        Self { shared, lanes: Lanes::default() }
    }
}

impl Carrier for Push {
    const CHANNEL: Channel = Channel::Push;
    /// A push service that hangs holds places of its own ([`Lanes`]) for ten seconds each and not those of others.
    const AT_ONCE: usize = 32;

    async fn carry(&self, queued: &QueuedMessage) -> Result<Tried, ApiError> {
        let Target::Push(id) = queued.message.target else { return Ok(Tried::GivenUp) };
        let Some(device) = self.device(queued.message.recipient, id).await? else {
            return Ok(Tried::GivenUp);
        };
        let Some(_place) = self.lanes.enter(device.address().authority()) else {
            return Ok(Tried::NoPlace);
        };
        match told(&self.shared, &queued.message).await? {
            Worth::Now(told) => self.send(&queued.message, &device, &told).await,
            Worth::Later => Ok(Tried::PutOff(None)),
            Worth::Never => Ok(Tried::GivenUp),
        }
    }
}

/// A device, and where it is reached.
enum Device {
    Browser(Box<PushSubscription>, Url),
    Topic(NtfyTopic, Url),
}

impl Device {
    fn address(&self) -> &Url {
        match self {
            Self::Browser(_, endpoint) => endpoint,
            Self::Topic(_, server) => server,
        }
    }
}

impl Push {
    /// A device of someone; `None` when it is theirs no more, or cannot be reached any more.
    async fn device(&self, owner: RecipientId, id: PushId) -> Result<Option<Device>, ApiError> {
        let store = &self.shared.store;
        if let Some(browser) = store.find_push_subscription(id).await? {
            let endpoint = Url::parse(browser.endpoint.reveal()).ok().filter(|_| browser.account == owner);
            return Ok(endpoint.map(|endpoint| Device::Browser(Box::new(browser), endpoint)));
        }
        let topic = store.find_ntfy_topic(id).await?.filter(|topic| topic.account == owner);
        // A server that is not configured any more gets nothing.
        let server = |topic: &NtfyTopic| self.shared.ntfy.as_ref()?.find(&topic.server).cloned();
        Ok(topic.and_then(|topic| server(&topic).map(|server| Device::Topic(topic, server))))
    }

    async fn send(&self, message: &Message, device: &Device, told: &Told) -> Result<Tried, ApiError> {
        match device {
            Device::Browser(browser, endpoint) => self.push(message, browser, endpoint, told).await,
            Device::Topic(topic, server) => ntfy::publish(&self.shared, message, topic, server, told).await,
        }
    }

    async fn push(
        &self,
        message: &Message,
        browser: &PushSubscription,
        endpoint: &Url,
        told: &Told,
    ) -> Result<Tried, ApiError> {
        let Some(request) = self.request(message, browser, endpoint, told).await? else {
            return Ok(Tried::GivenUp);
        };
        match self.shared.outbound.send(request).await {
            Ok(answer) => self.judge(answer.status(), answer.headers(), browser).await,
            Err(error) => {
                tracing::warn!(%error, "a push service was not reached");
                Ok(match error {
                    OutboundError::Refused(_) => Tried::GivenUp,
                    OutboundError::Unreachable(_) | OutboundError::TooLong => {
                        Tried::PutOff(Some(SignedDuration::ZERO))
                    }
                })
            }
        }
    }

    /// The request; `None` when nothing can be sent like this, which another try does not mend.
    async fn request(
        &self,
        message: &Message,
        browser: &PushSubscription,
        endpoint: &Url,
        told: &Told,
    ) -> Result<Option<Request<Vec<u8>>>, ApiError> {
        let text = serde_json::to_vec(&Notification::of(told)).map_err(|_broken| ApiError::internal())?;
        let key = PublicKey::from_sec1_bytes(&browser.key).ok();
        let sealed = key.and_then(|key| seal(&text, TEXT_BYTES, &key, &browser.auth, &Fresh::draw()).ok());
        let Some(sealed) = sealed else {
            tracing::error!("a push message cannot be sealed");
            return Ok(None);
        };
        let contact = self.shared.settings.public_url.as_ref().filter(|url| url.scheme() == "https");
        let vapid = vapid(&self.shared).await?;
        let request = Request::post(endpoint.as_str())
            .header(AUTHORIZATION, vapid.authorization(endpoint, contact, self.shared.clock.now()))
            .header(CONTENT_ENCODING, "aes128gcm")
            .header(CONTENT_TYPE, "application/octet-stream")
            .header("ttl", TTL_S)
            .header("urgency", urgency(message.topic))
            .header("topic", topic(browser.id, message.topic))
            .body(sealed);
        Ok(request.ok())
    }

    async fn judge(
        &self,
        status: StatusCode,
        headers: &HeaderMap,
        browser: &PushSubscription,
    ) -> Result<Tried, ApiError> {
        if status.is_success() {
            return Ok(Tried::Sent);
        }
        tracing::warn!(status = status.as_u16(), "a push service did not take a message");
        match status {
            StatusCode::NOT_FOUND | StatusCode::GONE => {
                self.shared.store.delete_push_subscription(browser.account, browser.id).await?;
                Ok(Tried::GivenUp)
            }
            StatusCode::TOO_MANY_REQUESTS => Ok(self.put_off(headers)),
            busy if busy.is_server_error() => Ok(self.put_off(headers)),
            _ => Ok(Tried::GivenUp),
        }
    }

    /// The service asked for time, or has none for anyone.
    fn put_off(&self, headers: &HeaderMap) -> Tried {
        Tried::PutOff(Some(self.retry_after(headers).unwrap_or_default()))
    }

    fn retry_after(&self, headers: &HeaderMap) -> Option<SignedDuration> {
        retry_after(headers.get(RETRY_AFTER)?.to_str().ok()?, self.shared.clock.now())
    }
}

fn urgency(topic: Topic) -> &'static str {
    match topic {
        Topic::Parcel(_, MessageKind::MapOpen | MessageKind::Next) => "high",
        _ => "normal",
    }
}

/// What makes a newer message take the place of an older one that waits. It tells a push service nothing else.
pub(crate) fn topic(device: PushId, topic: Topic) -> String {
    let about = match topic {
        Topic::Parcel(parcel, _) | Topic::Delayed(parcel, _) => parcel.to_string(),
        Topic::Bought(_) | Topic::SignIn(_) => "orders".to_owned(),
    };
    let mut topic = hex_hash(format!("{device} {about}").as_bytes());
    topic.truncate(TOPIC_CHARS);
    topic
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_one_that_push_services_take() {
        let parcel = doorstep_domain::ParcelId::from_u128(1);
        let of = |browser, kind| topic(PushId::from_u128(browser), Topic::Parcel(parcel, kind));
        assert_eq!(of(1, MessageKind::Next), of(1, MessageKind::Delivered));
        assert_ne!(of(1, MessageKind::Next), of(2, MessageKind::Next), "nobody sees whose parcels are one");
        assert_eq!(of(1, MessageKind::Next).len(), TOPIC_CHARS);
    }
}
