//! A server, and callers of every kind.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use doorstep_domain::{OperatorId, Personal, RecipientId};
use doorstep_server::secret::{fresh_id, fresh_token, token_hash};
use doorstep_server::{App, Clock, Parts, Settings};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{
    Account, Accounts as _, Actor, ApiKey, NewRules, Operator, Role, RulesOf, Scope, Session, Sessions as _,
    Store, Visibility as _,
};
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, SET_COOKIE};
use http::{HeaderMap, Method, Request, StatusCode};
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// The day of every test.
pub(crate) const DAY: &str = "2026-11-24";
/// When every test begins: nine in the morning in Berlin.
pub(crate) const BEGIN: &str = "2026-11-24T08:00:00Z";
/// The password of every recipient.
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A clock that moves when it is told to.
#[derive(Debug)]
pub(crate) struct TestClock(Mutex<Timestamp>);

impl TestClock {
    /// Moves on by so many seconds.
    pub(crate) fn advance_s(&self, seconds: i64) {
        *self.0.lock() += SignedDuration::from_secs(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock()
    }
}

/// A server with one operator.
pub(crate) struct House {
    app: App,
    pub(crate) store: Arc<MemoryStore>,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) operator: OperatorId,
    /// Its API key.
    pub(crate) key: String,
}

