//! Nothing in the tree is half done: no reminders, no holes, no tests that are switched off.

use super::Problem;
use super::length::is_source;
use super::tree::ending;

/// What must not stand in sources, put together here so that this file may.
const MARKS: &[(&str, &str)] = &[
    (concat!("FIX", "ME"), "do it now or write it into an issue"),
    (concat!("TO", "DO"), "do it now or write it into an issue"),
    (concat!("XX", "X"), "do it now or write it into an issue"),
    (concat!("todo", "!("), "a hole"),
    (concat!("unimplemented", "!("), "a hole"),
    (concat!("#[ign", "ore"), "a test that is switched off"),
    (concat!(".sk", "ip("), "a test that is switched off"),
    (concat!(".on", "ly("), "a test that switches off the others"),
    (concat!("test.", "todo"), "a test that is switched off"),
    (concat!("xi", "t("), "a test that is switched off"),
];

/// Finds such marks.
pub(super) fn check(path: &str, content: &str) -> Vec<Problem> {
    if !is_source(path) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (number, line) in content.lines().enumerate() {
        for (mark, why) in MARKS.iter().filter(|(mark, _)| means(path, line, mark)) {
            problems.push(Problem::new(path, number + 1, format!("{mark:?}: {why}")));
        }
    }
    problems
}

/// Whether the mark stands there as a word of its own, in a language where it means what it says.
fn means(path: &str, line: &str, mark: &str) -> bool {
    let of_browser_tests = mark.starts_with('.') || mark.starts_with("test.") || mark.starts_with('x');
    if of_browser_tests && !matches!(ending(path), "ts" | "tsx") {
        return false;
    }
    line.match_indices(mark).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + mark.len()..).and_then(|after| after.chars().next());
        let joins = |neighbour: Option<char>| neighbour.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let begins_word = mark.starts_with(char::is_alphanumeric);
        let ends_word = mark.ends_with(char::is_alphanumeric);
        let part_of_a_word = (begins_word && joins(before)) || (ends_word && joins(after));
        !part_of_a_word
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_where_they_mean_something() {
        for (path, line) in [
            ("a.rs", concat!("// FIX", "ME: later")),
            ("a.rs", concat!("    todo", "!()")),
            ("a.rs", concat!("#[ign", "ore]")),
            ("a.ts", concat!("it.sk", "ip(\"x\", ...)")),
            ("a.ts", concat!("xi", "t(\"x\")")),
        ] {
            assert_eq!(check(path, line).len(), 1, "{line}");
        }
    }

    #[test]
    fn words_and_iterators_are_let_be() {
        for (path, line) in [
            ("a.rs", concat!("stops.iter().sk", "ip(1)")),
            ("a.rs", concat!("exi", "t(1); process::exi", "t(2)")),
            ("a.ts", concat!("exi", "t(1)")),
            ("a.rs", concat!("AXX", "XB")),
            ("a.md", concat!("FIX", "ME")),
        ] {
            assert_eq!(check(path, line), [], "{line}");
        }
    }
}
