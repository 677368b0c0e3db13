//! Messages that must go out once: written with what caused them, sent by a worker, kept until they are.

use doorstep_domain::{ParcelId, RecipientId, SignInId};
use jiff::Timestamp;

use crate::Answer;

/// A message to someone who has an account. There is at most one per recipient and topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// To whom.
    pub recipient: RecipientId,
    /// What it is about.
    pub topic: Topic,
    /// When the cause happened, or from when on it may be told.
    pub at: Timestamp,
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What became of a parcel; its key is taken for ever.
    Parcel(ParcelId, MessageKind),
    /// A parcel that they ordered for someone else was delivered; its key is taken for ever.
    Bought(ParcelId),
    /// A link to sign in with. The link itself is made when the message is sent, so that no queue ever holds it, and
    /// nothing of the message stays once it is done with.
    SignIn(SignInId),
}

/// What a message about a parcel says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageKind {
    /// The live map is open.
    MapOpen,
    /// The parcel was delivered.
    Delivered,
    /// A try to deliver the parcel failed.
    Failed,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::MapOpen, Self::Delivered, Self::Failed];

    /// The word that databases and interfaces use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MapOpen => "map_open",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
        }
    }
}

/// A message that waits to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuedMessage {
    /// Its number in the outbox.
    pub number: i64,
    /// The message.
    pub message: Message,
    /// How often it was tried.
    pub tries: u32,
}

/// The messages that wait.
pub trait Outbox: Send + Sync {
    /// Adds messages whose cause is not an event, such as time. Those whose key is known already are dropped.
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()>;

    /// Up to `limit` messages that are due at `now`, oldest first: none before its own instant.
    fn due(&self, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>>;

    /// Marks a message as done with: sent, or given up for a reason that a later try cannot mend.
    fn finish(&self, number: i64, now: Timestamp) -> Answer<'_, ()>;

    /// Puts a message off until `not_before` after a failed try.
    fn put_off(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()>;
}
