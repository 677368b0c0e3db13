//! What a driver's phone sends: positions in its own dialect, work by the driver interface.

use std::collections::VecDeque;

use doorstep_domain::{EventId, Fix, Metres, MetresPerSecond, Place};
use jiff::Timestamp;
use rand::RngExt as _;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::http::{ApiError, Http};

/// How many events one request carries.
const BATCH_MAX: usize = 500;

/// How many events a phone keeps while it is offline; beyond that the oldest fixes are thrown away.
const KEPT_MAX: usize = 20_000;

/// How many photos a phone keeps while it is offline.
const PHOTOS_MAX: usize = 100;

/// The program that tells where the phone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The operator's own driver app.
    DriverApp,
    /// OwnTracks over HTTP.
    OwnTracks,
    /// An OsmAnd-style GET, as older Traccar clients send it.
    OsmAnd,
    /// The JSON of newer Traccar clients.
    Traccar,
}

/// A phone that may write for one driver.
#[derive(Debug, Clone)]
pub struct Phone {
    http: Http,
    token: String,
    dialect: Dialect,
    fixes: VecDeque<(Timestamp, Fix)>,
    work: VecDeque<Value>,
    photos: VecDeque<Photo>,
}

/// A photo of a delivery that waits to be sent.
#[derive(Debug, Clone)]
struct Photo {
    id: String,
    parcel: String,
    taken_at: Timestamp,
    jpeg: Vec<u8>,
}

impl Phone {
    /// A phone with a device token.
    pub fn new(http: Http, token: String, dialect: Dialect) -> Self {
        Self { http, token, dialect, fixes: VecDeque::new(), work: VecDeque::new(), photos: VecDeque::new() }
    }

