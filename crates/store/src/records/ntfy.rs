//! Topics of ntfy servers: a device of someone that needs no browser.

use doorstep_domain::{Personal, PushId, RecipientId};
use jiff::Timestamp;

use crate::Answer;

/// A topic that messages to someone are published to.
#[derive(Clone, PartialEq, Eq)]
pub struct NtfyTopic {
    /// Its identity, of the same kind as that of a browser: a message goes to either.
    pub id: PushId,
    /// Whose device it is.
    pub account: RecipientId,
    /// The server that it is on, such as `https://ntfy.sh`.
    pub server: String,
    /// Its name. Whoever knows it reads what is published, so it is kept like a secret.
    pub topic: Personal,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was made, or a message for it was done with.
    pub used_at: Timestamp,
}

impl NtfyTopic {
    /// So many an account has at most.
    pub const PER_ACCOUNT_MAX: usize = 3;
}

impl std::fmt::Debug for NtfyTopic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NtfyTopic")
            .field("id", &self.id)
            .field("server", &self.server)
            .finish_non_exhaustive()
    }
}

/// The topics that messages are published to.
pub trait NtfyTopics: Send + Sync {
    /// Adds a topic; `false` when the account has [`NtfyTopic::PER_ACCOUNT_MAX`].
    fn insert_ntfy_topic(&self, topic: NtfyTopic) -> Answer<'_, bool>;

    /// The topic with this identity.
    fn find_ntfy_topic(&self, id: PushId) -> Answer<'_, Option<NtfyTopic>>;

    /// The topics of an account, the newest first.
    fn list_ntfy_topics(&self, account: RecipientId) -> Answer<'_, Vec<NtfyTopic>>;

    /// Forgets a topic of an account; `false` when it has no such one.
    fn delete_ntfy_topic(&self, account: RecipientId, id: PushId) -> Answer<'_, bool>;
}
