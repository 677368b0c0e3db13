//! No line of the log holds what a person is called, where they live, what they wrote or what opens their things,
//! whatever happens and however much is logged.
//!
//! It is a program of its own: what one thread logs is heard by this test only where no other test runs beside it.
#![expect(
    clippy::indexing_slicing,
    reason = "a field that an answer lacks is null, which no test takes for a value"
)]

#[expect(dead_code, reason = "the tests of the interface use more of it")]
#[path = "../api/house.rs"]
mod house;
#[expect(dead_code, reason = "the tests of the interface use more of it")]
#[path = "../api/town.rs"]
mod town;

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use doorstep_server::{ConnectionLimits, MailProtection, MailSettings, serve_router};
use http::{Method, StatusCode};
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

use house::{Cookie, House, PASSWORD, text};
use town::{Tour, tour};

/// What may be in no line; tokens are added as they are made.
const CANARIES: [&str; 14] = [
    "CANARYNAME",
    "canarymail",
    "CANARYDRIVER",
    "CANARYSTREET",
    "CANARYNUMBER",
    "CANARYSENDER",
    "CANARYNOTE",
    "CANARYORDER",
    "CANARYPHONE",
    "CANARYJUNK",
    "43.70",
    "7.412",
    "43.99",
    PASSWORD,
];
/// Nothing here takes longer unless it is broken.
const BROKEN: Duration = Duration::from_secs(30);

/// Everything that is logged on this thread: our own rooms at every level, what they use from `debug`.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn listen(&self) -> DefaultGuard {
        let ours =
            ["server", "domain", "wire", "roads", "store"].map(|room| format!("doorstep_{room}=trace"));
        let subscriber = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(format!("debug,{}", ours.join(","))))
            .with_span_events(FmtSpan::FULL)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish();
        tracing::subscriber::set_default(subscriber)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock()).into_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A mail server that takes some letters and speaks of the others as no mail server should.
async fn mail_server() -> (MailSettings, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("it has an address").port();
    let (told, letters) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(talk(socket, told.clone()));
        }
    });
    let settings = MailSettings {
        server: "127.0.0.1".to_owned(),
        port,
        protection: MailProtection::None,
        username: None,
        password: None,
        from: "Example Express <no-reply@example.org>".to_owned(),
    };
    (settings, letters)
}

/// Takes every letter but the first, and tells of each.
async fn talk(socket: TcpStream, told: mpsc::UnboundedSender<String>) -> io::Result<()> {
    let mut socket = BufReader::new(socket);
    socket.write_all(b"220 ready\r\n").await?;
    let (mut line, mut letter, mut in_letter) = (String::new(), String::new(), false);
    while socket.read_line(&mut line).await? > 0 {
        let answer = match line.as_str() {
            ".\r\n" => {
                in_letter = false;
                let is_first = letter.contains("/login/link/") && told.send(letter.clone()).is_ok();
                if is_first {
                    "550 canarymail@example.org CANARYNAME is not here\r\n"
                } else {
                    "250 taken\r\n"
                }
            }
            _ if in_letter => "",
            _ if line.starts_with("DATA") => {
                in_letter = true;
                "354 go on\r\n"
            }
            _ => "250 fine\r\n",
        };
        if in_letter {
            letter.push_str(&line);
        }
        socket.write_all(answer.as_bytes()).await?;
        line.clear();
    }
    Ok(())
}

/// A day full of canaries.
struct Day {
    house: House,
    letters: mpsc::UnboundedReceiver<String>,
    tour: Tour,
    recipient: Cookie,
    dispatcher: Cookie,
    device: String,
    /// Everything that opens something.
    secrets: BTreeSet<String>,
}

