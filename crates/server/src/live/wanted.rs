//! What someone wants to be told, and where.

use doorstep_domain::view::Delay;
use doorstep_domain::{Parcel, RecipientId, Status};
use doorstep_store::{Channel, DelayTurn, Letters, Message, MessageKind, Target, Topic};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Live;
use crate::error::ApiError;

/// What is told of parcels that other carriers bring, by how they stand.
const TOLD_OF_CARRIERS: [(Status, MessageKind); 4] = [
    (Status::OutForDelivery, MessageKind::OutForDelivery),
    (Status::Delivered, MessageKind::Delivered),
    (Status::AvailableForPickup, MessageKind::Delivered),
    (Status::Attempted, MessageKind::Failed),
];

/// What goes to one target of a recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) target: Target,
    pub(super) kinds: Vec<MessageKind>,
}

impl Live {
    /// What a recipient wants to be told; nothing where there is nobody, or nothing asked for.
    pub(super) async fn wanted(&self, recipient: RecipientId) -> Result<Vec<Wanted>, ApiError> {
        let mut wanted = Vec::new();
        let kinds = self.store.subscription(recipient, Channel::Email).await?;
        if !kinds.is_empty() {
            wanted.push(Wanted { target: Target::Email, kinds });
        }
        let kinds = self.store.subscription(recipient, Channel::Sms).await?;
        if !kinds.is_empty() {
            wanted.push(Wanted { target: Target::Sms, kinds });
        }
        let kinds = self.store.subscription(recipient, Channel::Push).await?;
        if !kinds.is_empty() {
            let browsers = self.store.list_push_subscriptions(recipient).await?;
            let topics = self.store.list_ntfy_topics(recipient).await?;
            let devices = browsers.into_iter().map(|browser| browser.id);
            let one = |id| Wanted { target: Target::Push(id), kinds: kinds.clone() };
            wanted.extend(devices.chain(topics.into_iter().map(|topic| topic.id)).map(one));
        }
        Ok(wanted)
    }

    /// The messages that parcels were announced, to recipients who asked for them.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn announcements(&self, parcels: &[Parcel]) -> Result<Vec<Message>, ApiError> {
        let mut messages = Vec::new();
        for parcel in parcels.iter().filter(|parcel| is_ahead(parcel.status)) {
            let Some(recipient) = parcel.recipient else { continue };
            let topic = Topic::Parcel(parcel.id, MessageKind::Announced);
            let now = self.clock.now();
            messages.extend(self.messages(recipient, MessageKind::Announced, topic, now).await?);
        }
        Ok(messages)
    }

    /// The messages of a kind to a recipient who asked for it.
    pub(super) async fn messages(
        &self,
        recipient: RecipientId,
        kind: MessageKind,
        topic: Topic,
        at: Timestamp,
    ) -> Result<Vec<Message>, ApiError> {
        let wanted = self.wanted(recipient).await?;
        let asked = wanted.into_iter().filter(|one| one.kinds.contains(&kind));
        Ok(asked.map(|one| Message { recipient, target: one.target, topic, at }).collect())
    }

    /// The messages that follow when a parcel that another carrier brings comes to stand so, to a recipient who asked for
    /// them.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn letters_of_carrier(&self, parcel: &Parcel) -> Result<Letters, ApiError> {
        let Some(recipient) = parcel.recipient else { return Ok(Letters::new()) };
        let mut letters = Letters::new();
        for (status, kind) in TOLD_OF_CARRIERS {
            let topic = Topic::Parcel(parcel.id, kind);
            let messages = self.messages(recipient, kind, topic, self.clock.now()).await?;
            letters.extend(messages.into_iter().map(|message| (status, message)));
        }
        // Nobody knows when it comes, so it is told as what was left out of a tour is; once a day at most.
        let turn = DelayTurn { day: self.clock.now().to_zoned(TimeZone::UTC).date(), step: Delay::STEPS };
        let topic = Topic::Delayed(parcel.id, turn);
        let late = self.messages(recipient, MessageKind::Delayed, topic, self.clock.now()).await?;
        letters.extend(late.into_iter().map(|message| (Status::Delayed, message)));
        Ok(letters)
    }
}

fn is_ahead(status: Status) -> bool {
    matches!(status, Status::PreTransit | Status::InTransit)
}
