//! The catalogues: every message of each language, and where one is looked for that a language lacks.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::{Direction, German, Language};
use crate::wording;

/// A catalogue file of a language's folder.
macro_rules! file {
    ($folder:literal, $name:literal) => {
        include_str!(concat!("../../../locales/", $folder, "/", $name, ".ftl"))
    };
}

/// The files that every language has: what recipients see.
macro_rules! files {
    ($folder:literal $(, $more:literal)*) => {
        &[
            file!($folder, "common"),
            file!($folder, "tracking"),
            file!($folder, "account"),
            file!($folder, "help"),
            file!($folder, "mail"),
            $(file!($folder, $more),)*
        ]
    };
}

/// The messages of one language, read when they are first needed.
macro_rules! catalogue {
    ($name:ident, $language:ident, $files:expr) => {
        static $name: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(Language::$language, $files));
    };
}

/// Everything that is said in English.
const ENGLISH_FILES: &[&str] = files!("en", "dispatch", "driver", "privacy");

catalogue!(ENGLISH, English, ENGLISH_FILES);
catalogue!(GERMAN, German, files!("de", "dispatch", "driver", "privacy"));
catalogue!(GERMAN_DU, German, files!("de-du", "driver"));
catalogue!(FRENCH, French, files!("fr", "driver"));
catalogue!(SPANISH, Spanish, files!("es"));
catalogue!(ITALIAN, Italian, files!("it"));
catalogue!(DUTCH, Dutch, files!("nl"));
catalogue!(POLISH, Polish, files!("pl", "driver"));
catalogue!(TURKISH, Turkish, files!("tr", "driver"));
catalogue!(ARABIC, Arabic, files!("ar"));

/// The driver's messages that differ where German says "du".
pub(super) const DRIVER_DU: &str = file!("de-du", "driver");
/// The driver's messages in English.
pub(super) const DRIVER_ENGLISH: &str = file!("en", "driver");

/// The driver's messages, in the languages that have them.
pub(super) fn driver_file(language: Language) -> Option<&'static str> {
    match language {
        Language::English => Some(DRIVER_ENGLISH),
        Language::German => Some(file!("de", "driver")),
        Language::French => Some(file!("fr", "driver")),
        Language::Polish => Some(file!("pl", "driver")),
        Language::Turkish => Some(file!("tr", "driver")),
        _ => None,
    }
}

/// The files with every message, in English.
pub(crate) fn sources() -> &'static [&'static str] {
    ENGLISH_FILES
}

/// The words of a message: the operator's own, the language's own, else the English ones; its key where there are none, which a test rules
/// out.
pub(super) fn say(language: Language, german: German, key: &str, args: Option<&FluentArgs<'_>>) -> String {
    if let Some(own) = wording::say(language, key, args) {
        return own;
    }
    let variant = (language == Language::German && german == German::Du).then_some(&*GERMAN_DU);
    let found = variant.into_iter().chain([of(language), &*ENGLISH]);
    found.into_iter().find_map(|catalogue| catalogue.say(key, args)).unwrap_or_else(|| key.to_owned())
}

/// The catalogue of a language.
fn of(language: Language) -> &'static Catalogue {
    match language {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
        Language::French => &FRENCH,
        Language::Spanish => &SPANISH,
        Language::Italian => &ITALIAN,
        Language::Dutch => &DUTCH,
        Language::Polish => &POLISH,
        Language::Turkish => &TURKISH,
        Language::Arabic => &ARABIC,
    }
}

/// All messages of one language.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The files are part of the program and checked by the tests, so that one that does not parse is a broken build, or an
    /// operator's and read before.
    pub(crate) fn new(language: Language, files: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Numbers and names inside a sentence from right to left are set apart by marks, or their parts change places.
        // The other languages need none, and the marks would stand in titles and e-mails.
        bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
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

    /// The words of a message, where the catalogue has it.
    pub(crate) fn say(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}
