//! An operator's own words: messages of ours that they say otherwise.
//!
//! They are read once, when the server starts, and hold for the process as our own catalogues do. What they cannot say is
//! refused there, so that no page lacks a word later.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::FluentArgs;
use thiserror::Error;

use crate::pages::words::{Catalogue, Language, Message, Unreadable, read, sources};

static OWN: OnceLock<OwnWords> = OnceLock::new();

/// What is wrong with an operator's words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadWords {
    /// The pages speak no such language.
    #[error("there is no language {0:?}; files are named after the tags of languages, such as en.ftl")]
    NoLanguage(String),
    /// The text is not Fluent.
    #[error("line {line} cannot be read; a message is a key, an equals sign and its words")]
    Unreadable {
        /// The line.
        line: usize,
    },
    /// There is no message to say otherwise.
    #[error("there is no message {0:?}; the keys are those of the catalogues in `crates/server/locales`")]
    NoMessage(String),
    /// It says something that it is not told.
    #[error("{key} says ${argument}, which it is not told; it is told {told}")]
    NoArgument {
        /// The message.
        key: String,
        /// What it says.
        argument: String,
        /// What it could say.
        told: String,
    },
    /// The driver's app brings its words along, and they are not the operator's to change.
    #[error("{0} is a message of the driver's app, which keeps its own words")]
    OfDrivers(String),
}

/// Messages in an operator's own words, by language.
#[derive(Default)]
pub struct OwnWords(BTreeMap<Language, Catalogue>);

impl std::fmt::Debug for OwnWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("OwnWords").field(&self.0.keys().collect::<Vec<_>>()).finish()
    }
}

impl OwnWords {
    /// Adds the messages of a language, named by its tag.
    ///
    /// # Errors
    /// Everything that is wrong with them; nothing is added then.
    pub fn add(&mut self, tag: &str, text: &str) -> Result<(), Vec<BadWords>> {
        let language = Language::ALL.into_iter().find(|language| language.tag() == tag);
        let language = language.ok_or_else(|| vec![BadWords::NoLanguage(tag.to_owned())])?;
        let own = read(text)
            .map_err(|unreadable| unreadable.into_iter().map(BadWords::from).collect::<Vec<_>>())?;
        let known = known();
        let bad: Vec<BadWords> =
            own.iter().filter_map(|(key, said)| check(key, said, known.get(key))).collect();
        if !bad.is_empty() {
            return Err(bad);
        }
        self.0.insert(language, Catalogue::new(language, &[text]));
        Ok(())
    }

    /// Has them said from now on, by every page of this process. What was set first stays.
    pub fn install(self) {
        if OWN.set(self).is_err() {
            tracing::warn!("the operator's own words were set before and stay as they are");
        }
    }

    fn say(&self, language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        self.0.get(&language)?.say(key, args)
    }
}

/// The operator's words for a message, where they have any.
pub(crate) fn say(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    OWN.get()?.say(language, key, args)
}

/// Every message of ours, with what it is told.
fn known() -> BTreeMap<String, Message> {
    sources().iter().flat_map(|file| read(file).unwrap_or_default()).collect()
}

fn check(key: &str, said: &Message, ours: Option<&Message>) -> Option<BadWords> {
    if key.starts_with("driver-") {
        return Some(BadWords::OfDrivers(key.to_owned()));
    }
    let Some(ours) = ours else { return Some(BadWords::NoMessage(key.to_owned())) };
    let argument = said.arguments.difference(&ours.arguments).next()?.clone();
    let told: Vec<String> = ours.arguments.iter().map(|name| format!("${name}")).collect();
    let told = if told.is_empty() { "nothing".to_owned() } else { told.join(", ") };
    Some(BadWords::NoArgument { key: key.to_owned(), argument, told })
}

impl From<Unreadable> for BadWords {
    fn from(Unreadable { line }: Unreadable) -> Self {
        Self::Unreadable { line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_operators_words_and_the_rest_in_ours() {
        let mut own = OwnWords::default();
        own.add("en", "choices-title = Out and about?\nchoices-seen = Seen at { $time }, thank you.")
            .unwrap();
        assert_eq!(own.say(Language::English, "choices-title", None).as_deref(), Some("Out and about?"));
        let mut args = FluentArgs::new();
        args.set("time", "13:31");
        let seen = own.say(Language::English, "choices-seen", Some(&args));
        assert_eq!(seen.as_deref(), Some("Seen at 13:31, thank you."));
        assert_eq!(own.say(Language::English, "choices-save", None), None);
        assert_eq!(own.say(Language::German, "choices-title", None), None);
    }

    #[test]
    fn what_no_page_could_say_is_refused_and_all_of_it_told() {
        let mut own = OwnWords::default();
        let bad = |own: &mut OwnWords, tag: &str, text: &str| own.add(tag, text).unwrap_err();
        assert_eq!(bad(&mut own, "xx", ""), [BadWords::NoLanguage("xx".to_owned())]);
        assert_eq!(bad(&mut own, "en", "choices-title = fine\n= what"), [BadWords::Unreadable { line: 2 }]);
        let text =
            "choices-titel = x\nchoices-seen = { $address }\ndriver-navigate = Go\nchoices-save = { $time }";
        let told: Vec<String> = bad(&mut own, "en", text).iter().map(ToString::to_string).collect();
        assert!(told[0].starts_with("choices-save says $time, which it is not told; it is told nothing"));
        assert!(told[1].starts_with("choices-seen says $address, which it is not told; it is told $time"));
        assert!(told[2].starts_with("there is no message \"choices-titel\""), "{told:?}");
        assert!(told[3].starts_with("driver-navigate is a message of the driver's app"));
        assert_eq!(own.say(Language::English, "choices-title", None), None, "nothing is added");
    }
}
