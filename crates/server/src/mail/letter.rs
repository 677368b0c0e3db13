//! From a message in the outbox to an e-mail, in the recipient's language.

use doorstep_domain::ParcelId;
use doorstep_store::{Account, MessageKind, Operator, QueuedMessage, Topic};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use url::Url;

use crate::access::make_link;
use crate::error::ApiError;
use crate::pages::mail::{Mail, compose, compose_bought, compose_sign_in};
use crate::pages::reader::{Locale, Reader};
use crate::secret::hex_hash;
use crate::state::AppState;

/// The e-mail of a message; `None` when there is nobody to write to any more.
pub(super) async fn letter(
    shared: &AppState,
    sender: &Mailbox,
    queued: &QueuedMessage,
) -> Result<Option<Message>, ApiError> {
    let message = queued.message;
    let Some(account) = shared.store.find_account(message.recipient).await? else { return Ok(None) };
    let Some(operator) = shared.store.find_operator(account.operator).await? else { return Ok(None) };
    let reader = reader(shared, &account, &operator);
    let mail = match message.topic {
        Topic::Parcel(parcel, kind) => {
            about_parcel(shared, &account, &operator, &reader, parcel, kind).await?
        }
        Topic::Bought(parcel) => about_bought(shared, &account, &operator, &reader, parcel).await?,
        Topic::SignIn(_) => with_link(shared, &account, &operator, &reader, message.at).await?,
    };
    let Some(mail) = mail else { return Ok(None) };
    let Ok(address) = account.email.reveal().parse() else { return Ok(None) };
    let name = message_name(queued, sender);
    let built = headers(Message::builder(), &reader.lang())
        .message_id(Some(name))
        .from(sender.clone())
        .to(Mailbox::new(None, address))
        .subject(mail.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body);
    Ok(built.inspect_err(|error| tracing::error!(%error, "an e-mail cannot be written")).ok())
}

async fn about_parcel(
    shared: &AppState,
    account: &Account,
    operator: &Operator,
    reader: &Reader,
    parcel: ParcelId,
    kind: MessageKind,
) -> Result<Option<Mail>, ApiError> {
    let Some(parcel) = shared.store.find_parcel(parcel).await? else { return Ok(None) };
    if parcel.recipient != Some(account.id) {
        return Ok(None);
    }
    let offered = shared.live.offered(parcel.operator).await?;
    let of_kind = offered.offer.policy_of(&parcel, reader.today()).kind;
    let link = link(shared, &format!("/parcels/{}", parcel.id));
    Ok(Some(compose(kind, of_kind, &operator.name, reader, link.as_ref().map(Url::as_str))))
}

/// The letter to whoever ordered a parcel for someone else. Its link leads to their own list: no page of the parcel is
/// theirs.
async fn about_bought(
    shared: &AppState,
    account: &Account,
    operator: &Operator,
    reader: &Reader,
    parcel: ParcelId,
) -> Result<Option<Mail>, ApiError> {
    let parcel = shared.store.find_parcel(parcel).await?;
    let link = link(shared, "/orders");
    let mail = || compose_bought(&operator.name, reader, link.as_ref().map(Url::as_str));
    Ok(parcel.filter(|parcel| parcel.buyer == Some(account.id)).map(|_theirs| mail()))
}

/// The letter with a link to sign in with, which is made here and now.
async fn with_link(
    shared: &AppState,
    account: &Account,
    operator: &Operator,
    reader: &Reader,
    asked_at: Timestamp,
) -> Result<Option<Mail>, ApiError> {
    if shared.settings.public_url.is_none() {
        return Ok(None);
    }
    let token = make_link(shared, account, asked_at).await?;
    let link = link(shared, &format!("/login/link/{token}"));
    Ok(link.map(|link| compose_sign_in(&operator.name, reader, link.as_str())))
}

fn link(shared: &AppState, path: &str) -> Option<Url> {
    shared.settings.public_url.as_ref()?.join(path).ok()
}

/// Tells other machines not to answer, and readers' programs which language it is.
fn headers(builder: MessageBuilder, language: &str) -> MessageBuilder {
    let raw = |name: &'static str, value: &str| {
        HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
    };
    builder.raw_header(raw("Auto-Submitted", "auto-generated")).raw_header(raw("Content-Language", language))
}

/// The same message has the same name each time it is sent.
fn message_name(queued: &QueuedMessage, sender: &Mailbox) -> String {
    let message = queued.message;
    let essence = match message.topic {
        Topic::Parcel(parcel, kind) => format!("{} {parcel} {}", message.recipient, kind.as_str()),
        Topic::Bought(parcel) => format!("{} {parcel} bought", message.recipient),
        Topic::SignIn(id) => format!("{} {id} sign_in", message.recipient),
    };
    format!("<{}@{}>", hex_hash(essence.as_bytes()), sender.email.domain())
}

/// How someone with an account reads what is written to them.
pub(crate) fn reader(shared: &AppState, account: &Account, operator: &Operator) -> Reader {
    let locale = account.language.as_deref().and_then(Locale::from_tag);
    let locale = locale
        .or_else(|| Locale::from_tag(&operator.language))
        .unwrap_or_default()
        .speaking(shared.settings.german);
    let zone = account.time_zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = zone.or_else(|| TimeZone::get(&operator.time_zone).ok()).unwrap_or(TimeZone::UTC);
    Reader { locale, zone, now: shared.clock.now() }
}
