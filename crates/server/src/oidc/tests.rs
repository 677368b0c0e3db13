//! Logging in with a provider that speaks the real protocol on a real socket and signs what it says.

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Form, State};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use doorstep_store::Role;
use http::header::{ACCEPT, COOKIE, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use openidconnect::PrivateSigningKey as _;
use openidconnect::core::CoreEdDsaPrivateSigningKey;
use parking_lot::Mutex;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::net::TcpListener;
use url::Url;

use super::OidcSettings;
use crate::outbound::Allowed;
use crate::testing::House;

const EMAIL: &str = "ada@example.org";
const CODE: &str = "the-code";

/// What the provider says that it should not, or keeps to itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Flaw {
    #[default]
    None,
    Issuer,
    Audience,
    Expired,
    Nonce,
    Key,
    Unsigned,
    OtherToken,
    Unverified,
    NoEmail,
    EmailWhenAsked,
    OtherWhenAsked,
    NewKeys,
    NotThere,
}

/// A provider on a port of its own.
struct Provider {
    issuer: String,
    flaw: Mutex<Flaw>,
    /// What the browser was sent with.
    asked: Mutex<HashMap<String, String>>,
    /// How often it described itself.
    described: Mutex<u32>,
}

impl Provider {
    async fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let provider = Arc::new(Self {
            issuer: format!("http://{}", listener.local_addr().unwrap()),
            flaw: Mutex::default(),
            asked: Mutex::default(),
            described: Mutex::default(),
        });
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/who", get(who))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        provider
    }

    /// What lets the server ask it: it is on this machine.
    fn allowed(&self) -> Allowed {
        Allowed::new(self.issuer.strip_prefix("http://")).unwrap()
    }

    fn flaw(&self) -> Flaw {
        *self.flaw.lock()
    }

    /// The browser arrives with this address; the person logs in there and is sent back.
    fn visited(&self, url: &Url) {
        *self.asked.lock() = url.query_pairs().into_owned().collect();
    }

    fn asked(&self, name: &str) -> String {
        self.asked.lock().get(name).cloned().unwrap_or_default()
    }

    fn identity(&self) -> String {
        let (flaw, now) = (self.flaw(), jiff::Timestamp::now().as_second());
        let mut claims = json!({
            "iss": if flaw == Flaw::Issuer { "https://evil.example" } else { &self.issuer },
            "aud": if flaw == Flaw::Audience { "another" } else { "doorstep" },
            "sub": "248289761001",
            "iat": now,
            "exp": if flaw == Flaw::Expired { now - 1 } else { now + 60 },
            "nonce": if flaw == Flaw::Nonce { "another".to_owned() } else { self.asked("nonce") },
            "email": EMAIL,
            "email_verified": flaw != Flaw::Unverified,
        });
        if matches!(flaw, Flaw::NoEmail | Flaw::EmailWhenAsked | Flaw::OtherWhenAsked) {
            claims.as_object_mut().unwrap().remove("email");
        }
        if flaw == Flaw::OtherToken {
            claims["at_hash"] = json!("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let algorithm = if flaw == Flaw::Unsigned { "none" } else { "EdDSA" };
        let message = format!("{}.{}", part(&json!({ "alg": algorithm, "kid": "1" })), part(&claims));
        let key = key(if flaw == Flaw::Key { 9 } else { self.key_number() });
        let signature = match flaw {
            Flaw::Unsigned => Vec::new(),
            _ => key.sign(&openidconnect::core::CoreJwsSigningAlgorithm::EdDsa, message.as_bytes()).unwrap(),
        };
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    fn key_number(&self) -> u8 {
        if self.flaw() == Flaw::NewKeys { 2 } else { 1 }
    }
}

/// A key of Ed25519, by its seed, in the form of RFC 8410.
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der =
        vec![0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    der.extend([number; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    let id = openidconnect::JsonWebKeyId::new("1".to_owned());
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).unwrap()
}

async fn describe(State(provider): State<Arc<Provider>>) -> Result<Json<Value>, StatusCode> {
    if provider.flaw() == Flaw::NotThere {
        return Err(StatusCode::BAD_GATEWAY);
    }
    *provider.described.lock() += 1;
    let issuer = &provider.issuer;
    Ok(Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/who"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "none"],
    })))
}

async fn keys(State(provider): State<Arc<Provider>>) -> Json<Value> {
    Json(json!({ "keys": [key(provider.key_number()).as_verification_key()] }))
}

