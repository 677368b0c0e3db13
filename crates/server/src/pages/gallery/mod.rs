//! Every state of every page, in every language that has its words: rendered, checked, and written to `target/gallery` to be looked at.

pub(super) mod builders;
mod dispatch;
mod embedded;
mod markup;
mod others;
mod parcels;
mod rules;

use std::path::Path;

use super::Language;
use super::reader::{Locale, Reader};
use jiff::tz::TimeZone;
use markup::Markup;

/// A page in one state and one language.
pub(super) struct Picture {
    /// The name of the state.
    name: &'static str,
    /// The language.
    tag: &'static str,
    /// The page.
    html: String,
}

/// How many filled buttons a page may have: one where there is something to do, none where there is not.
const WITHOUT_BUTTON: [&str; 36] = [
    "place-marked",
    "next-fixed",
    "neighbour-seen",
    "high-value",
    "high-value-code",
    "high-value-told",
    "high-value-locked",
    "delivered-to-recipient",
    "delivered-to-neighbour",
    "delivered-to-safe-place",
    "delivered-to-mailbox",
    "delivered-with-photo",
    "delivered-rated",
    "failed-reported",
    "failed-elsewhere",
    "pickup-ready",
    "failed-answered",
    "pickup",
    "failed",
    "other-carrier",
    "other-carrier-said",
    "other-carrier-failed",
    "other-carrier-delivered",
    "returned",
    "cancelled",
    "orders",
    "orders-together",
    "orders-empty",
    "sessions-alone",
    "calendar-given",
    "share",
    "share-accept",
    "share-unknown",
    "share-over",
    "sign-in-asked",
    "sign-in-over",
];
const WORDS_ONLY: [&str; 14] = [
    "accuracy",
    "accuracy-empty",
    "help",
    "help-visitor",
    "dispatch",
    "dispatch-reports",
    "dispatch-reports-none",
    "dispatch-empty",
    "dispatch-tour",
    "dispatch-tour-planned",
    "dispatch-tour-held",
    "dispatch-tour-ended",
    "visibility-reading",
    "driver",
];

fn reader(tag: &str) -> Reader {
    Reader {
        locale: Locale::from_tag(tag).unwrap(),
        zone: TimeZone::get("Europe/Monaco").unwrap(),
        now: "2026-11-24T12:52:40Z".parse().unwrap(),
    }
}

fn gallery() -> Vec<Picture> {
    Language::ALL.into_iter().flat_map(pictures).collect()
}

/// The pages of a language: of recipients in all of them, of dispatchers in those that have their words.
fn pictures(language: Language) -> Vec<Picture> {
    let tag = language.tag();
    let mut pictures = [parcels::pictures(tag), others::pictures(tag), others::told(tag)].concat();
    pictures.retain(|picture| picture.name != "driver" || language.has_drivers_words());
    if !language.is_draft() {
        pictures.extend([dispatch::pictures(tag), rules::pictures(tag)].concat());
    }
    pictures
}

impl Clone for Picture {
    fn clone(&self) -> Self {
        Self { name: self.name, tag: self.tag, html: self.html.clone() }
    }
}

#[test]
fn every_page_is_well_formed_and_safe() {
    for Picture { name, tag, html } in gallery() {
        let page = Markup::read(&html).unwrap_or_else(|error| panic!("{name} {tag}: {error}"));
        page.check().unwrap_or_else(|error| panic!("{name} {tag}: {error}"));
    }
}

#[test]
fn there_is_one_filled_button_where_there_is_something_to_do() {
    for Picture { name, tag, html } in gallery() {
        let page = Markup::read(&html).unwrap();
        let expected = usize::from(!WITHOUT_BUTTON.contains(&name) && !WORDS_ONLY.contains(&name));
        assert_eq!(page.filled_buttons(), expected, "{name} {tag}");
    }
}

#[test]
fn no_page_shows_a_key_instead_of_words() {
    for Picture { name, tag, html } in gallery() {
        let text = Markup::read(&html).unwrap().text();
        for word in text.split(|c: char| c.is_whitespace() || ".,:()".contains(c)) {
            let is_key = word.matches('-').count() >= 1
                && [
                    "hidden-", "status-", "outcome-", "because-", "flag-", "help-", "orders-", "choices-",
                    "map-",
                ]
                .iter()
                .any(|prefix| word.starts_with(prefix));
            assert!(!is_key, "{name} {tag}: {word}");
        }
    }
}

#[test]
fn no_german_word_stands_on_an_english_page_and_no_english_one_on_any_other() {
    for Picture { name, tag, html } in gallery() {
        let text = Markup::read(&html).unwrap().text();
        let foreign: &[&str] = match tag {
            "en" => &["Ihre ", "Stopps", "Zustellung", "zwischen", "Paket ", "nicht "],
            _ => &[" your ", "stops before", "between", " parcel ", " and ", "Arrives", "Log "],
        };
        for word in foreign {
            assert!(!text.contains(word), "{name} {tag}: {word:?} in {text}");
        }
    }
}

/// Where the pages lie to be looked at in a browser.
#[test]
fn the_pages_are_written_to_be_looked_at() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/gallery"));
    std::fs::create_dir_all(folder).unwrap();
    for Picture { name, tag, html } in gallery() {
        std::fs::write(folder.join(format!("{name}.{tag}.html")), html).unwrap();
    }
}
