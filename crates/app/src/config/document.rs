//! The document of all settings, made from the settings themselves.

use std::fmt::Write as _;

use super::{Config, DEFAULT_FILE, Key};

/// `docs/operating/configuration.md`.
pub(crate) fn document() -> String {
    let mut text = format!(
        "# Configuration\n\n\
         This page is made from the program by `doorstep doctor --document`; a test fails when it is stale.\n\n\
         Settings come from a file (`{DEFAULT_FILE}` in the working directory, or `--config FILE`), over it from \
         the environment, over it from options of the command line.\n\
         A name that is no setting is refused, with its place and the nearest right name.\n\
         `doorstep doctor` checks what the settings point to and says how to mend what is wrong.\n"
    );
    let mut config = Config::default();
    for (name, section) in config.sections() {
        let _infallible = write!(text, "\n## [{name}]\n\n{}\n", sentences(section.about()));
        for key in section.keys() {
            let _infallible = writeln!(text, "{}- Environment: `{}`", setting(&key), key.variable());
        }
    }
    for (name, list) in config.lists() {
        let section = list.blank();
        let about = sentences(section.about());
        let _infallible = write!(text, "\n## [[{name}]]\n\n{about}\nThey are set in the file alone.\n");
        for key in section.keys() {
            text.push_str(&setting(&key));
        }
    }
    text
}

fn setting(key: &Key) -> String {
    let (path, about) = (key.path(), sentences(&key.about));
    format!("\n### `{path}`\n\n{about}\n\n- Written as: {}\n- Default: `{}`\n", key.kind, key.default)
}

/// One sentence a line, as all documents here have it.
fn sentences(about: &str) -> String {
    about.trim().replace(". ", ".\n")
}
