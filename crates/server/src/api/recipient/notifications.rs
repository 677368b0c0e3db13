//! `/v1/notifications`: what a recipient wants to be told. Nobody is told what they did not ask for.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_store::{Channel, MessageKind};
use doorstep_wire::account::Notifications;
use doorstep_wire::words::MessageWord;

use super::super::input::read;
use crate::access::Recipient;
use crate::error::ApiError;
use crate::state::AppState;

/// Read what the recipient is told by e-mail
#[utoipa::path(
    get, path = "/v1/notifications", tag = "recipient",
    responses((status = 200, description = "The kinds of messages, by channel", body = Notifications))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
) -> Result<Json<Notifications>, ApiError> {
    let kinds = shared.store.subscription(account.id, Channel::Email).await?;
    let mut email: Vec<MessageWord> = kinds.into_iter().map(word).collect();
    email.sort_unstable();
    Ok(Json(Notifications { email }))
}

/// Say what the recipient is told by e-mail; an empty list ends it
#[utoipa::path(
    put, path = "/v1/notifications", tag = "recipient", request_body = Notifications,
    responses((status = 200, description = "The same, as it is kept", body = Notifications))
)]
pub(crate) async fn set(
    State(shared): State<AppState>,
    Recipient(account): Recipient,
    body: Bytes,
) -> Result<Json<Notifications>, ApiError> {
    let wanted = read(body, Notifications::read).await?;
    let kinds = wanted.email.iter().copied().map(kind).collect();
    shared.store.set_subscription(account.id, Channel::Email, kinds, shared.clock.now()).await?;
    shared.live.recipient_changed(account.id);
    Ok(Json(wanted))
}

fn word(kind: MessageKind) -> MessageWord {
    match kind {
        MessageKind::MapOpen => MessageWord::MapOpen,
        MessageKind::Delivered => MessageWord::Delivered,
        MessageKind::Failed => MessageWord::Failed,
    }
}

fn kind(word: MessageWord) -> MessageKind {
    match word {
        MessageWord::MapOpen => MessageKind::MapOpen,
        MessageWord::Delivered => MessageKind::Delivered,
        MessageWord::Failed => MessageKind::Failed,
    }
}
