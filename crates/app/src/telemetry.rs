//! Log lines, on standard error.

use anyhow::{Context as _, Result};
use tracing_subscriber::EnvFilter;

use crate::config::{LogConfig, LogFormat};

/// What is never logged: the library of passkeys writes out what callers sent when it cannot read it.
const SILENT: &str = "webauthn_rs_core=off";

/// Starts writing log lines as the configuration says.
///
/// # Errors
/// When the filter cannot be read.
pub(crate) fn start(log: &LogConfig) -> Result<()> {
    let filter = EnvFilter::try_new(&log.filter).with_context(|| {
        format!(
            "`log.filter` is {:?}, which is no filter; write for example \"info\" or \"info,sqlx=warn\"",
            log.filter
        )
    })?;
    let filter =
        filter.add_directive(SILENT.parse().context("the filter of what is never logged cannot be read")?);
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in one process, as tests do it, leaves the first one in charge.
    let _already = match log.format {
        LogFormat::Text => lines.with_target(false).try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    Ok(())
}
