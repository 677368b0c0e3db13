//! Every invariant of ARCHITECTURE.md names tests that hold it, and they are there.

use super::Problem;
use super::tree::{Tree, ending};

const DOCUMENT: &str = "ARCHITECTURE.md";
/// How an invariant names its tests: this, then their names in backticks.
const MARK: &str = "Held by ";

/// Finds invariants whose tests are not there.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let Some(document) = tree.text(DOCUMENT) else {
        return vec![Problem::new(DOCUMENT, 0, "is not there")];
    };
    let mut problems = Vec::new();
    for (number, line) in document.lines().enumerate() {
        let Some((_, names)) = line.split_once(MARK) else { continue };
        for name in names.split('`').skip(1).step_by(2).filter(|name| !is_there(name, tree)) {
            problems.push(Problem::new(DOCUMENT, number + 1, format!("there is no test `{name}`")));
        }
    }
    problems
}

/// Whether a test, a suite or a rule has this name.
fn is_there(name: &str, tree: &Tree) -> bool {
    let function = format!("fn {name}(");
    let title = format!("\"{name}\"");
    tree.texts().any(|(path, text)| match ending(path) {
        "rs" => text.contains(&function),
        "ts" | "tsx" => text.contains(&title),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_that_are_not_there_are_found() {
        let tree = Tree::of(&[
            (DOCUMENT, "1. Always so.\n   Held by `it_holds`, `it_is_gone` and `the page shows it`.\n"),
            ("crates/domain/src/lib.rs", "fn it_holds() {}"),
            ("web/browser/a.test.ts", "it(\"the page shows it\", () => {})"),
        ]);
        let found: Vec<_> = check(&tree).into_iter().map(|problem| (problem.line, problem.what)).collect();
        assert_eq!(found, [(2, "there is no test `it_is_gone`".to_owned())]);
    }

    #[test]
    fn the_document_itself_must_be_there() {
        assert_eq!(check(&Tree::default()).len(), 1);
    }
}
