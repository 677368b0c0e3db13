//! The words of e-mails: as few as a reader needs, in their language.
//!
//! A mail may be read by anyone who passes the screen. So it names neither address nor sender nor content, and its one
//! link leads to the page that the recipient knows already, or signs in whoever asked for it just before; nothing is
//! ever asked for by mail.

use doorstep_domain::ParcelKind;
use doorstep_domain::view::Delay;
use doorstep_store::MessageKind;

use super::reader::Reader;
use super::tracking::because;

/// An e-mail, ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mail {
    /// The subject.
    pub(crate) subject: String,
    /// The text, in plain lines.
    pub(crate) body: String,
}

/// Subject and text of a message about a parcel, the same by every channel. The operator is named so that the reader knows
/// who writes.
pub(crate) fn said(
    message: MessageKind,
    delay: Option<Delay>,
    operator: &str,
    reader: &Reader,
) -> (String, String) {
    let (subject, text) = match message {
        MessageKind::Announced => ("mail-announced-subject", "mail-announced-text"),
        MessageKind::OutForDelivery => ("mail-out-subject", "mail-out-text"),
        MessageKind::MapOpen => ("mail-map-open-subject", "mail-map-open-text"),
        MessageKind::Next => ("mail-next-subject", "mail-next-text"),
        MessageKind::Delayed => ("mail-delayed-subject", "mail-delayed-text"),
        MessageKind::Delivered => ("mail-delivered-subject", "mail-delivered-text"),
        MessageKind::Failed => ("mail-failed-subject", "mail-failed-text"),
    };
    let text = match delay {
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

/// Writes the message of a kind about a parcel. Without a link (no public address is configured) the mail says where to
/// look instead.
pub(crate) fn compose(
    message: MessageKind,
    delay: Option<Delay>,
    kind: ParcelKind,
    operator: &str,
    reader: &Reader,
    link: Option<&str>,
) -> Mail {
    let (subject, text) = said(message, delay, operator, reader);
    let gift = (kind == ParcelKind::Gift).then(|| reader.say("mail-gift").into_owned());
    let look = match link {
        Some(link) => with_link("mail-link", link, reader),
        None => reader.say("mail-no-link").into_owned(),
    };
    let why = reader.say_with("mail-why", [("operator", operator.into())]);
    let paragraphs = [Some(text), gift, Some(look), Some(why)];
    Mail { subject, body: paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\r\n\r\n") + "\r\n" }
}

/// Writes the message to whoever ordered a parcel for someone else that it was delivered: not to whom, where or when.
pub(crate) fn compose_bought(operator: &str, reader: &Reader, link: Option<&str>) -> Mail {
    let look = match link {
        Some(link) => with_link("mail-bought-link", link, reader),
        None => reader.say("mail-bought-no-link").into_owned(),
    };
    let why = reader.say_with("mail-bought-why", [("operator", operator.into())]);
    let (subject, text) = said_bought(operator, reader);
    Mail { subject, body: [text, look, why].join("\r\n\r\n") + "\r\n" }
}

/// Writes the message that holds a link to sign in with. A mail server may break long lines, so the link has its own.
pub(crate) fn compose_sign_in(operator: &str, reader: &Reader, link: &str) -> Mail {
    let text = reader.say("mail-sign-in-text");
    let why = reader.say_with("mail-sign-in-why", [("operator", operator.into())]);
    Mail {
        subject: reader.say_with("mail-sign-in-subject", [("operator", operator.into())]),
        body: format!("{text}\r\n\r\n{link}\r\n\r\n{why}\r\n"),
    }
}

/// A message that ends with a link, without the marks that set words apart in lines from right to left: a mail program
/// would take them for a part of it.
fn with_link(key: &str, link: &str, reader: &Reader) -> String {
    reader.say_with(key, [("link", link.into())]).replace(['\u{2068}', '\u{2069}'], "")
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mail(..)")
    }
}

#[cfg(test)]
mod tests {
    use doorstep_domain::{Because, Window};
    use jiff::tz::TimeZone;

    use super::*;
    use crate::pages::languages;
    use crate::pages::reader::Locale;

    fn reader(tag: &str) -> Reader {
        Reader {
            locale: Locale::from_tag(tag).unwrap(),
            zone: TimeZone::UTC,
            now: "2026-11-24T12:00:00Z".parse().unwrap(),
        }
    }

    /// The delay of the message that tells one.
    fn late(message: MessageKind) -> Option<Delay> {
        let at = |text: &str| text.parse().unwrap();
        let window = Window { from: at("2026-11-24T13:10:00Z"), until: at("2026-11-24T13:35:00Z") };
        let delay = Delay { step: 1, window: Some(window), because: Some(Because::Resequenced) };
        (message == MessageKind::Delayed).then_some(delay)
    }

    #[test]
    fn a_delay_is_told_with_its_window_and_its_reason() {
        let told = |tag, delay| said(MessageKind::Delayed, Some(delay), "Example Express", &reader(tag)).1;
        let delay = late(MessageKind::Delayed).unwrap();
        assert_eq!(
            told("en", delay),
            "It comes later than planned: today between 13:10 and 13:35. The order of the stops was changed."
        );
        assert!(told("de", delay).contains("heute zwischen 13:10 und 13:35"), "{}", told("de", delay));
        let unknown = Delay { window: None, because: None, ..delay };
        assert_eq!(
            told("en", unknown),
            "It comes later than planned. When, stands on its page as soon as it is known."
        );
    }

    #[test]
    fn every_message_is_written_in_every_language() {
        for tag in languages() {
            for message in MessageKind::ALL {
                let link = "https://track.example/parcels/1";
                let mail = compose(
                    message,
                    late(message),
                    ParcelKind::Ordinary,
                    "Example Express",
                    &reader(tag),
                    Some(link),
                );
                assert!(
                    mail.subject.contains("Example Express") && !mail.subject.contains(['\r', '\n']),
                    "{tag}"
                );
                assert_eq!(mail.body.matches(link).count(), 1, "{tag}");
                assert_eq!(mail.body.matches("http").count(), 1, "{tag}: no other link");
                assert!(mail.body.lines().any(|line| line.ends_with(link)), "{tag}: nothing behind the link");
                assert!(
                    mail.body.lines().all(|line| line.len() < 900),
                    "{tag}: lines that every server takes"
                );
            }
        }
    }

    #[test]
    fn a_link_to_sign_in_with_stands_on_a_line_of_its_own() {
        let link = "https://track.example/login/link/x";
        for tag in languages() {
            let mail = compose_sign_in("Example Express", &reader(tag), link);
            assert!(mail.subject.contains("Example Express"), "{tag}");
            assert_eq!(mail.body.lines().filter(|line| *line == link).count(), 1, "{tag}");
            assert!(mail.body.contains("15"), "{tag}: how long it is worth something");
        }
    }

    #[test]
    fn a_buyer_is_told_that_it_was_delivered_and_where_their_own_list_is() {
        for tag in languages() {
            let mail = compose_bought("Example Express", &reader(tag), Some("https://track.example/orders"));
            assert!(mail.subject.contains("Example Express"), "{tag}");
            assert_eq!(mail.body.matches("http").count(), 1, "{tag}: no other link");
            let without = compose_bought("Example Express", &reader(tag), None);
            assert!(!without.body.contains("http"), "{tag}");
        }
    }

    #[test]
    fn nothing_is_asked_for_by_mail() {
        for tag in ["en", "de"] {
            for message in MessageKind::ALL {
                let mail =
                    compose(message, late(message), ParcelKind::Gift, "Example Express", &reader(tag), None);
                let text = format!("{} {}", mail.subject, mail.body).to_lowercase();
                for word in [
                    "password",
                    "passwort",
                    "fee",
                    "gebühr",
                    "pay",
                    "zahl",
                    "confirm your",
                    "bestätigen",
                    "!",
                ] {
                    assert!(!text.contains(word), "{tag}: {word}");
                }
            }
        }
    }

    #[test]
    fn no_one_reads_a_mail_in_a_log() {
        let mail =
            compose(MessageKind::Failed, None, ParcelKind::Ordinary, "Example Express", &reader("en"), None);
        assert_eq!(format!("{mail:?}"), "Mail(..)");
    }
}
