//! Logging in by another provider: `OpenID` Connect, authorization code flow with PKCE.
//!
//! The provider vouches for an e-mail address, and whoever has an account with that address is logged in; no account is
//! ever made. What binds the answer to the browser that asked (state, nonce, PKCE verifier) is made of one random
//! token in a cookie, so that nothing waits in memory.

mod flow;
mod http;
mod settings;
#[cfg(test)]
mod tests;

use doorstep_domain::Personal;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreIdTokenClaims,
    CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AccessToken, AccessTokenHash, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, OAuth2TokenResponse as _, PkceCodeChallenge, RedirectUrl, Scope, TokenResponse as _,
};
use secrecy::ExposeSecret as _;
use thiserror::Error;
use tokio::sync::Mutex;
use url::Url;

use self::http::Http;

pub(crate) use self::flow::Flow;
pub use self::settings::{InvalidOidcSettings, OidcSettings};
use crate::outbound::Outbound;

/// What a provider says of itself is asked for again after this time.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(1);
/// When a signature does not fit, the provider may have new keys; it is asked for them no more often than this.
const ASKED_AGAIN_AFTER: SignedDuration = SignedDuration::from_mins(1);
/// Signatures that are believed: those that nobody can make who only knows what the provider publishes.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A provider that people log in with.
pub(crate) struct Oidc {
    settings: OidcSettings,
    http: Http,
    known: Mutex<Option<Provider>>,
}

/// What a provider says of itself.
#[derive(Clone)]
struct Provider {
    metadata: CoreProviderMetadata,
    asked_at: Timestamp,
}

/// The answer of a provider, as the browser brings it.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The code.
    pub(crate) code: String,
    /// The state, which must be that of the browser's flow.
    pub(crate) state: String,
}

/// Why someone was not logged in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum OidcError {
    /// The answer is for another browser, or for an earlier try.
    #[error("the answer does not belong to this browser")]
    Foreign,
    /// The provider cannot be used at this moment; the text never holds what a person or a token is called.
    #[error("the provider {0}")]
    Provider(&'static str),
    /// The provider does not vouch for an e-mail address.
    #[error("the provider does not vouch for an e-mail address")]
    Unverified,
}

impl Oidc {
    /// A provider with these settings. It is asked for nothing before someone logs in.
    ///
    /// # Errors
    /// When the provider may not be asked.
    pub(crate) fn new(settings: OidcSettings, outbound: Outbound) -> Result<Self, InvalidOidcSettings> {
        outbound.check(settings.issuer.as_str())?;
        Ok(Self { settings, http: Http(outbound), known: Mutex::default() })
    }

    /// What people call it.
    pub(crate) fn name(&self) -> &str {
        &self.settings.name
    }

