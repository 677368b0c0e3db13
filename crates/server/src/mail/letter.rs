//! From a message in the outbox to an e-mail, in the recipient's language.

use doorstep_store::{Account, Operator, QueuedMessage};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};

use crate::error::ApiError;
use crate::pages::mail::compose;
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
    let Some(parcel) = shared.store.find_parcel(message.parcel).await? else { return Ok(None) };
    let offered = shared.live.offered(parcel.operator).await?;
    let operator = &offered.operator;
    if parcel.recipient != Some(account.id) {
        return Ok(None);
    }
    let link =
        shared.settings.public_url.as_ref().and_then(|url| url.join(&format!("/parcels/{}", parcel.id)).ok());
    let reader = reader(&account, operator, shared.clock.now());
    let kind = offered.offer.policy_of(&parcel, reader.today()).kind;
    let link = link.as_ref().map(url::Url::as_str);
    let mail = compose(message.kind, kind, &operator.name, &reader, link);
    let Ok(address) = account.email.reveal().parse() else { return Ok(None) };
    let name = message_name(queued, sender);
    let built = headers(Message::builder(), reader.lang())
        .message_id(Some(name))
        .from(sender.clone())
        .to(Mailbox::new(None, address))
        .subject(mail.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body);
    Ok(built.inspect_err(|error| tracing::error!(%error, "an e-mail cannot be written")).ok())
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
    let essence = format!("{} {} {}", message.recipient, message.parcel, message.kind.as_str());
    format!("<{}@{}>", hex_hash(essence.as_bytes()), sender.email.domain())
}

fn reader(account: &Account, operator: &Operator, now: Timestamp) -> Reader {
    let locale = account.language.as_deref().and_then(Locale::from_tag);
    let locale = locale.or_else(|| Locale::from_tag(&operator.language)).unwrap_or_default();
    let zone = account.time_zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = zone.or_else(|| TimeZone::get(&operator.time_zone).ok()).unwrap_or(TimeZone::UTC);
    Reader { locale, zone, now }
}
