//! From a message in the outbox to an e-mail, in the recipient's language.

use doorstep_store::{Account, Message as Queued, Topic};
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};
use url::Url;

use crate::access::make_link;
use crate::error::ApiError;
use crate::messages::{Saying, Told, Worth, addressee, name, page, reader, told};
use crate::pages::mail::{Mail, Writing, compose, compose_bought, compose_sign_in};
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
            let link = page(shared.settings.public_url.as_ref(), told.saying);
            let mail = mail(&told, link.as_ref());
            letter(message, sender, &told.account, mail, &told.reader.lang())
        }
        Worth::Later => Written::Later,
        Worth::Never => Written::Never,
    })
}

/// What is written to someone who is told this.
pub(crate) fn mail(told: &Told, link: Option<&Url>) -> Mail {
    let link = link.map(Url::as_str);
    let writing = Writing { operator: &told.operator.name, reader: &told.reader, link };
    match told.saying {
        Saying::Parcel { about, .. } => compose(about, writing),
        Saying::Bought => compose_bought(writing),
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
    let link =
        shared.settings.public_url.as_ref().and_then(|url| url.join(&format!("/login/link/{token}")).ok());
    let mail = link.map(|link| compose_sign_in(&operator.name, &reader, link.as_str()));
    Ok(mail.map(|mail| (account, mail, reader.lang())))
}

fn letter(message: &Queued, sender: &Mailbox, account: &Account, mail: Mail, language: &str) -> Written {
    let Ok(address) = account.email.reveal().parse() else { return Written::Never };
    let built = headers(Message::builder(), language)
        .message_id(Some(format!("<{}@{}>", name(message), sender.email.domain())))
        .from(sender.clone())
        .to(Mailbox::new(None, address))
        .subject(mail.subject)
        .multipart(MultiPart::alternative_plain_html(mail.body, mail.html));
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
