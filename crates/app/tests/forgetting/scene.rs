//! A server on a database file with a clock that is set, and everything that it writes.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock, Mutex};

use axum::body::{Body, to_bytes};
use doorstep_domain::{OperatorId, PhotoId};
use doorstep_server::secret::{fresh_id, fresh_token, token_hash};
use doorstep_server::{App, Clock, Parts, Settings};
use doorstep_store::{ApiKey, Keys as _, Operator, Operators as _, Photo, Photos as _, Scope};
use doorstep_store_sqlite::SqliteStore;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, SET_COOKIE};
use http::{Method, Request};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// Log lines of all tests.
static LINES: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(|| {
    let lines = tracing_subscriber::fmt()
        .with_env_filter("info,doorstep_server=trace,doorstep_store_sqlite=trace,doorstep_domain=trace")
        .with_writer(|| Lines);
    lines.init();
    Mutex::default()
});

struct Lines;

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.lock().expect("no test panics while it writes").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("no test panics while it looks")
    }
}

/// The server and its file.
pub(crate) struct Scene {
    folder: tempfile::TempDir,
    app: App,
    store: Arc<SqliteStore>,
    clock: Arc<SetClock>,
    key: String,
}

impl Scene {
    pub(crate) async fn begin() -> Self {
        Self::begin_at("2026-11-24T08:00:00Z".parse().expect("an instant")).await
    }

    pub(crate) async fn begin_at(instant: Timestamp) -> Self {
        LazyLock::force(&LINES);
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let store = SqliteStore::open(&folder.path().join("doorstep.db")).await.expect("a file is made");
        let store = Arc::new(store);
        let operator = OperatorId::from_u128(fresh_id());
        let record = Operator {
            id: operator,
            name: "Doorstep".to_owned(),
            time_zone: "UTC".to_owned(),
            language: "en".to_owned(),
        };
        store.put_operator(record).await.expect("it is added");
        let key = fresh_token();
        let scopes = vec![Scope::OperatorRead, Scope::OperatorWrite];
        let known = ApiKey {
            token: token_hash(&key),
            operator,
            label: "test".to_owned(),
            scopes,
            sender: None,
            revoked_at: None,
        };
        store.insert_key(known).await.expect("it is added");
        let clock = Arc::new(SetClock(Mutex::new(instant)));
        let parts = Parts {
            store: store.clone(),
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
        let app = App::start(parts).await.expect("it starts");
        Self { folder, app, store, clock, key }
    }

    /// The day by the clock, in UTC.
    pub(crate) fn today(&self) -> Date {
        self.now().to_zoned(TimeZone::UTC).date()
    }

    /// The database.
    pub(crate) fn store(&self) -> &SqliteStore {
        &self.store
    }

    /// The file of the database.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("doorstep.db")
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Sets the clock, and has forgotten what is due then.
    pub(crate) async fn at(&self, instant: Timestamp) {
        *self.clock.0.lock().expect("no test panics while it sets it") = instant;
        self.app.forget_due().await.expect("nothing fails");
    }

    /// Sets the clock on.
    pub(crate) fn later(&self, seconds: i64) {
        *self.clock.0.lock().expect("no test panics while it sets it") += SignedDuration::from_secs(seconds);
    }

    pub(crate) async fn close(self) -> tempfile::TempDir {
        drop(self.app);
        self.store.close().await;
        self.folder
    }

    /// Keeps a photo of a delivery, as if it had been made anew into this.
    pub(crate) async fn keep_photo(&self, parcel: &str, jpeg: Vec<u8>) {
        let (taken_at, received_at) = (self.now(), self.now());
        let (parcel, id) = (parcel.parse().expect("an id"), PhotoId::from_u128(fresh_id()));
        let photo = Photo { parcel, id, taken_at, received_at, jpeg };
        self.store.put_photo(photo).await.expect("it is kept");
    }

    /// Asks as the operator's own system.
    pub(crate) async fn ask(&self, method: Method, path: &str, body: &Value) -> Value {
        let bearer = format!("Bearer {}", self.key);
        self.call(method, path, (AUTHORIZATION.as_str(), &bearer), body).await.1
    }

    /// Asks as someone who is logged in.
    pub(crate) async fn ask_as(&self, cookie: &str, method: Method, path: &str, body: &Value) -> Value {
        self.call(method, path, (COOKIE.as_str(), cookie), body).await.1
    }

    /// Asks as the holder of a token.
    pub(crate) async fn ask_with(&self, token: &str, method: Method, path: &str, body: &Value) -> Value {
        let bearer = format!("Bearer {token}");
        self.call(method, path, (AUTHORIZATION.as_str(), &bearer), body).await.1
    }

    /// Logs someone in.
    pub(crate) async fn log_in(&self, email: &str, password: &str) -> String {
        let body = json!({ "email": email, "password": password });
        self.call(Method::POST, "/v1/session", ("x-nobody", ""), &body).await.0
    }

    async fn call(&self, method: Method, path: &str, who: (&str, &str), body: &Value) -> (String, Value) {
        let request = Request::builder().method(method).uri(path).header(who.0, who.1);
        let request =
            request.header(CONTENT_TYPE, "application/json").header("idempotency-key", fresh_token());
        let request = request.body(Body::from(body.to_string())).expect("a request");
        let answer = self.app.router().oneshot(request).await.expect("a router answers");
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, 1 << 24).await.expect("a body");
        assert!(parts.status.is_success(), "{path}: {} {}", parts.status, String::from_utf8_lossy(&body));
        let cookie =
            parts.headers.get(SET_COOKIE).and_then(|cookie| cookie.to_str().ok()).unwrap_or_default();
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        (cookie, serde_json::from_slice(&body).unwrap_or(Value::Null))
    }

