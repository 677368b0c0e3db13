//! One tour on a server of its own, from its plan to its last delivery.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use doorstep_domain::Place;
use doorstep_domain::streets::Streets;
use doorstep_server::{App, Parts, Settings};
use doorstep_store::memory::MemoryStore;
use http::Request;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::clock::SetClock;
use super::furnish::{self, text};
use super::scenario::{Tour, TourStop};
use super::viewer::{Row, Viewer};

/// A phone tells where it is this often.
const FIX_EVERY_S: usize = 5;
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
    viewers: Vec<Viewer>,
    events: u128,
}

/// Something that happens at an instant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) at: Timestamp,
    what: What,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Fix(Place),
    /// At the stop of this number, from 0.
    Delivery(usize),
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
            webhook: None,
            ntfy: None,
            mqtt: None,
            oidc: None,
            carriers: Vec::new(),
            settings: Settings::default(),
        };
        let (key, operator) = furnish::operator(store.as_ref()).await?;
        let app = App::start(parts).await?;
        let router = app.router();
        let mut stage = Self {
            _app: app,
            router,
            clock,
            tour,
            token: String::new(),
            stops: Vec::new(),
            viewers: Vec::new(),
            events: 0,
        };
        let rules =
            json!({ "map": { "within_stops": 11 }, "count": { "within_stops": 11 }, "release": policy });
        stage.put_visibility(&key, &rules).await?;
        let driver = text(&stage.post("/v1/drivers", &key, &json!({ "name": "Driver" })).await?, "/id")?;
        let device = stage.post("/v1/devices", &key, &json!({ "driver": driver, "label": "phone" })).await?;
        stage.token = text(&device, "/device_token")?;
        let mut cookies = Vec::new();
        for number in 0..tour.stops.len() {
            cookies.push(furnish::recipient(store.as_ref(), operator, number, tour.begins).await?);
        }
        let brought = stage.post("/v1/tours", &key, &furnish::plan(&streets, tour, &driver)).await?;
        for (number, cookie) in cookies.into_iter().enumerate() {
            let parcel = text(&brought, &format!("/stops/{number}/parcels/0/id"))?;
            stage.stops.push(Brought { parcel, cookie });
        }
        Ok(stage)
    }

    /// The driver starts, and every recipient opens their stream.
    pub(super) async fn begin(&mut self) -> Result<()> {
        self.happens("started", self.now(), json!({})).await?;
        for (stop, brought) in self.tour.stops.iter().zip(&self.stops) {
            self.viewers.push(self.open(stop, brought).await?);
        }
        Ok(())
    }

    /// What happens on the tour, in its order.
    pub(super) fn steps(&self) -> Vec<Step> {
        let fixes = (0..).zip(&self.tour.track).step_by(FIX_EVERY_S).map(|(second, place)| Step {
            at: self.tour.begins + SignedDuration::from_secs(second),
            what: What::Fix(*place),
        });
        let second = |at| Timestamp::from_second(at).unwrap_or(Timestamp::MAX);
        let deliveries = (0..)
            .zip(&self.tour.stops)
            .map(|(number, stop)| Step { at: second(stop.depart), what: What::Delivery(number) });
        let mut steps: Vec<Step> = deliveries.chain(fixes).collect();
        steps.sort_by_key(|step| step.at);
        steps
    }

    /// Sets the clock, lets everything happen that time alone brings, then this, and whatever follows from it.
    pub(super) async fn take(&mut self, step: &Step) -> Result<()> {
        self.clock.set(step.at);
        self.settle().await;
        match step.what {
            What::Fix(place) => {
                let fix = json!({ "lat": place.lat(), "lon": place.lon(), "accuracy_m": 5 });
                self.happens("fix", step.at, fix).await?;
            }
            What::Delivery(number) => {
                let parcel = &self.stops.get(number).context("a stop")?.parcel;
                let delivery = json!({ "parcel": parcel, "outcome": "delivered_to_recipient" });
                self.happens("delivered", step.at, delivery).await?;
            }
        }
        self.settle().await;
        Ok(())
    }

    /// What is shown now to whom something else was shown before.
    pub(super) fn news(&mut self) -> Vec<Row> {
        let now = self.now();
        self.viewers.iter_mut().filter_map(|viewer| viewer.news(now)).collect()
    }

    /// What each stream carried since this was asked last.
    pub(super) fn heard(&mut self) -> Vec<String> {
        self.viewers.iter_mut().map(Viewer::heard).collect()
    }

    /// What the recipient of a stop, from 0, is answered now by the interface and by the page.
    #[cfg(test)]
    pub(super) async fn ask(&self, stop: usize) -> Result<String> {
        let Brought { parcel, cookie } = self.stops.get(stop).context("a stop")?;
        let mut answers = String::new();
        for path in [format!("/v1/parcels/{parcel}/tracking"), format!("/parcels/{parcel}")] {
            let request = Request::get(path).header(COOKIE, format!("doorstep_session={cookie}"));
            let (head, body) = self.router.clone().oneshot(request.body(Body::empty())?).await?.into_parts();
            ensure!(head.status.is_success(), "no answer: {}", head.status);
            let body = to_bytes(body, ANSWER_MAX).await?;
            answers.extend([format!("{head:?}"), String::from_utf8_lossy(&body).into_owned()]);
        }
        Ok(answers)
    }

    /// What all streams carried so far.
    pub(super) fn sums(&self) -> Sums {
        let hours = self.now().duration_since(self.tour.begins).as_secs_f64() / 3_600.0;
        let count = u32::try_from(self.viewers.len()).unwrap_or(u32::MAX);
        Sums {
            viewers: count.into(),
            messages: self.viewers.iter().map(|viewer| viewer.messages).sum(),
            bytes: self.viewers.iter().map(|viewer| viewer.bytes).sum(),
            viewer_hours: hours * f64::from(count),
        }
    }

    /// Waits until nothing more comes.
    async fn settle(&mut self) {
        let mut quiet = 0;
        while quiet < QUIET_TURNS {
            tokio::task::yield_now().await;
            let mut came = false;
            for viewer in &mut self.viewers {
                came |= viewer.read();
            }
            quiet = if came { 0 } else { quiet + 1 };
        }
    }

    async fn happens(&mut self, kind: &str, at: Timestamp, mut event: Value) -> Result<()> {
        self.events += 1;
        if let Some(fields) = event.as_object_mut() {
            fields.insert("id".to_owned(), json!(format!("{:032x}", self.events)));
            fields.insert("kind".to_owned(), json!(kind));
            fields.insert("at".to_owned(), json!(at));
        }
        let batch = json!({ "sent_at": self.now(), "events": [event] });
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
        Ok(Viewer::new(&self.tour.name, stop.n, answer))
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

    fn now(&self) -> Timestamp {
        doorstep_server::Clock::now(self.clock.as_ref())
    }
}
