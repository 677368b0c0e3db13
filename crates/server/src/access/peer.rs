//! Where a request comes from.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{Extensions, HeaderMap};

use crate::state::{AppState, Settings};

/// The other end of the connection; the accept loop puts it into each request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// The address to count a caller by: the one that the proxy saw, where there is a proxy. Of an IPv6 address only the
/// first half counts, because one caller has all of the other half.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct ClientAddress(IpAddr);

const FORWARDING: [&str; 4] = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

impl ClientAddress {
    /// The address of a request's sender. A request that came over no socket is counted as one of this machine.
    pub(crate) fn of(extensions: &Extensions, headers: &HeaderMap, settings: &Settings) -> Self {
        let peer = extensions.get::<Peer>().map(|peer| peer.0.ip());
        let told = settings.behind_proxy.then(|| last_forwarded(headers)).flatten();
        Self(one_caller(told.or(peer).unwrap_or(IpAddr::V6(Ipv6Addr::LOCALHOST))))
    }
}

impl std::fmt::Debug for ClientAddress {
    /// Addresses are personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClientAddress(..)")
    }
}

impl FromRequestParts<AppState> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, shared: &AppState) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions, &parts.headers, &shared.settings))
    }
}

/// Whether a request was made on this machine and passed no proxy.
pub(super) fn is_internal(extensions: &Extensions, headers: &HeaderMap) -> bool {
    let local = extensions.get::<Peer>().is_some_and(|peer| peer.0.ip().to_canonical().is_loopback());
    local && !FORWARDING.iter().any(|name| headers.contains_key(*name))
}

/// The last address of `X-Forwarded-For`: the one that our own proxy added. Those before it are the caller's word.
fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let header = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    header.rsplit(',').next()?.trim().parse().ok()
}

/// What one caller has at least: an IPv4 address, or the `/64` network of an IPv6 one.
pub(crate) fn one_caller(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn request(peer: &str, forwarded: Option<&'static str>) -> (Extensions, HeaderMap) {
        let mut extensions = Extensions::new();
        extensions.insert(Peer(peer.parse().unwrap()));
        let mut headers = HeaderMap::new();
        if let Some(forwarded) = forwarded {
            headers.insert("x-forwarded-for", HeaderValue::from_static(forwarded));
        }
        (extensions, headers)
    }

    fn client(peer: &str, forwarded: Option<&'static str>, behind_proxy: bool) -> ClientAddress {
        let (extensions, headers) = request(peer, forwarded);
        ClientAddress::of(&extensions, &headers, &Settings { behind_proxy, ..Settings::default() })
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed() {
        let direct = client("192.0.2.1:1", None, false);
        assert_eq!(client("192.0.2.1:2", Some("198.51.100.7"), false), direct);
        let proxied = client("127.0.0.1:1", Some("203.0.113.9, 198.51.100.7"), true);
        assert_eq!(proxied, client("198.51.100.7:9", None, false));
    }

    #[test]
    fn one_caller_has_a_whole_half_of_addresses() {
        assert_eq!(client("[2001:db8::1]:1", None, false), client("[2001:db8::ffff:1]:1", None, false));
        assert_ne!(client("[2001:db8::1]:1", None, false), client("[2001:db8:0:1::1]:1", None, false));
    }

    #[test]
    fn internal_is_this_machine_without_a_proxy() {
        for (peer, forwarded, expected) in [
            ("127.0.0.1:5", None, true),
            ("[::1]:5", None, true),
            ("127.0.0.1:5", Some("198.51.100.7"), false),
            ("192.0.2.1:5", None, false),
        ] {
            let (extensions, headers) = request(peer, forwarded);
            assert_eq!(is_internal(&extensions, &headers), expected, "{peer} {forwarded:?}");
        }
    }
}
