//! `/v1/notifications`: what a recipient wants to be told. Nobody is told what they did not ask for.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::RecipientId;
use doorstep_store::{Channel, MessageKind, QuietHours};
use doorstep_wire::account::{Notifications, QuietJson};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::words::MessageWord;

use super::super::input::read;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what the recipient is told, by channel
#[utoipa::path(
    get, path = "/v1/notifications", tag = "recipient",
    responses((status = 200, description = "The kinds of messages, by channel", body = Notifications))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<Json<Notifications>, ApiError> {
    let email = wanted(&shared, account.id, Channel::Email).await?;
    let push = wanted(&shared, account.id, Channel::Push).await?;
    let offers_sms = shared.offers_sms(account.id).await?;
    let sms = if offers_sms { Some(wanted(&shared, account.id, Channel::Sms).await?) } else { None };
    let quiet = shared.store.quiet_hours(account.id).await?;
    let quiet = quiet.map(|quiet| QuietJson { from: quiet.from, until: quiet.until });
    Ok(Json(Notifications { email, push: Some(push), sms, quiet }))
}

/// Say what the recipient is told, by channel; an empty list ends it
///
/// Push messages go to the browsers of `PUT /v1/push-subscriptions`. `sms` is there only where the operator offers it and
/// knows a number.
#[utoipa::path(
    put, path = "/v1/notifications", tag = "recipient", request_body = Notifications,
    responses((status = 200, description = "The same, as it is kept", body = Notifications))
)]
pub(crate) async fn set(
    state: State<AppState>,
    Recipient(account): Recipient,
    body: Bytes,
) -> Result<Json<Notifications>, ApiError> {
    let asked = read(body, Notifications::read).await?;
    let (shared, now) = (&state.0, state.0.clock.now());
    if asked.sms.is_some() && !shared.offers_sms(account.id).await? {
        let detail = "no SMS are offered here, or no number is known";
        return Err(ApiError::invalid(vec![InputProblem::new("sms", "not_offered", detail)]));
    }
    let by_channel =
        [(Channel::Email, Some(asked.email)), (Channel::Push, asked.push), (Channel::Sms, asked.sms)];
    for (channel, words) in by_channel {
        let Some(words) = words else { continue };
        let kinds = words.into_iter().filter_map(kind).collect();
        shared.store.set_subscription(account.id, channel, kinds, now).await?;
    }
    let quiet = asked.quiet.map(|quiet| QuietHours { from: quiet.from, until: quiet.until });
    shared.store.set_quiet_hours(account.id, quiet).await?;
    shared.live.recipient_changed(account.id);
    get(state, Recipient(account)).await
}

async fn wanted(
    shared: &AppState,
    recipient: RecipientId,
    channel: Channel,
) -> Result<Vec<MessageWord>, ApiError> {
    let kinds = shared.store.subscription(recipient, channel).await?;
    let mut words: Vec<MessageWord> = kinds.into_iter().map(word).collect();
    words.sort_unstable();
    Ok(words)
}

fn word(kind: MessageKind) -> MessageWord {
    match kind {
        MessageKind::Announced => MessageWord::Announced,
        MessageKind::OutForDelivery => MessageWord::OutForDelivery,
        MessageKind::MapOpen => MessageWord::MapOpen,
        MessageKind::Next => MessageWord::Next,
        MessageKind::Delayed => MessageWord::Delayed,
        MessageKind::Delivered => MessageWord::Delivered,
        MessageKind::Failed => MessageWord::Failed,
    }
}

fn kind(asked: MessageWord) -> Option<MessageKind> {
    MessageKind::ALL.into_iter().find(|kind| word(*kind) == asked)
}
