//! How a command fails: the sentence on standard error and the exit status.

use std::process::ExitCode;

use thiserror::Error;

/// The command was used wrongly: exit status 2. Anything else that fails exits with 1.
#[derive(Debug, Error)]
#[error("{0}")]
pub(crate) struct WrongUse(pub(crate) String);

impl WrongUse {
    /// What was asked for comes with a later version.
    pub(crate) fn later(what: &str, instead: &str) -> anyhow::Error {
        Self(format!("{what} comes with a later version of Doorstep. {instead}")).into()
    }
}

/// Says why on standard error, causes included, and gives the exit status.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    eprintln!("doorstep: {error}");
    let mut told = error.to_string();
    for cause in error.chain().skip(1) {
        let text = cause.to_string();
        if !told.contains(&text) {
            eprintln!("  because: {text}");
            told = text;
        }
    }
    ExitCode::from(if error.is::<WrongUse>() { 2 } else { 1 })
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn wrong_use_exits_with_two_and_all_else_with_one() {
        assert_eq!(report(&WrongUse::later("X", "Use Y.")), ExitCode::from(2));
        assert_eq!(report(&anyhow!("the disk is full")), ExitCode::from(1));
    }
}
