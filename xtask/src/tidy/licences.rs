//! Every dependency may be used here: its licence is on a list.

use serde_json::Value;

use super::Problem;
use super::metadata::{items, text};

/// Licences that ask for nothing that a program under MIT or Apache-2.0 cannot give; MPL-2.0 only concerns changes to
/// the files under it, and they are used as they are. `deny.toml` has the same list.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Finds dependencies whose licence is not on the list, in what `cargo metadata` says.
pub(super) fn check(metadata: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    for package in items(metadata, "packages") {
        let name = text(package, "name").unwrap_or_default();
        let licence = text(package, "license").unwrap_or_default();
        if !is_allowed(licence) {
            let what = format!("{name} is under {licence:?}, which is not on the list of licences");
            problems.push(Problem::new("Cargo.lock", 0, what));
        }
    }
    problems
}

/// Whether one way of choosing among an SPDX expression's alternatives has allowed licences only.
fn is_allowed(expression: &str) -> bool {
    // Old crates write a slash for "or".
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (allowed, rest) = any(&words);
    allowed && rest.is_empty()
}

fn any<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    let (mut allowed, mut rest) = all(words);
    while let ["OR", more @ ..] = rest {
        let (other, after) = all(more);
        (allowed, rest) = (allowed || other, after);
    }
    (allowed, rest)
}

fn all<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    let (mut allowed, mut rest) = one(words);
    while let ["AND", more @ ..] = rest {
        let (other, after) = one(more);
        (allowed, rest) = (allowed && other, after);
    }
    (allowed, rest)
}

fn one<'a>(words: &'a [&'a str]) -> (bool, &'a [&'a str]) {
    match words {
        ["(", inner @ ..] => match any(inner) {
            (allowed, [")", rest @ ..]) => (allowed, rest),
            (_, rest) => (false, rest),
        },
        [licence, "WITH", exception, rest @ ..] => {
            (ALLOWED.contains(&format!("{licence} WITH {exception}").as_str()), rest)
        }
        [licence, rest @ ..] => (ALLOWED.contains(licence), rest),
        [] => (false, words),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn expressions_are_judged() {
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "Apache-2.0 AND ISC",
            "(MIT OR GPL-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT)", "Apache-2.0 WITH Other-exception", "OR"]
        {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn a_dependency_without_a_licence_is_found() {
        let metadata =
            json!({ "packages": [{ "name": "a", "license": null }, { "name": "b", "license": "MIT" }] });
        let found: Vec<_> = check(&metadata).into_iter().map(|problem| problem.what).collect();
        assert_eq!(found, ["a is under \"\", which is not on the list of licences"]);
    }

    #[test]
    fn the_list_is_the_one_of_deny_toml() {
        let deny = std::fs::read_to_string(crate::process::root().join("deny.toml")).expect("it is there");
        let listed =
            deny.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
        let listed: Vec<&str> = listed.split(',').map(|item| item.trim().trim_matches('"')).collect();
        let listed: Vec<&str> = listed.into_iter().filter(|item| !item.is_empty()).collect();
        assert_eq!(listed, ALLOWED);
    }
}
