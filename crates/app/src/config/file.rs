//! The configuration file, read into entries that know their line.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{Origin, Problem};

/// One setting as the file has it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) section: String,
    /// Which table of a list it is in, counted from 0; `None` where the concern is one table.
    pub(super) place: Option<usize>,
    pub(super) name: String,
    pub(super) value: String,
    pub(super) origin: Origin,
}

/// The settings of a file, in which some concerns are lists of tables. What is not of the form `[concern] name = value`,
/// or `[[concern]] name = value` in these, goes to the problems.
pub(super) fn entries(path: &Path, text: &str, lists: &[&str], problems: &mut Vec<Problem>) -> Vec<Entry> {
    let root = match DeTable::parse(text) {
        Ok(root) => root.into_inner(),
        Err(error) => {
            let line = error.span().map(|span| line_of(text, span.start));
            problems.push(Problem::at(Origin::file(path, line), error.message().to_owned()));
            return Vec::new();
        }
    };
    let mut entries = Vec::new();
    for (section, value) in &root {
        let name = section.get_ref().as_ref();
        match tables(name, value.get_ref(), lists) {
            Ok(tables) => {
                for (place, table) in tables {
                    if place.is_some() && table.is_empty() {
                        let line = line_of(text, section.span().start);
                        let what = format!("one of the [[{name}]] says nothing; leave it out");
                        problems.push(Problem::at(Origin::file(path, Some(line)), what));
                    }
                    settings(path, text, (name, place), table, &mut entries, problems);
                }
            }
            Err(what) => {
                let line = line_of(text, section.span().start);
                problems.push(Problem::at(Origin::file(path, Some(line)), what));
            }
        }
    }
    entries
}

type Tables<'t, 'a> = Vec<(Option<usize>, &'t DeTable<'a>)>;

/// The tables of a concern, each with its place where there may be several.
fn tables<'t, 'a>(name: &str, value: &'t DeValue<'a>, lists: &[&str]) -> Result<Tables<'t, 'a>, String> {
    if !lists.contains(&name) {
        let table = value.as_table().map(|table| vec![(None, table)]);
        return table.ok_or_else(|| format!("`{name}` stands outside a table such as [http]"));
    }
    let tables = value.as_array().and_then(|list| {
        list.iter().enumerate().map(|(place, one)| Some((Some(place), one.get_ref().as_table()?))).collect()
    });
    tables.ok_or_else(|| format!("there may be several of `{name}`; write [[{name}]] before each of them"))
}

fn settings(
    path: &Path,
    text: &str,
    (section, place): (&str, Option<usize>),
    table: &DeTable<'_>,
    entries: &mut Vec<Entry>,
    problems: &mut Vec<Problem>,
) {
    for (name, value) in table {
        let origin = Origin::file(path, Some(line_of(text, name.span().start)));
        let value = plain(value).or_else(|| place.and_then(|_| pairs(value)));
        let (section, name) = (section.to_owned(), name.get_ref().to_string());
        if let Some(value) = value {
            entries.push(Entry { section, place, name, value, origin });
        } else {
            let what = format!("`{section}.{name}` must be text, a list of texts, a number, true or false");
            problems.push(Problem::at(origin, what));
        }
    }
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

/// A table of texts, with a line for each.
fn pairs(value: &Spanned<DeValue<'_>>) -> Option<String> {
    let table = value.get_ref().as_table()?;
    let line = |(name, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let (name, value): (&str, _) = (AsRef::as_ref(name.get_ref()), value.get_ref().as_str()?);
        (!name.contains(['\n', '\r'])).then(|| format!("{name}={value}"))
    };
    Some(table.iter().map(line).collect::<Option<Vec<String>>>()?.join("\n"))
}

fn line_of(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}