    /// The driver's tour of today, if there is one.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn tour(&self) -> Result<Option<DriverTour>, ApiError> {
        let request = self.http.request(Method::GET, "/v1/driver/tour").bearer_auth(&self.token);
        let answer = Http::json(request).await?;
        let Some(tour) = answer.get("tour") else { return Ok(None) };
        Deserialize::deserialize(tour).map(Some).map_err(|error| ApiError::Refused {
            status: reqwest::StatusCode::OK,
            code: "unexpected_answer".to_owned(),
            detail: format!("the tour cannot be read: {error}"),
        })
    }

    /// Remembers where the phone was.
    pub fn note_fix(&mut self, at: Timestamp, fix: Fix) {
        if self.dialect == Dialect::DriverApp {
            let mut event = event("fix", at);
            merge(&mut event, &json!({ "lat": fix.place.lat(), "lon": fix.place.lon() }));
            merge(
                &mut event,
                &json!({ "accuracy_m": fix.accuracy, "speed_mps": fix.speed, "course_deg": fix.course }),
            );
            self.note(event);
        } else {
            self.fixes.push_back((at, fix));
            while self.fixes.len() > KEPT_MAX {
                self.fixes.pop_front();
            }
        }
    }

    /// Remembers something that the driver did, with the fields that its kind has.
    pub fn note_work(&mut self, kind: &str, at: Timestamp, fields: &Value) {
        let mut event = event(kind, at);
        merge(&mut event, fields);
        self.note(event);
    }

    /// Remembers a photo of the delivery of a parcel; it is sent after what was done before.
    pub(crate) fn note_photo(&mut self, parcel: &str, taken_at: Timestamp, jpeg: Vec<u8>) {
        self.photos.push_back(Photo { id: new_id(), parcel: parcel.to_owned(), taken_at, jpeg });
        while self.photos.len() > PHOTOS_MAX {
            self.photos.pop_front();
        }
    }

    /// How much waits to be sent.
    pub fn waiting(&self) -> usize {
        self.fixes.len() + self.work.len() + self.photos.len()
    }

    /// Sends what waits, positions first. What was not taken for a passing reason stays and goes with the next try;
    /// what the server refuses for good is thrown away and told.
    ///
    /// # Errors
    /// The reason why something still waits, or was refused for good.
    pub async fn flush(&mut self, now: Timestamp) -> Result<(), ApiError> {
        while let Some((at, fix)) = self.fixes.front().copied() {
            let sent = Http::json(self.position_request(at, fix)).await.map(drop);
            if sent.as_ref().is_err_and(ApiError::is_passing) {
                return sent;
            }
            self.fixes.pop_front();
            sent?;
        }
        while !self.work.is_empty() {
            let batch: Vec<&Value> = self.work.iter().take(BATCH_MAX).collect();
            let count = batch.len();
            let body = json!({ "sent_at": now, "events": batch });
            let request =
                self.http.request(Method::POST, "/v1/driver/events").bearer_auth(&self.token).json(&body);
            let sent = Http::json(request).await;
            if sent.as_ref().is_err_and(ApiError::is_passing) {
                return sent.map(drop);
            }
            self.work.drain(..count);
            tell_refused(&sent?);
        }
        self.send_photos(now).await
    }

    async fn send_photos(&mut self, now: Timestamp) -> Result<(), ApiError> {
        while let Some(photo) = self.photos.front() {
            let age_s = now.duration_since(photo.taken_at).as_secs().max(0);
            let path = format!("/v1/driver/parcels/{}/photo?photo={}&age_s={age_s}", photo.parcel, photo.id);
            let request = self.http.request(Method::PUT, &path).bearer_auth(&self.token);
            let sent =
                Http::json(request.header("content-type", "image/jpeg").body(photo.jpeg.clone())).await;
            if sent.as_ref().is_err_and(ApiError::is_passing) {
                return sent.map(drop);
            }
            self.photos.pop_front();
            sent?;
        }
        Ok(())
    }

    fn note(&mut self, event: Value) {
        self.work.push_back(event);
        while self.work.len() > KEPT_MAX {
            self.work.pop_front();
        }
    }

    fn position_request(&self, at: Timestamp, fix: Fix) -> reqwest::RequestBuilder {
        match self.dialect {
            Dialect::DriverApp | Dialect::OwnTracks => self
                .http
                .request(Method::POST, "/ingest/owntracks")
                .basic_auth("van", Some(&self.token))
                .json(&owntracks(at, fix)),
            Dialect::OsmAnd => {
                self.http.request(Method::GET, "/ingest/osmand").query(&osmand(&self.token, at, fix))
            }
            Dialect::Traccar => self
                .http
                .request(Method::POST, "/ingest/traccar")
                .bearer_auth(&self.token)
                .json(&traccar(&self.token, at, fix)),
        }
    }
}

/// A fresh id for an event: random, not seeded, so that no two runs ever say the same thing twice.
pub(crate) fn new_id() -> String {
    EventId::from_u128(rand::rng().random()).to_string()
}

fn event(kind: &str, at: Timestamp) -> Value {
    json!({ "id": new_id(), "kind": kind, "at": at })
}

fn merge(into: &mut Value, fields: &Value) {
    if let (Some(into), Some(fields)) = (into.as_object_mut(), fields.as_object()) {
        into.extend(fields.iter().filter(|(_, value)| !value.is_null()).map(|(k, v)| (k.clone(), v.clone())));
    }
}

/// The body that OwnTracks posts; speed in whole kilometres an hour.
fn owntracks(at: Timestamp, fix: Fix) -> Value {
    json!({
        "_type": "location", "t": "t", "tid": "va", "conn": "m",
        "tst": at.as_second(),
        "lat": fix.place.lat(), "lon": fix.place.lon(),
        "acc": fix.accuracy.map(|Metres(m)| m.round()),
        "vel": fix.speed.map(|MetresPerSecond(v)| (v * 3.6).round()),
        "cog": fix.course.map(f32::round),
    })
}