/// Maps as they are by default, but with the very place of the vehicle.
fn exact(operator: OperatorId, at: Timestamp) -> NewRules {
    let near = r#"{"all": [{"within_stops": 10}, {"within_duration": 1800}]}"#;
    NewRules {
        operator,
        of: RulesOf::Operator,
        rules: format!(r#"{{"map": {near}, "count": {near}, "release": "exact"}}"#),
        at,
        by: Actor::Key("test".to_owned()),
    }
}

fn parts(store: Arc<MemoryStore>, clock: Arc<TestClock>) -> Parts {
    Parts {
        store,
        clock,
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
    }
}

impl House {
    pub(crate) async fn new() -> Self {
        Self::with(|_parts| {}).await
    }

    /// A server with parts that are changed first.
    pub(crate) async fn with(change: impl FnOnce(&mut Parts)) -> Self {
        let store = Arc::new(MemoryStore::new());
        let clock = Arc::new(TestClock(Mutex::new(BEGIN.parse().expect("an instant"))));
        let mut parts = parts(store.clone(), clock.clone());
        change(&mut parts);
        let operator = OperatorId::from_u128(fresh_id());
        put_operator(store.as_ref(), operator, "Example Express").await;
        store.set_rules(exact(operator, clock.now()), None).await.expect("memory keeps it");
        let key = put_key(store.as_ref(), operator, vec![Scope::OperatorRead, Scope::OperatorWrite]).await;
        let app = App::start(parts).await.expect("a server starts");
        Self { app, store, clock, operator, key }
    }

    /// The same house after its server was started anew.
    pub(crate) async fn restarted(self) -> Self {
        let app = App::start(parts(self.store.clone(), self.clock.clone())).await.expect("a server starts");
        Self { app, ..self }
    }

    pub(crate) fn router(&self) -> Router {
        self.app.router()
    }

    /// Now, as JSON writes it.
    pub(crate) fn now(&self) -> String {
        self.clock.now().to_string()
    }

    /// So many seconds ago, or from now when negative.
    pub(crate) fn ago_s(&self, seconds: i64) -> String {
        (self.clock.now() - SignedDuration::from_secs(seconds)).to_string()
    }

    /// The key of another operator.
    pub(crate) async fn other_operator(&self) -> String {
        let operator = OperatorId::from_u128(fresh_id());
        put_operator(self.store.as_ref(), operator, "Other Express").await;
        put_key(self.store.as_ref(), operator, vec![Scope::OperatorRead, Scope::OperatorWrite]).await
    }

    /// Asks as the operator's own system, and gets what it asked for.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: &Value) -> Value {
        let answer = self.call(method, path).key(&self.key).json(body).await;
        assert!(answer.status.is_success(), "{path}: {} {}", answer.status, answer.text());
        answer.value()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Value {
        self.ask(Method::POST, path, body).await
    }

    pub(crate) async fn read(&self, path: &str) -> Value {
        self.ask(Method::GET, path, &Value::Null).await
    }

    /// A call that nobody is known to make yet.
    pub(crate) fn call(&self, method: Method, path: &str) -> Call {
        Call { router: self.router(), method, path: path.to_owned(), headers: HeaderMap::new() }
    }

    /// A recipient who is logged in.
    pub(crate) async fn recipient(&self, email: &str, name: &str) -> Cookie {
        let body =
            json!({ "email": email, "name": name, "password": PASSWORD, "time_zone": "Europe/Berlin" });
        self.post("/v1/recipients", &body).await;
        self.log_in(email).await
    }

    pub(crate) async fn log_in(&self, email: &str) -> Cookie {
        let body = json!({ "email": email, "password": PASSWORD });
        let answer = self.call(Method::POST, "/v1/session").json(&body).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text());
        answer.cookie()
    }

    /// A dispatcher of the operator who is logged in.
    pub(crate) async fn dispatcher(&self) -> Cookie {
        self.staff(Role::Dispatcher).await.1
    }

    /// Someone of the operator who is logged in, and their identity.
    pub(crate) async fn staff(&self, role: Role) -> (RecipientId, Cookie) {
        let (token, account) = (fresh_token(), RecipientId::from_u128(fresh_id()));
        let record = Account {
            id: account,
            operator: self.operator,
            role,
            email: Personal::new(format!("{account}@example.org")),
            name: Personal::new("Dispatch"),
            password_hash: String::new(),
            language: None,
            time_zone: None,
        };
        let day = SignedDuration::from_hours(24);
        let session = Session::begun(token_hash(&token), account, self.clock.now(), day);
        self.store.insert_account(record).await.expect("an account is added");
        self.store.insert_session(session).await.expect("a session is added");
        (account, Cookie(format!("doorstep_session={token}")))
    }

    /// A driver with a device: their identity and the device's token.
    pub(crate) async fn driver(&self, name: &str) -> (String, String) {
        let driver = text(&self.post("/v1/drivers", &json!({ "name": name })).await, "id");
        let token = self.device(&driver).await;
        (driver, token)
    }

    /// A device for a driver; gives its token.
    pub(crate) async fn device(&self, driver: &str) -> String {
        let body = json!({ "driver": driver, "label": "phone" });
        text(&self.post("/v1/devices", &body).await, "device_token")
    }

    /// What a driver's device says happened just now, one thing.
    pub(crate) async fn happens(&self, token: &str, kind: &str, fields: Value) {
        let answer = self.tell(token, vec![self.event(kind, fields)]).await;
        assert_eq!(answer["taken"], 1, "{kind}: {answer}");
    }

    /// An event of this moment.
    pub(crate) fn event(&self, kind: &str, fields: Value) -> Value {
        event_at(&self.now(), kind, fields)
    }

    /// Sends events as a driver's device.
    pub(crate) async fn tell(&self, token: &str, events: Vec<Value>) -> Value {
        let body = json!({ "sent_at": self.now(), "events": events });
        let answer = self.call(Method::POST, "/v1/driver/events").key(token).json(&body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.value()
    }

    /// What a recipient may see of a parcel.
    pub(crate) async fn tracking(&self, recipient: &Cookie, parcel: &str) -> Value {
        let path = format!("/v1/parcels/{parcel}/tracking");
        let answer = self.call(Method::GET, &path).cookie(recipient).send().await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        answer.value()
    }
}

/// A fresh id of an event.
pub(crate) fn event_id() -> String {
    format!("{:032x}", fresh_id())
}

pub(crate) fn event_at(at: &str, kind: &str, fields: Value) -> Value {
    let mut event = json!({ "id": event_id(), "kind": kind, "at": at });
    if let (Some(event), Value::Object(fields)) = (event.as_object_mut(), fields) {
        event.extend(fields);
    }
    event
}

/// A text in an answer.
pub(crate) fn text(answer: &Value, name: &str) -> String {
    answer[name].as_str().unwrap_or_else(|| panic!("{name} is not in {answer}")).to_owned()
}

/// A list in an answer.
pub(crate) fn list<'a>(answer: &'a Value, name: &str) -> &'a [Value] {
    answer[name].as_array().unwrap_or_else(|| panic!("{name} is not in {answer}"))
}

