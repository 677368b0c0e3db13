//! Browsers that are pushed to, and a push service on a real socket.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use bytes::Bytes;
use doorstep_domain::{Personal, PushId};
use doorstep_store::{Account, PushSubscription};
use http::header::RETRY_AFTER;
use http::{HeaderMap, StatusCode};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToSec1Point as _;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::House;
use crate::clock::Clock as _;
use crate::secret::fresh_id;

/// The key of a browser; its secret half is known to tests alone.
pub(crate) fn browser_key() -> SecretKey {
    SecretKey::from_slice(&[7; 32]).unwrap()
}

/// What a browser with this endpoint sends.
pub(crate) fn push_body(endpoint: &str) -> Value {
    let key = BASE64.encode(browser_key().public_key().to_sec1_point(false).as_bytes());
    let keys = json!({ "p256dh": key, "auth": BASE64.encode([9; 16]) });
    json!({ "endpoint": endpoint, "expirationTime": null, "keys": keys })
}

impl House {
    /// A browser of someone, with an endpoint of this name.
    pub(crate) async fn push_subscription(&self, account: &Account, name: &str) -> PushSubscription {
        self.browser_at(account, &format!("https://push.example.org/{name}-{}", account.id)).await
    }

    /// The same with a whole endpoint.
    pub(crate) async fn browser_at(&self, account: &Account, endpoint: &str) -> PushSubscription {
        let key = browser_key().public_key().to_sec1_point(false);
        let subscription = PushSubscription {
            id: PushId::from_u128(fresh_id()),
            account: account.id,
            endpoint: Personal::new(endpoint),
            key: key.as_bytes().try_into().unwrap(),
            auth: [9; 16],
            browser: "Firefox, Android".to_owned(),
            created_at: self.clock.now(),
            used_at: self.clock.now(),
        };
        self.store().put_push_subscription(subscription.clone()).await.unwrap();
        subscription
    }
}

/// What a push service got.
#[derive(Debug, Clone)]
pub(crate) struct Pushed {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// A push service on a port of its own.
#[derive(Clone)]
pub(crate) struct PushService {
    pub(crate) port: u16,
    answer: Arc<Mutex<(StatusCode, Option<&'static str>)>>,
    pushed: Arc<Mutex<Vec<Pushed>>>,
}

impl PushService {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let service = Self {
            port: listener.local_addr().unwrap().port(),
            answer: Arc::new(Mutex::new((StatusCode::CREATED, None))),
            pushed: Arc::default(),
        };
        let router = Router::new().fallback(take).with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        service
    }

    /// The endpoint of a browser there.
    pub(crate) fn endpoint(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.port)
    }

    /// What it answers from now on, and the `Retry-After` with it.
    pub(crate) fn answers(&self, status: StatusCode, retry_after: Option<&'static str>) {
        *self.answer.lock() = (status, retry_after);
    }

    /// What it got so far.
    pub(crate) fn pushed(&self) -> Vec<Pushed> {
        self.pushed.lock().clone()
    }
}

async fn take(State(service): State<PushService>, headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    let (status, retry_after) = *service.answer.lock();
    service.pushed.lock().push(Pushed { headers, body });
    let mut answer = status.into_response();
    if let Some(seconds) = retry_after {
        answer.headers_mut().insert(RETRY_AFTER, seconds.parse().unwrap());
    }
    answer
}
