//! The ntfy servers that messages are published to.

use std::fmt;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Request, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use thiserror::Error;
use url::Url;

use crate::outbound::{Allowed, Outbound, OutboundError, Refusal};

/// The ntfy servers that messages are published to, and the token that one of them asks for.
#[derive(Clone)]
pub struct NtfySettings {
    servers: Vec<Url>,
    authorization: Option<HeaderValue>,
}

/// Why nothing can be published with these settings.
#[derive(Debug, Error)]
pub enum InvalidNtfySettings {
    /// A server is no address, or one with a path.
    #[error("`{0}` must be the address of a server without a path, such as https://ntfy.sh")]
    Url(String),
    /// There are more than people can choose from, or the same twice.
    #[error("there may be {max} servers, each once", max = NtfySettings::SERVERS_MAX)]
    TooMany,
    /// A token, and several servers that would get it.
    #[error("a token is told to one server alone, so name only the one that it belongs to")]
    TokenForMany,
    /// A token that no header can hold.
    #[error("the token must be one such as `tk_` and letters and digits")]
    Token,
    /// A server may not be asked.
    #[error("`{server}` cannot be asked: {why}")]
    Refused {
        /// Which.
        server: String,
        /// Why.
        why: Refusal,
    },
}

/// What is wrong with a server, as far as it can be seen without publishing.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NtfyTrouble {
    /// It cannot be asked.
    #[error("cannot be asked: {0}")]
    Unreachable(String),
    /// It refuses the token.
    #[error("refuses the token")]
    Refused,
    /// It answers, and not like an ntfy server.
    #[error("answers with status {0} where an ntfy server tells how it is")]
    Odd(u16),
}

impl NtfySettings {
    /// More servers nobody can choose from.
    pub const SERVERS_MAX: usize = 8;

    /// Servers by their addresses; `None` when there are none. A token is for one server alone.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn new(
        servers: &[String],
        token: Option<&SecretString>,
    ) -> Result<Option<Self>, InvalidNtfySettings> {
        let servers = servers.iter().map(|text| server(text)).collect::<Result<Vec<_>, _>>()?;
        let mut once = servers.clone();
        once.sort();
        once.dedup();
        if servers.len() > Self::SERVERS_MAX || once.len() < servers.len() {
            return Err(InvalidNtfySettings::TooMany);
        }
        if token.is_some() && servers.len() != 1 {
            return Err(InvalidNtfySettings::TokenForMany);
        }
        let authorization = token.map(bearer).transpose()?;
        Ok((!servers.is_empty()).then_some(Self { servers, authorization }))
    }

    /// Whether each server may be asked.
    ///
    /// # Errors
    /// With the first that may not.
    pub(crate) fn check(&self, outbound: &Outbound) -> Result<(), InvalidNtfySettings> {
        for server in &self.servers {
            let refused = |why| InvalidNtfySettings::Refused { server: name(server), why };
            outbound.check_by_https(server.as_str()).map_err(refused)?;
        }
        Ok(())
    }

    /// How each server is, by its name: whether it answers and takes the token.
    pub async fn examine(&self, allowed: &Allowed) -> Vec<(String, Result<(), NtfyTrouble>)> {
        let Ok(outbound) = Outbound::new(allowed) else { return Vec::new() };
        let mut found = Vec::new();
        for server in &self.servers {
            found.push((name(server), self.ask(&outbound, server).await));
        }
        found
    }

    async fn ask(&self, outbound: &Outbound, server: &Url) -> Result<(), NtfyTrouble> {
        let trouble = |error: OutboundError| NtfyTrouble::Unreachable(error.to_string());
        outbound.check_by_https(server.as_str()).map_err(|refusal| trouble(refusal.into()))?;
        let mut request = Request::get(format!("{server}v1/health"));
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let request = request.body(Vec::new()).map_err(|_broken| NtfyTrouble::Odd(0))?;
        match outbound.send(request).await.map_err(trouble)?.status() {
            fine if fine.is_success() => Ok(()),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(NtfyTrouble::Refused),
            odd => Err(NtfyTrouble::Odd(odd.as_u16())),
        }
    }

    /// The names of the servers, the first one first.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.servers.iter().map(name)
    }

    /// The server of a name, if it is still one of these.
    pub(crate) fn find(&self, named: &str) -> Option<&Url> {
        self.servers.iter().find(|server| name(server) == named)
    }

    pub(super) fn authorization(&self) -> Option<&HeaderValue> {
        self.authorization.as_ref()
    }
}

impl fmt::Debug for NtfySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NtfySettings").field("servers", &self.servers).finish_non_exhaustive()
    }
}

fn server(text: &str) -> Result<Url, InvalidNtfySettings> {
    let invalid = || InvalidNtfySettings::Url(text.to_owned());
    let url = Url::parse(text.trim()).map_err(|_no_address| invalid())?;
    let is_root = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty();
    if is_root && is_web && url.password().is_none() { Ok(url) } else { Err(invalid()) }
}

/// A server as people write it, without the slash at the end.
fn name(server: &Url) -> String {
    server.as_str().trim_end_matches('/').to_owned()
}

fn bearer(token: &SecretString) -> Result<HeaderValue, InvalidNtfySettings> {
    let value = format!("Bearer {}", token.expose_secret());
    let mut value = HeaderValue::try_from(value).map_err(|_no_header| InvalidNtfySettings::Token)?;
    value.set_sensitive(true);
    Ok(value)
}