    /// Runs a command beside the server.
    pub(crate) fn doorstep(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// A command beside the server.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorstep"));
        for (name, _) in
            std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("DOORSTEP_"))
        {
            command.env_remove(name);
        }
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    /// Which of these are found in a file of the database, or in a log line.
    pub(crate) fn traces<'a>(&self, of: &'a [Canary]) -> Vec<&'a str> {
        let mut bytes = all_in(self.folder.path());
        bytes.extend_from_slice(&LINES.lock().expect("no test panics while it writes"));
        found(of, &bytes)
    }
}

/// Which of these are found in the files of a folder.
pub(crate) fn found_in<'a>(folder: &Path, of: &'a [Canary]) -> Vec<&'a str> {
    found(of, &all_in(folder))
}

fn all_in(folder: &Path) -> Vec<u8> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.flat_map(|path| if path.is_dir() { all_in(&path) } else { read(&path) }).collect()
}

/// Which of these are found in log lines.
pub(crate) fn logged(of: &[Canary]) -> Vec<&str> {
    found(of, &LINES.lock().expect("no test panics while it writes"))
}

fn found<'a>(of: &'a [Canary], bytes: &[u8]) -> Vec<&'a str> {
    let all = letters(bytes);
    let is_in = |canary: &&Canary| canary.forms.iter().any(|form| all.contains(form));
    of.iter().filter(is_in).map(|canary| canary.name.as_str()).collect()
}

/// A letter for each byte: text is searched fast.
fn letters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).expect("a file of the database is read")
}

/// Something that must not be found.
#[derive(Clone)]
pub(crate) struct Canary {
    name: String,
    /// Each way in which it may be written.
    forms: Vec<String>,
}

impl Canary {
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let name = text.into();
        Self { forms: vec![letters(name.as_bytes())], name }
    }

    /// Bytes as they are kept.
    pub(crate) fn bytes(name: &str, bytes: &[u8]) -> Self {
        Self { name: name.to_owned(), forms: vec![letters(bytes)] }
    }

    /// A coordinate: its digits, and the number as SQLite keeps it.
    pub(crate) fn degrees(degrees: f64) -> Self {
        let name = degrees.to_string();
        Self { forms: vec![name.clone(), letters(&degrees.to_be_bytes())], name }
    }
}
