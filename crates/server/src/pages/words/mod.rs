//! The words: the languages of the pages, and what each says.
//!
//! The files stand in `locales/`. English and German are complete; the others are drafts: what recipients see is
//! written, the rest is English until somebody writes it. To add a language: its folder, a variant of [`Language`], a
//! line in each of its tables, a line in [`catalogue`]; the tests then hold its messages against the English ones.

mod catalogue;
mod read;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

pub(crate) use catalogue::{Catalogue, sources};
pub(crate) use read::{Message, Unreadable, read};

/// A language that the pages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Language {
    /// English, also for everyone whose language is not there.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Italian.
    Italian,
    /// Dutch.
    Dutch,
    /// Polish.
    Polish,
    /// Turkish.
    Turkish,
    /// Arabic.
    Arabic,
}

/// How German speaks to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum German {
    /// With "Sie", as to strangers.
    #[default]
    Sie,
    /// With "du", as among friends.
    Du,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

/// The tags of the languages that the pages speak, drafts among them.
pub fn languages() -> impl Iterator<Item = &'static str> {
    Language::ALL.into_iter().map(Language::tag)
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub(crate) const ALL: [Self; 9] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Italian,
        Self::Dutch,
        Self::Polish,
        Self::Turkish,
        Self::Arabic,
    ];

    /// The languages that have every word.
    pub(crate) const COMPLETE: [Self; 2] = [Self::English, Self::German];

    /// Its BCP 47 tag, without a region.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Polish => "pl",
            Self::Turkish => "tr",
            Self::Arabic => "ar",
        }
    }

    /// The language with this primary subtag.
    pub(crate) fn from_primary(primary: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Whether its words are a draft, which nobody who speaks it has read over yet.
    pub(crate) fn is_draft(self) -> bool {
        !Self::COMPLETE.contains(&self)
    }

    /// The way it is written.
    pub(crate) fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }

    /// Whether it has the words of the driver's page.
    pub(crate) fn has_drivers_words(self) -> bool {
        catalogue::driver_file(self).is_some()
    }

    /// The catalogue of the driver's page, which speaks by itself. Of a message that stands twice, the first holds.
    pub(crate) fn driver_file(self, german: German) -> String {
        let file = catalogue::driver_file(self).unwrap_or(catalogue::DRIVER_ENGLISH);
        match (self, german) {
            (Self::German, German::Du) => format!("{}\n{file}", catalogue::DRIVER_DU),
            _ => file.to_owned(),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::German => langid!("de"),
            Self::French => langid!("fr"),
            Self::Spanish => langid!("es"),
            Self::Italian => langid!("it"),
            Self::Dutch => langid!("nl"),
            Self::Polish => langid!("pl"),
            Self::Turkish => langid!("tr"),
            Self::Arabic => langid!("ar"),
        }
    }

    /// The words of a message.
    pub(crate) fn say(self, key: &str) -> Cow<'static, str> {
        self.say_as(German::Sie, key)
    }

    /// The words of a message with its arguments.
    pub(crate) fn say_with<'a>(
        self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        self.say_as_with(German::Sie, key, args)
    }

    /// The words of a message, in German spoken to people so.
    pub(crate) fn say_as(self, german: German, key: &str) -> Cow<'static, str> {
        Cow::Owned(catalogue::say(self, german, key, None))
    }

    /// The words of a message with its arguments, in German spoken to people so.
    pub(crate) fn say_as_with<'a>(
        self,
        german: German,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        let args: FluentArgs<'a> = args.into_iter().collect();
        catalogue::say(self, german, key, Some(&args))
    }
}
