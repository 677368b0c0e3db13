//! One tour on a server of its own, from its plan to its last delivery.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use doorstep_domain::streets::Streets;
use doorstep_domain::{OperatorId, Personal, Place, RecipientId};
use doorstep_server::secret::{fresh_id, fresh_token, token_hash};
use doorstep_server::{App, Parts, Settings};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{Account, ApiKey, Operator, Role, Scope, Session, Store};
use http::Request;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::Out;
use super::clock::SetClock;
use super::scenario::{Tour, TourStop};
use super::viewer::Viewer;

/// A phone tells where it is this often.
const FIX_EVERY_S: usize = 5;
/// Typical time at a door.
const SERVICE_S: i64 = 82;
/// An answer is not longer than this.
const ANSWER_MAX: usize = 16 << 20;
/// When so many turns of the runtime brought nothing, there is nothing more to come.
const QUIET_TURNS: u32 = 8;

/// What all streams carried.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Sums {
    viewers: u64,
    messages: u64,
    bytes: u64,
    viewer_hours: f64,
}

/// A server with one tour that is about to begin.
pub(super) struct Stage<'a> {
    /// Its workers end with it.
    _app: App,
    router: Router,
    clock: Arc<SetClock>,
    tour: &'a Tour,
    token: String,
    stops: Vec<Brought>,
    events: u128,
}

/// A stop on the server, and its recipient.
struct Brought {
    parcel: String,
    cookie: String,
}

impl Sums {
    pub(super) fn add(&mut self, other: Self) {
        self.viewers += other.viewers;
        self.messages += other.messages;
        self.bytes += other.bytes;
        self.viewer_hours += other.viewer_hours;
    }

    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    pub(super) fn messages_an_hour(&self) -> f64 {
        self.messages as f64 / self.viewer_hours.max(f64::EPSILON)
    }

    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    pub(super) fn bytes_a_message(&self) -> f64 {
        self.bytes as f64 / self.messages.max(1) as f64
    }
}

impl<'a> Stage<'a> {
    /// Brings a tour by its plan to a new server, with a recipient at each stop.
    pub(super) async fn set(policy: &str, streets: Arc<Streets>, tour: &'a Tour) -> Result<Self> {
        let store = Arc::new(MemoryStore::new());
        let clock = Arc::new(SetClock::at(tour.begins - SignedDuration::from_mins(5)));
        let parts = Parts {
            store: store.clone(),
            clock: clock.clone(),
            roads: None,
            streets: Some(streets.clone()),
            tiles: None,
            mail: None,
            oidc: None,
            settings: Settings::default(),
        };
        let (key, operator) = furnish(store.as_ref()).await?;
        let app = App::start(parts).await?;
        let router = app.router();
        let mut stage =
            Self { _app: app, router, clock, tour, token: String::new(), stops: Vec::new(), events: 0 };
        let rules =
            json!({ "map": { "within_stops": 11 }, "count": { "within_stops": 11 }, "release": policy });
        stage.put_visibility(&key, &rules).await?;
        let driver = text(&stage.post("/v1/drivers", &key, &json!({ "name": "Driver" })).await?, "/id")?;
        let device = stage.post("/v1/devices", &key, &json!({ "driver": driver, "label": "phone" })).await?;
        stage.token = text(&device, "/device_token")?;
        let mut cookies = Vec::new();
        for number in 0..tour.stops.len() {
            cookies.push(recipient(store.as_ref(), operator, number, tour.begins).await?);
        }
        let brought = stage.post("/v1/tours", &key, &plan(&streets, tour, &driver)?).await?;
        for (number, cookie) in cookies.into_iter().enumerate() {
            let parcel = text(&brought, &format!("/stops/{number}/parcels/0/id"))?;
            stage.stops.push(Brought { parcel, cookie });
        }
        Ok(stage)
    }

