//! An operator with a server of its own: drivers, recipients and a tour, brought over the public interface.

use std::path::Path;

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use rand::RngExt as _;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::api::Api;
use crate::binary::{Server, doorstep, run};

/// The password of every recipient.
pub const PASSWORD: &str = "a long enough password";

/// A carrier: a folder with its database, and an API key.
#[derive(Debug)]
pub struct Carrier {
    folder: TempDir,
    database: String,
    /// Its API key.
    pub key: String,
}

impl Carrier {
    /// A new one.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("doorstep.db");
        Self::with_database(folder, &path)
    }

    /// A new one whose database lies elsewhere.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn with_database(folder: TempDir, path: &Path) -> Result<Self> {
        let database = format!("sqlite:{}", path.display());
        let ran = run(folder.path(), &["admin", "key", "create", "tests", "--database", &database]);
        anyhow::ensure!(ran.status == 0, "no key was made: {}", ran.stderr);
        let key = ran.stdout.lines().last().context("no key was told")?.trim().to_owned();
        Ok(Self { folder, database, key })
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The URL of its database.
    pub fn database(&self) -> &str {
        &self.database
    }

    /// Starts its server on a free port.
    ///
    /// # Errors
    /// When it does not start.
    pub fn serve(&self) -> Result<Server> {
        self.serve_on("127.0.0.1:0")
    }

    /// Starts its server on this address.
    ///
    /// # Errors
    /// When it does not start.
    pub fn serve_on(&self, listen: &str) -> Result<Server> {
        let arguments = ["serve", "--listen", listen, "--database", &self.database];
        Server::start(doorstep(self.folder(), &arguments))
    }

    /// Its own systems, at a server.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn operator(&self, server: &Server) -> Result<Api> {
        Ok(Api::to(server.base())?.with_token(&self.key))
    }
}

/// A stop of a tour to be brought: who receives there, and what kind of parcel.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    /// The recipient's e-mail address; nobody with an account where it is empty.
    pub recipient: &'static str,
    /// `ordinary`, `gift`, `confidential` or `high_value`.
    pub kind: &'static str,
}

/// A door of nobody with an account.
pub const SOMEBODY: Door = Door { recipient: "", kind: "ordinary" };

/// A tour that was brought.
#[derive(Debug, Clone)]
pub struct Tour {
    /// Its identity.
    pub id: String,
    /// Its stops: identity, and the identities of their parcels.
    pub stops: Vec<(String, Vec<String>)>,
    /// Its driver's identity.
    pub driver: String,
    /// The token of its driver's phone.
    pub device_token: String,
}

impl Tour {
    /// The identity of a stop, counted from 0.
    ///
    /// # Panics
    /// When there is no such stop.
    pub fn stop(&self, index: usize) -> &str {
        &self.stops.get(index).expect("the tour has such a stop").0
    }

    /// The identity of the first parcel of a stop, counted from 0.
    ///
    /// # Panics
    /// When there is no such stop.
    pub fn parcel(&self, index: usize) -> &str {
        self.stops.get(index).and_then(|stop| stop.1.first()).expect("the tour has such a stop")
    }
}

/// Brings a driver with a phone; gives their identity and the phone's token.
///
/// # Errors
/// When the server refuses.
pub async fn bring_driver(operator: &Api, name: &str) -> Result<(String, String)> {
    let driver = text(&operator.post("/v1/drivers", &json!({ "name": name })).await?.expect(201).json, "id")?;
    let device = json!({ "driver": driver, "label": "phone" });
    let device = operator.post("/v1/devices", &device).await?.expect(201).json;
    Ok((driver, text(&device, "device_token")?))
}

/// Brings a recipient who can log in.
///
/// # Errors
/// When the server refuses.
pub async fn bring_recipient(operator: &Api, email: &str) -> Result<()> {
    let name = email.split('@').next().unwrap_or_default();
    let recipient = json!({ "email": email, "name": name, "password": PASSWORD, "time_zone": "UTC" });
    operator.post("/v1/recipients", &recipient).await?.expect(201);
    Ok(())
}

/// Brings a region that covers everything, so that the live map is offered.
///
/// # Errors
/// When the server refuses.
pub async fn bring_region(operator: &Api) -> Result<()> {
    let ring = [[7.0, 43.0], [8.0, 43.0], [8.0, 44.0], [7.0, 44.0], [7.0, 43.0]];
    let area = json!({ "type": "Polygon", "coordinates": [ring] });
    let region = json!({ "name": "everywhere", "live_from": "2020-01-01", "area": area });
    operator.post("/v1/regions", &region).await?.expect(201);
    // These servers know no streets, so there is no dot that glides.
    let near = json!({ "all": [{ "within_stops": 10 }, { "within_duration": 1800 }] });
    let rules = json!({ "map": near, "count": near, "release": "exact" });
    operator.put("/v1/visibility", &rules).await?.expect(200);
    Ok(())
}

