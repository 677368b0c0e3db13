//! People who log in.

use doorstep_domain::{OperatorId, Personal, RecipientId};

use crate::Answer;

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

    /// Sets the number that SMS to a recipient of an operator go to, as E.164 has it; `None` ends that. `false` when the
    /// operator has no such recipient.
    fn set_phone(&self, operator: OperatorId, id: RecipientId, phone: Option<Personal>) -> Answer<'_, bool>;

    /// The number that SMS to an account go to.
    fn phone(&self, id: RecipientId) -> Answer<'_, Option<Personal>>;
}