/// The query that OsmAnd and older Traccar clients send; speed in knots.
fn osmand(token: &str, at: Timestamp, fix: Fix) -> Vec<(&'static str, String)> {
    let mut query = vec![
        ("id", token.to_owned()),
        ("lat", fix.place.lat().to_string()),
        ("lon", fix.place.lon().to_string()),
        ("timestamp", at.as_second().to_string()),
    ];
    query.extend(fix.speed.map(|MetresPerSecond(v)| ("speed", format!("{:.2}", v * 3600.0 / 1852.0))));
    query.extend(fix.course.map(|course| ("bearing", format!("{course:.0}"))));
    query.extend(fix.accuracy.map(|Metres(m)| ("accuracy", format!("{m:.0}"))));
    query
}

/// The body that newer Traccar clients post; speed in metres per second.
fn traccar(token: &str, at: Timestamp, fix: Fix) -> Value {
    json!({
        "device_id": token,
        "location": {
            "timestamp": at,
            "is_moving": fix.speed.is_some_and(|MetresPerSecond(v)| v > 0.5),
            "event": "motionchange",
            "coords": {
                "latitude": fix.place.lat(), "longitude": fix.place.lon(),
                "accuracy": fix.accuracy, "speed": fix.speed, "heading": fix.course,
            },
        },
    })
}

fn tell_refused(answer: &Value) {
    for result in answer["results"].as_array().into_iter().flatten() {
        if result["result"] == "refused" {
            tracing::warn!(code = %result["code"], "the server refused an event");
        }
    }
}

/// A tour as the driver's phone sees it.
#[derive(Debug, Clone, Deserialize)]
pub struct DriverTour {
    /// Its identity.
    pub id: String,
    /// `not_started`, `underway`, `on_break` or `ended`.
    pub phase: String,
    /// Its stops in believed order.
    pub stops: Vec<DriverStop>,
}

/// A stop as the driver's phone sees it.
#[derive(Debug, Clone, Deserialize)]
pub struct DriverStop {
    /// Its identity.
    pub id: String,
    /// Where, if that is known.
    #[serde(default)]
    pub place: Option<Place>,
    /// `remaining`, `arrived`, `served` or `skipped`.
    pub state: String,
    /// What is brought there.
    #[serde(default)]
    pub parcels: Vec<DriverParcel>,
}

/// A parcel as the driver's phone sees it.
#[derive(Debug, Clone, Deserialize)]
pub struct DriverParcel {
    /// Its identity.
    pub id: String,
    /// Whether its recipient must tell a code, and what is known of it.
    #[serde(default)]
    pub door_code: Option<Value>,
    /// What the recipient asked for.
    #[serde(default)]
    pub instruction: Option<Value>,
    /// How it ended.
    #[serde(default)]
    pub outcome: Option<Value>,
    /// Whether a photo of the delivery may be added.
    #[serde(default)]
    pub photo: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fix() -> Fix {
        Fix {
            place: Place::from_degrees(43.7384, 7.4246).expect("Monaco is a place"),
            accuracy: Some(Metres(4.6)),
            speed: Some(MetresPerSecond(10.0)),
            course: Some(91.4),
        }
    }

    #[test]
    fn speeds_are_in_the_unit_of_the_dialect() {
        let at = Timestamp::from_second(1_700_000_000).expect("a valid instant");
        assert_eq!(owntracks(at, fix())["vel"], 36.0);
        assert!(osmand("t", at, fix()).contains(&("speed", "19.44".to_owned())));
        assert_eq!(traccar("t", at, fix())["location"]["coords"]["speed"], 10.0);
    }

    #[test]
    fn a_phone_that_stays_offline_forgets_its_oldest_fixes() {
        let http = Http::to("http://127.0.0.1:9").expect("a client can be made");
        let mut phone = Phone::new(http, "t".to_owned(), Dialect::OwnTracks);
        for _ in 0..=KEPT_MAX {
            phone.note_fix(Timestamp::UNIX_EPOCH, fix());
        }
        assert_eq!(phone.waiting(), KEPT_MAX);
    }
}
