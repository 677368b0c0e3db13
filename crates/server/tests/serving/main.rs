//! The whole server on real sockets: what is seen of it from outside while it serves, stops and comes back.

mod client;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use client::{BROKEN, Client};
use doorstep_domain::visibility::Rules;
use doorstep_domain::{Carrier, OperatorId, Parcel, ParcelId, ParcelKind, Personal, RecipientId, Status};
use doorstep_server::{App, ConnectionLimits, Parts, Settings, SystemClock, secret};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{Account, ApiKey, Operator, Role, Scope, Store};
use jiff::Timestamp;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

/// A server that listens.
struct Serving {
    address: SocketAddr,
    stop: CancellationToken,
    done: JoinHandle<std::io::Result<()>>,
}

impl Serving {
    async fn start(store: Arc<dyn Store>, limits: ConnectionLimits) -> Self {
        let parts = Parts {
            store,
            clock: Arc::new(SystemClock),
            roads: None,
            streets: None,
            tiles: None,
            mail: None,
            webhook: None,
            ntfy: None,
            mqtt: None,
            oidc: None,
            carriers: Vec::new(),
            settings: Settings::default(),
        };
        let app = App::start(parts).await.expect("nothing is wrong");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let stop = CancellationToken::new();
        let done = tokio::spawn(app.serve(listener, limits, stop.clone()));
        Self { address, stop, done }
    }

    async fn stops(self) {
        self.stop.cancel();
        timeout(BROKEN, self.done)
            .await
            .expect("it stops")
            .expect("it does not panic")
            .expect("it stops well");
    }

    async fn get(&self, path: &str, lines: &[&str]) -> String {
        Client::send(self.address, &format!("GET {path}"), lines, "").await.rest().await
    }
}

/// A recipient with a parcel, and the operator's key.
struct Town {
    store: Arc<dyn Store>,
    parcel: ParcelId,
    key: String,
}

async fn town() -> Town {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let (operator, recipient) = (OperatorId::from_u128(1), RecipientId::from_u128(2));
    let parcel = ParcelId::from_u128(3);
    let record = Operator {
        id: operator,
        name: "Example Express".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
    };
    store.put_operator(record).await.expect("a fresh store takes it");
    let account = Account {
        id: recipient,
        operator,
        role: Role::Recipient,
        email: Personal::new("ada@example.org"),
        name: Personal::new("Ada"),
        password_hash: secret::hash_password("correct horse"),
        language: None,
        time_zone: None,
    };
    store.insert_account(account).await.expect("a fresh store takes it");
    let key = secret::fresh_token();
    let token = secret::token_hash(&key);
    let scopes = vec![Scope::OperatorRead, Scope::OperatorWrite];
    let api_key =
        ApiKey { token, operator, label: "planning".to_owned(), scopes, sender: None, revoked_at: None };
    store.insert_key(api_key).await.expect("a fresh store takes it");
    let record = Parcel {
        id: parcel,
        operator,
        tracking_number: "T1".to_owned(),
        order: None,
        recipient: Some(recipient),
        buyer: None,
        sender: Personal::new("Shop"),
        kind: ParcelKind::Ordinary,
        visibility: Rules::default(),
        carrier: Carrier::Own,
        day: None,
        promise: None,
        status: Status::InTransit,
        door: None,
        address: None,
        on_tour: None,
        wishes: doorstep_domain::Wishes::default(),
        photo_at: None,
        rating: None,
    };
    store.insert_parcels(vec![record], Timestamp::now()).await.expect("a fresh store takes it");
    Town { store, parcel, key }
}

async fn log_in(serving: &Serving) -> String {
    let body = r#"{"email":"ada@example.org","password":"correct horse"}"#;
    let answer = Client::send(serving.address, "POST /v1/session", &[], body).await.rest().await;
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie is set");
    format!("cookie: {}", cookie.split(';').next().expect("it has a value"))
}

async fn stream(serving: &Serving, town: &Town, lines: &[&str]) -> Client {
    let request = format!("GET /v1/parcels/{}/tracking/stream", town.parcel);
    Client::send(serving.address, &request, lines, "").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_with_the_server_and_goes_on_with_the_next() {
    let town = town().await;
    let serving = Serving::start(town.store.clone(), ConnectionLimits::default()).await;
    let cookie = log_in(&serving).await;
    let mut watching = stream(&serving, &town, &[&cookie]).await;
    watching.line("retry: ").await;
    let id = watching.line("id: ").await;
    assert!(watching.line("data: ").await.contains("in_transit"));
    serving.stops().await;
    assert!(watching.rest().await.contains("retry: "), "it says when to come back");

    let serving = Serving::start(town.store.clone(), ConnectionLimits::default()).await;
    let last = format!("last-event-id: {id}");
    let mut watching = stream(&serving, &town, &[&cookie, &last]).await;
    watching.line("retry: ").await;
    let key = format!("authorization: Bearer {}", town.key);
    let change = format!("PATCH /v1/parcels/{}", town.parcel);
    let changed =
        Client::send(serving.address, &change, &[&key], r#"{"status":"delayed"}"#).await.rest().await;
    assert!(changed.starts_with("HTTP/1.1 200"), "{changed}");
    let data = watching.line("data: ").await;
    assert!(data.contains("delayed"), "nothing is told twice, and what changed is told: {data}");
    serving.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn logging_out_ends_the_stream() {
    let town = town().await;
    let serving = Serving::start(town.store.clone(), ConnectionLimits::default()).await;
    let cookie = log_in(&serving).await;
    let mut watching = stream(&serving, &town, &[&cookie]).await;
    watching.line("data: ").await;
    let answer = Client::send(serving.address, "DELETE /v1/session", &[&cookie], "").await.rest().await;
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    watching.rest().await;
    assert!(stream(&serving, &town, &[&cookie]).await.rest().await.starts_with("HTTP/1.1 401"));
    serving.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_for_this_machine_alone() {
    let town = town().await;
    let serving = Serving::start(town.store.clone(), ConnectionLimits::default()).await;
    assert!(serving.get("/metrics", &[]).await.contains("doorstep_connections 1"));
    assert!(serving.get("/metrics", &["x-forwarded-for: 192.0.2.1"]).await.starts_with("HTTP/1.1 404"));
    for path in ["/healthz", "/readyz"] {
        assert!(serving.get(path, &[]).await.starts_with("HTTP/1.1 200"), "{path}");
    }
    serving.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let town = town().await;
    let limits =
        ConnectionLimits { request_timeout: Duration::from_millis(200), ..ConnectionLimits::default() };
    let serving = Serving::start(town.store.clone(), limits).await;
    let key = format!("authorization: Bearer {}", town.key);
    let lines = [key.as_str(), "content-length: 100"];
    let answer = Client::send(serving.address, "POST /v1/parcels", &lines, "").await.rest().await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("too_slow"));
    serving.stops().await;
}
