//! What tests inside this crate are built from: a whole server in memory with a clock that stands still.

mod authenticator;
mod elsewhere;
mod faulty;
mod push;
pub(crate) mod tour;

pub(crate) use authenticator::Authenticator;
pub(crate) use elsewhere::Elsewhere;
pub(crate) use faulty::FaultyStore;
pub(crate) use push::{PushService, push_body};
pub(crate) use tour::TestTour;

use std::sync::{Arc, LazyLock};

use axum::body::Body;
use doorstep_domain::{OperatorId, Parcel, Personal, RecipientId, ShareId};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{
    Account, Actor, ApiKey, Device, NewRules, Operator, Role, RulesOf, Scope, Session as StoredSession,
    Share, SharePermission, Store,
};
use doorstep_wire::passkeys::NewPasskey;
use http::{Request, Response};
use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;
use tower::ServiceExt as _;

use crate::access::{self, Session};
use crate::app;
use crate::clock::Clock;
use crate::secret::{fresh_id, fresh_token, token_hash};
use crate::state::{AppState, Parts, Settings, Shared};

/// The hash of `password`, which takes long to make.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| crate::secret::hash_password("password"));

/// A clock that moves when it is told to.
#[derive(Debug)]
pub(crate) struct FakeClock(Mutex<Timestamp>);

impl FakeClock {
    /// A morning in November.
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new("2026-11-24T08:00:00Z".parse().unwrap())))
    }

    /// Moves on.
    pub(crate) fn advance(&self, by: SignedDuration) {
        *self.0.lock() += by;
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        *self.0.lock()
    }
}

/// A whole server without sockets and workers.
pub(crate) struct House {
    pub(crate) shared: AppState,
    pub(crate) clock: Arc<FakeClock>,
    pub(crate) operator: OperatorId,
}

/// Maps as they are by default, but with the very place of the vehicle: what is tested here is not the release.
const EXACT: &str = r#"{
    "map": {"all": [{"within_stops": 10}, {"within_duration": 1800}]},
    "count": {"all": [{"within_stops": 10}, {"within_duration": 1800}]},
    "release": "exact"
}"#;

impl House {
    /// A server with one operator.
    pub(crate) async fn new() -> Self {
        Self::with(|_parts| {}).await
    }

    /// The same, with parts that are changed first.
    pub(crate) async fn with(change: impl FnOnce(&mut Parts)) -> Self {
        let clock = FakeClock::new();
        let mut parts = Parts {
            store: Arc::new(MemoryStore::new()),
            clock: clock.clone(),
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
        change(&mut parts);
        let shared = AppState::new(Shared::new(parts).unwrap());
        let operator = OperatorId::from_u128(fresh_id());
        let record = Operator {
            id: operator,
            name: "Example Express".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
            language: "en".to_owned(),
        };
        shared.store.put_operator(record).await.unwrap();
        let house = Self { shared, clock, operator };
        house.sets_rules(EXACT).await;
        house
    }

    /// Another operator of the same server.
    pub(crate) async fn elsewhere(&self) -> Self {
        let operator = OperatorId::from_u128(fresh_id());
        let record = Operator {
            id: operator,
            name: "Other Express".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
            language: "en".to_owned(),
        };
        self.store().put_operator(record).await.unwrap();
        Self { shared: self.shared.clone(), clock: self.clock.clone(), operator }
    }

    /// A server that was just started on the database of this one, at the same instant.
    pub(crate) fn restarted(&self) -> Self {
        let parts = Parts {
            store: self.shared.store.clone(),
            clock: self.clock.clone(),
            roads: None,
            streets: None,
            tiles: None,
            mail: None,
            webhook: None,
            ntfy: None,
            mqtt: None,
            oidc: None,
            carriers: Vec::new(),
            settings: self.shared.settings.clone(),
        };
        let shared = AppState::new(Shared::new(parts).unwrap());
        Self { shared, clock: self.clock.clone(), operator: self.operator }
    }

    /// The database.
    pub(crate) fn store(&self) -> &dyn Store {
        self.shared.store.as_ref()
    }

    /// Sends a request.
    pub(crate) async fn send(&self, request: Request<Body>) -> Response<Body> {
        app::router(&self.shared).unwrap().oneshot(request).await.unwrap()
    }

    /// An account with this e-mail address that can log in with `password`.
    pub(crate) async fn account(&self, email: &str, role: Role) -> Account {
        let account = Account {
            id: RecipientId::from_u128(fresh_id()),
            operator: self.operator,
            role,
            email: Personal::new(email),
            name: Personal::new("Ada"),
            password_hash: PASSWORD_HASH.clone(),
            language: None,
            time_zone: None,
        };
        self.store().insert_account(account.clone()).await.unwrap();
        account
    }

    /// An authenticator with a passkey of an account.
    pub(crate) async fn passkey(&self, account: &Account) -> Authenticator {
        let session = Session { account: account.clone(), token: token_hash(&fresh_token()) };
        let begun = access::begin_adding(&self.shared, &session).await.unwrap();
        let mut authenticator = Authenticator::new();
        let credential = authenticator.make(&begun);
        let new = NewPasskey { ceremony: begun.ceremony, credential, name: Personal::new("Phone") };
        access::add_passkey(&self.shared, &session, new).await.unwrap();
        authenticator
    }

    /// A session of an account that ends after some time.
    pub(crate) async fn session(&self, account: &Account, lasting: SignedDuration) -> String {
        let token = fresh_token();
        let session = StoredSession::begun(token_hash(&token), account.id, self.clock.now(), lasting);
        self.store().insert_session(session).await.unwrap();
        token
    }

    /// Has the operator show this by default, without telling anyone.
    pub(crate) async fn sets_rules(&self, rules: &str) {
        let rules = NewRules {
            operator: self.operator,
            of: RulesOf::Operator,
            rules: rules.to_owned(),
            at: self.clock.now(),
            by: Actor::Key("test".to_owned()),
        };
        self.store().set_rules(rules, None).await.unwrap();
    }

    /// A share of a parcel that lets its holder see the window for some time: its token.
    pub(crate) async fn share(&self, giver: &Account, parcel: &Parcel, lasting: SignedDuration) -> String {
        let token = fresh_token();
        let now = self.clock.now();
        let share = Share {
            id: ShareId::from_u128(fresh_id()),
            token: token_hash(&token),
            parcel: parcel.id,
            account: giver.id,
            permission: SharePermission::Window,
            name: None,
            created_at: now,
            expires_at: now + lasting,
            opening_count: 0,
            openings: Vec::new(),
        };
        assert!(self.store().insert_share(share).await.unwrap());
        token
    }

    /// A key with these scopes.
    pub(crate) async fn key(&self, label: &str, scopes: &[Scope]) -> String {
        let token = fresh_token();
        let key = ApiKey {
            token: token_hash(&token),
            operator: self.operator,
            label: label.to_owned(),
            scopes: scopes.to_vec(),
            sender: None,
            revoked_at: None,
        };
        self.store().insert_key(key).await.unwrap();
        token
    }

    /// A driver's device.
    pub(crate) async fn device(&self, label: &str) -> (Device, String) {
        let driver = doorstep_domain::DriverId::from_u128(fresh_id());
        self.store().put_driver(driver, self.operator, Personal::new("Mika")).await.unwrap();
        let device = Device {
            id: doorstep_domain::DeviceId::from_u128(fresh_id()),
            operator: self.operator,
            driver,
            label: label.to_owned(),
            revoked_at: None,
        };
        let token = fresh_token();
        self.store().insert_device(device.clone(), token_hash(&token)).await.unwrap();
        (device, token)
    }
}
