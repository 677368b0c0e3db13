//! What the operator allows of its own network.

use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;
use thiserror::Error;
use url::{Host, Url};

use super::address::{Owner, owner};

/// Ports that may be asked where none is named.
const PORTS: [u16; 2] = [80, 443];

/// Targets in the operator's own network that may be asked. Empty by default: then only what is public may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    networks: Vec<IpNet>,
    hosts: Vec<AllowedHost>,
    ports: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct AllowedHost {
    host: Host,
    port: Option<u16>,
}

/// Something that names no target.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{0}`, which is neither a network such as 10.1.2.0/24 nor a host such as sso.internal or 10.1.2.3:8443"
)]
pub struct InvalidAllowed(String);

impl Default for Allowed {
    fn default() -> Self {
        Self { networks: Vec::new(), hosts: Vec::new(), ports: PORTS.to_vec() }
    }
}

impl Allowed {
    /// Networks (`10.1.2.0/24`), and hosts with or without a port (`sso.internal`, `10.1.2.3:8443`, `[fd00::1]`).
    ///
    /// # Errors
    /// With the first entry that is none of them.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a str>) -> Result<Self, InvalidAllowed> {
        let mut allowed = Self::default();
        for entry in entries {
            let entry = entry.trim();
            if let Ok(network) = entry.parse::<IpNet>() {
                allowed.networks.push(network.trunc());
            } else if let Ok(address) = entry.parse::<IpAddr>() {
                allowed.networks.push(address.into());
            } else {
                allowed.hosts.push(entry.parse()?);
            }
        }
        Ok(allowed)
    }

    /// The entries, as people write them.
    pub fn entries(&self) -> impl Iterator<Item = String> {
        let networks = self.networks.iter().map(ToString::to_string);
        networks.chain(self.hosts.iter().map(|entry| match entry.port {
            Some(port) => format!("{}:{port}", entry.host),
            None => entry.host.to_string(),
        }))
    }

    /// Whether a port of a host may be asked at all.
    pub(super) fn port(&self, host: &Host, port: u16) -> bool {
        let mut named = self.of(host).peekable();
        if named.peek().is_none() {
            return self.ports.contains(&port);
        }
        named.any(|entry| entry.port.map_or(self.ports.contains(&port), |named| named == port))
    }

    /// Whether a host is named here, so that it may be one of the own network.
    pub(super) fn names(&self, host: &Host) -> bool {
        self.of(host).next().is_some()
    }

    /// Whether the host of an address is named here.
    pub(crate) fn names_host_of(&self, url: &Url) -> bool {
        url.host().is_some_and(|host| self.names(&host.to_owned()))
    }

    /// Whether an address may be dialled for a host. A name that is allowed leads into the own network and still not
    /// to what is nobody's, such as the address at which clouds keep credentials.
    pub(super) fn address(&self, host: &Host, address: IpAddr) -> bool {
        let is_in_network = self.networks.iter().any(|network| network.contains(&address));
        match owner(address) {
            Owner::Public => true,
            Owner::Own => is_in_network || self.names(host),
            Owner::Nobody => is_in_network,
        }
    }

    /// The same, and another port where none is named.
    #[cfg(test)]
    pub(super) fn and_port(mut self, port: u16) -> Self {
        self.ports.push(port);
        self
    }

    fn of(&self, host: &Host) -> impl Iterator<Item = &AllowedHost> {
        self.hosts.iter().filter(move |entry| entry.host == *host)
    }
}

impl FromStr for AllowedHost {
    type Err = InvalidAllowed;

    fn from_str(text: &str) -> Result<Self, InvalidAllowed> {
        let invalid = || InvalidAllowed(text.to_owned());
        let (host, port) = match text.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                (host, Some(port.parse().ok().filter(|port| *port > 0).ok_or_else(invalid)?))
            }
            _ => (text, None),
        };
        let is_plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte));
        let host = Host::parse(host).ok().filter(|_| is_plain).ok_or_else(invalid)?;
        Ok(Self { host, port })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> Host {
        Host::parse(text).unwrap()
    }

    #[test]
    fn only_what_is_named_is_allowed() {
        let allowed = Allowed::new(["10.1.2.3/32", "10.2.0.0/16", "sso.internal", "127.0.0.1:9000"]).unwrap();
        let is = |name: &str, address: &str| allowed.address(&host(name), address.parse().unwrap());
        assert!(is("any.example.org", "10.1.2.3") && is("any.example.org", "10.2.255.255"));
        assert!(!is("any.example.org", "10.1.2.4") && !is("any.example.org", "10.3.0.0"));
        assert!(is("sso.internal", "192.168.7.7") && is("sso.internal", "::1"));
        assert!(!is("sso.internal", "169.254.169.254") && !is("sso.internal", "::ffff:10.0.0.1"));
        assert!(!is("other.internal", "192.168.7.7"));
        assert!(is("127.0.0.1", "127.0.0.1") && !is("127.0.0.2", "127.0.0.2"));
        assert!(is("example.org", "8.8.8.8"));
    }

    #[test]
    fn a_host_is_asked_at_its_ports() {
        let allowed =
            Allowed::new(["sso.internal", "127.0.0.1:9000", "[fd00::1]:8443", "10.0.0.0/8"]).unwrap();
        for (name, port, expected) in [
            ("sso.internal", 443, true),
            ("sso.internal", 80, true),
            ("sso.internal", 8443, false),
            ("127.0.0.1", 9000, true),
            ("127.0.0.1", 443, false),
            ("[fd00::1]", 8443, true),
            ("10.0.0.1", 443, true),
            ("10.0.0.1", 22, false),
            ("example.org", 443, true),
            ("example.org", 6379, false),
        ] {
            assert_eq!(allowed.port(&host(name), port), expected, "{name}:{port}");
        }
    }

    #[test]
    fn what_names_no_target_is_refused() {
        for wrong in [
            "",
            "10.0.0.0/33",
            "host/8",
            "sso.internal:0",
            "sso.internal:http",
            "a b",
            "https://x",
            "*",
            "x:1:2",
        ] {
            assert!(Allowed::new([wrong]).is_err(), "{wrong}");
        }
    }
}
