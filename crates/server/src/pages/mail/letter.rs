//! A mail as it is laid out: in plain lines, and as a page.
//!
//! The page loads nothing, neither pictures nor scripts, so that opening it tells nobody. Its colours are those of the other
//! pages, in the light and in the dark. A link is written out, so that everyone sees where it leads.

use askama::Template;

use super::{Mail, Writing};
use crate::pages::reader::Reader;

/// What stands between two empty lines: words around a link, or without one.
pub(super) struct Paragraph {
    before: String,
    link: Option<String>,
    after: String,
}

/// The page.
#[derive(Template)]
#[template(path = "mail/letter.html")]
struct Page<'a> {
    reader: &'a Reader,
    operator: &'a str,
    subject: &'a str,
    lead: &'a Paragraph,
    rest: &'a [Paragraph],
    /// What programs read, which no text can end.
    markup: Option<String>,
}

impl Paragraph {
    /// Words.
    pub(super) fn of(words: impl Into<String>) -> Self {
        Self { before: words.into(), link: None, after: String::new() }
    }

    /// A link alone.
    pub(super) fn link(link: &str) -> Self {
        Self { before: String::new(), link: Some(link.to_owned()), after: String::new() }
    }

    /// The words of a key around a link, without the marks that set words apart in lines from right to left: a mail program
    /// would take them for a part of it.
    pub(super) fn around(key: &str, link: &str, reader: &Reader) -> Self {
        let said = reader.say_with(key, [("link", link.into())]).replace(['\u{2068}', '\u{2069}'], "");
        match said.split_once(link) {
            Some((before, after)) => {
                Self { before: before.to_owned(), link: Some(link.to_owned()), after: after.to_owned() }
            }
            None => Self::of(said),
        }
    }

    fn plain(&self) -> String {
        format!("{}{}{}", self.before, self.link.as_deref().unwrap_or_default(), self.after)
    }
}

/// Both forms of a mail. The first paragraph is what it says, the last why it is sent.
pub(super) fn lay_out(
    subject: String,
    paragraphs: &[Paragraph],
    markup: Option<String>,
    writing: Writing<'_>,
) -> Mail {
    let plain: Vec<String> = paragraphs.iter().map(Paragraph::plain).collect();
    let body = plain.join("\r\n\r\n") + "\r\n";
    let html = match paragraphs.split_first() {
        Some((lead, rest)) => {
            let Writing { operator, reader, .. } = writing;
            Page { reader, operator, subject: &subject, lead, rest, markup }.render().unwrap_or_else(
                |error| {
                    tracing::error!(%error, "a mail cannot be drawn as a page");
                    String::new()
                },
            )
        }
        None => String::new(),
    };
    Mail { subject, body, html }
}
