//! Messages as they stand in a file, as far as those of two files can be held against each other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Variant, VariantKey};

/// A message.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    /// The names of its arguments.
    pub(crate) arguments: BTreeSet<String>,
    /// The keys of its variants, such as `one` or `0`.
    pub(crate) variants: BTreeSet<String>,
}

/// A line that is no message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unreadable {
    /// The line, from 1.
    pub(crate) line: usize,
}

/// Reads the messages of a file by their keys; messages and comments are all that may stand there.
///
/// # Errors
/// Every line that is neither.
pub(crate) fn read(text: &str) -> Result<BTreeMap<String, Message>, Vec<Unreadable>> {
    let resource = fluent_syntax::parser::parse(text).map_err(|(_readable, errors)| {
        errors.iter().map(|error| Unreadable { line: line_of(text, error.pos.start) }).collect::<Vec<_>>()
    })?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(found) => {
                let mut message = Message::default();
                let at = || Unreadable { line: line_of(text, text.find(found.id.name).unwrap_or_default()) };
                let value = found.value.as_ref().ok_or_else(|| vec![at()])?;
                walk(&value.elements, &mut message);
                if messages.insert(found.id.name.to_owned(), message).is_some() {
                    return Err(vec![at()]);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => return Err(vec![Unreadable { line: 1 }]),
        }
    }
    Ok(messages)
}

fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
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
