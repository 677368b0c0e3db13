//! The catalogues as they stand in their files, read for the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Variant, VariantKey};

/// A message, as far as messages of two languages can be held against each other.
#[derive(Debug, Default, Clone)]
pub(super) struct Message {
    /// The names of its arguments.
    pub(super) arguments: BTreeSet<String>,
    /// The keys of its variants, such as `one` or `0`.
    pub(super) variants: BTreeSet<String>,
}

/// The messages by their keys.
pub(super) type Messages = BTreeMap<String, Message>;

/// The folder of all catalogues.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

/// The names of a folder's files.
pub(super) fn files(language: &str) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder().join(language)).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

/// The messages of these files of a folder.
pub(super) fn messages(language: &str, files: &BTreeSet<String>) -> Messages {
    let mut messages = Messages::new();
    for file in files {
        let text = std::fs::read_to_string(folder().join(language).join(file)).unwrap();
        for (key, message) in read(&text) {
            assert!(messages.insert(key.clone(), message).is_none(), "{key} stands twice in {language}");
        }
    }
    messages
}

fn read(text: &str) -> Vec<(String, Message)> {
    let resource = fluent_syntax::parser::parse(text).expect("a catalogue that can be read");
    let mut messages = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(found) => {
                let mut message = Message::default();
                let value = found.value.unwrap_or_else(|| panic!("{} says nothing", found.id.name));
                walk(&value.elements, &mut message);
                messages.push((found.id.name.to_owned(), message));
            }
            Entry::Comment(_) => {}
            other => panic!("messages and comments alone: {other:?}"),
        }
    }
    messages
}

fn walk(elements: &[PatternElement<&str>], message: &mut Message) {
    for element in elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => argument(inline, message),
            Expression::Select { selector, variants } => {
                argument(selector, message);
                for Variant { key, value, .. } in variants {
                    let (VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name }) = key;
                    message.variants.insert((*name).to_owned());
                    walk(&value.elements, message);
                }
            }
        }
    }
}

fn argument(inline: &InlineExpression<&str>, message: &mut Message) {
    if let InlineExpression::VariableReference { id } = inline {
        message.arguments.insert(id.name.to_owned());
    }
}
