//! A browser asks for messages, or no longer.

use doorstep_domain::PushId;
use doorstep_store::{Account, Channel, MessageKind, PushSubscription};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::push::NewPushSubscription;
use p256::PublicKey;

use crate::access::Browser;
use crate::error::ApiError;
use crate::secret::fresh_id;
use crate::state::AppState;

/// What whoever asks first is told, as the page says before they agree.
const AT_FIRST: [MessageKind; 4] =
    [MessageKind::MapOpen, MessageKind::Delayed, MessageKind::Delivered, MessageKind::Failed];

/// Adds a browser of an account, or brings it up to date.
///
/// # Errors
/// What is wrong with the endpoint or the keys; `too_many_browsers` when the account has as many as it may; when the
/// database fails.
pub(crate) async fn subscribe(
    shared: &AppState,
    account: &Account,
    browser: &Browser,
    new: NewPushSubscription,
) -> Result<PushSubscription, ApiError> {
    let now = shared.clock.now();
    let (key, auth) = checked(shared, &new).map_err(ApiError::invalid)?;
    let subscription = PushSubscription {
        id: PushId::from_u128(fresh_id()),
        account: account.id,
        endpoint: new.endpoint,
        key,
        auth,
        browser: browser.name().to_owned(),
        created_at: now,
        used_at: now,
    };
    let Some(id) = shared.store.put_push_subscription(subscription).await? else {
        let most = PushSubscription::PER_ACCOUNT_MAX;
        let detail =
            format!("Messages go to at most {most} browsers of an account. Remove one of them first.");
        return Err(ApiError::conflict("too_many_browsers", detail));
    };
    wish_at_first(shared, account).await?;
    shared.live.recipient_changed(account.id);
    shared.store.find_push_subscription(id).await?.ok_or_else(ApiError::not_found)
}

/// Whoever has a device for the first time is told what the page says, and chooses afterwards.
///
/// # Errors
/// When the database fails.
pub(crate) async fn wish_at_first(shared: &AppState, account: &Account) -> Result<(), ApiError> {
    let (store, now) = (&shared.store, shared.clock.now());
    if store.subscription(account.id, Channel::Push).await?.is_empty() {
        store.set_subscription(account.id, Channel::Push, AT_FIRST.to_vec(), now).await?;
    }
    Ok(())
}

/// Forgets a device of an account: a browser, or a topic of an ntfy server.
///
/// # Errors
/// `not_found` when it has no such one, or when the database fails.
pub(crate) async fn remove(shared: &AppState, account: &Account, id: &str) -> Result<(), ApiError> {
    let id = id.parse().map_err(|_no_id| ApiError::not_found())?;
    let store = &shared.store;
    let was_there = store.delete_push_subscription(account.id, id).await?
        || store.delete_ntfy_topic(account.id, id).await?;
    if !was_there {
        return Err(ApiError::not_found());
    }
    shared.live.recipient_changed(account.id);
    Ok(())
}

type Keys = ([u8; PushSubscription::KEY_BYTES], [u8; PushSubscription::AUTH_BYTES]);

/// The keys of a browser that can be pushed to.
fn checked(shared: &AppState, new: &NewPushSubscription) -> Result<Keys, Vec<InputProblem>> {
    let mut problems = Vec::new();
    if let Err(refusal) = shared.outbound.check_by_https(new.endpoint.reveal()) {
        problems.push(InputProblem::new("endpoint", "bad_endpoint", refusal.to_string()));
    }
    let key =
        new.key.as_slice().try_into().ok().filter(|key: &[u8; 65]| PublicKey::from_sec1_bytes(key).is_ok());
    if key.is_none() {
        let detail = "a push key that is no key: it is no uncompressed point of P-256";
        problems.push(InputProblem::new("keys.p256dh", "bad_push_key", detail));
    }
    let auth = new.auth.as_slice().try_into().ok();
    if auth.is_none() {
        let detail = "a push key that is no key: the secret has not 16 bytes";
        problems.push(InputProblem::new("keys.auth", "bad_push_key", detail));
    }
    match key.zip(auth) {
        Some(keys) if problems.is_empty() => Ok(keys),
        _ => Err(problems),
    }
}