    /// Plays the tour and writes what its recipients are shown.
    pub(super) async fn play(mut self, out: &mut Out) -> Result<Sums> {
        self.happens("started", self.clock_now(), json!({})).await?;
        let mut viewers = Vec::new();
        for (stop, brought) in self.tour.stops.iter().zip(&self.stops) {
            viewers.push(self.open(stop, brought).await?);
        }
        let mut left = self.tour.stops.iter().zip(0..).peekable();
        let steps: Vec<(usize, Place)> =
            self.tour.track.iter().copied().enumerate().step_by(FIX_EVERY_S).collect();
        for (second, place) in steps {
            let now = self.tour.begins + SignedDuration::from_secs(i64::try_from(second)?);
            while let Some((stop, number)) = left.next_if(|(stop, _)| stop.depart <= now.as_second()) {
                self.turn_to(Timestamp::from_second(stop.depart)?, &mut viewers, out).await?;
                self.deliver(stop, number).await?;
            }
            self.turn_to(now, &mut viewers, out).await?;
            let fix = json!({ "lat": place.lat(), "lon": place.lon(), "accuracy_m": 5 });
            self.happens("fix", now, fix).await?;
            self.settle(now, &mut viewers, out).await?;
        }
        for (stop, number) in left {
            self.turn_to(Timestamp::from_second(stop.depart)?, &mut viewers, out).await?;
            self.deliver(stop, number).await?;
            self.settle(self.clock_now(), &mut viewers, out).await?;
        }
        let hours = self.clock_now().duration_since(self.tour.begins).as_secs_f64() / 3_600.0;
        let count = u64::try_from(viewers.len())?;
        Ok(Sums {
            viewers: count,
            messages: viewers.iter().map(|viewer| viewer.messages).sum(),
            bytes: viewers.iter().map(|viewer| viewer.bytes).sum(),
            viewer_hours: hours * f64::from(u32::try_from(count)?),
        })
    }

    /// Sets the clock, and lets everything happen that time alone brings.
    async fn turn_to(&self, now: Timestamp, viewers: &mut [Viewer], out: &mut Out) -> Result<()> {
        self.clock.set(now);
        self.settle(now, viewers, out).await
    }

    /// Waits until nothing more comes, and writes what is shown then.
    async fn settle(&self, now: Timestamp, viewers: &mut [Viewer], out: &mut Out) -> Result<()> {
        let mut quiet = 0;
        while quiet < QUIET_TURNS {
            tokio::task::yield_now().await;
            let mut came = false;
            for viewer in viewers.iter_mut() {
                came |= viewer.read();
            }
            quiet = if came { 0 } else { quiet + 1 };
        }
        for row in viewers.iter_mut().filter_map(|viewer| viewer.news(now)) {
            out.row(&row)?;
        }
        Ok(())
    }

    async fn deliver(&mut self, stop: &TourStop, number: usize) -> Result<()> {
        let parcel = self.stops.get(number).context("a stop")?.parcel.clone();
        let at = Timestamp::from_second(stop.depart)?;
        self.happens("delivered", at, json!({ "parcel": parcel, "outcome": "delivered_to_recipient" })).await
    }

    async fn happens(&mut self, kind: &str, at: Timestamp, mut event: Value) -> Result<()> {
        self.events += 1;
        if let Some(fields) = event.as_object_mut() {
            fields.insert("id".to_owned(), json!(format!("{:032x}", self.events)));
            fields.insert("kind".to_owned(), json!(kind));
            fields.insert("at".to_owned(), json!(at));
        }
        let batch = json!({ "sent_at": self.clock_now(), "events": [event] });
        let answer = self.post("/v1/driver/events", &self.token, &batch).await?;
        let is_taken = answer.get("taken") == Some(&json!(1));
        ensure!(is_taken, "{kind} of {} was not taken: {answer}", self.tour.name);
        Ok(())
    }

    async fn open(&self, stop: &TourStop, brought: &Brought) -> Result<Viewer> {
        let request = Request::get(format!("/v1/parcels/{}/tracking/stream", brought.parcel))
            .header(COOKIE, format!("doorstep_session={}", brought.cookie))
            .body(Body::empty())?;
        let answer = self.router.clone().oneshot(request).await?;
        ensure!(answer.status().is_success(), "a stream does not open: {}", answer.status());
        Ok(Viewer::new(&self.tour.name, stop.n, answer.into_body().into_data_stream()))
    }

    async fn post(&self, path: &str, token: &str, body: &Value) -> Result<Value> {
        self.send(Request::post(path), token, body).await
    }

