//! Topics: made here, so that nobody can guess one.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use doorstep_domain::{Personal, PushId};
use doorstep_store::{Account, NtfyTopic};
use url::Url;

use crate::error::ApiError;
use crate::push;
use crate::secret::fresh_id;
use crate::state::AppState;

/// What a topic begins with, so that whoever runs the server sees what it is for. What follows are 128 random bits.
const PREFIX: &str = "doorstep-";

/// Makes a topic for an account, on the server of this name, or on the only one.
///
/// # Errors
/// `not_found` when there is no such server; `too_many_topics` when the account has as many as it may; when the database
/// fails.
pub(crate) async fn make(shared: &AppState, account: &Account, server: &str) -> Result<(), ApiError> {
    let settings = shared.ntfy.as_ref().ok_or_else(ApiError::not_found)?;
    let server = settings.names().find(|known| known == server).ok_or_else(ApiError::not_found)?;
    let now = shared.clock.now();
    let topic = NtfyTopic {
        id: PushId::from_u128(fresh_id()),
        account: account.id,
        server,
        topic: fresh_topic(),
        created_at: now,
        used_at: now,
    };
    if !shared.store.insert_ntfy_topic(topic).await? {
        let most = NtfyTopic::PER_ACCOUNT_MAX;
        let detail = format!("An account has at most {most} topics. Remove one of them first.");
        return Err(ApiError::conflict("too_many_topics", detail));
    }
    push::wish_at_first(shared, account).await?;
    shared.live.recipient_changed(account.id);
    Ok(())
}

/// Where a topic is opened.
pub(crate) fn subscribe_address(topic: &NtfyTopic) -> String {
    let server = Url::parse(&topic.server).and_then(|server| server.join(topic.topic.reveal()));
    server.map_or_else(|_no_address| topic.server.clone(), Into::into)
}

fn fresh_topic() -> Personal {
    Personal::new(format!("{PREFIX}{}", BASE64.encode(rand::random::<[u8; 16]>())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_one_that_servers_take_and_nobody_guesses() {
        let (one, other) = (fresh_topic(), fresh_topic());
        assert_ne!(one, other);
        let name = one.reveal();
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        assert!(name.starts_with(PREFIX) && name.chars().all(is_plain), "{name}");
        assert_eq!(name.len(), PREFIX.len() + 22, "22 letters of base64 hold 128 bits");
        assert!(name.len() <= 64);
    }
}