async fn put_operator(store: &dyn Store, id: OperatorId, name: &str) {
    let operator = Operator {
        id,
        name: name.to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        language: "en".to_owned(),
    };
    store.put_operator(operator).await.expect("an operator is added");
}

/// A key of an operator with these scopes.
pub(crate) async fn put_key(store: &dyn Store, operator: OperatorId, scopes: Vec<Scope>) -> String {
    let key = fresh_token();
    let label = key.chars().take(8).collect();
    let record = ApiKey { token: token_hash(&key), operator, label, scopes, sender: None, revoked_at: None };
    store.insert_key(record).await.expect("a key is added");
    key
}

/// A cookie, as a browser sends it.
#[derive(Debug, Clone)]
pub(crate) struct Cookie(pub(crate) String);

/// A request that is being put together.
pub(crate) struct Call {
    router: Router,
    method: Method,
    path: String,
    headers: HeaderMap,
}

impl Call {
    pub(crate) fn key(self, token: &str) -> Self {
        self.header(AUTHORIZATION.as_str(), &format!("Bearer {token}"))
    }

    pub(crate) fn cookie(self, cookie: &Cookie) -> Self {
        self.header(COOKIE.as_str(), &cookie.0)
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name = name.parse::<http::HeaderName>().expect("a header");
        self.headers.insert(name, value.parse().expect("a value"));
        self
    }

    pub(crate) async fn json(self, body: &Value) -> Answer {
        let call = self.header(CONTENT_TYPE.as_str(), "application/json");
        match body {
            Value::Null => call.send().await,
            body => call.bytes(body.to_string()).await,
        }
    }

    pub(crate) async fn send(self) -> Answer {
        self.bytes(String::new()).await
    }

    pub(crate) async fn bytes(self, body: impl Into<Body>) -> Answer {
        let response = self.response(body).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 64 << 20).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: body.to_vec() }
    }

    /// The answer with its body still to be read.
    pub(crate) async fn response(self, body: impl Into<Body>) -> Response {
        let Self { router, method, path, headers } = self;
        let mut request = Request::builder().method(method).uri(path).body(body.into()).expect("a request");
        request.headers_mut().extend(headers);
        router.oneshot(request).await.expect("a router answers")
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn value(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// Status and code of a refusal, which must be a problem document.
    pub(crate) fn refusal(&self) -> (u16, String) {
        assert_eq!(self.header(CONTENT_TYPE.as_str()), Some("application/problem+json"), "{}", self.text());
        let problem = self.value();
        assert_eq!(problem["status"], self.status.as_u16(), "{problem}");
        (self.status.as_u16(), text(&problem, "code"))
    }

    /// Where and what the problems of a refused input are.
    pub(crate) fn problems(&self) -> Vec<(String, String)> {
        let problem = self.value();
        let problems = list(&problem, "problems").iter();
        problems.map(|problem| (text(problem, "at"), text(problem, "code"))).collect()
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The cookies that are set, as a browser sends them from then on.
    pub(crate) fn cookie(&self) -> Cookie {
        let set =
            self.headers.get_all(SET_COOKIE).iter().filter_map(|set| set.to_str().ok()?.split(';').next());
        Cookie(set.collect::<Vec<_>>().join("; "))
    }
}