/// Takes the code once it came with the right verifier, client and secret.
async fn token(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Json<Value>, StatusCode> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    let is_right = form["code"] == CODE
        && form["grant_type"] == "authorization_code"
        && form["redirect_uri"] == provider.asked("redirect_uri")
        && challenge == provider.asked("code_challenge")
        && headers["authorization"] == format!("Basic {}", STANDARD.encode("doorstep:hunter2"));
    if !is_right {
        return Err(StatusCode::BAD_REQUEST);
    }
    let id_token = provider.identity();
    Ok(Json(json!({ "access_token": "access", "token_type": "Bearer", "id_token": id_token })))
}

async fn who(State(provider): State<Arc<Provider>>, headers: HeaderMap) -> Json<Value> {
    assert_eq!(headers["authorization"], "Bearer access");
    let subject = if provider.flaw() == Flaw::OtherWhenAsked { "another" } else { "248289761001" };
    match provider.flaw() {
        Flaw::NoEmail => Json(json!({ "sub": subject })),
        _ => Json(json!({ "sub": subject, "email": EMAIL, "email_verified": true })),
    }
}

/// A house whose people log in with a provider.
async fn scene() -> (House, Arc<Provider>) {
    let provider = Provider::start().await;
    let settings =
        OidcSettings::new(&provider.issuer, "doorstep".to_owned(), Some("hunter2".to_owned().into()), None);
    let house = House::with(|parts| {
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.settings.allowed = provider.allowed();
        parts.oidc = settings.ok();
    })
    .await;
    house.account(EMAIL, Role::Recipient).await;
    (house, provider)
}

struct Page {
    status: StatusCode,
    location: String,
    cookies: Vec<String>,
    html: String,
}

impl Page {
    fn cookie(&self, name: &str) -> String {
        let cookie = self.cookies.iter().find(|cookie| cookie.starts_with(name)).expect("it is set");
        cookie.split(';').next().unwrap().to_owned()
    }

    fn is_logged_in(&self) -> bool {
        self.location == "/orders"
            && self.cookies.iter().any(|cookie| cookie.starts_with("__Host-doorstep_session="))
    }
}

async fn page(house: &House, path: &str, cookie: &str) -> Page {
    house.clock.advance(jiff::SignedDuration::from_secs(10));
    let request = Request::get(path).header(ACCEPT, "text/html").header(COOKIE, cookie);
    let (parts, body) = house.send(request.body(Body::empty()).unwrap()).await.into_parts();
    let text = |value: &http::HeaderValue| value.to_str().unwrap().to_owned();
    Page {
        status: parts.status,
        location: parts.headers.get(LOCATION).map(text).unwrap_or_default(),
        cookies: parts.headers.get_all(SET_COOKIE).iter().map(text).collect(),
        html: String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap(),
    }
}

/// A browser goes to the provider and comes back.
async fn logs_in(house: &House, provider: &Provider) -> Page {
    let there = page(house, "/login/oidc", "").await;
    if there.status != StatusCode::SEE_OTHER {
        return there;
    }
    provider.visited(&there.location.parse().unwrap());
    let back = format!("/login/oidc/back?code={CODE}&state={}", provider.asked("state"));
    page(house, &back, &there.cookie("__Host-doorstep_oidc")).await
}

#[tokio::test]
async fn whom_the_provider_vouches_for_is_logged_in() {
    let (house, provider) = scene().await;
    assert!(page(&house, "/login", "").await.html.contains("href=\"/login/oidc\""));
    let there = page(&house, "/login/oidc", "").await;
    assert!(there.location.starts_with(&format!("{}/authorize?", provider.issuer)), "{}", there.location);
    provider.visited(&there.location.parse().unwrap());
    assert_eq!(provider.asked("redirect_uri"), "https://track.example.org/login/oidc/back");
    assert_eq!(provider.asked("code_challenge_method"), "S256");
    assert_eq!(
        (provider.asked("response_type"), provider.asked("scope")),
        ("code".into(), "openid email".into())
    );
    assert!(
        !there.cookie("__Host-doorstep_oidc").contains(&provider.asked("state")),
        "the cookie tells no state"
    );

    let came_back = logs_in(&house, &provider).await;
    assert!(came_back.is_logged_in(), "{}", came_back.html);
    assert!(
        came_back.cookies.iter().any(|cookie| cookie.starts_with("__Host-doorstep_oidc=;")),
        "the try is over"
    );
    let orders = page(&house, "/orders", &came_back.cookie("__Host-doorstep_session")).await;
    assert_eq!(orders.status, StatusCode::OK);
    assert_eq!(*provider.described.lock(), 1, "what is known is not asked for again");
}

