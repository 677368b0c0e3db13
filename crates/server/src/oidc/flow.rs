//! What binds a provider's answer to the browser that asked.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};
use sha2::{Digest as _, Sha256};

use crate::secret::{fresh_token, token_hash};

/// One try to log in with a provider. State, nonce and verifier are each a hash of its token, so that none tells
/// another, and the token stays in the browser's cookie.
#[derive(Clone)]
pub(crate) struct Flow {
    token: String,
}

impl Flow {
    /// A new try.
    pub(crate) fn new() -> Self {
        Self { token: fresh_token() }
    }

    /// The try whose token a browser brings back.
    pub(crate) fn of(token: String) -> Self {
        Self { token }
    }

    /// What the browser keeps.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Whether an answer with this state is the one to this try. Hashes are compared, so that time tells nothing.
    pub(super) fn is_answered_by(&self, state: &str) -> bool {
        token_hash(state) == token_hash(self.state().secret())
    }

    pub(super) fn state(&self) -> CsrfToken {
        CsrfToken::new(self.derived("state"))
    }

    pub(super) fn nonce(&self) -> Nonce {
        Nonce::new(self.derived("nonce"))
    }

    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.derived("verifier"))
    }

    fn derived(&self, what: &str) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(format!("doorstep oidc {what} {}", self.token)))
    }
}

impl std::fmt::Debug for Flow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Flow(..)")
    }
}
