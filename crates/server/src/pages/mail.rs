//! The words of e-mails: as few as a reader needs, in their language.
//!
//! A mail may be read by anyone who passes the screen. So it names neither address nor sender nor content, and its one
//! link leads to the page that the recipient knows already, or signs in whoever asked for it just before; nothing is
//! ever asked for by mail.

use doorstep_domain::ParcelKind;
use doorstep_store::MessageKind;

use super::reader::Reader;

/// An e-mail, ready to be sent.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mail {
    /// The subject.
    pub(crate) subject: String,
    /// The text, in plain lines.
    pub(crate) body: String,
}

/// Writes the message of a kind about a parcel. The operator is named so that the reader knows who writes; without a
/// link (no public address is configured) the mail says where to look instead.
pub(crate) fn compose(
    message: MessageKind,
    kind: ParcelKind,
    operator: &str,
    reader: &Reader,
    link: Option<&str>,
) -> Mail {
    let (subject, text) = match message {
        MessageKind::MapOpen => ("mail-map-open-subject", "mail-map-open-text"),
        MessageKind::Delivered => ("mail-delivered-subject", "mail-delivered-text"),
        MessageKind::Failed => ("mail-failed-subject", "mail-failed-text"),
    };
    let gift = (kind == ParcelKind::Gift).then(|| reader.say("mail-gift").into_owned());
    let look = match link {
        Some(link) => with_link("mail-link", link, reader),
        None => reader.say("mail-no-link").into_owned(),
    };
    let why = reader.say_with("mail-why", [("operator", operator.into())]);
    let paragraphs = [Some(reader.say(text).into_owned()), gift, Some(look), Some(why)];
    Mail {
        subject: reader.say_with(subject, [("operator", operator.into())]),
        body: paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\r\n\r\n") + "\r\n",
    }
}

/// Writes the message to whoever ordered a parcel for someone else that it was delivered: not to whom, where or when.
pub(crate) fn compose_bought(operator: &str, reader: &Reader, link: Option<&str>) -> Mail {
    let look = match link {
        Some(link) => with_link("mail-bought-link", link, reader),
        None => reader.say("mail-bought-no-link").into_owned(),
    };
    let why = reader.say_with("mail-bought-why", [("operator", operator.into())]);
    let paragraphs = [reader.say("mail-bought-text").into_owned(), look, why];
    Mail {
        subject: reader.say_with("mail-bought-subject", [("operator", operator.into())]),
        body: paragraphs.join("\r\n\r\n") + "\r\n",
    }
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

    #[test]
    fn every_message_is_written_in_every_language() {
        for tag in languages() {
            for message in MessageKind::ALL {
                let link = "https://track.example/parcels/1";
                let mail =
                    compose(message, ParcelKind::Ordinary, "Example Express", &reader(tag), Some(link));
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
                let mail = compose(message, ParcelKind::Gift, "Example Express", &reader(tag), None);
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
        let mail = compose(MessageKind::Failed, ParcelKind::Ordinary, "Example Express", &reader("en"), None);
        assert_eq!(format!("{mail:?}"), "Mail(..)");
    }
}
