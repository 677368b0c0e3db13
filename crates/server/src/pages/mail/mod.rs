//! The words of e-mails: as few as a reader needs, in their language.
//!
//! A mail may be read by anyone who passes the screen. So it names neither address nor sender nor content, and its one
//! link leads to the page that the recipient knows already, or signs in whoever asked for it just before; nothing is
//! ever asked for by mail. Each says the same twice: in plain lines, and as a page without pictures ([`letter`]). What
//! programs read of a delivery ([`markup`]) holds no more than the words do.

mod letter;
mod markup;
#[cfg(test)]
mod tests;

use doorstep_domain::view::Delay;
use doorstep_domain::{ParcelKind, Window};
use doorstep_store::MessageKind;

use super::reader::Reader;
use super::tracking::because;
use letter::{Paragraph, lay_out};

/// An e-mail, ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mail {
    /// The subject.
    pub(crate) subject: String,
    /// The text, in plain lines.
    pub(crate) body: String,
    /// The same text as a page.
    pub(crate) html: String,
}

/// What is told of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct About {
    /// What may be said about it.
    pub(crate) of: ParcelKind,
    /// What happened.
    pub(crate) kind: MessageKind,
    /// How late it is, where that is what is told.
    pub(crate) delay: Option<Delay>,
    /// When it is to come, where its page says so.
    pub(crate) arrival: Option<Window>,
}

/// Who writes to whom, and where what is written leads: without a public address, nowhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Writing<'a> {
    /// The name of the operator, so that the reader knows who writes.
    pub(crate) operator: &'a str,
    /// Who reads.
    pub(crate) reader: &'a Reader,
    /// The page that is linked.
    pub(crate) link: Option<&'a str>,
}

/// Subject and text of a message about a parcel, the same by every channel.
pub(crate) fn said(about: About, operator: &str, reader: &Reader) -> (String, String) {
    let (subject, text) = match about.kind {
        MessageKind::Announced => ("mail-announced-subject", "mail-announced-text"),
        MessageKind::OutForDelivery => ("mail-out-subject", "mail-out-text"),
        MessageKind::MapOpen => ("mail-map-open-subject", "mail-map-open-text"),
        MessageKind::Next => ("mail-next-subject", "mail-next-text"),
        MessageKind::Delayed => ("mail-delayed-subject", "mail-delayed-text"),
        MessageKind::Delivered => ("mail-delivered-subject", "mail-delivered-text"),
        MessageKind::Failed => ("mail-failed-subject", "mail-failed-text"),
    };
    let text = match about.delay {
        Some(delay) => late(delay, reader),
        None => reader.say(text).into_owned(),
    };
    (reader.say_with(subject, [("operator", operator.into())]), text)
}

/// Subject and text of the message to whoever ordered a parcel for someone else.
pub(crate) fn said_bought(operator: &str, reader: &Reader) -> (String, String) {
    let subject = reader.say_with("mail-bought-subject", [("operator", operator.into())]);
    (subject, reader.say("mail-bought-text").into_owned())
}

/// When it comes now, and why.
fn late(delay: Delay, reader: &Reader) -> String {
    let when = match delay.window {
        Some(window) => {
            let (from, until) = (reader.time(window.from), reader.time(window.until));
            let day = reader.day_inline(window.from);
            let args = [("day", day.into()), ("from", from.into()), ("until", until.into())];
            reader.say_with("mail-delayed-window", args)
        }
        None => reader.say("mail-delayed-text").into_owned(),
    };
    match delay.because {
        Some(why) => format!("{when} {}", because(why, reader)),
        None => when,
    }
}

/// Writes the message about a parcel. Without a link the mail says where to look instead.
pub(crate) fn compose(about: About, writing: Writing<'_>) -> Mail {
    let Writing { operator, reader, link } = writing;
    let (subject, text) = said(about, operator, reader);
    let markup = link.map(|link| markup::of(about, &text, link, writing));
    let gift = (about.of == ParcelKind::Gift).then(|| Paragraph::of(reader.say("mail-gift")));
    let look = look("mail-link", "mail-no-link", writing);
    let why = Paragraph::of(reader.say_with("mail-why", [("operator", operator.into())]));
    let paragraphs: Vec<Paragraph> =
        [Some(Paragraph::of(text)), gift, Some(look), Some(why)].into_iter().flatten().collect();
    lay_out(subject, &paragraphs, markup, writing)
}

/// Writes the message to whoever ordered a parcel for someone else that it was delivered: not to whom, where or when.
pub(crate) fn compose_bought(writing: Writing<'_>) -> Mail {
    let Writing { operator, reader, .. } = writing;
    let look = look("mail-bought-link", "mail-bought-no-link", writing);
    let why = Paragraph::of(reader.say_with("mail-bought-why", [("operator", operator.into())]));
    let (subject, text) = said_bought(operator, reader);
    lay_out(subject, &[Paragraph::of(text), look, why], None, writing)
}

/// Writes the message that holds a link to sign in with. A mail server may break long lines, so the link has its own.
pub(crate) fn compose_sign_in(operator: &str, reader: &Reader, link: &str) -> Mail {
    let text = Paragraph::of(reader.say("mail-sign-in-text"));
    let why = Paragraph::of(reader.say_with("mail-sign-in-why", [("operator", operator.into())]));
    let subject = reader.say_with("mail-sign-in-subject", [("operator", operator.into())]);
    let writing = Writing { operator, reader, link: Some(link) };
    lay_out(subject, &[text, Paragraph::link(link), why], None, writing)
}

/// Where there is more to read.
fn look(with: &str, without: &str, writing: Writing<'_>) -> Paragraph {
    match writing.link {
        Some(link) => Paragraph::around(with, link, writing.reader),
        None => Paragraph::of(writing.reader.say(without)),
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(..)")
    }
}
