//! No word on a page stands outside the catalogues: not in a template, and not in the code that fills it.

use std::path::{Path, PathBuf};

/// Attributes that people read or hear.
const SPOKEN: [&str; 5] = ["title", "aria-label", "placeholder", "alt", "aria-description"];
/// Words in page code that no reader sees: classes of signs, a manifest's purpose, lines of the log, types of schema.org.
const UNSEEN: [&str; 7] = [
    "i fill turns",
    "i chev turns",
    "any maskable",
    "a message stands twice in the catalogue",
    "ParcelDelivery",
    "Organization",
    "DeliveryEvent",
];

#[test]
fn no_template_has_words_of_its_own() {
    for path in files("templates") {
        let text = std::fs::read_to_string(&path).unwrap();
        let found = words_of_template(&text);
        assert!(found.is_empty(), "{}: {found:?} stand outside the catalogues", path.display());
    }
}

#[test]
fn no_page_code_has_words_of_its_own() {
    let is_test = |path: &Path| {
        path.components()
            .any(|part| ["tests", "tests.rs", "gallery"].iter().any(|name| part.as_os_str() == *name))
    };
    for path in files("src/pages").into_iter().filter(|path| !is_test(path)) {
        let text = std::fs::read_to_string(&path).unwrap();
        let found = words_of_code(&text);
        assert!(found.is_empty(), "{}: {found:?} stand outside the catalogues", path.display());
    }
}

#[test]
fn words_outside_the_catalogues_are_found() {
    assert_eq!(words_of_template(r#"<p class="note">{{ a }} · Open{% if b > c %}</p>"#), ["· Open"]);
    assert_eq!(words_of_template(r#"<img src="/x" alt="A door"><i title='{{ x }}'></i>"#), ["A door"]);
    assert!(
        words_of_template(r#"{# A comment #}<a href="/help">{{ say("nav-help") }}</a> · 100 %"#).is_empty()
    );
    assert_eq!(words_of_template("<style>p { margin: 0 }</style>Open<style></style>"), ["Open"]);
    assert_eq!(words_of_code(r#"let title = "Your parcels";"#), ["Your parcels"]);
    assert_eq!(words_of_code(r#"format!("{count} stops before")"#), ["{count} stops before"]);
    assert_eq!(words_of_code(r#"Some("Today") // "A comment""#), ["Today"]);
    assert!(words_of_code(r#"tracing::error!("a page cannot be drawn"); say("day-today")"#).is_empty());
}

/// The texts and spoken attributes of a template that hold letters once what is filled in is taken out.
fn words_of_template(text: &str) -> Vec<String> {
    let text = [("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<!--", "-->"), ("<style>", "</style>")]
        .into_iter()
        .fold(text.to_owned(), |text, (begin, end)| without(&text, begin, end));
    let mut words = Vec::new();
    for piece in text.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        words.extend(SPOKEN.iter().filter_map(|name| attribute(tag, name)));
        words.push(after.trim().to_owned());
    }
    words.retain(|words| words.contains(char::is_alphabetic));
    words
}

/// A text without the parts from `begin` to `end`.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut pieces = text.split(begin);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(end).map_or("", |(_, after)| after))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}="))?;
    let quote = value.chars().next()?;
    value.get(1..)?.split(quote).next().map(str::to_owned)
}

/// The string literals of page code that read like words: several of them, or one with a capital letter.
fn words_of_code(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines
        .filter(|line| !line.contains("tracing::") && !line.contains("reason = "))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(|literal| reads_like_words(literal) && !UNSEEN.contains(literal))
        .map(str::to_owned)
        .collect()
}

fn reads_like_words(literal: &str) -> bool {
    let is_markup = literal.contains(['<', '=', '/']);
    let literal = without(literal, "{", "}");
    let is_word = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let words = literal.split(' ').map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let is_one =
        is_word(&literal) && literal.starts_with(char::is_uppercase) && literal.ends_with(char::is_lowercase);
    !is_markup && (is_one || words.filter(|word| is_word(word)).count() > 1)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found
}
