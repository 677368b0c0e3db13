//! The checks of `doorstep doctor`: each looks at one concern and says how to mend what is wrong.
//!
//! To add a check, write a function that gives [`Finding`]s and call it in [`examine`].

mod files;
mod network;
mod system;

use serde::Serialize;

use crate::config::Config;

pub(crate) use system::open_files_max;

/// What one check found.
#[derive(Debug, Serialize)]
pub(crate) struct Finding {
    /// The concern, as the configuration calls it.
    pub(crate) concern: &'static str,
    /// How it stands.
    pub(crate) state: State,
    /// What was found.
    pub(crate) found: String,
    /// How to mend it; empty when nothing is wrong.
    pub(crate) mend: String,
}

/// How a concern stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Nothing is wrong.
    Fine,
    /// It works, with less than one may expect.
    Note,
    /// It will not work.
    Wrong,
}

impl Finding {
    fn fine(concern: &'static str, found: impl Into<String>) -> Self {
        Self { concern, state: State::Fine, found: found.into(), mend: String::new() }
    }

    fn note(concern: &'static str, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { concern, state: State::Note, found: found.into(), mend: mend.into() }
    }

    fn wrong(concern: &'static str, found: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { concern, state: State::Wrong, found: found.into(), mend: mend.into() }
    }
}

/// Looks at everything that the configuration points to.
pub(crate) async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![files::database(&config.database).await];
    findings.push(files::roads(&config.roads));
    findings.push(files::tiles(&config.map));
    findings.extend(files::words(&config.operator));
    findings.extend(network::mail(&config.mail, config.http.public_url.as_deref()).await);
    findings.extend(network::webhook(&config.webhook));
    findings.extend(network::carriers(config));
    findings.extend(network::ntfy(&config.ntfy, &config.outbound).await);
    findings.extend(network::mqtt(&config.mqtt).await);
    findings.push(network::public_url(&config.http));
    findings.extend(network::passkeys(&config.http));
    findings.push(network::port(&config.http));
    findings.push(system::file_limit(config.http.connections_max));
    findings.extend(system::operator(&config.operator));
    findings
}
