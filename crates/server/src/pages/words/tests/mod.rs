//! The catalogues are held against the English one, and against the pages that speak by them.

mod outside;
mod read;

use std::collections::BTreeSet;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentValue};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::langid;

use super::{German, Language, catalogue};
use read::{Messages, files, folder, messages};

/// The folder in which German says "du".
const DU: &str = "de-du";
/// Arguments that are numbers; all others are words.
const NUMBERS: [&str; 6] = ["count", "day", "weekday", "month", "minutes", "percent"];
/// As many of anything as a page speaks of.
const COUNTS: std::ops::RangeInclusive<u32> = 0..=120;

/// The messages of a language.
fn all(language: &str) -> Messages {
    messages(language, &files(language))
}

/// Every folder with the language that it is read as.
fn folders() -> impl Iterator<Item = (&'static str, Language)> {
    Language::ALL.into_iter().map(|language| (language.tag(), language)).chain([(DU, Language::German)])
}

#[test]
fn every_folder_is_a_language_and_every_language_has_one() {
    let found = std::fs::read_dir(folder()).unwrap();
    let found: BTreeSet<_> = found.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    let known: BTreeSet<_> = folders().map(|(folder, _)| folder.to_owned()).collect();
    assert_eq!(found, known);
}

#[test]
fn no_language_has_a_message_that_english_lacks_and_none_takes_other_arguments() {
    let english = all("en");
    assert!(english.len() > 150, "only {} messages were found", english.len());
    for (folder, _) in folders() {
        for (key, message) in all(folder) {
            let known =
                english.get(&key).unwrap_or_else(|| panic!("{key} in {folder} is not known in English"));
            assert_eq!(message.arguments, known.arguments, "{key} in {folder}");
        }
    }
}

#[test]
fn complete_languages_have_every_message_and_drafts_all_that_recipients_see() {
    let seen_by_recipients =
        BTreeSet::from(["common", "tracking", "account", "help", "mail"].map(|name| format!("{name}.ftl")));
    for language in Language::ALL {
        let files = if language.is_draft() { seen_by_recipients.clone() } else { files("en") };
        assert!(self::files(language.tag()).is_superset(&files), "{}", language.tag());
        let own: BTreeSet<_> = messages(language.tag(), &files).into_keys().collect();
        let english: BTreeSet<_> = messages("en", &files).into_keys().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.tag());
    }
}

#[test]
fn where_english_counts_every_language_has_its_own_plurals() {
    let english = all("en");
    for (folder, language) in folders() {
        let rules = PluralRules::create(language.identifier(), PluralRuleType::CARDINAL).unwrap();
        for (key, message) in all(folder) {
            if !english.get(&key).is_some_and(|english| english.variants.contains("one")) {
                continue;
            }
            for count in COUNTS {
                let category = name(&rules.select(count).unwrap());
                let has = |variant: &str| message.variants.contains(variant);
                assert!(
                    has(category) || has(&count.to_string()),
                    "{key} in {folder} says nothing of {count}"
                );
            }
        }
    }
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[test]
fn the_plurals_are_those_of_cldr() {
    let category = |language, count: u32| {
        PluralRules::create(language, PluralRuleType::CARDINAL).unwrap().select(count).unwrap()
    };
    assert_eq!(category(langid!("pl"), 22), PluralCategory::FEW);
    assert_eq!(category(langid!("ar"), 11), PluralCategory::MANY);
}

#[test]
fn every_message_formats_with_its_arguments_and_none_is_empty() {
    for (folder, language) in folders() {
        let german = if folder == DU { German::Du } else { German::Sie };
        for (key, message) in all(folder) {
            for number in [0, 1, 2, 3, 7, 11, 100] {
                let mut args = FluentArgs::new();
                for name in &message.arguments {
                    let is_number = NUMBERS.contains(&name.as_str());
                    let value = if is_number { FluentValue::from(number) } else { FluentValue::from("x") };
                    args.set(name.clone(), value);
                }
                let words = catalogue::say(language, german, &key, Some(&args));
                assert!(
                    !words.contains(['{', '}']) && !words.trim().is_empty(),
                    "{key} in {folder}: {words}"
                );
                assert_ne!(words, key, "{key} in {folder} is not said");
            }
        }
    }
}

#[test]
fn where_german_says_du_it_never_says_sie() {
    let words = |language: German, key: &str, arguments: &BTreeSet<String>| {
        let args: FluentArgs<'_> =
            arguments.iter().map(|name| (name.clone(), FluentValue::from(3))).collect();
        catalogue::say(Language::German, language, key, Some(&args))
    };
    let files = files(DU);
    let differing = messages(DU, &files);
    for (key, message) in messages("de", &files) {
        let (sie, du) =
            (words(German::Sie, &key, &message.arguments), words(German::Du, &key, &message.arguments));
        assert!(!says_sie(&du), "{key} still says Sie: {du}");
        assert_eq!(differing.contains_key(&key), sie != du, "{key} stands there for nothing");
    }
}

/// Whether a text speaks to someone with "Sie". At the beginning of a sentence that may also be "they" or "it".
fn says_sie(text: &str) -> bool {
    let mut is_first = true;
    text.split_whitespace().any(|token| {
        let word = token.trim_matches(|letter: char| !letter.is_alphabetic());
        let speaks = word == "Ihnen" || word.starts_with("Ihr") || word == "Sie" && !is_first;
        is_first = token.ends_with(['.', ':', '!', '?']);
        speaks
    })
}

#[test]
fn counts_are_worded_by_each_language() {
    let stops = |language: Language, count: i64| language.say_with("stops-before", [("count", count.into())]);
    assert_eq!(stops(Language::English, 0), "You are next");
    assert_eq!(stops(Language::English, 1), "1 stop before you");
    assert_eq!(stops(Language::German, 3), "Noch 3 Stopps vor Ihnen");
    assert_eq!(stops(Language::Polish, 3), "Jeszcze 3 przystanki przed Państwem");
    assert_eq!(stops(Language::Polish, 5), "Jeszcze 5 przystanków przed Państwem");
    assert_eq!(stops(Language::Arabic, 2), "قبلك محطتان");
    assert_eq!(stops(Language::Arabic, 3), "قبلك \u{2068}3\u{2069} محطات");
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
    let english = all("en");
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
    script.contains(&format!("\"{key}\"")) || key.match_indices('-').any(|(end, _)| is_made_of(&key[..end]))
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
