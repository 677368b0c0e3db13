//! People who log in, and what they want to be told.

use doorstep_domain::{OperatorId, Personal, RecipientId};
use jiff::Timestamp;

use crate::{Answer, MessageKind};

/// Someone who logs in. Recipients and dispatchers alike have a [`RecipientId`]; the role tells them apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its identity.
    pub id: RecipientId,
    /// The operator whose customer or dispatcher this is.
    pub operator: OperatorId,
    /// What they may do.
    pub role: Role,
    /// The e-mail address, lowercased; unique within the operator.
    pub email: Personal,
    /// How the pages address them.
    pub name: Personal,
    /// The argon2id hash of the password, in PHC form.
    pub password_hash: String,
    /// The language that they chose, as a BCP 47 tag.
    pub language: Option<String>,
    /// Their time zone, an IANA name; the operator's when they have none.
    pub time_zone: Option<String>,
}

/// What someone who logs in may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Follows their own parcels.
    Recipient,
    /// Watches the operator's tours.
    Dispatcher,
    /// Does that, and decides what recipients may see.
    Admin,
}

impl Role {
    /// Whether they watch the operator's tours.
    pub fn dispatches(self) -> bool {
        matches!(self, Self::Dispatcher | Self::Admin)
    }
}

/// Accounts.
pub trait Accounts: Send + Sync {
    /// Adds an account.
    ///
    /// # Errors
    /// A conflict when the operator has an account with this e-mail address.
    fn insert_account(&self, account: Account) -> Answer<'_, ()>;

    /// The account with this identity.
    fn find_account(&self, id: RecipientId) -> Answer<'_, Option<Account>>;

    /// The account with this e-mail address, compared without regard to case. Where several operators share the
    /// database, the one that was made first.
    fn find_account_by_email(&self, email: &str) -> Answer<'_, Option<Account>>;

    /// Remembers which language the account chose.
    fn set_language(&self, id: RecipientId, language: String) -> Answer<'_, ()>;
}

/// A way to reach someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// E-mail to the account's address.
    Email,
}

/// What recipients want to be told, and how. Nobody is told anything that they did not ask for.
pub trait Subscriptions: Send + Sync {
    /// Sets the kinds that a recipient wants by a channel; none ends the subscription. It counts as used now, and
    /// whenever a message to the recipient is done with.
    fn set_subscription(
        &self,
        recipient: RecipientId,
        channel: Channel,
        kinds: Vec<MessageKind>,
        now: Timestamp,
    ) -> Answer<'_, ()>;

    /// The kinds that a recipient wants by a channel.
    fn subscription(&self, recipient: RecipientId, channel: Channel) -> Answer<'_, Vec<MessageKind>>;
}
