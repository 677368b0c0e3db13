//! Signing in by a link that is sent by e-mail.
//!
//! Whoever asks for one is answered before it is looked whether there is such an account, so that neither words nor time
//! tell. What is asked for waits in memory; a worker notes it in the outbox for those who have an account, and the
//! link is made when the letter is written: of it, only a hash is ever kept. The link is single use and leads to a
//! page with a button, because mail scanners open every link and press none.

use std::collections::VecDeque;

use doorstep_domain::{Personal, SignInId};
use doorstep_store::{Account, Message, SignInLink, Target, Topic};
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;
use tokio::sync::Notify;

use super::login::{EMAIL_BYTES_MAX, LoggedIn, begin_session};
use super::{Browser, Limiter};
use crate::error::ApiError;
use crate::secret;
use crate::state::AppState;

/// How long a link is worth something after it was asked for.
pub(crate) const LINK_LIFE: SignedDuration = SignedDuration::from_mins(15);
/// So many links are sent to one address at once, and as many again in an hour: when someone else used them up, the last
/// of them is still worth something about until the next one may be sent.
const LINKS_PER_ADDRESS: u32 = 4;
const HOUR_S: u32 = 3_600;
/// Wishes that may wait; they are worked off in milliseconds.
const WAITING_MAX: usize = 64;

/// Wishes to sign in by a link.
#[derive(Debug)]
pub(crate) struct SignInWishes {
    waiting: Mutex<VecDeque<(Personal, Timestamp)>>,
    came: Notify,
    by_address: Limiter<[u8; 32]>,
}

impl SignInWishes {
    /// None so far.
    pub(crate) fn new() -> Self {
        Self {
            waiting: Mutex::default(),
            came: Notify::new(),
            by_address: Limiter::new(LINKS_PER_ADDRESS, HOUR_S),
        }
    }
}

/// Asks for a link to be sent to an address. Someone who asks too often has letters enough already: their wish is
/// dropped without a word, for any word could tell a stranger that someone asked.
///
/// # Errors
/// `busy` when too many people ask at this moment.
pub(crate) fn ask_for_link(shared: &AppState, email: &str) -> Result<(), ApiError> {
    let email = email.trim().to_lowercase();
    let now = shared.clock.now();
    let wishes = &shared.sign_in_wishes;
    if email.len() > EMAIL_BYTES_MAX || wishes.by_address.take(secret::token_hash(&email).0, now).is_err() {
        return Ok(());
    }
    let mut waiting = wishes.waiting.lock();
    if waiting.len() >= WAITING_MAX {
        return Err(ApiError::unavailable("Too many people are logging in at this moment."));
    }
    waiting.push_back((Personal::new(email), now));
    wishes.came.notify_one();
    Ok(())
}

/// Grants wishes until the server stops.
pub(crate) async fn grant_wishes(shared: AppState) {
    loop {
        tokio::select! {
            () = shared.stopping.cancelled() => return,
            () = shared.sign_in_wishes.came.notified() => {}
        }
        grant_waiting(&shared).await;
    }
}

/// Grants the wishes that wait.
pub(crate) async fn grant_waiting(shared: &AppState) {
    loop {
        let wish = shared.sign_in_wishes.waiting.lock().pop_front();
        let Some((email, at)) = wish else { return };
        if let Err(error) = grant(shared, &email, at).await {
            tracing::error!(code = error.code(), "a link to sign in with could not be noted");
        }
    }
}

async fn grant(shared: &AppState, email: &Personal, at: Timestamp) -> Result<(), ApiError> {
    if let Some(account) = shared.store.find_account_by_email(email.reveal()).await? {
        let topic = Topic::SignIn(SignInId::from_u128(secret::fresh_id()));
        shared
            .store
            .enqueue(vec![Message { recipient: account.id, target: Target::Email, topic, at }])
            .await?;
    }
    Ok(())
}

/// Makes the token of a link for an account that asked for it at this instant.
///
/// # Errors
/// When the database fails.
pub(crate) async fn make_link(
    shared: &AppState,
    account: &Account,
    asked_at: Timestamp,
) -> Result<String, ApiError> {
    let token = secret::fresh_token();
    let link = SignInLink {
        token: secret::token_hash(&token),
        account: account.id,
        expires_at: asked_at + LINK_LIFE,
    };
    shared.store.insert_sign_in_link(link).await?;
    Ok(token)
}

