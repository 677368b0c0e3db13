//! How e-mail is sent.

use std::fmt;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;

/// How e-mail is sent.
#[derive(Clone)]
pub struct MailSettings {
    /// The host name of the mail server.
    pub server: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: MailProtection,
    /// The name to log in with.
    pub username: Option<String>,
    /// The password to log in with.
    pub password: Option<SecretString>,
    /// The sender of every e-mail, such as `Example Express <no-reply@example.org>`.
    pub from: String,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailProtection {
    /// By TLS from the first byte.
    Tls,
    /// By STARTTLS, and not at all is no choice.
    StartTls,
    /// Not at all; for a server on this machine.
    None,
}

/// Why e-mail cannot be sent with these settings.
#[derive(Debug, Error)]
pub enum InvalidMailSettings {
    /// The sender is no mailbox.
    #[error("the sender must be an e-mail address, alone or as `Name <name@example.org>`")]
    From(#[from] lettre::address::AddressError),
    /// The server's name cannot be checked against certificates.
    #[error("the mail server's name is no host name")]
    Server(#[from] lettre::transport::smtp::Error),
}

/// The way to the mail server.
pub(super) type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// No step of sending may take longer.
const STEP_TIMEOUT: Duration = Duration::from_secs(20);
/// Connections that are kept for the next e-mail.
const CONNECTIONS_MAX: u32 = 4;

impl MailSettings {
    pub(super) fn sender(&self) -> Result<Mailbox, InvalidMailSettings> {
        Ok(self.from.parse()?)
    }

    pub(super) fn transport(&self) -> Result<Transport, InvalidMailSettings> {
        let tls = || TlsParameters::new(self.server.clone());
        let protection = match self.protection {
            MailProtection::Tls => Tls::Wrapper(tls()?),
            MailProtection::StartTls => Tls::Required(tls()?),
            MailProtection::None => Tls::None,
        };
        let mut transport = Transport::builder_dangerous(&self.server)
            .port(self.port)
            .tls(protection)
            .timeout(Some(STEP_TIMEOUT))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS_MAX).min_idle(0));
        if let (Some(username), Some(password)) = (&self.username, &self.password) {
            let password = password.expose_secret().to_owned();
            transport = transport.credentials(Credentials::new(username.clone(), password));
        }
        Ok(transport.build())
    }
}

impl fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailSettings")
            .field("server", &self.server)
            .field("port", &self.port)
            .field("protection", &self.protection)
            .finish_non_exhaustive()
    }
}
