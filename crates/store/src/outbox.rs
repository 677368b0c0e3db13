//! Messages that must go out once: written with what caused them, sent by a worker, kept until they are.

use std::fmt;
use std::str::FromStr;

use doorstep_domain::view::Delay;
use doorstep_domain::{ParcelId, PushId, RecipientId, SignInId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Answer;

/// A message to someone who has an account. There is at most one per recipient, target and topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// To whom.
    pub recipient: RecipientId,
    /// Where it goes: each target is tried by itself.
    pub target: Target,
    /// What it is about.
    pub topic: Topic,
    /// When the cause happened, or from when on it may be told.
    pub at: Timestamp,
}

/// A way to reach people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// E-mail to the account's address.
    Email,
    /// Devices: Web Push to the browsers that asked for it, and topics of ntfy servers.
    Push,
    /// SMS to the account's phone, or what else the operator's own system sends on.
    Sms,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Email, Self::Push, Self::Sms];

    /// The word that databases and interfaces use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Push => "push",
            Self::Sms => "sms",
        }
    }

    /// Whether its messages come between people and what they do, so that there are few of them.
    pub fn interrupts(self) -> bool {
        self != Self::Email
    }
}

/// Where one message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The e-mail address of the account.
    Email,
    /// One device: a browser, or a topic of an ntfy server.
    Push(PushId),
    /// The phone of the account.
    Sms,
}

impl Target {
    /// By which channel it is reached.
    pub fn channel(self) -> Channel {
        match self {
            Self::Email => Channel::Email,
            Self::Push(_) => Channel::Push,
            Self::Sms => Channel::Sms,
        }
    }
}

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How a parcel stands, or what became of it; its key is taken for ever.
    Parcel(ParcelId, MessageKind),
    /// A parcel comes later. Once a later turn is known, no earlier one is taken any more.
    Delayed(ParcelId, DelayTurn),
    /// A parcel that they ordered for someone else was delivered; its key is taken for ever.
    Bought(ParcelId),
    /// A link to sign in with. The link itself is made when the message is sent, so that no queue ever holds it, and
    /// nothing of the message stays once it is done with.
    SignIn(SignInId),
}

impl Topic {
    /// The parcel that it is about.
    pub fn parcel(self) -> Option<ParcelId> {
        match self {
            Self::Parcel(parcel, _) | Self::Delayed(parcel, _) | Self::Bought(parcel) => Some(parcel),
            Self::SignIn(_) => None,
        }
    }
}

/// Which telling of a delay it is: the day, and the step on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DelayTurn {
    /// The day of the tour.
    pub day: Date,
    /// How far the delay has gone, from 1 to [`Delay::STEPS`].
    pub step: u8,
}

/// A text that names no turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a turn is a day and a step, such as `2026-03-14 2`")]
pub struct NoTurn;

/// Texts of turns are in the order of the turns.
impl fmt::Display for DelayTurn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day, self.step)
    }
}

impl FromStr for DelayTurn {
    type Err = NoTurn;

    fn from_str(text: &str) -> Result<Self, NoTurn> {
        let (day, step) = text.split_once(' ').ok_or(NoTurn)?;
        let (day, step) = (day.parse().map_err(|_no_day| NoTurn)?, step.parse().map_err(|_no_step| NoTurn)?);
        if (1..=Delay::STEPS).contains(&step) { Ok(Self { day, step }) } else { Err(NoTurn) }
    }
}

/// What a message about a parcel says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageKind {
    /// The parcel was announced.
    Announced,
    /// It is on the vehicle, and the tour began.
    OutForDelivery,
    /// The live map is open.
    MapOpen,
    /// The recipient is next.
    Next,
    /// It comes later than promised; told again when it comes later still.
    Delayed,
    /// The parcel was delivered.
    Delivered,
    /// A try to deliver the parcel failed.
    Failed,
}

impl MessageKind {
    /// Every kind, in the order in which they happen.
    pub const ALL: [Self; 7] = [
        Self::Announced,
        Self::OutForDelivery,
        Self::MapOpen,
        Self::Next,
        Self::Delayed,
        Self::Delivered,
        Self::Failed,
    ];

    /// The word that databases and interfaces use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::OutForDelivery => "out_for_delivery",
            Self::MapOpen => "map_open",
            Self::Next => "next",
            Self::Delayed => "delayed",
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

/// How a message was done with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Its channel took it.
    Sent,
    /// No later try can mend why it was not sent, or nobody needs it any more.
    GivenUp,
}

/// The messages that wait.
pub trait Outbox: Send + Sync {
    /// Adds messages whose cause is not an event, such as time. Those whose key is known already are dropped, and so is
    /// a delay when a later turn of it is known.
    fn enqueue(&self, messages: Vec<Message>) -> Answer<'_, ()>;

    /// Takes the keys of messages without sending them: whoever gets them knows already.
    fn pass_over(&self, messages: Vec<Message>, now: Timestamp) -> Answer<'_, ()>;

    /// Up to `limit` messages of a channel that are due at `now`, none before its own instant. The oldest come first, and
    /// one that was put off counts as of then: so those that cannot be sent are in nobody's way.
    fn due(&self, channel: Channel, now: Timestamp, limit: u32) -> Answer<'_, Vec<QueuedMessage>>;

    /// Marks a message as done with.
    fn finish(&self, number: i64, end: End, now: Timestamp) -> Answer<'_, ()>;

    /// Puts a message off until `not_before` after a failed try.
    fn put_off(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()>;

    /// Leaves a message alone until `not_before`: it was not tried.
    fn hold(&self, number: i64, not_before: Timestamp) -> Answer<'_, ()>;

    /// How many messages about a parcel were sent to a target of a recipient.
    fn count_sent(&self, recipient: RecipientId, target: Target, parcel: ParcelId) -> Answer<'_, u32>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_read_back_and_their_texts_are_in_order() {
        let turns = ["2026-03-14 1", "2026-03-14 3", "2026-03-15 1"].map(|text| {
            let turn: DelayTurn = text.parse().expect("it is one");
            assert_eq!(turn.to_string(), text);
            turn
        });
        assert!(turns.is_sorted());
        for wrong in ["", "2026-03-14", "2026-03-14 0", "2026-03-14 4", "2026-02-30 1", "1 2026-03-14"] {
            assert_eq!(wrong.parse::<DelayTurn>(), Err(NoTurn), "{wrong}");
        }
    }
}
