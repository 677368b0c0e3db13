//! Every link in the documents leads somewhere, and every path that they name is there.

use super::Problem;
use super::tree::{Tree, ending};

/// Folders of the repository: code spans that begin with one are paths.
const FOLDERS: &[&str] = &["crates/", "docs/", "web/", "demo/", "e2e/", "xtask/", ".ci/"];

/// Finds links to nowhere.
pub(super) fn check(path: &str, content: &str, tree: &Tree) -> Vec<Problem> {
    if ending(path) != "md" || path.starts_with("web/dist/") {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for (number, line) in prose(content) {
        for target in targets(line).filter(|target| !leads_somewhere(path, target, tree)) {
            problems.push(Problem::new(path, number, format!("the link to {target:?} leads nowhere")));
        }
        for named in paths(line).filter(|named| !tree.has(named)) {
            problems.push(Problem::new(path, number, format!("there is no `{named}`")));
        }
    }
    problems
}

/// The lines outside of code blocks, with their numbers.
fn prose(content: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_code = false;
    content.lines().enumerate().filter_map(move |(number, line)| {
        let is_fence = line.trim_start().starts_with("```");
        in_code ^= is_fence;
        (!in_code && !is_fence).then_some((number + 1, line))
    })
}

/// The targets of `[text](target)` and `![text](target)`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

/// The code spans that are paths of the repository, without patterns such as `crates/*`.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let spans = line.split('`').skip(1).step_by(2);
    spans.filter(|span| {
        FOLDERS.iter().any(|folder| span.starts_with(folder)) && !span.contains(['*', ' ', '{', '<'])
    })
}

fn leads_somewhere(from: &str, target: &str, tree: &Tree) -> bool {
    if ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme)) {
        return true;
    }
    let (file, heading) = target.split_once('#').unwrap_or((target, ""));
    let Some(file) = resolved(from, file) else { return false };
    tree.has(&file) && (heading.is_empty() || tree.text(&file).is_some_and(|text| has_heading(text, heading)))
}

/// The path from the root of what `from` calls `file`.
fn resolved(from: &str, file: &str) -> Option<String> {
    if file.is_empty() {
        return Some(from.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn has_heading(text: &str, wanted: &str) -> bool {
    prose(text).filter(|(_, line)| line.starts_with('#')).any(|(_, line)| slug(line) == wanted)
}

/// What a heading is called in an address: lower case, words joined by dashes, no punctuation.
fn slug(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a line in `docs/a.md`.
    fn found(line: &str) -> Vec<String> {
        let tree = Tree::of(&[
            ("README.md", "# Doorstep\n## What `it` is, for you\n```\n# no heading\n```\n"),
            ("docs/a.md", ""),
            ("docs/b/c.md", ""),
            ("crates/domain/src/lib.rs", ""),
        ]);
        check("docs/a.md", line, &tree).into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn links_that_lead_somewhere_are_let_be() {
        for line in [
            "[x](b/c.md) and [y](../README.md#what-it-is-for-you)",
            "[x](https://example.org/nowhere) [y](mailto:a@example.org)",
            "[x](../crates/domain)",
            "in `crates/domain/src/lib.rs`, `crates/*` and `cargo test`",
            "```\n[x](nowhere.md)\n```",
        ] {
            assert_eq!(found(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn links_to_nowhere_are_found() {
        for line in [
            "[x](c.md)",
            "![x](../README.md#no-heading)",
            "[x](../../README.md)",
            "see `crates/domain/src/gone.rs`",
        ] {
            assert_eq!(found(line).len(), 1, "{line}");
        }
    }
}
