//! No file is longer than a newcomer would read. Functions are held by clippy (`too-many-lines-threshold`).

use super::Problem;
use super::tree::ending;

/// The longest file, in lines. It only ever goes down.
const LINES_MAX: usize = 600;

/// What programs wrote.
const WRITTEN_BY_PROGRAMS: &[&str] = &["web/dist/", "clients/typescript/src/schema.ts"];

/// Finds files that are too long.
pub(super) fn check(path: &str, content: &str) -> Vec<Problem> {
    let lines = content.lines().count();
    if !is_source(path) || lines <= LINES_MAX {
        return Vec::new();
    }
    vec![Problem::new(
        path,
        0,
        format!("has {lines} lines; split it by what a reader would look for, {LINES_MAX} is the most"),
    )]
}

/// Whether people wrote it in a language that is read like prose.
pub(super) fn is_source(path: &str) -> bool {
    let is_written_by_people = !WRITTEN_BY_PROGRAMS.iter().any(|written| path.starts_with(written));
    matches!(ending(path), "rs" | "ts" | "tsx" | "css") && is_written_by_people
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_sources_are_found() {
        let long = "x\n".repeat(LINES_MAX + 1);
        assert_eq!(check("crates/a/src/lib.rs", &long).len(), 1);
        assert_eq!(check("web/src/a.tsx", &long).len(), 1);
        assert_eq!(check("clients/typescript/src/types.ts", &long).len(), 1);
        assert_eq!(check("crates/a/src/lib.rs", &"x\n".repeat(LINES_MAX)), []);
        for path in ["web/dist/page.css", "clients/typescript/src/schema.ts", "Cargo.lock", "docs/a.md"] {
            assert_eq!(check(path, &long), [], "{path}");
        }
    }
}