/// Brings a tour of today with one parcel per door, in a straight line.
///
/// # Errors
/// When the server refuses.
pub async fn bring_tour(operator: &Api, reference: &str, doors: &[Door]) -> Result<Tour> {
    let (driver, device_token) = bring_driver(operator, &format!("driver of {reference}")).await?;
    let stops: Vec<Value> = doors
        .iter()
        .enumerate()
        .map(|(index, door)| {
            let mut parcel = json!({
                "tracking_number": format!("{reference}-{index}"), "sender": "a shop", "kind": door.kind,
            });
            if !door.recipient.is_empty() {
                let order = format!("order {reference}-{index}");
                merge(&mut parcel, &json!({ "recipient_email": door.recipient, "order": order }));
            }
            let place = place(index);
            json!({
                "address": address(reference, index), "place": { "lat": place.0, "lon": place.1 },
                "service_s": 120, "parcels": [parcel],
            })
        })
        .collect();
    let start = json!({ "lat": LINE.0, "lon": LINE.1 });
    let tour = json!({
        "reference": reference, "day": today(), "driver": { "id": driver }, "start": start, "stops": stops,
    });
    let tour = operator.post("/v1/tours", &tour).await?.expect(201).json;
    let stops = list(&tour, "stops").iter().map(|stop| {
        let parcels = list(stop, "parcels").iter().map(|parcel| text(parcel, "id"));
        Ok((text(stop, "id")?, parcels.collect::<Result<_>>()?))
    });
    Ok(Tour { id: text(&tour, "id")?, stops: stops.collect::<Result<_>>()?, driver, device_token })
}

/// Logs a recipient in.
///
/// # Errors
/// When there is no answer.
pub async fn log_in(server: &Server, email: &str) -> Result<Api> {
    let recipient = Api::to(server.base())?;
    let login = json!({ "email": email, "password": PASSWORD });
    recipient.post("/v1/session", &login).await?.expect(204);
    Ok(recipient)
}

/// Where the line of stops begins, and how far they lie apart, in degrees: about 200 m.
const LINE: (f64, f64) = (43.7300, 7.4100);
const APART: f64 = 0.0018;

/// The place of a stop.
#[expect(clippy::cast_precision_loss, reason = "a tour has a few stops")]
pub fn place(index: usize) -> (f64, f64) {
    (LINE.0 + APART * (index + 1) as f64, LINE.1)
}

/// The address of a stop: a text that stands nowhere else.
pub fn address(reference: &str, index: usize) -> String {
    format!("{} Canary Street of {reference}", 1_000 + index)
}

/// Today, for a server whose time zone is UTC.
pub fn today() -> String {
    Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

/// So many seconds ago, to the millisecond: finer than that no fix is kept.
pub fn seconds_ago(seconds: i64) -> Timestamp {
    let millisecond = Timestamp::now().as_millisecond();
    let now = Timestamp::from_millisecond(millisecond).unwrap_or(Timestamp::UNIX_EPOCH);
    now - SignedDuration::from_secs(seconds)
}

/// A fresh identity.
pub fn new_id() -> String {
    format!("{:032x}", rand::rng().random::<u128>())
}

/// An event with a fresh identity.
pub fn event(kind: &str, at: Timestamp, fields: &Value) -> Value {
    let mut event = json!({ "id": new_id(), "kind": kind, "at": at });
    merge(&mut event, fields);
    event
}

/// A fix at a stop.
pub fn fix_at(index: usize, at: Timestamp) -> Value {
    let (lat, lon) = place(index);
    event("fix", at, &json!({ "lat": lat, "lon": lon, "accuracy_m": 5 }))
}

/// So many fixes at the first stop, a millisecond apart: the same place at the same instant would be one fix.
pub fn fixes(count: usize, first: Timestamp) -> Vec<Value> {
    (0_i64..).take(count).map(|nth| fix_at(0, first + SignedDuration::from_millis(nth))).collect()
}

/// A text in a JSON object.
///
/// # Errors
/// When it is not there.
pub fn text(object: &Value, name: &str) -> Result<String> {
    let text = object.get(name).and_then(Value::as_str);
    Ok(text.with_context(|| format!("there is no {name} in {object}"))?.to_owned())
}

fn list<'a>(object: &'a Value, name: &str) -> &'a [Value] {
    object.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn merge(into: &mut Value, fields: &Value) {
    if let (Some(into), Some(fields)) = (into.as_object_mut(), fields.as_object()) {
        into.extend(fields.clone());
    }
}
