//! The catalogues as they stand in their files, read for the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::read::{Message, read};

/// The messages by their keys.
pub(super) type Messages = BTreeMap<String, Message>;

/// The folder of all catalogues.
pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

/// The names of a folder's files.
pub(super) fn files(language: &str) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder().join(language)).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

/// The messages of these files of a folder.
pub(super) fn messages(language: &str, files: &BTreeSet<String>) -> Messages {
    let mut messages = Messages::new();
    for file in files {
        let text = std::fs::read_to_string(folder().join(language).join(file)).unwrap();
        let found = read(&text).unwrap_or_else(|bad| panic!("{language}/{file}: {bad:?}"));
        for (key, message) in found {
            assert!(messages.insert(key.clone(), message).is_none(), "{key} stands twice in {language}");
        }
    }
    messages
}
