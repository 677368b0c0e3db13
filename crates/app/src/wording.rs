//! The operator's own words, as they stand in a folder.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use doorstep_server::OwnWords;

/// A file of words is at most so long: all catalogues of one language together are not.
const BYTES_MAX: u64 = 256 * 1024;

/// Reads every `.ftl` file of a folder; nothing else in it matters.
///
/// # Errors
/// When the folder cannot be read, or with everything that is wrong in its files.
pub(crate) fn read(folder: &Path) -> Result<OwnWords> {
    let at = || format!("`operator.words` is {}, which cannot be used", folder.display());
    let mut words = OwnWords::default();
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(at)? {
        let path = entry.with_context(at)?.path();
        let (Some(tag), Some("ftl")) = (name(path.file_stem()), name(path.extension())) else { continue };
        let about = |problem: &dyn std::fmt::Display| format!("{}: {problem}", path.display());
        if std::fs::metadata(&path).with_context(at)?.len() > BYTES_MAX {
            wrong.push(about(&format!("it is longer than {} KiB", BYTES_MAX / 1024)));
            continue;
        }
        let text = std::fs::read_to_string(&path).with_context(|| about(&"it is no text"))?;
        if let Err(bad) = words.add(tag, &text) {
            wrong.extend(bad.iter().map(|bad| about(bad)));
        }
    }
    if !wrong.is_empty() {
        bail!("{}:\n{}", at(), wrong.join("\n"));
    }
    Ok(words)
}

fn name(part: Option<&std::ffi::OsStr>) -> Option<&str> {
    part.and_then(std::ffi::OsStr::to_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_and_everything_wrong_in_it_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("en.ftl", "choices-title = Out and about?");
        write("README.md", "nothing for pages");
        assert!(read(folder.path()).is_ok());
        write("de.ftl", "choices-titel = Unterwegs?");
        write("xx.ftl", "");
        write("fr.ftl", &"#".repeat(300 * 1024));
        let told = format!("{:#}", read(folder.path()).unwrap_err());
        for words in [
            "de.ftl: there is no message",
            "xx.ftl: there is no language",
            "fr.ftl: it is longer than 256 KiB",
        ] {
            assert!(told.contains(words), "{told}");
        }
        assert!(read(&folder.path().join("nowhere")).is_err());
    }
}
