//! Judging a target by how it is written, before anything is looked up.

use http::Uri;
use thiserror::Error;
use url::{Host, Url};

use super::allowed::Allowed;

/// The longest target, in bytes.
const TARGET_BYTES_MAX: usize = 2_048;
/// Endings of names for this machine and its own network, whatever is behind them (RFC 6761, 6762, 8375, what ICANN
/// keeps for private use, and what routers use).
const OWN_NAMES: [&str; 6] = ["localhost", "local", "internal", "home.arpa", "lan", "localdomain"];

/// Why a target is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// It is no address, or too long.
    #[error("the target is no address")]
    Unreadable,
    /// It is asked by something other than HTTP.
    #[error("the target is neither http nor https")]
    Scheme,
    /// It must be asked by https.
    #[error("the target is asked by https alone")]
    Plain,
    /// It carries a name or a password.
    #[error("the target carries a name or a password")]
    Userinfo,
    /// Its host can be read in more than one way.
    #[error("the target's host is not written in its plain form")]
    OddHost,
    /// Its port is not one that is asked.
    #[error("the target's port is neither 80 nor 443, nor one that `outbound.allow` names")]
    Port,
    /// It lies in the own network, or nowhere, and is not allowed.
    #[error("the target is not public, and `outbound.allow` does not name it")]
    NotPublic,
}

/// A target that may be asked, as far as its text tells.
///
/// # Errors
/// Why it may not.
pub(super) fn checked(allowed: &Allowed, text: &str) -> Result<Url, Refusal> {
    if text.len() > TARGET_BYTES_MAX {
        return Err(Refusal::Unreadable);
    }
    let url = Url::parse(text).map_err(|_no_address| Refusal::Unreadable)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Refusal::Scheme);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::Userinfo);
    }
    let host = url.host().ok_or(Refusal::Unreadable)?.to_owned();
    if !is_plainly_written(text, &url) {
        return Err(Refusal::OddHost);
    }
    if !allowed.port(&host, url.port_or_known_default().unwrap_or_default()) {
        return Err(Refusal::Port);
    }
    let is_fine = match &host {
        Host::Ipv4(address) => allowed.address(&host, (*address).into()),
        Host::Ipv6(address) => allowed.address(&host, (*address).into()),
        Host::Domain(name) => is_public_name(name) || allowed.names(&host),
    };
    if is_fine { Ok(url) } else { Err(Refusal::NotPublic) }
}

/// Whether two readers of different schools agree on the host, so that no third one can be led elsewhere: numbers in
/// place of addresses, escapes, backslashes and the like are read by one of them and not by the other.
fn is_plainly_written(text: &str, url: &Url) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    let authority = uri.authority().map(http::uri::Authority::as_str);
    authority.is_some_and(|authority| !authority.contains('@'))
        && uri.host().map(str::to_ascii_lowercase).as_deref() == url.host_str()
}

/// Whether a name may be public: it has a dot, and none of those endings.
fn is_public_name(name: &str) -> bool {
    let name = name.trim_end_matches('.');
    let has_own_ending = OWN_NAMES
        .iter()
        .any(|own| name.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.')));
    name.contains('.') && !has_own_ending
}
