//! What the machine allows, and what it knows.

use jiff::tz::TimeZone;

use super::Finding;
use crate::config::OperatorConfig;

/// Files that the server needs beside its connections: database, tiles, log.
const OTHER_FILES: u64 = 100;

/// Whether the process may have as many connections as configured.
pub(super) fn file_limit(connections_max: u32) -> Finding {
    const CONCERN: &str = "http.connections_max";
    let needed = u64::from(connections_max) + OTHER_FILES;
    match open_files_max() {
        Some(limit) if limit < needed => Finding::note(
            CONCERN,
            format!(
                "{connections_max} connections need {needed} open files, and this process may open {limit}"
            ),
            "Raise the limit (`ulimit -n`, or `LimitNOFILE=` of the service) or lower `http.connections_max`.",
        ),
        Some(limit) => Finding::fine(CONCERN, format!("{limit} open files are allowed and {needed} needed")),
        None => Finding::note(
            CONCERN,
            "this system does not tell how many files a process may open",
            format!("See to it that {needed} are allowed."),
        ),
    }
}

/// How many files this process may have open, where the system tells it.
pub(crate) fn open_files_max() -> Option<u64> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    let soft = line.split_whitespace().next()?;
    if soft == "unlimited" { Some(u64::MAX) } else { soft.parse().ok() }
}

/// Whether the operator's time zone and language are known.
pub(super) fn operator(config: &OperatorConfig) -> Vec<Finding> {
    let zone = match TimeZone::get(&config.time_zone) {
        Ok(_) => Finding::fine("operator.time_zone", format!("{} is known", config.time_zone)),
        Err(_unknown) => Finding::wrong(
            "operator.time_zone",
            format!("{:?} is no time zone", config.time_zone),
            "Write an IANA name such as Europe/Berlin.",
        ),
    };
    let spoken: Vec<&str> = doorstep_server::languages().collect();
    let language = if spoken.contains(&config.language.as_str()) {
        Finding::fine("operator.language", format!("{:?} is spoken", config.language))
    } else {
        let choice = format!("Write one of {}.", spoken.join(", "));
        Finding::wrong("operator.language", format!("{:?} is not spoken", config.language), choice)
    };
    vec![zone, language]
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn more_connections_than_files_are_told() {
        assert_eq!(file_limit(u32::MAX).state, State::Note);
        assert_eq!(file_limit(1).state, State::Fine);
    }

    #[test]
    fn an_unknown_zone_and_language_are_told() {
        let config = OperatorConfig {
            time_zone: "Europe/Atlantis".to_owned(),
            language: "xx".to_owned(),
            ..OperatorConfig::default()
        };
        assert!(operator(&config).iter().all(|finding| finding.state == State::Wrong));
        assert!(operator(&OperatorConfig::default()).iter().all(|finding| finding.state == State::Fine));
    }
}
