//! The catalogues: every word on a page, in each language.
//!
//! The files stand in `locales/`. To add a language: add its folder, a variant of [`Language`], and a line to
//! [`Language::ALL`]; the tests then compare its keys and arguments with English.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language that the pages speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) enum Language {
    /// English, also for everyone whose language is not there.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// Every language.
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its BCP 47 tag, without a region.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language with this primary subtag.
    pub(crate) fn from_primary(primary: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::English => langid!("en"),
            Self::German => langid!("de"),
        }
    }

    /// The catalogue of the driver's page, which speaks by itself.
    pub(crate) fn driver_file(self) -> &'static str {
        match self {
            Self::English => include_str!("../../locales/en/driver.ftl"),
            Self::German => include_str!("../../locales/de/driver.ftl"),
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }

    /// The words of a message.
    pub(crate) fn say(self, key: &str) -> Cow<'static, str> {
        self.catalogue().say(key, None)
    }

    /// The words of a message with its arguments.
    pub(crate) fn say_with<'a>(
        self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        let args: FluentArgs<'a> = args.into_iter().collect();
        self.catalogue().say(key, Some(&args)).into_owned()
    }
}

/// The catalogue files of a language.
macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("../../locales/", $language, "/common.ftl")),
            include_str!(concat!("../../locales/", $language, "/tracking.ftl")),
            include_str!(concat!("../../locales/", $language, "/account.ftl")),
            include_str!(concat!("../../locales/", $language, "/help.ftl")),
            include_str!(concat!("../../locales/", $language, "/mail.ftl")),
            include_str!(concat!("../../locales/", $language, "/dispatch.ftl")),
            include_str!(concat!("../../locales/", $language, "/driver.ftl")),
            include_str!(concat!("../../locales/", $language, "/privacy.ftl")),
        ]
    };
}

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::English, &files!("en")));
static GERMAN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::German, &files!("de")));

/// All messages of one language.
struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The files are part of the program and checked by the tests, so one that does not parse is a broken build.
    fn new(language: Language, files: &[&'static str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Both languages run from left to right, and the marks would stand in titles and e-mails.
        bundle.set_use_isolating(false);
        for file in files {
            let resource =
                FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(readable, _errors)| readable);
            if let Err(errors) = bundle.add_resource(resource) {
                tracing::error!(
                    language = language.tag(),
                    ?errors,
                    "a message stands twice in the catalogue"
                );
            }
        }
        Self { bundle }
    }

    /// The words of a message; its key where the catalogue lacks it, which a test rules out.
    fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return Cow::Owned(key.to_owned());
        };
        let mut errors = Vec::new();
        Cow::Owned(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use super::*;

    type Arguments = BTreeSet<String>;

    /// The keys of a language's files with the arguments that each message takes.
    fn keys(language: Language) -> BTreeMap<String, Arguments> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.tag());
        let mut keys = BTreeMap::<String, Arguments>::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let mut current = String::new();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                    current = key.to_owned();
                    assert!(
                        keys.insert(current.clone(), Arguments::new()).is_none(),
                        "{current} stands twice"
                    );
                }
                let arguments = keys.entry(current.clone()).or_default();
                arguments.extend(
                    line.split("{ $")
                        .skip(1)
                        .filter_map(|rest| rest.split([' ', '}']).next().map(str::to_owned)),
                );
            }
        }
        keys.remove("");
        keys
    }

    /// Arguments that are numbers; all others are words.
    const NUMBERS: [&str; 5] = ["count", "weekday", "month", "minutes", "percent"];

    #[test]
    fn every_language_has_the_same_keys_with_the_same_arguments() {
        let english = keys(Language::English);
        assert!(english.len() > 150, "only {} messages were found", english.len());
        for language in Language::ALL {
            let own = keys(language);
            for (key, arguments) in &english {
                assert_eq!(own.get(key), Some(arguments), "{key} in {}", language.tag());
            }
            assert_eq!(own.len(), english.len(), "{} has keys that English lacks", language.tag());
        }
    }

    #[test]
    fn every_message_formats_with_its_arguments() {
        for language in Language::ALL {
            for (key, arguments) in keys(language) {
                for number in [0, 1, 7] {
                    let mut args = FluentArgs::new();
                    for name in &arguments {
                        let is_number = NUMBERS.contains(&name.as_str());
                        let value =
                            if is_number { FluentValue::from(number) } else { FluentValue::from("x") };
                        args.set(name.clone(), value);
                    }
                    let bundle = &language.catalogue().bundle;
                    let pattern = bundle.get_message(&key).unwrap().value().unwrap();
                    let mut errors = Vec::new();
                    let words = bundle.format_pattern(pattern, Some(&args), &mut errors);
                    assert!(errors.is_empty(), "{key}: {errors:?}");
                    assert!(!words.contains('{') && !words.trim().is_empty(), "{key}: {words}");
                }
            }
        }
    }

    #[test]
    fn every_key_is_used_and_every_used_key_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut sources = String::new();
        for folder in ["src", "templates"] {
            collect(&root.join(folder), &mut sources);
        }
        let mut driver = String::new();
        collect(&root.join("../../web/src/driver"), &mut driver);
        let english = keys(Language::English);
        for key in english.keys() {
            let quoted = format!("\"{key}\"");
            let is_used = sources.contains(&quoted) || is_made(key, &sources) || is_said(key, &driver);
            assert!(is_used, "{key} is used nowhere");
        }
        for call in ["say(\"", "say_with(\""] {
            for rest in sources.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                assert!(english.contains_key(key) || key == ", ", "{key} is not in the catalogue");
            }
        }
    }

    /// Whether a key is made of its beginning and the name of something.
    fn is_made(key: &str, sources: &str) -> bool {
        let is_made_of = |beginning: &str| sources.contains(&format!("format!(\"{beginning}-{{"));
        key.match_indices('-').any(|(end, _)| is_made_of(&key[..end]))
    }

    /// Whether the driver's script says a message: by its key, which it writes without the prefix, or by a key that it
    /// makes of its beginning and a word of the interface.
    fn is_said(key: &str, script: &str) -> bool {
        let Some(key) = key.strip_prefix("driver-") else { return false };
        let is_made_of = |beginning: &str| {
            script.contains(&format!("key(\"{beginning}\"")) || script.contains(&format!("`{beginning}-${{"))
        };
        script.contains(&format!("\"{key}\""))
            || key.match_indices('-').any(|(end, _)| is_made_of(&key[..end]))
    }

    fn collect(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, into);
            } else {
                into.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn counts_are_worded_by_each_language() {
        let stops =
            |language: Language, count: i64| language.say_with("stops-before", [("count", count.into())]);
        assert_eq!(stops(Language::English, 0), "You are next");
        assert_eq!(stops(Language::English, 1), "1 stop before you");
        assert_eq!(stops(Language::German, 3), "Noch 3 Stopps vor Ihnen");
    }
}