    async fn put_visibility(&self, key: &str, rules: &Value) -> Result<()> {
        self.send(Request::put("/v1/visibility"), key, rules).await.map(|_answer| ())
    }

    async fn send(&self, request: http::request::Builder, token: &str, body: &Value) -> Result<Value> {
        let request = request
            .header(AUTHORIZATION, format!("Bearer {token}"))
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))?;
        let answer = self.router.clone().oneshot(request).await?;
        let status = answer.status();
        let body = to_bytes(answer.into_body(), ANSWER_MAX).await?;
        ensure!(status.is_success(), "the server refuses: {status} {}", String::from_utf8_lossy(&body));
        Ok(if body.is_empty() { Value::Null } else { serde_json::from_slice(&body)? })
    }

    fn clock_now(&self) -> Timestamp {
        doorstep_server::Clock::now(self.clock.as_ref())
    }
}

/// An operator and its key.
async fn furnish(store: &dyn Store) -> Result<(String, OperatorId)> {
    let operator = OperatorId::from_u128(fresh_id());
    let record = Operator {
        id: operator,
        name: "Bench".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
    };
    store.put_operator(record).await?;
    let key = fresh_token();
    let scopes = vec![Scope::OperatorRead, Scope::OperatorWrite];
    store
        .insert_key(ApiKey {
            token: token_hash(&key),
            operator,
            label: "bench".to_owned(),
            scopes,
            revoked_at: None,
        })
        .await?;
    Ok((key, operator))
}

/// The account of the recipient at a stop, already logged in.
async fn recipient(store: &dyn Store, operator: OperatorId, number: usize, now: Timestamp) -> Result<String> {
    let id = RecipientId::from_u128(fresh_id());
    store.insert_account(account(id, operator, number)).await?;
    let token = fresh_token();
    let lasting = SignedDuration::from_hours(24);
    store.insert_session(Session::begun(token_hash(&token), id, now, lasting)).await?;
    Ok(token)
}

fn account(id: RecipientId, operator: OperatorId, number: usize) -> Account {
    Account {
        id,
        operator,
        role: Role::Recipient,
        email: Personal::new(email(number)),
        name: Personal::new("Recipient".to_owned()),
        password_hash: "none: this account only has a session".to_owned(),
        language: None,
        time_zone: None,
    }
}

fn email(number: usize) -> String {
    format!("recipient{number}@example.org")
}

/// The plan: order and places of the stops, and when they are reached by the roads; never the true times.
fn plan(streets: &Streets, tour: &Tour, driver: &str) -> Result<Value> {
    let places = tour.stops.iter().map(TourStop::place).collect::<Result<Vec<_>>>()?;
    let travel = streets.travel_s(&places);
    // Row and column 0 are the start, of which nothing is known.
    let none = || std::iter::once(None);
    let rows: Vec<Vec<Option<u32>>> = std::iter::once(vec![None; places.len() + 1])
        .chain(travel.iter().map(|row| none().chain(row.iter().copied()).collect()))
        .collect();
    let mut arrival = tour.begins;
    let mut stops = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let before =
            number.checked_sub(1).and_then(|before| travel.get(before)?.get(number).copied().flatten());
        arrival += SignedDuration::from_secs(before.map_or(0, i64::from));
        stops.push(json!({
            "address": format!("Stop {number}"),
            "place": { "lat": place.lat(), "lon": place.lon() },
            "service_s": SERVICE_S,
            "planned_arrival": arrival,
            "parcels": [{ "tracking_number": format!("{}-{number}", tour.name), "sender": "Shop", "recipient_email": email(number) }],
        }));
        arrival += SignedDuration::from_secs(SERVICE_S);
    }
    let day = tour.begins.to_zoned(TimeZone::UTC).date();
    Ok(
        json!({ "reference": tour.name, "day": day, "driver": { "id": driver }, "stops": stops, "travel_s": rows }),
    )
}

fn text(value: &Value, pointer: &str) -> Result<String> {
    let text = value.pointer(pointer).and_then(Value::as_str);
    Ok(text.with_context(|| format!("{pointer} is missing in {value}"))?.to_owned())
}
