//! `/v1/push-subscriptions`: the browsers that messages are pushed to.

use axum::Json;
use axum::extract::{Path, State};
use bytes::Bytes;
use doorstep_store::PushSubscription;
use doorstep_wire::push::{
    NewPushSubscription, PushKey, PushSubscriptionBody, PushSubscriptionJson, PushSubscriptionsAnswer,
};
use http::StatusCode;

use super::super::input::read;
use crate::access::{Browser, Recipient};
use crate::error::ApiError;
use crate::push;
use crate::state::AppState;

/// Read the public key that push messages are signed with
#[utoipa::path(
    get, path = "/v1/push-key", tag = "recipient",
    responses((status = 200, description = "The key, for `applicationServerKey`", body = PushKey))
)]
pub(crate) async fn key(
    State(shared): State<AppState>,
    Recipient(_account): Recipient,
) -> Result<Json<PushKey>, ApiError> {
    Ok(Json(PushKey { public_key: push::vapid(&shared).await?.public().to_owned() }))
}

/// List the browsers that messages are pushed to
#[utoipa::path(
    get, path = "/v1/push-subscriptions", tag = "recipient",
    responses((status = 200, description = "The browsers, the newest first", body = PushSubscriptionsAnswer))
)]
pub(crate) async fn list(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<Json<PushSubscriptionsAnswer>, ApiError> {
    let browsers = shared.store.list_push_subscriptions(account.id).await?;
    Ok(Json(PushSubscriptionsAnswer { subscriptions: browsers.into_iter().map(json).collect() }))
}

/// Have messages pushed to a browser
///
/// The body is what `PushSubscription.toJSON()` gives. Sent again, it changes nothing; an endpoint belongs to the account
/// that sent it last. An account has ten browsers at most. Whoever sends their first is told when the map opens, when a parcel
/// comes later, and how it ended; `PUT /v1/notifications` changes that.
#[utoipa::path(
    put, path = "/v1/push-subscriptions", tag = "recipient", request_body = PushSubscriptionBody,
    responses((status = 200, description = "The browser, as it is kept", body = PushSubscriptionJson))
)]
pub(crate) async fn put(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    browser: Browser,
    body: Bytes,
) -> Result<Json<PushSubscriptionJson>, ApiError> {
    let new = read(body, NewPushSubscription::read).await?;
    Ok(Json(json(push::subscribe(&shared, &account, &browser, new).await?)))
}

/// Push nothing to a browser any more
#[utoipa::path(
    delete, path = "/v1/push-subscriptions/{id}", tag = "recipient",
    params(("id" = String, Path, description = "The browser")),
    responses((status = 204, description = "The browser is forgotten"))
)]
pub(crate) async fn remove(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    Path(id): Path<String>,
) -> Result<StatusCode, ApiError> {
    push::remove(&shared, &account, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn json(browser: PushSubscription) -> PushSubscriptionJson {
    PushSubscriptionJson {
        id: browser.id.to_string(),
        browser: Some(browser.browser).filter(|name| !name.is_empty()),
        created_at: browser.created_at,
        used_at: browser.used_at,
    }
}