    /// Where to send a browser to log in.
    ///
    /// # Errors
    /// When the provider does not say.
    pub(crate) async fn begin(&self, flow: &Flow, back: &Url, now: Timestamp) -> Result<Url, OidcError> {
        let provider = self.provider(now, KNOWN_FOR).await?;
        let client = self.client(&provider, back);
        let (state, nonce) = (flow.state(), flow.nonce());
        let request =
            client.authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce);
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&flow.verifier());
        let (url, _state, _nonce) =
            request.add_scope(Scope::new("email".to_owned())).set_pkce_challenge(challenge).url();
        Ok(url)
    }

    /// The e-mail address that the provider vouches for.
    ///
    /// # Errors
    /// Whatever is not as it must be.
    pub(crate) async fn finish(
        &self,
        flow: &Flow,
        answer: Answer,
        back: &Url,
        now: Timestamp,
    ) -> Result<Personal, OidcError> {
        if !flow.is_answered_by(&answer.state) {
            return Err(OidcError::Foreign);
        }
        let provider = self.provider(now, KNOWN_FOR).await?;
        let tokens = self.tokens(&provider, flow, answer.code, back).await?;
        let id_token = tokens.id_token().ok_or(OidcError::Provider("sends no identity"))?;
        let (provider, claims) = self.verified(provider, id_token, flow, back, now).await?;
        self.check_access_token(&provider, id_token, &claims, tokens.access_token(), back)?;
        match (claims.email(), claims.email_verified()) {
            (Some(email), Some(true)) => Ok(Personal::new(email.as_str())),
            (None, _) => self.email_by_asking(&provider, tokens.access_token(), &claims, back).await,
            (Some(_), _) => Err(OidcError::Unverified),
        }
    }

    /// What the provider says of itself, not older than this.
    async fn provider(&self, now: Timestamp, not_older_than: SignedDuration) -> Result<Provider, OidcError> {
        let mut known = self.known.lock().await;
        let fresh = known.as_ref().filter(|known| now.duration_since(known.asked_at) < not_older_than);
        if let Some(known) = fresh {
            return Ok(known.clone());
        }
        let metadata = CoreProviderMetadata::discover_async(self.settings.issuer.clone(), &self.http).await;
        let metadata = metadata.map_err(|error| failed(&error, "does not describe itself"))?;
        let provider = Provider { metadata, asked_at: now };
        *known = Some(provider.clone());
        Ok(provider)
    }

    async fn tokens(
        &self,
        provider: &Provider,
        flow: &Flow,
        code: String,
        back: &Url,
    ) -> Result<CoreTokenResponse, OidcError> {
        let client = self.client(provider, back);
        let request = client.exchange_code(AuthorizationCode::new(code));
        let request = request.map_err(|error| failed(&error, "has no address for codes"))?;
        let tokens = request.set_pkce_verifier(flow.verifier()).request_async(&self.http).await;
        tokens.map_err(|error| failed(&error, "does not take the code"))
    }

    /// What an identity says once its signature, issuer, audience, times and nonce were checked. The provider is asked
    /// for its keys once more when the signature does not fit those that are known.
    async fn verified(
        &self,
        provider: Provider,
        id_token: &CoreIdToken,
        flow: &Flow,
        back: &Url,
        now: Timestamp,
    ) -> Result<(Provider, CoreIdTokenClaims), OidcError> {
        let provider = match self.claims(&provider, id_token, flow, back) {
            Ok(claims) => return Ok((provider, claims)),
            Err(ClaimsVerificationError::SignatureVerification(_)) => {
                self.provider(now, ASKED_AGAIN_AFTER).await?
            }
            Err(error) => return Err(failed(&error, "sends an identity that is not right")),
        };
        let claims = self.claims(&provider, id_token, flow, back);
        claims
            .map(|claims| (provider, claims))
            .map_err(|error| failed(&error, "sends an identity whose signature is not right"))
    }

    fn claims(
        &self,
        provider: &Provider,
        id_token: &CoreIdToken,
        flow: &Flow,
        back: &Url,
    ) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
        let client = self.client(provider, back);
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
        id_token.claims(&verifier, &flow.nonce()).cloned()
    }

    /// An identity that names its access token must have come with that one.
    fn check_access_token(
        &self,
        provider: &Provider,
        id_token: &CoreIdToken,
        claims: &CoreIdTokenClaims,
        token: &AccessToken,
        back: &Url,
    ) -> Result<(), OidcError> {
        const WRONG: OidcError = OidcError::Provider("sends an identity that belongs to another token");
        let Some(expected) = claims.access_token_hash() else { return Ok(()) };
        let client = self.client(provider, back);
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
        let algorithm = id_token.signing_alg().map_err(|_unknown| WRONG)?;
        let key = id_token.signing_key(&verifier).map_err(|_unknown| WRONG)?;
        let actual = AccessTokenHash::from_token(token, algorithm, key).map_err(|_unknown| WRONG)?;
        if actual == *expected { Ok(()) } else { Err(WRONG) }
    }

    /// Many providers keep the address out of the identity and tell it when they are asked.
    async fn email_by_asking(
        &self,
        provider: &Provider,
        token: &AccessToken,
        claims: &CoreIdTokenClaims,
        back: &Url,
    ) -> Result<Personal, OidcError> {
        let client = self.client(provider, back);
        let request = client.user_info(token.clone(), Some(claims.subject().clone()));
        let request = request.map_err(|_no_address| OidcError::Unverified)?;
        let told: Result<CoreUserInfoClaims, _> = request.request_async(&self.http).await;
        let told = told.map_err(|error| failed(&error, "does not say who it is"))?;
        match (told.email(), told.email_verified()) {
            (Some(email), Some(true)) => Ok(Personal::new(email.as_str())),
            _ => Err(OidcError::Unverified),
        }
    }

    fn client(&self, provider: &Provider, back: &Url) -> Client {
        let secret = self.settings.client_secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        let id = ClientId::new(self.settings.client_id.clone());
        CoreClient::from_provider_metadata(provider.metadata.clone(), id, secret)
            .set_redirect_uri(RedirectUrl::from_url(back.clone()))
            .set_auth_type(auth_type(&provider.metadata))
    }
}

/// A client of a provider that has an address for people, and may have the others.
type Client = CoreClient<
    openidconnect::EndpointSet,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointNotSet,
    openidconnect::EndpointMaybeSet,
    openidconnect::EndpointMaybeSet,
>;

/// How the secret is sent: in the header, which every provider takes that does not say otherwise.
fn auth_type(metadata: &CoreProviderMetadata) -> AuthType {
    match metadata.token_endpoint_auth_methods_supported() {
        Some(methods) if !methods.contains(&CoreClientAuthMethod::ClientSecretBasic) => AuthType::RequestBody,
        _ => AuthType::BasicAuth,
    }
}

/// What went wrong is logged by its kind alone: a provider's words may hold what nobody may read in a log.
fn failed<E: std::error::Error>(error: &E, what: &'static str) -> OidcError {
    let kind = std::any::type_name_of_val(error).rsplit("::").next().unwrap_or_default();
    tracing::warn!(what, kind, "a login by another provider failed");
    OidcError::Provider(what)
}

impl std::fmt::Debug for Oidc {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Oidc").field("settings", &self.settings).finish_non_exhaustive()
    }
}
