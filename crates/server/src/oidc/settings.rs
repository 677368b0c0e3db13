//! Which provider people may log in with.

use std::fmt;

use openidconnect::IssuerUrl;
use secrecy::SecretString;
use thiserror::Error;
use url::{Host, Url};

use crate::outbound::Refusal;

/// Which provider people may log in with.
#[derive(Clone)]
pub struct OidcSettings {
    pub(super) issuer: IssuerUrl,
    pub(super) client_id: String,
    pub(super) client_secret: Option<SecretString>,
    pub(super) name: String,
}

/// Why nobody can log in with these settings.
#[derive(Debug, Error)]
pub enum InvalidOidcSettings {
    /// The issuer is no address that can be trusted.
    #[error("the issuer must be an https address, such as https://login.example.org")]
    Issuer,
    /// The client's name is empty.
    #[error("the client id is empty")]
    ClientId,
    /// The issuer may not be asked.
    #[error("the issuer cannot be asked: {0}")]
    Refused(#[from] Refusal),
}

impl OidcSettings {
    /// A provider by the address of its issuer, what this server is called there and its secret, and what people call the
    /// provider; the host of the issuer when nothing is said.
    ///
    /// # Errors
    /// When the issuer is not an `https` address, or one of this machine.
    pub fn new(
        issuer: &str,
        client_id: String,
        client_secret: Option<SecretString>,
        name: Option<String>,
    ) -> Result<Self, InvalidOidcSettings> {
        let url = Url::parse(issuer).map_err(|_no_address| InvalidOidcSettings::Issuer)?;
        if url.scheme() != "https" && !is_here(&url) {
            return Err(InvalidOidcSettings::Issuer);
        }
        if client_id.trim().is_empty() {
            return Err(InvalidOidcSettings::ClientId);
        }
        let host = url.host_str().unwrap_or_default().to_owned();
        let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_no_address| InvalidOidcSettings::Issuer)?;
        Ok(Self { issuer, client_id, client_secret, name: name.unwrap_or(host) })
    }
}

fn is_here(url: &Url) -> bool {
    url.scheme() == "http"
        && match url.host() {
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.is_loopback(),
            Some(Host::Domain(name)) => name == "localhost",
            None => false,
        }
}

impl fmt::Debug for OidcSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OidcSettings").field("issuer", &self.issuer.as_str()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_asked_over_tls_or_on_this_machine() {
        let new = |issuer: &str, id: &str| OidcSettings::new(issuer, id.to_owned(), None, None);
        for fine in
            ["https://login.example.org", "http://127.0.0.1:9000", "http://[::1]:9000", "http://localhost"]
        {
            assert!(new(fine, "doorstep").is_ok(), "{fine}");
        }
        for wrong in [
            "",
            "login.example.org",
            "http://login.example.org",
            "ftp://127.0.0.1",
            "http://127.0.0.1.example",
        ] {
            assert!(matches!(new(wrong, "doorstep"), Err(InvalidOidcSettings::Issuer)), "{wrong}");
        }
        assert!(matches!(new("https://login.example.org", " "), Err(InvalidOidcSettings::ClientId)));
        assert_eq!(
            new("https://login.example.org", "doorstep").map(|fine| fine.name).ok().as_deref(),
            Some("login.example.org")
        );
    }

    #[test]
    fn the_secret_is_never_printed() {
        let secret = Some("hunter2".to_owned().into());
        let settings = OidcSettings::new("https://login.example.org", "doorstep".to_owned(), secret, None);
        assert!(!format!("{settings:?}").contains("hunter2"));
    }
}
