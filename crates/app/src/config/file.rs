//! The configuration file, read into entries that know their line.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Origin, Problem};

/// One setting as the file has it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) section: String,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) origin: Origin,
}

/// The settings of a file. What is not of the form `[concern] name = value` goes to the problems.
pub(super) fn entries(path: &Path, text: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
    let root = match DeTable::parse(text) {
        Ok(root) => root.into_inner(),
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            problems.push(Problem::at(Origin::file(path, line), error.message().to_owned()));
            return Vec::new();
        }
    };
    let mut entries = Vec::new();
    for (section, table) in &root {
        let Some(table) = table.get_ref().as_table() else {
            let what = format!("`{}` stands outside a table such as [http]", section.get_ref());
            problems.push(Problem::at(Origin::file(path, Some(line_of(text, section.span().start))), what));
            continue;
        };
        for (name, value) in table {
            let origin = Origin::file(path, Some(line_of(text, name.span().start)));
            match plain(value) {
                Some(value) => {
                    let (section, name) = (section.get_ref().to_string(), name.get_ref().to_string());
                    entries.push(Entry { section, name, value, origin });
                }
                None => problems.push(Problem::at(
                    origin,
                    format!(
                        "`{}.{}` must be text, a list of texts, a number, true or false",
                        section.get_ref(),
                        name.get_ref()
                    ),
                )),
            }
        }
    }
    entries
}

/// The value as text, when it is a single one or a list of texts.
fn plain(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        // Everywhere else a list is written with commas; no entry of one holds a comma.
        DeValue::Array(list) => {
            let texts = list.iter().map(|entry| entry.get_ref().as_str());
            Some(texts.collect::<Option<Vec<_>>>()?.join(","))
        }
        DeValue::Datetime(_) | DeValue::Table(_) => None,
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}