#[tokio::test]
async fn whoever_asked_for_a_page_is_led_there() {
    let (house, provider) = scene().await;
    let login = page(&house, "/login?next=%2Fsessions", "").await;
    let there = page(&house, "/login/oidc", "").await;
    provider.visited(&there.location.parse().unwrap());
    let back = format!("/login/oidc/back?code={CODE}&state={}", provider.asked("state"));
    let cookies = [there.cookie("__Host-doorstep_oidc"), login.cookie("__Host-doorstep_next")].join("; ");
    let came_back = page(&house, &back, &cookies).await;
    assert!(!came_back.cookie("__Host-doorstep_session").ends_with('='));
    assert_eq!(came_back.location, "/sessions");
    assert_eq!(logs_in(&house, &provider).await.location, "/orders", "who asked for none goes home");
}

#[tokio::test]
async fn an_answer_that_is_not_right_logs_nobody_in() {
    let (house, provider) = scene().await;
    for flaw in [
        Flaw::Issuer,
        Flaw::Audience,
        Flaw::Expired,
        Flaw::Nonce,
        Flaw::Key,
        Flaw::Unsigned,
        Flaw::OtherToken,
        Flaw::Unverified,
        Flaw::NoEmail,
        Flaw::OtherWhenAsked,
    ] {
        *provider.flaw.lock() = flaw;
        let refused = logs_in(&house, &provider).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{flaw:?}");
        assert!(refused.html.contains("did not work") && !refused.is_logged_in(), "{flaw:?}");
    }
    *provider.flaw.lock() = Flaw::EmailWhenAsked;
    assert!(logs_in(&house, &provider).await.is_logged_in());
}

#[tokio::test]
async fn an_answer_for_another_browser_logs_nobody_in() {
    let (house, provider) = scene().await;
    let (mine, theirs) = (page(&house, "/login/oidc", "").await, page(&house, "/login/oidc", "").await);
    provider.visited(&theirs.location.parse().unwrap());
    let back = format!("/login/oidc/back?code={CODE}&state={}", provider.asked("state"));
    for cookie in [mine.cookie("__Host-doorstep_oidc"), String::new()] {
        assert_eq!(page(&house, &back, &cookie).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{cookie}");
    }
    for query in
        ["", "?error=access_denied", "?code=the-code", &format!("?code={}&state=x", "x".repeat(3_000))]
    {
        let answer =
            page(&house, &format!("/login/oidc/back{query}"), &theirs.cookie("__Host-doorstep_oidc")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
    }
    assert!(page(&house, &back, &theirs.cookie("__Host-doorstep_oidc")).await.is_logged_in());
}

#[tokio::test]
async fn nobody_gets_an_account_by_being_vouched_for() {
    let (_, provider) = scene().await;
    let settings =
        OidcSettings::new(&provider.issuer, "doorstep".to_owned(), Some("hunter2".to_owned().into()), None);
    let house = House::with(|parts| {
        parts.settings.public_url = "https://track.example.org".parse().ok();
        parts.settings.allowed = provider.allowed();
        parts.oidc = settings.ok();
    })
    .await;
    let refused = logs_in(&house, &provider).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.html.contains("no account here"));
    assert_eq!(house.store().find_account_by_email(EMAIL).await.unwrap(), None);
}

#[tokio::test]
async fn new_keys_are_asked_for_and_a_provider_that_is_away_comes_back() {
    let (house, provider) = scene().await;
    *provider.flaw.lock() = Flaw::NotThere;
    let away = logs_in(&house, &provider).await;
    assert_eq!(away.status, StatusCode::UNPROCESSABLE_ENTITY);
    *provider.flaw.lock() = Flaw::None;
    assert!(logs_in(&house, &provider).await.is_logged_in());
    house.clock.advance(super::ASKED_AGAIN_AFTER);
    *provider.flaw.lock() = Flaw::NewKeys;
    assert!(logs_in(&house, &provider).await.is_logged_in());
    assert_eq!(*provider.described.lock(), 2);
}

#[tokio::test]
async fn without_a_provider_there_is_no_such_page() {
    let house = House::new().await;
    assert!(!page(&house, "/login", "").await.html.contains("/login/oidc"));
    for path in ["/login/oidc", "/login/oidc/back?code=x&state=y"] {
        assert_eq!(page(&house, path, "").await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