/// Whether a link would sign someone in.
///
/// # Errors
/// When the database fails.
pub(crate) async fn is_link(shared: &AppState, token: &str) -> Result<bool, ApiError> {
    Ok(shared.store.is_sign_in_link(secret::token_hash(token), shared.clock.now()).await?)
}

/// Signs someone in by a link and uses it up; `None` when the link is worth nothing.
///
/// # Errors
/// When the database fails.
pub(crate) async fn sign_in(
    shared: &AppState,
    browser: &Browser,
    token: &str,
) -> Result<Option<LoggedIn>, ApiError> {
    let account = shared.store.take_sign_in_link(secret::token_hash(token), shared.clock.now()).await?;
    match account {
        Some(account) => begin_session(shared, browser, account).await.map(Some),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use doorstep_store::{Channel, Role};

    use super::*;
    use crate::clock::Clock as _;
    use crate::testing::House;

    async fn noted(house: &House) -> usize {
        grant_waiting(&house.shared).await;
        house.store().due(Channel::Email, house.clock.now(), 99).await.unwrap().len()
    }

    #[tokio::test]
    async fn only_who_has_an_account_is_written_to() {
        let house = House::new().await;
        let account = house.account("ada@example.org", Role::Recipient).await;
        for email in ["nobody@example.org", " Ada@Example.org ", "", &"x".repeat(255)] {
            assert_eq!(ask_for_link(&house.shared, email), Ok(()), "{email}");
        }
        assert_eq!(noted(&house).await, 1);
        let due = house.store().due(Channel::Email, house.clock.now(), 9).await.unwrap();
        assert_eq!(due[0].message.recipient, account.id);
    }

    #[tokio::test]
    async fn an_address_gets_four_letters_and_then_one_in_a_quarter_of_an_hour() {
        let house = House::new().await;
        house.account("ada@example.org", Role::Recipient).await;
        for _ in 0..9 {
            assert_eq!(ask_for_link(&house.shared, "ada@example.org"), Ok(()));
        }
        assert_eq!(noted(&house).await, 4);
        house.clock.advance(SignedDuration::from_mins(15));
        for _ in 0..9 {
            assert_eq!(ask_for_link(&house.shared, "ada@example.org"), Ok(()));
        }
        assert_eq!(noted(&house).await, 5);
    }

    #[tokio::test]
    async fn wishes_that_wait_have_a_limit() {
        let house = House::new().await;
        for number in 0..WAITING_MAX {
            assert_eq!(ask_for_link(&house.shared, &format!("{number}@example.org")), Ok(()));
        }
        let refused = ask_for_link(&house.shared, "late@example.org").unwrap_err();
        assert_eq!(refused.code(), "busy");
        grant_waiting(&house.shared).await;
        assert_eq!(ask_for_link(&house.shared, "late@example.org"), Ok(()));
    }

    #[tokio::test]
    async fn a_link_signs_in_once_and_for_a_quarter_of_an_hour() {
        let house = House::new().await;
        let account = house.account("ada@example.org", Role::Recipient).await;
        let make = async || make_link(&house.shared, &account, house.clock.now()).await.unwrap();
        let token = make().await;
        assert_eq!(
            (is_link(&house.shared, &token).await, is_link(&house.shared, "x").await),
            (Ok(true), Ok(false))
        );
        let sign_in = async |token: &str| sign_in(&house.shared, &Browser::default(), token).await.unwrap();
        let session = secret::token_hash(sign_in(&token).await.unwrap().session());
        let found = house.store().find_session(session, house.clock.now()).await.unwrap();
        assert_eq!(found.map(|(_, account)| account), Some(account.clone()));
        assert!(sign_in(&token).await.is_none());

        let token = make().await;
        house.clock.advance(LINK_LIFE);
        assert_eq!(is_link(&house.shared, &token).await, Ok(false));
        assert!(sign_in(&token).await.is_none());
    }
}