impl Day {
    async fn begin() -> Self {
        let (mail, letters) = mail_server().await;
        let house = House::with(|parts| {
            parts.mail = Some(mail);
            parts.settings.public_url = "http://track.example.org".parse().ok();
            parts.settings.attempts_per_minute = 1_000;
        })
        .await;
        let recipient = house.recipient("canarymail@example.org", "CANARYNAME").await;
        let (driver, device) = house.driver("CANARYDRIVER").await;
        let code = text(&house.post(&format!("/v1/drivers/{driver}/codes"), &json!({})).await, "code");
        let mut body = tour("T1", &driver, 3, |number, parcel| {
            parcel["recipient_email"] = json!("canarymail@example.org");
            parcel["tracking_number"] = json!(format!("CANARYNUMBER-{number}"));
            parcel["sender"] = json!("CANARYSENDER");
            parcel["order"] = json!("CANARYORDER");
        });
        for stop in body["stops"].as_array_mut().expect("stops") {
            stop["address"] = json!("1 CANARYSTREET");
            stop["note"] = json!("CANARYNOTE");
        }
        let tour = Tour::bring(&house, &body).await;
        let dispatcher = house.dispatcher().await;
        let value = |cookie: &Cookie| cookie.0.split_once('=').expect("a cookie").1.to_owned();
        let secrets = [house.key.clone(), device.clone(), code, value(&recipient), value(&dispatcher)].into();
        Self { house, letters, tour, recipient, dispatcher, device, secrets }
    }

    /// What should happen.
    async fn goes_well(&mut self) {
        let wants = json!({ "email": ["map_open", "delivered"] });
        self.as_recipient(Method::PUT, "/v1/notifications", &wants).await;
        self.house.happens(&self.device, "started", json!({})).await;
        let parcel = self.tour.parcel(1).to_owned();
        let wish = json!({ "safe_place": "other", "note": "CANARYNOTE" });
        self.as_recipient(Method::PUT, &format!("/v1/parcels/{parcel}/instruction"), &wish).await;
        let fix = json!({ "lat": 43.702_6, "lon": 7.412_4, "accuracy_m": 8 });
        self.house.happens(&self.device, "fix", fix).await;
        let given = json!({ "permission": "window" });
        let shared = self.as_recipient(Method::POST, &format!("/v1/parcels/{parcel}/shares"), &given).await;
        let share = text(&shared, "url").rsplit('/').next().expect("a token").to_owned();
        for path in
            ["/orders", "/sessions", &format!("/parcels/{parcel}"), &format!("/v1/parcels/{parcel}/tracking")]
        {
            let answer = self.house.call(Method::GET, path).cookie(&self.recipient).send().await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
        }
        let opened = self.house.call(Method::GET, &format!("/s/{share}")).send().await;
        assert_eq!(opened.status, StatusCode::OK);
        for path in ["/dispatch".to_owned(), format!("/dispatch/tours/{}", self.tour.id)] {
            let answer = self.house.call(Method::GET, &path).cookie(&self.dispatcher).send().await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
        }
        let done = json!({ "parcel": parcel, "outcome": "delivered_to_safe_place" });
        self.house.happens(&self.device, "delivered", done).await;
        self.secrets.insert(share);
    }

    /// E-mail that is taken, and some that is refused.
    async fn writes_letters(&mut self) {
        let asked = self.form("/login/link", "email=canarymail%40example.org").await;
        assert!(asked.is_success() || asked.is_redirection(), "{asked}");
        let letter =
            tokio::time::timeout(BROKEN, self.letters.recv()).await.expect("a letter").expect("it comes");
        // Long lines are folded by an equals sign at their end.
        let letter = letter.replace("=\r\n", "");
        let token = letter.split("/login/link/").nth(1).and_then(|rest| rest.split_whitespace().next());
        let token = token.expect("a link").to_owned();
        let page = self.house.call(Method::GET, &format!("/login/link/{token}")).send().await;
        assert_eq!(page.status, StatusCode::OK);
        self.secrets.insert(token);
    }

    /// What should not happen.
    async fn goes_wrong(&self) {
        for email in ["canarymail@example.org", "canarymail-nobody@example.org"] {
            let body = json!({ "email": email, "password": "CANARYJUNK" });
            let refused = self.house.call(Method::POST, "/v1/session").json(&body).await;
            assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
        }
        self.form("/login", "email=canarymail%40example.org&password=CANARYJUNK").await;
        let events = json!({ "events": [
            { "id": "CANARYJUNK", "kind": "CANARYJUNK", "at": "CANARYJUNK" },
            self.house.event("fix", json!({ "lat": 43.99, "lon": 999, "accuracy_m": -1 })),
            self.house.event("arrived", json!({ "stop": "CANARYJUNK" })),
        ]});
        self.house.call(Method::POST, "/v1/driver/events").key(&self.device).json(&events).await;
        let mock =
            json!({ "_type": "location", "lat": 43.99, "lon": 7.412, "tst": 1, "SSID": "CANARYPHONE" });
        self.house.call(Method::POST, "/ingest/owntracks").key(&self.device).json(&mock).await;
        let query = format!("/ingest/osmand?id={}&lat=43.99&lon=7.412&driver=CANARYPHONE", self.device);
        self.house.call(Method::GET, &query).send().await;
        self.everything_gets_junk().await;
    }

