//! Rules of the tree that no compiler holds.
//!
//! One file per rule: a pure function from what is in the tree to [`Problem`]s, tested beside it on small examples.
//! To add a rule, write such a file and add a row to [`RULES`].

mod arrows;
mod invariants;
mod length;
mod licences;
mod links;
mod metadata;
mod tree;
mod unfinished;
mod words;

use std::fmt;

use anyhow::{Result, bail};

use tree::Tree;

/// Something that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Problem {
    /// The file, from the root of the repository.
    path: String,
    /// The line, from 1; 0 where the whole file is meant.
    line: usize,
    what: String,
}

impl Problem {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// One rule.
type Rule = fn(&Tree) -> Result<Vec<Problem>>;

const RULES: &[Rule] = &[
    |_| Ok(arrows::check(&metadata::workspace()?)),
    |tree| Ok(tree.texts().flat_map(|(path, text)| length::check(path, text)).collect()),
    |tree| Ok(tree.texts().flat_map(|(path, text)| words::check(path, text)).collect()),
    |tree| Ok(tree.texts().flat_map(|(path, text)| unfinished::check(path, text)).collect()),
    |tree| Ok(tree.texts().flat_map(|(path, text)| links::check(path, text, tree)).collect()),
    |tree| Ok(invariants::check(tree)),
    |_| Ok(licences::check(&metadata::dependencies()?)),
];

/// Checks every rule and tells every problem.
pub(crate) fn run() -> Result<()> {
    let tree = Tree::of_repository()?;
    let mut problems = Vec::new();
    for rule in RULES {
        problems.extend(rule(&tree)?);
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    match problems.len() {
        0 => Ok(()),
        1 => bail!("the tree is not tidy: one problem"),
        many => bail!("the tree is not tidy: {many} problems"),
    }
}
