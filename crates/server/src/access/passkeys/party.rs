//! Whether there can be passkeys: browsers bind each to the name of the host that people come by.

use thiserror::Error;
use url::{Host, Url};
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Why there are no passkeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoPasskeys {
    /// Nobody said by which address people come.
    #[error("there is no public address, and passkeys belong to one")]
    NoAddress,
    /// The address holds no name.
    #[error("the public address is a number, and browsers keep passkeys for names alone")]
    NoName,
    /// Browsers keep passkeys for addresses alone that nobody can forge.
    #[error(
        "the public address is not https, and browsers keep passkeys for https alone, or for http://localhost"
    )]
    NotSecure,
}

/// Whether people who come by this address can have passkeys.
///
/// # Errors
/// Why they cannot.
pub fn can_have_passkeys(public_url: Option<&Url>) -> Result<(), NoPasskeys> {
    relying_party(public_url).map(drop)
}

/// The party that passkeys are for: the host of the public address, and no other origin.
pub(super) fn relying_party(public_url: Option<&Url>) -> Result<Webauthn, NoPasskeys> {
    let url = public_url.ok_or(NoPasskeys::NoAddress)?;
    let Some(Host::Domain(name)) = url.host() else { return Err(NoPasskeys::NoName) };
    if url.scheme() != "https" && !(url.scheme() == "http" && name == "localhost") {
        return Err(NoPasskeys::NotSecure);
    }
    let party = WebauthnBuilder::new(name, url).and_then(WebauthnBuilder::build);
    party.map_err(|_mismatch| NoPasskeys::NoName)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_need_a_name_that_nobody_can_forge() {
        let can = |url: &str| can_have_passkeys(Some(&Url::parse(url).unwrap()));
        for fine in ["https://track.example.org", "https://track.example.org:8443/", "http://localhost:8080"]
        {
            assert_eq!(can(fine), Ok(()), "{fine}");
        }
        assert_eq!(can_have_passkeys(None), Err(NoPasskeys::NoAddress));
        assert_eq!(can("http://track.example.org"), Err(NoPasskeys::NotSecure));
        assert_eq!(can("http://localhost.example.org"), Err(NoPasskeys::NotSecure));
        for number in ["https://192.0.2.7", "http://127.0.0.1:8080", "https://[2001:db8::1]"] {
            assert_eq!(can(number), Err(NoPasskeys::NoName), "{number}");
        }
    }
}
