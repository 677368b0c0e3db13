//! The broker that homes read from.

use std::fmt;

use secrecy::SecretString;
use thiserror::Error;
use url::Url;

/// The operator's own broker.
#[derive(Clone)]
pub struct MqttSettings {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) is_tls: bool,
    pub(super) login: Option<(String, SecretString)>,
    /// Where homes find it, as people are told.
    pub(super) shown: String,
}

/// Why no broker can be reached with these settings.
#[derive(Debug, Error)]
pub enum InvalidMqttSettings {
    /// It is no address of a broker.
    #[error(
        "`{0}` must be an address such as mqtts://broker.example.org:8883, without a path, name or password"
    )]
    Url(String),
    /// One half of a login.
    #[error("a user and a password go together; set both, or none")]
    Login,
}

impl MqttSettings {
    /// A broker, how to log in there, and by which address homes reach it where that is another one.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(
        url: &str,
        user: Option<String>,
        password: Option<SecretString>,
        public_url: Option<&str>,
    ) -> Result<Self, InvalidMqttSettings> {
        let (host, port, is_tls) = read(url)?;
        let shown = public_url.map_or_else(|| Ok(url), |public| read(public).map(|_fine| public))?;
        let login = match (user, password) {
            (Some(user), Some(password)) => Some((user, password)),
            (None, None) => None,
            _ => return Err(InvalidMqttSettings::Login),
        };
        Ok(Self { host, port, is_tls, login, shown: shown.trim_end_matches('/').to_owned() })
    }

    /// Its host and port.
    pub fn address(&self) -> (&str, u16) {
        (&self.host, self.port)
    }

    /// Where homes find the broker, as people are told.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }
}

impl fmt::Debug for MqttSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MqttSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .finish_non_exhaustive()
    }
}

/// Host, port, and whether the way there is encrypted.
fn read(text: &str) -> Result<(String, u16, bool), InvalidMqttSettings> {
    let invalid = || InvalidMqttSettings::Url(text.to_owned());
    let url = Url::parse(text.trim()).map_err(|_no_address| invalid())?;
    let (is_tls, usual) = match url.scheme() {
        "mqtts" => (true, 8_883),
        "mqtt" => (false, 1_883),
        _ => return Err(invalid()),
    };
    let is_plain = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let has_login = !url.username().is_empty() || url.password().is_some();
    let host =
        url.host_str().filter(|host| !host.is_empty() && is_plain && !has_login).ok_or_else(invalid)?;
    let host = host.trim_matches(['[', ']']).to_owned();
    Ok((host, url.port().unwrap_or(usual), is_tls))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broker_is_a_host_and_a_port() {
        for (text, expected) in [
            ("mqtt://broker.example.org", Some(("broker.example.org", 1_883, false))),
            ("mqtts://broker.example.org", Some(("broker.example.org", 8_883, true))),
            ("mqtt://127.0.0.1:9000/", Some(("127.0.0.1", 9_000, false))),
            ("mqtt://[::1]", Some(("::1", 1_883, false))),
            ("broker.example.org", None),
            ("https://broker.example.org", None),
            ("mqtt://", None),
            ("mqtt://ada:secret@broker.example.org", None),
            ("mqtt://broker.example.org/topic", None),
        ] {
            let read = read(text).ok();
            assert_eq!(
                read.as_ref().map(|(host, port, tls)| (host.as_str(), *port, *tls)),
                expected,
                "{text}"
            );
        }
        let half = MqttSettings::new("mqtt://broker.example.org", Some("doorstep".to_owned()), None, None);
        assert!(matches!(half, Err(InvalidMqttSettings::Login)));
    }
}
