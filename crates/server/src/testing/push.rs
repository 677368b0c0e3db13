//! Browsers that are pushed to, and a push service on a real socket.

use std::pin::pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use bytes::Bytes;
use doorstep_domain::{Personal, PushId};
use doorstep_store::{Account, PushSubscription};
use http::header::{LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderValue, StatusCode};
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToSec1Point as _;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore};

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
    answer: Arc<Mutex<(StatusCode, HeaderMap, Bytes)>>,
    pushed: Arc<Mutex<Vec<Pushed>>>,
    arrivals: Arc<Notify>,
    answers: Arc<Semaphore>,
}

impl PushService {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let service = Self {
            port: listener.local_addr().unwrap().port(),
            answer: Arc::new(Mutex::new((StatusCode::CREATED, HeaderMap::new(), Bytes::new()))),
            pushed: Arc::default(),
            arrivals: Arc::default(),
            answers: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS / 2)),
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
        let headers = retry_after.map(|time| (RETRY_AFTER, HeaderValue::from_static(time)));
        *self.answer.lock() = (status, headers.into_iter().collect(), Bytes::new());
    }

    /// Leads everyone elsewhere from now on.
    pub(crate) fn leads_to(&self, elsewhere: &str) {
        let headers = [(LOCATION, elsewhere.parse().unwrap())];
        *self.answer.lock() = (StatusCode::TEMPORARY_REDIRECT, headers.into_iter().collect(), Bytes::new());
    }

    /// Takes everything from now on, and says so many bytes about it.
    pub(crate) fn chatters(&self, bytes: usize) {
        *self.answer.lock() = (StatusCode::OK, HeaderMap::new(), vec![b' '; bytes].into());
    }

    /// Answers nobody from now on.
    pub(crate) fn hangs(&self) {
        self.answers.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Answers again, those who wait as well.
    pub(crate) fn goes_on(&self) {
        self.answers.add_permits(Semaphore::MAX_PERMITS / 2);
    }

    /// Waits until it got so many messages.
    pub(crate) async fn got(&self, count: usize) {
        loop {
            let mut arrival = pin!(self.arrivals.notified());
            arrival.as_mut().enable();
            if self.pushed().len() >= count {
                return;
            }
            arrival.await;
        }
    }

    /// What it got so far.
    pub(crate) fn pushed(&self) -> Vec<Pushed> {
        self.pushed.lock().clone()
    }
}

async fn take(State(service): State<PushService>, headers: HeaderMap, body: Bytes) -> impl IntoResponse {
    service.pushed.lock().push(Pushed { headers, body });
    service.arrivals.notify_waiters();
    service.answers.acquire().await.unwrap().forget();
    service.answer.lock().clone().into_response()
}
