//! The files that the repository keeps.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{output, program, root};

/// What the name of a file ends with, such as `rs`.
pub(super) fn ending(path: &str) -> &str {
    Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}

/// Every tracked file by its path from the root, with its content where that is text.
#[derive(Debug, Default)]
pub(super) struct Tree(BTreeMap<String, Option<String>>);

impl Tree {
    /// The files that git tracks, as they are on the disk now.
    pub(super) fn of_repository() -> Result<Self> {
        let listed =
            output(program("git").args(["ls-files", "-z"])).context("`git ls-files` tells no files")?;
        let mut files = BTreeMap::new();
        for path in listed.split('\0').filter(|path| !path.is_empty()) {
            // A file that was just deleted is still tracked until the next commit.
            if let Ok(bytes) = std::fs::read(root().join(path)) {
                files.insert(
                    path.to_owned(),
                    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')),
                );
            }
        }
        Ok(Self(files))
    }

    /// A tree of these texts.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned()))).collect())
    }

    /// Every text with its path.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// One text.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path)?.as_deref()
    }

    /// Whether there is such a file or folder.
    pub(super) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        path.is_empty()
            || self.0.contains_key(path)
            || self
                .0
                .range(format!("{path}/")..)
                .next()
                .is_some_and(|(next, _)| Path::new(next).starts_with(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_there_when_something_is_in_them() {
        let tree = Tree::of(&[("docs/a.md", ""), ("docs-old.md", "")]);
        assert!(tree.has("docs/a.md") && tree.has("docs") && tree.has("docs/"));
        assert!(!tree.has("doc") && !tree.has("docs/b.md") && !tree.has("docs-old"));
    }
}