    /// Every operation gets what it cannot read, from everyone who may call it.
    async fn everything_gets_junk(&self) {
        let document = self.house.read("/v1/openapi.json").await;
        let whole = json!({ "name": "CANARYNAME", "lat": 43.99, "email": "canarymail", "x": ["CANARYJUNK"] });
        let bodies = [
            "{\"CANARYJUNK\": 43.99".to_owned(),
            whole.to_string(),
            "CANARYJUNK=1&note=CANARYNOTE".to_owned(),
        ];
        for (path, methods) in document["paths"].as_object().expect("paths") {
            let path = path.replace("{id}", "CANARYJUNK").replace("{sender}", "CANARYSENDER");
            let path = path.replace('{', "CANARYJUNK").replace('}', "");
            for method in methods.as_object().expect("operations").keys() {
                let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
                for body in &bodies {
                    let asked = format!("{path}?note=CANARYNOTE");
                    let call =
                        || self.house.call(method.clone(), &asked).header("content-type", "application/json");
                    call().key(&self.house.key).response(body.clone()).await;
                    call().key(&self.device).response(body.clone()).await;
                    call().cookie(&self.recipient).response(body.clone()).await;
                    call().key("CANARYJUNK").response(body.clone()).await;
                }
            }
        }
        self.house
            .call(Method::GET, "/CANARYJUNK?email=canarymail")
            .header("accept", "text/html")
            .send()
            .await;
    }

    /// What is no HTTP, what breaks off, and a whole request, on a real socket.
    async fn speaks_on_sockets(&self) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it has an address");
        let stop = CancellationToken::new();
        let limits = ConnectionLimits::default();
        let serving = tokio::spawn(serve_router(listener, self.house.router(), limits, stop.clone()));
        for words in [
            "GET /CANARYJUNK HTTP/9.9\r\n\r\n".to_owned(),
            "CANARYJUNK\r\n\r\n".to_owned(),
            "POST /v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nCANARYJUNK".to_owned(),
            format!(
                "GET /orders?q=CANARYJUNK HTTP/1.1\r\nhost: CANARYJUNK\r\nuser-agent: CANARYPHONE\r\ncookie: {}\r\n\
                 connection: close\r\n\r\n",
                self.recipient.0
            ),
        ] {
            let mut socket = TcpStream::connect(address).await.expect("it listens");
            socket.write_all(words.as_bytes()).await.expect("it takes them");
            socket.shutdown().await.expect("it is open");
            let mut answer = Vec::new();
            let _reset =
                tokio::time::timeout(BROKEN, socket.read_to_end(&mut answer)).await.expect("it ends");
        }
        stop.cancel();
        serving.await.expect("it ends").expect("it ends well");
    }

    async fn form(&self, path: &str, body: &str) -> StatusCode {
        let call =
            self.house.call(Method::POST, path).header("content-type", "application/x-www-form-urlencoded");
        call.header("accept", "text/html").bytes(body.to_owned()).await.status
    }

    async fn as_recipient(&self, method: Method, path: &str, body: &Value) -> Value {
        let answer = self.house.call(method, path).cookie(&self.recipient).json(body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text());
        answer.value()
    }
}

#[tokio::test]
async fn no_line_of_the_log_tells_of_a_person() {
    let log = Log::default();
    let listening = log.listen();
    let mut day = Day::begin().await;
    day.goes_well().await;
    day.writes_letters().await;
    day.goes_wrong().await;
    day.speaks_on_sockets().await;
    drop(listening);

    let (lines, secrets) = (log.text(), &day.secrets);
    for what in ["answered", "/v1/driver/events", "an e-mail"] {
        assert!(lines.contains(what), "what happened is logged: {what} in {lines}");
    }
    assert_eq!(secrets.len(), 7);
    for canary in CANARIES.iter().copied().chain(secrets.iter().map(String::as_str)) {
        let line = lines.lines().find(|line| line.contains(canary));
        assert_eq!(line, None, "{canary} is logged");
    }
}
