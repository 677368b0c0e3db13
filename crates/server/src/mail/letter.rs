//! From a message in the outbox to an e-mail, in the recipient's language.

use doorstep_store::{Account, Message as Queued, Topic};
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder};
use url::Url;

use crate::access::make_link;
use crate::error::ApiError;
use crate::messages::{Saying, Told, Worth, addressee, reader, told};
use crate::pages::mail::{Mail, compose, compose_bought, compose_sign_in};
use crate::secret::hex_hash;
use crate::state::AppState;

/// What became of a message on paper.
pub(super) enum Written {
    /// This e-mail.
    Letter(Box<Message>),
    /// It is not so at this moment.
    Later,
    /// There is nobody to write to any more, or nothing to say.
    Never,
}

/// The e-mail of a message.
pub(super) async fn write(
    shared: &AppState,
    sender: &Mailbox,
    message: &Queued,
) -> Result<Written, ApiError> {
    if let Topic::SignIn(_) = message.topic {
        let mail = with_link(shared, message).await?;
        return Ok(mail
            .map_or(Written::Never, |(account, mail, lang)| letter(message, sender, &account, mail, &lang)));
    }
    Ok(match told(shared, message).await? {
        Worth::Now(told) => {
            let mail = mail(shared, &told);
            letter(message, sender, &told.account, mail, &told.reader.lang())
        }
        Worth::Later => Written::Later,
        Worth::Never => Written::Never,
    })
}

fn mail(shared: &AppState, told: &Told) -> Mail {
    let Told { operator, reader, .. } = told;
    match told.saying {
        Saying::Parcel { parcel, of, kind, delay } => {
            let link = link(shared, &format!("/parcels/{parcel}"));
            compose(kind, delay, of, &operator.name, reader, link.as_ref().map(Url::as_str))
        }
        // No page of the parcel is theirs, so the link leads to their own list.
        Saying::Bought => {
            compose_bought(&operator.name, reader, link(shared, "/orders").as_ref().map(Url::as_str))
        }
    }
}

/// The letter with a link to sign in with, which is made here and now.
async fn with_link(shared: &AppState, message: &Queued) -> Result<Option<(Account, Mail, String)>, ApiError> {
    let Some((account, operator)) = addressee(shared, message.recipient).await? else { return Ok(None) };
    if shared.settings.public_url.is_none() {
        return Ok(None);
    }
    let token = make_link(shared, &account, message.at).await?;
    let reader = reader(shared, &account, &operator);
    let link = link(shared, &format!("/login/link/{token}"));
    let mail = link.map(|link| compose_sign_in(&operator.name, &reader, link.as_str()));
    Ok(mail.map(|mail| (account, mail, reader.lang())))
}

fn link(shared: &AppState, path: &str) -> Option<Url> {
    shared.settings.public_url.as_ref()?.join(path).ok()
}

fn letter(message: &Queued, sender: &Mailbox, account: &Account, mail: Mail, language: &str) -> Written {
    let Ok(address) = account.email.reveal().parse() else { return Written::Never };
    let built = headers(Message::builder(), language)
        .message_id(Some(name(message, sender)))
        .from(sender.clone())
        .to(Mailbox::new(None, address))
        .subject(mail.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body);
    match built {
        Ok(letter) => Written::Letter(Box::new(letter)),
        Err(error) => {
            tracing::error!(%error, "an e-mail cannot be written");
            Written::Never
        }
    }
}

/// Tells other machines not to answer, and readers' programs which language it is.
fn headers(builder: MessageBuilder, language: &str) -> MessageBuilder {
    let raw = |name: &'static str, value: &str| {
        HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
    };
    builder.raw_header(raw("Auto-Submitted", "auto-generated")).raw_header(raw("Content-Language", language))
}

/// The same message has the same name each time it is sent.
fn name(message: &Queued, sender: &Mailbox) -> String {
    let essence = match message.topic {
        Topic::Parcel(parcel, kind) => format!("{} {parcel} {}", message.recipient, kind.as_str()),
        Topic::Delayed(parcel, turn) => format!("{} {parcel} delayed {turn}", message.recipient),
        Topic::Bought(parcel) => format!("{} {parcel} bought", message.recipient),
        Topic::SignIn(id) => format!("{} {id} sign_in", message.recipient),
    };
    format!("<{}@{}>", hex_hash(essence.as_bytes()), sender.email.domain())
}
